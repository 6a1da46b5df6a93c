import Foundation
import Testing

/// A run on something large.
struct LargeCase: Sendable {
  let name: String
  /// A line of the shell.
  let script: String
  let prepare: @Sendable (Place) throws -> Void

  /// A guideline of these bytes.
  static func file(_ name: String, _ text: @escaping @Sendable () -> String) -> LargeCase {
    LargeCase(name: name, script: "leidraad check richtlijn.yaml --format jsonl --lang en") { try $0.write(text(), to: "richtlijn.yaml") }
  }

  static func of(_ name: String, _ script: String, _ prepare: @escaping @Sendable (Place) throws -> Void) -> LargeCase {
    LargeCase(name: name, script: script, prepare: prepare)
  }
}

struct LargeTheme: CustomTestStringConvertible, Sendable {
  let name: String
  let cases: [LargeCase]

  var testDescription: String { name }

  static let all = [
    LargeTheme(name: "reading", cases: reading), LargeTheme(name: "mistakes", cases: Mistakes.all.map { m in .file(m.name) { m.text } }),
    LargeTheme(name: "content", cases: content), LargeTheme(name: "around", cases: around),
  ]

  private static let head = Mistakes.head

  /// Made outside this process: the system counts what memory a parent has as its child's.
  private static let fifty = "{ printf 'leidraad: guideline/v1\\nx-a: \"'; head -c 50000000 /dev/zero | tr '\\0' a; } > groot.yaml"

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map { line($0) + "\n" }.joined() }

  /// Files that are hard to read.
  private static let reading: [LargeCase] = [
    .file("alias bomb of lists") { head + "x-0: &a0 [x, x]\n" + lines(30) { "x-\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0), *a\($0)]" } },
    .file("alias bomb of maps") { head + "x-0: &a0 {a: x}\n" + lines(30) { "x-\($0 + 1): &a\($0 + 1) {a: *a\($0), b: *a\($0)}" } },
    .file("40,000 aliases") { head + "x-a: &a [1, 2]\nx-b:\n" + lines(40_000) { _ in "- *a" } },
    .file("40,000 anchors") { head + "x-a:\n" + lines(40_000) { "- &a\($0) 1" } },
    .file("500,000 brackets") { head + "x-a: " + String(repeating: "[", count: 500_000) },
    .file("40,000 braces with keys") { head + "x-a: " + String(repeating: "{a: ", count: 40_000) },
    .file("100,000 dashes on a line") { head + "x-a:\n  " + String(repeating: "- ", count: 100_000) },
    .file("1,400 levels of indentation") { head + lines(1400) { String(repeating: " ", count: $0) + "x-\($0):" } },
    .of("a text of 50 MB", "\(fifty); leidraad check groot.yaml --format jsonl --lang en") { _ in },
    .of("a text of 50 MB by a pipe", "\(fifty); leidraad check - --format jsonl --lang en < groot.yaml") { _ in },
    .file("a text one byte too long") { head + "x-a: \"" + String(repeating: "a", count: 65_537) + "\"\n" },
    .file("fifteen texts at the limit") { head + lines(15) { "x-\($0): \"\(String(repeating: "a", count: 65_536))\"" } },
    .file("texts of nothing but escapes") { head + lines(15) { "x-\($0): \"\(String(repeating: "\\n", count: 32_000))\"" } },
    .file("a million keys") { head + lines(1_000_000) { "x-\($0): 1" } },
    .file("more keys than values allowed") { head + "x-a:\n" + lines(26_000) { "  k\($0): 1" } },
    .file("24,900 keys") { head + "x-a:\n" + lines(24_900) { "  k\($0): 1" } },
    .file("24,900 keys beyond ASCII") { head + "x-a:\n" + lines(24_900) { "  é\($0): 1" } },
    .file("a million items") { head + "x-a: [" + String(repeating: "1,", count: 500_000) + "]\n" },
    .file("260,000 comments") { head + lines(260_000) { _ in "# a" } },
    .file("a comment of a megabyte") { head + "# " + String(repeating: "a", count: 1_000_000) + "\n" },
    .file("a megabyte of empty lines") { head + String(repeating: "\n", count: 1_000_000) },
    .file("a megabyte of carriage returns") { head + String(repeating: "\r", count: 1_000_000) },
    .file("a megabyte of tabs") { head + String(repeating: "\t", count: 1_000_000) + "x\n" },
    .file("a key of a megabyte") { head + String(repeating: "k", count: 1_000_000) + ": 1\n" },
    .file("an anchor of a megabyte") { head + "x-a: &" + String(repeating: "a", count: 1_000_000) + " 1\n" },
    .file("a megabyte of exclamation marks") { head + "x-a: " + String(repeating: "!", count: 1_000_000) + "\n" },
    .file("100,000 documents") { head + lines(100_000) { _ in "---\na: 1" } },
    .file("50,000 directives") { lines(50_000) { _ in "%YAML 1.2" } + "---\n" + head },
    .file("10,000 tag directives") { lines(10_000) { "%TAG !a\($0)! b" } + "---\n" + head },
    .file("300,000 byte order marks") { String(repeating: "\u{FEFF}", count: 300_000) + head },
    .file("a guideline in one line of a megabyte") {
      "{leidraad: guideline/v1, policy: online-work@1, organisation: {name: Club, kind: sports-org}, x-a: ["
        + String(repeating: "éééééééééééé, ", count: 36_000) + "], accounts: {policy: organisation-only}}"
    },
    .file("20,000 texts of two lines") { head + "x-a:\n" + lines(20_000) { _ in "- \"a\n  b\"" } },
    .file("a plain text of 250,000 lines") { head + "x-a: a\n" + lines(250_000) { _ in " b" } },
  ]

  /// Guidelines that are well written and far too long.
  private static let content: [LargeCase] = [
    .file("4,500 documents as evidence") {
      head + "evidence:\n" + lines(4500) { "- {id: a\($0), title: t, url: \"https://a/\($0)\", supports: [accounts]}" }
    },
    .file("4,000 files of evidence that are not there") {
      head + "evidence:\n" + lines(4000) { "- {id: a\($0), file: \"a/\($0).md\", date: 2026-05-10, supports: {accounts: \"1\"}}" }
    },
    .file("20,000 things that one document supports") {
      head + "evidence:\n- id: a\n  url: https://a\n  supports:\n" + lines(20_000) { _ in "  - accounts.policy" }
    },
    .file("9,000 items of a list") { head + "accounts:\n  register:\n" + lines(9000) { "  - {platform: p\($0), owner-role: r}" } },
    .file("20,000 texts of a list") { head + "case-discussion:\n  risks:\n" + lines(20_000) { "  - regel \($0)" } },
    .file("a name at the limit") {
      "leidraad: guideline/v1\npolicy: online-work@1\norganisation: {kind: sports-org, name: \"" + String(repeating: "n", count: 65_000)
        + "\"}\n"
    },
    .file("decisions with reasons at the limit") {
      head + "decisions:\n"
        + lines(15) {
          "- {for: [B2.\($0 + 10)], status: explained, reason: \"\(String(repeating: "r", count: 65_000))\", owner: o, date: 2026-05-10}"
        }
    },
    .of("1,000 quotations of a large file", "leidraad check richtlijn.yaml --format jsonl --lang en") {
      try $0.write(String(repeating: "Het staat hier niet in. ", count: 80_000), to: "bewijs.md")
      try $0.write(
        head + "evidence:\n"
          + lines(1000) { "- {id: a\($0), file: bewijs.md, date: 2026-05-10, supports: {accounts: {at: \"1\", quote: citaat \($0)}}}" },
        to: "richtlijn.yaml")
    },
    .of(
      "evidence of 20 MiB, quoted",
      "head -c 20971520 /dev/zero | tr '\\0' a > bewijs.txt; leidraad check richtlijn.yaml --format jsonl --lang en"
    ) {
      try $0.write(
        head + "evidence:\n- {id: a, file: bewijs.txt, date: 2026-05-10, supports: {accounts: {at: \"1\", quote: aaaa}}}\n",
        to: "richtlijn.yaml")
    },
    .of(
      "evidence beyond 20 MiB",
      "head -c 20971521 /dev/zero | tr '\\0' a > bewijs.txt; leidraad check richtlijn.yaml --format jsonl --lang en"
    ) {
      try $0.write(head + "evidence:\n- {id: a, file: bewijs.txt, date: 2026-05-10, supports: {accounts: \"1\"}}\n", to: "richtlijn.yaml")
    },
    .of("markup of nothing but tags as evidence", "leidraad check richtlijn.yaml --format jsonl --lang en") {
      try $0.write(String(repeating: "<b>", count: 650_000), to: "bewijs.html")
      try $0.write(
        head + "evidence:\n- {id: a, file: bewijs.html, date: 2026-05-10, supports: {accounts: {at: \"1\", quote: aaaa}}}\n",
        to: "richtlijn.yaml")
    },
  ]

  /// What comes with a guideline.
  private static let around: [LargeCase] = [
    .of("a review of 6,000 verdicts", "leidraad check richtlijn.yaml --review toets.yaml --format jsonl --lang en") {
      try $0.write(head, to: "richtlijn.yaml")
      try $0.write(
        "leidraad: review/v1\npolicy: online-work@1\nguideline: richtlijn.yaml\nreviewer: {organisation: G, role: r}\ndate: 2026-10-01\nverdicts:\n"
          + lines(6000) { "- {control: B2.\($0), verdict: confirmed, claim: \"0\"}" }, to: "toets.yaml")
    },
    .of("a baseline at its limit", "leidraad check richtlijn.yaml --baseline basis.yaml --format jsonl --lang en") {
      try $0.write(head, to: "richtlijn.yaml")
      try $0.write(
        "leidraad: baseline/v1\ngaps:\n" + lines(60_000) { "- {finding: B2.14, file: a.yaml, fingerprint: \"\($0)\"}" }, to: "basis.yaml")
    },
    .of("a baseline of mistakes", "leidraad check richtlijn.yaml --baseline basis.yaml --lang en") {
      try $0.write(head, to: "richtlijn.yaml")
      try $0.write("leidraad: baseline/v1\ngaps:\n" + lines(60_000) { "- {fnding: B2.14, x: \($0)}" }, to: "basis.yaml")
    },
    .of("a configuration of mistakes", "leidraad check richtlijn.yaml --lang en") {
      try $0.write(head, to: "richtlijn.yaml")
      try $0.write("leidraad: config/v1\n" + lines(20_000) { "k\($0): 1" }, to: ".leidraad.yaml")
    },
    .of("a policy of mistakes", "leidraad policy lint kader.yaml") {
      try $0.write("leidraad: policy/v1\nid: kader\nversion: 1.0.0\n" + lines(200_000) { "k\($0): 1" }, to: "kader.yaml")
    },
    .of("a policy of 8 MiB and more", "leidraad check richtlijn.yaml --policy kader.yaml --lang en") {
      try $0.write(head, to: "richtlijn.yaml")
      try $0.write("leidraad: policy/v1\nid: kader\n" + lines(600_000) { "k\($0): 123" }, to: "kader.yaml")
    },
    .of(
      "an earlier report of 30 MB that is none",
      "head -c 30000000 /dev/zero | tr '\\0' '[' > eerder.json; leidraad check richtlijn.yaml --no-regression eerder.json --lang en"
    ) {
      try $0.write(head, to: "richtlijn.yaml")
    },
    .of("a list of 3,000 paths that are not there", "leidraad check --files-from lijst --format jsonl --lang en") {
      try $0.write(lines(3000) { "map/\($0).yaml" }, to: "lijst")
    },
    .of("a folder of 5,000 other files", "leidraad check . --format jsonl --lang en") { place in
      for number in 0..<5000 { try place.write([UInt8](), to: "map-\(number % 20)/\(number).txt") }
      try place.write(head, to: "richtlijn.yaml")
    },
    .of("40 folders in each other", "leidraad check . --format jsonl --lang en") { place in
      for number in 0..<40 { try place.write(head, to: (0...number).map { "m\($0)" }.joined(separator: "/") + "/a.txt") }
      try place.write(head, to: "richtlijn.yaml")
    },
    .of("20,000 rules of what to pass over", "leidraad check . --format jsonl --lang en") { place in
      try place.write(lines(20_000) { "**/a*b*c*d*\($0)*/**/x" }, to: ".gitignore")
      for number in 0..<50 { try place.write([UInt8](), to: "map/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\(number).yaml") }
      try place.write(head, to: "richtlijn.yaml")
    },
  ]
}

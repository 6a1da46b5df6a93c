import Foundation
import LeidraadCore
import Testing

/// Every class of hostile text through every place where a guideline, a review or a file's name holds free text, in every form.
@Suite struct MatrixTests {
  static let texts: [(name: String, text: String)] = [
    ("nul", "a\u{0}b"), ("c0", "a\u{1}\u{8}\u{C}b"), ("c1", "a\u{7F}\u{84}\u{9B}31mb"),
    ("ansi", "\u{1B}[31mrood\u{1B}[0m\u{1B}[2J"), ("osc", "\u{1B}]8;;https://example.org\u{7}klik\u{1B}]8;;\u{7}\u{1B}]52;c;eA==\u{7}"),
    ("bidi", "\u{202E}txt.exe\u{202C} \u{2066}x\u{2069}\u{200F}"), ("unseen", "a\u{200B}b\u{FEFF}c\u{AD}d\u{E0041}"),
    ("lines", "een\ntwee\r\ndrie\rvier"), ("other-lines", "een\u{85}twee\u{2028}drie\u{2029}vier\u{B}vijf"),
    ("command", "x\n::error file=x,line=1::vals\n::stop-commands::x"),
    ("old-command", "x ##[error]vals ##vso[task.complete result=Succeeded;]x"),
    ("percent", "%0A::error::x%0D%25%3A%2C%AZP25"), ("properties", "x,line=9,title=y::z;type=error;]z"),
    ("quotes", "\"'`´“”'\"\\\""), ("tags", "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;&#x3C;"),
    ("closers", "]]><x/>--></script></style></textarea>?>"), ("formula", "=HYPERLINK(\"http://example.org\";\"x\")"), ("plus", "+1+1"),
    ("minus", "-2+3"), ("at", "@SUM(A1:A9)"), ("tab", "\t=1+1"), ("semicolon", "x;=1+1,=2"), ("wide-formula", "＝1+1"),
    ("pipes", "a | b || c |\n|---|"), ("backticks", "``` `` ` ~~~"), ("headings", "# x\n- y\n1. z\n===\n> q"),
    ("links", "[x](javascript:alert(1)) ![x](http://example.org/x.png) <javascript:alert(1)> www.example.org"),
    ("script", "javascript:alert(1)"),
    ("references", "@iedereen #1 !2 &3 owner/repo#4 :bom:"), ("combining", "\"\u{301}<\u{301}b>|\u{301}=\u{301}`\u{301}]\u{301}"),
    ("formats", "%s%n%@ ${x} $(x) {{x}} \\u0000 \\n"), ("yaml", "a: b # c\n---\n- d"),
    ("long", String(repeating: "lang woord ", count: 900)),
  ]

  @Test func everyTextInEveryPlace() throws {
    let place = try Place()
    let policy = try #require(BuiltInPolicies.policy("online-work"))
    try place.write(Array("bewijs".utf8), to: "bewijs.md")
    var names: [String] = []
    for (name, text) in Self.texts {
      names.append("\(name).yaml")
      try place.write(Array(Self.guideline(of: policy, saying: text).utf8), to: "\(name).yaml")
      try place.write(Array(Self.review(of: "\(name).yaml", saying: text).utf8), to: "toets-\(name).yaml")
    }
    let reviews = Self.texts.flatMap { ["--review", "toets-\($0.name).yaml"] }
    try check(names, reviews, in: place, also: Self.texts.map { "toets-\($0.name).yaml" })
  }

  /// What a system allows in a name: anything but a slash and a zero.
  @Test func everyTextAsTheNameOfAFile() throws {
    let place = try Place()
    let policy = try #require(BuiltInPolicies.policy("online-work"))
    var names: [String] = []
    for (_, text) in Self.texts {
      let name = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "/" && $0.value != 0 }.prefix(60))) + ".yaml"
      names.append(name)
      try place.write(Array(Self.guideline(of: policy, saying: "x").utf8), to: name)
    }
    try check(names, [], in: place)
  }

  private func check(_ names: [String], _ options: [String], in place: Place, also others: [String] = []) throws {
    try FileManager.default.createDirectory(at: place.folder.appending(path: "rapport"), withIntermediateDirectories: true)
    let reports = CorpusTests.forms.flatMap { ["--report", "\($0)=rapport/\($0)"] }
    var bounds = Child.Bounds.many
    bounds.mebibytes = 400
    let outcome = try Child.leidraad(
      ["check", "-q", "--as-of", "2026-11-24", "--show", "all"] + options + reports + names.map { "./" + $0 }, in: place, bounds: bounds)
    #expect([.code(1), .code(2)].contains(outcome.status), "\(outcome.status) \(outcome.errors)")
    let quoted = (names + ["--also"] + others).map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    let reading = try Child.shell(
      "exec python3 \"$REPOSITORY/Tests/HostileTests/read-back.py\" rapport \(quoted.joined(separator: " "))", in: place,
      bounds: Child.Bounds(seconds: 120, mebibytes: 2000))
    #expect(reading.status == .code(0), "\(reading.text)\(reading.errors.suffix(2000))")
  }

  // MARK: Files

  /// A guideline that says one thing wherever it may say anything.
  private static func guideline(of policy: Policy, saying text: String) -> String {
    let said = quoted(text)
    var lines = ["leidraad: guideline/v1", "policy: online-work@1", "language: nl", "x-\(text.unicodeScalars.count): \(said)"]
    for (index, section) in policy.sections.enumerated() {
      lines.append("\(section.id):")
      if section.id == "organisation" { lines += ["  name: \(said)", "  kind: youth-work"] }
      for field in policy.fields where field.section == index && !["name", "kind"].contains(field.name) {
        if field.kind == .list {
          lines.append("  \(field.name):")
          lines += field.items.enumerated().map { "    \($0 == 0 ? "-" : " ") \($1.name): \(value(of: $1, said))" }
        } else {
          lines.append("  \(field.name): \(value(of: field, said))")
        }
      }
      lines.append("  notes: \(said)")
    }
    lines += [
      "evidence:", "  - {id: een, title: \(said), file: bewijs.md, date: 2026-05-10, supports: {accounts: {at: \(said), quote: \(said)}}}",
      "  - {id: twee, title: \(said), file: \(said), date: 2026-05-10, supports: {B2.14: \(said)}}",
      "  - {id: drie, title: x, url: \(said), supports: {B2.02: x}}", "  - {id: vier, title: x, kept-at: \(said), supports: {B2.03: x}}",
      "decisions:", "  - {for: [B2.15], status: explained, reason: \(said), measure: \(said), owner: \(said), date: 2026-05-10}",
      "  - {for: [B2.16], status: planned, reason: \(quoted("een reden die lang genoeg is " + text)), owner: \(said), date: 2026-05-10, until: 2027-01-01}",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func value(of field: Field, _ said: String) -> String {
    switch field.kind {
    case .text, .link: said
    case .texts: "[\(said), \(said)]"
    case .flag: "false"
    case .choice: field.options.last?.id ?? "x"
    case .choices: "[\(field.options.last?.id ?? "x")]"
    case .number: "\(max(field.minimum, 1))"
    case .date: "2026-05-10"
    case .period: "3 months"
    case .list: "not-arranged"
    }
  }

  private static func review(of file: String, saying text: String) -> String {
    let said = quoted(text)
    return """
      leidraad: review/v1
      policy: online-work@1
      guideline: \(file)
      reviewer: {organisation: \(said), role: \(said)}
      date: 2026-10-01
      verdicts:
        - {control: B2.14, verdict: refuted, claim: "\(String(repeating: "0", count: 64))", reason: \(said)}

      """
  }

  /// In double quotes, with an escape for all that is not plain.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\\(scalar)"
      case 0x20..<0x7F: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }
}

import Foundation
import Testing

/// Files at every limit and far beyond, made when they are needed: each ends within the promise, 2 s and 200 MiB, with a documented code and a located
/// message or a proper result.
@Suite struct LargeTests {
  @Test(arguments: LargeTheme.all)
  func outcomes(theme: LargeTheme) throws {
    var lines: [String] = []
    for test in theme.cases {
      let place = try Place()
      try test.prepare(place)
      let outcome = try Child.shell(test.script, in: place, bounds: .large)
      let bound = Double(Child.Bounds.large.seconds)
      #expect(outcome.seconds <= bound, "\(test.name): \(outcome.seconds) s")
      #expect(outcome.peakMebibytes <= 200, "\(test.name): \(outcome.peakMebibytes) MiB")
      // A report of one file, whatever is in it.
      #expect(outcome.output.count <= 5 << 20, "\(test.name): \(outcome.output.count) bytes")
      lines.append("\(test.name): \(try Self.inShort(outcome))")
    }
    let differences = try Expectations.differences(lines, Theme.folder.appending(path: "large/\(theme.name).expected"))
    #expect(differences == [])
  }

  /// Twenty thousand mistakes in every form and language: a hundred of them, and one line about the rest.
  @Test(arguments: ["nl", "en"])
  func everyFormTellsOfTheRest(language: String) throws {
    let place = try Place()
    try place.write(Mistakes.unknownKeys.text, to: "richtlijn.yaml")
    let reports = CorpusTests.forms.map { "--report \($0)=uit.\($0)" }.joined(separator: " ")
    let outcome = try Child.shell("leidraad check -q richtlijn.yaml --lang \(language) \(reports)", in: place, bounds: .many)
    #expect(outcome.status == .code(2), "\(outcome.errors)")
    for form in CorpusTests.forms {
      let bytes = try place.read("uit.\(form)")
      #expect(bytes.count <= 5 << 20, "\(form): \(bytes.count) bytes")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("19900"), "\(form) does not say how many more there are")
      #expect(text.contains("more-diagnostics") || form == "html" || form == "markdown", "\(form) does not name the code")
    }
  }

  /// Errors are told before warnings, whatever comes first in the file.
  @Test func errorsComeFirst() throws {
    let place = try Place()
    try place.write(
      Mistakes.head + "role-disclosure:\n  moments:\n" + String(repeating: "    - TBD\n", count: 300)
        + (1...60).map { "onbekend-\($0): x\n" }.joined(), to: "richtlijn.yaml")
    let outcome = try Child.leidraad(["check", "richtlijn.yaml", "--format", "jsonl"], in: place)
    let file = try #require(CheckedFile.read(outcome.output).first)
    #expect(file.problems.count { $0.code == "unknown-key" } == 60)
    #expect(file.problems.count { $0.code == "filler" } == 40)
    #expect(file.problems.last.map { "\($0.severity) \($0.code)" } == "warning more-diagnostics")
    #expect(outcome.text.contains("260 waarschuwingen"))
  }

  /// A file for another policy is not assessed, however many mistakes stand before the line that says so.
  @Test func theVerdictIsTheSame() throws {
    let place = try Place()
    let mistakes = (1...300).map { "onbekend-\($0): x\n" }.joined()
    try place.write("leidraad: guideline/v1\n\(mistakes)policy: ander@1\norganisation: {name: Club, kind: sports-org}\n", to: "ander.yaml")
    try place.write(Mistakes.head + mistakes, to: "goed.yaml")
    let outcome = try Child.leidraad(["check", "ander.yaml", "goed.yaml", "--format", "jsonl"], in: place)
    #expect(outcome.status == .code(2))
    #expect(try CheckedFile.read(outcome.output).map(\.isAssessed) == [false, true])
  }

  /// The exit code, and per file how many of which diagnostics, from where.
  private static func inShort(_ outcome: Child.Outcome) throws -> String {
    guard case .code(let code) = outcome.status else { return "\(outcome.status)" }
    var parts = ["exit \(code)"]
    if outcome.output.first == 0x7B {
      for file in try CheckedFile.read(outcome.output).prefix(3) {
        var counts: [String: (count: Int, first: String)] = [:]
        for problem in file.problems {
          let first = counts[problem.code]?.first ?? "\(problem.line):\(problem.column)"
          counts[problem.code] = ((counts[problem.code]?.count ?? 0) + 1, first)
        }
        parts.append(file.isAssessed ? "assessed" : "not assessed")
        parts += counts.sorted { $0.key < $1.key }.map { "\($1.count) \($0) from \($1.first)" }
        let more = outcome.text.firstMatch(of: /More is wrong with this file than is shown: ([^"]*) more/)
        if counts["more-diagnostics"] != nil, let more { parts.append("and \(more.1)") }
      }
    }
    let words = outcome.errors.split(separator: "\n").first.map { String($0.prefix(160)) }
    return (parts + [words].compactMap { $0 }).joined(separator: ", ")
  }
}

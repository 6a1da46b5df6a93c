import Foundation
import Testing

/// Every hostile file through the whole program: it ends within its bounds, with a documented code, and tells what is wrong and where.
@Suite struct CorpusTests {
  @Test func thereAreAtLeastThreeHundredCases() {
    let files = Theme.all.flatMap(\.cases)
    #expect(files.count >= 300)
    // Counted once: the same bytes twice are one case.
    #expect(Set(files.map(\.bytes)).count == files.count)
  }

  @Test(arguments: Theme.all)
  func outcomes(theme: Theme) throws {
    let place = try Place()
    for test in theme.cases { try place.write(test.bytes, to: "\(test.name).yaml") }
    let results = try checkAllForms(of: theme.cases.map { "\($0.name).yaml" }, in: place)
    let named = Dictionary(results.map { ($0.file, $0) }) { first, _ in first }
    var lines: [String] = []
    for test in theme.cases {
      let result = try #require(named["\(test.name).yaml"], "\(theme.name)/\(test.name) is passed over")
      for fault in result.faults(lineCount: test.lineCount) { Issue.record("\(theme.name)/\(test.name): \(fault)") }
      lines.append("\(test.name): \(result.inShort)")
    }
    let differences = try Expectations.differences(lines, theme.expectations)
    #expect(differences == [])
  }

  /// The cases of the YAML reader, too: they are no guidelines, and each is told so in every form.
  @Test func casesOfTheReader() throws {
    let folder = Child.repository.appending(path: "Tests/LocatedYAMLTests/Cases")
    let place = try Place()
    var names: [String] = []
    for kind in ["ok", "err"] {
      for test in HostileCase.all(in: folder.appending(path: kind)) {
        names.append("\(kind)-\(test.name).yaml")
        try place.write(test.bytes, to: names[names.count - 1])
      }
    }
    #expect(names.count > 100)
    try checkAllForms(of: names, in: place)
  }

  /// Writes the report on the files in every form, and has each read back by a program that knows nothing of this one.
  @discardableResult
  private func checkAllForms(of names: [String], in place: Place) throws -> [CheckedFile] {
    try FileManager.default.createDirectory(at: place.folder.appending(path: "rapport"), withIntermediateDirectories: true)
    var bounds = Child.Bounds.many
    bounds.mebibytes = 400
    let reports = Self.forms.flatMap { ["--report", "\($0)=rapport/\($0)"] }
    let outcome = try Child.leidraad(
      ["check", "-q", "--format", "jsonl", "--basis", "literal"] + reports + names, in: place, bounds: bounds)
    // Something is wrong with some of them.
    guard outcome.status == .code(2) else {
      Issue.record("\(outcome.status)\n\(outcome.errors)")
      return []
    }
    #expect(outcome.seconds <= Double(2 * names.count))
    #expect(place.names.count { $0.hasPrefix("rapport/") } == Self.forms.count)
    let reading = try Child.shell(
      "exec python3 \"$REPOSITORY/Tests/HostileTests/read-back.py\" rapport \(names.joined(separator: " "))", in: place,
      bounds: Child.Bounds(seconds: 120, mebibytes: 2000))
    #expect(reading.status == .code(0), "\(reading.text)\(reading.errors.suffix(2000))")
    return try CheckedFile.read(outcome.output)
  }

  static let forms = ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "azure", "html", "markdown", "csv", "oscal"]
}

/// What a line of the report for programs says of one file, read without the product's code.
struct CheckedFile {
  struct Problem {
    let code: String
    let severity: String
    let line: Int
    let column: Int
  }

  let file: String
  let problems: [Problem]
  let met: [String]
  let isAssessed: Bool

  static func read(_ output: [UInt8]) throws -> [CheckedFile] {
    try output.split(separator: 0x0A).map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
      let problems = (value["diagnostics"] as? [[String: Any]] ?? []).map { item in
        let place = item["place"] as? [String: Any] ?? [:]
        return Problem(
          code: item["code"] as? String ?? "", severity: item["severity"] as? String ?? "", line: place["line"] as? Int ?? 0,
          column: place["column"] as? Int ?? 0)
      }
      let result = value["result"] as? [String: Any]
      let findings = result?["findings"] as? [[String: Any]] ?? []
      let met = findings.filter { $0["outcome"] as? String == "met" || $0["outcome"] as? String == "partly-met" }.compactMap {
        $0["id"] as? String
      }
      return CheckedFile(file: value["file"] as? String ?? "", problems: problems, met: met, isAssessed: result != nil)
    }
  }

  /// What no file may lead to.
  func faults(lineCount: Int) -> [String] {
    var faults: [String] = []
    let hasErrors = problems.contains { $0.severity == "error" }
    if !isAssessed, !hasErrors { faults.append("not assessed, and no error says why") }
    for problem in problems where problem.line < 1 || problem.column < 1 || problem.line > lineCount {
      faults.append("\(problem.code) at \(problem.line):\(problem.column) of \(lineCount) lines")
    }
    return faults
  }

  /// One line for a file of expectations.
  var inShort: String {
    let code = problems.contains { $0.severity == "error" } ? "faulty" : "assessed"
    let shown = [code] + problems.prefix(6).map { "\($0.line):\($0.column) \($0.severity) \($0.code)" }
    let more = problems.count > 6 ? ["and \(problems.count - 6) more"] : []
    return (shown + more + (met.isEmpty ? [] : ["met \(met.joined(separator: " "))"])).joined(separator: ", ")
  }
}

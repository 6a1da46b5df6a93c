import LocatedYAML
import Testing

@testable import LeidraadCore

/// `Cases/guideline`: files as people write them, and what each is told, against the built-in policy.
@Suite struct GuidelineDiagnosticTests {
  /// The documents that evidence in the cases may name.
  private static let documents: [String: String] = [
    "docs/richtlijn.md": "# Richtlijn\n\nAlle accounts staan op naam van de *stichting*.\n", "docs/leeg.md": " \n",
  ]

  private static func read(_ path: String) -> EvidenceFile {
    switch path {
    case "../elders.md": .outside
    case "docs": .notAFile
    case "richtlijn.yaml": .guidelineItself
    default: documents[path].map { .found(bytes: Array($0.utf8), digest: testDigest(Array($0.utf8))) } ?? .missing
    }
  }

  @Test(arguments: DiagnosticCase.all(in: "guideline"))
  func says(_ test: DiagnosticCase) throws {
    let policy = try builtInPolicy()
    let file = try #require(try test.files().first)
    try test.expect(try Self.diagnostics(file, policy))
  }

  /// What `check` tells about a file: syntax, decoding, and what the assessment finds in it.
  private static func diagnostics(_ file: PolicyFile, _ policy: Policy) throws -> [Diagnostic] {
    let decoder = GuidelineDecoder(policy)
    let document: Document
    do {
      document = try Document.parse(file.bytes)
    } catch {
      let rest = error.partial.map { decoder.decode($0, file: file.name, after: error) }
      let all = error.diagnostics(file: file.name) + (rest?.diagnostics ?? [])
      return Report(file: file.name, language: .dutch, diagnostics: all, policy: policy.id, digest: testDigest).problems.map(\.diagnostic)
    }
    let decoding = decoder.decode(document, file: file.name)
    let asOf = try #require(CivilDate(iso: "2026-11-24".utf8))
    let inputs = AssessmentInputs(asOf: asOf, readEvidence: read, digest: testDigest)
    let report = policy.report(
      decoding.guideline, policy.assess(decoding.guideline, inputs), diagnostics: decoding.diagnostics, language: .dutch,
      requirement: Requirement(band: policy.require), digest: testDigest)
    return report.problems.map(\.diagnostic)
  }

  /// What is of another kind, of another version or for another policy is not assessed, however much of it would do.
  @Test(arguments: [
    ("leidraad: guideline/v1\npolicy: online-work@1", false), ("leidraad: guideline/v2\npolicy: online-work@1", true),
    ("leidraad: guideline/v1\npolicy: online-work@2", true), ("leidraad: review/v1", true), ("leidraad: policy/v1", true), ("- 1", true),
  ])
  func isNotAssessed(text: String, isAnotherFile: Bool) throws {
    let decoding = GuidelineDecoder(try builtInPolicy()).decode(try Document.parse(Array(text.utf8)), file: "richtlijn.yaml")
    #expect(decoding.isAnotherFile == isAnotherFile)
  }

  /// A hundred are told of a file, and how many more there are.
  @Test(arguments: [100, 101, 150])
  func areTooManyToTell(count: Int) throws {
    let decoder = GuidelineDecoder(try builtInPolicy())
    let keys = (0..<count).map { "sleutel-\($0): x\n" }.joined()
    let options = "role-disclosure: {moments: [\((0..<count).map { "moment\($0)" }.joined(separator: ", "))]}\n"
    for (text, code) in [(keys, DiagnosticCode.unknownKey), (options, .unknownOption)] {
      let head = "leidraad: guideline/v1\npolicy: online-work@1\norganisation: {name: Voorbeeld, kind: youth-work}\n"
      let told = decoder.decode(try Document.parse(Array((head + text).utf8)), file: "richtlijn.yaml").diagnostics
      #expect(told.prefix(100).allSatisfy { $0.code == code })
      #expect(told.dropFirst(100).map(\.code) == (count > 100 ? [.moreDiagnostics] : []))
      #expect(told.map { $0.count(of: .error) }.reduce(0, +) == count)
    }
  }

  /// Of each file a hundred, however the files lie among each other.
  @Test func areToldOfEachFile() {
    let files = ["a.yaml", "b.yaml"]
    let all = (0..<120).flatMap { _ in files.map { Diagnostic(.unknownKey, Phrase(nl: "x", en: "x"), at: .whole($0)) } }
    let told = Diagnostic.told(of: all)
    #expect(told.map(\.location.file) == files.flatMap { Array(repeating: $0, count: 101) })
    #expect(told.map { $0.count(of: .error) }.reduce(0, +) == 240)
  }

  @Test func areMany() {
    let cases = DiagnosticCase.all(in: "guideline")
    #expect(cases.count >= 60)
    #expect(Set(cases.map(\.name)).count == cases.count)
  }
}

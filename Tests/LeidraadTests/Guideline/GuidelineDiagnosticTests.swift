import LeidraadCore
import LocatedYAML
import Testing

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

  @Test func areMany() {
    let cases = DiagnosticCase.all(in: "guideline")
    #expect(cases.count >= 60)
    #expect(Set(cases.map(\.name)).count == cases.count)
  }
}

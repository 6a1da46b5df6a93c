import LeidraadCore
import LocatedYAML
import Testing

/// The example of each code is a test of it: before has the code, after has no fault.
@Suite struct DiagnosticExplanationTests {
  /// Codes about what is outside the file, with examples that are calls, or whose example is a part of a larger file.
  private static let untested: Set<DiagnosticCode> = [
    .unreadableFile, .invalidEncoding, .moreDiagnostics, .verdictConflict, .verdictLapsed, .reviewOfAnother, .invalidExample,
    // Found by `policy lint` in whole policies; PolicyToolsTests has them.
    .unreadField, .unnamedOption, .incompleteControl, .claimsSource, .vagueWord, .undatedSource, .silentBlocker, .untestedCheck,
  ]
  private static let ofPolicies: Set<DiagnosticCode> = [
    .invalidPolicy, .invalidFraction, .invalidWeight, .invalidCheck, .missingLanguage, .circularExtends, .unreachableControl, .lowersPolicy,
  ]

  @Test(arguments: DiagnosticCode.allCases)
  func theWordsAreThere(code: DiagnosticCode) {
    let explanation = code.explanation
    for phrase in [explanation.meaning, explanation.why, explanation.whatToDo] {
      #expect(phrase.nl.hasSuffix(".") && phrase.en.hasSuffix("."), "\(phrase)")
    }
    #expect(explanation.before != explanation.after)
  }

  @Test(arguments: DiagnosticCode.allCases.filter { !untested.contains($0) })
  func theExampleShowsIt(code: DiagnosticCode) throws {
    let explanation = code.explanation
    let isOfPolicy = Self.ofPolicies.contains(code)
    let before = isOfPolicy ? Self.overlay(explanation.before) : try Self.guideline(explanation.before)
    let after = isOfPolicy ? Self.overlay(explanation.after) : try Self.guideline(explanation.after)
    #expect(before.contains { $0.code == code }, "\(before.map(\.message.en))")
    #expect(!after.contains { $0.code == code || $0.severity == .error }, "\(after.map(\.message.en))")
  }

  /// What is found in a guideline of which the example is a part.
  private static func guideline(_ part: String) throws -> [Diagnostic] {
    let policy = try #require(ExplainerTests.policy)
    let head = [("leidraad", "guideline/v1"), ("policy", "online-work@1"), ("organisation", "{name: Sportclub, kind: sports-org}")]
    let document: Document
    do {
      document = try Document.parse(Array(completed(part, head).utf8))
    } catch {
      return error.diagnostics(file: "richtlijn.yaml")
    }
    let decoding = GuidelineDecoder(policy).decode(document, file: "richtlijn.yaml")
    let inputs = AssessmentInputs(asOf: policy.date, digest: { _ in "" })
    let report = policy.report(
      decoding.guideline, policy.assess(decoding.guideline, inputs), diagnostics: decoding.diagnostics, language: .dutch,
      requirement: Requirement(band: policy.require), digest: { _ in "" })
    return report.problems.map(\.diagnostic)
  }

  /// What is found in an overlay of which the example is a part.
  private static func overlay(_ part: String) -> [Diagnostic] {
    let head = [
      ("leidraad", "policy/v1"), ("id", "gemeente-a"), ("version", "1.0.0"), ("extends", "online-work@1"),
      ("title", "{nl: Gemeente A, en: Municipality A}"),
    ]
    let file = PolicyFile(name: "gemeente-a.yaml", bytes: Array(completed(part, head).utf8))
    return Policy.load([file]) { id in BuiltInPolicies.files(of: id) ?? [file] }.diagnostics
  }

  /// The part with the lines of the head whose keys it does not have itself. A list stays as it is: it has no keys.
  private static func completed(_ part: String, _ head: [(key: String, value: String)]) -> String {
    if part.hasPrefix("-") { return part }
    let lines = part.split(separator: "\n")
    return head.filter { entry in !lines.contains { $0.hasPrefix("\(entry.key):") } }.map { "\($0.key): \($0.value)\n" }.joined() + part
      + "\n"
  }
}

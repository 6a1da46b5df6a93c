import LocatedYAML
import Testing

@testable import LeidraadCore

/// A quotation that cannot be looked up makes evidence no better and no worse: it scores exactly like the same file without the quotation.
@Suite struct UncheckedQuoteTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let bytes: [UInt8]
    /// So many others, each with a quotation from a text as long as is looked through.
    var before = 0
  }

  private static let longest = [UInt8](repeating: 0x61, count: 2 << 20)

  static let examples = [
    Example(testDescription: "a text too large to look through", file: "a.txt", bytes: longest + [0x61]),
    Example(testDescription: "no text", file: "a.md", bytes: [0x61, 0xFF]),
    Example(testDescription: "a document of another kind", file: "a.pdf", bytes: Array("%PDF".utf8)),
    Example(testDescription: "after all that may be looked through", file: "z.txt", bytes: longest, before: 3),
  ]

  @Test(arguments: examples, [Assessment.Assurance.declared, .substantiated])
  func scoresLikeNone(_ example: Example, assurance: Assessment.Assurance) throws {
    let with = try Self.assess(example, quote: "alle accounts staan op naam", assurance)
    let without = try Self.assess(example, quote: nil, assurance)
    let (quoted, bare) = (try #require(with.evidence.last), try #require(without.evidence.last))
    #expect(quoted.findings == bare.findings + [.quoteNotChecked] && quoted.factor == bare.factor)
    #expect(with.scores == without.scores && with.verdict == without.verdict && with.completeness == without.completeness)
    #expect(with.controls.map(\.points) == without.controls.map(\.points))
    #expect(with.controls.contains { $0.needsEvidence && !$0.evidenceFactor.isZero && !$0.points.substantiated.isZero })
  }

  /// A guideline of which one answer that needs evidence has it.
  private static func assess(_ example: Example, quote: String?, _ assurance: Assessment.Assurance) throws -> Assessment {
    let policy = try builtInPolicy()
    let kind = try #require(policy.kinds.firstIndex { $0.id == "youth-work" })
    let quoted = quote.map { ", quote: \"\($0)\"" } ?? ""
    var text = Sample.complete(policy, kind: kind).text() + "evidence:\n"
    for number in 0..<example.before {
      text += entry("v\(number)", file: "v\(number).txt", supports: "reach: {at: \"1\", quote: er staat niets}")
    }
    text += entry("z", file: example.file, supports: "accounts: {at: \"1\"\(quoted)}")
    let document = try Document.parse(Array(text.utf8))
    let decoding = GuidelineDecoder(policy).decode(document, file: "richtlijn.yaml")
    #expect(decoding.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    let inputs = AssessmentInputs(
      asOf: policy.date, assurance: assurance,
      readEvidence: { .found(bytes: $0 == example.file ? example.bytes : longest, digest: "") }, digest: testDigest)
    return try #require(policy.assess(decoding.guideline, inputs))
  }

  private static func entry(_ id: String, file: String, supports: String) -> String {
    "  - {id: \(id), title: Richtlijn, file: \(file), date: 2026-05-10, supports: {\(supports)}}\n"
  }
}

import LocatedYAML
import Testing

@testable import LeidraadCore

/// Evidence counts fully up to the policy's term, half up to one and a half times that, and then not at all.
@Suite struct EvidenceAgeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let term: Int
    let date: String
    let factor: Fraction
    var testDescription: String { "\(term) months, \(date)" }

    init(_ term: Int, _ date: String, _ factor: Fraction) {
      self.term = term
      self.date = date
      self.factor = factor
    }
  }

  private static let half = Fraction(1, 2)

  @Test(arguments: [
    // As of 2026-11-24.
    Example(24, "2026-11-24", .one), Example(24, "2026-11-23", .one), Example(24, "2024-11-24", .one), Example(24, "2024-11-23", half),
    Example(24, "2023-11-24", half), Example(24, "2023-11-23", .zero), Example(24, "2026-11-25", .zero), Example(24, "9999-12-31", .zero),
    Example(24, "0001-01-01", .zero),
    // One and a half times five months is seven, down.
    Example(5, "2026-06-24", .one), Example(5, "2026-06-23", half), Example(5, "2026-04-24", half), Example(5, "2026-04-23", .zero),
    Example(1, "2026-10-24", .one), Example(1, "2026-10-23", .zero),
  ])
  func weighs(_ test: Example) throws {
    #expect(try Self.factor(date: test.date, term: test.term, asOf: "2026-11-24") == test.factor)
  }

  /// Month ends clamp: what is dated the 31st is in date through the last day of a shorter month.
  @Test(arguments: [
    ("2026-08-31", "2027-02-28", Fraction.one), ("2026-08-31", "2027-03-01", half), ("2026-08-30", "2027-02-28", Fraction.one),
    ("2025-08-31", "2026-02-28", .one),
    ("2023-08-31", "2024-02-29", Fraction.one), ("2023-08-31", "2024-03-01", half), ("2026-08-31", "2027-05-31", half),
    ("2026-08-31", "2027-06-01", .zero),
  ])
  func clamps(date: String, asOf: String, factor: Fraction) throws {
    #expect(try Self.factor(date: date, term: 6, asOf: asOf) == factor)
  }

  @Test func isHalfWithoutDateOrPlaceAndNothingWithoutFile() throws {
    #expect(try Self.factor(date: nil, term: 24, asOf: "2026-11-24") == Self.half)
    #expect(try Self.factor(date: "2026-11-24", term: 24, asOf: "2026-11-24", place: "") == Self.half)
    #expect(try Self.factor(date: "2026-11-24", term: 24, asOf: "2026-11-24", place: "TBD") == Self.half)
    #expect(try Self.factor(date: "2024-11-23", term: 24, asOf: "2026-11-24", place: "") == Self.half)
    #expect(try Self.factor(date: "2026-11-24", term: 24, asOf: "2026-11-24", source: "url: https://example.org") == Self.half)
    #expect(try Self.factor(date: "2026-11-24", term: 24, asOf: "2026-11-24", source: "kept-at: kluis") == Self.half)
    #expect(try Self.factor(date: "2026-11-24", term: 24, asOf: "2026-11-24", source: "file: b.md") == .zero)
    #expect(try Self.factor(date: "2023-11-23", term: 24, asOf: "2026-11-24", source: "kept-at: kluis") == .zero)
  }

  private static func factor(date: String?, term: Int, asOf: String, place: String = "'1'", source: String = "file: a.md") throws
    -> Fraction
  {
    var policy = try builtInPolicy()
    policy.terms.evidence = term
    let yaml = """
      leidraad: guideline/v1
      policy: online-work@1
      organisation: {name: A, kind: school}
      evidence:
        - id: a
          title: A
          \(source)
          date: \(date ?? "")
          supports: {accounts: \(place)}

      """
    let decoding = GuidelineDecoder(policy).decode(try Document.parse(Array(yaml.utf8)), file: "a.yaml")
    let asOf = try #require(CivilDate(iso: asOf.utf8))
    let inputs = AssessmentInputs(
      asOf: asOf, readEvidence: { $0 == "a.md" ? .found(bytes: [0x61], digest: "") : .missing }, digest: testDigest)
    return try #require(policy.assess(decoding.guideline, inputs)?.evidence.first?.factor)
  }
}

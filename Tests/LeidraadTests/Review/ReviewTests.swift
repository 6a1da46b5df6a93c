import Foundation
import LocatedYAML
import Testing

@testable import LeidraadCore

/// A review as an auditor gets it, fills it in and hands it back.
@Suite struct ReviewTests {
  private static let guideline = """
    leidraad: guideline/v1
    policy: club@1
    language: nl
    organisation: {name: Voorbeeld, kind: sports-club}
    chat: {rules: spoken, moderators: 2}

    """

  private static let review = """
    leidraad: review/v1
    policy: club@1
    guideline: richtlijn.yaml
    reviewer: {organisation: Gemeente Voorbeeld, role: adviseur}
    date: 2026-11-20
    verdicts:
      - {control: S1.1, verdict: adjusted, share: 1/4, reason: " Half. ", evidence: " gesprek ", severity: laag, due: 2027-01-01, claim: AB}
      - {control: S1.2, verdict: confirmed, claim: ef}

    """

  private static func policy() throws -> Policy { try #require(PolicyToolsTests.load(PolicyToolsTests.club).policy) }

  private static func decode(_ text: String) throws -> (review: Review?, diagnostics: [Diagnostic]) {
    try policy().decodeReview(try Document.parse(Array(text.utf8)), file: "toets.yaml")
  }

  private static func template(_ text: String = guideline, earlier: Review? = nil) throws -> String {
    let read = try Assessed(text, try policy())
    return ReviewTemplate(policy: read.policy, guideline: read.guideline, assessment: read.assessment, digest: testDigest)
      .text(path: "../richtlijn.yaml", earlier: earlier, language: .dutch)
  }

  @Test func readsWhatAnAuditorWrote() throws {
    let (read, diagnostics) = try Self.decode(Self.review)
    #expect(diagnostics.map(\.message.en) == [])
    let review = try #require(read)
    #expect(review.file == "toets.yaml" && review.guideline == "richtlijn.yaml" && "\(review.date)" == "2026-11-20")
    #expect(review.reviewer == "Gemeente Voorbeeld" && review.role == "adviseur")
    try #require(review.verdicts.map(\.control) == [0, 1])
    let (adjusted, confirmed) = (review.verdicts[0], review.verdicts[1])
    #expect(adjusted.judgement == .adjusted && adjusted.share == Fraction(1, 4) && adjusted.claim == "ab")
    #expect(adjusted.reason == "Half." && adjusted.evidence == "gesprek" && adjusted.severity == "laag")
    #expect(adjusted.due.map { "\($0)" } == "2027-01-01")
    #expect(adjusted.location.start.line == 7)
    #expect(confirmed.judgement == .confirmed && confirmed.share == .zero && confirmed.claim == "ef")
    #expect(confirmed.reason == nil && confirmed.evidence == nil && confirmed.severity == nil && confirmed.due == nil)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let code: DiagnosticCode
    let path: String
    /// What is left of the verdicts; nil where there is no review at all.
    let verdicts: [Int]?
    var testDescription: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, _ code: DiagnosticCode, _ path: String, _ verdicts: [Int]?) {
      (self.old, self.new, self.code, self.path, self.verdicts) = (old, new, code, path, verdicts)
    }
  }

  static let faults = [
    Fault("review/v1", "guideline/v1", .wrongFormat, "leidraad", [0, 1]),
    Fault("policy: club@1", "policy: other@1", .wrongPolicy, "policy", [0, 1]),
    Fault("policy: club@1\n", "", .missingKey, "policy", [0, 1]),
    Fault("guideline: richtlijn.yaml\n", "", .missingKey, "guideline", nil),
    Fault("date: 2026-11-20", "date: morgen", .invalidDate, "date", nil),
    Fault("{organisation: Gemeente Voorbeeld, role: adviseur}", "Gemeente", .wrongType, "reviewer", [0, 1]),
    Fault("organisation: Gemeente Voorbeeld, ", "", .missingKey, "reviewer.organisation", [0, 1]),
    Fault(", role: adviseur", "", .missingKey, "reviewer.role", [0, 1]),
    Fault("control: S1.2", "control: S1.3", .unknownReference, "verdicts[2].control", [0]),
    Fault("control: S1.2, ", "", .missingKey, "verdicts[2].control", [0]),
    Fault("verdict: confirmed", "verdict: confirmd", .unknownOption, "verdicts[2].verdict", [0]),
    Fault(", claim: ef", "", .missingKey, "verdicts[2].claim", [0]),
    Fault("verdict: confirmed", "verdict: refuted", .missingKey, "verdicts[2].reason", [0, 1]),
    Fault("reason: \" Half. \"", "reason: \" \"", .missingKey, "verdicts[1].reason", [0, 1]),
    Fault("share: 1/4, ", "", .missingKey, "verdicts[1].share", [1]),
    Fault("share: 1/4", "share: 5/4", .invalidFraction, "verdicts[1].share", [1]),
    Fault("verdict: confirmed", "verdict: confirmed, share: 1/2", .unknownKey, "verdicts[2].share", [0, 1]),
    Fault("verdict: confirmed", "verdict: confirmed, reson: x", .unknownKey, "verdicts[2].reson", [0, 1]),
    Fault("due: 2027-01-01", "due: 2027-02-30", .invalidDate, "verdicts[1].due", [0, 1]),
  ]

  @Test(arguments: faults)
  func tellsWhatIsWrong(_ fault: Fault) throws {
    #expect(Self.review.contains(fault.old))
    let (review, diagnostics) = try Self.decode(Self.review.replacing(fault.old, with: fault.new))
    #expect(diagnostics.map { "\($0.code.rawValue) \($0.path)" } == ["\(fault.code.rawValue) \(fault.path)"])
    #expect(review?.verdicts.map(\.control) == fault.verdicts)
  }

  /// A share of one is the most, and an open day is no day.
  @Test func takesTheWholeAndAnOpenDay() throws {
    let (review, diagnostics) = try Self.decode(
      Self.review.replacing("share: 1/4", with: "share: 1").replacing("due: 2027-01-01", with: "due: "))
    #expect(diagnostics.map(\.message.en) == [])
    #expect(review?.verdicts[0].share == .one && review?.verdicts[0].due == nil)
  }

  @Test(arguments: ["", "# niets\n", "[]", "tekst"])
  func whatIsNoReviewIsTold(text: String) throws {
    let (review, diagnostics) = try Self.decode(text)
    #expect(review == nil && diagnostics.count == 1)
  }

  /// A share is an auditor's own only where one was given.
  @Test func aShareIsToldOfWhatIsAdjusted() throws {
    let review = try #require(try Self.decode(Self.review).review)
    let read = try Assessed(Self.guideline, try Self.policy())
    let inputs = AssessmentInputs(asOf: try Self.policy().date, reviews: [review], digest: testDigest)
    let report = read.policy.report(
      read.guideline, read.policy.assess(read.guideline, inputs), diagnostics: [], language: .dutch,
      requirement: Requirement(band: read.policy.require), digest: testDigest)
    let verdicts = try #require(report.result).verdicts
    #expect(verdicts.map(\.judgement) == ["adjusted", "confirmed"] && verdicts.map(\.share) == [Fraction(1, 4), nil])
  }

  // MARK: Claims

  /// What is digested is JSON that any reader takes for the same text, whatever stands in it.
  @Test(arguments: ["gewoon", "\"aan\" \\ en uit", "regel\nregel\ttab\rterug", "\u{1}\u{8}\u{1F}\u{7F}", "één 😀 \u{2028}"])
  func aClaimIsJSON(text: String) throws {
    let read = try Assessed(Self.guideline, try Self.policy())
    let decision = Decision(
      controls: [], status: .explained, reason: text, measure: nil, owner: nil, date: nil, until: nil,
      node: try #require(read.document.root))
    let claim = Claim(policy: read.policy, guideline: read.guideline, assessments: []).text(control: 0, evidence: [], decision: decision)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(claim.utf8)) as? [String: Any])
    #expect((object["decision"] as? [String: Any])?["reason"] as? String == text)
    #expect(object["control"] as? String == "S1.1" && object["policy"] as? String == "club@1")
  }

  // MARK: The template

  @Test func aTemplateAsksAboutEveryControlOnce() throws {
    let text = try Self.template()
    #expect(try Self.decode(text).review?.verdicts.count == 0)
    let filled = text.replacing("  # - {", with: "  - {").replacing("[naam]", with: "Gemeente").replacing("[functie]", with: "adviseur")
    let (read, diagnostics) = try Self.decode(filled)
    #expect(diagnostics.map(\.message.en) == [])
    let review = try #require(read)
    #expect(review.guideline == "../richtlijn.yaml" && review.reviewer == "Gemeente" && review.role == "adviseur")
    #expect(try review.date == Self.policy().date)
    #expect(review.verdicts.map(\.control) == [0, 1])
    #expect(review.verdicts.map(\.judgement) == [.confirmed, .confirmed])
    #expect(Set(review.verdicts.map(\.claim)).count == 2)
    #expect(text.contains("  # S1.1 De richtlijn heeft afspraken op papier. Opgegeven: \(Outcome.partlyMet.label[.dutch]).\n"))
    #expect(!text.contains(ReviewWords.lapsed[.dutch]))
  }

  @Test func whatStillHoldsIsKeptAndWhatLapsedIsAskedAgain() throws {
    let claims = try Self.template().split(separator: "\n").filter { $0.hasPrefix("  # - {") }.compactMap { line in
      line.split(separator: "claim: ").last.map { String($0.dropLast()) }
    }
    try #require(claims.count == 2)
    let earlier = try #require(
      try Self.decode(Self.review.replacing("claim: AB", with: "claim: \(claims[0])").replacing("claim: ef", with: "claim: \(claims[1])"))
        .review)
    let same = try #require(try Self.decode(try Self.template(earlier: earlier)).review)
    #expect(same.reviewer == earlier.reviewer && same.role == earlier.role)
    try #require(same.verdicts.map(\.control) == [0, 1])
    #expect(same.verdicts[0].share == Fraction(1, 4) && same.verdicts[0].judgement == .adjusted)
    #expect(same.verdicts[0].reason == "Half." && same.verdicts[0].evidence == "gesprek" && same.verdicts[0].severity == "laag")
    #expect(same.verdicts[0].due == earlier.verdicts[0].due)
    #expect(same.verdicts[1].claim == claims[1] && same.verdicts[1].judgement == .confirmed)

    let changed = try Self.template(Self.guideline.replacing("moderators: 2", with: "moderators: 3"), earlier: earlier)
    #expect(try Self.decode(changed).review?.verdicts.map(\.control) == [0])
    #expect(changed.ranges(of: ReviewWords.lapsed[.dutch]).count == 1)
  }
}

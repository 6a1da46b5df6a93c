import LeidraadCore
import LocatedYAML
import Testing

/// What the ledger prints adds up: to the score as printed, and to 100.
@Suite struct LedgerTests {
  /// Guidelines of several completeness, so that there is something to share out.
  static let answers = [
    "accounts: {policy: organisation-only}", "accounts: {policy: organisation-preferred}\nrole-disclosure: {rule: always}",
    "role-disclosure: {rule: always, moments: [profile]}\nsignals: {feedback: not-arranged}", "",
  ]

  @Test(arguments: answers)
  func printedPointsAddUp(answers: String) throws {
    let policy = try #require(BuiltInPolicies.policy("online-work"))
    let text = "leidraad: guideline/v1\npolicy: online-work@1\norganisation: {name: Club, kind: youth-work}\n\(answers)\n"
    let guideline = GuidelineDecoder(policy).decode(try Document.parse(Array(text.utf8)), file: "richtlijn.yaml").guideline
    let inputs = AssessmentInputs(asOf: policy.date, digest: { _ in "" })
    let report = policy.report(
      guideline, policy.assess(guideline, inputs), diagnostics: [], language: .dutch, requirement: Requirement(band: policy.require),
      digest: { _ in "" })
    let result = try #require(report.result)
    let ledgers = report.ledgers(policy)
    #expect(ledgers.map(\.assurance) == [.declared, .substantiated])
    for ledger in ledgers {
      let rows = ledger.groups.flatMap(\.rows)
      #expect(ledger.total.possible.text == "100,0")
      #expect(ledger.total.earned.tenths == result.scores.first { $0.assurance == ledger.assurance }?.value?.tenths)
      #expect(rows.map(\.points.possible.tenths).reduce(0, +) == 1000)
      #expect(rows.map(\.points.earned.tenths).reduce(0, +) == ledger.total.earned.tenths)
      for group in ledger.groups {
        #expect(group.rows.map(\.points.earned.tenths).reduce(0, +) == group.points.earned.tenths)
        #expect(group.rows.map(\.points.possible.tenths).reduce(0, +) == group.points.possible.tenths)
      }
      for row in rows {
        let finding = try #require(result.findings.first { $0.id == row.control })
        let exact = ledger.assurance == .declared ? finding.points.declared : finding.points.substantiated
        #expect(abs(row.points.earned.tenths - exact.roundedDown(times: 10)) <= 1, "\(row.control)")
        #expect(row.points.earned.tenths <= row.points.possible.tenths, "\(row.control)")
      }
    }
  }
}

import LeidraadCore
import Testing

/// The product against the reference: whatever the one says, the other says.
@Suite struct ReferenceTests {
  @Test(arguments: Fixture.indices, Assessment.Assurance.allCases)
  func agrees(_ index: Int, _ assurance: Assessment.Assurance) {
    let fixture = Fixture.all[index]
    var lost = 0
    var seen: Set<Outcome> = []
    var issues = 0
    let seeds = fixture.seeds(140, 1 + [.declared, .substantiated, .verified].firstIndex(of: assurance)!)
    for seed in seeds {
      let asOf = Fixture.days[seed % Fixture.days.count]
      var generator = fixture.generator(seed, asOf: asOf)
      // A claim with filler in it is a test of its own.
      generator.fillerInTexts = assurance == .declared && seed % 2 == 0
      let draft = generator.draft(seed: seed, reviews: !generator.fillerInTexts)
      let literalOnly = seed % 10 == 9
      let claims = fixture.claims(draft, asOf: asOf)
      guard let run = fixture.run(draft, asOf: asOf, assurance: assurance, literalOnly: literalOnly, claims: claims) else { continue }
      let reference = ReferenceAssessment(fixture.policy, draft, asOf: asOf, assurance: assurance, literalOnly: literalOnly, claims: claims)
      let differences = Differences(fixture.policy, run.assessment, reference)
      if !differences.found.isEmpty, issues < 3 {
        issues += 1
        Issue.record("as of \(asOf), literal only \(literalOnly): \(differences.found.joined(separator: "\n"))\n\(run.context)")
      }
      lost += differences.lost
      seen.formUnion(run.assessment.controls.map(\.outcome))
    }
    #expect(lost * 20 <= seeds.count, "\(lost) comparisons did not fit in 128 bits")
    if !fixture.isBuiltIn { #expect(seen.count >= 8, "outcomes seen: \(seen.map(\.rawValue).sorted())") }
  }

  struct Differences {
    var found: [String] = []
    var lost = 0

    init(_ policy: Policy, _ product: Assessment, _ reference: ReferenceAssessment) {
      for (mine, theirs) in zip(product.controls, reference.controls) {
        let id = policy.controls[mine.control].id
        compare("\(id) outcome", mine.outcome.rawValue, theirs.outcome.rawValue)
        guard mine.isInScope, theirs.isInScope else { continue }
        compare("\(id) share", mine.share, theirs.result.share)
        compare("\(id) answered", mine.answered, theirs.result.answered)
        compare("\(id) could rise", "\(mine.couldRise)", "\(theirs.result.isOpen)")
        compare("\(id) stake", mine.stake, theirs.stake)
        compare("\(id) factor", mine.evidenceFactor, theirs.factor)
        compare("\(id) verified share", mine.verifiedShare, theirs.verifiedShare)
        compare("\(id) excluded", "\(mine.isExcluded)", "\(theirs.isExcluded)")
      }
      for verdict in product.verdicts {
        // What is not in scope has no evidence weighed, and so no claim to compare.
        guard reference.controls[verdict.verdict.control].isInScope else { continue }
        let theirs = reference.controls[verdict.verdict.control].isVerdictInForce
        compare("verdict on \(policy.controls[verdict.verdict.control].id)", "\(verdict.standing == .inForce)", "\(theirs ?? false)")
      }
      compare("D", product.scores.declared, reference.declared)
      compare("B", product.scores.substantiated, reference.substantiated)
      compare("V", product.scores.verified, reference.verified)
      compare("K", product.completeness, reference.completeness)
      compare("excluded part", product.excludedPart, reference.excludedPart)
      compare("reviewed part", product.reviewedPart, reference.reviewedPart)
      compare(
        "rules", product.rules.map { "\(policy.rules[$0.rule].id) \($0.state)\($0.isLifted ? " lifted" : "")" }.joined(separator: ", "),
        reference.rules.map { "\(policy.rules[$0.rule].id) \($0.state)\($0.isLifted ? " lifted" : "")" }.joined(separator: ", "))
      compare("verdict", "\(product.verdict.band.map(String.init) ?? "none")", "\(reference.band.map(String.init) ?? "none")")
    }

    private mutating func compare(_ what: String, _ product: String, _ reference: String) {
      if product != reference { found.append("\(what): the product says \(product), the reference \(reference)") }
    }

    private mutating func compare(_ what: String, _ product: Fraction?, _ reference: Ratio?) {
      if reference?.isLost == true {
        lost += 1
        return
      }
      compare(what, product?.description ?? "none", reference?.description ?? "none")
    }
  }
}

import Testing

@testable import LeidraadCore

/// A control or a rule that is tried by itself, as a policy's examples are, comes to what it comes to in a whole assessment.
@Suite struct TrialTests {
  @Test(arguments: Fixture.indices)
  func comesToTheSame(_ index: Int) {
    let fixture = Fixture.all[index]
    for seed in fixture.seeds(60, 50) {
      var generator = fixture.generator(seed)
      guard let run = fixture.run(generator.draft(seed: seed, evidence: false, reviews: false)) else { return }
      var assessor = Assessor(
        policy: fixture.policy, guideline: run.guideline, inputs: AssessmentInputs(asOf: Fixture.asOf, digest: fnv),
        kind: run.assessment.kind)
      let outcomes = fixture.policy.controls.indices.map { assessor.outcome(ofControl: $0) }
      #expect(outcomes == run.assessment.controls.map(\.outcome), run.context)
      let controls = assessor.prepareRules()
      let states = fixture.policy.rules.map { assessor.state(of: $0, controls) }
      #expect(states.compactMap(\.self) == run.assessment.rules.map(\.state), run.context)
    }
  }
}

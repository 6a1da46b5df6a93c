/// One control or rule at a time, without weighing anything: enough for the examples of a policy, thousands of times.
extension Assessor {
  /// What one control comes to.
  func outcome(ofControl index: Int) -> Outcome {
    let decisions = guideline.decisions.isEmpty ? [] : assessDecisions()
    return control(index, decisions).outcome
  }

  /// All controls as far as rules ask about them. Rules can be tried after this.
  mutating func prepareRules() -> [ControlAssessment] {
    let decisions = guideline.decisions.isEmpty ? [] : assessDecisions()
    let controls = policy.controls.indices.map { control($0, decisions) }
    evaluator.controlStates = controls.indices.map { state(of: $0, controls, []) }
    return controls
  }

  private func control(_ index: Int, _ decisions: [DecisionAssessment]) -> ControlAssessment {
    var control = ControlAssessment(index)
    scope(&control, guardTruth(policy.recommendations[policy.controls[index].recommendation].appliesWhen))
    for (number, decision) in decisions.enumerated() where decision.control == index && decision.standing != .conflicting {
      apply(decision, number, to: &control)
    }
    conclude(&control, decisions)
    return control
  }
}

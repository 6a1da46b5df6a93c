/// One control or rule at a time, without weighing anything: enough for the examples of a policy, thousands of times.
extension Assessor {
  /// What one control comes to.
  func outcome(ofControl index: Int) -> Outcome {
    let decisions = guideline.decisions.isEmpty ? [] : assessDecisions()
    return outcome(of: control(index, decisions), decisions)
  }

  /// All controls as far as rules ask about them. Rules can be tried after this.
  mutating func prepareRules() -> [ControlAssessment] {
    let decisions = guideline.decisions.isEmpty ? [] : assessDecisions()
    let controls = policy.controls.indices.map { control($0, decisions) }
    evaluator.controlStates = controls.map { state(of: $0, []) }
    return controls
  }

  private func control(_ index: Int, _ decisions: [DecisionAssessment]) -> ControlAssessment {
    var control = scope(of: index)
    for (number, decision) in decisions.enumerated() where decision.control == index && decision.standing != .conflicting {
      apply(decision, number, to: &control)
    }
    return control
  }
}

/// Step 9: rules, caps and the verdict.
extension Assessor {
  /// The rules that hold or that open fields decide.
  func assessRules(_ controls: [ControlAssessment], completeness: Fraction) -> [RuleAssessment] {
    policy.rules.indices.compactMap { index in
      state(of: policy.rules[index], controls).map { RuleAssessment(rule: index, state: $0, isLifted: false) }
    }
  }

  /// What a rule comes to; nil where it has nothing to say or does not count.
  func state(of rule: Rule, _ controls: [ControlAssessment]) -> RuleAssessment.State? {
    if let effective = rule.effective, effective > inputs.asOf { return nil }
    if inputs.literalOnly, policy.controls[rule.control].basis != .literal { return nil }
    if let profiles = rule.profiles {
      guard profiles[profile] else { return nil }
    } else {
      guard controls[rule.control].isInScope else { return nil }
    }
    return state(of: rule)
  }

  private func state(of rule: Rule) -> RuleAssessment.State? {
    guard let condition = rule.when else {
      let control = evaluator.controlStates[rule.control]
      guard control.isCounted, !control.hasShare else { return nil }
      return control.isOpen ? .open : .certain
    }
    let holds = evaluator.truth(condition, nil, .told) == .holds
    let whateverOpen = evaluator.truth(condition, nil, .undecided) ?? .fails
    if holds { return whateverOpen == .holds ? .certain : .open }
    return whateverOpen == .open && rule.knockOut != nil ? .undecided : nil
  }

  /// Decides the verdict from the numbers and the rules.
  struct VerdictRules {
    let policy: Policy
    let inputs: AssessmentInputs
    let controls: [ControlAssessment]
    let decisions: [DecisionAssessment]
    let verdicts: [VerdictAssessment]

    func decide(
      _ rules: inout [RuleAssessment], score: Fraction?, completeness: Fraction, excludedPart: Fraction, reviewedPart: Fraction
    ) -> Assessment.Verdict {
      var explained = false
      var caps: [(cap: Assessment.Verdict.Cap, band: Int)] = []
      var undecidedBlocker = false
      let isComplete = completeness >= policy.completeness
      for index in rules.indices {
        let rule = policy.rules[rules[index].rule]
        guard let knockOut = rule.knockOut else { continue }
        rules[index].isLifted = isLifted(rule, knockOut)
        guard rules[index].state == .certain || isComplete else { continue }
        if rules[index].isLifted {
          explained = explained || isExplained(rule)
        } else if knockOut == .blocker, rules[index].state == .undecided {
          undecidedBlocker = true
        } else {
          caps.append((.rule(index), knockOut == .blocker ? 0 : 1))
        }
      }
      if excludedPart > Fraction(3, 10) { caps.append((.exclusions, 1)) }
      guard let score else { return absent(.nothingInScope, nil) }
      let scoreBand = policy.band(of: score)
      let isBlocked = caps.contains { $0.band == 0 }
      if !isBlocked {
        if !isComplete { return absent(.incomplete, scoreBand) }
        if inputs.assurance == .verified, reviewedPart < policy.completeness { return absent(.notReviewed, scoreBand) }
        if undecidedBlocker { return absent(.undecided, scoreBand) }
      }
      let band = min(scoreBand, caps.map(\.band).min() ?? scoreBand)
      let effective = caps.filter { $0.band < scoreBand || $0.band == 0 }.sorted { $0.band < $1.band }
      return Assessment.Verdict(
        band: band, absence: nil, scoreBand: scoreBand, caps: effective.map(\.cap), withExplanation: explained && scoreBand > 1)
    }

    private func absent(_ absence: Assessment.Verdict.Absence, _ scoreBand: Int?) -> Assessment.Verdict {
      Assessment.Verdict(band: nil, absence: absence, scoreBand: scoreBand, caps: [], withExplanation: false)
    }

    /// An explanation lifts a major; at *verified* an auditor who saw something lifts either.
    private func isLifted(_ rule: Rule, _ knockOut: Rule.KnockOut) -> Bool {
      if knockOut == .major, isExplained(rule) { return true }
      guard inputs.assurance == .verified, let index = controls[rule.control].verdict else { return false }
      let verdict = verdicts[index].verdict
      return verdict.judgement == .adjusted && !verdict.share.isZero && verdict.evidence != nil
    }

    private func isExplained(_ rule: Rule) -> Bool {
      guard let index = controls[rule.control].decision else { return false }
      return decisions[index].isInForce && decisions[index].status == .explained
    }
  }
}

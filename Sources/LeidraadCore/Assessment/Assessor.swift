/// What an assessment rests on beside the guideline: all of it comes in, nothing is looked up.
package struct AssessmentInputs {
  package var asOf: CivilDate
  package var assurance: Assessment.Assurance
  package var literalOnly: Bool
  package var reviews: [Review]
  package var readEvidence: EvidenceReader
  package var digest: Digester

  package init(
    asOf: CivilDate, assurance: Assessment.Assurance = .declared, literalOnly: Bool = false, reviews: [Review] = [],
    readEvidence: @escaping EvidenceReader = { _ in .missing }, digest: @escaping Digester
  ) {
    self.asOf = asOf
    self.assurance = assurance
    self.literalOnly = literalOnly
    self.reviews = reviews
    self.readEvidence = readEvidence
    self.digest = digest
  }
}

extension Policy {
  /// Assesses a guideline. Nil when the guideline does not say what kind of organisation it is of.
  package func assess(_ guideline: Guideline, _ inputs: AssessmentInputs) -> Assessment? {
    guard let kind = guideline.kind else { return nil }
    var assessor = Assessor(policy: self, guideline: guideline, inputs: inputs, kind: kind)
    return assessor.assess()
  }
}

/// One assessment in the making: design 7, step by step.
struct Assessor {
  let policy: Policy
  let guideline: Guideline
  let inputs: AssessmentInputs
  let kind: Int
  let profile: Int
  var evaluator: Evaluator

  init(policy: Policy, guideline: Guideline, inputs: AssessmentInputs, kind: Int) {
    self.policy = policy
    self.guideline = guideline
    self.inputs = inputs
    self.kind = kind
    profile = policy.kinds[kind].profile
    evaluator = Evaluator(policy: policy, guideline: guideline, asOf: inputs.asOf)
  }

  mutating func assess() -> Assessment {
    let evidence =
      guideline.evidence.isEmpty
      ? [] : EvidenceAssessor(policy: policy, guideline: guideline, asOf: inputs.asOf, read: inputs.readEvidence).assess()
    let decisions = assessDecisions()
    var controls: [ControlAssessment] = []
    for index in policy.controls.indices { controls.append(scope(of: index)) }
    for (index, decision) in decisions.enumerated() where decision.standing != .conflicting {
      apply(decision, index, to: &controls[decision.control])
    }
    // All of them: what a verdict is given on does not hang on what is in scope today.
    for index in controls.indices { support(&controls[index], evidence) }
    let verdicts = assessVerdicts(controls, evidence, decisions)
    for (index, verdict) in verdicts.enumerated() where verdict.standing == .inForce {
      apply(verdict, index, to: &controls[verdict.verdict.control])
    }
    for index in controls.indices { controls[index].outcome = outcome(of: controls[index], decisions) }
    let recommendations = weigh(&controls, decisions)
    evaluator.controlStates = controls.map { state(of: $0, verdicts) }
    let counted = Counted(controls.indices, of: controls, refutedControls)
    let totals = totals(counted, controls)
    let completeness = completeness(counted, controls, decisions)
    var rules = assessRules(controls, completeness: completeness)
    let excludedPart = part(counted.inScope, controls) { $0.isExcluded }
    let reviewedPart = part(counted.verified, controls) { $0.verdict != nil }
    let verdict = VerdictRules(policy: policy, inputs: inputs, controls: controls, decisions: decisions, verdicts: verdicts)
      .decide(
        &rules, score: totals[inputs.assurance] ?? (totals.declared == nil ? nil : .zero), completeness: completeness,
        excludedPart: excludedPart, reviewedPart: reviewedPart)
    let literal = counted.scored.filter { policy.controls[$0].basis == .literal }
    return Assessment(
      asOf: inputs.asOf, assurance: inputs.assurance, literalOnly: inputs.literalOnly, kind: kind, profile: profile, controls: controls,
      recommendations: recommendations, rules: rules, evidence: evidence, decisions: decisions, verdicts: verdicts, scores: totals,
      completeness: completeness, excludedPart: excludedPart, reviewedPart: reviewedPart,
      literal: (literal.count { controls[$0].outcome == .met }, literal.count), verdict: verdict)
  }

  // MARK: Scope and shares

  /// Steps 1 and 3: whether a control is in scope, and its declared share.
  func scope(of index: Int) -> ControlAssessment {
    let control = policy.controls[index]
    var result = ControlAssessment(
      control: index, scope: .notAddressed, share: .zero, answered: .zero, couldRise: false, isContradicted: false, evidenceFactor: .one,
      needsEvidence: false, evidence: [], decision: nil, isExcluded: false, verdict: nil, verifiedShare: .zero, stake: .zero,
      outcome: .outOfScope, points: .none)
    let recommendation = policy.recommendations[control.recommendation]
    guard control.addressees[profile], recommendation.weights[profile] != nil, !inputs.literalOnly || control.basis == .literal else {
      return result
    }
    if let effective = control.effective, effective > inputs.asOf {
      result.scope = .upcoming
      return result
    }
    result.scope = .outOfScope
    var applies = Truth.holds
    for condition in [recommendation.appliesWhen, control.appliesWhen] {
      if let condition { applies = applies.and(evaluator.truth(condition, nil, .guarding) ?? .holds) }
    }
    // A check of which nothing counts is out of scope whatever its guard comes to.
    var evaluation = evaluator.evaluate(check: control.check)
    guard evaluation.counts else { return result }
    switch applies {
    case .holds: break
    case .fails: return result
    case .open: evaluation = .open
    case .notArranged: evaluation = .no
    }
    result.scope = .inScope
    result.share = evaluation.share
    result.answered = evaluation.answered
    result.couldRise = evaluation.couldRise
    result.isContradicted = evaluation.isContradicted
    return result
  }

  // MARK: Decisions

  /// Step 2: whether each decision is in force.
  func assessDecisions() -> [DecisionAssessment] {
    var counts: [Int: Int] = [:]
    for decision in guideline.decisions { for reference in decision.controls { counts[reference.control, default: 0] += 1 } }
    var assessments: [DecisionAssessment] = []
    for (index, decision) in guideline.decisions.enumerated() {
      let term = decision.date?.adding(months: policy.terms.decision)
      let lastDay = [term, decision.until].compactMap { $0 }.min()
      for reference in decision.controls {
        var standing = standing(of: decision)
        if standing == .inForce, decision.status == .notApplicable, !policy.controls[reference.control].mayBeNotApplicable {
          standing = .notAllowed
        }
        if counts[reference.control, default: 0] > 1 { standing = .conflicting }
        assessments.append(
          DecisionAssessment(decision: index, control: reference.control, status: decision.status, standing: standing, lastDay: lastDay))
      }
    }
    return assessments
  }

  private func standing(of decision: Decision) -> DecisionAssessment.Standing {
    guard let status = decision.status else { return .noStatus }
    guard let reason = decision.reason else { return .noReason }
    if reason.count < 20 { return .shortReason }
    if decision.owner == nil { return .noOwner }
    if status == .explained, decision.measure == nil { return .noMeasure }
    if status == .planned, decision.until == nil { return .noUntil }
    guard let date = decision.date else { return .noDate }
    if date > inputs.asOf { return .future }
    if let until = decision.until, until < inputs.asOf { return .expired(until) }
    let term = date.adding(months: policy.terms.decision)
    return term < inputs.asOf ? .overTerm(term) : .inForce
  }

  /// Only a *not applicable* in force excludes; one that does not hold leaves its control at share 0.
  func apply(_ decision: DecisionAssessment, _ index: Int, to control: inout ControlAssessment) {
    guard control.isInScope else { return }
    control.decision = index
    guard decision.status == .notApplicable else { return }
    if decision.isInForce {
      control.isExcluded = true
    } else {
      control.share = .zero
      control.couldRise = false
    }
  }

  // MARK: Evidence

  /// Step 4: the best entry that supports the control, a field its check reads, or the section of such a field.
  private func support(_ control: inout ControlAssessment, _ evidence: [EvidenceAssessment]) {
    let definition = policy.controls[control.control]
    switch definition.evidence {
    case .none: control.needsEvidence = false
    case .required: control.needsEvidence = true
    // Where it is open whether evidence is needed, it is.
    case .when(let condition):
      let truth = evaluator.truth(condition, nil, .undecided) ?? .fails
      control.needsEvidence = truth == .holds || truth == .open
    }
    guard !evidence.isEmpty else {
      control.evidenceFactor = control.needsEvidence ? .zero : .one
      return
    }
    let fields = definition.check.reduce(into: Set<Int>()) { $0.formUnion($1.fields(guards: false)) }
    let sections = Set(fields.map { policy.fields[$0].section })
    control.evidence = evidence.indices.filter { index in
      switch guideline.evidence[evidence[index].entry].supports[evidence[index].support].target {
      case .control(let supported): supported == control.control
      case .field(let supported): fields.contains(supported)
      case .section(let supported): sections.contains(supported)
      }
    }.sorted { (evidence[$1].factor, $0) < (evidence[$0].factor, $1) }
    control.evidenceFactor = control.needsEvidence ? control.evidence.first.map { evidence[$0].factor } ?? .zero : .one
  }

  // MARK: Reviews

  /// Step 5: which verdicts are in force.
  private func assessVerdicts(
    _ controls: [ControlAssessment], _ evidence: [EvidenceAssessment], _ decisions: [DecisionAssessment]
  ) -> [VerdictAssessment] {
    guard !inputs.reviews.isEmpty else { return [] }
    let claim = Claim(policy: policy, guideline: guideline, assessments: evidence)
    var counts: [Int: Int] = [:]
    for review in inputs.reviews { for verdict in review.verdicts { counts[verdict.control, default: 0] += 1 } }
    return inputs.reviews.flatMap { review in
      review.verdicts.map { verdict in
        let lastDay = review.date.adding(months: policy.terms.verdict)
        let control = controls[verdict.control]
        let decision = guideline.decision(about: verdict.control)
        let text = claim.text(control: verdict.control, evidence: control.evidence, decision: decision)
        let standing: VerdictAssessment.Standing =
          if counts[verdict.control, default: 0] > 1 {
            .conflicting
          } else if inputs.digest(Array(text.utf8)) != verdict.claim {
            .lapsed
          } else if review.date > inputs.asOf {
            .future
          } else if lastDay < inputs.asOf {
            .expired(lastDay)
          } else {
            .inForce
          }
        return VerdictAssessment(verdict: verdict, reviewer: review.reviewer, date: review.date, standing: standing, lastDay: lastDay)
      }
    }
  }

  private func apply(_ verdict: VerdictAssessment, _ index: Int, to control: inout ControlAssessment) {
    guard control.isInScope else { return }
    control.verdict = index
    switch verdict.verdict.judgement {
    case .confirmed: control.verifiedShare = control.share
    case .refuted: control.verifiedShare = .zero
    case .adjusted: control.verifiedShare = verdict.verdict.share
    }
  }

  // MARK: Outcomes

  func outcome(of control: ControlAssessment, _ decisions: [DecisionAssessment]) -> Outcome {
    switch control.scope {
    case .notAddressed, .outOfScope: return .outOfScope
    case .upcoming: return .upcoming
    case .inScope: break
    }
    if control.isExcluded { return .notApplicable }
    if control.share == .one { return .met }
    if control.isContradicted { return .contradicted }
    if let index = control.decision, decisions[index].isInForce {
      if decisions[index].status == .explained { return .explained }
      if decisions[index].status == .planned { return .planned }
    }
    if !control.share.isZero { return .partlyMet }
    return control.answered.isZero ? .unanswered : .notMet
  }

  func state(of control: ControlAssessment, _ verdicts: [VerdictAssessment]) -> Evaluator.ControlState {
    var state = Evaluator.ControlState(
      isCounted: control.isInScope && !control.isExcluded, hasShare: !control.share.isZero, isOpen: control.couldRise)
    // At *verified* alone the auditor's word counts for rules.
    if inputs.assurance == .verified, let index = control.verdict {
      switch verdicts[index].verdict.judgement {
      case .confirmed: break
      case .refuted: state = Evaluator.ControlState(isCounted: control.isInScope, hasShare: false, isOpen: false)
      case .adjusted: if !verdicts[index].verdict.share.isZero { state.hasShare = true }
      }
    }
    return state
  }
}

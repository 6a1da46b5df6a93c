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
  ///
  /// - Parameter plan: Where there are many guidelines: what they share, made once.
  package func assess(_ guideline: Guideline, _ inputs: AssessmentInputs, plan: AssessmentPlan? = nil) -> Assessment? {
    guard let kind = guideline.kind else { return nil }
    var assessor = Assessor(policy: self, guideline: guideline, inputs: inputs, kind: kind)
    return assessor.assess(plan)
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

  mutating func assess(_ plan: AssessmentPlan? = nil) -> Assessment {
    let evidence =
      guideline.evidence.isEmpty
      ? [] : EvidenceAssessor(policy: policy, guideline: guideline, asOf: inputs.asOf, read: inputs.readEvidence).assess()
    let decisions = guideline.decisions.isEmpty ? [] : assessDecisions()
    var controls = policy.controls.indices.map(ControlAssessment.init)
    let guards = policy.recommendations.map { guardTruth($0.appliesWhen) }
    for index in controls.indices { scope(&controls[index], guards[policy.controls[index].recommendation]) }
    for (index, decision) in decisions.enumerated() where decision.standing != .conflicting {
      apply(decision, index, to: &controls[decision.control])
    }
    // All of them: what a verdict is given on does not hang on what is in scope today.
    if !evidence.isEmpty { support(&controls, evidence, plan ?? AssessmentPlan(policy)) }
    for index in controls.indices { weighEvidence(of: &controls[index], evidence) }
    let verdicts = assessVerdicts(controls, evidence, decisions)
    for (index, verdict) in verdicts.enumerated() where verdict.standing == .inForce {
      apply(verdict, index, to: &controls[verdict.verdict.control])
    }
    evaluator.controlStates.reserveCapacity(controls.count)
    for index in controls.indices {
      conclude(&controls[index], decisions)
      evaluator.controlStates.append(state(of: index, controls, verdicts))
    }
    let (recommendations, sums) = weigh(&controls, decisions)
    let scores = sums.scores(hasReviews: !inputs.reviews.isEmpty)
    var rules = assessRules(controls, completeness: sums.completeness)
    let verdict = VerdictRules(policy: policy, inputs: inputs, controls: controls, decisions: decisions, verdicts: verdicts)
      .decide(
        &rules, score: scores[inputs.assurance] ?? (scores.declared == nil ? nil : .zero), completeness: sums.completeness,
        excludedPart: sums.excludedPart, reviewedPart: sums.reviewedPart)
    return Assessment(
      asOf: inputs.asOf, assurance: inputs.assurance, literalOnly: inputs.literalOnly, kind: kind, profile: profile, controls: controls,
      recommendations: recommendations, rules: rules, evidence: evidence, decisions: decisions, verdicts: verdicts, scores: scores,
      completeness: sums.completeness, excludedPart: sums.excludedPart, reviewedPart: sums.reviewedPart, literal: sums.literal,
      verdict: verdict)
  }

  // MARK: Scope and shares

  /// Steps 1 and 3: whether a control is in scope, and its declared share.
  ///
  /// - Parameter whole: Whether its recommendation applies.
  func scope(_ control: inout ControlAssessment, _ whole: Truth) {
    let index = control.control
    let recommendation = policy.controls[index].recommendation
    guard policy.controls[index].addressees[profile], policy.recommendations[recommendation].weights[profile] != nil,
      !inputs.literalOnly || policy.controls[index].basis == .literal
    else { return }
    if let effective = policy.controls[index].effective, effective > inputs.asOf {
      control.scope = .upcoming
      return
    }
    control.scope = .outOfScope
    // A check of which nothing counts is out of scope whatever its guard comes to.
    var evaluation = evaluator.evaluate(check: policy.controls[index].check)
    guard evaluation.counts else { return }
    switch whole.and(guardTruth(policy.controls[index].appliesWhen)) {
    case .holds: break
    case .fails: return
    case .open: evaluation = .open
    case .notArranged: evaluation = .no
    }
    control.scope = .inScope
    control.share = evaluation.share
    control.answered = evaluation.answered
    control.couldRise = evaluation.couldRise
    control.isContradicted = evaluation.isContradicted
    return
  }

  /// What a condition for being in scope comes to; none holds.
  func guardTruth(_ condition: Criterion?) -> Truth {
    condition.map { evaluator.truth($0, nil, .guarding) ?? .holds } ?? .holds
  }

  // MARK: Decisions

  /// Step 2: whether each decision is in force.
  func assessDecisions() -> [DecisionAssessment] {
    var counts = [Int](repeating: 0, count: policy.controls.count)
    for decision in guideline.decisions { for reference in decision.controls { counts[reference.control] += 1 } }
    var assessments: [DecisionAssessment] = []
    for (index, decision) in guideline.decisions.enumerated() {
      let term = decision.date?.adding(months: policy.terms.decision)
      let lastDay = [term, decision.until].compactMap { $0 }.min()
      for reference in decision.controls {
        var standing = standing(of: decision)
        if standing == .inForce, decision.status == .notApplicable, !policy.controls[reference.control].mayBeNotApplicable {
          standing = .notAllowed
        }
        if counts[reference.control] > 1 { standing = .conflicting }
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

  /// Step 4: the entries that support a control, a field its check reads, or the section of such a field; best first.
  private func support(_ controls: inout [ControlAssessment], _ evidence: [EvidenceAssessment], _ plan: AssessmentPlan) {
    for index in evidence.indices {
      let target = guideline.evidence[evidence[index].entry].supports[evidence[index].support].target
      for control in plan.controls(supportedBy: target) { controls[control].evidence.append(index) }
    }
    for index in controls.indices where controls[index].evidence.count > 1 {
      controls[index].evidence.sort { (evidence[$1].factor, $0) < (evidence[$0].factor, $1) }
    }
  }

  /// Whether a control needs evidence, and what its best entry is worth.
  private func weighEvidence(of control: inout ControlAssessment, _ evidence: [EvidenceAssessment]) {
    switch policy.controls[control.control].evidence {
    case .none: control.needsEvidence = false
    case .required: control.needsEvidence = true
    // Where it is open whether evidence is needed, it is.
    case .when(let condition):
      let truth = evaluator.truth(condition, nil, .undecided) ?? .fails
      control.needsEvidence = truth == .holds || truth == .open
    }
    control.evidenceFactor = control.needsEvidence ? control.evidence.first.map { evidence[$0].factor } ?? .zero : .one
  }

  // MARK: Reviews

  /// Step 5: which verdicts are in force.
  private func assessVerdicts(
    _ controls: [ControlAssessment], _ evidence: [EvidenceAssessment], _ decisions: [DecisionAssessment]
  ) -> [VerdictAssessment] {
    guard !inputs.reviews.isEmpty else { return [] }
    let claim = Claim(policy: policy, guideline: guideline, assessments: evidence)
    var counts = [Int](repeating: 0, count: policy.controls.count)
    for review in inputs.reviews { for verdict in review.verdicts { counts[verdict.control] += 1 } }
    return inputs.reviews.flatMap { review in
      review.verdicts.map { verdict in
        let lastDay = review.date.adding(months: policy.terms.verdict)
        let control = controls[verdict.control]
        let decision = guideline.decision(about: verdict.control)
        let text = claim.text(control: verdict.control, evidence: control.evidence, decision: decision)
        let standing: VerdictAssessment.Standing =
          if counts[verdict.control] > 1 {
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

  /// Gives a control the first outcome that fits: design 9.
  func conclude(_ control: inout ControlAssessment, _ decisions: [DecisionAssessment]) {
    let inForce = control.decision.map { decisions[$0] }.flatMap { $0.isInForce ? $0.status : nil }
    control.outcome =
      switch control.scope {
      case .notAddressed, .outOfScope: .outOfScope
      case .upcoming: .upcoming
      case .inScope where control.isExcluded: .notApplicable
      case .inScope where control.share == .one: .met
      case .inScope where control.isContradicted: .contradicted
      case .inScope where inForce == .explained: .explained
      case .inScope where inForce == .planned: .planned
      case .inScope where !control.share.isZero: .partlyMet
      case .inScope: control.answered.isZero ? .unanswered : .notMet
      }
  }

  func state(of index: Int, _ controls: [ControlAssessment], _ verdicts: [VerdictAssessment]) -> Evaluator.ControlState {
    let isInScope = controls[index].isInScope
    var state = Evaluator.ControlState(
      isCounted: isInScope && !controls[index].isExcluded, hasShare: !controls[index].share.isZero, isOpen: controls[index].couldRise)
    // At *verified* alone the auditor's word counts for rules.
    if inputs.assurance == .verified, let verdict = controls[index].verdict.map({ verdicts[$0].verdict }) {
      switch verdict.judgement {
      case .confirmed: break
      case .refuted: state = Evaluator.ControlState(isCounted: isInScope, hasShare: false, isOpen: false)
      case .adjusted: if !verdict.share.isZero { state.hasShare = true }
      }
    }
    return state
  }
}

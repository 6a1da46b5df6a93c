/// Steps 6, 8 and 11: stakes, scores, completeness and the ledger.
extension Assessor {
  /// Gives every control in scope its stake and its points, and sums them by recommendation.
  func weigh(_ controls: inout [ControlAssessment], _ decisions: [DecisionAssessment]) -> [RecommendationAssessment] {
    for recommendation in policy.recommendations {
      let inScope = recommendation.controls.filter { controls[$0].isInScope }
      guard let weight = recommendation.weights[profile], !inScope.isEmpty else { continue }
      let share = weight / inScope.map { policy.controls[$0].weight }.sum()
      for index in inScope { controls[index].stake = share * policy.controls[index].weight }
    }
    let declaredBase = controls.filter { !$0.isExcluded }.map(\.stake).sum()
    let verifiedBase = controls.filter(countsForVerified).map(\.stake).sum()
    for index in controls.indices where controls[index].isInScope {
      let control = controls[index]
      let points = control.isExcluded ? .zero : Fraction(100) * control.stake / declaredBase
      let verifiedPoints = countsForVerified(control) ? Fraction(100) * control.stake / verifiedBase : .zero
      controls[index].points = ControlAssessment.Points(
        possible: points, declared: points * control.share, substantiated: points * control.share * control.evidenceFactor,
        possibleVerified: verifiedPoints, verified: verifiedPoints * control.verifiedShare)
    }
    return policy.recommendations.indices.map { summary(of: $0, controls, decisions) }
  }

  private func summary(
    of index: Int, _ all: [ControlAssessment], _ decisions: [DecisionAssessment]
  ) -> RecommendationAssessment {
    let controls = policy.recommendations[index].controls.map { all[$0] }.filter(\.isInScope)
    let stake = controls.map(\.stake).sum()
    let excluded = controls.filter(\.isExcluded).map(\.stake).sum()
    let counted = controls.filter { !$0.isExcluded }
    return RecommendationAssessment(
      recommendation: index, isInScope: !controls.isEmpty, scores: totals(controls), completeness: completeness(controls, decisions),
      isAssessable: excluded * Fraction(2) <= stake,
      points: ControlAssessment.Points(
        possible: controls.map(\.points.possible).sum(), declared: controls.map(\.points.declared).sum(),
        substantiated: controls.map(\.points.substantiated).sum(), possibleVerified: controls.map(\.points.possibleVerified).sum(),
        verified: controls.map(\.points.verified).sum()), met: counted.count { $0.outcome == .met }, total: counted.count)
  }

  /// Not excluded, or its exclusion refuted by an auditor.
  func countsForVerified(_ control: ControlAssessment) -> Bool {
    guard control.isInScope else { return false }
    return !control.isExcluded || control.verdict != nil && isRefuted(control)
  }

  private func isRefuted(_ control: ControlAssessment) -> Bool {
    inputs.reviews.contains { $0.verdicts.contains { $0.control == control.control && $0.judgement == .refuted } }
  }

  /// The scores over some controls, each of its own stakes.
  func totals(_ controls: [ControlAssessment]) -> Assessment.Scores {
    let counted = controls.filter { $0.isInScope && !$0.isExcluded }
    let base = counted.map(\.stake).sum()
    let verified = controls.filter(countsForVerified)
    let verifiedBase = verified.map(\.stake).sum()
    func score(_ earned: [Fraction], of base: Fraction) -> Fraction? { base.isZero ? nil : Fraction(100) * earned.sum() / base }
    return Assessment.Scores(
      declared: score(counted.map { $0.stake * $0.share }, of: base),
      substantiated: score(counted.map { $0.stake * $0.share * $0.evidenceFactor }, of: base),
      verified: inputs.reviews.isEmpty ? nil : score(verified.map { $0.stake * $0.verifiedShare }, of: verifiedBase))
  }

  /// K: a decision in force completes its control.
  func completeness(_ controls: [ControlAssessment], _ decisions: [DecisionAssessment]) -> Fraction {
    let inScope = controls.filter(\.isInScope)
    let base = inScope.map(\.stake).sum()
    let answered = inScope.map { control in
      control.stake * (control.decision.map { decisions[$0].isInForce } == true ? .one : control.answered)
    }
    return answered.sum() / base
  }

  func part(_ controls: [ControlAssessment], _ belongs: (ControlAssessment) -> Bool) -> Fraction {
    let inScope = controls.filter(\.isInScope)
    return inScope.filter(belongs).map(\.stake).sum() / inScope.map(\.stake).sum()
  }

  func reviewedPart(_ controls: [ControlAssessment]) -> Fraction {
    let counted = controls.filter(countsForVerified)
    return counted.filter { $0.verdict != nil }.map(\.stake).sum() / counted.map(\.stake).sum()
  }
}

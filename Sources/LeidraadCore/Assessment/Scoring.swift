/// Steps 6, 8 and 11: stakes, scores, completeness and the ledger. A control's assessment is large, so they are looked at where they stand.
extension Assessor {
  /// Gives every control in scope its stake and its points, and sums them by recommendation.
  func weigh(_ controls: inout [ControlAssessment], _ decisions: [DecisionAssessment]) -> [RecommendationAssessment] {
    for recommendation in policy.recommendations {
      let inScope = recommendation.controls.filter { controls[$0].isInScope }
      guard let weight = recommendation.weights[profile], !inScope.isEmpty else { continue }
      let share = weight / inScope.lazy.map { policy.controls[$0].weight }.sum()
      for index in inScope { controls[index].stake = share * policy.controls[index].weight }
    }
    let refuted = refutedControls
    let all = Counted(controls.indices, of: controls, refuted)
    let declaredUnit = Fraction(100) / all.scored.map { controls[$0].stake }.sum()
    let verifiedUnit = Fraction(100) / all.verified.map { controls[$0].stake }.sum()
    for index in all.scored {
      let points = declaredUnit * controls[index].stake
      controls[index].points.possible = points
      controls[index].points.declared = points * controls[index].share
      controls[index].points.substantiated = controls[index].points.declared * controls[index].evidenceFactor
    }
    for index in all.verified {
      let points = verifiedUnit * controls[index].stake
      controls[index].points.possibleVerified = points
      controls[index].points.verified = points * controls[index].verifiedShare
    }
    return policy.recommendations.indices.map { summary(of: $0, controls, decisions, refuted) }
  }

  private func summary(
    of index: Int, _ all: [ControlAssessment], _ decisions: [DecisionAssessment], _ refuted: Set<Int>
  ) -> RecommendationAssessment {
    let counted = Counted(policy.recommendations[index].controls, of: all, refuted)
    func sum(_ number: (ControlAssessment.Points) -> Fraction) -> Fraction { counted.inScope.map { number(all[$0].points) }.sum() }
    let excluded = counted.inScope.lazy.filter { all[$0].isExcluded }.map { all[$0].stake }.sum()
    return RecommendationAssessment(
      recommendation: index, isInScope: !counted.inScope.isEmpty, scores: totals(counted, all),
      completeness: completeness(counted, all, decisions),
      isAssessable: excluded * Fraction(2) <= counted.inScope.lazy.map { all[$0].stake }.sum(),
      points: ControlAssessment.Points(
        possible: sum(\.possible), declared: sum(\.declared), substantiated: sum(\.substantiated),
        possibleVerified: sum(\.possibleVerified), verified: sum(\.verified)),
      met: counted.scored.count { all[$0].outcome == .met }, total: counted.scored.count)
  }

  /// Which of some controls count for what.
  struct Counted {
    let inScope: [Int]
    /// Not excluded: what the declared and substantiated scores are made of.
    let scored: [Int]
    /// Those, and the excluded ones whose exclusion an auditor refuted.
    let verified: [Int]

    init(_ indices: some Sequence<Int>, of controls: [ControlAssessment], _ refuted: Set<Int>) {
      inScope = indices.filter { controls[$0].isInScope }
      scored = inScope.filter { !controls[$0].isExcluded }
      verified =
        refuted.isEmpty ? scored : inScope.filter { !controls[$0].isExcluded || controls[$0].verdict != nil && refuted.contains($0) }
    }
  }

  var refutedControls: Set<Int> {
    Set(inputs.reviews.flatMap { $0.verdicts.filter { $0.judgement == .refuted }.map(\.control) })
  }

  /// The scores over some controls, each of its own stakes.
  func totals(_ counted: Counted, _ controls: [ControlAssessment]) -> Assessment.Scores {
    let base = counted.scored.lazy.map { controls[$0].stake }.sum()
    guard !base.isZero || !counted.verified.isEmpty else { return .none }
    func score(_ earned: Fraction, of base: Fraction) -> Fraction? { base.isZero ? nil : Fraction(100) * earned / base }
    var verified: Fraction?
    if !inputs.reviews.isEmpty {
      verified = score(
        counted.verified.lazy.map { controls[$0].stake * controls[$0].verifiedShare }.sum(),
        of: counted.verified.lazy.map { controls[$0].stake }.sum())
    }
    return Assessment.Scores(
      declared: score(counted.scored.lazy.map { controls[$0].stake * controls[$0].share }.sum(), of: base),
      substantiated: score(
        counted.scored.lazy.map { controls[$0].stake * controls[$0].share * controls[$0].evidenceFactor }.sum(), of: base),
      verified: verified)
  }

  /// K: a decision in force completes its control.
  func completeness(_ counted: Counted, _ controls: [ControlAssessment], _ decisions: [DecisionAssessment]) -> Fraction {
    let answered = counted.inScope.lazy.map { index in
      controls[index].decision.map { decisions[$0].isInForce } == true
        ? controls[index].stake : controls[index].stake * controls[index].answered
    }.sum()
    return answered / counted.inScope.lazy.map { controls[$0].stake }.sum()
  }

  /// The part of the stakes of some controls that others of them have.
  func part(_ indices: [Int], _ controls: [ControlAssessment], _ belongs: (ControlAssessment) -> Bool) -> Fraction {
    let base = indices.lazy.map { controls[$0].stake }.sum()
    return indices.filter { belongs(controls[$0]) }.lazy.map { controls[$0].stake }.sum() / base
  }
}

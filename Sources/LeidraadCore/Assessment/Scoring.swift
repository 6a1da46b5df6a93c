/// What some controls weigh together, and what of it they have: in stakes, or within one recommendation in the controls' own weights, which
/// are stakes but for one factor.
struct StakeSums {
  var inScope = Fraction.zero
  var excluded = Fraction.zero
  /// A decision in force completes its control.
  var answered = Fraction.zero
  /// Not excluded: what the declared and substantiated scores are made of.
  var scored = Fraction.zero
  var declared = Fraction.zero
  var substantiated = Fraction.zero
  /// What is scored, and what is excluded where an auditor refuted the exclusion.
  var verifiable = Fraction.zero
  var verified = Fraction.zero
  /// Of what is verifiable: with an auditor's verdict in force.
  var reviewed = Fraction.zero
  /// Of one recommendation alone: how many are scored, and how many of those are met.
  var met = 0
  var total = 0
  var literal = (met: 0, total: 0)

  /// K, from 0 to 1; nothing in scope is nothing answered.
  var completeness: Fraction { answered / inScope }
  var excludedPart: Fraction { excluded / inScope }
  var reviewedPart: Fraction { reviewed / verifiable }

  /// The three scores; nil where nothing is left to score.
  func scores(hasReviews: Bool) -> Assessment.Scores {
    func score(_ earned: Fraction, of base: Fraction) -> Fraction? { base.isZero ? nil : Fraction(100) * earned / base }
    return Assessment.Scores(
      declared: score(declared, of: scored), substantiated: score(substantiated, of: scored),
      verified: hasReviews ? score(verified, of: verifiable) : nil)
  }

  /// Adds other controls, of which one unit weighs `factor`.
  mutating func add(_ other: StakeSums, times factor: Fraction) {
    inScope += other.inScope * factor
    excluded += other.excluded * factor
    answered += other.answered * factor
    scored += other.scored * factor
    declared += other.declared * factor
    substantiated += other.substantiated * factor
    verifiable += other.verifiable * factor
    verified += other.verified * factor
    reviewed += other.reviewed * factor
    literal.met += other.literal.met
    literal.total += other.literal.total
  }
}

/// Steps 6, 8 and 11: stakes, scores, completeness and the ledger. A control's assessment is large, so they are looked at where they stand.
extension Assessor {
  /// Gives every control in scope its stake and its points, and sums them by recommendation and in all.
  func weigh(_ controls: inout [ControlAssessment], _ decisions: [DecisionAssessment]) -> ([RecommendationAssessment], StakeSums) {
    let refuted = refutedControls
    var all = StakeSums()
    var parts: [(sums: StakeSums, unit: Fraction)] = []
    for index in policy.recommendations.indices {
      let sums = sums(of: policy.recommendations[index].controls, controls, decisions, refuted)
      let weight = policy.recommendations[index].weights[profile] ?? .zero
      let unit = sums.inScope.isZero ? .zero : weight / sums.inScope
      all.add(sums, times: unit)
      parts.append((sums, unit))
    }
    let points = (declared: Fraction(100) / all.scored, verified: Fraction(100) / all.verifiable)
    let recommendations = policy.recommendations.indices.map { index in
      let (sums, unit) = parts[index]
      let (declaredUnit, verifiedUnit) = (points.declared * unit, refuted.isEmpty ? points.declared * unit : points.verified * unit)
      for control in policy.recommendations[index].controls where controls[control].isInScope {
        let weight = policy.controls[control].weight
        controls[control].stake = unit * weight
        if !controls[control].isExcluded {
          controls[control].points.possible = declaredUnit * weight
          controls[control].points.declared = controls[control].points.possible * controls[control].share
          controls[control].points.substantiated = controls[control].points.declared * controls[control].evidenceFactor
        }
        if isVerifiable(control, controls, refuted) {
          controls[control].points.possibleVerified = refuted.isEmpty ? controls[control].points.possible : verifiedUnit * weight
          controls[control].points.verified = controls[control].points.possibleVerified * controls[control].verifiedShare
        }
      }
      return RecommendationAssessment(
        recommendation: index, isInScope: !sums.inScope.isZero, scores: sums.scores(hasReviews: !inputs.reviews.isEmpty),
        completeness: sums.completeness, isAssessable: sums.excluded * Fraction(2) <= sums.inScope,
        points: ControlAssessment.Points(
          possible: declaredUnit * sums.scored, declared: declaredUnit * sums.declared, substantiated: declaredUnit * sums.substantiated,
          possibleVerified: verifiedUnit * sums.verifiable, verified: verifiedUnit * sums.verified),
        met: sums.met, total: sums.total)
    }
    return (recommendations, all)
  }

  /// What the controls of one recommendation come to, in their own weights.
  private func sums(
    of indices: [Int], _ controls: [ControlAssessment], _ decisions: [DecisionAssessment], _ refuted: Set<Int>
  ) -> StakeSums {
    var sums = StakeSums()
    for index in indices where controls[index].isInScope {
      let weight = policy.controls[index].weight
      sums.inScope += weight
      let isDecided = controls[index].decision.map { decisions[$0].isInForce } ?? false
      sums.answered += isDecided ? weight : weight * controls[index].answered
      if controls[index].isExcluded {
        sums.excluded += weight
      } else {
        let declared = weight * controls[index].share
        sums.scored += weight
        sums.declared += declared
        sums.substantiated += declared * controls[index].evidenceFactor
        count(index, controls, &sums)
      }
      if isVerifiable(index, controls, refuted) {
        sums.verifiable += weight
        sums.verified += weight * controls[index].verifiedShare
        if controls[index].verdict != nil { sums.reviewed += weight }
      }
    }
    return sums
  }

  private func count(_ index: Int, _ controls: [ControlAssessment], _ sums: inout StakeSums) {
    let isMet = controls[index].outcome == .met
    sums.total += 1
    if isMet { sums.met += 1 }
    guard policy.controls[index].basis == .literal else { return }
    sums.literal.total += 1
    if isMet { sums.literal.met += 1 }
  }

  /// Whether a control in scope counts for the verified score: it is scored, or an auditor refuted that it is excluded.
  private func isVerifiable(_ index: Int, _ controls: [ControlAssessment], _ refuted: Set<Int>) -> Bool {
    !controls[index].isExcluded || controls[index].verdict != nil && refuted.contains(index)
  }

  private var refutedControls: Set<Int> {
    guard !inputs.reviews.isEmpty else { return [] }
    return Set(inputs.reviews.flatMap { $0.verdicts.filter { $0.judgement == .refuted }.map(\.control) })
  }
}

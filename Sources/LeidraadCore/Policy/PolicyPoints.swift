/// What everything is worth to a profile where all that is addressed to it is in scope and nothing is excluded: the stakes of design 7.1, as points of
/// a hundred. An organisation to which some controls do not apply gets a little more for the others.
package struct PolicyPoints: Sendable {
  /// By profile and control; nil where it is not addressed.
  private let ofControls: [[Fraction?]]
  private let policy: Policy

  package init(_ policy: Policy) {
    self.policy = policy
    ofControls = policy.profiles.indices.map { profile in
      var stakes = [Fraction?](repeating: nil, count: policy.controls.count)
      for recommendation in policy.recommendations {
        let controls = recommendation.controls.filter { policy.controls[$0].addressees[profile] }
        guard let weight = recommendation.weights[profile], !controls.isEmpty else { continue }
        let unit = weight / controls.map { policy.controls[$0].weight }.sum()
        for control in controls { stakes[control] = unit * policy.controls[control].weight }
      }
      let total = stakes.compactMap { $0 }.sum()
      return stakes.map { $0.map { Fraction(100) * $0 / total } }
    }
  }

  /// Nil where it is not addressed to the profile.
  package func ofControl(_ control: Int, profile: Int) -> Fraction? { ofControls[profile][control] }

  /// Nil where it is not addressed to the profile.
  package func ofRecommendation(_ recommendation: Int, profile: Int) -> Fraction? {
    let points = policy.recommendations[recommendation].controls.compactMap { ofControls[profile][$0] }
    return points.isEmpty ? nil : points.sum()
  }

  /// What all controls of a basis are worth together.
  package func ofBasis(_ basis: Control.Basis, profile: Int) -> Fraction {
    policy.controls.indices.filter { policy.controls[$0].basis == basis }.compactMap { ofControls[profile][$0] }.sum()
  }
}

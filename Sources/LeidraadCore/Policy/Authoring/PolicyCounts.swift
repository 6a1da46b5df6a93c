/// What a policy asks of one profile.
package struct PolicyCount: Sendable {
  package let profile: Int
  package let controls: Int
  package let literal: Int
  /// Of its recommendations together.
  package let weight: Fraction
}

extension Policy {
  /// By profile, in order.
  package var counts: [PolicyCount] {
    profiles.indices.map { profile in
      let addressed = controls.filter { $0.addressees[profile] && recommendations[$0.recommendation].weights[profile] != nil }
      return PolicyCount(
        profile: profile, controls: addressed.count, literal: addressed.count { $0.basis == .literal },
        weight: recommendations.compactMap { $0.weights[profile] }.sum())
    }
  }
}

extension Recommendation {
  /// Literal where the source names something of it itself; derived where all of it is elaboration.
  package func basis(in policy: Policy) -> Control.Basis {
    controls.contains { policy.controls[$0].basis == .literal } ? .literal : .derived
  }
}

extension Policy.Tailoring.Change {
  /// `added-control`: what machine formats call it.
  package var name: String {
    switch self {
    case .addedSection: "added-section"
    case .addedField: "added-field"
    case .addedOption: "added-option"
    case .addedRecommendation: "added-recommendation"
    case .addedControl: "added-control"
    case .addedRule: "added-rule"
    case .raisedWeight: "raised-weight"
    case .raisedRequire: "raised-require"
    case .raisedKnockOut: "raised-knock-out"
    case .dropped: "dropped"
    }
  }

  package var reason: LocalizedText? {
    switch self {
    case .dropped(let reason): reason
    case .addedSection, .addedField, .addedOption, .addedRecommendation, .addedControl, .addedRule, .raisedWeight, .raisedRequire,
      .raisedKnockOut:
      nil
    }
  }
}

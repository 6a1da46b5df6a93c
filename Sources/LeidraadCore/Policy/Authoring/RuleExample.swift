/// A guideline on which a rule is tried, and what it must come to there.
package struct RuleExample: Sendable {
  package enum Expectation: String, Sendable, CaseIterable {
    /// It holds by what is told.
    case holds
    /// It holds only by what is not told.
    case open
    /// It does not hold, but what is not told could make it.
    case undecided
    /// There is nothing to say.
    case silent

    init(_ state: RuleAssessment.State?) {
      switch state {
      case .certain: self = .holds
      case .open: self = .open
      case .undecided: self = .undecided
      case nil: self = .silent
      }
    }
  }

  package let rule: String
  package let expected: Expectation
  package let value: ExampleValue
  package let place: PolicyPlace
}

/// A change of a check that no guideline can tell from the check itself, with the reason why.
package struct EquivalentMutant: Sendable {
  /// A control's, rule's or recommendation's id.
  package let subject: String
  /// As `policy test --mutate` prints it.
  package let mutant: String
  package let reason: LocalizedText
  package let place: PolicyPlace
}

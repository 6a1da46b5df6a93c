/// One condition of a check, resolved against the policy's fields. Conditions are criteria too: true at share 1.
package indirect enum Criterion: Sendable, Hashable {
  case test(Test)
  case each(Each)
  /// The mean of its parts.
  case all([Criterion])
  /// The highest of its parts.
  case any([Criterion])
  /// Conditions only.
  case not(Criterion)
  /// Rules only: all of these controls that are in scope and not excluded have share 0, and one is. Indices into `Policy.controls`.
  case unmet([Int])
  /// A criterion that counts only where the condition holds.
  case guarded(Criterion, when: Criterion)

  /// One operator on one field.
  package struct Test: Sendable, Hashable {
    package let field: FieldReference
    package let kind: Field.Kind
    package let comparison: Comparison
    /// On a list: only items for which it is true are looked at.
    package let filter: Criterion?
  }

  /// The mean over a list's items of the mean of the criteria.
  package struct Each: Sendable, Hashable {
    package let field: FieldReference
    package let filter: Criterion?
    package let criteria: [Criterion]
  }
}

package enum FieldReference: Sendable, Hashable {
  /// An index into `Policy.fields`.
  case guideline(Int)
  /// An index into the items' fields of the list around it.
  case item(Int)
}

/// What is asked of a field's value. Options are bits by their index; of a flag bit 0 is false, bit 1 true.
package enum Comparison: Sendable, Hashable {
  case given
  case isOption(UInt64)
  case isNumber([Int])
  case excludes(UInt64)
  case includes(UInt64)
  case includesAny(UInt64)
  case atLeast(Int)
  case atMost(Int)
  /// By option index.
  case grade([Grade])
  /// Not after `asOf`, and so many months later not before it.
  case withinMonths(Int)
  /// Not before `asOf`, and at most so many months after it.
  case notPast(Int)

  package enum Grade: Sendable, Hashable {
    case share(Fraction)
    case contradicted
    /// The policy does not say: an error of the policy, share 0.
    case unlisted
  }
}

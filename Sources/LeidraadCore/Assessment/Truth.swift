/// What a condition comes to. Two ways of not knowing are kept apart: the question is open, or its answer is that nothing is arranged.
enum Truth: Sendable {
  case holds, fails, open, notArranged

  /// False if one is; else open if one is; else not arranged if one is.
  func and(_ other: Truth) -> Truth {
    if self == .fails || other == .fails { return .fails }
    if self == .open || other == .open { return .open }
    return self == .notArranged || other == .notArranged ? .notArranged : .holds
  }

  /// True if one is; else open if one is; else not arranged if one is.
  func or(_ other: Truth) -> Truth {
    if self == .holds || other == .holds { return .holds }
    if self == .open || other == .open { return .open }
    return self == .notArranged || other == .notArranged ? .notArranged : .fails
  }

  var negated: Truth {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .open: .open
    case .notArranged: .notArranged
    }
  }

  init(_ isTrue: Bool) { self = isTrue ? .holds : .fails }
}

/// How a condition reads what is not there.
struct ConditionReading: Sendable {
  let open: Truth
  let notArranged: Truth

  /// `applies-when`, `when`, and `where` beside `each`: silence never makes a guideline smaller, and "not arranged" is not "does not apply".
  static let guarding = ConditionReading(open: .open, notArranged: .notArranged)
  /// Rules, and a `where` in a check: what is not told is not there.
  static let told = ConditionReading(open: .fails, notArranged: .fails)
  /// What a rule would come to if open fields could still be anything; `evidence` conditions too.
  static let undecided = ConditionReading(open: .open, notArranged: .fails)
}

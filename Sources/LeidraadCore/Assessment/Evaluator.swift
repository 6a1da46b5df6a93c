internal import LocatedYAML

/// Evaluates criteria and conditions of one policy on one guideline: design 6, and nothing else. It knows no weights.
struct Evaluator {
  let policy: Policy
  let guideline: Guideline
  let asOf: CivilDate
  /// For `unmet`: what each control came to. Filled in once the controls have been evaluated.
  var controlStates: [ControlState] = []

  /// What rules may ask about a control.
  struct ControlState {
    var isCounted: Bool
    var hasShare: Bool
    /// Whether an open field could still give it a share.
    var isOpen: Bool
  }

  /// What a criterion comes to in a check.
  struct Evaluation {
    var counts: Bool
    var share: Fraction
    /// The part of it that is not open: 0 to 1.
    var answered: Fraction
    /// Whether filling in an open field could raise the share.
    var couldRise: Bool
    var isContradicted = false

    static let passedOver = Evaluation(counts: false, share: .zero, answered: .zero, couldRise: false)
    static let open = Evaluation(counts: true, share: .zero, answered: .zero, couldRise: true)
    static let no = Evaluation(counts: true, share: .zero, answered: .one, couldRise: false)
    static let full = Evaluation(counts: true, share: .one, answered: .one, couldRise: false)
  }

  func answer(_ reference: FieldReference, _ item: Guideline.Item?) -> Guideline.Answer {
    switch reference {
    case .guideline(let index): guideline.answers[index]
    case .item(let index): item.map { guideline.answer(index, of: $0) } ?? .open
    }
  }

  // MARK: Checks

  /// A control's check: the mean of the criteria that count.
  func evaluate(check: [Criterion]) -> Evaluation { mean(of: check, nil) }

  func evaluate(_ criterion: Criterion, _ item: Guideline.Item?) -> Evaluation {
    switch criterion {
    case .test(let test): evaluate(test, item)
    case .each(let each): evaluate(each, item)
    case .all(let parts): mean(of: parts, item)
    case .any(let parts): highest(of: parts, item)
    case .guarded(let criterion, let condition):
      switch truth(condition, item, .guarding) ?? .fails {
      case .holds: evaluate(criterion, item)
      case .fails: .passedOver
      case .open: .open
      case .notArranged: .no
      }
    // Refused in checks when a policy is read.
    case .not, .unmet: .passedOver
    }
  }

  private func mean(of parts: [Criterion], _ item: Guideline.Item?) -> Evaluation {
    var mean = Mean()
    for part in parts { mean.add(evaluate(part, item)) }
    return mean.result
  }

  private func highest(of parts: [Criterion], _ item: Guideline.Item?) -> Evaluation {
    var highest = Evaluation.passedOver
    var isUnanswered = true
    for part in parts {
      let evaluation = evaluate(part, item)
      guard evaluation.counts else { continue }
      highest.counts = true
      if highest.share < evaluation.share { highest.share = evaluation.share }
      isUnanswered = isUnanswered && evaluation.answered.isZero
      highest.couldRise = highest.couldRise || evaluation.couldRise
      highest.isContradicted = highest.isContradicted || evaluation.isContradicted
    }
    guard highest.counts else { return highest }
    highest.answered = isUnanswered ? .zero : .one
    highest.couldRise = highest.couldRise && highest.share < .one
    return highest
  }

  private func evaluate(_ test: Criterion.Test, _ item: Guideline.Item?) -> Evaluation {
    let answer = answer(test.field, item)
    switch answer.state {
    case .open: return .open
    case .notArranged: return .no
    case .given: break
    }
    if test.kind == .list {
      if compareList(test, answer, .told) == .holds { return .full }
      return Evaluation(counts: true, share: .zero, answered: .one, couldRise: compareList(test, answer, .undecided) == .open)
    }
    if case .grade(let grades) = test.comparison {
      switch answer.number < grades.count ? grades[answer.number] : .unlisted {
      case .share(let share): return Evaluation(counts: true, share: share, answered: .one, couldRise: false)
      case .contradicted: return Evaluation(counts: true, share: .zero, answered: .one, couldRise: false, isContradicted: true)
      case .unlisted: return .no
      }
    }
    if case .includes(let wanted) = test.comparison {
      let share = Fraction((answer.bits & wanted).nonzeroBitCount, wanted.nonzeroBitCount)
      return Evaluation(counts: true, share: share, answered: .one, couldRise: false)
    }
    return compare(test.comparison, answer) ? .full : .no
  }

  private func evaluate(_ each: Criterion.Each, _ item: Guideline.Item?) -> Evaluation {
    let answer = answer(each.field, item)
    switch answer.state {
    case .open: return .open
    case .notArranged: return .no
    case .given: break
    }
    if answer.count == 0 { return .full }
    var mean = Mean()
    for index in Int(answer.first)..<Int(answer.first) + Int(answer.count) {
      let item = guideline.items[index]
      if guideline.isOpen(item) {
        mean.add(.open)
        continue
      }
      switch each.filter.map({ truth($0, item, .guarding) ?? .fails }) ?? .holds {
      case .holds: mean.add(self.mean(of: each.criteria, item))
      case .fails: continue
      case .open: mean.add(.open)
      case .notArranged: mean.add(.no)
      }
    }
    return mean.result
  }

  // MARK: Conditions

  /// What a condition comes to; nil where it does not count.
  func truth(_ criterion: Criterion, _ item: Guideline.Item?, _ reading: ConditionReading) -> Truth? {
    switch criterion {
    case .test(let test): return truth(test, item, reading)
    case .each(let each): return truth(each, item, reading)
    case .all(let parts): return all(of: parts, item, reading)
    case .any(let parts):
      var result: Truth?
      for part in parts {
        if let one = truth(part, item, reading) { result = result?.or(one) ?? one }
      }
      return result
    case .not(let part): return truth(part, item, reading)?.negated
    case .unmet(let controls): return unmet(controls, reading)
    case .guarded(let part, let condition):
      switch truth(condition, item, reading) ?? .fails {
      case .holds: return truth(part, item, reading)
      case .fails: return nil
      case .open: return reading.open
      case .notArranged: return reading.notArranged
      }
    }
  }

  private func all(of parts: [Criterion], _ item: Guideline.Item?, _ reading: ConditionReading) -> Truth? {
    var result: Truth?
    for part in parts {
      if let one = truth(part, item, reading) { result = result?.and(one) ?? one }
    }
    return result
  }

  private func truth(_ test: Criterion.Test, _ item: Guideline.Item?, _ reading: ConditionReading) -> Truth {
    let answer = answer(test.field, item)
    switch answer.state {
    case .open: return reading.open
    // Whether a field is given is the one thing that "not arranged" answers plainly.
    case .notArranged: return test.comparison == .given && test.filter == nil ? .fails : reading.notArranged
    case .given: break
    }
    if test.kind == .list { return compareList(test, answer, reading) }
    switch test.comparison {
    case .grade(let grades): return Truth(answer.number < grades.count && grades[answer.number] == .share(.one))
    case .includes(let wanted): return Truth(answer.bits & wanted == wanted)
    case .given, .isOption, .isNumber, .excludes, .includesAny, .atLeast, .atMost, .withinMonths, .notPast:
      return Truth(compare(test.comparison, answer))
    }
  }

  private func truth(_ each: Criterion.Each, _ item: Guideline.Item?, _ reading: ConditionReading) -> Truth? {
    let answer = answer(each.field, item)
    switch answer.state {
    case .open: return reading.open
    case .notArranged: return reading.notArranged
    case .given: break
    }
    if answer.count == 0 { return .holds }
    var result: Truth?
    for index in Int(answer.first)..<Int(answer.first) + Int(answer.count) {
      let item = guideline.items[index]
      let filtered: Truth = each.filter.map { truth($0, item, reading) ?? .fails } ?? .holds
      guard filtered != .fails else { continue }
      guard let one = all(of: each.criteria, item, reading) else { continue }
      // An item that may not be meant decides nothing where it fits, and leaves open where it does not.
      result = (result ?? .holds).and(filtered == .holds || one == .holds ? one : filtered)
    }
    return result
  }

  private func unmet(_ controls: [Int], _ reading: ConditionReading) -> Truth {
    var isCounted = false
    var isOpen = false
    for control in controls where controlStates[control].isCounted {
      if controlStates[control].hasShare { return .fails }
      isCounted = true
      isOpen = isOpen || controlStates[control].isOpen
    }
    guard isCounted else { return .fails }
    return isOpen && reading.open == .open ? .open : .holds
  }

  // MARK: Comparisons

  /// A given value of any kind but a list.
  private func compare(_ comparison: Comparison, _ answer: Guideline.Answer) -> Bool {
    switch comparison {
    case .given: true
    case .isOption(let wanted), .includesAny(let wanted): answer.bits & wanted != 0
    case .isNumber(let wanted): wanted.contains(answer.number)
    case .excludes(let unwanted): answer.bits & unwanted == 0
    case .includes(let wanted): answer.bits & wanted == wanted
    case .atLeast(let least): answer.number >= least
    case .atMost(let most): answer.number <= most
    case .withinMonths(let months):
      CivilDate(dayNumber: answer.number).map { $0 <= asOf && $0.adding(months: months) >= asOf } ?? false
    case .notPast(let months):
      CivilDate(dayNumber: answer.number).map { $0 >= asOf && $0 <= asOf.adding(months: months) } ?? false
    case .grade: false
    }
  }

  /// A given list: how many of its items are meant, against what is asked.
  private func compareList(_ test: Criterion.Test, _ answer: Guideline.Answer, _ reading: ConditionReading) -> Truth {
    if test.comparison == .given, test.filter == nil { return .holds }
    var counted = ItemCount(enough: enough(test.comparison))
    for index in Int(answer.first)..<Int(answer.first) + Int(answer.count) where !counted.isDecided {
      let item = guideline.items[index]
      let meant: Truth = test.filter.map { truth($0, item, reading) ?? .fails } ?? .holds
      counted.add(item, of: guideline, meant, needsKey: test.comparison != .given)
    }
    switch test.comparison {
    case .given: return counted.atLeast(1)
    case .atLeast(let least): return resolved(counted.atLeast(least), reading)
    case .atMost(let most): return resolved(counted.atMost(most), reading)
    case .isOption, .isNumber, .excludes, .includes, .includesAny, .grade, .withinMonths, .notPast: return .fails
    }
  }

  /// So many items decide a comparison, whatever the others are.
  private func enough(_ comparison: Comparison) -> Int {
    switch comparison {
    case .given: 1
    case .atLeast(let least): least
    case .atMost(let most): most + 1
    case .isOption, .isNumber, .excludes, .includes, .includesAny, .grade, .withinMonths, .notPast: 0
    }
  }

  private func resolved(_ truth: Truth, _ reading: ConditionReading) -> Truth { truth == .open ? reading.open : truth }
}

/// The mean of evaluations as they come: of those that count.
private struct Mean {
  private var count = 0
  private var sum = Evaluator.Evaluation.passedOver

  mutating func add(_ part: Evaluator.Evaluation) {
    guard part.counts else { return }
    count += 1
    guard count > 1 else {
      sum = part
      return
    }
    if !part.share.isZero { sum.share += part.share }
    if !part.answered.isZero { sum.answered += part.answered }
    sum.couldRise = sum.couldRise || part.couldRise
    sum.isContradicted = sum.isContradicted || part.isContradicted
  }

  var result: Evaluator.Evaluation {
    guard count > 1 else { return sum }
    var mean = sum
    let part = Fraction(1, count)
    mean.share = sum.share * part
    mean.answered = sum.answered * part
    return mean
  }
}

/// Counts the items of a list by their keys: items with the same key count once, and one without its key leaves the number open.
private struct ItemCount {
  private let enough: Int
  private var keys: Set<Key> = []
  private var unnamed = 0
  private var open = 0
  private var notArranged = 0

  private enum Key: Hashable {
    case text(ArraySlice<UInt8>)
    case number(Int, UInt64)
  }

  /// - Parameter enough: So many decide.
  init(enough: Int) {
    self.enough = enough
  }

  var isDecided: Bool { count >= enough }

  mutating func add(_ item: Guideline.Item, of guideline: Guideline, _ truth: Truth, needsKey: Bool) {
    switch truth {
    case .fails: return
    case .open: open += 1
    case .notArranged: notArranged += 1
    case .holds:
      guard needsKey else {
        unnamed += 1
        return
      }
      guard item.count > 0 else { return }
      let key = guideline.answer(0, of: item)
      guard key.state == .given, let node = key.node else {
        open += 1
        return
      }
      keys.insert(key.bits == 0 && key.number == 0 ? .text(trimmedBytes(guideline.document.text(of: node))) : .number(key.number, key.bits))
    }
  }

  private var count: Int { keys.count + unnamed }

  func atLeast(_ least: Int) -> Truth {
    if count >= least { return .holds }
    if count + open >= least { return .open }
    return count + open + notArranged >= least ? .notArranged : .fails
  }

  func atMost(_ most: Int) -> Truth {
    if count > most { return .fails }
    if count + open > most { return .open }
    return count + open + notArranged > most ? .notArranged : .holds
  }
}

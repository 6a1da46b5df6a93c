/// The place where a criterion is not met.
struct Gap: Hashable {
  /// An index into `Policy.fields`.
  let field: Int
  /// An index into `Guideline.items`, and into that list's fields; nil where the field itself, or the list as a whole, is meant.
  var item: Int?
  var itemField: Int?
}

extension [Gap] {
  /// Each once, in their order.
  var distinct: [Gap] {
    if count < 2 { return self }
    // To look through a few takes less than to make a set.
    guard count > 16 else {
      return indices.filter { index in !self[..<index].contains(self[index]) }.map { self[$0] }
    }
    var seen: Set<Gap> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Evaluator {
  /// Where a control's check falls short, in the order of its criteria; and the same with what lies behind guards that are open, which will be asked
  /// once they hold.
  func gaps(in control: Int) -> (found: [Gap], behind: [Gap]) {
    let found = collected(control, throughGuards: false)
    let gaps = found.all.distinct
    return (gaps, found.hasOpenGuard ? collected(control, throughGuards: true).all.distinct : gaps)
  }

  private func collected(_ index: Int, throughGuards: Bool) -> GapCollection {
    var gaps = GapCollection(throughGuards: throughGuards)
    let control = policy.controls[index]
    for condition in [policy.recommendations[control.recommendation].appliesWhen, control.appliesWhen] {
      if let condition { collectGuard(condition, at: nil, into: &gaps.all) }
    }
    for criterion in control.check { collect(criterion, at: nil, into: &gaps) }
    return gaps
  }

  private struct GapCollection {
    let throughGuards: Bool
    var all: [Gap] = []
    /// Whether a guard was met that is open.
    private(set) var hasOpenGuard = false

    init(throughGuards: Bool) { self.throughGuards = throughGuards }

    /// Whether what a condition guards is looked at.
    mutating func looksBehind(_ truth: Truth?) -> Bool {
      switch truth {
      case .holds: return true
      case .open, .notArranged:
        hasOpenGuard = true
        return throughGuards
      case .fails, nil: return false
      }
    }

  }

  /// An item of a list, in whose fields criteria are looked at.
  struct Place {
    let list: Int
    let item: Int
    let value: Guideline.Item
  }

  private func collect(_ criterion: Criterion, at place: Place?, into gaps: inout GapCollection) {
    let evaluation = evaluate(criterion, place?.value)
    guard evaluation.counts, evaluation.share < .one else { return }
    switch criterion {
    case .test(let test): gaps.all.append(gap(test.field, at: place))
    case .all(let parts), .any(let parts): for part in parts { collect(part, at: place, into: &gaps) }
    case .guarded(let part, let condition):
      collectGuard(condition, at: place, into: &gaps.all)
      if gaps.looksBehind(truth(condition, place?.value, .guarding)) { collect(part, at: place, into: &gaps) }
    case .each(let each): collect(each, at: place, into: &gaps)
    case .not, .unmet: return
    }
  }

  private func collect(_ each: Criterion.Each, at place: Place?, into gaps: inout GapCollection) {
    guard let list = each.field.index else { return }
    let answer = guideline.answers[list]
    guard answer.state == .given else {
      gaps.all.append(Gap(field: list))
      return
    }
    for offset in 0..<Int(answer.count) {
      let index = Int(answer.first) + offset
      let inner = Place(list: list, item: index, value: guideline.items[index])
      if let filter = each.filter {
        collectGuard(filter, at: inner, into: &gaps.all)
        guard gaps.looksBehind(truth(filter, inner.value, .guarding)) else { continue }
      }
      for criterion in each.criteria { collect(criterion, at: inner, into: &gaps) }
    }
  }

  /// A guard is a gap where it is open or rests on what is not arranged: its fields decide.
  private func collectGuard(_ condition: Criterion, at place: Place?, into gaps: inout [Gap]) {
    guard let truth = truth(condition, place?.value, .guarding), truth == .open || truth == .notArranged else { return }
    collectUntold(condition, at: place, into: &gaps)
  }

  /// The fields of a condition that are not given.
  func collectUntold(_ condition: Criterion, at place: Place?, into gaps: inout [Gap]) {
    switch condition {
    case .test(let test):
      let answer = answer(test.field, place?.value)
      guard answer.state == .given, let filter = test.filter, let list = test.field.index else {
        if answer.state != .given { gaps.append(gap(test.field, at: place)) }
        return
      }
      for offset in 0..<Int(answer.count) {
        let index = Int(answer.first) + offset
        let inner = Place(list: list, item: index, value: guideline.items[index])
        collectUntold(filter, at: inner, into: &gaps)
      }
    case .each(let each): if answer(each.field, place?.value).state != .given { gaps.append(gap(each.field, at: place)) }
    case .all(let parts), .any(let parts): for part in parts { collectUntold(part, at: place, into: &gaps) }
    case .not(let part): collectUntold(part, at: place, into: &gaps)
    case .guarded(let part, let condition):
      collectUntold(condition, at: place, into: &gaps)
      collectUntold(part, at: place, into: &gaps)
    case .unmet: return
    }
  }

  private func gap(_ reference: FieldReference, at place: Place?) -> Gap {
    switch reference {
    case .guideline(let index): Gap(field: index)
    case .item(let index): Gap(field: place?.list ?? 0, item: place?.item, itemField: index)
    }
  }
}

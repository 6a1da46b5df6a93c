import LeidraadCore

/// Design 4 and 6 once more, written from their text alone and as plainly as possible: a tree is typed, and criteria are walked over it.
struct ReferenceEvaluator {
  let policy: Policy
  let asOf: Int
  let answers: [Value]
  /// What rules ask about a control; nil: it is not in scope, or excluded.
  var controls: [Int: (hasShare: Bool, isOpen: Bool)] = [:]

  indirect enum Value: Equatable {
    case open, no
    case text(String), texts([String]), flag(Bool), choice(String), choices(Set<String>), number(Int), date(Int), period(String)
    case list([[Value]])

    var isGiven: Bool { self != .open && self != .no }
  }

  /// What a criterion of a check comes to.
  struct Result {
    var counts = true
    var share = Ratio.zero
    /// The part that is not open.
    var answered = Ratio.one
    var isOpen = false
    var isContradicted = false

    static let passedOver = Result(counts: false)
    static let open = Result(answered: .zero, isOpen: true)
    static let no = Result()
    static let full = Result(share: .one)
  }

  enum Truth { case yes, no, open, notArranged }

  /// What an open answer and one that is not arranged come to in a condition.
  struct Mode {
    let open: Truth
    let notArranged: Truth
    /// `applies-when`, `when`, and `where` beside `each`.
    static let guarding = Mode(open: .open, notArranged: .notArranged)
    /// `evidence`, and a rule with open fields open.
    static let answered = Mode(open: .open, notArranged: .no)
    /// A rule; a check's `where` not beside `each`.
    static let told = Mode(open: .no, notArranged: .no)
  }

  init(_ policy: Policy, _ draft: Draft, asOf: CivilDate) {
    self.policy = policy
    self.asOf = asOf.dayNumber
    answers = policy.fields.indices.map { index in
      let field = policy.fields[index]
      if field.path == "organisation.name" { return .text("Voorbeeld") }
      if field.path == "organisation.kind" { return .choice(draft.kind) }
      return Self.typed(field, draft.answers[index], isOrganisation: policy.sections[field.section].id == "organisation")
    }
  }

  // MARK: Section 4: states of a field

  static func typed(_ field: Field, _ value: ExampleValue?, isOrganisation: Bool) -> Value {
    guard let value else { return .open }
    switch value {
    case .scalar(let text):
      if text == "not-arranged" { return isOrganisation ? .open : .no }
      if isFiller(text) { return .open }
      switch field.kind {
      case .text, .link: return .text(text.split(separator: " ").joined(separator: " "))
      case .flag: return .flag(text == "true")
      case .choice: return .choice(text)
      case .number: return Int(text).map { .number($0) } ?? .open
      case .date: return CivilDate(iso: text.utf8).map { .date($0.dayNumber) } ?? .open
      case .period: return .period(text)
      case .choices, .texts, .list: return .open
      }
    case .list(let items):
      if items.isEmpty { return field.emptyMeaning == nil ? (isOrganisation ? .open : .no) : empty(field) }
      if field.kind == .list {
        let typed = items.map { item in
          field.items.map { inner in Self.typed(inner, item.entry(inner.name), isOrganisation: isOrganisation) }
        }
        return typed.contains { $0.contains(where: \.isGiven) } ? .list(typed) : .open
      }
      let texts = items.compactMap { item in if case .scalar(let text) = item, !isFiller(text) { text } else { nil } }
      if texts.isEmpty { return .open }
      return field.kind == .texts ? .texts(texts) : .choices(Set(texts))
    case .map, .text: return .open
    }
  }

  private static func empty(_ field: Field) -> Value {
    field.kind == .list ? .list([]) : field.kind == .texts ? .texts([]) : .choices([])
  }

  static func isFiller(_ text: String) -> Bool { Generator.fillers.contains(text) }

  // MARK: Section 6: checks

  /// The criteria of a list, on the guideline (nil) or on an item of a list.
  struct Place {
    var list: Int?
    var item: [Value] = []
    static let guideline = Place(list: nil)
  }

  private func look(_ reference: FieldReference, _ place: Place) -> (Value, Field) {
    switch reference {
    case .guideline(let index): return (answers[index], policy.fields[index])
    case .item(let index): return (place.item[index], policy.fields[place.list ?? 0].items[index])
    }
  }

  func check(_ criteria: [Criterion], _ place: Place = .guideline) -> Result { mean(criteria.map { check($0, place) }) }

  private func mean(_ results: [Result]) -> Result {
    let counting = results.filter(\.counts)
    if counting.isEmpty { return .passedOver }
    return Result(
      share: counting.map(\.share).mean(counting.count), answered: counting.map(\.answered).mean(counting.count),
      isOpen: counting.contains(where: \.isOpen), isContradicted: counting.contains(where: \.isContradicted))
  }

  func check(_ criterion: Criterion, _ place: Place) -> Result {
    switch criterion {
    case .all(let parts): return check(parts, place)
    case .any(let parts):
      let counting = parts.map { check($0, place) }.filter(\.counts)
      if counting.isEmpty { return .passedOver }
      let best = counting.map(\.share).reduce(.zero) { Ratio.isLess($0, $1) == true ? $1 : $0 }
      return Result(
        share: best, answered: counting.allSatisfy { $0.answered == .zero } ? .zero : .one,
        isOpen: best != .one && counting.contains(where: \.isOpen), isContradicted: counting.contains(where: \.isContradicted))
    case .guarded(let part, let condition):
      switch truth(condition, place, .guarding) {
      case .yes: return check(part, place)
      case .no, nil: return .passedOver
      case .open: return .open
      case .notArranged: return .no
      }
    case .each(let each):
      let (value, _) = look(each.field, place)
      guard case .list(let items) = value else { return value == .open ? .open : .no }
      if items.isEmpty { return .full }
      return mean(
        items.map { item in
          if item.allSatisfy({ $0 == .open }) { return .open }
          let inner = Place(list: each.field.list, item: item)
          switch each.filter.map({ truth($0, inner, .guarding) }) ?? .yes {
          case .yes: return check(each.criteria, inner)
          case .no, nil: return .passedOver
          case .open: return .open
          case .notArranged: return .no
          }
        })
    case .test(let test):
      let (value, field) = look(test.field, place)
      if value == .open { return .open }
      if value == .no { return .no }
      if case .list(let items) = value {
        if test.comparison == .given, test.filter == nil { return .full }
        if compare(items, test, field, .told) == .yes { return .full }
        return Result(isOpen: compare(items, test, field, .answered) == .open)
      }
      if case .grade(let grades) = test.comparison, case .choice(let id) = value,
        let index = field.options.firstIndex(where: { $0.id == id })
      {
        switch grades[index] {
        case .share(let share): return Result(share: Ratio(printed: share.description))
        case .contradicted: return Result(isContradicted: true)
        case .unlisted: return .no
        }
      }
      if case .includes(let bits) = test.comparison, case .choices(let present) = value {
        let wanted = names(bits, field)
        return Result(share: Ratio(wanted.intersection(present).count, wanted.count))
      }
      return compare(value, test.comparison, field) ? .full : .no
    case .not, .unmet: return .passedOver
    }
  }

  // MARK: Section 6: conditions

  /// Nil where it does not count.
  func truth(_ criterion: Criterion, _ place: Place, _ mode: Mode) -> Truth? {
    switch criterion {
    case .all(let parts):
      let truths = parts.compactMap { truth($0, place, mode) }
      if truths.isEmpty { return nil }
      return truths.contains(.no) ? .no : truths.contains(.open) ? .open : truths.contains(.notArranged) ? .notArranged : .yes
    case .any(let parts):
      let truths = parts.compactMap { truth($0, place, mode) }
      if truths.isEmpty { return nil }
      return truths.contains(.yes) ? .yes : truths.contains(.open) ? .open : truths.contains(.notArranged) ? .notArranged : .no
    case .not(let part):
      switch truth(part, place, mode) {
      case .yes: return .no
      case .no: return .yes
      case let other: return other
      }
    case .unmet(let ids):
      let counted = ids.compactMap { controls[$0] }
      if counted.isEmpty || counted.contains(where: \.hasShare) { return .no }
      return mode.open == .open && counted.contains(where: \.isOpen) ? .open : .yes
    case .guarded(let part, let condition):
      switch truth(condition, place, mode) {
      case .yes: return truth(part, place, mode)
      case .no, nil: return nil
      case .open: return mode.open
      case .notArranged: return mode.notArranged
      }
    case .each(let each):
      let (value, _) = look(each.field, place)
      guard case .list(let items) = value else { return value == .open ? mode.open : mode.notArranged }
      if items.isEmpty { return .yes }
      var result: Truth?
      for item in items {
        let inner = Place(list: each.field.list, item: item)
        let isMeant = each.filter.map { truth($0, inner, mode) ?? .no } ?? .yes
        if isMeant == .no { continue }
        guard var one = truth(.all(each.criteria), inner, mode) else { continue }
        // Where it is open whether the item is meant, that decides nothing if the item fits.
        if isMeant != .yes, one != .yes { one = isMeant }
        if result == nil { result = .yes }
        if one == .no { return .no }
        if one == .open { result = .open }
        if one == .notArranged, result == .yes { result = .notArranged }
      }
      return result
    case .test(let test):
      let (value, field) = look(test.field, place)
      if value == .open { return mode.open }
      if value == .no { return test.comparison == .given && test.filter == nil ? .no : mode.notArranged }
      if case .list(let items) = value {
        return test.comparison == .given && test.filter == nil ? .yes : compare(items, test, field, mode)
      }
      return compare(value, test.comparison, field) ? .yes : .no
    }
  }

  // MARK: Section 6: operators

  private func names(_ bits: UInt64, _ field: Field) -> Set<String> {
    Set(field.options.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { field.options[$0].id })
  }

  private func compare(_ value: Value, _ comparison: Comparison, _ field: Field) -> Bool {
    let present: Set<String>
    var number: Int?
    switch value {
    case .choice(let id): present = [id]
    case .choices(let ids): (present, number) = (ids, ids.count)
    case .texts(let texts): (present, number) = ([], texts.count)
    case .number(let value): (present, number) = ([], value)
    default: present = []
    }
    switch comparison {
    case .given: return true
    case .isOption(let bits):
      if case .flag(let isTrue) = value { return bits & (isTrue ? 2 : 1) != 0 }
      return !names(bits, field).isDisjoint(with: present)
    case .isNumber(let numbers): return number.map { numbers.contains($0) } ?? false
    case .excludes(let bits): return names(bits, field).isDisjoint(with: present)
    case .includes(let bits): return names(bits, field).isSubset(of: present)
    case .includesAny(let bits): return !names(bits, field).isDisjoint(with: present)
    case .atLeast(let least): return number.map { $0 >= least } ?? false
    case .atMost(let most): return number.map { $0 <= most } ?? false
    case .grade(let grades):
      return present.contains { id in field.options.firstIndex { $0.id == id }.map { grades[$0] == .share(.one) } ?? false }
    case .withinMonths(let months): return within(value) { $0 <= asOf && later($0, months) >= asOf }
    case .notPast(let months): return within(value) { $0 >= asOf && $0 <= later(asOf, months) }
    }
  }

  private func within(_ value: Value, _ holds: (Int) -> Bool) -> Bool { if case .date(let day) = value { holds(day) } else { false } }

  /// The day so many months later; month ends clamp. Counted day by day, from the calendar's rules.
  func later(_ day: Int, _ months: Int) -> Int { CountedCalendar.later(day, months) }

  /// `where` alone, `at-least` and `at-most` on a list.
  private func compare(_ items: [[Value]], _ test: Criterion.Test, _ field: Field, _ mode: Mode) -> Truth {
    var sure: [Value] = []
    var sureItems = 0
    var maybe = 0
    var unarranged = 0
    for item in items {
      let inner = Place(list: test.field.list, item: item)
      switch test.filter.map({ truth($0, inner, mode) ?? .no }) ?? .yes {
      case .no: continue
      case .open: maybe += 1
      case .notArranged: unarranged += 1
      case .yes:
        sureItems += 1
        if !item[0].isGiven { maybe += test.comparison == .given ? 0 : 1 } else if !sure.contains(item[0]) { sure.append(item[0]) }
      }
    }
    let undecided = { (open: Bool, notArranged: Bool) -> Truth? in open ? mode.open : notArranged ? mode.notArranged : nil }
    switch test.comparison {
    case .given: return sureItems > 0 ? .yes : undecided(maybe > 0, unarranged > 0) ?? .no
    case .atLeast(let least):
      return sure.count >= least ? .yes : undecided(sure.count + maybe >= least, sure.count + maybe + unarranged >= least) ?? .no
    case .atMost(let most):
      return sure.count > most ? .no : undecided(sure.count + maybe > most, sure.count + maybe + unarranged > most) ?? .yes
    default: return .no
    }
  }
}

extension FieldReference {
  var list: Int? { if case .guideline(let index) = self { index } else { nil } }
}

extension ExampleValue {
  func entry(_ key: String) -> ExampleValue? { if case .map(let entries) = self { entries.first { $0.key == key }?.value } else { nil } }
}

/// A calendar without formulas: it counts.
enum CountedCalendar {
  static func days(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Year, month and day of a day number since 1970-01-01; for 1970 and later.
  static func date(_ number: Int) -> (Int, Int, Int) {
    var (year, month, rest) = (1970, 1, number)
    while rest >= (days(2, year) == 29 ? 366 : 365) {
      rest -= days(2, year) == 29 ? 366 : 365
      year += 1
    }
    while rest >= days(month, year) {
      rest -= days(month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var number = day - 1
    for other in 1970..<max(year, 1970) { number += days(2, other) == 29 ? 366 : 365 }
    for other in 1..<max(month, 1) { number += days(other, year) }
    return number
  }

  static func later(_ number: Int, _ months: Int) -> Int {
    var (year, month, day) = date(number)
    for _ in 0..<months { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
    day = min(day, days(month, year))
    return self.number(year, month, day)
  }
}

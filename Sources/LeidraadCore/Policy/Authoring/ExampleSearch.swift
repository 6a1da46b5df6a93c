/// Looks for an example that tells a check from a changed one: the examples that are there, with one answer or two in them changed.
struct ExampleSearch {
  private let tester: PolicyTester
  private let subject: PolicyTester.Subject
  private var pool: [Candidate] = []

  private struct Candidate {
    let value: ExampleValue
    let trials: [PolicyTester.Trial]
  }

  private static let limit = 4000
  /// So many are tried on every change.
  private static let near = 500

  init(_ tester: PolicyTester, _ subject: PolicyTester.Subject) {
    self.tester = tester
    self.subject = subject
    var seen: Set<ExampleValue> = []
    let seeds = [ExampleValue.map([])] + tester.examples(of: subject).map(\.value) + extraSeeds
    let answers = answers
    var values = seeds.filter { seen.insert($0).inserted }
    // Whatever is near comes first: one change, then two.
    for _ in 0..<2 {
      for value in values {
        guard seen.count < Self.limit else { break }
        for (path, answer) in answers {
          let changed = value.setting(path, to: answer)
          if seen.insert(changed).inserted { values.append(changed) }
        }
      }
    }
    pool = values.prefix(Self.limit).map { Candidate(value: $0, trials: tester.trials(subject, $0)) }
  }

  /// For each changed policy an example that tells it from the policy as it is; as few different ones as can easily be found.
  func examples(telling changed: [Policy]) -> [Survivor.Suggestion?] {
    var hits = changed.map { _ in [Int]() }
    for (number, candidate) in pool.enumerated() {
      // Near ones are tried on everything, so that one example may do for several changes; far ones only where nothing was found.
      let wanted = changed.indices.filter { number < Self.near || hits[$0].isEmpty }
      guard !wanted.isEmpty else { break }
      // An example says one outcome for every profile.
      guard let first = candidate.trials.first, candidate.trials.allSatisfy({ $0.result == first.result }) else { continue }
      for index in wanted where candidate.trials.contains(where: { tester.notices($0, changed[index]) }) { hits[index].append(number) }
    }
    var suggestions = [Survivor.Suggestion?](repeating: nil, count: changed.count)
    var left = Set(changed.indices.filter { !hits[$0].isEmpty })
    while !left.isEmpty {
      var counts: [Int: Int] = [:]
      for index in left { for hit in hits[index] { counts[hit, default: 0] += 1 } }
      guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key, let trial = pool[best].trials.first else {
        break
      }
      let suggestion = Survivor.Suggestion(outcome: trial.result, yaml: pool[best].value.source)
      for index in left where hits[index].contains(best) {
        suggestions[index] = suggestion
        left.remove(index)
      }
    }
    return suggestions
  }

  private var policy: Policy { tester.policy }

  private var criteria: [Criterion] {
    switch subject {
    case .control(let index):
      let control = policy.controls[index]
      return control.check + [control.appliesWhen, policy.recommendations[control.recommendation].appliesWhen].compactMap { $0 }
    case .rule(let index):
      let rule = policy.rules[index]
      let unmet = rule.when.map(Self.controls) ?? [rule.control]
      return [rule.when].compactMap { $0 } + unmet.flatMap { policy.controls[$0].check }
    case .recommendation: return []
    }
  }

  /// Guidelines that meet the controls a rule asks about.
  private var extraSeeds: [ExampleValue] {
    guard case .rule(let index) = subject else { return [] }
    let rule = policy.rules[index]
    return Set([rule.control] + (rule.when.map(Self.controls) ?? [])).sorted().flatMap { control in
      policy.controls[control].examples.filter { $0.outcome == .met || $0.outcome == .notMet }.prefix(2).map(\.value)
    }
  }

  private static func controls(_ criterion: Criterion) -> [Int] {
    switch criterion {
    case .unmet(let controls): controls
    case .all(let parts), .any(let parts): parts.flatMap(controls)
    case .not(let part): controls(part)
    case .guarded(let part, let condition): controls(part) + controls(condition)
    case .test, .each: []
    }
  }

  // MARK: Answers

  /// What each field that is read could say.
  private var answers: [(path: [String], answer: ExampleValue?)] {
    let fields = Set(criteria.flatMap { $0.fields(guards: true) }).sorted()
    let thresholds = criteria.flatMap(Self.numbers)
    let used = criteria.reduce(into: [Int: Set<Int>]()) { result, criterion in result.merge(criterion.itemFields()) { $0.union($1) } }
    return fields.flatMap { index -> [(path: [String], answer: ExampleValue?)] in
      let field = policy.fields[index]
      let path = [policy.sections[field.section].id, field.name]
      let isClosed = policy.sections[field.section].id == "organisation"
      var answers = values(of: field, thresholds).map { (path: path, answer: $0 as ExampleValue?) }
      answers += [(path, nil)] + (isClosed ? [] : [(path, .scalar("not-arranged"))])
      guard field.kind == .list else { return answers }
      for item in (used[index] ?? []).sorted() {
        let inner = field.items[item]
        let choices = values(of: inner, thresholds).map { $0 as ExampleValue? } + [nil] + (isClosed ? [] : [.scalar("not-arranged")])
        for answer in choices {
          answers.append((path + ["*", inner.name], answer))
          if let answer { answers.append((path, .list([self.item(of: field, inner.name, answer)]))) }
          answers.append((path + ["0", inner.name], answer))
          answers.append((path + ["1", inner.name], answer))
        }
      }
      return answers
    }
  }

  /// An item with its key, so that it reads as one.
  private func item(of list: Field, _ name: String, _ answer: ExampleValue) -> ExampleValue {
    guard let key = list.items.first, key.name != name, let value = values(of: key, []).first else {
      return .map([.init(key: name, value: answer)])
    }
    return .map([.init(key: key.name, value: value), .init(key: name, value: answer)])
  }

  private static func numbers(_ criterion: Criterion) -> [Int] {
    switch criterion {
    case .test(let test):
      let own: [Int] =
        switch test.comparison {
        case .atLeast(let number), .atMost(let number), .withinMonths(let number), .notPast(let number): [number]
        case .isNumber(let numbers): numbers
        case .given, .isOption, .excludes, .includes, .includesAny, .grade: []
        }
      return own + (test.filter.map(numbers) ?? [])
    case .each(let each): return each.criteria.flatMap(numbers) + (each.filter.map(numbers) ?? [])
    case .all(let parts), .any(let parts): return parts.flatMap(numbers)
    case .not(let part): return numbers(part)
    case .unmet: return []
    case .guarded(let part, let condition): return numbers(part) + numbers(condition)
    }
  }

  private func values(of field: Field, _ thresholds: [Int]) -> [ExampleValue] {
    let ids = field.options.map { ExampleValue.scalar($0.id) }
    let sample = tester.samples[field.path] ?? .text(LocalizedText(Phrase(nl: "dat is afgesproken", en: "that is agreed")))
    // What a comparison tells apart lies around its number.
    let numbers = Set(thresholds.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    let counts = numbers.filter { (1...9).contains($0) }
    switch field.kind {
    case .choice: return ids
    case .choices:
      let others = ids.indices.map { index in ExampleValue.list(ids.enumerated().filter { $0.offset != index }.map(\.element)) }
      return ids.map { .list([$0]) } + [.list(ids)] + others + [.list([])]
    case .flag: return [.scalar("true"), .scalar("false")]
    case .number:
      let range = field.minimum...(field.maximum ?? .max)
      return Set(numbers + [field.minimum]).filter(range.contains).sorted().map { .scalar("\($0)") }
    case .date:
      return numbers.flatMap { [policy.date.adding(months: -$0), policy.date.adding(months: $0)] }.map { .scalar($0.description) }
    case .text: return [sample]
    case .texts:
      let sample = if case .list(let items) = sample { items.first ?? sample } else { sample }
      return [.list([sample])] + counts.map { .list((1...$0).map(Self.agreement)) } + [.list([])]
    case .period: return [.scalar("3 months")]
    case .link: return [.scalar("https://example.org/richtlijn")]
    case .list: return counts.map { .list(items(of: field, $0)) } + [.list([])]
    }
  }

  private static func agreement(_ number: Int) -> ExampleValue { .scalar("afspraak \(number)") }

  /// So many items, or as many as there are keys for: those with the same one count once.
  private func items(of list: Field, _ count: Int) -> [ExampleValue] {
    guard let key = list.items.first else { return [] }
    let keys = key.kind == .text ? (1...count).map(Self.agreement) : Array(values(of: key, []).prefix(count))
    return keys.map { .map([.init(key: key.name, value: $0)]) }
  }
}

extension ExampleValue {
  /// This value with the answer at a path replaced, or taken away. `*` stands for every item of a list, a number for one.
  fileprivate func setting(_ path: [String], to answer: ExampleValue?) -> ExampleValue {
    guard let key = path.first else { return answer ?? self }
    let rest = Array(path.dropFirst())
    if case .list(let items) = self {
      if key == "*" { return .list(items.map { $0.setting(rest, to: answer) }) }
      guard let index = Int(key), index <= items.count else { return self }
      var changed = items
      if index == items.count { changed.append(.map([])) }
      changed[index] = changed[index].setting(rest, to: answer)
      return .list(changed)
    }
    // Where no list is, there are no items to change.
    if key == "*" || Int(key) != nil { return self }
    var entries: [Entry] = if case .map(let entries) = self { entries } else { [] }
    let index = entries.firstIndex { $0.key == key }
    if rest.isEmpty, answer == nil {
      if let index { entries.remove(at: index) }
    } else if let index {
      entries[index] = Entry(
        key: key, value: rest.isEmpty ? answer ?? entries[index].value : entries[index].value.setting(rest, to: answer))
    } else if answer != nil, rest.first != "*", rest.first.flatMap({ Int($0) }) == nil {
      entries.append(Entry(key: key, value: rest.isEmpty ? answer ?? .map([]) : ExampleValue.map([]).setting(rest, to: answer)))
    }
    return .map(entries)
  }
}

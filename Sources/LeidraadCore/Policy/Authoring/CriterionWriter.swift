/// Writes criteria as a policy has them, with names in place of indices: so that two policies can be compared, and programs can read them.
package struct CriterionWriter {
  private let policy: Policy
  /// The list whose items are meant by a path without a dot.
  private let list: Int?

  package init(_ policy: Policy) { self.init(policy, list: nil) }

  private init(_ policy: Policy, list: Int?) {
    self.policy = policy
    self.list = list
  }

  package func value(_ criterion: Criterion) -> ExampleValue {
    switch criterion {
    case .test(let test): self.test(test)
    case .each(let each): entries(each.field, each.filter, ("each", .list(each.criteria.map { inside(each.field).value($0) })))
    case .all(let parts): entry("all", .list(parts.map(value)))
    case .any(let parts): entry("any", .list(parts.map(value)))
    case .not(let part): entry("not", value(part))
    case .unmet(let controls): entry("unmet", .list(controls.map { .scalar(policy.controls[$0].id) }))
    case .guarded(let part, let condition): guarded(value(part), condition)
    }
  }

  private func entry(_ key: String, _ value: ExampleValue) -> ExampleValue { .map([ExampleValue.Entry(key: key, value: value)]) }

  private func guarded(_ part: ExampleValue, _ condition: Criterion) -> ExampleValue {
    let condition = ExampleValue.Entry(key: "when", value: value(condition))
    guard case .map(let entries) = part else { return .map([ExampleValue.Entry(key: "field", value: part), condition]) }
    return .map(entries + [condition])
  }

  private func inside(_ reference: FieldReference) -> CriterionWriter {
    switch reference {
    case .guideline(let index): CriterionWriter(policy, list: index)
    case .item: self
    }
  }

  private func field(_ reference: FieldReference) -> Field? {
    switch reference {
    case .guideline(let index): policy.fields[index]
    case .item(let index): list.map { policy.fields[$0].items[index] }
    }
  }

  private func name(_ reference: FieldReference) -> String {
    switch reference {
    case .guideline: field(reference)?.path ?? ""
    case .item: field(reference)?.name ?? ""
    }
  }

  private func entries(_ reference: FieldReference, _ filter: Criterion?, _ operation: (key: String, value: ExampleValue)?) -> ExampleValue
  {
    var entries = [ExampleValue.Entry(key: "field", value: .scalar(name(reference)))]
    if let filter { entries.append(ExampleValue.Entry(key: "where", value: inside(reference).value(filter))) }
    if let operation { entries.append(ExampleValue.Entry(key: operation.key, value: operation.value)) }
    return .map(entries)
  }

  private func test(_ test: Criterion.Test) -> ExampleValue {
    if test.comparison == .given, test.filter == nil { return .scalar(name(test.field)) }
    return entries(test.field, test.filter, operation(test))
  }

  private func operation(_ test: Criterion.Test) -> (key: String, value: ExampleValue)? {
    let field = field(test.field)
    let ids = field?.kind == .flag ? ["false", "true"] : field?.options.map(\.id) ?? []
    func options(_ bits: UInt64) -> ExampleValue { .list(ids.indices.filter { bits & 1 << UInt64($0) != 0 }.map { .scalar(ids[$0]) }) }
    func number(_ number: Int) -> ExampleValue { .scalar("\(number)") }
    switch test.comparison {
    case .given: return nil
    case .isOption(let bits): return ("is", options(bits))
    case .isNumber(let numbers): return ("is", .list(numbers.map(number)))
    case .excludes(let bits): return ("excludes", options(bits))
    case .includes(let bits): return ("includes", options(bits))
    case .includesAny(let bits): return ("includes-any", options(bits))
    case .atLeast(let least): return ("at-least", number(least))
    case .atMost(let most): return ("at-most", number(most))
    case .withinMonths(let months): return ("within-months", number(months))
    case .notPast(let months): return ("not-past", number(months))
    case .grade(let grades): return ("grade", .map(zip(ids, grades).map { ExampleValue.Entry(key: $0, value: .scalar($1.words)) }))
    }
  }
}

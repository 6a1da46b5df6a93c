internal import LocatedYAML

/// Makes the small changes of a criterion that an author could have meant, or made by mistake: each must be told from the criterion by an example.
struct Mutator {
  let policy: Policy

  /// A criterion with one change somewhere in it.
  struct Variant {
    let criterion: Criterion
    /// What was changed, in the policy's own words: `scope.age-min: at-least 13 -> at-least 12`.
    let words: String
    /// Where that stands.
    let place: PolicySources.Place

    func map(_ transform: (Criterion) -> Criterion) -> Variant { Variant(criterion: transform(criterion), words: words, place: place) }
  }

  /// Where a criterion stands among others.
  struct Context {
    /// Conditions may be denied; in checks there is no “not”.
    let isCondition: Bool
    /// The list whose items are meant by a path without a dot.
    var list: Int?

    static let check = Context(isCondition: false)
    static let condition = Context(isCondition: true)

    func of(_ list: Int?) -> Context { Context(isCondition: isCondition, list: list ?? self.list) }
    func condition(of list: Int?) -> Context { Context(isCondition: true, list: list ?? self.list) }
    var asCondition: Context { Context(isCondition: true, list: list) }
  }

  /// A check with one change somewhere in it, or its parts read as alternatives.
  func variants(of check: [Criterion], _ place: PolicySources.Place) -> [(check: [Criterion], words: String, place: PolicySources.Place)] {
    var result = lists(check, place, .check).map { (check: $0.parts, words: $0.words, place: $0.place) }
    if check.count > 1 { result.append((check: [.any(check)], words: "check: all -> any", place: place)) }
    return result
  }

  /// What stands under `applies-when` or a rule's `when`: denied, or with one change somewhere in it.
  func variants(ofCondition condition: Criterion, _ place: PolicySources.Place, name: String) -> [Variant] {
    var result = [Variant(criterion: .not(condition), words: "\(name): negated", place: place)]
    // What denies the whole says the same as a negation.
    let whole: Bool = if case .not = condition { true } else { false }
    result += variants(of: condition, place, .condition).filter {
      !(whole && $0.words.hasSuffix("not -> dropped")) && $0.criterion != .not(condition)
    }
    return result
  }

  // MARK: Groups

  private func lists(
    _ parts: [Criterion], _ place: PolicySources.Place, _ context: Context
  ) -> [(parts: [Criterion], words: String, place: PolicySources.Place)] {
    var result: [(parts: [Criterion], words: String, place: PolicySources.Place)] = []
    for (index, (part, place)) in zip(parts, place.items).enumerated() {
      for variant in variants(of: part, place, context) {
        var changed = parts
        changed[index] = variant.criterion
        result.append((changed, variant.words, variant.place))
      }
      guard parts.count > 1 else { continue }
      var fewer = parts
      fewer.remove(at: index)
      result.append((fewer, "\(name(of: part, context)): dropped", place))
    }
    return result
  }

  private func variants(of criterion: Criterion, _ place: PolicySources.Place, _ context: Context) -> [Variant] {
    switch criterion {
    case .test(let test): return variants(of: test, place, context)
    case .each(let each): return variants(of: each, place, context)
    case .all(let parts):
      let own = parts.count > 1 ? [Variant(criterion: .any(parts), words: "all -> any", place: place)] : []
      return own
        + (place["all"].map { lists(parts, $0, context) } ?? []).map {
          Variant(criterion: .all($0.parts), words: $0.words, place: $0.place)
        }
    case .any(let parts):
      let own = parts.count > 1 ? [Variant(criterion: .all(parts), words: "any -> all", place: place)] : []
      return own
        + (place["any"].map { lists(parts, $0, context) } ?? []).map {
          Variant(criterion: .any($0.parts), words: $0.words, place: $0.place)
        }
    case .not(let part):
      // A test that is denied in one way only would be a double denial.
      let inner = place["not"].map { variants(of: part, $0, context.asCondition) } ?? []
      return [Variant(criterion: part, words: "\(name(of: part, context)): not -> dropped", place: place)]
        + inner.filter { $0.criterion != .not(part) }.map { $0.map { .not($0) } }
    case .unmet(let controls):
      guard controls.count > 1 else { return [] }
      return controls.indices.map { index in
        var fewer = controls
        let dropped = policy.controls[fewer.remove(at: index)].id
        return Variant(criterion: .unmet(fewer), words: "unmet: \(dropped) dropped", place: place)
      }
    case .guarded(let part, let condition):
      guard let guardPlace = place["when"] else { return [] }
      let name = name(of: part, context)
      return [
        Variant(criterion: part, words: "\(name): when -> dropped", place: guardPlace),
        Variant(criterion: .guarded(part, when: .not(condition)), words: "\(name): when -> negated", place: guardPlace),
      ] + variants(of: part, place, context).map { $0.map { .guarded($0, when: condition) } }
        + variants(of: condition, guardPlace, context.asCondition).filter { $0.criterion != .not(condition) }.map {
          $0.map { .guarded(part, when: $0) }
        }
    }
  }

  // MARK: Tests

  private func variants(of test: Criterion.Test, _ place: PolicySources.Place, _ context: Context) -> [Variant] {
    let field = field(test.field, context)
    let name = name(of: .test(test), context)
    var result = Comparisons(policy: policy, field: field).variants(of: test.comparison).map { comparison, words in
      Variant(
        criterion: .test(Criterion.Test(field: test.field, kind: test.kind, comparison: comparison, filter: test.filter)),
        words: "\(name): \(words)",
        place: place)
    }
    if context.isCondition, test.comparison == .given {
      result.append(Variant(criterion: .not(.test(test)), words: "\(name): given -> not given", place: place))
    }
    result += filters(test.filter, name, place, context.condition(of: test.field.index)).map { filter, words, place in
      Variant(
        criterion: .test(Criterion.Test(field: test.field, kind: test.kind, comparison: test.comparison, filter: filter)), words: words,
        place: place)
    }
    return result
  }

  private func variants(of each: Criterion.Each, _ place: PolicySources.Place, _ context: Context) -> [Variant] {
    let name = name(of: .each(each), context)
    let inner = context.of(each.field.index)
    let criteria = place["each"].map { lists(each.criteria, $0, inner) } ?? []
    return criteria.map { parts, words, place in
      Variant(criterion: .each(Criterion.Each(field: each.field, filter: each.filter, criteria: parts)), words: words, place: place)
    }
      + filters(each.filter, name, place, context.condition(of: each.field.index)).map { filter, words, place in
        Variant(criterion: .each(Criterion.Each(field: each.field, filter: filter, criteria: each.criteria)), words: words, place: place)
      }
  }

  private func filters(
    _ filter: Criterion?, _ name: String, _ place: PolicySources.Place, _ context: Context
  ) -> [(Criterion?, String, PolicySources.Place)] {
    guard let filter, let place = place["where"] else { return [] }
    let changed = variants(of: filter, place, context).filter { $0.criterion != .not(filter) }.map {
      ($0.criterion as Criterion?, $0.words, $0.place)
    }
    return [(nil, "\(name): where -> dropped", place), (.not(filter), "\(name): where -> negated", place)] + changed
  }

  // MARK: Names

  private func field(_ reference: FieldReference, _ context: Context) -> Field? {
    switch reference {
    case .guideline(let index): policy.fields[index]
    case .item(let index): context.list.map { policy.fields[$0].items[index] }
    }
  }

  /// What a criterion is about, to point at it in a message.
  private func name(of criterion: Criterion, _ context: Context) -> String {
    switch criterion {
    case .test(let test): field(test.field, context)?.path ?? ""
    case .each(let each): field(each.field, context)?.path ?? ""
    case .all(let parts): parts.first.map { "all(\(name(of: $0, context)), …)" } ?? "all"
    case .any(let parts): parts.first.map { "any(\(name(of: $0, context)), …)" } ?? "any"
    case .not(let part): "not(\(name(of: part, context)))"
    case .unmet(let controls): "unmet(\(controls.map { policy.controls[$0].id }.joined(separator: ", ")))"
    case .guarded(let part, _): name(of: part, context)
    }
  }
}

/// The changes of one operator with what it asks.
struct Comparisons {
  let policy: Policy
  let field: Field?

  func variants(of comparison: Comparison) -> [(Comparison, String)] {
    switch comparison {
    case .given: []
    case .isOption(let bits):
      [(.excludes(bits), change("is", "excludes", bits))] + sets(bits, "is") { .isOption($0) }
    case .excludes(let bits):
      [(.includesAny(bits), change("excludes", field?.kind == .choice ? "is" : "includes-any", bits))]
        + sets(bits, "excludes") { .excludes($0) }
    case .includes(let bits):
      [(.excludes(bits), change("includes", "excludes", bits))]
        + (bits.nonzeroBitCount > 1 ? [(.includesAny(bits), change("includes", "includes-any", bits))] : [])
        + sets(bits, "includes") { .includes($0) }
    case .includesAny(let bits):
      [(.excludes(bits), change("includes-any", "excludes", bits))]
        + (bits.nonzeroBitCount > 1 ? [(.includes(bits), change("includes-any", "includes", bits))] : [])
        + sets(bits, "includes-any") { .includesAny($0) }
    case .isNumber(let numbers): self.numbers(numbers)
    case .atLeast(let least):
      [(.atMost(least), "at-least \(least) -> at-most \(least)")]
        + [least - 1, least + 1].map { (.atLeast($0), "at-least \(least) -> at-least \($0)") }
    case .atMost(let most):
      [(.atLeast(most), "at-most \(most) -> at-least \(most)")]
        + [most - 1, most + 1].map { (.atMost($0), "at-most \(most) -> at-most \($0)") }
    case .withinMonths(let months):
      [(.notPast(months), "within-months \(months) -> not-past \(months)")]
        + [months - 1, months + 1].map { (.withinMonths($0), "within-months \(months) -> within-months \($0)") }
    case .notPast(let months):
      [(.withinMonths(months), "not-past \(months) -> within-months \(months)")]
        + [months - 1, months + 1].map { (.notPast($0), "not-past \(months) -> not-past \($0)") }
    case .grade(let grades): self.grades(grades)
    }
  }

  private var ids: [String] { field?.kind == .flag ? ["false", "true"] : field?.options.map(\.id) ?? [] }

  private func words(_ bits: UInt64) -> String {
    "[\(ids.indices.filter { bits & 1 << UInt64($0) != 0 }.map { ids[$0] }.joined(separator: ", "))]"
  }

  private func change(_ old: String, _ new: String, _ bits: UInt64) -> String { "\(old) \(words(bits)) -> \(new) \(words(bits))" }

  /// One option less, for each there is; and one more, for each there is not. Of kinds of organisation none is added: there are many, and that a
  /// condition does not mean one of them is hardly an example.
  private func sets(_ bits: UInt64, _ name: String, _ make: (UInt64) -> Comparison) -> [(Comparison, String)] {
    ids.indices.compactMap { index in
      let bit: UInt64 = 1 << UInt64(index)
      let changed = bits ^ bit
      guard changed != 0, bits & bit != 0 || field?.isBuiltIn != true else { return nil }
      return (make(changed), "\(name) \(words(bits)) \(bits & bit == 0 ? "+" : "-")\(ids[index])")
    }
  }

  private func numbers(_ numbers: [Int]) -> [(Comparison, String)] {
    numbers.indices.flatMap { index in
      [-1, 1].map { step in
        var changed = numbers
        changed[index] += step
        return (Comparison.isNumber(changed), "is \(numbers[index]) -> is \(changed[index])")
      }
    }
  }

  private func grades(_ grades: [Comparison.Grade]) -> [(Comparison, String)] {
    grades.indices.flatMap { index in
      others(grades[index]).map { grade in
        var changed = grades
        changed[index] = grade
        return (Comparison.grade(changed), "grade \(index < ids.count ? ids[index] : "?"): \(grades[index].words) -> \(grade.words)")
      }
    }
  }

  private func others(_ grade: Comparison.Grade) -> [Comparison.Grade] {
    switch grade {
    case .contradicted: [.share(.zero)]
    case .unlisted: []
    case .share(let share): share == .one ? [.share(.zero)] : share.isZero ? [.share(.one), .contradicted] : [.share(.zero), .share(.one)]
    }
  }
}

extension Comparison.Grade {
  package var words: String {
    switch self {
    case .share(let share): share.description
    case .contradicted: "contradicted"
    case .unlisted: "?"
    }
  }
}

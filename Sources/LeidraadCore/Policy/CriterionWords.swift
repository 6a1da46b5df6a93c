/// Puts criteria into plain words, a sentence each, that reads on from a dash: “accounts.policy is ingevuld”. Fields and options go by the names that
/// people write; the words of an option stand behind it.
package struct CriterionWords {
  let policy: Policy
  let language: Language

  package init(policy: Policy, language: Language) {
    self.policy = policy
    self.language = language
  }

  /// A criterion of a check or a condition.
  package func sentence(_ criterion: Criterion) -> String { sentence(criterion, list: nil) }

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  /// - Parameter list: The list whose items' fields are meant inside it.
  private func sentence(_ criterion: Criterion, list: Int?) -> String {
    switch criterion {
    case .test(let test): return self.test(test, list: list)
    case .each(let each): return self.each(each, list: list)
    case .all(let parts): return joined(parts, words(" en ", " and "), list: list)
    case .any(let parts): return joined(parts, words(" of ", " or "), list: list)
    case .not(let part): return negation(part, list: list)
    case .unmet(let controls):
      let ids = controls.map { policy.controls[$0].id }
      guard ids.count > 1 else { return words("van \(ids.first ?? "") is niets in orde", "nothing of \(ids.first ?? "") is met") }
      return words(
        "van geen van deze onderdelen is iets in orde: \(listed(ids))", "nothing of any of these controls is met: \(listed(ids))")
    case .guarded(let part, let condition):
      let (what, when) = (sentence(part, list: list), sentence(condition, list: list))
      return words("\(what); telt alleen als \(when)", "\(what); counts only if \(when)")
    }
  }

  /// Parts of parts stand in brackets: without them “a and b or c” says two things.
  private func joined(_ parts: [Criterion], _ word: String, list: Int?) -> String {
    parts.map { part in
      let text = sentence(part, list: list)
      return parts.count > 1 && part.isCompound ? "(\(text))" : text
    }.joined(separator: word)
  }

  private func each(_ each: Criterion.Each, list: Int?) -> String {
    let name = name(each.field, list: list)
    let inner = each.field.index
    let what = joined(each.criteria, words(" en ", " and "), list: inner)
    guard let filter = each.filter else {
      return words("voor elke regel van \(name) geldt: \(what)", "for every item of \(name): \(what)")
    }
    let which = sentence(filter, list: inner)
    return words("voor elke regel van \(name) waarin \(which), geldt: \(what)", "for every item of \(name) in which \(which): \(what)")
  }

  private func negation(_ part: Criterion, list: Int?) -> String {
    if part.isGiven, case .test(let test) = part {
      let name = name(test.field, list: list)
      return words("\(name) is niet ingevuld of geregeld", "\(name) is not filled in or arranged")
    }
    if case .test(let test) = part, case .isOption(let bits) = test.comparison, test.filter == nil {
      let field = field(test.field, list: list)
      let names = options(bits, of: field)
      let name = name(test.field, list: list)
      return names.count == 1
        ? words("\(name) is niet \(names[0])", "\(name) is not \(names[0])")
        : words("\(name) is geen van: \(listed(names))", "\(name) is none of: \(listed(names))")
    }
    let what = sentence(part, list: list)
    return part.isCompound ? words("het is niet zo dat (\(what))", "it is not so that (\(what))") : words("niet: \(what)", "not: \(what)")
  }

  // MARK: Tests

  private func test(_ test: Criterion.Test, list: Int?) -> String {
    let name = name(test.field, list: list)
    guard let filter = test.filter else { return comparison(test, name: name, list: list) }
    let which = sentence(filter, list: test.field.index)
    if case .given = test.comparison {
      return words("in \(name) staat een regel waarin \(which)", "\(name) has an item in which \(which)")
    }
    let what = comparison(test, name: name, list: list)
    return words("\(what), alleen geteld waar \(which)", "\(what), counting only where \(which)")
  }

  private func comparison(_ test: Criterion.Test, name: String, list: Int?) -> String {
    let field = field(test.field, list: list)
    switch test.comparison {
    case .given: return words("\(name) is ingevuld", "\(name) is filled in")
    case .isOption(let bits): return isOneOf(name, options(bits, of: field))
    case .isNumber(let numbers): return isOneOf(name, numbers.map(String.init))
    case .excludes(let bits):
      let names = options(bits, of: field)
      if names.count == 1 {
        return test.kind == .choice
          ? words("\(name) is niet \(names[0])", "\(name) is not \(names[0])")
          : words("\(name) noemt \(names[0]) niet", "\(name) does not name \(names[0])")
      }
      return test.kind == .choice
        ? words("\(name) is geen van: \(listed(names))", "\(name) is none of: \(listed(names))")
        : words("\(name) noemt geen van: \(listed(names))", "\(name) names none of: \(listed(names))")
    case .includes(let bits):
      let names = options(bits, of: field)
      return names.count == 1
        ? words("\(name) noemt \(names[0])", "\(name) names \(names[0])")
        : words("\(name) noemt elk van: \(listed(names))", "\(name) names each of: \(listed(names))")
    case .includesAny(let bits):
      let names = options(bits, of: field)
      return words("\(name) noemt ten minste een van: \(listed(names))", "\(name) names at least one of: \(listed(names))")
    case .atLeast(let number): return bound(test.kind, name, words("ten minste \(number)", "at least \(number)"), number)
    case .atMost(let number): return bound(test.kind, name, words("ten hoogste \(number)", "at most \(number)"), number)
    case .grade(let grades): return grade(grades, name, field)
    case .withinMonths(let months):
      return words(
        "\(name) is een datum die al geweest is, ten hoogste \(months) maanden geleden",
        "\(name) is a date that has passed, at most \(months) months ago")
    case .notPast(let months):
      return words(
        "\(name) is een datum die nog komt, binnen \(months) maanden", "\(name) is a date still to come, within \(months) months")
    }
  }

  private func isOneOf(_ name: String, _ values: [String]) -> String {
    values.count == 1
      ? words("\(name) is \(values[0])", "\(name) is \(values[0])")
      : words("\(name) is een van: \(listed(values))", "\(name) is one of: \(listed(values))")
  }

  private func bound(_ kind: Field.Kind, _ name: String, _ number: String, _ count: Int) -> String {
    switch kind {
    case .number: return words("\(name) is \(number)", "\(name) is \(number)")
    case .list:
      return count == 1
        ? words("\(name) heeft \(number) regel", "\(name) has \(number) item")
        : words("\(name) heeft \(number) regels", "\(name) has \(number) items")
    case .choices, .texts, .text, .flag, .choice, .date, .period, .link:
      return count == 1
        ? words("\(name) heeft \(number) antwoord", "\(name) has \(number) answer")
        : words("\(name) heeft \(number) antwoorden", "\(name) has \(number) answers")
    }
  }

  private func grade(_ grades: [Comparison.Grade], _ name: String, _ field: Field) -> String {
    let parts = zip(field.options, grades).map { option, grade in
      switch grade {
      case .share(let share): "\(option.id) \(share)"
      case .contradicted: words("\(option.id) 0, want in strijd", "\(option.id) 0, as it contradicts")
      case .unlisted: "\(option.id) 0"
      }
    }
    return words(
      "\(name) telt per antwoord: \(parts.joined(separator: ", "))", "\(name) counts by answer: \(parts.joined(separator: ", "))")
  }

  // MARK: Names

  private func field(_ reference: FieldReference, list: Int?) -> Field {
    switch reference {
    case .guideline(let index): policy.fields[index]
    case .item(let index): policy.fields[list ?? 0].items[index]
    }
  }

  /// A field of the items around goes by its own name, as in the file.
  private func name(_ reference: FieldReference, list: Int?) -> String {
    switch reference {
    case .guideline(let index): policy.fields[index].path
    case .item: field(reference, list: list).name
    }
  }

  /// What is written, and what that says. A flag's two values have no options of their own.
  private func options(_ bits: UInt64, of field: Field) -> [String] {
    if field.kind == .flag {
      return [(1 as UInt64, words("false (nee)", "false (no)")), (2, words("true (ja)", "true (yes)"))].filter { bits & $0.0 != 0 }.map(\.1)
    }
    return field.options.indices.filter { bits >> UInt64($0) & 1 == 1 }.map {
      let (id, label) = (field.options[$0].id, field.options[$0].label[language])
      return label.isEmpty || label.lowercased() == id ? id : "\(id) (\(label))"
    }
  }

  private func listed(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension Criterion {
  /// Whether its sentence has a list, a comma or a joining word in it, so that it needs brackets among others.
  fileprivate var isCompound: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1
    case .guarded, .each, .unmet: true
    case .test(let test): test.filter != nil || test.comparison.hasList
    case .not(let part): part.isCompound || part.isGiven
    }
  }

  /// Whether it asks no more than an answer.
  fileprivate var isGiven: Bool {
    if case .test(let test) = self, case .given = test.comparison { test.filter == nil } else { false }
  }
}

extension Comparison {
  fileprivate var hasList: Bool {
    switch self {
    case .isOption(let bits), .excludes(let bits), .includes(let bits), .includesAny(let bits): bits.nonzeroBitCount > 1
    case .isNumber(let numbers): numbers.count > 1
    case .grade, .withinMonths, .notPast: true
    case .given, .atLeast, .atMost: false
    }
  }
}

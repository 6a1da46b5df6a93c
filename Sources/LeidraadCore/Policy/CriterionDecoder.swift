internal import LocatedYAML

/// Checks and conditions: every path, operator, option and number is held against the fields.
extension PolicyBuilder {
  /// Where a criterion stands, which decides what it may say.
  struct CriterionContext {
    enum Place { case check, condition, rule }

    let place: Place
    /// The logical path of what it belongs to, for diagnostics.
    let path: String
    /// The list whose items' fields are meant by a path without a dot.
    var list: Int?

    static func check(_ path: String) -> CriterionContext { CriterionContext(place: .check, path: path) }
    static func condition(_ path: String) -> CriterionContext { CriterionContext(place: .condition, path: path) }
    static func rule(_ path: String) -> CriterionContext { CriterionContext(place: .rule, path: path) }

    /// A condition on the items of a list.
    func condition(onItemsOf list: Int) -> CriterionContext {
      CriterionContext(place: place == .check ? .condition : place, path: path, list: list)
    }

    func criteria(ofItemsOf list: Int) -> CriterionContext { CriterionContext(place: place, path: path, list: list) }

    var asCondition: CriterionContext { CriterionContext(place: place == .check ? .condition : place, path: path, list: list) }
  }

  private static let operators = [
    "is", "excludes", "includes", "includes-any", "at-least", "at-most", "grade", "within-months", "not-past", "each",
  ]

  func criterion(_ node: NodeID, _ reader: inout NodeReader, _ context: CriterionContext) -> Criterion? {
    switch reader.document.kind(of: node) {
    case .scalar:
      guard let (field, kind) = reference(node, &reader, context) else { return nil }
      return .test(Criterion.Test(field: field, kind: kind.kind, comparison: .given, filter: nil))
    case .sequence:
      reader.report(.invalidCheck, PolicyMessages.notACriterion, help: PolicyMessages.criterionHelp, at: node, path: context.path)
      return nil
    case .mapping: return compound(node, &reader, context)
    }
  }

  private func compound(_ node: NodeID, _ reader: inout NodeReader, _ context: CriterionContext) -> Criterion? {
    let allowed = ["field", "where", "when", "all", "any", "not", "unmet"] + Self.operators
    guard let entries = reader.mapping(node, allowed: allowed, path: context.path) else { return nil }
    let heads = ["field", "all", "any", "not", "unmet"].filter { entries[$0] != nil }
    guard heads.count == 1, let head = heads.first, let value = entries[head] else {
      reader.report(.invalidCheck, PolicyMessages.notACriterion, help: PolicyMessages.criterionHelp, at: node, path: context.path)
      return nil
    }
    for (name, key, _) in entries.all where name != head && name != "when" && head != "field" && allowed.contains(name) {
      reader.report(.invalidCheck, PolicyMessages.besideGroup(name, head), at: key, path: context.path)
    }
    let body: Criterion?
    switch head {
    case "field": body = test(entries, field: value, node, &reader, context)
    case "all": body = parts(value, &reader, context).map { .all($0) }
    case "any": body = parts(value, &reader, context).map { .any($0) }
    case "not":
      if context.place == .check { reader.report(.invalidCheck, PolicyMessages.notInCheck, at: node, path: context.path) }
      body = criterion(value, &reader, context.asCondition).map { .not($0) }
    default: body = unmet(value, node, &reader, context)
    }
    guard let guardNode = entries["when"] else { return body }
    let condition = criterion(guardNode, &reader, context.asCondition)
    guard let body, let condition else { return nil }
    return .guarded(body, when: condition)
  }

  private func parts(_ node: NodeID, _ reader: inout NodeReader, _ context: CriterionContext) -> [Criterion]? {
    let items = reader.items(node, path: context.path)
    if items.isEmpty { reader.report(.invalidCheck, PolicyMessages.emptyGroup, at: node, path: context.path) }
    let parts = items.compactMap { criterion($0, &reader, context) }
    return parts.isEmpty ? nil : parts
  }

  private func unmet(_ value: NodeID, _ node: NodeID, _ reader: inout NodeReader, _ context: CriterionContext) -> Criterion? {
    guard context.place == .rule else {
      reader.report(.invalidCheck, PolicyMessages.unmetOutsideRule, at: node, path: context.path)
      return nil
    }
    var controls: [Int] = []
    for item in reader.items(value, path: context.path) {
      guard let id = reader.string(item, path: context.path) else { continue }
      if let control = policy.control(id) {
        controls.append(control)
      } else if dropped[id] == nil {
        reportUnknownControl(id, item, &reader, path: context.path)
      }
    }
    return .unmet(controls)
  }

  // MARK: Fields

  /// The field that a path names; without a dot it is a field of the items around it.
  private func reference(_ node: NodeID, _ reader: inout NodeReader, _ context: CriterionContext) -> (FieldReference, Field)? {
    guard let path = reader.string(node, path: context.path) else { return nil }
    if !path.contains(".") {
      guard let list = context.list else {
        reader.report(.unknownReference, PolicyMessages.pathWithoutDot(path), at: node, path: context.path)
        return nil
      }
      let items = policy.fields[list].items
      if let index = items.firstIndex(where: { $0.name == path }) { return (.item(index), items[index]) }
      reader.report(
        .unknownReference, PolicyMessages.unknownField(joined(policy.fields[list].path, path)),
        help: nearest(to: path, among: items.map(\.name)).map(Messages.didYouMean), at: node, path: context.path)
      return nil
    }
    if let index = policy.field(path) {
      if policy.fields[index].isBuiltIn, context.place == .check {
        reader.report(.invalidCheck, PolicyMessages.readsBuiltIn(path), at: node, path: context.path)
      }
      return (.guideline(index), policy.fields[index])
    }
    reader.report(
      .unknownReference, PolicyMessages.unknownField(path),
      help: nearest(to: path, among: policy.fields.map(\.path)).map(Messages.didYouMean),
      at: node, path: context.path)
    return nil
  }

  private func test(
    _ entries: NodeReader.Entries, field node: NodeID, _ whole: NodeID, _ reader: inout NodeReader, _ context: CriterionContext
  ) -> Criterion? {
    guard let (reference, field) = reference(node, &reader, context) else { return nil }
    let used = Self.operators.filter { entries[$0] != nil }
    guard used.count <= 1 else {
      reader.report(.invalidCheck, PolicyMessages.severalOperators(used), at: whole, path: context.path)
      return nil
    }
    var filter: Criterion?
    var list: Int?
    if case .guideline(let index) = reference, field.kind == .list { list = index }
    if let node = entries["where"] {
      guard let list else {
        reader.report(.invalidCheck, PolicyMessages.listOnly("where"), at: node, path: context.path)
        return nil
      }
      guard let condition = criterion(node, &reader, context.condition(onItemsOf: list)) else { return nil }
      filter = condition
    }
    guard let name = used.first, let value = entries[name] else {
      return .test(Criterion.Test(field: reference, kind: field.kind, comparison: .given, filter: filter))
    }
    if name == "each" {
      guard let list else {
        reader.report(.invalidCheck, PolicyMessages.listOnly("each"), at: value, path: context.path)
        return nil
      }
      guard let criteria = parts(value, &reader, context.criteria(ofItemsOf: list)) else { return nil }
      return .each(Criterion.Each(field: reference, filter: filter, criteria: criteria))
    }
    guard let comparison = comparison(name, value, field, isFiltered: filter != nil, &reader, context) else { return nil }
    return .test(Criterion.Test(field: reference, kind: field.kind, comparison: comparison, filter: filter))
  }

  // MARK: Operators

  private func comparison(
    _ name: String, _ value: NodeID, _ field: Field, isFiltered: Bool, _ reader: inout NodeReader, _ context: CriterionContext
  ) -> Comparison? {
    let readable: [Field.Kind] =
      switch name {
      case "is": [.choice, .flag, .number]
      case "excludes": [.choice, .choices]
      case "includes", "includes-any": [.choices]
      case "at-least", "at-most": [.number, .choices, .texts, .list]
      case "grade": [.choice]
      default: [.date]
      }
    guard readable.contains(field.kind) else {
      reader.report(.invalidCheck, PolicyMessages.cannotRead(name, field), at: value, path: context.path)
      return nil
    }
    switch name {
    case "is": return isComparison(value, field, &reader, context)
    case "excludes": return options(value, field, &reader, context).map { .excludes($0) }
    case "includes": return options(value, field, &reader, context).map { .includes($0) }
    case "includes-any": return options(value, field, &reader, context).map { .includesAny($0) }
    case "grade": return grade(value, field, &reader, context)
    case "at-least": return reader.integer(value, path: context.path).map { .atLeast($0) }
    case "at-most":
      if context.place == .check, field.kind != .number {
        reader.report(.invalidCheck, PolicyMessages.atMostInCheck, at: value, path: context.path)
      }
      return reader.integer(value, path: context.path).map { .atMost($0) }
    case "within-months": return reader.integer(value, path: context.path, in: 1...1200).map { .withinMonths($0) }
    default: return reader.integer(value, path: context.path, in: 1...1200).map { .notPast($0) }
    }
  }

  private func isComparison(_ node: NodeID, _ field: Field, _ reader: inout NodeReader, _ context: CriterionContext) -> Comparison? {
    let path = context.path
    switch field.kind {
    case .number:
      let nodes = reader.document.kind(of: node) == .sequence ? reader.items(node, path: path) : [node]
      let numbers = nodes.compactMap { reader.integer($0, path: path, in: field.minimum...(field.maximum ?? 999_999_999)) }
      return numbers.isEmpty ? nil : .isNumber(numbers)
    case .flag:
      let nodes = reader.document.kind(of: node) == .sequence ? reader.items(node, path: path) : [node]
      let bits = nodes.compactMap { reader.flag($0, path: path) }.reduce(0 as UInt64) { $0 | ($1 ? 2 : 1) }
      return bits == 0 ? nil : .isOption(bits)
    case .choice, .choices, .text, .texts, .date, .period, .link, .list:
      return options(node, field, &reader, context).map { .isOption($0) }
    }
  }

  private func options(_ node: NodeID, _ field: Field, _ reader: inout NodeReader, _ context: CriterionContext) -> UInt64? {
    var bits: UInt64 = 0
    let told = reader.told
    for (id, item) in reader.strings(node, path: context.path) {
      if let option = option(id, item, field, &reader, context) { bits |= 1 << UInt64(option) }
    }
    if bits == 0, reader.told == told { reader.report(.invalidCheck, PolicyMessages.noOptions, at: node, path: context.path) }
    return bits == 0 ? nil : bits
  }

  private func option(_ id: String, _ node: NodeID, _ field: Field, _ reader: inout NodeReader, _ context: CriterionContext) -> Int? {
    if let option = field.option(id), option < 64 { return option }
    let ids = field.options.map(\.id)
    reader.report(
      .unknownReference, PolicyMessages.unknownOption(id, of: field.path), help: Messages.optionHelp(nearest(to: id, among: ids), ids),
      at: node,
      path: context.path)
    return nil
  }

  private func grade(_ node: NodeID, _ field: Field, _ reader: inout NodeReader, _ context: CriterionContext) -> Comparison? {
    guard let entries = reader.anyMapping(node, path: context.path) else { return nil }
    let told = reader.told
    var grades = [Comparison.Grade](repeating: .unlisted, count: field.options.count)
    for (id, key, value) in entries.all {
      guard let option = option(id, key, field, &reader, context), let text = reader.string(value, path: context.path) else { continue }
      if text == "contradicted" {
        grades[option] = .contradicted
      } else if let share = Fraction(text), share <= .one {
        grades[option] = .share(share)
      } else {
        reader.report(.invalidFraction, PolicyMessages.invalidGrade(text), at: value, path: context.path)
      }
    }
    let missing = zip(field.options, grades).filter { $0.1 == .unlisted }.map(\.0.id)
    // An option that is misspelt, or has no good share, has been told of.
    if !missing.isEmpty, reader.told == told {
      reader.report(.invalidCheck, PolicyMessages.unlistedGrade(missing), at: node, path: context.path)
    }
    return .grade(grades)
  }
}

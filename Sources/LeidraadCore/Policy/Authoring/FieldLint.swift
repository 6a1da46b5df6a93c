/// Questions that nobody needs the answer to, and answers that make no difference to anyone.
struct FieldLint {
  private let policy: Policy
  private let sources: PolicySources
  /// All checks and conditions.
  private let criteria: [Criterion]

  init(_ policy: Policy, _ sources: PolicySources) {
    self.policy = policy
    self.sources = sources
    criteria =
      policy.controls.flatMap { control in
        let evidence: [Criterion] = if case .when(let condition) = control.evidence { [condition] } else { [] }
        return control.check + [control.appliesWhen].compactMap { $0 } + evidence
      } + policy.recommendations.compactMap(\.appliesWhen) + policy.rules.compactMap(\.when)
  }

  func diagnostics() -> [Diagnostic] { unread() + unnamed() }

  // MARK: Fields

  private func unread() -> [Diagnostic] {
    let read = criteria.reduce(into: Set([policy.regime].compactMap { $0 })) { $0.formUnion($1.fields(guards: true)) }
    let items = criteria.reduce(into: [Int: Set<Int>]()) { result, criterion in result.merge(criterion.itemFields()) { $0.union($1) } }
    return policy.fields.indices.flatMap { index -> [Diagnostic] in
      let field = policy.fields[index]
      guard field.isScored, !field.isBuiltIn, sources.isOwn(field.place) else { return [] }
      guard read.contains(index) else { return [unread(field)] }
      // A list's first field tells its items apart; whoever reads the list needs it.
      return field.items.enumerated().filter { $0.offset > 0 && $0.element.isScored && items[index]?.contains($0.offset) != true }.map {
        unread($0.element)
      }
    }
  }

  private func unread(_ field: Field) -> Diagnostic {
    Diagnostic(
      .unreadField, LintMessages.unread(field.path), help: LintMessages.unreadHelp, at: sources.location(field.place), path: field.path)
  }

  // MARK: Options

  /// Only of fields whose options some check names: elsewhere every option counts alike.
  private func unnamed() -> [Diagnostic] {
    var named: [String: UInt64] = [:]
    for criterion in criteria { collect(criterion, list: nil, into: &named) }
    var used: [String: Set<String>] = [:]
    for example in policy.controls.flatMap(\.examples) { example.value.collectWords(path: "", into: &used) }
    let fields = policy.fields.flatMap { [$0] + $0.items }.filter { !$0.isBuiltIn && !$0.options.isEmpty && sources.isOwn($0.place) }
    return fields.compactMap { field in
      guard let bits = named[field.path] else { return nil }
      let idle = field.options.enumerated().filter {
        bits & 1 << UInt64($0.offset) == 0 && used[field.path]?.contains($0.element.id) != true
      }
      guard !idle.isEmpty else { return nil }
      return Diagnostic(
        .unnamedOption, LintMessages.unnamed(field.path, idle.map(\.element.id)), help: LintMessages.unnamedHelp,
        at: sources.location(field.place),
        path: field.path)
    }
  }

  private func collect(_ criterion: Criterion, list: Int?, into named: inout [String: UInt64]) {
    switch criterion {
    case .test(let test):
      let path: String? =
        switch test.field {
        case .guideline(let index): policy.fields[index].path
        case .item(let index): list.map { policy.fields[$0].items[index].path }
        }
      if let path, let bits = test.comparison.options { named[path, default: 0] |= bits }
      if let filter = test.filter { collect(filter, list: test.field.index ?? list, into: &named) }
    case .each(let each):
      for part in each.criteria + [each.filter].compactMap({ $0 }) { collect(part, list: each.field.index ?? list, into: &named) }
    case .all(let parts), .any(let parts): for part in parts { collect(part, list: list, into: &named) }
    case .not(let part): collect(part, list: list, into: &named)
    case .unmet: return
    case .guarded(let part, let condition):
      collect(part, list: list, into: &named)
      collect(condition, list: list, into: &named)
    }
  }
}

extension Comparison {
  /// The options that it names; nil where it names none.
  fileprivate var options: UInt64? {
    switch self {
    case .isOption(let bits), .excludes(let bits), .includes(let bits), .includesAny(let bits): bits
    // A grade names them all.
    case .grade: .max
    case .given, .isNumber, .atLeast, .atMost, .withinMonths, .notPast: nil
    }
  }
}

extension ExampleValue {
  /// The words under each path; items of a list count under the list's.
  fileprivate func collectWords(path: String, into words: inout [String: Set<String>]) {
    switch self {
    case .text: return
    case .scalar(let word): words[path, default: []].insert(word)
    case .list(let items): for item in items { item.collectWords(path: path, into: &words) }
    case .map(let entries):
      for entry in entries { entry.value.collectWords(path: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &words) }
    }
  }
}

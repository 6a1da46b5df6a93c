/// Blockers that silence would get around: each needs a rule that holds while the field that decides it is not told.
struct RuleLint {
  private let policy: Policy
  private let sources: PolicySources
  private let tester: PolicyTester

  init(_ tester: PolicyTester) {
    policy = tester.policy
    sources = tester.loading.sources
    self.tester = tester
  }

  func diagnostics() -> [Diagnostic] {
    let told = policy.rules.filter { $0.knockOut != nil }.reduce(into: Set<Int>()) { $0.formUnion(missed(by: $1)) }
    return policy.rules.indices.flatMap { index -> [Diagnostic] in
      let rule = policy.rules[index]
      guard rule.knockOut == .blocker, sources.isOwn(rule.place), let condition = rule.when else { return [] }
      return condition.valued.sorted().filter { !policy.fields[$0].isBuiltIn && !(isCaught(rule: index, without: $0) ?? told.contains($0)) }
        .map {
          let path = policy.fields[$0].path
          return Diagnostic(
            .silentBlocker, LintMessages.silent(rule.id, path), help: LintMessages.silentHelp(policy.controls[rule.control].id, path),
            at: sources.location(rule.place), path: "\(rule.id).\(path)")
        }
    }
  }

  /// Whether some knock-out holds in every example in which this one does, once the field is not told there; nil where no example tells.
  private func isCaught(rule index: Int, without field: Int) -> Bool? {
    let subject = PolicyTester.Subject.rule(index)
    let trials = tester.examples(of: subject).flatMap { tester.trials(subject, $0.value) }
    var isCaught: Bool?
    for trial in trials where trial.result == RuleExample.Expectation.holds.rawValue {
      var guideline = trial.guideline
      guideline.answers[field] = .open
      let states = tester.states(guideline, kind: trial.kind)
      // Where it holds all the same, it does not rest on that field.
      let holds = policy.rules.indices.contains { policy.rules[$0].knockOut != nil && (states[$0] == .certain || states[$0] == .open) }
      isCaught = (isCaught ?? true) && holds
    }
    return isCaught
  }

  /// The fields without which a rule holds, or could: it says so, or a control of which it asks that it is unmet reads them.
  private func missed(by rule: Rule) -> Set<Int> {
    guard let condition = rule.when else { return read(by: rule.control) }
    return condition.denied.union(condition.unmetControls.flatMap(read))
  }

  private func read(by control: Int) -> Set<Int> {
    policy.controls[control].check.reduce(into: []) { $0.formUnion($1.fields(guards: true)) }
  }
}

extension Criterion {
  /// The fields of which it asks for a value, not whether they are given.
  fileprivate var valued: Set<Int> {
    switch self {
    case .test(let test): test.comparison == .given && test.filter == nil ? [] : Set([test.field.index].compactMap { $0 })
    case .each(let each): Set([each.field.index].compactMap { $0 })
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.valued))
    // What is denied holds in silence.
    case .not, .unmet: []
    case .guarded(let part, let condition): part.valued.union(condition.valued)
    }
  }

  /// The fields that it denies: it holds while they are not given.
  fileprivate var denied: Set<Int> {
    switch self {
    case .test, .each, .unmet: []
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.denied))
    case .not(let part): part.fields(guards: true)
    case .guarded(let part, _): part.denied
    }
  }

  fileprivate var unmetControls: [Int] {
    switch self {
    case .test, .each: []
    case .all(let parts), .any(let parts): parts.flatMap(\.unmetControls)
    case .not: []
    case .unmet(let controls): controls
    case .guarded(let part, _): part.unmetControls
    }
  }
}

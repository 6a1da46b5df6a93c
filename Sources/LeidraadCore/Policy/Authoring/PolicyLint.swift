internal import LocatedYAML

/// Looks a policy over for its author: what was found when it was read, and what is not wrong but will not do.
package struct PolicyLint {
  private let loading: PolicyLoading
  private let isStrict: Bool

  /// - Parameter isStrict: Also tries whether the examples cover the checks, which takes longer.
  package init(_ loading: PolicyLoading, isStrict: Bool = false) {
    self.loading = loading
    self.isStrict = isStrict
  }

  /// All there is to say, in reading order. What stands in a policy that it extends is left to that policy.
  package func diagnostics() -> [Diagnostic] {
    guard let policy = loading.policy else { return loading.diagnostics }
    let fields = FieldLint(policy, sources).diagnostics()
    let rules = PolicyTester(loading).map { RuleLint($0).diagnostics() } ?? []
    let all = loading.diagnostics + texts(policy) + fields + rules + controls(policy) + undatedSources(policy) + examples()
    return all.sorted(by: Diagnostic.inReadingOrder)
  }

  private var sources: PolicySources { loading.sources }

  // MARK: Texts

  private func texts(_ policy: Policy) -> [Diagnostic] {
    PolicyTexts(sources).all.flatMap { text in
      let path = text.keys.joined(separator: ".")
      // When a policy is read, the tool's own languages are asked for, except in examples.
      let wanted = policy.languages.filter { (text.isExample || !Language.own.contains($0)) && text.text(in: $0) == nil }
      var result = wanted.map {
        Diagnostic(.missingLanguage, PolicyMessages.missingLanguage($0), at: text.place.location, path: "\(path).\($0)")
      }
      guard !text.isExample else { return result }
      for (language, words, place) in text.texts {
        if let word = VagueWords.first(of: VagueWords.byLanguage[language.primary] ?? [], in: words) {
          result.append(Diagnostic(.vagueWord, LintMessages.vague(word), help: LintMessages.vagueHelp, at: place.location, path: path))
        }
        if isOfDerivedControl(text, policy), let word = VagueWords.first(of: VagueWords.claims[language.primary] ?? [], in: words) {
          result.append(Diagnostic(.claimsSource, LintMessages.claims(word), help: LintMessages.claimsHelp, at: place.location, path: path))
        }
      }
      return result
    }
  }

  private func isOfDerivedControl(_ text: PolicyTexts.Text, _ policy: Policy) -> Bool {
    guard let index = text.keys.lastIndex(of: "controls"), index + 1 < text.keys.count else { return false }
    return policy.control(text.keys[index + 1]).map { policy.controls[$0].basis == .derived } ?? false
  }

  // MARK: Controls and sources

  private func controls(_ policy: Policy) -> [Diagnostic] {
    policy.controls.filter { sources.isOwn($0.place) }.compactMap { control in
      let absent = [
        ("why", control.why.isEmpty), ("how", control.how.isEmpty), ("examples.met", !control.examples.contains { $0.outcome == .met }),
      ].filter(\.1).map(\.0)
      guard !absent.isEmpty else { return nil }
      return Diagnostic(
        .incompleteControl, LintMessages.incomplete(control.id, absent), help: LintMessages.incompleteHelp,
        at: sources.location(control.place),
        path: control.id)
    }
  }

  private func undatedSources(_ policy: Policy) -> [Diagnostic] {
    sources.files.filter(\.isOwn).flatMap { file -> [Diagnostic] in
      guard let root = file.document.root, let entries = PolicySources.Place(file: file, node: root)["sources"] else { return [] }
      return file.document.entries(of: entries.node).compactMap { key, _ in
        let id = file.document.string(of: key)
        guard let source = policy.source(id), source.date == nil else { return nil }
        return Diagnostic(
          .undatedSource, LintMessages.undated(id), help: LintMessages.undatedHelp, at: PolicySources.Place(file: file, node: key).location,
          path: "sources.\(id)")
      }
    }
  }

  // MARK: Examples

  private func examples() -> [Diagnostic] {
    guard let tester = PolicyTester(loading) else { return [] }
    let failures = tester.run().failures
    let wrong = failures.map { failure in
      Diagnostic(
        .invalidExample, LintMessages.example(failure), help: failure.diagnostics.first?.message, at: failure.example,
        related: [Diagnostic.Related(message: LintMessages.isHere(failure.id), location: failure.location)], path: failure.id)
    }
    guard isStrict, failures.isEmpty else { return wrong }
    let result = tester.mutate()
    return result.survivors.map {
      Diagnostic(
        .untestedCheck, LintMessages.untested($0.id, $0.words), help: LintMessages.untestedHelp, at: $0.location,
        path: "\($0.id) \($0.words)")
    }
      + result.stale.map {
        Diagnostic(.untestedCheck, LintMessages.stale($0.mutant), at: sources.location($0.place), path: "\($0.subject) \($0.mutant)")
      }
  }
}

internal import LocatedYAML

/// A small change of a check that no example noticed.
package struct Survivor: Sendable {
  /// The control's, rule's or recommendation's id.
  package let id: String
  /// Where the change was made.
  package let location: Location
  /// What was changed, in the policy's own words.
  package let words: String
  /// An example that would notice it, as YAML; nil where none was found.
  package let suggestion: Suggestion?

  package struct Suggestion: Sendable {
    /// `met`, `holds`: what to put it under.
    package let outcome: String
    package let yaml: String
  }
}

package struct MutationResult: Sendable {
  package let count: Int
  package let survivors: [Survivor]
  /// Noted as equivalent, but an example does notice it, or there is no such change.
  package let stale: [EquivalentMutant]
}

/// Changes a policy's checks one by one and sees whether an example notices. What stands in a policy that it extends is left to that policy.
extension PolicyTester {
  private struct Mutant {
    let policy: Policy
    let words: String
    let place: PolicySources.Place
  }

  package func mutate(suggests: Bool = false) -> MutationResult {
    var count = 0
    var survivors: [Survivor] = []
    var used: Set<String> = []
    for subject in subjects + policy.recommendations.indices.map({ .recommendation($0) }) {
      let (id, place) = identity(of: subject)
      guard loading.sources.isOwn(place) else { continue }
      let mutants = mutants(of: subject)
      guard !mutants.isEmpty else { continue }
      count += mutants.count
      let trials = trials(of: subject)
      // One that is the same as another was tried already.
      let surviving = mutants.filter { mutant in !trials.contains { notices($0, mutant.policy) } }
      guard !surviving.isEmpty else { continue }
      let isEquivalent = { (mutant: Mutant) in
        loading.equivalentMutants.contains { $0.subject == id && $0.mutant == mutant.words }
      }
      for mutant in surviving where isEquivalent(mutant) { used.insert("\(id) \(mutant.words)") }
      let missed = surviving.filter { !isEquivalent($0) }
      let suggestions = suggests && !missed.isEmpty ? ExampleSearch(self, subject).examples(telling: missed.map(\.policy)) : []
      for (index, mutant) in missed.enumerated() {
        survivors.append(
          Survivor(
            id: id, location: mutant.place.location, words: mutant.words, suggestion: index < suggestions.count ? suggestions[index] : nil))
      }
    }
    let stale = loading.equivalentMutants.filter { loading.sources.isOwn($0.place) && !used.contains("\($0.subject) \($0.mutant)") }
    return MutationResult(count: count, survivors: survivors, stale: stale)
  }

  func notices(_ trial: Trial, _ changed: Policy) -> Bool {
    result(trial.subject, changed, trial.guideline, kind: trial.kind) != trial.result
  }

  private func trials(of subject: Subject) -> [Trial] {
    if case .recommendation(let index) = subject { return policy.recommendations[index].controls.flatMap { trials(of: .control($0)) } }
    return examples(of: subject).flatMap { trials(subject, $0.value) }
  }

  // MARK: Mutants

  private func mutants(of subject: Subject) -> [Mutant] {
    switch subject {
    case .control(let index): mutants(ofControl: index)
    case .rule(let index): mutants(ofRule: index)
    case .recommendation(let index): mutants(ofRecommendation: index)
    }
  }

  private func mutants(ofControl index: Int) -> [Mutant] {
    let control = policy.controls[index]
    guard let place = loading.sources.control(control) else { return [] }
    let mutator = Mutator(policy: policy)
    let checks = place["check"].map { mutator.variants(of: control.check, $0) } ?? []
    return checks.map { variant in
      var changed = policy
      changed.controls[index].check = variant.check
      return Mutant(policy: changed, words: variant.words, place: variant.place)
    }
      + conditions(control.appliesWhen, place["applies-when"]) { changed, condition in changed.controls[index].appliesWhen = condition }
  }

  private func mutants(ofRecommendation index: Int) -> [Mutant] {
    let recommendation = policy.recommendations[index]
    guard let place = loading.sources.recommendation(recommendation) else { return [] }
    return conditions(recommendation.appliesWhen, place["applies-when"]) { changed, condition in
      changed.recommendations[index].appliesWhen = condition
    }
  }

  private func conditions(
    _ condition: Criterion?, _ place: PolicySources.Place?, _ change: (inout Policy, Criterion?) -> Void
  ) -> [Mutant] {
    guard let condition, let place else { return [] }
    func mutant(_ criterion: Criterion?, _ words: String, _ place: PolicySources.Place) -> Mutant {
      var changed = policy
      change(&changed, criterion)
      return Mutant(policy: changed, words: words, place: place)
    }
    return [mutant(nil, "applies-when: dropped", place)]
      + Mutator(policy: policy).variants(ofCondition: condition, place, name: "applies-when").map {
        mutant($0.criterion, $0.words, $0.place)
      }
  }

  private func mutants(ofRule index: Int) -> [Mutant] {
    let rule = policy.rules[index]
    guard let place = loading.sources.rule(rule) else { return [] }
    func mutant(_ condition: Criterion?, _ words: String, _ place: PolicySources.Place) -> Mutant {
      var changed = policy
      changed.rules[index].when = condition
      return Mutant(policy: changed, words: words, place: place)
    }
    guard let condition = rule.when, let node = place["when"] else {
      return [mutant(.not(.unmet([])), "holds always", place), mutant(.unmet([]), "holds never", place)]
    }
    return [mutant(nil, "when: dropped", node)]
      + Mutator(policy: policy).variants(ofCondition: condition, node, name: "when").map { mutant($0.criterion, $0.words, $0.place) }
  }
}

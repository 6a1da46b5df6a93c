internal import LocatedYAML

/// Tries a policy out on its own examples, and tries the examples out on the policy with small changes.
package struct PolicyTester {
  package let policy: Policy
  let loading: PolicyLoading
  private let reader: ExampleReader
  private let inputs: AssessmentInputs
  /// A text for each field of text, from the examples that are there: by its path.
  let samples: [String: ExampleValue]

  /// Nil where the policy has errors.
  package init?(_ loading: PolicyLoading) {
    guard let policy = loading.policy else { return nil }
    self.loading = loading
    self.policy = policy
    reader = ExampleReader(policy)
    inputs = AssessmentInputs(asOf: policy.date, digest: { _ in "" })
    samples = policy.controls.flatMap(\.examples).reduce(into: [:]) { $1.value.collectTexts(path: "", into: &$0) }
  }

  /// What an example is of.
  enum Subject: Hashable {
    case control(Int)
    case rule(Int)
    /// Its `applies-when`, by the examples of all its controls.
    case recommendation(Int)
  }

  /// An example on one kind of organisation, read once and tried often.
  struct Trial {
    let subject: Subject
    let guideline: Guideline
    let kind: Int
    /// `met`, `holds`: what the policy as it is makes of it.
    let result: String
  }

  /// An example that did not come out as it says, or that is no good piece of guideline.
  package struct Failure: Sendable {
    /// The control's or rule's id, and where it stands.
    package let id: String
    package let location: Location
    package let example: Location
    /// The profile that it was tried for.
    package let profile: LocalizedText
    package let expected: String
    /// Nil where the example could not be assessed at all.
    package let found: String?
    package let diagnostics: [Diagnostic]
  }

  /// How many examples were tried, each for every profile that it counts for, and which of them failed.
  package func run() -> (count: Int, failures: [Failure]) {
    var count = 0
    var failures: [Failure] = []
    for subject in subjects {
      for example in examples(of: subject) {
        for profile in profiles(of: subject) {
          count += 1
          if let failure = failure(subject, example, profile: profile) { failures.append(failure) }
        }
      }
    }
    return (count, failures)
  }

  // MARK: Examples

  struct Example {
    let expected: String
    let value: ExampleValue
    let place: PolicyPlace
  }

  /// All that has examples of its own, in the policy's order.
  var subjects: [Subject] { policy.controls.indices.map { .control($0) } + policy.rules.indices.map { .rule($0) } }

  func examples(of subject: Subject) -> [Example] {
    switch subject {
    case .control(let index):
      policy.controls[index].examples.map { Example(expected: $0.outcome.rawValue, value: $0.value, place: $0.place) }
    case .rule(let index):
      loading.ruleExamples.filter { $0.rule == policy.rules[index].id }.map {
        Example(expected: $0.expected.rawValue, value: $0.value, place: $0.place)
      }
    case .recommendation(let index): policy.recommendations[index].controls.flatMap { examples(of: .control($0)) }
    }
  }

  func profiles(of subject: Subject) -> [Int] {
    switch subject {
    case .control(let index): reader.profiles(of: index)
    case .rule(let index):
      policy.rules[index].profiles.map { named in policy.profiles.indices.filter { named[$0] } }
        ?? reader.profiles(of: policy.rules[index].control)
    case .recommendation(let index): policy.profiles.indices.filter { policy.recommendations[index].weights[$0] != nil }
    }
  }

  func identity(of subject: Subject) -> (id: String, place: PolicyPlace) {
    switch subject {
    case .control(let index): (policy.controls[index].id, policy.controls[index].place)
    case .rule(let index): (policy.rules[index].id, policy.rules[index].place)
    case .recommendation(let index): (policy.recommendations[index].id, policy.recommendations[index].place)
    }
  }

  private func failure(_ subject: Subject, _ example: Example, profile: Int) -> Failure? {
    var diagnostics: [Diagnostic] = []
    var found: String?
    if let decoding = reader.decode(example.value, profile: profile, language: .dutch) {
      diagnostics = decoding.diagnostics.filter { $0.severity == .error }
      if let kind = decoding.guideline.kind { found = result(subject, policy, decoding.guideline, kind: kind) }
    }
    guard found != example.expected || !diagnostics.isEmpty else { return nil }
    let (id, place) = identity(of: subject)
    return Failure(
      id: id, location: loading.sources.location(place), example: loading.sources.location(example.place),
      profile: policy.profiles[profile].label,
      expected: example.expected, found: found, diagnostics: diagnostics)
  }

  /// What a policy, perhaps a changed one, makes of a guideline.
  func result(_ subject: Subject, _ policy: Policy, _ guideline: Guideline, kind: Int) -> String {
    var assessor = Assessor(policy: policy, guideline: guideline, inputs: inputs, kind: kind)
    switch subject {
    case .control(let index): return assessor.outcome(ofControl: index).rawValue
    case .rule(let index):
      let controls = assessor.prepareRules()
      return RuleExample.Expectation(assessor.state(of: policy.rules[index], controls)).rawValue
    case .recommendation: return ""
    }
  }

  /// What every rule comes to.
  func states(_ guideline: Guideline, kind: Int) -> [RuleAssessment.State?] {
    var assessor = Assessor(policy: policy, guideline: guideline, inputs: inputs, kind: kind)
    let controls = assessor.prepareRules()
    return policy.rules.map { assessor.state(of: $0, controls) }
  }

  func trials(_ subject: Subject, _ value: ExampleValue) -> [Trial] {
    profiles(of: subject).compactMap { profile in
      guard let decoding = reader.decode(value, profile: profile, language: .dutch), let kind = decoding.guideline.kind,
        !decoding.diagnostics.contains(where: { $0.severity == .error })
      else { return nil }
      return Trial(
        subject: subject, guideline: decoding.guideline, kind: kind, result: result(subject, policy, decoding.guideline, kind: kind))
    }
  }
}

extension ExampleValue {
  /// The first text under each path; items of a list count under the list's.
  fileprivate func collectTexts(path: String, into samples: inout [String: ExampleValue]) {
    switch self {
    case .text: if samples[path] == nil { samples[path] = self }
    case .scalar: return
    case .list(let items): for item in items { item.collectTexts(path: path, into: &samples) }
    case .map(let entries):
      for entry in entries { entry.value.collectTexts(path: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &samples) }
    }
  }
}

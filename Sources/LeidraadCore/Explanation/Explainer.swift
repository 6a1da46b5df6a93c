/// Explains a policy, and the tool's own codes and terms, in one language.
package struct Explainer: Sendable {
  package let policy: Policy
  package let language: Language
  let points: PolicyPoints
  /// By field: the controls and rules that read it, whether to judge or to see if something applies.
  private let controlsReading: [[Int]]
  private let rulesReading: [[Int]]

  package init(_ policy: Policy, language: Language) {
    self.policy = policy
    self.language = language
    points = PolicyPoints(policy)
    var controls = [[Int]](repeating: [], count: policy.fields.count)
    var rules = controls
    for (index, control) in policy.controls.enumerated() {
      for field in Explainer.fields(of: control, in: policy) { controls[field].append(index) }
    }
    for (index, rule) in policy.rules.enumerated() {
      for field in rule.when?.fields(guards: true) ?? [] { rules[field].append(index) }
    }
    controlsReading = controls
    rulesReading = rules
  }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  var criteria: CriterionWords { CriterionWords(policy: policy, language: language) }

  /// All that a control reads, in the order of the form.
  static func fields(of control: Control, in policy: Policy) -> [Int] {
    var conditions = control.check + [control.appliesWhen, policy.recommendations[control.recommendation].appliesWhen].compactMap { $0 }
    if case .when(let condition) = control.evidence { conditions.append(condition) }
    return conditions.reduce(into: Set<Int>()) { $0.formUnion($1.fields(guards: true)) }.sorted()
  }

  // MARK: Everything

  /// All there is, in the policy's order; then the codes and the terms.
  package func all() -> [Explanation] {
    var all: [Explanation] = []
    for (index, recommendation) in policy.recommendations.enumerated() {
      all.append(.recommendation(self.recommendation(index)))
      all += recommendation.controls.map { .control(control($0)) }
    }
    all += policy.rules.indices.map { .rule(rule($0)) }
    for section in policy.sections.indices {
      all.append(.section(self.section(section)))
      all += policy.fields.indices.filter { policy.fields[$0].section == section }.flatMap(fieldAndItems)
    }
    return all + DiagnosticCode.allCases.map { .diagnostic(code($0)) } + Term.allCases.map { .term(term($0)) }
  }

  private func fieldAndItems(_ index: Int) -> [Explanation] {
    [.field(field(index))] + policy.fields[index].items.indices.map { .field(field(index, item: $0)) }
  }

  // MARK: References

  func reference(control index: Int) -> Explanation.Reference {
    Explanation.Reference(id: policy.controls[index].id, title: title(of: index))
  }

  /// The whole sentence, of the first profile that it is addressed to.
  func title(of index: Int) -> String {
    let profile = profiles(of: index).first ?? 0
    let subject = profile < policy.profiles.count ? policy.profiles[profile].subject[language] : ""
    return "\(subject) \(policy.controls[index].title[language])."
  }

  func profiles(of control: Int) -> [Int] { policy.profiles.indices.filter { points.ofControl(control, profile: $0) != nil } }

  func labelled(field index: Int) -> Explanation.Labelled {
    Explanation.Labelled(id: policy.fields[index].path, label: policy.fields[index].label[language])
  }

  func controls(reading field: Int) -> [Explanation.Reference] { controlsReading[field].map { reference(control: $0) } }

  func rules(reading field: Int) -> [RuleBrief] { rulesReading[field].map(brief) }

  /// The controls that read some field of a section.
  func controls(readingSection section: Int) -> [Explanation.Reference] {
    let fields = policy.fields.indices.filter { policy.fields[$0].section == section }
    return Set(fields.flatMap { controlsReading[$0] }).sorted().map { reference(control: $0) }
  }

  func citation(_ id: String) -> Explanation.Citation {
    guard let source = policy.source(id) else { return Explanation.Citation(id: id, text: id, url: nil) }
    let parts = [source.title[language], source.publisher[language], source.date?.description ?? ""]
    return Explanation.Citation(id: id, text: parts.filter { !$0.isEmpty }.joined(separator: ", "), url: source.url)
  }

  func worth(_ profile: Int, _ exact: Fraction) -> Explanation.Points {
    Explanation.Points(
      profile: policy.profiles[profile].id, label: policy.profiles[profile].label[language], exact: exact.description, text: decimal(exact))
  }

  /// With one decimal, rounded down.
  package func decimal(_ exact: Fraction) -> String { Report.Number(exact, language).text }
}

/// A policy's words as reports use them, made once for all guidelines of a run.
package struct ReportWording: Sendable {
  private let controls: [Language: [ControlWords]]

  /// - Parameter languages: Those in which most reports will be; in others the words are made as they are needed.
  package init(_ policy: Policy, in languages: [Language]) {
    controls = Dictionary(
      uniqueKeysWithValues: Set(languages).map { language in
        (language, policy.controls.map { ControlWords($0, policy, language) })
      })
  }

  /// By index into `Policy.controls`.
  func controls(in language: Language) -> [ControlWords]? { controls[language] }
}

/// What is said of a control whatever a guideline declares, in one language.
struct ControlWords: Sendable {
  /// Reads on from a profile's subject.
  let title: String
  let why: String
  let how: String
  /// On what it rests: of a literal control the source; of a derived one another source, or our own elaboration.
  let ground: String
  /// What a gap tells people to write, whole; nil where there is no example.
  let template: ClauseTemplate?

  init(_ control: Control, _ policy: Policy, _ language: Language) {
    func citation(_ id: String) -> String { policy.source(id)?.short[language] ?? id }
    title = control.title[language]
    why = control.why[language]
    how = control.how[language]
    ground =
      switch control.basis {
      case .literal: ReportWords.literal(citation(policy.recommendations[control.recommendation].source))[language]
      case .derived: ReportWords.derived(control.sources.map(citation))[language]
      }
    template = ClauseTemplate(control, policy)
  }
}

/// A control's first example that is met, with the fields that it speaks of looked up.
struct ClauseTemplate: Sendable {
  struct Section: Sendable {
    let id: String
    let fields: [Field]
  }

  struct Field: Sendable {
    /// An index into `Policy.fields`.
    let index: Int
    let name: String
    let value: ExampleValue
  }

  let sections: [Section]

  init?(_ control: Control, _ policy: Policy) {
    guard case .map(let sections)? = control.firstMet else { return nil }
    self.sections = sections.compactMap { section in
      guard case .map(let entries) = section.value, let index = policy.section(section.key) else { return nil }
      let fields = entries.compactMap { entry in
        policy.field(entry.key, in: index).map { Field(index: $0, name: entry.key, value: entry.value) }
      }
      return Section(id: section.key, fields: fields)
    }
  }

  /// Whether it says what to write for one of these gaps.
  func helps(_ gaps: [Gap]) -> Bool {
    gaps.contains { gap in sections.contains { $0.fields.contains { $0.index == gap.field } } }
  }
}

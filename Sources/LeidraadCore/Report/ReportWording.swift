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
  /// What a gap tells people to write, whole.
  let example: ExampleValue?

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
    example = control.firstMet
  }
}

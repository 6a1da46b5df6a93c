/// A policy's words as reports use them. Findings refer to them: none has a copy of its own.
package final class ReportWording: Sendable {
  private let policy: Policy
  private let made: [InLanguage]

  /// Words for many guidelines, all of them made once.
  ///
  /// - Parameter languages: Those in which most reports will be; in others words are made as they are needed.
  package init(_ policy: Policy, in languages: [Language]) {
    self.policy = policy
    made = languages.map { InLanguage(policy, $0, all: true) }
  }

  /// Words for one guideline, each made when it is needed.
  convenience init(_ policy: Policy) { self.init(policy, in: []) }

  func words(in language: Language) -> InLanguage { made.first { $0.language == language } ?? InLanguage(policy, language, all: false) }

  /// All that is said of a policy's controls and fields whatever a guideline declares, in one language.
  final class InLanguage: Sendable {
    let language: Language
    private let policy: Policy
    private let writer: YAMLWriter
    /// Nil where words are made as they are needed.
    private let all: All?

    /// By index into `Policy.controls` and `Policy.fields`.
    private struct All: Sendable {
      let controls: [ControlWords]
      let templates: [ClauseTemplate?]
      let fields: [FieldWords]
    }

    init(_ policy: Policy, _ language: Language, all: Bool) {
      self.language = language
      self.policy = policy
      let writer = YAMLWriter(language: language)
      self.writer = writer
      self.all =
        all
        ? All(
          controls: policy.controls.map { ControlWords($0, policy, language) },
          templates: policy.controls.map { ClauseTemplate($0, policy, writer) }, fields: policy.fields.map { FieldWords($0, language) })
        : nil
    }

    func control(_ index: Int) -> ControlWords { all?.controls[index] ?? ControlWords(policy.controls[index], policy, language) }

    /// What a control's gap tells people to write, whole; nil where there is no example.
    func template(_ index: Int) -> ClauseTemplate? {
      if let all { return all.templates[index] }
      return ClauseTemplate(policy.controls[index], policy, writer)
    }

    func field(_ index: Int) -> FieldWords { all?.fields[index] ?? FieldWords(policy.fields[index], language) }
  }
}

/// What is said of a control, in one language.
final class ControlWords: Sendable {
  let id: String
  let recommendation: String
  /// Whole sentences, by index into `Policy.profiles`.
  let titles: [String]
  let why: String
  let how: String
  let basis: Control.Basis
  let effort: Effort
  let weight: Fraction
  /// On what it rests: of a literal control the source; of a derived one another source, or our own elaboration.
  let ground: String
  /// The short names of the sources in `ground`.
  let sources: [String]
  /// The articles of the law by the option of the policy's regime; nil where none is named.
  let laws: [String?]
  /// The first field that its check reads, as an index into `Policy.fields`.
  let field: Int?

  init(_ control: Control, _ policy: Policy, _ language: Language) {
    func citation(_ id: String) -> String { policy.source(id)?.short[language] ?? id }
    let (own, title) = (policy.recommendations[control.recommendation], control.title[language])
    id = control.id
    recommendation = own.id
    titles = policy.profiles.map { "\($0.subject[language]) \(title)." }
    why = control.why[language]
    how = control.how[language]
    basis = control.basis
    effort = control.effort
    weight = control.weight
    switch control.basis {
    case .literal:
      sources = [citation(own.source)]
      ground = ReportWords.literal(sources[0])[language]
    case .derived:
      sources = control.sources.map(citation)
      ground = ReportWords.derived(sources)[language]
    }
    laws =
      policy.regime.map { regime in
        policy.fields[regime].options.map { option in
          control.laws.first { $0.regime == option.id && !$0.articles.isEmpty }.map {
            ReportWords.law(option.label[language], $0.articles)[language]
          }
        }
      } ?? []
    var first: Int?
    for criterion in control.check { criterion.visitFields(guards: false) { first = min(first ?? $0, $0) } }
    field = first
  }
}

/// What a field asks, in one language.
struct FieldWords: Sendable {
  let label: String
  let help: String
  /// Of a list: the fields of its items.
  let items: [FieldWords]

  init(_ field: Field, _ language: Language) {
    label = field.label[language]
    help = field.help[language]
    items = field.items.map { FieldWords($0, language) }
  }
}

/// A control's first example that is met, with the fields that it speaks of looked up.
struct ClauseTemplate: Sendable {
  struct Section: Sendable {
    let id: String
    /// The line of its key.
    let heading: String
    let fields: [Field]
  }

  struct Field: Sendable {
    /// An index into `Policy.fields`.
    let index: Int
    let value: ExampleValue
    /// What a guideline is to have that lacks all of it.
    let passage: Passage
  }

  let sections: [Section]

  init?(_ control: Control, _ policy: Policy, _ writer: YAMLWriter) {
    guard case .map(let sections)? = control.firstMet else { return nil }
    self.sections = sections.compactMap { section in
      guard case .map(let entries) = section.value, let index = policy.section(section.key) else { return nil }
      let fields = entries.compactMap { entry in
        policy.field(entry.key, in: index).map {
          Field(index: $0, value: entry.value, passage: Passage(ready: entry.key, entry.value, writer))
        }
      }
      return Section(id: section.key, heading: "\(writer.scalar(section.key)):\n", fields: fields)
    }
  }

  /// Whether it says what to write for one of these gaps.
  func helps(_ gaps: [Gap]) -> Bool {
    gaps.contains { gap in sections.contains { $0.fields.contains { $0.index == gap.field } } }
  }
}

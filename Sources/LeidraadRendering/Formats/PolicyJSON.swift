package import LeidraadCore

/// A policy with all that it says, for programs: `policy show --format json`. Texts are by language, numbers that are no whole ones stand as `1/2`.
package struct PolicyJSON {
  package static func text(_ policy: Policy, ruleExamples: [RuleExample]) -> String {
    JSON.pretty(ShownPolicy(policy, ruleExamples)) + "\n"
  }
}

/// A value of a policy as JSON: examples have any shape.
indirect enum ShownValue: Encodable {
  case text(String)
  case number(Int)
  case list([ShownValue])
  case map([String: ShownValue])

  init(_ value: ExampleValue) {
    switch value {
    case .text(let text): self = .map(text.byLanguage.mapValues { .text($0) })
    case .scalar(let text): self = .text(text)
    case .list(let items): self = .list(items.map { ShownValue($0) })
    case .map(let entries): self = .map(Dictionary(entries.map { ($0.key, ShownValue($0.value)) }) { first, _ in first })
    }
  }

  /// A criterion. A grade is a list, because an option may have capitals, which keys here have not.
  init(_ criterion: Criterion, _ policy: Policy) { self.init(criterion: CriterionWriter(policy).value(criterion)) }

  private init(criterion value: ExampleValue) {
    switch value {
    case .text, .scalar: self = ShownValue(value)
    case .list(let items): self = .list(items.map { ShownValue(criterion: $0) })
    case .map(let entries):
      let pairs = entries.map { entry -> (String, ShownValue) in
        switch (entry.key, entry.value) {
        case ("grade", .map(let grades)): (entry.key, .list(grades.map { .map(["option": .text($0.key), "share": ShownValue($0.value)]) }))
        case ("at-least", .scalar(let text)), ("at-most", .scalar(let text)), ("within-months", .scalar(let text)),
          ("not-past", .scalar(let text)):
          (entry.key, Int(text).map { .number($0) } ?? .text(text))
        default: (entry.key, ShownValue(criterion: entry.value))
        }
      }
      self = .map(Dictionary(pairs) { first, _ in first })
    }
  }

  init(_ fraction: Fraction) { self = Int(fraction.description).map { .number($0) } ?? .text(fraction.description) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .list(let items): try container.encode(items)
    case .map(let entries): try container.encode(entries)
    }
  }
}

extension LocalizedText {
  /// Nil where there is no text at all.
  fileprivate var shown: [String: String]? { isEmpty ? nil : byLanguage }

  fileprivate var byLanguage: [String: String] { Dictionary(texts.map { ($0.language.tag, $0.text) }) { first, _ in first } }
}

struct ShownPlace: Encodable {
  let file: String
  let line: Int
  let column: Int

  init(_ place: PolicyPlace) {
    file = place.file
    line = place.line
    column = place.column
  }
}

struct ShownPolicy: Encodable {
  struct Band: Encodable {
    let id: String
    let from: ShownValue
    let title: [String: String]?
  }

  struct Source: Encodable {
    let id: String
    let title: [String: String]?
    let short: [String: String]?
    let publisher: [String: String]?
    let date: String?
    let url: String?
  }

  struct Profile: Encodable {
    struct Kind: Encodable {
      let id: String
      let label: [String: String]?
    }

    let id: String
    let label: [String: String]?
    let kinds: [Kind]
    let controls: Int
    let literal: Int
    let weight: ShownValue
  }

  struct Section: Encodable {
    let id: String
    let label: [String: String]?
    let help: [String: String]?
    let fields: [ShownField]
  }

  /// How much there is of what; `literal` is what the source itself names.
  struct Counts: Encodable {
    struct Split: Encodable {
      let total: Int
      let literal: Int
      let derived: Int

      init(_ bases: [Control.Basis]) {
        total = bases.count
        literal = bases.count { $0 == .literal }
        derived = bases.count { $0 == .derived }
      }
    }

    let recommendations: Split
    let controls: Split
    let rules: Int
    let sections: Int
    let fields: Int
  }

  struct Tailoring: Encodable {
    let overlay: String
    let change: String
    let subject: String
    let reason: [String: String]?
  }

  let format = "policy-catalog/v1"
  let id: String
  let version: String
  let date: String
  let title: [String: String]?
  let extends: [String]
  let require: String
  let completeness: ShownValue
  let terms: [String: Int]
  let effort: [String: Int]
  let regime: String?
  let languages: [String]
  let counts: Counts
  let bands: [Band]
  let sources: [Source]
  let profiles: [Profile]
  let sections: [Section]
  let recommendations: [ShownRecommendation]
  let rules: [ShownRule]
  let tailoring: [Tailoring]

  init(_ policy: Policy, _ ruleExamples: [RuleExample]) {
    id = policy.id
    version = policy.version.description
    date = policy.date.description
    title = policy.title.shown
    extends = policy.extends
    require = policy.bands[policy.require].id
    completeness = ShownValue(policy.completeness)
    terms = ["evidence": policy.terms.evidence, "decision": policy.terms.decision, "verdict": policy.terms.verdict]
    effort = ["low": policy.effort.low, "medium": policy.effort.medium, "high": policy.effort.high]
    regime = policy.regime.map { policy.fields[$0].path }
    languages = policy.languages.map(\.tag)
    counts = Counts(
      recommendations: Counts.Split(policy.recommendations.map { $0.basis(in: policy) }),
      controls: Counts.Split(policy.controls.map(\.basis)), rules: policy.rules.count, sections: policy.sections.count,
      fields: policy.fields.count)
    bands = policy.bands.map { Band(id: $0.id, from: ShownValue($0.from), title: $0.title.shown) }
    sources = policy.sources.map {
      Source(
        id: $0.id, title: $0.title.shown, short: $0.short.shown, publisher: $0.publisher.shown, date: $0.date.map { "\($0)" }, url: $0.url)
    }
    profiles = policy.counts.map { count in
      let profile = policy.profiles[count.profile]
      return Profile(
        id: profile.id, label: profile.label.shown,
        kinds: policy.kinds.filter { $0.profile == count.profile }.map { Profile.Kind(id: $0.id, label: $0.label.shown) },
        controls: count.controls, literal: count.literal, weight: ShownValue(count.weight))
    }
    sections = policy.sections.indices.map { index in
      let section = policy.sections[index]
      return Section(
        id: section.id, label: section.label.shown, help: section.help.shown,
        fields: policy.fields.filter { $0.section == index }.map(ShownField.init))
    }
    recommendations = policy.recommendations.map { ShownRecommendation($0, policy) }
    rules = policy.rules.map { rule in ShownRule(rule, policy, ruleExamples.filter { $0.rule == rule.id }) }
    tailoring = policy.tailoring.map {
      Tailoring(overlay: $0.overlay, change: $0.change.name, subject: $0.subject, reason: $0.change.reason?.shown)
    }
  }
}

struct ShownField: Encodable {
  struct Option: Encodable {
    let id: String
    let label: [String: String]?
  }

  let path: String
  let kind: String
  let label: [String: String]?
  let help: [String: String]?
  let example: ShownValue?
  let sentence: [String: String]?
  let sentenceFalse: [String: String]?
  let options: [Option]?
  let fields: [ShownField]?
  let unit: [String: String]?
  let min: Int?
  let max: Int?
  let personal: Bool
  let scored: Bool
  let mayBeEmpty: [String: String]?
  let place: ShownPlace

  init(_ field: Field) {
    path = field.path
    kind = field.kind.rawValue
    label = field.label.shown
    help = field.help.shown
    example = field.example.map { ShownValue($0) }
    sentence = field.sentence.shown
    sentenceFalse = field.sentenceWhenFalse.shown
    options = field.options.isEmpty ? nil : field.options.map { Option(id: $0.id, label: $0.label.shown) }
    fields = field.items.isEmpty ? nil : field.items.map(ShownField.init)
    unit = field.unit.shown
    min = field.kind == .number ? field.minimum : nil
    max = field.maximum
    personal = field.isPersonal
    scored = field.isScored
    mayBeEmpty = field.emptyMeaning?.shown
    place = ShownPlace(field.place)
  }
}

struct ShownExample: Encodable {
  let outcome: String
  let value: ShownValue
  let place: ShownPlace
}

struct ShownRecommendation: Encodable {
  let id: String
  let title: [String: String]?
  let summary: [String: String]?
  let source: String
  /// `literal` where the source itself gives this advice.
  let basis: String
  let weight: [String: ShownValue]
  let appliesWhen: ShownValue?
  let controls: [ShownControl]
  let place: ShownPlace

  init(_ recommendation: Recommendation, _ policy: Policy) {
    id = recommendation.id
    title = recommendation.title.shown
    summary = recommendation.summary.shown
    source = recommendation.source
    basis = recommendation.basis(in: policy).rawValue
    let weights = zip(policy.profiles, recommendation.weights).compactMap { profile, weight in weight.map { (profile.id, ShownValue($0)) } }
    weight = Dictionary(weights) { first, _ in first }
    appliesWhen = recommendation.appliesWhen.map { ShownValue($0, policy) }
    controls = recommendation.controls.map { ShownControl(policy.controls[$0], policy) }
    place = ShownPlace(recommendation.place)
  }
}

struct ShownControl: Encodable {
  let id: String
  let title: [String: String]?
  let basis: String
  let sources: [String]
  let addressee: [String]
  let weight: ShownValue
  let effort: String
  let why: [String: String]?
  let how: [String: String]?
  let evidence: ShownValue
  let notApplicable: String
  let law: [String: [String]]
  let effective: String?
  let appliesWhen: ShownValue?
  let check: [ShownValue]
  let examples: [ShownExample]
  let place: ShownPlace

  init(_ control: Control, _ policy: Policy) {
    id = control.id
    title = control.title.shown
    basis = control.basis.rawValue
    sources =
      control.basis == .literal && control.sources.isEmpty ? [policy.recommendations[control.recommendation].source] : control.sources
    addressee = zip(policy.profiles, control.addressees).filter(\.1).map(\.0.id)
    weight = ShownValue(control.weight)
    effort = control.effort.rawValue
    why = control.why.shown
    how = control.how.shown
    switch control.evidence {
    case .none: evidence = .text("none")
    case .required: evidence = .text("required")
    case .when(let condition): evidence = ShownValue(condition, policy)
    }
    notApplicable = control.mayBeNotApplicable ? "allowed" : "never"
    law = Dictionary(control.laws.map { ($0.regime, $0.articles) }) { first, _ in first }
    effective = control.effective?.description
    appliesWhen = control.appliesWhen.map { ShownValue($0, policy) }
    check = control.check.map { ShownValue($0, policy) }
    examples = control.examples.map { ShownExample(outcome: $0.outcome.rawValue, value: ShownValue($0.value), place: ShownPlace($0.place)) }
    place = ShownPlace(control.place)
  }
}

struct ShownRule: Encodable {
  let id: String
  let control: String
  let profiles: [String]?
  let knockOut: String?
  let when: ShownValue?
  let effective: String?
  let says: [String: String]?
  let examples: [ShownExample]
  let place: ShownPlace

  init(_ rule: Rule, _ policy: Policy, _ examples: [RuleExample]) {
    id = rule.id
    control = policy.controls[rule.control].id
    profiles = rule.profiles.map { named in zip(policy.profiles, named).filter(\.1).map(\.0.id) }
    knockOut = rule.knockOut?.rawValue
    when = rule.when.map { ShownValue($0, policy) }
    effective = rule.effective?.description
    says = rule.says.shown
    self.examples = examples.map { ShownExample(outcome: $0.expected.rawValue, value: ShownValue($0.value), place: ShownPlace($0.place)) }
    place = ShownPlace(rule.place)
  }
}

/// What there is to know about one thing that people may ask for, in one language and ready to be written down. Its JSON is made of these very names.
package enum Explanation: Sendable, Encodable {
  case control(ControlExplanation)
  case recommendation(RecommendationExplanation)
  case rule(RuleExplanation)
  case section(SectionExplanation)
  case field(FieldExplanation)
  case diagnostic(CodeExplanation)
  case term(TermExplanation)

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .control(let value): try value.encode(to: encoder)
    case .recommendation(let value): try value.encode(to: encoder)
    case .rule(let value): try value.encode(to: encoder)
    case .section(let value): try value.encode(to: encoder)
    case .field(let value): try value.encode(to: encoder)
    case .diagnostic(let value): try value.encode(to: encoder)
    case .term(let value): try value.encode(to: encoder)
    }
  }

  /// A thing by its id and its title: what others refer to.
  package struct Reference: Sendable, Encodable, Hashable {
    package let id: String
    package let title: String
  }

  /// Something by its id and the words for it.
  package struct Labelled: Sendable, Encodable, Hashable {
    package let id: String
    package let label: String
  }

  /// A document that something rests on, in full.
  package struct Citation: Sendable, Encodable, Hashable {
    package let id: String
    /// “Title, publisher, date”.
    package let text: String
    package let url: String?
  }

  /// What something is worth to a profile where everything applies.
  package struct Points: Sendable, Encodable, Hashable {
    package let profile: String
    package let label: String
    /// An exact fraction of the hundred points.
    package let exact: String
    /// With one decimal, rounded down.
    package let text: String
  }

  /// A piece of a guideline.
  package struct Example: Sendable, Encodable, Hashable {
    package let outcome: String
    package let label: String
    package let yaml: [String]
  }
}

/// A control.
package struct ControlExplanation: Sendable, Encodable {
  package let kind = "control"
  package let id: String
  /// The whole sentence: “De richtlijn …”.
  package let title: String
  package let recommendation: Explanation.Reference
  package let why: String
  package let how: String
  package let basis: String
  /// Whether the source itself names it.
  package let ground: String
  package let sources: [Explanation.Citation]
  package let law: [Law]
  package let weight: String
  package let points: [Explanation.Points]
  /// `none`, `required` or `condition`.
  package let evidence: String
  package let evidenceWords: String
  package let effort: String
  package let effortWords: String
  package let mayBeNotApplicable: Bool
  /// The day from which it counts; nil where it always does.
  package let effective: String?
  package let appliesWhen: [String]
  /// A sentence a criterion.
  package let check: [String]
  package let fields: [Explanation.Labelled]
  package let examples: [Explanation.Example]
  package let rules: [RuleBrief]

  package struct Law: Sendable, Encodable, Hashable {
    package let regime: String
    package let label: String
    package let articles: [String]
  }
}

/// A rule as something else mentions it.
package struct RuleBrief: Sendable, Encodable, Hashable {
  package let id: String
  /// `blocker`, `major` or `contradiction`.
  package let effect: String
  package let label: String
  package let says: String
}

package struct RecommendationExplanation: Sendable, Encodable {
  package let kind = "recommendation"
  package let id: String
  package let title: String
  package let summary: String
  package let source: Explanation.Citation
  package let weights: [Weight]
  package let appliesWhen: String?
  package let controls: [Control]
  package let rules: [RuleBrief]

  package struct Weight: Sendable, Encodable, Hashable {
    package let weight: String
    package let points: Explanation.Points
  }

  package struct Control: Sendable, Encodable, Hashable {
    package let id: String
    package let title: String
    package let basis: String
    package let points: [Explanation.Points]
  }
}

package struct RuleExplanation: Sendable, Encodable {
  package let kind = "rule"
  package let id: String
  package let says: String
  /// `blocker`, `major` or `contradiction`.
  package let effect: String
  package let label: String
  /// What it does to the verdict.
  package let effectWords: String
  package let control: Explanation.Reference
  package let profiles: [Explanation.Labelled]
  /// When it holds.
  package let when: String
  package let effective: String?
  package let fields: [Explanation.Labelled]
}

package struct SectionExplanation: Sendable, Encodable {
  package let kind = "section"
  package let id: String
  package let label: String
  package let help: String
  package let fields: [Explanation.Labelled]
  package let controls: [Explanation.Reference]
}

package struct FieldExplanation: Sendable, Encodable {
  package let kind = "field"
  /// `accounts.policy`.
  package let id: String
  package let label: String
  package let help: String
  package let section: Explanation.Labelled
  package let type: String
  package let typeWords: String
  package let options: [Explanation.Labelled]
  /// Of a list: what its items may say; the first is their key.
  package let items: [Explanation.Labelled]
  package let unit: String?
  package let minimum: Int?
  package let maximum: Int?
  /// What `[]` says, where it is an answer.
  package let emptyMeaning: String?
  package let takesNotArranged: Bool
  package let personal: Bool
  package let scored: Bool
  /// As a guideline writes it, from the section on.
  package let example: [String]
  package let controls: [Explanation.Reference]
  package let rules: [RuleBrief]
}

/// A diagnostic code.
package struct CodeExplanation: Sendable, Encodable {
  package let kind = "diagnostic"
  package let id: String
  package let severity: String
  package let severityWords: String
  package let meaning: String
  package let why: String
  package let whatToDo: String
  /// What the lines of the example are: `yaml`, or `sh` where the matter is no YAML.
  package let form: String
  package let before: [String]
  package let after: [String]
}

package struct TermExplanation: Sendable, Encodable {
  package let kind = "term"
  package let id: String
  package let label: String
  package let meaning: String
  package let elsewhere: String?
}

/// A catalogue of recommendations, the fields they ask about and the controls that check them, read and type-checked.
/// Sections, fields, controls and rules stand in flat arrays in reading order; everything refers to them by index.
package struct Policy: Sendable, Equatable {
  package var id: String
  package var version: Version
  /// The day its examples are assessed as of.
  package var date: CivilDate
  package var title: LocalizedText
  package var sources: [Source]
  package var profiles: [Profile]
  /// The kinds of all profiles, in order; the options of `organisation.kind` are these.
  package var kinds: [Kind]
  package var sections: [Section]
  package var fields: [Field]
  package var recommendations: [Recommendation]
  package var controls: [Control]
  package var rules: [Rule]
  /// The field that picks among a control's laws.
  package var regime: Int?
  /// The completeness below which there is no verdict.
  package var completeness: Fraction
  package var terms: Terms
  package var effort: Efforts
  /// From the lowest up; the first starts at 0.
  package var bands: [Band]
  /// The band that is asked for unless the call says otherwise.
  package var require: Int
  /// What an overlay changed; empty for a policy as published.
  package var tailoring: [Tailoring]
  /// The overlays' base, if any: `online-work@1`. A guideline that names it may be assessed against this policy.
  package var extends: [String]
  /// Every language in which some text is written.
  package var languages: [Language]

  package struct Version: Sendable, Hashable, CustomStringConvertible {
    package let major, minor, patch: Int

    package init(major: Int, minor: Int, patch: Int) {
      self.major = major
      self.minor = minor
      self.patch = patch
    }

    /// Reads `1.0.0`.
    package init?(_ text: some StringProtocol) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.utf8.count <= 6 && $0.utf8.allSatisfy(isASCIIDigit) ? Int($0) : nil }
      guard parts.count == 3, numbers.count == 3 else { return nil }
      self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    }

    package var description: String { "\(major).\(minor).\(patch)" }
  }

  package struct Source: Sendable, Hashable {
    package let id: String
    package let title: LocalizedText
    /// A name to cite it by; the title where there is none.
    package let short: LocalizedText
    package let publisher: LocalizedText
    package let date: PartialDate?
    package let url: String?
  }

  /// A group of kinds of organisation to which the same controls are addressed.
  package struct Profile: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
    /// What a control's title reads on from: “De richtlijn”, “The municipality”.
    package let subject: LocalizedText
  }

  package struct Kind: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
    package let profile: Int
  }

  package struct Section: Sendable, Equatable {
    package let id: String
    package var label: LocalizedText
    package var help: LocalizedText
    package let place: PolicyPlace
  }

  /// The longest that something holds, whatever the guideline says, in months.
  package struct Terms: Sendable, Hashable {
    package var evidence: Int
    package var decision: Int
    package var verdict: Int
  }

  package struct Efforts: Sendable, Hashable {
    package var low: Int
    package var medium: Int
    package var high: Int

    package subscript(effort: Effort) -> Int {
      switch effort {
      case .low: low
      case .medium: medium
      case .high: high
      }
    }
  }

  package struct Band: Sendable, Hashable {
    package let id: String
    /// The lowest score in it, 0 to 100.
    package let from: Fraction
    package let title: LocalizedText
  }

  package struct Tailoring: Sendable, Hashable {
    package enum Change: Sendable, Hashable {
      case addedSection, addedField, addedOption, addedRecommendation, addedControl, addedRule
      case raisedWeight, raisedRequire, raisedKnockOut
      case dropped(reason: LocalizedText)
    }

    /// The overlay that made the change.
    package let overlay: String
    package let change: Change
    /// What it changed: `B2.05`, `KO-9`, `accounts.policy`.
    package let subject: String
  }

  /// `online-work@1`: what a guideline names.
  package var reference: String { "\(id)@\(version.major)" }

  package var isTailored: Bool { !tailoring.isEmpty }

  package func section(_ id: String) -> Int? { sections.firstIndex { $0.id == id } }
  package func field(_ path: String) -> Int? { fields.firstIndex { $0.path == path } }
  package func field(_ name: String, in section: Int) -> Int? {
    fields.firstIndex { $0.section == section && $0.name == name }
  }
  package func control(_ id: String) -> Int? { controls.firstIndex { $0.id == id } }
  package func recommendation(_ id: String) -> Int? { recommendations.firstIndex { $0.id == id } }
  package func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  /// The band in which a score falls.
  package func band(of score: Fraction) -> Int {
    bands.lastIndex { $0.from <= score } ?? 0
  }
}

/// Where something stands in a policy's files.
package struct PolicyPlace: Sendable, Hashable {
  package let file: String
  package let line: Int
  package let column: Int

  /// The largest line and column that a snapshot holds.
  static let maximum = 99_999_999
}

/// One question that a guideline may answer.
package struct Field: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case text, texts, flag, choice, choices, number, date, period, link, list
  }

  package struct Option: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
  }

  /// The section it stands in; of a list's item field the list's.
  package internal(set) var section: Int
  /// The key in its section or item.
  package let name: String
  /// `accounts.policy`; of an item's field `accounts.register.platform`.
  package let path: String
  package let kind: Kind
  package var label: LocalizedText
  package var help: LocalizedText
  package var example: ExampleValue? {
    get { exampleStore.example }
    set { exampleStore = .written(newValue) }
  }
  /// What `example` is kept in.
  var exampleStore: FieldExampleStore
  /// The sentence of a printed guideline, with `{value}` where the answer goes.
  package var sentence: LocalizedText
  /// For a flag: the sentence when it is false.
  package var sentenceWhenFalse: LocalizedText
  /// Of a choice or choices; at most 64.
  package var options: [Option]
  /// Of a list: the fields of its items; the first is their key.
  package var items: [Field]
  package var unit: LocalizedText
  /// Of a number; both included.
  package var minimum: Int
  package var maximum: Int?
  /// Left out of public reports.
  package var isPersonal: Bool
  /// Whether some control is meant to read it.
  package var isScored: Bool
  /// What `[]` says, where it is an answer.
  package var emptyMeaning: LocalizedText?
  /// `organisation.name`, `.kind` and `.id`: every policy has them.
  package var isBuiltIn: Bool
  package let place: PolicyPlace

  /// Whether `not-arranged` is an answer here.
  package func takesNotArranged(in policy: Policy) -> Bool {
    policy.sections[section].id != "organisation"
  }

  package func option(_ id: String) -> Int? { options.firstIndex { $0.id == id } }
}

/// A value as an example writes it: nothing of it is typed yet.
package indirect enum ExampleValue: Sendable, Hashable {
  case text(LocalizedText)
  case scalar(String)
  case list([ExampleValue])
  /// In written order.
  case map([Entry])

  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: ExampleValue

    package init(key: String, value: ExampleValue) {
      self.key = key
      self.value = value
    }
  }
}

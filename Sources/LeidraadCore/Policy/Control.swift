/// How much work it is to close a gap; a policy says what that counts for.
package enum Effort: String, Sendable, CaseIterable { case low, medium, high }

/// What the source advises, and the controls that check it.
package struct Recommendation: Sendable, Equatable {
  package let id: String
  package var title: LocalizedText
  package var summary: LocalizedText
  /// The source that makes it.
  package var source: String
  /// By profile; nil: not addressed to it.
  package var weights: [Fraction?]
  package var appliesWhen: Criterion?
  /// Indices into `Policy.controls`.
  package var controls: [Int]
  package let place: PolicyPlace
}

/// One checkable statement.
package struct Control: Sendable, Equatable {
  package enum Basis: String, Sendable, CaseIterable {
    /// The source itself names it.
    case literal
    /// Our elaboration, or another source's.
    case derived
  }

  package enum EvidenceNeed: Sendable, Hashable {
    case none
    case required
    case when(Criterion)
  }

  package struct Law: Sendable, Hashable {
    /// An option of the policy's regime field.
    package let regime: String
    package let articles: [String]
  }

  package let id: String
  package var recommendation: Int
  /// Reads on from "De richtlijn …" / "The guideline …".
  package var title: LocalizedText
  package var basis: Basis
  package var sources: [String]
  /// By profile: whether it is addressed to it.
  package var addressees: [Bool]
  package var weight: Fraction
  package var effort: Effort
  package var why: LocalizedText
  package var how: LocalizedText
  package var evidence: EvidenceNeed
  package var mayBeNotApplicable: Bool
  package var laws: [Law]
  /// Before this day the control is upcoming.
  package var effective: CivilDate?
  package var appliesWhen: Criterion?
  package var check: [Criterion]
  /// What `examples` are kept in.
  var exampleStore: ExampleStore
  package let place: PolicyPlace

  package var examples: [Example] {
    get { exampleStore.examples }
    set { exampleStore = .written(newValue) }
  }

  /// The first example that is met: what a gap tells people to write. Read without the others.
  package var firstMet: ExampleValue? { exampleStore.firstMet }

  package struct Example: Sendable, Equatable {
    package let outcome: Outcome
    package let value: ExampleValue
    package let place: PolicyPlace
  }
}

/// What must not stand, whatever the score; or a contradiction to be told.
package struct Rule: Sendable, Equatable {
  package enum KnockOut: String, Sendable, CaseIterable, Comparable {
    /// Caps the verdict at the second band.
    case major
    /// Caps the verdict at the first band.
    case blocker

    package static func < (left: KnockOut, right: KnockOut) -> Bool { left == .major && right == .blocker }
  }

  package let id: String
  /// Where it is shown, and whose decision or verdict may lift it.
  package var control: Int
  /// The profiles it counts for, whatever is in scope; nil: where its control is in scope.
  package var profiles: [Bool]?
  /// Nil: a contradiction, which caps nothing.
  package var knockOut: KnockOut?
  /// Nil: it holds when its control has share 0.
  package var when: Criterion?
  package var effective: CivilDate?
  package var says: LocalizedText
  package let place: PolicyPlace
}

/// What a control came to, in the order in which the first that fits is taken.
package enum Outcome: String, Sendable, CaseIterable {
  case outOfScope = "out-of-scope"
  case upcoming
  case notApplicable = "not-applicable"
  case met
  case contradicted
  case explained
  case planned
  case partlyMet = "partly-met"
  case unanswered
  case notMet = "not-met"

  package var label: Phrase {
    switch self {
    case .outOfScope: Phrase(nl: "geldt hier niet", en: "out of scope")
    case .upcoming: Phrase(nl: "geldt binnenkort", en: "upcoming")
    case .notApplicable: Phrase(nl: "niet van toepassing", en: "not applicable")
    case .met: Phrase(nl: "in orde", en: "met")
    case .contradicted: Phrase(nl: "in strijd", en: "contradicted")
    case .explained: Phrase(nl: "uitgelegd", en: "explained")
    case .planned: Phrase(nl: "gepland", en: "planned")
    case .partlyMet: Phrase(nl: "deels in orde", en: "partly met")
    case .unanswered: Phrase(nl: "niet ingevuld", en: "unanswered")
    case .notMet: Phrase(nl: "niet in orde", en: "not met")
    }
  }

  /// Whether it is a gap to close: neither in order nor outside what is asked.
  package var isGap: Bool {
    switch self {
    case .contradicted, .explained, .planned, .partlyMet, .unanswered, .notMet: true
    case .outOfScope, .upcoming, .notApplicable, .met: false
    }
  }
}

/// One file's assessment with its words, sorted and ready to be written down. Every total, order and sentence is made here, once: renderers only
/// lay it out.
package struct Report: Sendable {
  /// As the user named the file.
  package let file: String
  package let language: Language
  /// In reading order.
  package let problems: [Problem]
  /// Nil when the file could not be assessed; the problems say why.
  package let result: Result?

  /// How much a report tells.
  package enum Detail: Sendable {
    /// Scores and verdict alone; rules and findings are left out, but counted.
    case scores
    /// Of the controls those that fall short.
    case gaps
    case findings
  }

  /// A diagnostic, with what tells it from others in every output.
  package struct Problem: Sendable {
    package let diagnostic: Diagnostic
    package let fingerprint: String
  }

  /// An exact number with its print: one decimal, rounded down.
  package struct Number: Sendable, Hashable {
    package let exact: Fraction
    /// Tenths of a point or per cent, rounded down.
    package let tenths: Int
    private let hasComma: Bool
    private let decimals: Int

    /// - Parameter decimals: The most that are printed. What is asked is printed as it was written: rounded, a score could look as if it reached it.
    init(_ exact: Fraction, _ language: Language, decimals: Int = 1) {
      self.exact = exact
      self.decimals = decimals
      tenths = exact.roundedDown(times: 10)
      hasComma = language.primary == .dutch
    }

    package var text: String {
      let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
      let number = exact.roundedDown(times: scale)
      var part = String(String(number % scale + scale).dropFirst())
      while part.utf8.count > 1, part.utf8.last == 0x30 { part.removeLast() }
      return "\(number / scale)\(hasComma ? "," : ".")\(part)"
    }
  }

  package struct Result: Sendable {
    package let organisation: Organisation
    package let policy: PolicyFacts
    package let asOf: CivilDate
    package let assurance: Assessment.Assurance
    package let literalOnly: Bool
    package let scores: [Score]
    /// Declared minus substantiated, as printed.
    package let overClaim: Number?
    package let completeness: Number
    package let excludedPart: Number
    package let reviewedPart: Number
    package let literalMet: Int
    package let literalTotal: Int
    package let verdict: Verdict
    /// Rules that hold or that open fields decide: blockers, majors, contradictions.
    package let rules: [Finding]
    /// Controls addressed to this organisation: gaps by what they cost, then the rest in the policy's order.
    package let findings: [Finding]
    package let recommendations: [Recommendation]
    /// The gaps that gain most for the effort; indices into `findings`, at most three.
    package let quickWins: [Int]
    package let evidence: [Evidence]
    package let decisions: [Decision]
    package let verdicts: [AuditorVerdict]
    package let counts: Counts
    /// Controls that earn points and lack good evidence, by id in the policy's order: what makes the difference between the first two scores.
    package let unproven: [String]
    /// The sources that findings cite by a short name, in full.
    package let sources: [Source]
  }

  /// What every control has and could have at an assurance, as printed: tenths are shared out so that those of the controls add up to those of their
  /// recommendation, those to the score as printed, and what they could have to 100. None is more than a tenth from its exact number.
  package struct Ledger: Sendable, Hashable {
    package let assurance: Assessment.Assurance
    package let label: String
    package let groups: [Group]
    package let total: Points

    package struct Group: Sendable, Hashable {
      package let recommendation: String
      package let title: String
      package let points: Points
      package let rows: [Row]
    }

    package struct Row: Sendable, Hashable {
      package let control: String
      package let points: Points
    }

    package struct Points: Sendable, Hashable {
      package let earned: Number
      package let possible: Number
    }
  }

  /// What a score is called.
  package static func label(of assurance: Assessment.Assurance) -> Phrase { ReportWords.score(assurance) }

  package struct Organisation: Sendable, Hashable {
    package let name: String
    package let id: String?
    package let kind: String
    package let kindLabel: String
    package let profile: String
  }

  package struct PolicyFacts: Sendable, Hashable {
    package let id: String
    package let version: String
    package let title: String
    /// What an overlay changed, in words.
    package let tailoring: [String]
  }

  package struct Score: Sendable, Hashable {
    package let assurance: Assessment.Assurance
    package let label: String
    /// Nil where there is nothing to score, or no review.
    package let value: Number?
  }

  package struct Verdict: Sendable, Hashable {
    /// The band's id; nil when there is no verdict.
    package let band: String?
    package let title: String
    /// Why it is this one: caps, or why there is none.
    package let reasons: [String]
    /// On what it rests, and what a checker of guidelines cannot see.
    package let basis: String
    package let isProvisional: Bool
    package let requiredBand: String
    package let requiredTitle: String
    package let minimumScore: Number?
    /// Whether the band and the score that are asked for are reached.
    package let isRequirementMet: Bool
  }

  package struct Source: Sendable, Hashable {
    package let short: String
    package let title: String
    package let publisher: String
    package let date: String?
    package let url: String?

    /// “Title, publisher, date”.
    package var citation: String { [title, publisher, date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }
  }

  package struct OutcomeCount: Sendable, Hashable {
    package let outcome: Outcome
    package let count: Int
  }

  package struct Counts: Sendable, Hashable {
    /// Those that occur.
    package let byOutcome: [OutcomeCount]
    package let gaps: Int
    package let met: Int
    package let inScope: Int
  }

  package struct Recommendation: Sendable, Hashable {
    package let id: String
    package let title: String
    package let summary: String
    package let isInScope: Bool
    package let isAssessable: Bool
    package let scores: [Score]
    package let completeness: Number
    package let possible: Number
    package let declared: Number
    package let met: Int
    package let total: Int
  }

  package struct Evidence: Sendable, Hashable {
    package let id: String
    package let title: String
    package let source: String
    /// Nil where no source is named, or more than one.
    package let kind: LeidraadCore.Evidence.Source.Kind?
    /// Whether it is a file, an address or kept somewhere, in words.
    package let kindLabel: String
    package let date: CivilDate?
    package let supports: [Support]

    package struct Support: Sendable, Hashable {
      package let reference: String
      package let place: String?
      package let factor: Fraction
      package let remarks: [String]
    }
  }

  package struct Decision: Sendable, Hashable {
    package let control: String
    package let status: String
    package let statusLabel: String
    package let isInForce: Bool
    package let reason: String
    package let measure: String?
    package let owner: String
    package let date: CivilDate?
    package let lastDay: CivilDate?
    /// Days from `asOf` to the last day; negative once past.
    package let daysLeft: Int?
    /// How it stands, in words.
    package let standing: String
  }

  package struct AuditorVerdict: Sendable, Hashable {
    package let control: String
    package let judgement: String
    package let judgementLabel: String
    package let share: Fraction?
    package let reviewer: String
    package let date: CivilDate
    package let reason: String?
    package let isInForce: Bool
    package let standing: String
  }
}

/// Something about the guideline: what a control came to, or a rule that holds.
package struct Finding: Sendable {
  package enum Kind: String, Sendable {
    case control
    case knockOut = "knock-out"
    case knockOutOpen = "knock-out-open"
    case knockOutUndecided = "knock-out-undecided"
    case contradiction
  }

  package let kind: Kind
  /// `B2.14`, `KO-3`.
  package let id: String
  /// Nil for a rule.
  package let outcome: Outcome?
  package let outcomeLabel: String
  /// How machines weigh it.
  package let severity: Severity
  package let isBlocker: Bool
  /// A whole sentence: what the guideline should do, or what must not stand.
  package let title: String
  package let law: String?
  package let share: Fraction
  package let possible: Report.Number
  package let earned: Report.Number
  /// What is lost at the assurance in use.
  package let lost: Report.Number
  package let points: ControlAssessment.Points
  package let location: Location
  /// Nothing of it stands in the file, not even its section: the location is the file's beginning.
  package let isAbsent: Bool
  /// The logical path of that place: `accounts.policy`.
  package let path: String
  /// The fields that fall short, as their paths, with what is asked.
  package let fields: [FieldGap]
  package let clause: Clause?
  /// Evidence that is asked for and how good it is.
  package let evidence: String?
  /// A decision about it, in words.
  package let decision: String?
  package let auditor: String?
  package let isLifted: Bool
  /// A baseline accepts it: it was there before, and does not fail.
  package let isKnown: Bool
  /// Of the control it is about, into `Policy.controls`.
  package let index: Int
  /// What the policy says of that control: thousands of findings share these words.
  let words: ControlWords
  let fingerprints: Fingerprint

  /// 32 hexadecimal digits. Made anew each time: most forms show none.
  package var fingerprint: String { fingerprints.of(id) }

  /// The control it is about: of a control itself.
  package var control: String { words.id }
  package var recommendation: String { words.recommendation }
  package var why: String { words.why }
  package var how: String { words.how }
  package var basis: Control.Basis { words.basis }
  /// On what it rests, in words; never “required” where it is derived.
  package var ground: String { words.ground }
  /// The short names of the sources that `ground` names.
  package var sources: [String] { words.sources }
  package var effort: Effort { words.effort }
  package var weight: Fraction { words.weight }

  package struct FieldGap: Sendable, Hashable {
    package let path: String
    package let label: String
    package let help: String
  }

  /// Whether it is a gap to close at the assurance in use.
  package var isGap: Bool { outcome.map { $0.isGap || $0 == .met && lost.tenths > 0 } ?? true }

  /// A gap about which nothing was decided, and that no baseline accepts.
  package var isActiveGap: Bool { isGap && outcome != .explained && outcome != .planned && !isKnown }

  /// What a baseline may accept and a new one of which fails: a gap about which nothing was decided, or a rule that holds and was not lifted.
  package var isAcceptable: Bool {
    switch kind {
    case .control: isGap && outcome != .explained && outcome != .planned
    case .knockOut, .knockOutOpen, .contradiction: !isLifted
    case .knockOutUndecided: false
    }
  }
}

/// What the assessing party asks of a guideline.
package struct Requirement: Sendable, Hashable {
  /// An index into the policy's bands.
  package var band: Int
  /// 0 to 100.
  package var minimumScore: Fraction?

  package init(band: Int, minimumScore: Fraction? = nil) {
    self.band = band
    self.minimumScore = minimumScore
  }
}

/// The numbers and outcomes of one guideline under one policy on one day. No wording.
package struct Assessment: Sendable {
  /// On what the verdict rests.
  package enum Assurance: String, Sendable, CaseIterable {
    /// What the organisation says.
    case declared
    /// What it says and supports with evidence.
    case substantiated
    /// What an auditor found.
    case verified
  }

  package let asOf: CivilDate
  package let assurance: Assurance
  /// Only what the source itself names was assessed: the quick scan.
  package let literalOnly: Bool
  package let kind: Int
  package let profile: Int
  /// By index into `Policy.controls`.
  package var controls: [ControlAssessment]
  /// By index into `Policy.recommendations`.
  package var recommendations: [RecommendationAssessment]
  /// The rules that hold, or could: in the policy's order.
  package var rules: [RuleAssessment]
  package var evidence: [EvidenceAssessment]
  package var decisions: [DecisionAssessment]
  package var verdicts: [VerdictAssessment]
  /// The three totals.
  package var scores: Scores
  /// The part of the stakes in scope that is answered: 0 to 1.
  package var completeness: Fraction
  /// The part of the stakes in scope that is excluded by decisions.
  package var excludedPart: Fraction
  /// The part of the verified score's stakes that has an auditor's verdict in force.
  package var reviewedPart: Fraction
  /// What the source itself names: how much of it is met, of how much that is in scope and not excluded.
  package var literal: (met: Int, total: Int)
  package var verdict: Verdict

  /// Scores from 0 to 100; nil where nothing is left to score.
  package struct Scores: Sendable, Hashable {
    package var declared: Fraction?
    package var substantiated: Fraction?
    package var verified: Fraction?

    package subscript(assurance: Assurance) -> Fraction? {
      switch assurance {
      case .declared: declared
      case .substantiated: substantiated
      case .verified: verified
      }
    }

    package static let none = Scores(declared: nil, substantiated: nil, verified: nil)
  }

  package struct Verdict: Sendable, Hashable {
    package enum Absence: Sendable, Hashable {
      /// Nothing is left to score.
      case nothingInScope
      /// Too little is answered.
      case incomplete
      /// At *verified*: too little is reviewed.
      case notReviewed
      /// A blocker that open fields decide.
      case undecided
    }

    package enum Cap: Sendable, Hashable {
      /// An index into `Assessment.rules`.
      case rule(Int)
      /// More than three tenths is excluded.
      case exclusions
    }

    /// The band; nil when there is no verdict.
    package let band: Int?
    package let absence: Absence?
    /// The band of the score alone.
    package let scoreBand: Int?
    /// What holds it below its score's band, strongest first.
    package let caps: [Cap]
    /// An explanation lifted a cap.
    package let withExplanation: Bool

    /// Numbers shown while there is no verdict for want of data.
    package var isProvisional: Bool { absence == .incomplete || absence == .notReviewed }
  }
}

/// What one control came to.
package struct ControlAssessment: Sendable {
  package enum Scope: Sendable, Hashable {
    /// Not for this profile, or not part of the quick scan.
    case notAddressed
    case outOfScope
    case upcoming
    case inScope
  }

  package let control: Int
  package var scope: Scope
  /// d: 0 to 1.
  package var share: Fraction
  /// k: the part of its check that is answered.
  package var answered: Fraction
  /// Whether open fields could raise the share.
  package var couldRise: Bool
  package var isContradicted: Bool
  /// e: 0, 1/2 or 1.
  package var evidenceFactor: Fraction
  package var needsEvidence: Bool
  /// The entries that support it, best first; indices into `Assessment.evidence`.
  package var evidence: [Int]
  /// An index into `Assessment.decisions`.
  package var decision: Int?
  package var isExcluded: Bool
  /// An index into `Assessment.verdicts`, if one is in force.
  package var verdict: Int?
  /// v: 0 to 1.
  package var verifiedShare: Fraction
  /// π: its part of all stakes, before anything is excluded.
  package var stake: Fraction
  package var outcome: Outcome
  /// What it has and could have of the 100 points; at every assurance.
  package var points: Points

  package struct Points: Sendable, Hashable {
    package var possible: Fraction
    package var declared: Fraction
    package var substantiated: Fraction
    /// Of the verified score, whose stakes differ where an auditor refuted an exclusion.
    package var possibleVerified: Fraction
    package var verified: Fraction

    /// What can be had at an assurance, and what is.
    func at(_ assurance: Assessment.Assurance) -> (possible: Fraction, earned: Fraction) {
      switch assurance {
      case .declared: (possible, declared)
      case .substantiated: (possible, substantiated)
      case .verified: (possibleVerified, verified)
      }
    }

    package static let none = Points(possible: .zero, declared: .zero, substantiated: .zero, possibleVerified: .zero, verified: .zero)
  }

  package var isInScope: Bool { scope == .inScope }

  /// A control of which nothing is known yet.
  init(_ control: Int) {
    self.control = control
    scope = .notAddressed
    share = .zero
    answered = .zero
    couldRise = false
    isContradicted = false
    evidenceFactor = .one
    needsEvidence = false
    evidence = []
    isExcluded = false
    verifiedShare = .zero
    stake = .zero
    outcome = .outOfScope
    points = .none
  }
}

/// What the controls of one recommendation came to together.
package struct RecommendationAssessment: Sendable {
  package let recommendation: Int
  /// Whether some control of it is in scope.
  package var isInScope: Bool
  package var scores: Assessment.Scores
  package var completeness: Fraction
  /// More than half of its stake is excluded.
  package var isAssessable: Bool
  /// Of the 100 points: what it has and could have.
  package var points: ControlAssessment.Points
  package var met: Int
  package var total: Int
}

/// A rule that holds, or that open fields decide.
package struct RuleAssessment: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case certain
    /// It holds only by what is not told.
    case open
    /// It does not hold, but what is not told could make it.
    case undecided
  }

  package let rule: Int
  package let state: State
  /// A decision or an auditor took the cap away.
  package var isLifted: Bool
}

/// An entry's support for one reference.
package struct EvidenceAssessment: Sendable, Hashable {
  package enum Finding: String, Sendable {
    // Worth nothing
    case noSource, missing, outside, notAFile, unreadable, tooLarge, empty, guidelineItself, digestDiffers, quoteNotFound, tooOld,
      fromTheFuture
    // Worth half
    case noPlace, noDate, old, notSeen
    // Worth mentioning
    case quoteNotChecked
  }

  /// An index into `Guideline.evidence`.
  package let entry: Int
  /// An index into that entry's `supports`.
  package let support: Int
  /// 0, 1/2 or 1.
  package let factor: Fraction
  package let findings: [Finding]
  /// The digest of the file's content, if it was read.
  package let digest: String?
  /// The quote was found in it.
  package let quoteFound: Bool
}

/// A decision, and whether it counts.
package struct DecisionAssessment: Sendable, Hashable {
  package enum Standing: Sendable, Hashable {
    case inForce
    case noStatus, noReason, shortReason, noOwner, noMeasure, noUntil, noDate, future
    case expired(CivilDate)
    /// Older than the policy lets decisions be.
    case overTerm(CivilDate)
    /// *Not applicable* on a control where the policy does not allow it.
    case notAllowed
    /// There is another one for the control.
    case conflicting
  }

  /// An index into `Guideline.decisions`.
  package let decision: Int
  package let control: Int
  package let status: Decision.Status?
  package let standing: Standing
  /// The last day it holds, as far as its dates tell.
  package let lastDay: CivilDate?

  package var isInForce: Bool { standing == .inForce }
}

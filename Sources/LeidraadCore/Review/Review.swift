/// An auditor's verdicts on one guideline. It stands beside the guideline and never overwrites it.
package struct Review: Sendable {
  package enum Judgement: String, Sendable, CaseIterable { case confirmed, refuted, adjusted }

  package struct Verdict: Sendable {
    /// An index into `Policy.controls`.
    package let control: Int
    package let judgement: Judgement
    /// Of *adjusted*: 0 to 1.
    package let share: Fraction
    /// The digest of what the control read when the verdict was given.
    package let claim: String
    package let reason: String?
    package let severity: String?
    package let due: CivilDate?
    package let evidence: String?
    package let location: Location
  }

  package let file: String
  /// The guideline it is about, as written: a path from the review's own folder.
  package let guideline: String
  package let reviewer: String
  package let role: String
  package let date: CivilDate
  package let verdicts: [Verdict]
}

/// A verdict, and whether it is in force.
package struct VerdictAssessment: Sendable {
  package enum Standing: Sendable, Hashable {
    case inForce
    /// What it was given on has changed.
    case lapsed
    case expired(CivilDate)
    case future
    /// There are two for the control.
    case conflicting
  }

  package let verdict: Review.Verdict
  package let reviewer: String
  package let date: CivilDate
  package let standing: Standing
  /// The last day it holds.
  package let lastDay: CivilDate
}

internal import LeidraadCore

/// The larger records of `report/v1`.
extension ReportV1 {
  struct Finding: Encodable {
    let kind: String
    let id: String
    let control: String
    let recommendation: String
    let outcome: String?
    let severity: String
    let blocker: Bool?
    let lifted: Bool?
    let known: Bool
    let title: String
    let why: String
    let how: String
    let basis: String
    let ground: String
    let law: String?
    let effort: String
    let weight: String
    let share: String
    let points: Points?
    let file: String
    let place: Place
    let path: String
    let fields: [Field]
    let clause: Clause?
    let evidence: String?
    let decision: String?
    let review: String?
    let fingerprint: String

    init(_ finding: LeidraadCore.Finding) {
      let isRule = finding.kind != .control
      kind = finding.kind.rawValue
      id = finding.id
      control = finding.control
      recommendation = finding.recommendation
      outcome = finding.outcome?.rawValue
      severity = finding.severity.rawValue
      blocker = isRule ? finding.isBlocker : nil
      lifted = isRule ? finding.isLifted : nil
      known = finding.isKnown
      title = finding.title
      why = finding.why
      how = finding.how
      basis = finding.basis.rawValue
      ground = finding.ground
      law = finding.law
      effort = finding.effort.rawValue
      weight = finding.weight.description
      share = finding.share.description
      points = isRule ? nil : Points(finding)
      file = finding.location.file
      place = Place(finding.location)
      path = finding.path
      fields = finding.fields.map { Field(path: $0.path, label: $0.label, help: $0.help) }
      clause = finding.clause.map(Clause.init)
      evidence = finding.evidence
      decision = finding.decision
      review = finding.auditor
      fingerprint = finding.fingerprint
    }
  }

  /// The ledger's line of a control. The exact numbers of all controls add up to the totals, and the possible ones to 100.
  struct Points: Encodable {
    let possible: Number
    let earned: Number
    let lost: Number
    let declared: String
    let substantiated: String
    let possibleVerified: String
    let verified: String

    init(_ finding: LeidraadCore.Finding) {
      possible = Number(finding.possible)
      earned = Number(finding.earned)
      lost = Number(finding.lost)
      declared = finding.points.declared.description
      substantiated = finding.points.substantiated.description
      possibleVerified = finding.points.possibleVerified.description
      verified = finding.points.verified.description
    }
  }

  struct Field: Encodable {
    let path: String
    let label: String
    let help: String
  }

  struct Clause: Encodable {
    let yaml: String
    let edits: [Edit]

    struct Edit: Encodable {
      let place: Place
      let text: String
      let indentation: Int
    }

    init(_ clause: LeidraadCore.Clause) {
      yaml = clause.lines.map { $0 + "\n" }.joined()
      edits = clause.edits.map { Edit(place: Place($0.location), text: $0.text, indentation: $0.indentation) }
    }
  }

  struct Evidence: Encodable {
    let id: String
    let title: String
    let source: String
    let date: String?
    let supports: [Support]

    struct Support: Encodable {
      let reference: String
      let place: String?
      let factor: String
      let remarks: [String]
    }

    init(_ item: Report.Evidence) {
      id = item.id
      title = item.title
      source = item.source
      date = item.date?.description
      supports = item.supports.map { Support(reference: $0.reference, place: $0.place, factor: $0.factor.description, remarks: $0.remarks) }
    }
  }

  struct Decision: Encodable {
    let control: String
    let status: String
    let inForce: Bool
    let reason: String
    let measure: String?
    let owner: String
    let date: String?
    let lastDay: String?
    let daysLeft: Int?
    let standing: String

    init(_ item: Report.Decision) {
      control = item.control
      status = item.status
      inForce = item.isInForce
      reason = item.reason
      measure = item.measure
      owner = item.owner
      date = item.date?.description
      lastDay = item.lastDay?.description
      daysLeft = item.daysLeft
      standing = item.standing
    }
  }

  struct ReviewVerdict: Encodable {
    let control: String
    let verdict: String
    let share: String?
    let reviewer: String
    let date: String
    let reason: String?
    let inForce: Bool
    let standing: String

    init(_ item: Report.AuditorVerdict) {
      control = item.control
      verdict = item.judgement
      share = item.share?.description
      reviewer = item.reviewer
      date = item.date.description
      reason = item.reason
      inForce = item.isInForce
      standing = item.standing
    }
  }
}

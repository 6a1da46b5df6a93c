internal import LeidraadCore

/// What controls and rules came to.
extension OSCALResult {
  func finding(_ finding: Finding, _ rules: [Finding]) -> OSCAL.Finding {
    let own = rules.filter { $0.control == finding.control }
    return OSCAL.Finding(
      uuid: identifier(finding.fingerprint, "finding"), title: title("\(finding.id): \(finding.title)"), description: "\(finding.why)",
      props: props(finding), target: OSCAL.Finding.Target(targetId: OSCAL.objective(of: finding.control), status: status(finding)),
      relatedObservations: [reference(finding)],
      relatedRisks: own.map { OSCAL.RiskReference(riskUuid: identifier($0.fingerprint, "risk")) }.orNil,
      remarks: remarks(finding))
  }

  /// A control may be met and yet lose points, where the score asks for evidence.
  private func status(_ finding: Finding) -> OSCAL.Finding.Status {
    let reason =
      switch finding.outcome {
      case .met: finding.isGap ? "other" : "pass"
      case .explained, .planned: "other"
      case .outOfScope, .upcoming, .notApplicable, .contradicted, .partlyMet, .unanswered, .notMet, nil: "fail"
      }
    return OSCAL.Finding.Status(state: finding.isGap ? "not-satisfied" : "satisfied", reason: reason, remarks: "\(finding.outcomeLabel)")
  }

  /// The decision in force on a control, for programs; nothing where there is none.
  func decision(_ finding: Finding) -> [OSCAL.Property?] {
    let decision = report.result?.decisions.first { $0.control == finding.control && $0.isInForce }
    return [
      OSCAL.Property("decision", decision?.status), OSCAL.Property("decision-owner", decision?.owner),
      OSCAL.Property("decision-last-day", decision?.lastDay?.description),
      OSCAL.Property("decision-days-left", decision?.daysLeft?.description),
    ]
  }

  private func props(_ finding: Finding) -> [OSCAL.Property] {
    let own = [
      OSCAL.Property("outcome", finding.outcome?.rawValue), OSCAL.Property("share", finding.share.description),
      OSCAL.Property("points-possible", finding.possible), OSCAL.Property("points-earned", finding.earned),
      OSCAL.Property("points-lost", finding.lost),
      OSCAL.Property("weight", finding.weight.description), OSCAL.Property("basis", finding.basis.rawValue),
      OSCAL.Property("effort", finding.effort.rawValue), OSCAL.Property("severity", finding.severity.rawValue),
      OSCAL.Property("recommendation", finding.recommendation),
    ]
    return (own + decision(finding) + [OSCAL.Property("fingerprint", finding.fingerprint)]).compactMap { $0 }
  }

  private func remarks(_ finding: Finding) -> OSCALText? {
    return .paragraphs([
      finding.isGap ? labelled(words("Wat te doen", "What to do"), finding.how) : "",
      labelled(words("Besluit", "Decision"), finding.decision),
      labelled(words("Bewijs", "Evidence"), finding.evidence), labelled(words("Toetsing", "Review"), finding.auditor),
      labelled(words("Grond", "Ground"), finding.groundAndLaw),
    ])
  }

  private func labelled(_ label: String, _ text: String?) -> OSCALText {
    text.flatMap { $0.isEmpty ? nil : "\(label): \($0)" } ?? ""
  }

  private func reference(_ finding: Finding) -> OSCAL.ObservationReference {
    OSCAL.ObservationReference(observationUuid: identifier(finding.fingerprint, "observation"))
  }

  /// A rule that holds, or that an open field decides, is a risk: it stands beside the finding of its control.
  func risk(_ rule: Finding) -> OSCAL.Risk {
    let status =
      switch rule.kind {
      case .knockOutUndecided: "investigating"
      case .control, .knockOut, .knockOutOpen, .contradiction: "open"
      }
    return OSCAL.Risk(
      uuid: identifier(rule.fingerprint, "risk"), title: title("\(rule.id): \(rule.outcomeLabel)"), description: "\(rule.why)",
      statement: "\(rule.title)",
      props: [
        OSCAL.Property("rule", rule.id), OSCAL.Property("kind", rule.kind.rawValue), OSCAL.Property("blocker", rule.isBlocker),
        OSCAL.Property("lifted", rule.isLifted), OSCAL.Property("control", rule.control),
        OSCAL.Property("severity", rule.severity.rawValue),
        OSCAL.Property("fingerprint", rule.fingerprint),
      ].compactMap { $0 }, status: rule.isLifted ? "deviation-approved" : status, relatedObservations: [reference(rule)])
  }
}

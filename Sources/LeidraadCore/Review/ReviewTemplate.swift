internal import LocatedYAML

/// A review file for an auditor to fill in: every control that is in scope, with the claim that a verdict is given on.
package struct ReviewTemplate {
  let policy: Policy
  let guideline: Guideline
  let assessment: Assessment
  let digest: Digester

  package init(policy: Policy, guideline: Guideline, assessment: Assessment, digest: @escaping Digester) {
    self.policy = policy
    self.guideline = guideline
    self.assessment = assessment
    self.digest = digest
  }

  /// The file's text. Verdicts of an earlier review that still hold are kept as they are; the others come back as questions.
  ///
  /// - Parameters:
  ///   - path: The guideline, as seen from the review's own folder.
  ///   - earlier: The review that is refreshed.
  package func text(path: String, earlier: Review?, language: Language) -> String {
    let writer = YAMLWriter(language: language)
    var lines = [
      "leidraad: review/v1", "policy: \(policy.reference)", "guideline: \(writer.scalar(path))",
      "reviewer: {organisation: \(writer.scalar(earlier?.reviewer ?? "[naam]", inFlow: true)), role: \(writer.scalar(earlier?.role ?? "[functie]", inFlow: true))}",
      "date: \(assessment.asOf)", "",
    ]
    lines += ReviewWords.how[language].split(separator: "\n").map { "# \($0)" }
    lines.append("verdicts:")
    let claims = Claim(policy: policy, guideline: guideline, assessments: assessment.evidence)
    for result in assessment.controls where result.isInScope {
      let control = policy.controls[result.control]
      let decision = guideline.decision(about: result.control)
      let claim = digest(Array(claims.text(control: result.control, evidence: result.evidence, decision: decision).utf8))
      let subject = policy.profiles[assessment.profile].subject[language]
      lines.append(
        "  # \(control.id) \(subject) \(control.title[language]). \(ReviewWords.declared[language]): \(result.outcome.label[language]).")
      let old = earlier?.verdicts.first { $0.control == result.control }
      if let old, old.claim == claim {
        lines.append("  - {control: \(control.id), verdict: \(old.judgement.rawValue), claim: \(claim)\(rest(of: old, writer))}")
      } else {
        if old != nil { lines.append("  # \(ReviewWords.lapsed[language])") }
        lines.append("  # - {control: \(control.id), verdict: confirmed, claim: \(claim)}")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func rest(of verdict: Review.Verdict, _ writer: YAMLWriter) -> String {
    var parts: [String] = []
    if verdict.judgement == .adjusted { parts.append("share: \(verdict.share)") }
    if let severity = verdict.severity { parts.append("severity: \(writer.scalar(severity, inFlow: true))") }
    if let due = verdict.due { parts.append("due: \(due)") }
    if let reason = verdict.reason { parts.append("reason: \(writer.scalar(reason, inFlow: true))") }
    if let evidence = verdict.evidence { parts.append("evidence: \(writer.scalar(evidence, inFlow: true))") }
    return parts.map { ", \($0)" }.joined()
  }
}

enum ReviewWords {
  static let how = Phrase(
    nl: """
      Haal het hekje weg bij elk onderdeel waarover u een oordeel hebt, en kies:
        confirmed  het klopt zoals de organisatie het opgeeft
        refuted    het klopt niet; voeg toe: reason
        adjusted   het klopt deels; voeg toe: share (zoals 1/2) en reason, en evidence als u iets hebt gezien
      De claim hoort bij wat er nu in de richtlijn staat. Verandert dat, dan vervalt het oordeel.
      """,
    en: """
      Remove the hash before each control on which you have a verdict, and choose:
        confirmed  it is as the organisation declares
        refuted    it is not; add: reason
        adjusted   it is in part; add: share (such as 1/2) and reason, and evidence if you saw something
      The claim belongs to what the guideline says now. If that changes, the verdict lapses.
      """)
  static let declared = Phrase(nl: "Opgegeven", en: "Declared")
  static let lapsed = Phrase(
    nl: "Het eerdere oordeel is vervallen: de richtlijn, het bewijs of het besluit is veranderd.",
    en: "The earlier verdict has lapsed: the guideline, the evidence or the decision has changed.")
}

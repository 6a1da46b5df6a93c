/// A word of the tool's own, with what it means: the terms that reports and files use.
package enum Term: String, Sendable, CaseIterable {
  case policy, recommendation, control, criterion, section, field, guideline, evidence, decision, rule, review, assessment, finding,
    diagnostic, report
  case portfolio

  /// What people who read OSCAL or SARIF call it; nil where these have no word for it.
  package var elsewhere: String? {
    switch self {
    case .policy: "catalog (OSCAL)"
    case .recommendation: "group (OSCAL)"
    case .control: "control (OSCAL)"
    case .criterion: "assessment objective (OSCAL)"
    case .section, .field: "parameter (OSCAL)"
    case .guideline: "component definition (OSCAL)"
    case .evidence: "evidence (OSCAL)"
    case .decision: "deviation (OSCAL)"
    case .rule: "risk (OSCAL)"
    case .review: nil
    case .assessment: "assessment result (OSCAL)"
    case .finding: "finding (OSCAL)"
    case .diagnostic: "result, notification (SARIF)"
    case .report, .portfolio: nil
    }
  }

  /// Words that people ask for it by.
  package var label: Phrase {
    switch self {
    case .policy: Phrase(nl: "beleidskader", en: "policy")
    case .recommendation: Phrase(nl: "aanbeveling", en: "recommendation")
    case .control: Phrase(nl: "onderdeel", en: "control")
    case .criterion: Phrase(nl: "criterium", en: "criterion")
    case .section: Phrase(nl: "hoofdstuk", en: "section")
    case .field: Phrase(nl: "vraag", en: "field")
    case .guideline: Phrase(nl: "richtlijn", en: "guideline")
    case .evidence: Phrase(nl: "bewijs", en: "evidence")
    case .decision: Phrase(nl: "besluit", en: "decision")
    case .rule: Phrase(nl: "regel", en: "rule")
    case .review: Phrase(nl: "toetsing", en: "review")
    case .assessment: Phrase(nl: "beoordeling", en: "assessment")
    case .finding: Phrase(nl: "bevinding", en: "finding")
    case .diagnostic: Phrase(nl: "melding", en: "diagnostic")
    case .report: Phrase(nl: "rapport", en: "report")
    case .portfolio: Phrase(nl: "overzicht partners", en: "portfolio")
    }
  }

  package var meaning: Phrase {
    switch self {
    case .policy:
      Phrase(
        nl: "De aanbevelingen waaraan wordt getoetst, met de vragen die zij stellen en de onderdelen die worden nagegaan.",
        en: "The recommendations that guidelines are checked against, with the questions they ask and the controls that check them.")
    case .recommendation:
      Phrase(nl: "Wat de bron adviseert, zoals A1 of B2.", en: "What the source advises, such as A1 or B2.")
    case .control:
      Phrase(
        nl: "Eén uitspraak onder een aanbeveling die kan worden nagegaan, zoals B2.14.",
        en: "One checkable statement under a recommendation, such as B2.14.")
    case .criterion:
      Phrase(nl: "Eén voorwaarde van de toets van een onderdeel.", en: "One condition of a control's check.")
    case .section:
      Phrase(nl: "Een groep vragen over één onderwerp, zoals accounts.", en: "A group of questions about one subject, such as accounts.")
    case .field:
      Phrase(
        nl: "Iets wat een richtlijn kan zeggen, zoals accounts.policy. Een vraag is ingevuld, niet geregeld of open.",
        en: "Something that a guideline may say, such as accounts.policy. It is given, not arranged or open.")
    case .guideline:
      Phrase(nl: "Wat één organisatie over haar online werk opgeeft.", en: "What one organisation declares about its online work.")
    case .evidence:
      Phrase(nl: "Een document dat laat zien dat een antwoord klopt.", en: "A document that supports a given answer.")
    case .decision:
      Phrase(
        nl: """
          Waarom een onderdeel niet van toepassing is, anders wordt gedaan of later komt: met een reden, wie erover gaat en tot wanneer het geldt. \
          Dit is “pas toe of leg uit”.
          """,
        en: """
          Why a control does not apply, is done otherwise or comes later: with a reason, an owner and an end date. This is “comply or explain”.
          """)
    case .rule:
      Phrase(
        nl: """
          Iets wat niet kan blijven staan, hoe hoog de score ook is. Een knock-out begrenst het oordeel. Een tegenspraak wordt gemeld en begrenst niets.
          """,
        en: "What must not stand, however high the score. A knock-out caps the verdict. A contradiction is told and caps nothing.")
    case .review:
      Phrase(
        nl: "Het oordeel van een toetser over wat een organisatie opgeeft. Het staat naast de richtlijn en verandert die niet.",
        en: "An auditor's verdicts on what an organisation declares. It stands beside the guideline and never changes it.")
    case .assessment:
      Phrase(nl: "De cijfers en uitkomsten van één richtlijn.", en: "The numbers and outcomes of one guideline.")
    case .finding:
      Phrase(
        nl: "Wat er over de richtlijn te zeggen is: waar een onderdeel op uitkomt.",
        en: "What is to be said of the guideline: what a control came to.")
    case .diagnostic:
      Phrase(
        nl: "Wat er over een bestand te zeggen is, zoals een typefout of een onbekende sleutel. Elke melding heeft een code.",
        en: "What is to be said of a file, such as a slip in typing or an unknown key. Each has a code.")
    case .report:
      Phrase(
        nl: "De beoordeling in woorden, in de volgorde waarin u ermee aan het werk kunt.",
        en: "The assessment in words, in the order in which to work on it.")
    case .portfolio:
      Phrase(
        nl: "Veel richtlijnen samen beoordeeld, bijvoorbeeld van alle partners van een gemeente.",
        en: "Many guidelines assessed together, for example those of all partners of a municipality.")
    }
  }
}

/// Codes about guidelines and reviews.
extension DiagnosticExplanation {
  // MARK: Guidelines

  static let wrongPolicy = DiagnosticExplanation(
    Phrase(
      nl: "De richtlijn noemt een ander beleidskader dan waaraan nu wordt getoetst.",
      en: "The guideline names another policy than the one it is checked against now."),
    why: Phrase(
      nl: "Een richtlijn is geschreven voor de vragen van één beleidskader. Tegen een ander zou de score niets zeggen.",
      en: "A guideline is written for the questions of one policy. Against another the score would say nothing."),
    whatToDo: Phrase(
      nl: "Verander “policy” in de richtlijn, of kies met --policy het beleidskader dat zij noemt.",
      en: "Change “policy” in the guideline, or choose the policy that it names with --policy."),
    before: "policy: offline-work@1", after: "policy: online-work@1")

  static let unknownOption = DiagnosticExplanation(
    Phrase(nl: "Dit woord is niet een van de antwoorden op deze vraag.", en: "This word is not one of the answers to this question."),
    why: Phrase(
      nl: "Dit antwoord telt nu niet. Antwoorden zijn vaste woorden, zodat elke richtlijn op dezelfde manier wordt gelezen.",
      en: "This answer does not count now. Answers are fixed words, so that every guideline is read in the same way."),
    whatToDo: Phrase(
      nl: "Kies een van de woorden die de melding noemt. Past er geen, kies het dichtstbijzijnde en leg het uit onder “notes”.",
      en: "Choose one of the words that the message names. If none fits, choose the nearest and explain under “notes”."),
    before: "accounts:\n  policy: organization-only", after: "accounts:\n  policy: organisation-only")

  static let filler = DiagnosticExplanation(
    Phrase(
      nl: "Hier staat een invulwoord, zoals “volgt”, “n.v.t.”, “TBD” of “[naam]”. Dat is nog geen antwoord.",
      en: "This is a filler, such as “TBD”, “n/a”, “see policy” or “[name]”. It is not an answer yet."),
    why: Phrase(
      nl: "Een invulwoord kost niets en levert niets op: de vraag telt als niet ingevuld.",
      en: "A filler costs nothing and buys nothing: the question counts as unanswered."),
    whatToDo: Phrase(
      nl:
        "Schrijf wat u hebt afgesproken. Is er niets afgesproken, schrijf dan not-arranged. Geldt het niet voor u, neem dan een besluit onder “decisions”.",
      en:
        "Write what you have agreed. If nothing is agreed, write not-arranged. If it does not apply to you, make a decision under “decisions”."
    ),
    before: "hybrid:\n  criteria: volgt", after: "hybrid:\n  criteria: online voor een korte vraag, in het echt bij zorgen")

  static let notArrangedHere = DiagnosticExplanation(
    Phrase(
      nl: "Bij vragen over uw organisatie zelf past “not-arranged” niet.",
      en: "“not-arranged” does not fit questions about your organisation itself."),
    why: Phrase(
      nl: "“Niet geregeld” zegt iets over uw afspraken. Hoe uw organisatie is, valt niet te regelen; de vraag telt nu als niet ingevuld.",
      en:
        "“Not arranged” tells about what you have agreed. What your organisation is cannot be arranged; the question is taken as unanswered."
    ),
    whatToDo: Phrase(nl: "Vul het antwoord in, of laat de vraag weg.", en: "Give the answer, or leave the question out."),
    before: "organisation:\n  name: Sportclub Voorbeeldstad\n  kind: sports-org\n  country: not-arranged",
    after: "organisation:\n  name: Sportclub Voorbeeldstad\n  kind: sports-org\n  country: NL")

  static let evidenceSource = DiagnosticExplanation(
    Phrase(
      nl: "Dit bewijs zegt niet waar het document is, of noemt meer dan één plek.",
      en: "This evidence does not say where the document is, or names more than one place."),
    why: Phrase(
      nl: "Bewijs dat niemand kan vinden, telt niet voor de onderbouwde score.",
      en: "Evidence that nobody can find does not count for the substantiated score."),
    whatToDo: Phrase(
      nl: "Noem één van deze: file (een bestand bij de richtlijn), url (een adres) of kept-at (waar het ligt).",
      en: "Name one of these: file (a file beside the guideline), url (an address) or kept-at (where it is kept)."),
    before: "evidence:\n  - {id: richtlijn, supports: [accounts]}",
    after: "evidence:\n  - {id: richtlijn, kept-at: kast 2 op kantoor, supports: [accounts]}")

  static let evidenceUnusable = DiagnosticExplanation(
    Phrase(
      nl:
        "Dit bewijs telt niet. De melding zegt waarom: het bestand is er niet, is leeg, is veranderd of te oud, of het citaat staat er niet in.",
      en:
        "This evidence does not count. The message says why: the file is absent, empty, changed or too old, or the quotation is not in it."),
    why: Phrase(
      nl: "De onderbouwde score is dan lager dan de opgegeven score.", en: "The substantiated score is then below the declared score."),
    whatToDo: Phrase(
      nl: "Zet het bestand bij de richtlijn, in dezelfde map of daaronder, en noem de datum en de plek in het document.",
      en: "Put the file beside the guideline, in the same folder or below it, and give its date and the place in the document."),
    before: """
      evidence:
        - {id: richtlijn, file: weg.md, date: 2026-05-10, supports: {accounts.policy: "3.2"}}
      """,
    after: """
      evidence:
        - {id: richtlijn, kept-at: kast 2, date: 2026-05-10, supports: {accounts.policy: "3.2"}}
      """)

  static let decisionConflict = DiagnosticExplanation(
    Phrase(
      nl: "Over één onderdeel staan twee besluiten. Geen van beide telt.", en: "There are two decisions about one control. Neither counts."),
    why: Phrase(nl: "Het is niet duidelijk wat uw organisatie heeft besloten.", en: "It is unclear what your organisation decided."),
    whatToDo: Phrase(nl: "Houd het besluit dat geldt en haal het andere weg.", en: "Keep the decision that holds and remove the other."),
    before: """
      decisions:
        - {for: B2.17, status: explained, reason: Dit regelt de koepel voor alle clubs, measure: De koepel beheert, owner: bestuur, date: 2026-05-10}
        - {for: B2.17, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-05-10, until: 2027-01-01}
      """,
    after: """
      decisions:
        - {for: B2.17, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-05-10, until: 2027-01-01}
      """)

  static let decisionNotInForce = DiagnosticExplanation(
    Phrase(
      nl:
        "Dit besluit geldt niet. De melding zegt waarom: de reden is te kort of ontbreekt, er staat niet wie erover gaat, of het is afgelopen.",
      en: "This decision does not hold. The message says why: the reason is too short or missing, no owner is named, or it has ended."),
    why: Phrase(
      nl: "Een besluit dat niet geldt, verandert niets: het onderdeel blijft een gat.",
      en: "A decision that does not hold changes nothing: the control stays a gap."),
    whatToDo: Phrase(
      nl: """
        Geef een reden van 20 tekens of meer, de functie die erover gaat en de datum. Bij “explained” ook wat u in plaats daarvan doet, bij “planned” \
        de dag waarop het er is.
        """,
      en: """
        Give a reason of 20 characters or more, the role that owns it and the date. For “explained” also what is done instead, for “planned” the day it \
        will be there.
        """),
    before: """
      decisions:
        - {for: B2.17, status: planned, reason: komt nog, owner: bestuur, date: 2026-05-10, until: 2027-01-01}
      """,
    after: """
      decisions:
        - {for: B2.17, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-05-10, until: 2027-01-01}
      """)

  static let decisionWithoutGap = DiagnosticExplanation(
    Phrase(
      nl: "Dit besluit is niet nodig: het onderdeel is in orde of geldt hier niet.",
      en: "This decision is not needed: the control is met or out of scope here."),
    why: Phrase(
      nl: "Een besluit dat blijft staan, lijkt later een gat te verklaren dat er niet meer is.",
      en: "A decision that stays behind seems later to explain a gap that is gone."),
    whatToDo: Phrase(
      nl: "Haal het onderdeel uit het besluit, of het hele besluit weg.",
      en: "Take the control out of the decision, or remove the decision."),
    before: """
      accounts: {policy: organisation-only}
      decisions:
        - {for: B2.14, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-05-10, until: 2027-01-01}
      """,
    after: "accounts: {policy: organisation-only}")

  static let decisionEnding = decisionEnding(
    Phrase(nl: "dertig dagen", en: "thirty days"), day: "2026-12-20",
    next: Phrase(nl: "Veertien en zeven dagen ervoor komt er weer bericht.", en: "Fourteen and seven days before there is notice again."))
  static let decisionEndingInFourteen = decisionEnding(
    Phrase(nl: "veertien dagen", en: "fourteen days"), day: "2026-12-05",
    next: Phrase(nl: "Zeven dagen ervoor komt er weer bericht.", en: "Seven days before there is notice again."))
  static let decisionEndingInSeven = decisionEnding(
    Phrase(nl: "zeven dagen", en: "seven days"), day: "2026-12-01",
    next: Phrase(nl: "Dit is het laatste bericht.", en: "This is the last notice."))

  private static func decisionEnding(_ within: Phrase, day: String, next: Phrase) -> DiagnosticExplanation {
    DiagnosticExplanation(
      Phrase(
        nl: "Dit besluit geldt nog, maar eindigt binnen \(within.nl).", en: "This decision still holds, but ends within \(within.en)."),
      why: Phrase(
        nl: "Daarna telt het onderdeel weer als gat zonder uitleg. \(next.nl)",
        en: "After that the control is a gap without explanation again. \(next.en)"),
      whatToDo: Phrase(
        nl: "Sluit het gat, of neem een nieuw besluit met een nieuwe datum.", en: "Close the gap, or decide anew with a new date."),
      before: """
        decisions:
          - {for: B2.17, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-05-10, until: \(day)}
        """,
      after: """
        decisions:
          - {for: B2.17, status: planned, reason: Dit komt in de nieuwe richtlijn, owner: bestuur, date: 2026-11-20, until: 2027-06-01}
        """)
  }

  // MARK: Reviews

  static let verdictConflict = DiagnosticExplanation(
    Phrase(
      nl: "Over één onderdeel staan twee uitspraken. Geen van beide telt.", en: "There are two verdicts on one control. Neither counts."),
    why: Phrase(nl: "Het is niet duidelijk wat de toetser heeft vastgesteld.", en: "It is unclear what the auditor found."),
    whatToDo: Phrase(nl: "Houd de uitspraak die geldt en haal de andere weg.", en: "Keep the verdict that holds and remove the other."),
    before: """
      verdicts:
        - {control: B2.14, verdict: confirmed, claim: b2c1…}
        - {control: B2.14, verdict: refuted, reason: Medewerkers werken ook privé, claim: b2c1…}
      """,
    after: """
      verdicts:
        - {control: B2.14, verdict: refuted, reason: Medewerkers werken ook privé, claim: b2c1…}
      """)

  static let verdictLapsed = DiagnosticExplanation(
    Phrase(
      nl: "De uitspraak geldt niet meer: wat zij beoordeelde is veranderd, of zij is te oud.",
      en: "The verdict no longer holds: what it was given on has changed, or it is too old."),
    why: Phrase(
      nl: "Een toetser heeft over iets anders geoordeeld dan er nu staat. In de getoetste score telt het onderdeel nu niet mee.",
      en: "An auditor judged something else than what stands there now. In the verified score the control counts for nothing now."),
    whatToDo: Phrase(
      nl: "Vraag de toetser om opnieuw te kijken. “leidraad review” zet de nieuwe kenmerken klaar.",
      en: "Ask the auditor to look again. “leidraad review” fills in the new claims."),
    before: "verdicts:\n  - {control: B2.14, verdict: confirmed, claim: b2c1…}",
    after: "verdicts:\n  - {control: B2.14, verdict: confirmed, claim: 77ab…}")

  static let reviewOfAnother = DiagnosticExplanation(
    Phrase(
      nl: "De toetsing noemt een richtlijn die nu niet wordt getoetst.", en: "The review names a guideline that is not being checked now."),
    why: Phrase(nl: "De uitspraken in deze toetsing tellen dan nergens mee.", en: "The verdicts in this review then count for nothing."),
    whatToDo: Phrase(
      nl: "Noem achter “guideline” het pad vanaf de map van de toetsing, of toets ook die richtlijn.",
      en: "Give under “guideline” the path from the review's folder, or check that guideline too."),
    before: "guideline: richtlijn.yaml", after: "guideline: ../jongerenwerk/richtlijn.yaml")
}

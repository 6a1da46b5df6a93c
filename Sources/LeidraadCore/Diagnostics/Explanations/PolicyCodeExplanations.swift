/// Codes about policies, for their authors.
extension DiagnosticExplanation {
  static let invalidPolicy = DiagnosticExplanation(
    Phrase(
      nl:
        "Er klopt iets niet aan het geheel: een bestand, een genoemd hoofdstuk of een onderdeel is er niet, of iets staat dubbel of verkeerd.",
      en: "Something is wrong with the whole: a file, a listed section or a control is absent, or something stands twice or wrongly."),
    why: Phrase(
      nl: "Aan een beleidskader met een fout wordt niemand getoetst: de scores zouden niet te vertrouwen zijn.",
      en: "Nobody is checked against a policy with an error: the scores could not be trusted."),
    whatToDo: Phrase(
      nl: "Herstel wat de melding noemt. “leidraad policy lint” leest het hele beleidskader na.",
      en: "Mend what the message names. “leidraad policy lint” goes through the whole policy."),
    before: """
      sections:
        reis:
          label: {nl: Reis, en: Travel}
          fields:
            soort:
              kind: text
              label: {nl: Soort, en: Kind}
              options: {a: {nl: a, en: a}}
      """,
    after: """
      sections:
        reis:
          label: {nl: Reis, en: Travel}
          fields:
            soort:
              kind: text
              label: {nl: Soort, en: Kind}
      """)

  static let invalidFraction = DiagnosticExplanation(
    Phrase(
      nl: "Hier hoort een getal of breuk te staan, zoals 1, 1/2 of 4/5.", en: "A number or fraction belongs here, such as 1, 1/2 or 4/5."),
    why: Phrase(nl: "Scores worden precies berekend, zonder afronden.", en: "Scores are computed exactly, without rounding."),
    whatToDo: Phrase(
      nl: "Schrijf een breuk van hele getallen. Een aandeel ligt van 0 tot en met 1.",
      en: "Write a fraction of whole numbers. A share lies from 0 to 1."),
    before: """
      recommendations:
        B2:
          controls:
            B2.91: {title: {nl: a, en: a}, basis: derived, addressee: [organisation], weight: 1,
              check: [{field: signals.data-shared, grade: {facts-only: 1, anonymised-first: 1, with-identity: half}}]}
      """,
    after: """
      recommendations:
        B2:
          controls:
            B2.91: {title: {nl: a, en: a}, basis: derived, addressee: [organisation], weight: 1,
              check: [{field: signals.data-shared, grade: {facts-only: 1, anonymised-first: 1, with-identity: 1/2}}]}
      """)

  static let invalidWeight = DiagnosticExplanation(
    Phrase(nl: "Dit is geen gewicht.", en: "This is not a weight."),
    why: Phrase(
      nl: "Met een gewicht van nul of minder zou een onderdeel niet meetellen of een score boven de honderd geven.",
      en: "With a weight of zero or less a control would not count, or a score could pass a hundred."),
    whatToDo: Phrase(
      nl: "Schrijf een getal of breuk boven 0. Moet een onderdeel niet gelden, gebruik dan “drop” met een reden.",
      en: "Write a number or fraction above 0. To leave a control out use “drop” with a reason."),
    before: "recommendations:\n  B2:\n    weight: {organisation: zwaar}", after: "recommendations:\n  B2:\n    weight: {organisation: 10}")

  static let invalidCheck = DiagnosticExplanation(
    Phrase(
      nl: "Dit criterium kan niet worden uitgevoerd: de bewerking past niet bij de soort vraag, of kan hier niet staan.",
      en: "This criterion cannot be carried out: the operator does not fit the kind of field, or cannot stand here."),
    why: Phrase(nl: "Een toets die niets nagaat, geeft punten voor niets.", en: "A check that checks nothing gives points for nothing."),
    whatToDo: Phrase(
      nl: """
        Kijk welke soort vraag het is: “is” leest choice, flag en number; “includes” leest choices; “at-least” leest aantallen; een tekst is ingevuld of \
        niet. “not” kan alleen in een voorwaarde.
        """,
      en: """
        See which kind of field it is: “is” reads choice, flag and number; “includes” reads choices; “at-least” reads counts; a text is given or not. \
        “not” is for conditions only.
        """),
    before: """
      recommendations:
        B2:
          controls:
            B2.91: {title: {nl: a, en: a}, basis: derived, addressee: [organisation], weight: 1,
              check: [{field: accounts.policy, includes: [organisation-only]}]}
      """,
    after: """
      recommendations:
        B2:
          controls:
            B2.91: {title: {nl: a, en: a}, basis: derived, addressee: [organisation], weight: 1,
              check: [{field: accounts.policy, is: organisation-only}]}
      """)

  static let invalidExample = DiagnosticExplanation(
    Phrase(
      nl: "Een voorbeeld komt niet uit op de uitkomst waaronder het staat, of is zelf geen goed stuk richtlijn.",
      en: "An example does not come to the outcome under which it stands, or is itself no good piece of guideline."),
    why: Phrase(
      nl: "Voorbeelden worden aan mensen voorgesteld om over te nemen. Een verkeerd voorbeeld zet hen op het verkeerde spoor.",
      en: "Examples are offered to people to take over. A wrong one sets them on the wrong track."),
    whatToDo: Phrase(
      nl: "Verander het voorbeeld, zet het onder de goede uitkomst, of herstel de toets. “leidraad policy test” probeert alle voorbeelden.",
      en: "Change the example, move it to the right outcome, or mend the check. “leidraad policy test” tries them all."),
    before: "examples:\n  met: [{accounts: {policy: not-arranged}}]", after: "examples:\n  not-met: [{accounts: {policy: not-arranged}}]")

  static let missingLanguage = DiagnosticExplanation(
    Phrase(nl: "Een tekst is er niet in elke taal van het beleidskader.", en: "A text is not there in each language of the policy."),
    why: Phrase(
      nl: "Wie de andere taal leest, krijgt nu een tekst in een taal die hij of zij misschien niet kent.",
      en: "A reader of the other language now gets a text in a language that they may not know."),
    whatToDo: Phrase(nl: "Schrijf de tekst in elke taal: {nl: …, en: …}.", en: "Write the text in each language: {nl: …, en: …}."),
    before: "title: {nl: Subsidie jongerenwerk}", after: "title: {nl: Subsidie jongerenwerk, en: Grant for youth work}")

  static let circularExtends = DiagnosticExplanation(
    Phrase(
      nl: "Dit beleidskader bouwt voort op een ander, dat weer op dit voortbouwt.",
      en: "This policy extends another, which extends this one again."),
    why: Phrase(nl: "Zo'n kring heeft geen begin.", en: "Such a circle has no beginning."),
    whatToDo: Phrase(
      nl: "Laat één van beide op niets of op een ander beleidskader voortbouwen.",
      en: "Let one of the two extend nothing, or another policy."),
    before: "id: gemeente-a\nextends: gemeente-a@1", after: "id: gemeente-a\nextends: online-work@1")

  static let unreachableControl = DiagnosticExplanation(
    Phrase(nl: "Dit onderdeel is aan niemand gericht.", en: "This control is addressed to no one."),
    why: Phrase(nl: "Het telt voor niemand mee.", en: "It counts for nobody."),
    whatToDo: Phrase(
      nl:
        "Noem onder “addressee” een profiel dat bij de aanbeveling een gewicht heeft, of geef de aanbeveling een gewicht voor dat profiel.",
      en: "Name under “addressee” a profile that has a weight in the recommendation, or give the recommendation a weight for that profile."),
    before: """
      recommendations:
        A3:
          controls:
            A3.9: {title: {nl: a, en: a}, basis: derived, addressee: [organisation], weight: 1, check: [hybrid.modes]}
      """,
    after: """
      recommendations:
        A3:
          controls:
            A3.9: {title: {nl: a, en: a}, basis: derived, addressee: [municipality], weight: 1, check: [hybrid.modes]}
      """)

  static let lowersPolicy = DiagnosticExplanation(
    Phrase(
      nl: "Deze aanvulling maakt iets lichter dan het beleidskader waarop zij voortbouwt.",
      en: "This overlay makes something lighter than the policy that it extends."),
    why: Phrase(
      nl: "Wie het oordeel leest, moet ervan op aan kunnen dat ten minste het gepubliceerde beleidskader is gehaald.",
      en: "Whoever reads the verdict must be able to rely on the published policy being met at least."),
    whatToDo: Phrase(
      nl: "Verhoog alleen. Past een onderdeel echt niet, laat het dan weg met “drop” en een reden; het rapport vermeldt dat.",
      en: "Raise only. If a control truly does not fit, drop it with a reason; the report tells so."),
    before: "recommendations:\n  B2:\n    weight: {organisation: 1}", after: "recommendations:\n  B2:\n    weight: {organisation: 10}")
}

/// Codes about keys and values of any file.
extension DiagnosticExplanation {
  private static let countsAsOpen = Phrase(
    nl: "Dit antwoord telt nu niet: de vraag geldt als niet ingevuld.",
    en: "This answer does not count now: the question is taken as unanswered.")

  static let unknownKey = DiagnosticExplanation(
    Phrase(
      nl: "Deze sleutel bestaat hier niet. Meestal is het een typefout, of staat de vraag in het verkeerde hoofdstuk.",
      en: "This key does not exist here. It is mostly a slip in typing, or the question stands in the wrong section."),
    why: Phrase(
      nl: "Wat onder een onbekende sleutel staat, telt nergens mee. Zonder melding zou u dat niet merken.",
      en: "What stands under an unknown key counts for nothing. Without a message you would not notice."),
    whatToDo: Phrase(
      nl:
        "Neem de sleutel die de melding voorstelt. Wilt u iets voor uzelf noteren, laat de sleutel dan met “x-” beginnen, of gebruik “notes”.",
      en: "Take the key that the message suggests. For a note of your own begin the key with “x-”, or use “notes”."),
    before: "accounts:\n  polcy: organisation-only", after: "accounts:\n  policy: organisation-only")

  static let missingKey = DiagnosticExplanation(
    Phrase(nl: "Er ontbreekt een sleutel waar het bestand niet zonder kan.", en: "A key is missing that the file cannot do without."),
    why: Phrase(
      nl: "Zonder de soort organisatie is bijvoorbeeld niet bekend welke aanbevelingen gelden. Dan kan er niets worden beoordeeld.",
      en: "Without the kind of organisation, for example, it is unknown which recommendations apply. Nothing can be assessed then."),
    whatToDo: Phrase(nl: "Zet de sleutel die de melding noemt erbij.", en: "Add the key that the message names."),
    before: "organisation:\n  name: Sportclub Voorbeeldstad", after: "organisation:\n  name: Sportclub Voorbeeldstad\n  kind: sports-org")

  static let wrongType = DiagnosticExplanation(
    Phrase(
      nl:
        "Hier staat iets van een andere soort dan de vraag verwacht: een lijst waar één antwoord hoort, of andersom, of “ja” waar “true” hoort.",
      en:
        "This is of another kind than the question expects: a list where one answer belongs, or the reverse, or “yes” where “true” belongs."
    ),
    why: countsAsOpen,
    whatToDo: Phrase(
      nl: "Schrijf het antwoord zoals de melding aangeeft. “leidraad explain” met de naam van de vraag laat een voorbeeld zien.",
      en: "Write the answer as the message says. “leidraad explain” with the name of the field shows an example."),
    before: "accounts:\n  strong-authentication: ja", after: "accounts:\n  strong-authentication: true")

  static let wrongFormat = DiagnosticExplanation(
    Phrase(
      nl: "De waarde is niet geschreven in de vorm die hier nodig is.", en: "The value is not written in the form that is needed here."),
    why: Phrase(
      nl: "Aan deze waarde is bijvoorbeeld te zien wat voor bestand het is en bij welke versie het hoort.",
      en: "This value tells, for example, what kind of file it is and to which version it belongs."),
    whatToDo: Phrase(nl: "Neem de vorm over die de melding noemt.", en: "Take over the form that the message names."),
    before: "policy: online-work", after: "policy: online-work@1")

  static let duplicateID = DiagnosticExplanation(
    Phrase(nl: "Twee dingen in dit bestand hebben dezelfde naam.", en: "Two things in this file have the same name."),
    why: Phrase(
      nl: "Een verwijzing naar die naam kan dan twee dingen betekenen.", en: "A reference to that name can then mean two things."),
    whatToDo: Phrase(nl: "Geef elk een eigen naam.", en: "Give each a name of its own."),
    before: """
      evidence:
        - {id: richtlijn, kept-at: kast 2, supports: [accounts]}
        - {id: richtlijn, kept-at: kast 3, supports: [signals]}
      """,
    after: """
      evidence:
        - {id: richtlijn, kept-at: kast 2, supports: [accounts]}
        - {id: meldroute, kept-at: kast 3, supports: [signals]}
      """)

  static let unknownReference = DiagnosticExplanation(
    Phrase(
      nl: "Hier wordt iets genoemd wat dit beleidskader niet kent: een hoofdstuk, vraag, onderdeel, bron of iets anders.",
      en: "Something is named here that this policy does not know: a section, field, control, source or something else."),
    why: Phrase(
      nl: "Een besluit of bewijs dat naar niets verwijst, telt nergens mee.",
      en: "A decision or evidence that refers to nothing counts for nothing."),
    whatToDo: Phrase(
      nl:
        "Neem de naam die de melding voorstelt. Onderdelen beginnen met een hoofdletter (B2.14), vragen hebben een punt (accounts.policy).",
      en: "Take the name that the message suggests. Controls begin with a capital (B2.14), fields have a dot (accounts.policy)."),
    before: "evidence:\n  - {id: richtlijn, kept-at: kast 2, supports: [acounts.policy]}",
    after: "evidence:\n  - {id: richtlijn, kept-at: kast 2, supports: [accounts.policy]}")

  static let invalidDate = DiagnosticExplanation(
    Phrase(nl: "Deze datum bestaat niet, of staat in een andere volgorde.", en: "This date does not exist, or stands in another order."),
    why: Phrase(
      nl: "5-10-2026 is voor de een mei en voor de ander oktober. Jaar-maand-dag leest iedereen hetzelfde.",
      en: "5-10-2026 is May to one reader and October to another. All read year-month-day alike."),
    whatToDo: Phrase(nl: "Schrijf jaar-maand-dag, met nullen: 2026-05-10.", en: "Write year-month-day, with zeros: 2026-05-10."),
    before: "governance:\n  adopted-on: 10-05-2026", after: "governance:\n  adopted-on: 2026-05-10")

  static let invalidPeriod = DiagnosticExplanation(
    Phrase(nl: "Dit is geen termijn die kan worden gelezen.", en: "This is not a period that can be read."), why: countsAsOpen,
    whatToDo: Phrase(
      nl: "Schrijf een getal en een Engels woord: days (dagen), weeks (weken), months (maanden) of years (jaren).",
      en: "Write a number and a word: days, weeks, months or years."),
    before: "data-protection:\n  retention:\n    - {record: device, period: drie maanden}",
    after: "data-protection:\n  retention:\n    - {record: device, period: 3 months}")

  static let invalidNumber = DiagnosticExplanation(
    Phrase(
      nl: "Hier hoort een heel getal binnen de grenzen van de vraag.", en: "A whole number within the limits of the question belongs here."),
    why: countsAsOpen,
    whatToDo: Phrase(nl: "Schrijf alleen cijfers: 2, niet “twee” of “2 personen”.", en: "Write digits alone: 2, not “two” or “2 people”."),
    before: "accounts:\n  administrators: twee", after: "accounts:\n  administrators: 2")

  static let invalidLanguage = DiagnosticExplanation(
    Phrase(nl: "Dit is geen taalcode.", en: "This is not a language code."),
    why: Phrase(
      nl: "Het rapport volgt de taal van de richtlijn, en voorbeelden om te plakken staan in die taal.",
      en: "The report follows the language of the guideline, and so do the examples to paste."),
    whatToDo: Phrase(nl: "Schrijf een code van twee letters: nl of en.", en: "Write a code of two letters: nl or en."),
    before: "language: Nederlands", after: "language: nl")
}

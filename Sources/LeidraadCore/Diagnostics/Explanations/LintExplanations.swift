/// What `policy lint` adds to what reading a policy finds.
extension DiagnosticExplanation {
  static let unreadField = DiagnosticExplanation(
    Phrase(nl: "Geen onderdeel en geen regel leest deze vraag.", en: "No control and no rule reads this field."),
    why: Phrase(nl: "Wie haar invult, ziet er niets van terug.", en: "Whoever answers it sees nothing of it."),
    whatToDo: Phrase(
      nl: "Lees de vraag in een toets, of zet er “scored: false” bij.", en: "Read the field in a check, or give it “scored: false”."),
    before: "hours: {kind: text, label: {nl: Tijden, en: Hours}}",
    after: "hours: {kind: text, scored: false, label: {nl: Tijden, en: Hours}}")

  static let unnamedOption = DiagnosticExplanation(
    Phrase(nl: "Geen toets en geen voorbeeld noemt dit antwoord.", en: "No check and no example names this option."),
    why: Phrase(nl: "Niemand heeft geprobeerd wat het oplevert.", en: "Nobody has tried what it leads to."),
    whatToDo: Phrase(nl: "Voeg een voorbeeld toe dat het antwoord geeft.", en: "Add an example that gives this answer."),
    before: "options: {a: {nl: a, en: a}, b: {nl: b, en: b}}", after: "examples: {met: [{account: {choice: b}}]}")

  static let incompleteControl = DiagnosticExplanation(
    Phrase(nl: "Dit onderdeel mist uitleg of een voorbeeld.", en: "This control lacks an explanation or an example."),
    why: Phrase(
      nl: "Zonder waarom, hoe en voorbeeld weet een organisatie niet wat zij kan schrijven.",
      en: "Without why, how and an example an organisation does not know what to write."),
    whatToDo: Phrase(nl: "Vul “why”, “how” en een voorbeeld “met” in.", en: "Give “why”, “how” and an example “met”."),
    before: "A.1: {title: {nl: a, en: a}, check: [account.choice]}",
    after:
      "A.1: {title: {nl: a, en: a}, why: {nl: …, en: …}, how: {nl: …, en: …}, check: [account.choice], examples: {met: [{account: {choice: b}}]}}"
  )

  static let claimsSource = DiagnosticExplanation(
    Phrase(
      nl: "Deze tekst zegt dat de bron dit vraagt, maar het onderdeel is onze uitwerking.",
      en: "This text says that the source asks for it, but the control is our elaboration."),
    why: Phrase(nl: "Een lezer moet weten waarop een oordeel rust.", en: "A reader must know on what a verdict rests."),
    whatToDo: Phrase(
      nl: "Noem de echte grond, of maak het onderdeel “literal” als de bron het zelf noemt.",
      en: "Name the real ground, or make the control “literal” if the source itself names it."),
    before: "basis: derived\nwhy: {nl: De bron eist dit., en: The source requires this.}",
    after: "basis: derived\nwhy: {nl: Mensen weten dan wie er schrijft., en: People then know who is writing.}")

  static let vagueWord = DiagnosticExplanation(
    Phrase(nl: "In deze tekst staat een vaag woord.", en: "This text has a vague word."),
    why: Phrase(nl: "“Waar nodig” kan iedereen anders lezen.", en: "Everyone may read “where necessary” differently."),
    whatToDo: Phrase(nl: "Zeg wie, wanneer en hoe vaak.", en: "Say who, when and how often."),
    before: "how: {nl: Kijk dit waar nodig na., en: Check this where necessary.}",
    after: "how: {nl: Kijk dit elk half jaar na., en: Check this every six months.}")

  static let undatedSource = DiagnosticExplanation(
    Phrase(nl: "Deze bron heeft geen datum.", en: "This source has no date."),
    why: Phrase(nl: "Dan is niet te zien of zij nog geldt.", en: "It cannot be seen whether it still holds."),
    whatToDo: Phrase(nl: "Noem een jaar, een maand of een dag.", en: "Name a year, a month or a day."),
    before: "sources: {bron: {title: De bron}}", after: "sources: {bron: {title: De bron, date: 2021}}")

  static let silentBlocker = DiagnosticExplanation(
    Phrase(
      nl: "Deze knock-out hangt af van een antwoord, en geen regel geldt zolang dat antwoord ontbreekt.",
      en: "This knock-out depends on an answer, and no rule holds while that answer is missing."),
    why: Phrase(nl: "Wie zwijgt, ontloopt haar dan.", en: "Whoever says nothing gets around it."),
    whatToDo: Phrase(
      nl: "Voeg een regel toe voor wie de vraag niet beantwoordt.", en: "Add a rule for those who do not answer the question."),
    before: "KO-3: {control: A.1, knock-out: blocker, when: {field: account.secret, is: true}, says: {nl: a, en: a}}",
    after: "KO-3-unsaid: {control: A.1, knock-out: major, when: {not: account.secret}, says: {nl: a, en: a}}")

  static let untestedCheck = DiagnosticExplanation(
    Phrase(
      nl: "Geen voorbeeld merkt het als dit deel van de toets verandert.", en: "No example notices when this part of the check changes."),
    why: Phrase(nl: "Een fout in de toets blijft dan onopgemerkt.", en: "A fault in the check then goes unseen."),
    whatToDo: Phrase(
      nl: "Voeg een voorbeeld toe; “leidraad policy test --mutate --suggest” stelt er een voor.",
      en: "Add an example; “leidraad policy test --mutate --suggest” proposes one."),
    before: "check: [{field: account.administrators, at-least: 2}]",
    after: "examples: {met: [{account: {administrators: 2}}], not-met: [{account: {administrators: 1}}]}")
}

/// What `policy lint` says beyond what is said when a policy is read.
enum LintMessages {
  // MARK: Texts

  static func vague(_ word: String) -> Phrase {
    Phrase(nl: "“\(word)” laat open wat er moet gebeuren.", en: "“\(word)” leaves open what is to be done.")
  }
  static let vagueHelp = Phrase(
    nl: "Schrijf wie wat doet, en wanneer. Of laat het woord weg.", en: "Write who does what, and when. Or leave the word out.")

  static func claims(_ words: String) -> Phrase {
    Phrase(
      nl: "“\(words)” klinkt alsof de bron dit zelf noemt, maar dit onderdeel is afgeleid (derived).",
      en: "“\(words)” sounds as if the source itself names this, but the control is derived.")
  }
  static let claimsHelp = Phrase(
    nl: "Zeg waarom het helpt. Noemt de bron het wel? Maak er dan “basis: literal” van.",
    en: "Say why it helps. Does the source name it after all? Then make it “basis: literal”.")

  // MARK: Fields

  static func unread(_ path: String) -> Phrase {
    Phrase(nl: "Geen onderdeel en geen regel leest \(path).", en: "No control and no rule reads \(path).")
  }
  static let unreadHelp = Phrase(
    nl: "Laat een toets de vraag lezen, of schrijf “scored: false” als het antwoord alleen beschrijft.",
    en: "Let a check read the field, or write “scored: false” if the answer only describes.")

  static func unnamed(_ path: String, _ options: [String]) -> Phrase {
    let list = Messages.listed(options)
    return Phrase(
      nl: "Geen toets en geen voorbeeld noemt deze antwoorden op \(path): \(list).",
      en: "No check and no example names these options of \(path): \(list).")
  }
  static let unnamedHelp = Phrase(
    nl: "Klopt het dat zij nergens meetellen? Laat dat zien in een voorbeeld.",
    en: "Is it right that they count nowhere? Show that in an example.")

  // MARK: Controls, sources, rules

  static func incomplete(_ id: String, _ absent: [String]) -> Phrase {
    let list = Messages.listed(absent)
    return Phrase(nl: "Bij \(id) ontbreekt: \(list).", en: "\(id) lacks: \(list).")
  }
  static let incompleteHelp = Phrase(
    nl: "Een lezer wil weten waarom het ertoe doet, wat te doen, en hoe het eruitziet als het in orde is.",
    en: "A reader wants to know why it matters, what to do, and what it looks like when it is in order.")

  static func undated(_ id: String) -> Phrase {
    Phrase(nl: "De bron “\(Messages.shown(id))” heeft geen datum.", en: "The source “\(Messages.shown(id))” has no date.")
  }
  static let undatedHelp = Phrase(
    nl: "Voeg “date” toe, zodat een lezer ziet hoe oud de bron is. Een jaar is genoeg.",
    en: "Add “date”, so that a reader sees how old the source is. A year will do.")

  static func silent(_ rule: String, _ path: String) -> Phrase {
    Phrase(
      nl: "Wie \(path) niet invult, ontloopt de knock-out \(rule).", en: "Whoever leaves out \(path) gets around the knock-out \(rule).")
  }

  static func silentHelp(_ control: String, _ path: String) -> Phrase {
    let rule = "{control: \(control), knock-out: major, when: {not: \(path)}, says: …}"
    return Phrase(nl: "Zet er een regel naast die dan wel geldt: \(rule)", en: "Put a rule beside it that holds then: \(rule)")
  }

  // MARK: Examples

  static func example(_ failure: PolicyTester.Failure) -> Phrase {
    guard let found = failure.found else {
      return Phrase(nl: "Dit voorbeeld van \(failure.id) is geen richtlijn.", en: "This example of \(failure.id) is no guideline.")
    }
    guard found != failure.expected else {
      return Phrase(
        nl: "In dit voorbeeld van \(failure.id) klopt iets niet.", en: "Something is wrong in this example of \(failure.id).")
    }
    return Phrase(
      nl: "Dit voorbeeld van \(failure.id) zegt “\(failure.expected)”, maar komt voor “\(failure.profile[.dutch])” uit op “\(found)”.",
      en: "This example of \(failure.id) says “\(failure.expected)”, but for “\(failure.profile[.english])” it comes to “\(found)”.")
  }

  static func isHere(_ id: String) -> Phrase { Phrase(nl: "\(id) staat hier", en: "\(id) is here") }

  static func untested(_ id: String, _ words: String) -> Phrase {
    Phrase(nl: "Geen voorbeeld van \(id) merkt deze wijziging: \(words)", en: "No example of \(id) notices this change: \(words)")
  }
  static let untestedHelp = Phrase(
    nl: "“leidraad policy test --mutate --suggest” stelt een voorbeeld voor.",
    en: "“leidraad policy test --mutate --suggest” suggests an example.")

  static func stale(_ mutant: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(mutant))” bestaat niet, of een voorbeeld merkt het wel.",
      en: "“\(Messages.shown(mutant))” does not exist, or an example does notice it.")
  }
}

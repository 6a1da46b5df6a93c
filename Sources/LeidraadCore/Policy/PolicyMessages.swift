/// What diagnostics say about policies. Their authors are lawyers and policy officers.
enum PolicyMessages {
  // MARK: Files

  static let noHead = Phrase(nl: "Hier is geen beleidskader te vinden.", en: "There is no policy here.")
  static let noHeadHelp = Phrase(
    nl: "Een beleidskader heeft één bestand dat begint met “leidraad: policy/v1”.",
    en: "A policy has one file that begins with “leidraad: policy/v1”.")
  static let emptyFile = Phrase(nl: "Dit bestand is leeg.", en: "This file is empty.")
  static let secondHead = Phrase(
    nl: "Dit is een tweede bestand met “leidraad: policy/v1”; een beleidskader heeft er één.",
    en: "This is a second file with “leidraad: policy/v1”; a policy has one.")
  static let strayFile = Phrase(
    nl: "Dit bestand zegt niet wat het is: “leidraad”, “section” of “recommendation” ontbreekt.",
    en: "This file does not say what it is: “leidraad”, “section” or “recommendation” is missing.")

  static func noFile(_ id: String) -> Phrase {
    Phrase(nl: "Er is geen bestand voor “\(Messages.shown(id))”.", en: "There is no file for “\(Messages.shown(id))”.")
  }

  static func unlisted(_ id: String, in list: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(id))” staat niet in de lijst “\(list)” van policy.yaml.",
      en: "“\(Messages.shown(id))” is not in the list “\(list)” of policy.yaml.")
  }

  // MARK: Names

  static func notAReference(_ text: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(text))” is geen verwijzing naar een beleidskader, zoals online-work@1.",
      en: "“\(Messages.shown(text))” is not a reference to a policy, such as online-work@1.")
  }

  static func notAnIdentifier(_ text: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(text))” is geen goede naam: gebruik kleine letters, cijfers en streepjes, en begin met een letter.",
      en: "“\(Messages.shown(text))” is not a good name: use small letters, digits and dashes, and begin with a letter.")
  }

  static func notAControlID(_ text: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(text))” is geen goede naam: begin met een hoofdletter, zoals B2.14 of KO-3, en gebruik elke naam één keer.",
      en: "“\(Messages.shown(text))” is not a good name: begin with a capital, as in B2.14 or KO-3, and use each name once.")
  }

  static func notAVersion(_ text: String) -> Phrase {
    Phrase(nl: "“\(Messages.shown(text))” is geen versie zoals 1.0.0.", en: "“\(Messages.shown(text))” is not a version such as 1.0.0.")
  }

  static func reserved(_ name: String) -> Phrase {
    Phrase(nl: "“\(name)” bestaat al in elk beleidskader.", en: "“\(name)” exists in every policy already.")
  }

  static func booleanOption(_ id: String) -> Phrase {
    Phrase(nl: "“\(Messages.shown(id))” kan geen antwoord zijn.", en: "“\(Messages.shown(id))” cannot be an option.")
  }
  static let booleanOptionHelp = Phrase(
    nl: "YAML leest dit woord als ja, nee of niets. Kies een ander woord; “niet geregeld” is altijd not-arranged.",
    en: "YAML reads this word as true, false or nothing. Choose another word; “not arranged” is always not-arranged.")

  // MARK: References

  static func unknownPolicy(_ id: String) -> Phrase {
    Phrase(nl: "Het beleidskader “\(Messages.shown(id))” is niet gevonden.", en: "The policy “\(Messages.shown(id))” was not found.")
  }

  static func otherMajor(_ reference: String, found: Policy.Version) -> Phrase {
    Phrase(
      nl: "Gevraagd is “\(reference)”, maar hier is versie \(found).", en: "“\(reference)” is asked for, but this is version \(found).")
  }

  static func circular(_ reference: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(reference))” verwijst in een kring naar zichzelf.",
      en: "“\(Messages.shown(reference))” extends itself in a circle.")
  }

  static func unknownBand(_ id: String) -> Phrase {
    Phrase(nl: "Er is geen oordeel “\(Messages.shown(id))”.", en: "There is no band “\(Messages.shown(id))”.")
  }

  static func unknownField(_ path: String) -> Phrase {
    Phrase(nl: "Er is geen vraag “\(Messages.shown(path))”.", en: "There is no field “\(Messages.shown(path))”.")
  }

  static func unknownOption(_ id: String, of path: String) -> Phrase {
    Phrase(nl: "“\(Messages.shown(id))” is geen antwoord op \(path).", en: "“\(Messages.shown(id))” is not an option of \(path).")
  }

  static func unknownProfile(_ id: String) -> Phrase {
    Phrase(nl: "Er is geen profiel “\(Messages.shown(id))”.", en: "There is no profile “\(Messages.shown(id))”.")
  }

  static func unknownSource(_ id: String) -> Phrase {
    Phrase(nl: "Er is geen bron “\(Messages.shown(id))”.", en: "There is no source “\(Messages.shown(id))”.")
  }

  static func unknownRegime(_ id: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(id))” is geen wettelijk regime van dit beleidskader.",
      en: "“\(Messages.shown(id))” is not a legal regime of this policy.")
  }

  static func unknownControl(_ id: String) -> Phrase {
    Phrase(nl: "Er is geen onderdeel “\(Messages.shown(id))”.", en: "There is no control “\(Messages.shown(id))”.")
  }

  // MARK: Values

  static let needsLanguages = Phrase(nl: "Deze tekst moet er in elke taal zijn.", en: "This text must be there in each language.")
  static let needsLanguagesHelp = Phrase(nl: "Schrijf {nl: …, en: …}.", en: "Write {nl: …, en: …}.")

  static func missingLanguage(_ language: Language) -> Phrase {
    Phrase(nl: "De tekst in de taal “\(language)” ontbreekt.", en: "The text in the language “\(language)” is missing.")
  }

  static func emptyText(_ tag: String) -> Phrase {
    Phrase(nl: "De tekst in de taal “\(tag)” is leeg.", en: "The text in the language “\(tag)” is empty.")
  }

  static func invalidFraction(_ text: String, atMostOne: Bool) -> Phrase {
    atMostOne
      ? Phrase(
        nl: "“\(Messages.shown(text))” is geen deel van 0 tot en met 1, zoals 1/2.",
        en: "“\(Messages.shown(text))” is not a share from 0 to 1, such as 1/2.")
      : Phrase(nl: "“\(Messages.shown(text))” is geen getal vanaf 0.", en: "“\(Messages.shown(text))” is not a number from 0 up.")
  }

  static func invalidWeight(_ text: String) -> Phrase {
    Phrase(nl: "“\(Messages.shown(text))” is geen gewicht.", en: "“\(Messages.shown(text))” is not a weight.")
  }
  static let weightHelp = Phrase(nl: "Een gewicht is een getal of breuk boven 0.", en: "A weight is a number or fraction above 0.")

  static let termInMonths = Phrase(nl: "Schrijf deze termijn in maanden of jaren.", en: "Write this term in months or years.")
  static let partialDateHelp = Phrase(
    nl: "Schrijf een jaar, een maand of een dag: 2024, 2024-06 of 2024-06-19.",
    en: "Write a year, a month or a day: 2024, 2024-06 or 2024-06-19.")
  static let maximumBelowMinimum = Phrase(nl: "Het hoogste getal is lager dan het laagste.", en: "The highest number is below the lowest.")

  // MARK: Frame

  static func noKinds(_ profile: String) -> Phrase {
    Phrase(nl: "Het profiel “\(profile)” heeft geen soorten organisaties.", en: "The profile “\(profile)” has no kinds of organisation.")
  }
  static let kindCount = Phrase(
    nl: "Een beleidskader heeft één tot vierenzestig soorten organisaties.", en: "A policy has one to sixty-four kinds of organisation.")
  static let bandOrder = Phrase(
    nl: "De oordelen staan van laag naar hoog; het eerste begint bij 0 en geen begint boven 100.",
    en: "Bands stand from low to high; the first begins at 0 and none above 100.")
  static let bandCount = Phrase(nl: "Er zijn ten minste twee oordelen nodig.", en: "At least two bands are needed.")

  // MARK: Fields

  static let nestedList = Phrase(
    nl: "Een lijst in een lijst kan niet. Maak er een eigen hoofdstuk van.",
    en: "A list inside a list is not possible. Make it a section of its own.")
  static func textsAsKey(_ name: String) -> Phrase {
    Phrase(
      nl: "“\(name)” is de sleutel van de lijst en kan geen rij teksten zijn.",
      en: "“\(name)” is the list's key and cannot be a set of texts.")
  }

  static let tooManyOptions = Phrase(nl: "Een vraag heeft ten hoogste 64 antwoorden.", en: "A field has at most 64 options.")

  static func keyOfAnotherKind(_ key: String, _ kind: Field.Kind) -> Phrase {
    Phrase(
      nl: "“\(key)” hoort niet bij een vraag van de soort “\(kind.rawValue)”.",
      en: "“\(key)” does not go with a field of kind “\(kind.rawValue)”.")
  }

  // MARK: Controls and rules

  static func unreachable(_ id: String) -> Phrase {
    Phrase(nl: "\(id) is aan niemand gericht.", en: "\(id) is addressed to no one.")
  }
  static let unreachableHelp = Phrase(
    nl: "Noem bij “addressee” een profiel dat bij “weight” van de aanbeveling een gewicht heeft.",
    en: "Name a profile under “addressee” that has a weight under “weight” of the recommendation.")

  static func noControls(_ id: String) -> Phrase {
    Phrase(nl: "De aanbeveling \(id) heeft geen onderdelen.", en: "The recommendation \(id) has no controls.")
  }

  static func knockOutOnNotApplicable(_ id: String) -> Phrase {
    Phrase(
      nl: "De knock-out \(id) heeft een “when” nodig: bij haar onderdeel is het besluit “niet van toepassing” toegestaan.",
      en: "The knock-out \(id) needs a “when”: the decision “not applicable” is allowed for its control.")
  }

  static func changesMore(_ id: String, _ key: String) -> Phrase {
    Phrase(nl: "\(id) bestaat al; “\(key)” kan hier niet worden veranderd.", en: "\(id) exists already; “\(key)” cannot be changed here.")
  }

  static func lowers(_ key: String) -> Phrase {
    Phrase(nl: "Dit verlaagt “\(key)” van het oorspronkelijke beleidskader.", en: "This lowers “\(key)” of the original policy.")
  }
  static let lowersHelp = Phrase(
    nl: "Een aanvulling verhoogt gewichten, knock-outs en het gevraagde oordeel, of laat een onderdeel met een reden weg. Meer niet.",
    en: "An overlay raises weights, knock-outs and the required band, or drops a control with a reason. Nothing else.")

  static func droppedKnockOut(_ control: String, _ rule: String) -> Phrase {
    Phrase(
      nl: "\(control) kan niet weg: de knock-out \(rule) hoort erbij.",
      en: "\(control) cannot be dropped: the knock-out \(rule) belongs to it.")
  }

  // MARK: Checks

  static let emptyCheck = Phrase(nl: "Deze toets heeft geen criteria.", en: "This check has no criteria.")
  static let emptyGroup = Phrase(nl: "Hier horen criteria te staan.", en: "Criteria should stand here.")
  static let notACriterion = Phrase(nl: "Dit is geen criterium.", en: "This is not a criterion.")
  static let criterionHelp = Phrase(
    nl: "Een criterium noemt één vraag (“field”), of een groep (“all”, “any”; in voorwaarden ook “not”).",
    en: "A criterion names one field (“field”), or a group (“all”, “any”; in conditions also “not”).")

  static func besideGroup(_ key: String, _ group: String) -> Phrase {
    Phrase(nl: "“\(key)” kan niet naast “\(group)” staan.", en: "“\(key)” cannot stand beside “\(group)”.")
  }

  static let notInCheck = Phrase(nl: "“not” kan alleen in een voorwaarde.", en: "“not” is for conditions only.")
  static let unmetOutsideRule = Phrase(nl: "“unmet” kan alleen in een regel.", en: "“unmet” is for rules only.")

  static func pathWithoutDot(_ path: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(path))” noemt geen vraag: schrijf hoofdstuk.vraag.",
      en: "“\(Messages.shown(path))” names no field: write section.field.")
  }

  static func readsBuiltIn(_ path: String) -> Phrase {
    Phrase(nl: "Een toets leest \(path) niet; een voorwaarde mag dat wel.", en: "A check does not read \(path); a condition may.")
  }

  static func severalOperators(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(nl: "Een criterium heeft één bewerking, niet \(list).", en: "A criterion has one operator, not \(list).")
  }

  static func listOnly(_ key: String) -> Phrase {
    Phrase(nl: "“\(key)” gaat alleen over een lijst.", en: "“\(key)” is about lists only.")
  }

  static func cannotRead(_ name: String, _ field: Field) -> Phrase {
    Phrase(
      nl: "“\(name)” past niet bij \(field.path), een vraag van de soort “\(field.kind.rawValue)”.",
      en: "“\(name)” does not fit \(field.path), a field of kind “\(field.kind.rawValue)”.")
  }

  static let atMostInCheck = Phrase(
    nl: "“at-most” over antwoorden of regels van een lijst kan alleen in een voorwaarde.",
    en: "“at-most” over values or items is for conditions only.")
  static let noOptions = Phrase(nl: "Hier horen antwoorden van de vraag te staan.", en: "Options of the field should stand here.")

  static func invalidGrade(_ text: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(text))” is geen deel: schrijf 1, 1/2, 0 of contradicted.",
      en: "“\(Messages.shown(text))” is not a share: write 1, 1/2, 0 or contradicted.")
  }

  static func unlistedGrade(_ ids: [String]) -> Phrase {
    let list = Messages.listed(ids)
    return Phrase(nl: "Niet elk antwoord heeft een deel: \(list).", en: "Not every option has a share: \(list).")
  }
}

/// The words of the fields that every policy has.
enum PolicyWords {
  struct Words {
    let label: Phrase
    let help: Phrase
    let sentence: Phrase
    let example: String?
  }

  static let subject = Phrase(nl: "De richtlijn", en: "The guideline")
  static let organisation = Phrase(nl: "Uw organisatie", en: "Your organisation")
  static let name = Words(
    label: Phrase(nl: "Naam", en: "Name"), help: Phrase(nl: "Hoe uw organisatie heet.", en: "What your organisation is called."),
    sentence: Phrase(nl: "Deze richtlijn is van {value}.", en: "This is the guideline of {value}."),
    example: "Stichting Jongerenwerk Voorbeeldstad")
  static let kind = Words(
    label: Phrase(nl: "Soort organisatie", en: "Kind of organisation"),
    help: Phrase(
      nl: "Wat voor organisatie u bent. Daarvan hangt af welke aanbevelingen voor u gelden.",
      en: "What kind of organisation you are. It decides which recommendations are meant for you."),
    sentence: Phrase(nl: "Soort organisatie: {value}.", en: "Kind of organisation: {value}."), example: nil)
  static let id = Words(
    label: Phrase(nl: "Nummer", en: "Number"),
    help: Phrase(
      nl: "Een registratienummer, bijvoorbeeld van de Kamer van Koophandel. Dit hoeft niet.",
      en: "A register number, for example of the chamber of commerce. Optional."),
    sentence: Phrase(nl: "Nummer: {value}.", en: "Number: {value}."), example: "00000000")
}

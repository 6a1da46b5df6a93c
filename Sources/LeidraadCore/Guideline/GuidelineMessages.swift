/// What diagnostics say about guidelines. Their authors work with people, not with files.
enum GuidelineMessages {
  static let notAGuideline = Phrase(nl: "Dit bestand is geen richtlijn.", en: "This file is not a guideline.")

  static func headHelp(_ policy: Policy) -> Phrase {
    Phrase(
      nl: "Een richtlijn begint met “leidraad: guideline/v1” en “policy: \(policy.reference)”.",
      en: "A guideline begins with “leidraad: guideline/v1” and “policy: \(policy.reference)”.")
  }

  static func referenceHelp(_ policy: Policy) -> Phrase {
    Phrase(nl: "Schrijf “\(policy.reference)”.", en: "Write “\(policy.reference)”.")
  }

  static func wrongPolicy(_ text: String, _ policy: Policy) -> Phrase {
    Phrase(
      nl: "Deze richtlijn noemt het beleidskader “\(Messages.shown(text))”, maar er wordt getoetst aan “\(policy.reference)”.",
      en: "This guideline names the policy “\(Messages.shown(text))”, but it is checked against “\(policy.reference)”.")
  }

  static func wrongPolicyHelp(_ policy: Policy) -> Phrase {
    Phrase(
      nl: "Noem “\(policy.reference)”, of kies met --policy het beleidskader dat de richtlijn noemt.",
      en: "Name “\(policy.reference)”, or choose the policy that the guideline names with --policy.")
  }

  static let noKind = Phrase(
    nl: "De soort organisatie ontbreekt (organisation.kind). Daarvan hangt af welke aanbevelingen gelden.",
    en: "The kind of organisation is missing (organisation.kind). It decides which recommendations apply.")
  static let noName = Phrase(
    nl: "De naam van de organisatie ontbreekt (organisation.name).", en: "The name of the organisation is missing (organisation.name).")

  static let notArrangedSection = Phrase(
    nl: "“not-arranged” is een antwoord op één vraag. Zet het bij elke vraag die u niet hebt geregeld.",
    en: "“not-arranged” answers one question. Write it at each question that you have not arranged.")

  static func notArrangedHere(_ field: Field) -> Phrase {
    Phrase(
      nl: "Vragen over uw organisatie kunnen niet “not-arranged” zijn. Vul het antwoord in of laat de vraag weg.",
      en: "Questions about your organisation cannot be “not-arranged”. Give the answer or leave the question out.")
  }

  static let notArrangedInList = Phrase(
    nl: "“not-arranged” staat in een lijst. Is dit niet geregeld? Zet het dan in plaats van de lijst.",
    en: "“not-arranged” stands in a list. If this is not arranged, write it instead of the list.")

  /// The text itself only where it is nobody's personal data.
  static func filler(_ text: String?) -> Phrase {
    guard let text else { return Phrase(nl: "Dit is nog geen antwoord.", en: "This is not an answer yet.") }
    return Phrase(nl: "“\(Messages.shown(text))” is nog geen antwoord.", en: "“\(Messages.shown(text))” is not an answer yet.")
  }
  /// Where an answer stands decides what else may stand there.
  static func fillerHelp(_ field: Field, in policy: Policy) -> Phrase {
    // Without a name and a kind there is no guideline.
    if field.isBuiltIn, field.name != "id" { return Phrase(nl: "Vul het antwoord in.", en: "Give the answer.") }
    return field.takesNotArranged(in: policy)
      ? fillerHelp
      : Phrase(
        nl: "De vraag telt als niet ingevuld. Vul het antwoord in, of laat de vraag weg.",
        en: "The question counts as unanswered. Give the answer, or leave the question out.")
  }
  static let fillerInListHelp = Phrase(
    nl: "Dit telt niet mee. Schrijf wat u hebt afgesproken, of haal het uit de lijst.",
    en: "This does not count. Write what you have agreed, or take it out.")
  static let fillerInDecisionHelp = Phrase(
    nl: "Dit telt als niet ingevuld. Schrijf het op, zodat het besluit kan gelden.",
    en: "This counts as empty. Write it down, so that the decision can count.")
  private static let fillerHelp = Phrase(
    nl: "De vraag telt als niet ingevuld. Vul in wat u hebt afgesproken, of schrijf not-arranged als er niets is afgesproken.",
    en: "The question counts as unanswered. Write what you have agreed, or not-arranged if nothing is agreed.")

  static let commaInText = Phrase(
    nl:
      "Hoort dit bij de tekst ervoor? Zet dan aanhalingstekens om de hele tekst: binnen accolades begint na een komma een nieuwe sleutel.",
    en: "Is this part of the text before it? Then put quotation marks around the whole text: inside braces a comma begins a new key.")

  static func hiddenCharacter(_ scalar: Unicode.Scalar) -> Phrase {
    let code = SyntaxMessages.codePoint(scalar.value)
    return Phrase(
      nl: "Hierin zit een teken dat eruitziet als een spatie, of als niets (\(code)). Typ de regel opnieuw, met gewone spaties ervoor.",
      en: "There is a character in it that looks like a space, or like nothing (\(code)). Type the line again, with plain spaces before it."
    )
  }

  static let notALink = Phrase(nl: "Dit is geen adres of pad.", en: "This is not an address or path.")
  static let linkHelp = Phrase(
    nl: "Schrijf een adres (https://…) of een pad zonder spaties, zoals docs/richtlijn.md.",
    en: "Write an address (https://…) or a path without spaces, such as docs/richtlijn.md.")

  static func itemHelp(_ field: Field) -> Phrase {
    let names = Messages.listed(field.items.map(\.name))
    return Phrase(
      nl: "Elke regel van deze lijst heeft eigen sleutels: \(names).", en: "Each item of this list has keys of its own: \(names).")
  }

  static func listHelp(_ field: Field, found: Messages.Shape) -> Phrase {
    switch field.kind {
    case .list where found == .mapping:
      Phrase(
        nl: "Zet een streepje voor elke regel van de lijst: “- \(field.items.first?.name ?? "…"): …”.",
        en: "Begin each item of the list with a dash: “- \(field.items.first?.name ?? "…"): …”.")
    case .list: itemHelp(field)
    case .choices:
      Phrase(
        nl: "Schrijf een lijst, ook met één antwoord: [\(field.options.first?.id ?? "…")].",
        en: "Write a list, also with one answer: [\(field.options.first?.id ?? "…")].")
    case .texts, .text, .flag, .choice, .number, .date, .period, .link:
      Phrase(nl: "Schrijf elk antwoord op een eigen regel, met “- ” ervoor.", en: "Write each answer on a line of its own, after “- ”.")
    }
  }

  static func kindHelp(_ field: Field, found: Messages.Shape) -> Phrase? {
    switch field.kind {
    case .choice: Messages.optionHelp(nil, field.options.map(\.id))
    case .choices: Phrase(nl: "Schrijf alleen de woorden zelf.", en: "Write the words alone.")
    case .text where found == .mapping, .texts where found == .mapping:
      Phrase(
        nl: "Staat er een dubbele punt in de tekst? Zet dan aanhalingstekens om de hele tekst.",
        en: "Is there a colon in the text? Then put quotation marks around the whole text.")
    case .text, .texts, .flag, .number, .date, .period, .link, .list: nil
    }
  }

  static func evidenceSource(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(nl: "Dit bewijs zegt niet waar het staat.", en: "This evidence does not say where it is.")
      : Phrase(nl: "Dit bewijs noemt meer dan één plek.", en: "This evidence names more than one place.")
  }
  static let evidenceSourceHelp = Phrase(
    nl: "Noem één van deze: file (een bestand hier), url (een adres) of kept-at (waar het ligt).",
    en: "Name one of these: file (a file here), url (an address) or kept-at (where it is kept).")

  /// A path that can never be one here.
  static func missingFileHelp(_ source: Evidence.Source) -> Phrase? {
    guard case .file(let path) = source else { return nil }
    if path.contains("://") {
      return Phrase(
        nl: "Is dit een adres? Schrijf dan “url” in plaats van “file”.", en: "Is this an address? Then write “url” instead of “file”.")
    }
    return path.contains("\\")
      ? Phrase(nl: "Schrijf “/” tussen de mappen.", en: "Write “/” between the folders.") : nil
  }

  static let notADigest = Phrase(
    nl: "Dit is geen SHA-256: 64 cijfers en letters van a tot en met f.", en: "This is not a SHA-256: 64 digits and letters from a to f.")

  static func unknownReference(_ reference: String) -> Phrase {
    Phrase(
      nl: "“\(Messages.shown(reference))” is geen hoofdstuk, vraag of onderdeel.",
      en: "“\(Messages.shown(reference))” is not a section, field or control.")
  }

  static func notAControl(_ reference: String) -> Phrase {
    Phrase(nl: "“\(Messages.shown(reference))” is geen onderdeel.", en: "“\(Messages.shown(reference))” is not a control.")
  }
  static func notAControlHelp(_ example: String) -> Phrase {
    Phrase(nl: "Een besluit gaat over onderdelen, zoals \(example).", en: "A decision is about controls, such as \(example).")
  }

  /// Another kind of file, by what it says of itself.
  static let isReview = Phrase(nl: "Dit bestand is een toetsing, geen richtlijn.", en: "This file is a review, not a guideline.")
  static let isReviewHelp = Phrase(nl: "Geef een toetsing mee met --review.", en: "Pass a review with --review.")
  static let isPolicy = Phrase(nl: "Dit bestand is een beleidskader, geen richtlijn.", en: "This file is a policy, not a guideline.")
  static let isPolicyHelp = Phrase(nl: "Geef een beleidskader mee met --policy.", en: "Pass a policy with --policy.")

  static func belongsIn(_ sections: [String]) -> Phrase {
    let names = sections.prefix(3).map { "“\($0)”" }
    return Phrase(
      nl: "Deze sleutel hoort bij \(names.joined(separator: " of ")).", en: "This key belongs in \(names.joined(separator: " or ")).")
  }
  static let isSection = Phrase(
    nl: "Dit is een hoofdstuk. Zet het vooraan op de regel, zonder spaties ervoor.",
    en: "This is a section. Begin it at the start of the line, without spaces.")

  static func decisionConflict(_ id: String) -> Phrase {
    Phrase(
      nl: "Er zijn twee besluiten over \(id); geen van beide telt.", en: "There are two decisions about \(id); neither counts.")
  }
}

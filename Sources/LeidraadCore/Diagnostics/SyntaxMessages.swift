package import LocatedYAML

extension SyntaxFailure {
  /// The problems as diagnostics, with the places to show.
  package func diagnostics(file: String) -> [Diagnostic] {
    let told = problems.prefix(Diagnostic.mostOfOneFile).map { problem in
      Diagnostic(
        problem.kind.code, SyntaxMessages.message(problem.kind), help: SyntaxMessages.help(problem.kind),
        at: location(problem.range, in: file),
        related: problem.related.map {
          [Diagnostic.Related(message: SyntaxMessages.related(problem.kind), location: location($0, in: file))]
        } ?? [], path: SyntaxMessages.path(problem.kind))
    }
    var untold = Untold()
    untold[.error] = problems.count + furtherProblems - told.count
    return told + [Diagnostic.standing(for: untold, in: file)].compactMap { $0 }
  }

  private func location(_ range: SourceRange, in file: String) -> Location {
    let start = position(at: range.start)
    return Location(file: file, start: start, end: position(at: range.end), line: line(at: start.line))
  }

  /// The lines of the problems, and from each error those up to where reading went on.
  var brokenLines: LineSet {
    let own = problems.map { lineNumber(at: $0.range.start) }.map { $0...$0 }
    let skipped = skipped.map { range in
      let first = lineNumber(at: range.start)
      return first...max(first, lineNumber(at: range.end - 1))
    }
    return LineSet(own + skipped, of: lineCount)
  }
}

extension Problem.Kind {
  var code: DiagnosticCode {
    switch self {
    case .invalidEncoding: .invalidEncoding
    case .controlCharacter: .controlCharacter
    case .mergeConflict: .mergeConflict
    case .tabIndentation, .expectedKeyOrEnd, .expectedItemOrEnd, .missingColon, .missingSpaceAfterColon, .keyTooLong,
      .mappingValueNotAllowed,
      .sequenceEntryNotAllowed, .contentAfterValue, .unclosedQuote, .unclosedFlow, .expectedCommaOrClose, .unexpectedCharacter, .badEscape,
      .badBlockScalarHeader, .badAnchor, .badTag, .badDirective, .other:
      .yamlSyntax
    case .undefinedAlias, .cyclicAlias: .invalidAlias
    case .unsupportedTag: .unsupportedTag
    case .unexpectedDocument: .severalDocuments
    case .duplicateKey: .duplicateKey
    case .mergeKey: .mergeKey
    case .complexKey: .complexKey
    case .tooLarge, .tooDeep, .tooManyNodes, .scalarTooLong: .limitExceeded
    case .tooManyErrors: .moreDiagnostics
    }
  }
}

/// What diagnostics say about YAML itself, to people who may never have seen it.
enum SyntaxMessages {
  static func message(_ kind: Problem.Kind) -> Phrase {
    switch kind {
    case .invalidEncoding: Phrase(nl: "Dit bestand is geen tekst in UTF-8.", en: "This file is not UTF-8 text.")
    case .controlCharacter(let scalar):
      Phrase(
        nl: "Hier staat een onzichtbaar stuurteken (\(codePoint(scalar))).",
        en: "There is an invisible control character here (\(codePoint(scalar))).")
    case .mergeConflict:
      Phrase(
        nl: "Hier staan nog markeringen van een samenvoeging die niet is afgemaakt.",
        en: "There are conflict markers here of a merge that was not finished.")
    case .tabIndentation: Phrase(nl: "Deze regel springt in met een tab.", en: "This line is indented with a tab.")
    case .expectedKeyOrEnd: Phrase(nl: "Deze regel hoort nergens bij.", en: "This line belongs to nothing.")
    case .expectedItemOrEnd:
      Phrase(nl: "In deze lijst begint elke regel met een streepje.", en: "In this list each line begins with a dash.")
    case .missingColon: Phrase(nl: "Achter de sleutel ontbreekt een dubbele punt.", en: "A colon is missing after the key.")
    case .missingSpaceAfterColon: Phrase(nl: "Achter de dubbele punt ontbreekt een spatie.", en: "A space is missing after the colon.")
    case .keyTooLong(let limit):
      Phrase(nl: "Deze sleutel heeft meer dan \(limit) tekens.", en: "This key has more than \(limit) characters.")
    case .mappingValueNotAllowed: Phrase(nl: "Deze dubbele punt kan hier niet staan.", en: "This colon cannot stand here.")
    case .sequenceEntryNotAllowed: Phrase(nl: "Een lijst begint op een nieuwe regel.", en: "A list begins on a new line.")
    case .contentAfterValue:
      Phrase(nl: "Hier staat nog tekst achter een waarde die al af was.", en: "There is more text after a value that was complete.")
    case .unclosedQuote(let double):
      Phrase(
        nl: "Dit \(double ? "dubbele" : "enkele") aanhalingsteken wordt niet gesloten.",
        en: "This \(double ? "double" : "single") quotation mark is not closed.")
    case .unclosedFlow(let brace):
      Phrase(
        nl: "Deze \(brace ? "accolade" : "rechte haak") wordt niet gesloten.", en: "This \(brace ? "brace" : "bracket") is not closed.")
    case .expectedCommaOrClose(let brace):
      Phrase(
        nl: "Hier ontbreekt een komma, of de \(brace ? "accolade" : "rechte haak") die sluit.",
        en: "A comma is missing here, or the closing \(brace ? "brace" : "bracket").")
    case .unexpectedCharacter(let scalar):
      Phrase(nl: "Een waarde kan niet beginnen met \(character(scalar)).", en: "A value cannot begin with \(character(scalar)).")
    case .badEscape: Phrase(nl: "Deze code na “\\” bestaat niet.", en: "This code after “\\” does not exist.")
    case .badBlockScalarHeader: Phrase(nl: "Achter “|” of “>” kan deze tekst niet staan.", en: "This text cannot stand after “|” or “>”.")
    case .badAnchor(let isAlias):
      isAlias
        ? Phrase(nl: "Achter “*” hoort een naam te staan.", en: "A name should follow “*”.")
        : Phrase(nl: "Achter “&” hoort een naam te staan.", en: "A name should follow “&”.")
    case .undefinedAlias(let name):
      Phrase(nl: "“*\(Messages.shown(name))” verwijst naar niets.", en: "“*\(Messages.shown(name))” refers to nothing.")
    case .cyclicAlias(let name):
      Phrase(nl: "“*\(Messages.shown(name))” verwijst naar zichzelf.", en: "“*\(Messages.shown(name))” refers to itself.")
    case .badTag: Phrase(nl: "Dit label met “!” is niet goed geschreven.", en: "This tag with “!” is not well written.")
    case .unsupportedTag(let name):
      Phrase(nl: "Het label “\(Messages.shown(name))” wordt hier niet gebruikt.", en: "The tag “\(Messages.shown(name))” is not used here.")
    case .badDirective: Phrase(nl: "Deze regel met “%” kan hier niet staan.", en: "This line with “%” cannot stand here.")
    case .unexpectedDocument:
      Phrase(nl: "Hier begint een tweede document in hetzelfde bestand.", en: "A second document begins here in the same file.")
    case .duplicateKey(let name):
      Phrase(nl: "De sleutel “\(Messages.shown(name))” staat er twee keer.", en: "The key “\(Messages.shown(name))” is there twice.")
    case .mergeKey: Phrase(nl: "De sleutel “<<” wordt hier niet gebruikt.", en: "The key “<<” is not used here.")
    case .complexKey: Phrase(nl: "Een sleutel moet een gewoon woord zijn.", en: "A key must be a plain word.")
    case .tooLarge(let limit):
      Phrase(nl: "Dit bestand is te groot: meer dan \(limit / 1024) KiB.", en: "This file is too large: more than \(limit / 1024) KiB.")
    case .tooDeep(let limit):
      Phrase(nl: "Dit bestand heeft meer dan \(limit) niveaus in elkaar.", en: "This file is nested more than \(limit) levels deep.")
    case .tooManyNodes(let limit):
      Phrase(nl: "Dit bestand heeft meer dan \(limit) waarden.", en: "This file has more than \(limit) values.")
    case .scalarTooLong(let limit):
      Phrase(nl: "Deze tekst is te lang: meer dan \(limit / 1024) KiB.", en: "This text is too long: more than \(limit / 1024) KiB.")
    case .tooManyErrors(let limit):
      Phrase(
        nl: "Vanaf hier is het bestand niet gelezen: er zijn al \(limit) fouten in de opbouw.",
        en: "From here on the file was not read: there are \(limit) errors in its structure already.")
    case .other(let words):
      Phrase(nl: "Dit is geen geldige YAML (\(Messages.shown(words))).", en: "This is not valid YAML (\(Messages.shown(words))).")
    }
  }

  static func help(_ kind: Problem.Kind) -> Phrase? {
    switch kind {
    case .invalidEncoding: Phrase(nl: "Sla het bestand op als UTF-8.", en: "Save the file as UTF-8.")
    case .controlCharacter: Phrase(nl: "Haal het teken weg en typ de tekst opnieuw.", en: "Remove the character and type the text again.")
    case .mergeConflict:
      Phrase(
        nl: "Kies welke tekst blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
        en: "Choose which text stays and remove the lines with <<<<<<<, ======= and >>>>>>>.")
    case .tabIndentation: Phrase(nl: "Gebruik twee spaties.", en: "Use two spaces.")
    case .expectedKeyOrEnd, .expectedItemOrEnd:
      Phrase(
        nl: "Zet de regel even ver naar rechts als de regels waar zij bij hoort.",
        en: "Indent the line as far as the lines it belongs with.")
    case .missingColon: Phrase(nl: "Schrijf “sleutel: waarde”.", en: "Write “key: value”.")
    case .missingSpaceAfterColon: Phrase(nl: "Schrijf “sleutel: waarde”, met een spatie.", en: "Write “key: value”, with a space.")
    case .keyTooLong, .other: nil
    case .complexKey:
      Phrase(
        nl: "Staan er accolades of haken in een tekst? Zet dan aanhalingstekens om de hele tekst.",
        en: "Are there braces or brackets in a text? Then put quotation marks around the whole text.")
    case .badAnchor, .badTag: Phrase(nl: "Zet aanhalingstekens om de hele tekst.", en: "Put quotation marks around the whole text.")
    case .badDirective: Phrase(nl: "Haal de regel weg.", en: "Remove the line.")
    case .mappingValueNotAllowed:
      Phrase(
        nl: "Staat de dubbele punt in een tekst? Zet dan aanhalingstekens om de hele tekst.",
        en: "Is the colon part of a text? Then put quotation marks around the whole text.")
    case .sequenceEntryNotAllowed:
      Phrase(
        nl: "Zet het streepje op de volgende regel, twee spaties verder naar rechts.",
        en: "Put the dash on the next line, two spaces to the right.")
    case .contentAfterValue:
      Phrase(
        nl: "Staat er een aanhalingsteken in de tekst? Gebruik dan het andere soort om de hele tekst.",
        en: "Is there a quotation mark in the text? Then use the other kind around the whole text.")
    case .unclosedQuote:
      Phrase(nl: "Zet hetzelfde aanhalingsteken aan het eind van de tekst.", en: "Put the same mark at the end of the text.")
    case .unclosedFlow(let brace):
      Phrase(nl: "Zet “\(brace ? "}" : "]")” aan het eind.", en: "Put “\(brace ? "}" : "]")” at the end.")
    case .expectedCommaOrClose: Phrase(nl: "Zet een komma tussen de waarden.", en: "Put a comma between the values.")
    case .unexpectedCharacter: Phrase(nl: "Zet aanhalingstekens om de hele tekst.", en: "Put quotation marks around the whole text.")
    case .badEscape: Phrase(nl: "Gebruik enkele aanhalingstekens, of schrijf “\\\\”.", en: "Use single quotation marks, or write “\\\\”.")
    case .badBlockScalarHeader: Phrase(nl: "Begin de tekst op de volgende regel.", en: "Begin the text on the next line.")
    case .undefinedAlias, .cyclicAlias, .mergeKey: Phrase(nl: "Schrijf de waarde hier voluit.", en: "Write the value out in full here.")
    case .unsupportedTag: Phrase(nl: "Haal het label weg.", en: "Remove the tag.")
    case .unexpectedDocument: Phrase(nl: "Zet elk document in een eigen bestand.", en: "Put each document in a file of its own.")
    case .duplicateKey: Phrase(nl: "Houd er één.", en: "Keep one of them.")
    case .tooLarge, .tooManyNodes, .scalarTooLong:
      Phrase(nl: "Zet lange teksten in een document en noem dat als bewijs.", en: "Put long texts in a document and name that as evidence.")
    case .tooManyErrors: Messages.moreDiagnosticsHelp
    case .tooDeep: Phrase(nl: "Een richtlijn heeft genoeg aan vijf niveaus.", en: "Five levels are enough for a guideline.")
    }
  }

  static func related(_ kind: Problem.Kind) -> Phrase {
    switch kind {
    case .duplicateKey: Messages.firstHere
    case .mergeConflict: Phrase(nl: "tot en met hier", en: "up to here")
    case .unclosedQuote, .unclosedFlow: Phrase(nl: "hier liep het vast", en: "this is where it got stuck")
    case .cyclicAlias: Phrase(nl: "de naam staat hier", en: "the name is given here")
    default: Phrase(nl: "dit begint hier", en: "this begins here")
    }
  }

  /// Sets two of a kind apart in one file, whatever their lines.
  static func path(_ kind: Problem.Kind) -> String {
    switch kind {
    case .duplicateKey(let name), .undefinedAlias(let name), .cyclicAlias(let name), .unsupportedTag(let name): name
    default: ""
    }
  }

  static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func character(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { "“\(Character($0))”" } ?? codePoint(scalar)
  }
}

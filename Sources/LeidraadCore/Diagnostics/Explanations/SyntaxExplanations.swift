/// Codes about reading a file at all.
extension DiagnosticExplanation {
  private static let nothingScored = Phrase(
    nl: "Zolang het bestand niet goed te lezen is, wordt er niets beoordeeld: een half gelezen richtlijn zou een verkeerde score geven.",
    en: "While the file cannot be read well, nothing is assessed: half a guideline would give a wrong score.")

  static let unreadableFile = DiagnosticExplanation(
    Phrase(
      nl: "Het bestand kan niet worden gelezen. Het bestaat niet, is te groot, is geen gewoon bestand, of u mag het niet openen.",
      en: "The file cannot be read. It does not exist, is too large, is not a plain file, or you may not open it."),
    why: Phrase(
      nl: "Wat niet te lezen is, kan niet worden getoetst. De andere bestanden worden wel getoetst.",
      en: "What cannot be read cannot be checked. The other files are checked all the same."),
    whatToDo: Phrase(
      nl: "Kijk of de naam en de map kloppen, en of u het bestand zelf kunt openen.",
      en: "See whether the name and the folder are right, and whether you can open the file."),
    before: "leidraad check richtlijn.yml", after: "leidraad check richtlijn.yaml", isCall: true)

  static let notAGuideline = DiagnosticExplanation(
    Phrase(
      nl: "Het bestand is leeg of bestaat niet uit sleutels met een waarde. Een richtlijn is het dan niet.",
      en: "The file is empty or does not consist of keys with a value. It is not a guideline then."),
    why: Phrase(
      nl: "Aan de eerste regels is te zien dat een bestand een richtlijn is, en aan welk beleidskader die wordt getoetst.",
      en: "The first lines tell that a file is a guideline, and against which policy it is checked."),
    whatToDo: Phrase(
      nl: "Begin het bestand met “leidraad: guideline/v1”. Of begin met een leeg formulier: “leidraad init --blank”.",
      en: "Begin the file with “leidraad: guideline/v1”. Or begin with an empty template: “leidraad init --blank”."),
    before: "- accounts",
    after: """
      leidraad: guideline/v1
      policy: online-work@1
      organisation:
        name: Sportclub Voorbeeldstad
        kind: sports-org
      """)

  static let yamlSyntax = DiagnosticExplanation(
    Phrase(
      nl: "Een regel is niet goed als YAML geschreven: een dubbele punt, spatie, streepje of aanhalingsteken staat verkeerd of ontbreekt.",
      en: "A line is not well-formed YAML: a colon, space, dash or quotation mark is missing or in the wrong place."), why: nothingScored,
    whatToDo: Phrase(
      nl: """
        Kijk bij het teken ^ in de melding. Spring in met spaties, zet een spatie achter elke dubbele punt, en zet aanhalingstekens om een tekst waarin \
        een dubbele punt staat.
        """,
      en: """
        Look at the ^ in the message. Indent with spaces, put a space after every colon, and put quotation marks around a text with a colon in it.
        """),
    before: """
      accounts:
        policy:organisation-only
        owned-by: organisation
      """,
    after: """
      accounts:
        policy: organisation-only
        owned-by: organisation
      """)

  static let invalidEncoding = DiagnosticExplanation(
    Phrase(
      nl: "Het bestand is geen tekst in UTF-8. Vaak is het met een oud programma opgeslagen, of is het geen tekstbestand.",
      en: "The file is not UTF-8 text. It was often saved by an old program, or is no text file."),
    why: Phrase(
      nl: "Letters zoals é en ë zouden verkeerd worden gelezen. De tool raadt niet.",
      en: "Letters such as é and ë would be read wrongly. The tool does not guess."),
    whatToDo: Phrase(
      nl: "Open het bestand en sla het opnieuw op. Kies daarbij “UTF-8” als codering.",
      en: "Open the file and save it again, choosing “UTF-8” as its encoding."),
    before: "file richtlijn.yaml # ISO-8859 text", after: "iconv -f latin1 -t utf-8 richtlijn.yaml > nieuw.yaml", isCall: true)

  static let controlCharacter = DiagnosticExplanation(
    Phrase(
      nl: "In de tekst staat een teken dat u niet ziet, maar dat wel iets doet. Het komt vaak mee bij knippen en plakken.",
      en: "The text holds a character that you cannot see but that does something. It often comes along with copy and paste."),
    why: Phrase(
      nl: "Met zulke tekens kan een tekst er anders uitzien dan hij is.",
      en: "With such characters a text can look different from what it is."),
    whatToDo: Phrase(
      nl: "Haal de tekst rond de plek weg en typ hem opnieuw.", en: "Remove the text around the place and type it again."),
    before: #"organisation: {name: "Sport\aclub", kind: sports-org}"#, after: "organisation: {name: Sportclub, kind: sports-org}")

  static let mergeConflict = DiagnosticExplanation(
    Phrase(
      nl: "Twee mensen hebben hetzelfde stuk veranderd. Git heeft beide versies in het bestand gezet, en er is nog niet gekozen.",
      en: "Two people changed the same part. Git put both versions into the file, and nobody has chosen yet."), why: nothingScored,
    whatToDo: Phrase(
      nl: "Kies welke tekst blijft. Haal de andere weg, en ook de regels met <<<<<<<, ======= en >>>>>>>.",
      en: "Choose which text stays. Remove the other, and the lines with <<<<<<<, ======= and >>>>>>>."),
    before: """
      accounts:
      <<<<<<< HEAD
        policy: organisation-only
      =======
        policy: organisation-preferred
      >>>>>>> voorstel
      """,
    after: """
      accounts:
        policy: organisation-preferred
      """)

  static let limitExceeded = DiagnosticExplanation(
    Phrase(
      nl: "Het bestand is groter dan een richtlijn kan zijn: meer dan 1 MiB, meer dan 32 niveaus in elkaar of meer dan 50.000 waarden.",
      en: "The file is larger than a guideline can be: over 1 MiB, over 32 levels deep or over 50,000 values."),
    why: Phrase(
      nl: "De grenzen zorgen dat een vreemd bestand een computer niet kan laten vastlopen.",
      en: "The limits see to it that a strange file cannot bring a computer to a halt."),
    whatToDo: Phrase(
      nl: "Zet lange teksten in een document en noem dat document als bewijs.",
      en: "Put long texts into a document and name it as evidence."),
    before: "x-a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", after: "x-a: 1")

  static let moreDiagnostics = DiagnosticExplanation(
    Phrase(
      nl: """
        Over dit bestand zijn meer meldingen dan hier staan. De eerste \(Diagnostic.mostOfOneFile) staan er één voor één: fouten eerst. De rest is \
        geteld. Na ruim twintig fouten in de opbouw van YAML is de rest van het bestand niet gelezen, en dat staat er.
        """,
      en: """
        There are more diagnostics about this file than are shown. The first \(Diagnostic.mostOfOneFile) are told one by one: errors first. The rest is \
        counted. After some twenty errors in the structure of YAML the rest of the file was not read, and that is said.
        """),
    why: Phrase(
      nl: "Zoveel fouten komen bijna altijd door één oorzaak, zoals een mislukte export. Een lijst van duizenden regels leest niemand.",
      en: "So many mistakes nearly always have one cause, such as an export that failed. Nobody reads a list of thousands of lines."),
    whatToDo: Phrase(
      nl: "Los op wat de eerste meldingen zeggen en toets opnieuw. Wat er dan nog is, komt vanzelf aan de beurt.",
      en: "Mend what the first diagnostics say and check again. What is left then comes up by itself."),
    before: "leidraad check export.yaml", after: "leidraad check richtlijn.yaml", isCall: true)

  static let duplicateKey = DiagnosticExplanation(
    Phrase(nl: "Dezelfde sleutel staat twee keer op één plek.", en: "The same key stands twice in one place."),
    why: Phrase(
      nl: "Dan is niet duidelijk welk antwoord geldt. Het ene programma neemt het eerste, het andere het laatste.",
      en: "It is then unclear which answer holds. One program takes the first, another the last."),
    whatToDo: Phrase(nl: "Houd één van de twee en haal de andere weg.", en: "Keep one of the two and remove the other."),
    before: """
      accounts:
        policy: organisation-only
        policy: both-free
      """,
    after: """
      accounts:
        policy: organisation-only
      """)

  static let mergeKey = DiagnosticExplanation(
    Phrase(
      nl: "De sleutel “<<” voegt in YAML een ander stuk in. Dat wordt hier niet gebruikt.",
      en: "The key “<<” merges another part in YAML. It is not used here."),
    why: Phrase(
      nl: "Wie de richtlijn leest, moet kunnen zien wat er staat zonder elders te zoeken.",
      en: "Whoever reads the guideline must see what it says without looking elsewhere."),
    whatToDo: Phrase(nl: "Schrijf de antwoorden hier voluit.", en: "Write the answers out in full here."),
    before: """
      x-basis: &basis {policy: organisation-only}
      accounts:
        <<: *basis
      """,
    after: """
      accounts:
        policy: organisation-only
      """)

  static let complexKey = DiagnosticExplanation(
    Phrase(nl: "Een sleutel is hier een lijst of groep in plaats van een woord.", en: "A key is a list or group here instead of a word."),
    why: Phrase(nl: "Alle vragen heten met een gewoon woord.", en: "All fields go by a plain word."),
    whatToDo: Phrase(
      nl: "Schrijf een gewoon woord voor de dubbele punt. Vaak is het streepje of de haak een vergissing.",
      en: "Write a plain word before the colon. The dash or bracket is often a slip."),
    before: "? [accounts, policy]\n: organisation-only", after: "accounts:\n  policy: organisation-only")

  static let invalidAlias = DiagnosticExplanation(
    Phrase(
      nl: "“*naam” verwijst naar een stuk dat met “&naam” is aangeduid. Dat stuk is er niet, of het verwijst naar zichzelf.",
      en: "“*name” refers to a part that is marked “&name”. There is no such part, or it refers to itself."), why: nothingScored,
    whatToDo: Phrase(
      nl: "Zet “&naam” bij het stuk dat u bedoelt, of schrijf de waarde voluit.",
      en: "Put “&name” at the part that you mean, or write the value out in full."),
    before: "accounts:\n  policy: *keuze", after: "accounts:\n  policy: organisation-only")

  static let unsupportedTag = DiagnosticExplanation(
    Phrase(
      nl: "Een label met “!” zegt van welk type een waarde is. Labels worden hier niet gebruikt.",
      en: "A tag with “!” says of which type a value is. Tags are not used here."),
    why: Phrase(
      nl: "Van welk type een antwoord is, bepaalt de vraag. Labels kunnen in sommige programma's iets uitvoeren.",
      en: "The field decides of which type an answer is. Tags can make some programs run something."),
    whatToDo: Phrase(nl: "Haal het label weg.", en: "Remove the tag."),
    before: "accounts:\n  administrators: !getal 2", after: "accounts:\n  administrators: 2")

  static let severalDocuments = DiagnosticExplanation(
    Phrase(nl: "In het bestand begint met “---” een tweede document.", en: "A second document begins in the file with “---”."),
    why: Phrase(
      nl: "Eén bestand is één richtlijn. Anders is niet duidelijk over wie een melding gaat.",
      en: "One file is one guideline. Otherwise it is unclear whom a message is about."),
    whatToDo: Phrase(
      nl: "Zet elk document in een eigen bestand, of haal de regel met “---” weg.",
      en: "Put each document into a file of its own, or remove the line with “---”."),
    before: """
      accounts:
        policy: organisation-only
      ---
      scope:
        notes: Geldt ook voor vrijwilligers.
      """,
    after: """
      accounts:
        policy: organisation-only
      scope:
        notes: Geldt ook voor vrijwilligers.
      """)
}

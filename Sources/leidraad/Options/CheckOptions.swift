internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Options that every command has that assesses guidelines.
struct CheckOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("Beleidskader: een naam, een bestand of een map.", "Policy: a name, a file or a folder."), valueName: "id|path"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Vorm van de uitvoer: \(formats). “auto” kiest wat GitHub, GitLab of Azure leest, en anders text.",
        "Form of the output: \(formats). “auto” picks what GitHub, GitLab or Azure reads, and text elsewhere."),
      valueName: words("vorm", "format")))
  var format: String?

  @Option(
    help: ArgumentHelp(
      words("Schrijf het rapport ook naar een bestand. Mag vaker.", "Also write the report to a file. May be repeated."),
      valueName: "format=path"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp(words("Taal van het rapport: nl of en.", "Language of the report: nl or en."), valueName: words("taal", "language")))
  var lang: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      words("Toets alsof het deze dag is: jaar-maand-dag.", "Check as if it were this day: year-month-day."),
      valueName: words("datum", "date")))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Waar het oordeel op rust: declared, substantiated of verified.", "On what the verdict rests: declared, substantiated or verified."),
      valueName: words("zekerheid", "assurance")))
  var assurance: String?

  @Option(
    help: ArgumentHelp(
      words(
        "“literal” toetst alleen wat de bron zelf noemt: de snelle scan.",
        "“literal” checks only what the source itself names: the quick scan."),
      valueName: "literal|all"))
  var basis: String?

  @Option(
    help: ArgumentHelp(
      words("Oordeel dat ten minste nodig is, zoals basics of good.", "Verdict that is needed at least, such as basics or good."),
      valueName: words("oordeel", "band")))
  var require: String?

  @Option(
    name: .customLong("min-score"), parsing: .unconditional,
    help: ArgumentHelp(
      words("Score die ten minste nodig is, 0 tot 100.", "Score that is needed at least, 0 to 100."), valueName: words("score", "score")))
  var minimumScore: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Toetsing door een ander, die meetelt in de getoetste score. Mag vaker.",
        "An auditor's review, which counts in the verified score. May be repeated."),
      valueName: words("bestand", "file")))
  var review: [String] = []

  @Option(
    help: ArgumentHelp(
      words(
        "Wat het rapport toont: brief (wat ontbreekt, kort), gaps (alles wat ontbreekt), met, scores (zonder bevindingen) of all.",
        "What the report shows: brief (what is missing, in short), gaps (all that is missing), met, scores (no findings) or all."),
      valueName: "brief|gaps|met|scores|all"))
  var show: String?

  @Option(
    name: .customLong("sarif-scope"),
    help: ArgumentHelp(
      words(
        "Wat sarif bevat: failures (alleen wat openstaat; voor GitHub) of all (ook wat in orde, uitgelegd of bekend is).",
        "What sarif holds: failures (only what is open; for GitHub) or all (also what is met, explained or known)."),
      valueName: "failures|all"))
  var sarifScope: String?

  @Flag(
    name: .customLong("csv-bom"),
    help: ArgumentHelp(
      words(
        "Begin csv met een merkteken, waaraan Excel ziet dat het UTF-8 is.",
        "Begin csv with a mark by which Excel sees that it is UTF-8.")))
  var hasByteOrderMark = false

  @Option(help: ArgumentHelp(words("Kleur: always, never of auto.", "Colour: always, never or auto."), valueName: "when"))
  var color: String?

  @Option(
    help: ArgumentHelp(
      words("Bekende gaten: alleen nieuwe laten de toets mislukken.", "Known gaps: only new ones fail the check."),
      valueName: words("bestand", "file")))
  var baseline: String?

  @Flag(
    help: ArgumentHelp(
      words("Ook een bekend gat dat is opgelost, moet uit het bestand.", "A known gap that was closed must leave the file, too.")))
  var strict = false

  @Option(
    name: .customLong("no-regression"),
    help: ArgumentHelp(
      words("Eerder rapport (json of jsonl); geen score mag lager zijn.", "Earlier report (json or jsonl); no score may be lower."),
      valueName: words("bestand", "file")))
  var noRegression: String?

  @Flag(
    name: .customLong("exit-zero"),
    help: ArgumentHelp(
      words(
        "Eindig met code 0 waar dat anders 1 was: er zijn gaten, maar dat is geen fout.",
        "End with code 0 where it would be 1: gaps are no failure.")))
  var exitZero = false

  @Flag(
    name: [.customShort("q"), .customLong("quiet")],
    help: ArgumentHelp(words("Geen meldingen naast het rapport.", "No notes beside the report.")))
  var isQuiet = false

  private static var formats: String { Settings.formats.joined(separator: ", ") }
}

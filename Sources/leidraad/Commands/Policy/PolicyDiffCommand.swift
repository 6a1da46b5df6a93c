internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering
internal import LocatedYAML

/// Lays two policies side by side, and tells what that means for guidelines that are there.
struct PolicyDiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: words("Vergelijk twee beleidskaders of versies ervan.", "Compare two policies or versions of one."),
      discussion: words(
        """
        Zegt wat erbij, weg of anders is, en of het versienummer daarbij past: tekst is een patch, nieuwe vragen en antwoorden een minor, de rest een \
        major. Met --portfolio ook welke richtlijnen daardoor anders uitkomen, of zij nog halen wat elk van de twee vraagt, en waardoor.

        Code bij het einde: 0 het versienummer past · 1 het past niet · 2 een beleidskader of de aanroep klopt niet.
        """,
        """
        Tells what was added, removed or changed, and whether the version number fits: wording is a patch, new fields and options a minor, the rest a \
        major version. With --portfolio also which guidelines come out differently, whether they still reach what each of the two requires, and why.

        Exit codes: 0 the version number fits · 1 it does not · 2 a policy or the call is faulty.
        """))
  }

  @Argument(help: ArgumentHelp(words("Het oude beleidskader.", "The old policy."), valueName: words("oud", "old")))
  var old: String

  @Argument(help: ArgumentHelp(words("Het nieuwe beleidskader.", "The new policy."), valueName: words("nieuw", "new")))
  var new: String

  @Option(
    help: ArgumentHelp(
      words("Map met richtlijnen om met beide te toetsen.", "Folder of guidelines to check with both."), valueName: words("map", "folder")))
  var portfolio: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      words("Toets alsof het deze dag is: jaar-maand-dag.", "Check as if it were this day: year-month-day."),
      valueName: words("datum", "date")))
  var asOf: String?

  @Option(help: ArgumentHelp(words("Taal: nl of en.", "Language: nl or en."), valueName: words("taal", "language")))
  var lang: String?

  @Option(help: ArgumentHelp(words("Kleur: always, never of auto.", "Colour: always, never or auto."), valueName: "when"))
  var color: String?

  func run() throws {
    let diff = PolicyDiff(old: try PolicyLocator.load(old), new: try PolicyLocator.load(new))
    let text = PolicyDiffText(
      diff, language: Program.language, width: StandardOutput.width ?? 80, isColored: try Settings.isColored(color))
    try StandardOutput.print(text.lines())
    var isWhole = true
    if let portfolio {
      let effects = try effects(of: diff, on: portfolio, isWhole: &isWhole)
      try StandardOutput.print(text.lines(effects))
    }
    // What a new version does to a file that cannot be read is not known: that is no success.
    if !isWhole { throw ExitStatus.faulty }
    if !diff.versionFits { throw ExitStatus.requirementNotMet }
  }

  private func effects(of diff: PolicyDiff, on folder: String, isWhole: inout Bool) throws -> [PolicyEffect] {
    var discovery = Discovery()
    discovery.add(folder)
    let day = try asOf.map { try Settings.date($0) } ?? Settings.sourceDate() ?? Settings.today()
    let sides = (Side(policy: diff.old, asOf: day), Side(policy: diff.new, asOf: day))
    let ids = diff.new.controls.map(\.id)
    let order = ids + diff.old.controls.map(\.id).filter { diff.new.control($0) == nil }
    var effects: [PolicyEffect] = []
    for input in discovery.inputs {
      guard let path = input.path, input.fault == nil else {
        isWhole = false
        Console.note("\(input.name): \(input.fault?[Program.language] ?? "")", isQuiet: false)
        continue
      }
      do {
        let document = try Document.parse(try FileSystem.read(path, limit: Limits.guideline.bytes), limits: .guideline)
        let (old, before) = sides.0.assess(document, input)
        let (new, after) = sides.1.assess(document, input)
        effects.append(PolicyEffect(file: input.name, old: old, before, new: new, after, order: order))
      } catch is SyntaxFailure {
        Console.note(
          words("\(input.name) is geen geldige YAML en is overgeslagen.", "\(input.name) is not valid YAML and was left out."),
          isQuiet: false)
        isWhole = false
      } catch let failure as FileSystem.ReadFailure {
        Console.note("\(input.name): \(failure.phrase[Program.language])", isQuiet: false)
        isWhole = false
      }
    }
    return effects
  }

  /// One of the two policies at work. Which one a guideline names does not matter here: the question is what if.
  private struct Side {
    let policy: Policy
    let asOf: CivilDate
    let decoder: GuidelineDecoder

    init(policy: Policy, asOf: CivilDate) {
      self.policy = policy
      self.asOf = asOf
      decoder = GuidelineDecoder(policy)
    }

    func assess(_ document: Document, _ input: Discovery.Input) -> (Report, [String: Outcome]) {
      let guideline = decoder.decode(document, file: input.name).guideline
      var repository = try? Repository(of: input.path)
      let assessment = policy.assess(
        guideline, AssessmentInputs(asOf: asOf, readEvidence: { repository?.read($0) ?? .unreadable }, digest: sha256))
      let report = policy.report(
        guideline, assessment, diagnostics: [], language: Program.language, requirement: Requirement(band: policy.require), digest: sha256)
      let outcomes = assessment?.controls.filter { $0.scope != .notAddressed }.map { (policy.controls[$0.control].id, $0.outcome) } ?? []
      return (report, Dictionary(outcomes) { first, _ in first })
    }
  }
}

internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Shows what is in policies.
struct PolicyShow: ParsableCommand {
  enum Format: String, CaseIterable { case text, json, oscal }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: words("Toon wat er in een beleidskader staat.", "Show what is in a policy."),
      discussion: words(
        """
        Als boom van aanbevelingen en onderdelen met hun gewichten; met --format json met alles wat erin staat, voor programma's; of met \
        --format oscal als catalogus van OSCAL.
        """,
        """
        As a tree of recommendations and controls with their weights; with --format json with all there is in it, for programs; or with \
        --format oscal as an OSCAL catalog.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      words(
        "Naam van een ingebouwd beleidskader, bestand of map; zonder: online-work.",
        "Name of a built-in policy, file or folder; none: online-work."),
      valueName: "id|path"))
  var policy: String = BuiltInPolicies.standard

  @Option(
    help: ArgumentHelp(
      words("Vorm van de uitvoer: text, json of oscal.", "Form of the output: text, json or oscal."), valueName: words("vorm", "format"))
  )
  var format: String?

  @Option(
    help: ArgumentHelp(
      words("Taal: nl, en of een taal van het beleidskader.", "Language: nl, en or a language of the policy."),
      valueName: words("taal", "language")))
  var lang: String?

  @Option(help: ArgumentHelp(words("Kleur: always, never of auto.", "Colour: always, never or auto."), valueName: "when"))
  var color: String?

  func run() throws {
    let form: Format = try Settings.choice(format, "--format") ?? .text
    let loading = try PolicyLocator.loading(policy)
    try Settings.stop(at: loading.diagnostics.filter { $0.severity == .error })
    guard let shown = loading.policy else { throw PolicyLocator.unreadable(policy) }
    switch form {
    case .json: try StandardOutput.report(PolicyJSON.text(shown, ruleExamples: loading.ruleExamples))
    case .oscal: try StandardOutput.report(oscalCatalog(of: shown, language: Program.language, version: Program.version))
    case .text:
      let text = PolicyText(
        policy: shown, language: Program.language, width: StandardOutput.width ?? 80, isColored: try Settings.isColored(color))
      try StandardOutput.print(text.lines())
    }
  }
}

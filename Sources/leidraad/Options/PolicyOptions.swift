internal import ArgumentParser
internal import LeidraadCore

/// Options of commands that look at a policy and at no guideline.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("Beleidskader: een naam, een bestand of een map.", "Policy: a name, a file or a folder."), valueName: "id|path"))
  var policy: String?

  @Option(help: ArgumentHelp(words("Taal: nl of en.", "Language: nl or en."), valueName: words("taal", "language")))
  var lang: String?

  @Option(help: ArgumentHelp(words("Kleur: always, never of auto.", "Colour: always, never or auto."), valueName: "when"))
  var color: String?
}

/// What such a command is run with: options first, then `LEIDRAAD_*` variables, then `.leidraad.yaml`, then what is usual.
struct PolicySettings {
  let policy: Policy
  let language: Language
  let isColored: Bool

  init(_ options: PolicyOptions) throws {
    let (configuration, diagnostics) = try Configuration.find()
    try Settings.stop(at: diagnostics)
    policy = try PolicyLocator.load(
      options.policy ?? Environment.value("LEIDRAAD_POLICY") ?? configuration.policy ?? BuiltInPolicies.standard)
    let tag = options.lang ?? Environment.value("LEIDRAAD_LANG") ?? configuration.language?.tag
    language = try tag.map { try Settings.language($0) } ?? Program.language
    isColored = try Settings.isColored(options.color ?? Environment.value("LEIDRAAD_COLOR"))
  }
}

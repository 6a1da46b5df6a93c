internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// What the commands about policies have in common.
struct PolicyListOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      words(
        "Namen van ingebouwde beleidskaders, bestanden of mappen; zonder: alle ingebouwde.",
        "Names of built-in policies, files or folders; none: all built in."),
      valueName: "id|path"))
  var policies: [String] = []

  @Option(help: ArgumentHelp(words("Taal: nl of en.", "Language: nl or en."), valueName: words("taal", "language")))
  var lang: String?

  @Option(help: ArgumentHelp(words("Kleur: always, never of auto.", "Colour: always, never or auto."), valueName: "when"))
  var color: String?

  var names: [String] { policies.isEmpty ? BuiltInPolicies.ids : policies }

  func isColored() throws -> Bool { try Settings.isColored(color) }
}

extension StandardOutput {
  /// Writes lines; that nobody reads them is not a fault, that they are lost is.
  static func print(_ lines: [TerminalText]) throws { try report(lines.map { $0.text + "\n" }.joined()) }
}

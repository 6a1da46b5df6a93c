internal import ArgumentParser
internal import LeidraadCore

/// The group of commands for authors of policies.
struct PolicyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "policy",
      abstract: words(
        "Voor makers van beleidskaders: nakijken, proberen, beschrijven.", "For authors of policies: check, try out, document."),
      subcommands: subcommands)
  }

  /// The one list of commands about policies.
  static let subcommands: [any ParsableCommand.Type] = [
    PolicyLintCommand.self, PolicyTest.self, PolicyShow.self, PolicyDocs.self, PolicyDiffCommand.self,
  ]
}

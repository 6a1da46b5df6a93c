internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Tells what there is to know about a control, recommendation, rule, section, field, diagnostic code or term.
struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: words("Leg een onderdeel, vraag of melding uit.", "Explain a control, field or diagnostic."),
      discussion: words(
        """
        Noem een onderdeel (B2.14), aanbeveling (B2), regel (KO-2), hoofdstuk (accounts), vraag (accounts.policy), melding (unknown-key) of begrip \
        (besluit). Weet u de naam niet? Noem dan een woord uit de titel.
        """,
        """
        Name a control (B2.14), recommendation (B2), rule (KO-2), section (accounts), field (accounts.policy), diagnostic (unknown-key) or term \
        (decision). Where you do not know the name, give a word of its title.
        """))
  }

  @Argument(help: ArgumentHelp(words("Wat u uitgelegd wilt hebben.", "What to explain."), valueName: "id"))
  var names: [String] = []

  @Flag(name: .customLong("all"), help: ArgumentHelp(words("Leg alles uit.", "Explain everything.")))
  var isAll = false

  @Option(help: ArgumentHelp(words("Vorm: text of json.", "Form: text or json."), valueName: words("vorm", "format")))
  var format: String?

  @OptionGroup var options: PolicyOptions

  func run() throws {
    let settings = try PolicySettings(options)
    let form = try Settings.choice(format, "--format") ?? Form.text
    let explainer = Explainer(settings.policy, language: settings.language)
    let explanations = try isAll ? explainer.all() : found(by: explainer)
    switch form {
    case .json: try StandardOutput.report(ExplanationJSON(explanations, policy: settings.policy, language: settings.language).text)
    case .text:
      let text = ExplanationText(language: settings.language, width: StandardOutput.width ?? 80, isColored: settings.isColored)
      try StandardOutput.report(text.text(explanations))
    }
  }

  private enum Form: String, CaseIterable { case text, json }

  private func found(by explainer: Explainer) throws -> [Explanation] {
    let id = names.joined(separator: " ")
    guard !id.isEmpty else {
      throw Failure(
        message: Phrase(
          nl: "Noem wat u uitgelegd wilt hebben, zoals B2.14 of accounts.policy, of gebruik --all.",
          en: "Name what to explain, such as B2.14 or accounts.policy, or use --all."))
    }
    // Nothing has so long a name, and looking for what comes near takes the longer the longer it is.
    guard id.utf8.count <= 200 else { throw unknown(id.prefix(60) + "…", []) }
    let explanations = explainer.explanations(of: id)
    guard explanations.isEmpty else { return explanations }
    throw unknown(id, explainer.suggestions(for: id))
  }

  /// What comes near, a line each.
  private func unknown(_ id: String, _ suggestions: [Explainer.Suggestion]) -> Failure {
    guard !suggestions.isEmpty else {
      return Failure(
        message: Phrase(
          nl: "Er is niets met de naam “\(id)”. “leidraad explain --all” noemt alles wat er is.",
          en: "There is nothing by the name “\(id)”. “leidraad explain --all” lists all there is."))
    }
    let lines = suggestions.map { suggestion in
      let room = 76 - suggestion.id.count
      let title = suggestion.title.count > room ? suggestion.title.prefix(room - 1) + "…" : suggestion.title[...]
      return "\n  \(suggestion.id)  \(title)"
    }.joined()
    return Failure(
      message: Phrase(
        nl: "Er is niets met de naam “\(id)”. Bedoelt u een van deze?\(lines)",
        en: "There is nothing by the name “\(id)”. Is it one of these?\(lines)"))
  }
}

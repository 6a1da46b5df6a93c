internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Tries the examples of policies, and with `--mutate` whether the examples would notice a change of a check.
struct PolicyTest: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "test", abstract: words("Probeer de voorbeelden van beleidskaders.", "Try the examples of policies."),
      discussion: words(
        """
        Elk voorbeeld moet uitkomen zoals het zegt, voor elk profiel waaraan het onderdeel is gericht. Met --mutate krijgt elke toets steeds één \
        kleine wijziging: een ander antwoord, een getal hoger of lager, een voorwaarde minder. Merkt geen voorbeeld dat, dan mist er een voorbeeld.

        Code bij het einde: 0 alles komt uit · 1 een voorbeeld komt anders uit of mist · 2 beleidskader of aanroep klopt niet.
        """,
        """
        Every example must come out as it says, for each profile that the control is addressed to. With --mutate every check gets one small change \
        at a time: another option, a number up or down, a condition less. If no example notices, an example is missing.

        Exit codes: 0 all come out · 1 an example comes out differently or is missing · 2 the policy or call is faulty.
        """))
  }

  @OptionGroup var options: PolicyListOptions

  @Flag(
    help: ArgumentHelp(
      words("Verander elke toets en kijk of een voorbeeld dat merkt.", "Change every check and see whether an example notices.")))
  var mutate = false

  @Flag(
    help: ArgumentHelp(
      words(
        "Stel bij elke gemiste wijziging een voorbeeld voor; met --mutate.",
        "For every change that was missed, suggest an example; with --mutate.")))
  var suggest = false

  func run() throws {
    if suggest, !mutate {
      throw Failure(message: Phrase(nl: "--suggest hoort bij --mutate.", en: "--suggest goes with --mutate."))
    }
    var isGood = true
    for name in options.names {
      let loading = try PolicyLocator.loading(name)
      try Settings.stop(at: loading.diagnostics.filter { $0.severity == .error })
      guard let tester = PolicyTester(loading) else { throw PolicyLocator.unreadable(name) }
      let text = PolicyTestText(
        policy: tester.policy, language: Program.language, width: StandardOutput.width ?? 80, isColored: try options.isColored())
      let (count, failures) = tester.run()
      try StandardOutput.print(text.examples(count: count, failures))
      isGood = isGood && failures.isEmpty
      // Changes are measured against examples that come out.
      guard mutate, failures.isEmpty else { continue }
      let result = tester.mutate(suggests: suggest)
      try StandardOutput.print(text.mutation(result))
      isGood = isGood && result.survivors.isEmpty && result.stale.isEmpty
    }
    if !isGood { throw ExitStatus.requirementNotMet }
  }
}

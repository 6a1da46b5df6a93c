internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Looks policies over for their authors.
struct PolicyLintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint", abstract: words("Kijk beleidskaders na.", "Look policies over."),
      discussion: words(
        """
        Meldt wat fout is (dan werkt het beleidskader niet) en wat beter kan: vragen die niemand leest, vertalingen die ontbreken, vage woorden, \
        knock-outs die wie zwijgt ontloopt. Met --strict ook toetsen die geen voorbeeld probeert.

        Code bij het einde: 0 geen fouten · 1 met --strict: er is iets om op te letten · 2 er zijn fouten, of de aanroep klopt niet.
        """,
        """
        Reports what is wrong (the policy then does not work) and what could be better: fields that nobody reads, translations that are missing, vague \
        words, knock-outs that silence gets around. With --strict also checks that no example tries.

        Exit codes: 0 no errors · 1 with --strict: there are warnings · 2 there are errors, or the call is faulty.
        """))
  }

  @OptionGroup var options: PolicyListOptions

  @Flag(
    help: ArgumentHelp(
      words(
        "Eindig met code 1 bij “let op”, en zoek ook toetsen die geen voorbeeld probeert.",
        "End with code 1 on warnings, and also look for checks that no example tries.")))
  var strict = false

  func run() throws {
    var counts = SeverityCounts()
    var text = ""
    let isColored = try options.isColored()
    // What is said of a policy is not said again of those that extend it.
    var said: Set<Diagnostic> = []
    for name in options.names {
      let diagnostics = PolicyLint(try PolicyLocator.loading(name), isStrict: strict).diagnostics().filter { said.insert($0).inserted }
      for diagnostic in diagnostics { counts.add(diagnostic) }
      let report = Report(file: "", language: Program.language, diagnostics: diagnostics, policy: name, digest: sha256)
      let run = Run(
        version: Program.version, language: Program.language, asOf: Settings.today(), assurance: .declared, policy: .none,
        width: StandardOutput.width ?? 80, isColored: isColored)
      text += Renderer.text.render([report], run)
    }
    let counted = words(
      "Fouten: \(counts.errors) · let op: \(counts.warnings) · opmerkingen: \(counts.notes).",
      "Errors: \(counts.errors) · warnings: \(counts.warnings) · notes: \(counts.notes).")
    try StandardOutput.report(text + (text.isEmpty ? "" : "\n"))
    try StandardOutput.print([TerminalText("\(options.names.joined(separator: ", ")). \(counted)")])
    if counts.errors > 0 { throw ExitStatus.faulty }
    if strict, counts.warnings > 0 { throw ExitStatus.requirementNotMet }
  }
}

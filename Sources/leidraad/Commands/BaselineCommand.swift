internal import ArgumentParser
internal import LeidraadCore

/// Accepts today's gaps, and lets go of those that were closed.
struct BaselineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "baseline",
      abstract: words(
        "Leg vast welke gaten bekend zijn; alleen nieuwe laten een toets mislukken.",
        "Record which gaps are known; only new ones fail a check."),
      subcommands: [Update.self, Prune.self])
  }

  struct Update: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "update", abstract: words("Voeg de gaten van vandaag toe.", "Add today's gaps."))
    }

    @OptionGroup var arguments: BaselineArguments

    func run() throws {
      try arguments.rewrite { old, found, _ in
        let known = old.fingerprints
        let added = found.filter { !known.contains($0.fingerprint) }
        return (
          Baseline(old.entries + added),
          Phrase(
            nl:
              "\(added.count) toegevoegd, \(old.entries.count + added.count) bekend. Gebruik het met: leidraad check --baseline \(arguments.file)",
            en: "\(added.count) added, \(old.entries.count + added.count) known. Use it with: leidraad check --baseline \(arguments.file)")
        )
      }
    }
  }

  struct Prune: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "prune", abstract: words("Haal de gaten weg die zijn opgelost.", "Remove the gaps that were closed."))
    }

    @OptionGroup var arguments: BaselineArguments

    func run() throws {
      try arguments.rewrite { old, found, checked in
        let open = Set(found.map(\.fingerprint))
        let kept = old.entries.filter { open.contains($0.fingerprint) || !checked.decide($0, of: arguments.file) }
        return (
          Baseline(kept),
          Phrase(
            nl: "\(old.entries.count - kept.count) weggehaald, \(kept.count) nog bekend.",
            en: "\(old.entries.count - kept.count) removed, \(kept.count) still known.")
        )
      }
    }
  }
}

/// What both commands take.
struct BaselineArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(words("Bestanden of mappen.", "Files or folders."), valueName: words("pad", "path")))
  var paths: [String] = []

  @OptionGroup var options: CheckOptions

  /// The file that is written.
  var file: String { options.baseline ?? BaselineFile.standard }

  /// Checks the guidelines and writes the baseline anew. Nothing is written where a guideline is faulty: its gaps are not known.
  func rewrite(_ change: (Baseline, [Baseline.Entry], CheckedFiles) -> (Baseline, Phrase)) throws {
    let old = try BaselineFile.isPresent(file) ? try BaselineFile.read(file) : Baseline()
    var withoutBaseline = options
    withoutBaseline.baseline = nil
    let settings = try Settings(withoutBaseline)
    var discovery = Discovery()
    for path in paths.isEmpty ? ["."] : paths { discovery.add(path) }
    guard !discovery.inputs.isEmpty else {
      Console.note(Discovery.nothing[Program.language], isQuiet: settings.isQuiet)
      throw ExitStatus.nothingToCheck
    }
    let folder = try BaselineFile.realPath(Path.folder(of: file))
    var found: [Baseline.Entry] = []
    var checked = CheckedFiles()
    try Checking(settings: settings).forEach(discovery.inputs) { report, input in
      let faults = report.problems.map(\.diagnostic).filter { $0.severity == .error }
      try Settings.stop(at: faults)
      let name = try input?.path.map { Path.relative(try BaselineFile.realPath($0), from: folder) } ?? report.file
      found += report.acceptable(file: name)
      if let path = input?.path { checked.add(path) }
    }
    let (baseline, note) = change(old, found, checked)
    try AtomicFile.put(baseline.text(language: settings.language ?? Program.language), at: file)
    Console.note("\(file): \(note[Program.language])", isQuiet: settings.isQuiet)
  }
}

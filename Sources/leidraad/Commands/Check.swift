internal import ArgumentParser
internal import LeidraadCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The main command: assess guidelines and report the gaps.
struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    // With a command above it nobody looks whether a script of completions is asked of it: that takes as long as reading what is asked.
    CommandConfiguration(
      commandName: "check", _superCommandName: "leidraad",
      abstract: words("Toets richtlijnen en meld de gaten.", "Assess guidelines and report the gaps."),
      discussion: words(
        """
        Noem bestanden of mappen, of “-” voor de standaardinvoer. In een map worden alle bestanden getoetst die beginnen met “leidraad: guideline/v1”.

        Code bij het einde: 0 gehaald wat gevraagd is · 1 niet gehaald · 2 invoer, beleidskader of aanroep klopt niet · 3 niets om te toetsen.
        """,
        """
        Name files or folders, or “-” for standard input. In a folder every file is checked that begins with “leidraad: guideline/v1”.

        Exit codes: 0 requirement met · 1 not met · 2 the input, policy or call is faulty · 3 nothing to check.
        """),
      helpNames: Program.helpNames)
  }

  @Argument(help: ArgumentHelp(words("Bestanden, mappen of “-”.", "Files, folders or “-”."), valueName: words("pad", "path")))
  var paths: [String] = []

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp(
      words(
        "Lees de paden uit een bestand, een per regel; “-” is de standaardinvoer.",
        "Read the paths from a file, one a line; “-” is standard input."),
      valueName: words("lijst", "list")))
  var filesFrom: String?

  @Option(
    defaultAsFlag: Git.head, parsing: .next,
    help: ArgumentHelp(
      words(
        "Toets alleen wat veranderd is sinds een commit of tak (zonder: de laatste commit), zelf of in bewijs of toetsing.",
        "Check only what has changed since a commit or branch (without: the last commit), itself or in evidence or review."),
      valueName: "rev"))
  var changed: String?

  @OptionGroup var options: CheckOptions

  @Option(
    help: ArgumentHelp(
      words(
        "Hoeveel richtlijnen tegelijk; anders zoveel als er rekenkernen zijn.",
        "How many guidelines at once; otherwise as many as there are cores."),
      valueName: words("aantal", "number")))
  var jobs: String?

  @Flag(
    help: ArgumentHelp(
      words(
        "Blijf kijken en toets opnieuw als een richtlijn verandert; Ctrl-C stopt.",
        "Keep looking and check again when a guideline changes; Ctrl-C stops.")))
  var watch = false

  func run() throws {
    guard watch else { return try check() }
    while true {
      let before = try stamps()
      do {
        try check()
      } catch let status as ExitStatus where status != .pipeClosed {
        // What a single check would end with is on the screen; looking goes on, unless nobody looks any more.
      }
      repeat { usleep(250_000) } while try stamps() == before
    }
  }

  /// What tells one state of the guidelines from the next.
  private func stamps() throws -> [String: [Int]] {
    var discovery = Discovery()
    for path in try allPaths() where path != "-" { discovery.add(path) }
    return discovery.inputs.reduce(into: [:]) { stamps, input in
      stamps[input.name] = input.path.flatMap { try? FileSystem.status($0) }.map { $0.modified + [$0.size] } ?? []
    }
  }

  private func check() throws {
    let settings = try Settings(options)
    var discovery = Discovery()
    let paths = try allPaths()
    for path in paths { discovery.add(path) }
    guard !discovery.inputs.isEmpty else {
      Console.note(Discovery.nothing[Program.language], isQuiet: settings.isQuiet)
      throw ExitStatus.nothingToCheck
    }
    var inputs = discovery.inputs
    var passedOver: [Discovery.Input] = []
    if let changed {
      var guidelines = try ChangedGuidelines(settings, since: changed)
      let selection = try guidelines.select(from: inputs, under: paths)
      (inputs, passedOver) = (selection.chosen, selection.passedOver)
      for note in selection.notes { Console.note(note[Program.language], isQuiet: settings.isQuiet) }
    }
    let checking = Checking(settings: settings, jobs: try jobCount())
    let found = try checking.check(inputs, passedOver: passedOver)
    let status = found == .requirementNotMet && settings.exitZero ? .requirementMet : found
    if watch { return }
    // At once: to take a policy apart before the process ends is work for nobody.
    withExtendedLifetime(checking) { Program.exit(status) }
  }

  /// The order of the output is the order of the files, however many are checked at once.
  private func jobCount() throws -> Int {
    guard let jobs else { return Processor.count }
    guard let count = Int(jobs), (1...256).contains(count) else {
      throw Failure(
        message: Phrase(
          nl: "--jobs is een getal van 1 tot en met 256, niet “\(jobs)”.", en: "--jobs is a number from 1 to 256, not “\(jobs)”."))
    }
    return count
  }

  private func allPaths() throws -> [String] {
    let paths = ArgumentRun.split(paths)
    guard let filesFrom else { return paths.isEmpty ? ["."] : paths }
    do {
      let limit = 64 << 20
      let bytes = filesFrom == "-" ? try FileSystem.readStandardInput(limit: limit) : try FileSystem.read(filesFrom, limit: limit)
      return paths + String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(filesFrom): \(why.nl)", en: "\(filesFrom): \(why.en)"))
    }
  }
}

internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering
internal import LocatedYAML

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The main command: assess guidelines and report the gaps.
struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: words("Toets richtlijnen en meld de gaten.", "Assess guidelines and report the gaps."),
      discussion: words(
        """
        Noem bestanden of mappen, of “-” voor de standaardinvoer. In een map worden alle bestanden getoetst die beginnen met “leidraad: guideline/v1”.

        Code bij het einde: 0 gehaald wat gevraagd is · 1 niet gehaald · 2 invoer, beleidskader of aanroep klopt niet · 3 niets om te toetsen.
        """,
        """
        Name files or folders, or “-” for standard input. In a folder every file is checked that begins with “leidraad: guideline/v1”.

        Exit codes: 0 requirement met · 1 not met · 2 the input, policy or call is faulty · 3 nothing to check.
        """))
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

  @OptionGroup var options: CheckOptions

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
      } catch is ExitStatus {
        // What a single check would end with is on the screen; looking goes on.
      }
      repeat { usleep(250_000) } while try stamps() == before
    }
  }

  /// What tells one state of the guidelines from the next.
  private func stamps() throws -> [String: [Int]] {
    var discovery = Discovery()
    for path in try allPaths() where path != "-" { discovery.add(path) }
    return discovery.inputs.reduce(into: [:]) { stamps, input in
      stamps[input.name] = input.path.flatMap(FileSystem.status).map { $0.modified + [$0.size] } ?? []
    }
  }

  private func check() throws {
    let settings = try Settings(options)
    var discovery = Discovery()
    for path in try allPaths() { discovery.add(path) }
    guard !discovery.inputs.isEmpty else {
      Console.note(words("Hier is geen richtlijn om te toetsen.", "There is no guideline here to check."), isQuiet: settings.isQuiet)
      throw ExitStatus.nothingToCheck
    }
    let status = try Checking(settings: settings).check(discovery.inputs)
    if status != .requirementMet, !(status == .requirementNotMet && settings.exitZero) { throw status }
  }

  private func allPaths() throws -> [String] {
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

/// Checks files one by one and writes their reports as they come.
struct Checking {
  let settings: Settings
  private let decoder: GuidelineDecoder

  init(settings: Settings) {
    self.settings = settings
    decoder = GuidelineDecoder(settings.policy)
  }

  /// What the whole comes to: the worst of its files.
  func check(_ inputs: [Discovery.Input]) throws -> ExitStatus {
    var outputs = try Outputs(settings)
    var gate = settings.gate
    var status = ExitStatus.requirementMet
    func worsen(_ other: ExitStatus) { status = status == .faulty ? .faulty : other }
    try outputs.open()
    try forEach(inputs) { report, input in
      try outputs.write(report)
      if report.problems.contains(where: { $0.diagnostic.severity == .error }) || input != nil && report.result == nil { worsen(.faulty) }
      if input != nil, !gate.passes(report) { worsen(.requirementNotMet) }
    }
    try outputs.close()
    let (notes, passes) = gate.close()
    for note in notes { Console.note(note[settings.language ?? Program.language], isQuiet: settings.isQuiet) }
    if !passes { worsen(.requirementNotMet) }
    return status
  }

  /// The reports of all files in order, and last, without an input, what is wrong with the reviews.
  func forEach(_ inputs: [Discovery.Input], _ body: (Report, Discovery.Input?) throws -> Void) throws {
    var reviews = ReviewShelf(settings)
    for input in inputs { try body(report(input, &reviews), input) }
    if let report = reviews.leftOver(language: settings.language ?? Program.language) { try body(report, nil) }
  }

  private func report(_ input: Discovery.Input, _ reviews: inout ReviewShelf) -> Report {
    func unreadable(_ why: Phrase) -> Report {
      problem([Diagnostic(.unreadableFile, why, at: .whole(input.name))], input)
    }
    if let fault = input.fault { return unreadable(fault) }
    let limits = Limits.guideline
    let bytes: [UInt8]
    do {
      if let path = input.path {
        bytes = try FileSystem.read(path, limit: limits.bytes)
      } else {
        bytes = try FileSystem.readStandardInput(limit: limits.bytes)
      }
    } catch {
      return unreadable(error.phrase)
    }
    do {
      let document = try Document.parse(bytes, limits: limits)
      return report(document, input, &reviews)
    } catch {
      // What could be read in spite of it is decoded for its diagnostics alone: nothing is scored on half a file.
      let rest = error.partial.map { decoder.decode($0, file: input.name, isPartial: true) }
      return problem(error.diagnostics(file: input.name, rest: rest?.diagnostics ?? []), input, language: rest?.guideline.language)
    }
  }

  private func report(_ document: Document, _ input: Discovery.Input, _ reviews: inout ReviewShelf) -> Report {
    let decoding = decoder.decode(document, file: input.name)
    let guideline = decoding.guideline
    let repository = Repository(of: input.path)
    let isAnotherFile = decoding.diagnostics.contains {
      $0.code == .wrongFormat && $0.path == "leidraad" || $0.code == .wrongPolicy || $0.code == .notAGuideline
    }
    let inputs = AssessmentInputs(
      asOf: settings.asOf, assurance: settings.assurance, literalOnly: settings.literalOnly, reviews: reviews.reviews(of: input.path),
      readEvidence: repository.read, digest: sha256)
    let assessment = isAnotherFile ? nil : settings.policy.assess(guideline, inputs)
    return settings.policy.report(
      guideline, assessment, diagnostics: decoding.diagnostics, language: language(guideline.language), requirement: settings.requirement,
      known: settings.gate.baseline?.fingerprints ?? [], digest: sha256)
  }

  private func problem(_ diagnostics: [Diagnostic], _ input: Discovery.Input, language: Language? = nil) -> Report {
    Report(file: input.name, language: self.language(language), diagnostics: diagnostics, policy: settings.policy.id, digest: sha256)
  }

  /// `--lang`, else the guideline's own, else the process's.
  private func language(_ own: Language?) -> Language { settings.language ?? own ?? Program.language }
}

/// The reviews that the assessing party passed, by the guideline that each is of.
struct ReviewShelf {
  private var reviews: [(review: Review, guideline: String?, isUsed: Bool)] = []
  private var diagnostics: [Diagnostic] = []
  private let policy: Policy

  init(_ settings: Settings) {
    policy = settings.policy
    for path in settings.reviews { read(path) }
  }

  private mutating func read(_ path: String) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: Limits.guideline.bytes)
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile, error.phrase, at: .whole(path)))
      return
    }
    do {
      let (review, found) = policy.decodeReview(try Document.parse(bytes), file: path)
      diagnostics += found
      guard let review else { return }
      reviews.append((review, FileSystem.realPath(Path.joined(Path.folder(of: path), review.guideline)), false))
    } catch {
      diagnostics += error.diagnostics(file: path)
    }
  }

  mutating func reviews(of path: String?) -> [Review] {
    guard !reviews.isEmpty, let real = path.flatMap(FileSystem.realPath) else { return [] }
    for index in reviews.indices where reviews[index].guideline == real { reviews[index].isUsed = true }
    return reviews.filter { $0.guideline == real }.map(\.review)
  }

  /// What is wrong with the reviews themselves, and those that no file is about; nil when there is nothing to say.
  func leftOver(language: Language) -> Report? {
    let unused = reviews.filter { !$0.isUsed }.map {
      Diagnostic(.reviewOfAnother, ReviewMessages.ofAnother($0.review.guideline), at: .whole($0.review.file), path: "guideline")
    }
    let all = diagnostics + unused
    guard let first = all.first else { return nil }
    return Report(file: first.location.file, language: language, diagnostics: all, policy: policy.id, digest: sha256)
  }
}

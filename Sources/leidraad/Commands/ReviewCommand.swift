internal import ArgumentParser
internal import LeidraadCore
internal import LocatedYAML

/// Starts or refreshes a review file for an auditor, with the claims filled in.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: words("Begin of ververs een toetsing van een richtlijn.", "Start or refresh a review of a guideline."),
      discussion: words(
        """
        Schrijft een bestand met elk onderdeel dat voor de organisatie geldt. De toetser vult oordelen in; “leidraad check --review BESTAND” telt ze \
        mee. Een eerdere toetsing die u met --review meegeeft, wordt overgenomen waar er niets is veranderd.
        """,
        """
        Writes a file with every control that applies to the organisation. The auditor fills in verdicts; “leidraad check --review FILE” counts them. \
        An earlier review passed with --review is carried over where nothing has changed.
        """))
  }

  @Argument(help: ArgumentHelp(words("De richtlijn.", "The guideline."), valueName: words("bestand", "file")))
  var path: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      words("Schrijf naar dit bestand in plaats van de standaarduitvoer.", "Write to this file instead of standard output."),
      valueName: words("bestand", "file")))
  var output: String?

  @OptionGroup var options: CheckOptions

  func run() throws {
    let settings = try Settings(options)
    let decoding = try decode(settings.policy)
    var repository: Repository
    do {
      repository = try Repository(of: path)
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
    let inputs = AssessmentInputs(asOf: settings.asOf, readEvidence: { repository.read($0) }, digest: sha256)
    guard let assessment = settings.policy.assess(decoding.guideline, inputs) else { throw ExitStatus.faulty }
    try requireReadable(assessment, decoding.guideline)
    let template = ReviewTemplate(policy: settings.policy, guideline: decoding.guideline, assessment: assessment, digest: sha256)
    let text = template.text(
      path: try relativePath(), earlier: try earlier(settings),
      language: settings.language ?? decoding.guideline.language ?? Program.language)
    guard let output else { return try StandardOutput.report(text) }
    try AtomicFile.put(text, at: output)
    Console.note(words("Geschreven: \(output).", "Written: \(output)."), isQuiet: settings.isQuiet)
  }

  /// A claim holds the content of the evidence: one that was made without it would lapse as soon as it can be read again.
  private func requireReadable(_ assessment: Assessment, _ guideline: Guideline) throws {
    guard let evidence = assessment.evidence.first(where: { $0.findings.contains(.unreadable) }) else { return }
    let id = guideline.evidence[evidence.entry].id
    throw Failure(
      message: Phrase(
        nl: "\(path): het bewijs “\(id)” kan niet worden gelezen. Een toetsing zou over iets anders gaan; maak het eerst leesbaar.",
        en: "\(path): the evidence “\(id)” cannot be read. A review would be of something else; make it readable first."))
  }

  /// A guideline with faults is not reviewed: its claims would be of something else than is meant.
  private func decode(_ policy: Policy) throws -> GuidelineDecoder.Decoding {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: Limits.guideline.bytes)
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
    let decoding: GuidelineDecoder.Decoding
    do {
      decoding = GuidelineDecoder(policy).decode(try Document.parse(bytes), file: path)
    } catch {
      try Settings.stop(at: error.diagnostics(file: path))
      throw ExitStatus.faulty
    }
    try Settings.stop(at: decoding.diagnostics.filter { $0.severity == .error })
    return decoding
  }

  private func earlier(_ settings: Settings) throws -> Review? {
    guard let file = settings.reviews.first else { return nil }
    do {
      let (review, diagnostics) = settings.policy.decodeReview(
        try Document.parse(try FileSystem.read(file, limit: Limits.guideline.bytes)), file: file)
      try Settings.stop(at: diagnostics)
      return review
    } catch let error as FileSystem.ReadFailure {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(file): \(why.nl)", en: "\(file): \(why.en)"))
    } catch let error as SyntaxFailure {
      try Settings.stop(at: error.diagnostics(file: file))
      throw ExitStatus.faulty
    }
  }

  /// The guideline as seen from where the review will stand.
  private func relativePath() throws -> String {
    guard let output else { return path }
    return Path.relative(try BaselineFile.realPath(path), from: try BaselineFile.realPath(Path.folder(of: output)))
  }
}

internal import LeidraadCore
internal import LeidraadRendering
internal import LocatedYAML

/// Checks files, several at once, and writes their reports in order as they come.
struct Checking: Sendable {
  let settings: Settings
  /// How many files at once.
  var jobs = 1
  private let decoder: GuidelineDecoder

  init(settings: Settings, jobs: Int = 1) {
    self.settings = settings
    self.jobs = jobs
    decoder = GuidelineDecoder(settings.policy)
  }

  /// A file and the reviews that were passed of it.
  struct Task: Sendable {
    let input: Discovery.Input
    let reviews: [Review]
  }

  /// What the reports of all files have in common.
  private struct Shared: Sendable {
    let detail: Report.Detail
    /// Worked out once where there are several files.
    var plan: AssessmentPlan?
    var words: ReportWording?
  }

  /// What the whole comes to: the worst of its files.
  ///
  /// - Parameter passedOver: Guidelines that are there and are not checked now; a review may be of one of them.
  func check(_ inputs: [Discovery.Input], passedOver: [Discovery.Input] = []) throws -> ExitStatus {
    let names = settings.workspace.map { $0.names(of: inputs.compactMap { $0.path == nil ? nil : $0.name } + settings.reviews) }
    var outputs = try Outputs(settings, hostedNames: names ?? [:])
    var gate = settings.gate
    var status = ExitStatus.requirementMet
    func worsen(_ other: ExitStatus) { status = status == .faulty ? .faulty : other }
    var reviews = ReviewShelf(settings)
    for input in passedOver { _ = reviews.reviews(of: input.path) }
    let tasks = inputs.map { Task(input: $0, reviews: reviews.reviews(of: $0.path)) }
    let shared = shared(by: inputs.count, detail)
    try outputs.open()
    let pages = outputs.pages
    let work = OrderedWork<Task, Tally, (report: Report, texts: [[UInt8]])>(
      fold: +=, first: Tally(),
      begin: { task in
        let report = report(task, shared)
        return ((report, []), Tally(report))
      },
      finish: { result, before in result.texts = pages.texts(result.report, before) })
    try work.run(tasks, jobs: jobs) { _, result in
      try outputs.write(result.report, result.texts)
      if result.report.isFaulty || result.report.result == nil { worsen(.faulty) }
      if !gate.passes(result.report) { worsen(.requirementNotMet) }
    }
    if let report = reviews.leftOver(language: settings.language ?? Program.language) {
      try outputs.write(report)
      if report.isFaulty { worsen(.faulty) }
    }
    try outputs.close()
    let (notes, passes) = gate.close()
    for note in notes { Console.note(note[settings.language ?? Program.language], isQuiet: settings.isQuiet) }
    if !passes { worsen(.requirementNotMet) }
    return status
  }

  /// The reports of all files in order with all that falls short, and last, without an input, what is wrong with the reviews.
  func forEach(_ inputs: [Discovery.Input], _ body: (Report, Discovery.Input?) throws -> Void) throws {
    var reviews = ReviewShelf(settings)
    let shared = shared(by: inputs.count, .gaps)
    for input in inputs { try body(report(Task(input: input, reviews: reviews.reviews(of: input.path)), shared), input) }
    if let report = reviews.leftOver(language: settings.language ?? Program.language) { try body(report, nil) }
  }

  private func report(_ task: Task, _ shared: Shared) -> Report {
    let input = task.input
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
      return report(document, task, shared)
    } catch {
      // What could be read in spite of it is decoded for its diagnostics alone: nothing is scored on half a file.
      let rest = error.partial.map { decoder.decode($0, file: input.name, after: error) }
      return problem(error.diagnostics(file: input.name) + (rest?.diagnostics ?? []), input, language: rest?.guideline.language)
    }
  }

  private func report(_ document: Document, _ task: Task, _ shared: Shared) -> Report {
    let decoding = decoder.decode(document, file: task.input.name)
    let guideline = decoding.guideline
    // Most guidelines are looked for on disk only where they name evidence.
    lazy var repository = try? Repository(of: task.input.path)
    let inputs = AssessmentInputs(
      asOf: settings.asOf, assurance: settings.assurance, literalOnly: settings.literalOnly, reviews: task.reviews,
      readEvidence: { repository?.read($0) ?? .unreadable }, digest: sha256)
    let assessment = decoding.isAnotherFile ? nil : settings.policy.assess(guideline, inputs, plan: shared.plan)
    return settings.policy.report(
      guideline, assessment, diagnostics: decoding.diagnostics, language: language(guideline.language), requirement: settings.requirement,
      detail: shared.detail, known: settings.gate.baseline?.fingerprints ?? [], words: shared.words, digest: sha256)
  }

  private func problem(_ diagnostics: [Diagnostic], _ input: Discovery.Input, language: Language? = nil) -> Report {
    Report(file: input.name, language: self.language(language), diagnostics: diagnostics, policy: settings.policy.id, digest: sha256)
  }

  /// What all forms of the report together tell. A baseline is held against all gaps, whatever is shown.
  private var detail: Report.Detail {
    let details = settings.renderers.map { $0.detail(settings.show) } + (settings.gate.baseline == nil ? [] : [.gaps])
    return details.contains(.findings) ? .findings : details.contains(.gaps) ? .gaps : .scores
  }

  private func shared(by count: Int, _ detail: Report.Detail) -> Shared {
    guard count > 1 else { return Shared(detail: detail) }
    let words = detail == .scores ? nil : ReportWording(settings.policy, in: settings.language.map { [$0] } ?? Language.own)
    return Shared(detail: detail, plan: AssessmentPlan(settings.policy), words: words)
  }

  /// `--lang`, else the guideline's own, else the process's.
  private func language(_ own: Language?) -> Language { settings.language ?? own ?? Program.language }
}

extension Report {
  /// Whether something is wrong with the file itself.
  fileprivate var isFaulty: Bool { problems.contains { $0.diagnostic.severity == .error } }
}

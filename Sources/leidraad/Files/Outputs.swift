internal import LeidraadCore
internal import LeidraadRendering

/// All that a check writes: one form to standard output, and any number to files, each as results come.
struct Outputs: ~Copyable {
  private let renderer: Renderer
  private var files: [FileOutput] = []
  private var run: Run
  private var summary: Summary
  private var step: StepFiles

  /// One file in the making. Its text is kept until the end of a write, its bytes are on disk, beside their place.
  private final class FileOutput {
    let renderer: Renderer
    let path: String
    private var file: AtomicFile?

    init(_ renderer: Renderer, _ path: String) throws(WriteFailure) {
      self.renderer = renderer
      self.path = path
      file = try AtomicFile(path)
    }

    func write(_ bytes: [UInt8]) throws(WriteFailure) { try file?.write(bytes) }

    func commit() throws(WriteFailure) { try file.take()?.commit() }
  }

  /// What is written of each file, in every form that is asked for. A value without files, so that it may be made on any thread.
  struct Pages: Sendable {
    fileprivate let forms: [(renderer: Renderer, run: Run)]

    /// The files' forms first, then that of a step's summary where there is one, then that of standard output.
    func texts(_ report: Report, _ before: Tally) -> [[UInt8]] { forms.map { $0.renderer.body(report, $0.run, before) } }
  }

  var pages: Pages {
    Pages(forms: (files.map(\.renderer) + (step.hasSummary ? [.markdown] : [])).map { ($0, fileRun) } + [(renderer, run)])
  }

  /// - Parameter hostedNames: Of files, as the code host names them; see `Run`.
  init(_ settings: Settings, hostedNames: [String: String]) throws {
    renderer = settings.renderer
    step = StepFiles(settings)
    summary = Summary(listsEveryFile: settings.renderers.contains(where: \.listsEveryFile))
    run = Run(
      version: Program.version, language: settings.language ?? Program.language, asOf: settings.asOf, assurance: settings.assurance,
      policy: settings.policy, show: settings.show, width: StandardOutput.width ?? 80, isColored: settings.isColored,
      hasHyperlinks: settings.isColored && StandardOutput.isTerminal && Environment.value("CI") == nil, sarifScope: settings.sarifScope,
      hasByteOrderMark: settings.hasByteOrderMark, hasBaseline: settings.gate.baseline != nil, hostedNames: hostedNames)
    for (renderer, path) in settings.reports {
      do {
        files.append(try FileOutput(renderer, path))
      } catch {
        throw Failure.cannotWrite(path, error.reason)
      }
    }
  }

  /// Files are never coloured and are as wide as a page.
  private var fileRun: Run {
    var run = run
    run.isColored = false
    run.hasHyperlinks = false
    run.width = 80
    return run
  }

  func open() throws { try write(pages.forms.map { Array($0.renderer.opening($0.run).utf8) }) }

  mutating func write(_ report: Report) throws { try write(report, pages.texts(report, summary.tally)) }

  /// Writes what `Pages` made of a report.
  mutating func write(_ report: Report, _ texts: [[UInt8]]) throws {
    try write(texts)
    if step.hasSummary { step.add(String(decoding: texts[files.count], as: UTF8.self)) }
    summary.add(report)
  }

  consuming func close() throws {
    let summary = summary
    let fileRun = fileRun
    try write(pages.forms.map { Array($0.renderer.closing($0.run, summary).utf8) })
    for file in files {
      do {
        try file.commit()
      } catch {
        throw Failure.cannotWrite(file.path, error.reason)
      }
    }
    try step.write(fileRun, summary)
  }

  private func write(_ texts: [[UInt8]]) throws {
    for (file, text) in zip(files, texts) {
      do {
        try file.write(text)
      } catch {
        throw Failure.cannotWrite(file.path, error.reason)
      }
    }
    if let text = texts.last { try StandardOutput.report(text) }
  }
}

/// The files that a step of GitHub Actions adds to; without them nothing is written.
private struct StepFiles {
  private let summaryPath: String?
  private let outputPath: String?
  private let sarifFile: String
  private var page = StepSummary()

  init(_ settings: Settings) {
    summaryPath = settings.stepSummaryPath
    outputPath = settings.stepOutputPath
    sarifFile = settings.reports.first { $0.renderer.name == Renderer.sarif.name }?.path ?? ""
  }

  var hasSummary: Bool { summaryPath != nil }

  /// A piece of the summary.
  mutating func add(_ text: String) { page.add(text) }

  func write(_ run: Run, _ summary: Summary) throws(Failure) {
    if let path = summaryPath {
      // What the step wrote before counts as well.
      try AppendedFile.add(page.text(run, summary, room: StepSummary.largest - size(of: path)), to: path)
    }
    if let path = outputPath { try AppendedFile.add(stepOutputs(run, summary, sarifFile: sarifFile), to: path) }
  }

  private func size(of path: String) throws(Failure) -> Int {
    do {
      return try FileSystem.status(path)?.size ?? 0
    } catch {
      throw Failure.cannotWrite(path, FileSystem.lastError())
    }
  }
}

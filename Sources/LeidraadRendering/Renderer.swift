package import LeidraadCore

/// One form in which reports are written down. A value, not a protocol: its pieces are pure functions, called in order, so that results stream out
/// while later files are still being checked.
package struct Renderer: Sendable {
  /// What `--format` takes.
  package let name: String
  /// For a file's name, without a dot: `sarif.json`.
  package let fileExtension: String
  /// What it is for, in the help.
  package let summary: Phrase
  package let opening: @Sendable (Run) -> String
  /// One file's report, after the files that are counted: UTF-8.
  package let body: @Sendable (Report, Run, Tally) -> [UInt8]
  package let closing: @Sendable (Run, Summary) -> String
  /// Whether its end needs a line of every file; what only lists files for people is content with those that come out lowest.
  package let listsEveryFile: Bool
  /// Whether it tells, of the controls, only of those that fall short, unless the user asks for others.
  let isOfGaps: Bool

  /// A form whose reports are written byte by byte.
  init(
    name: String, fileExtension: String, summary: Phrase, opening: @escaping @Sendable (Run) -> String = { _ in "" },
    bytes body: @escaping @Sendable (Report, Run, Tally) -> [UInt8], closing: @escaping @Sendable (Run, Summary) -> String = { _, _ in "" },
    listsEveryFile: Bool = false, isOfGaps: Bool = false
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.summary = summary
    self.opening = opening
    self.body = body
    self.closing = closing
    self.listsEveryFile = listsEveryFile
    self.isOfGaps = isOfGaps
  }

  package init(
    name: String, fileExtension: String, summary: Phrase, opening: @escaping @Sendable (Run) -> String = { _ in "" },
    body: @escaping @Sendable (Report, Run, Tally) -> String, closing: @escaping @Sendable (Run, Summary) -> String = { _, _ in "" },
    listsEveryFile: Bool = false
  ) {
    self.init(
      name: name, fileExtension: fileExtension, summary: summary, opening: opening,
      bytes: { report, run, before in Array(body(report, run, before).utf8) }, closing: closing, listsEveryFile: listsEveryFile)
  }

  /// Every form there is, in the order of the help. This is the one list: options, help and tests derive from it.
  package static let all: [Renderer] = [.text, .json, .jsonl, .sarif, .junit, .github, .gitlab, .azure, .html, .markdown, .csv, .oscal]

  /// How much a report must tell for this form of it.
  package func detail(_ show: Run.Show) -> Report.Detail {
    switch show {
    case .scores: .scores
    case .brief, .gaps: isOfGaps ? .gaps : .findings
    case .all, .met: .findings
    }
  }

  package static func named(_ name: String) -> Renderer? { all.first { $0.name == name } }

  /// Reports written down in one go.
  package func render(_ reports: [Report], _ run: Run) -> String {
    var summary = Summary(listsEveryFile: listsEveryFile)
    var result = Array(opening(run).utf8)
    for report in reports {
      result += body(report, run, summary.tally)
      summary.add(report)
    }
    return String(decoding: result, as: UTF8.self) + closing(run, summary)
  }
}

/// What all reports of one call have in common, and how they are to be shown.
package struct Run: Sendable {
  /// The tool's own version.
  package var version: String
  package var language: Language
  package var asOf: CivilDate
  package var assurance: Assessment.Assurance
  package var policy: Policy
  package var show: Show
  /// Columns of the terminal; 80 where there is none.
  package var width: Int
  package var isColored: Bool
  /// Whether links may be written so that a terminal opens them.
  package var hasHyperlinks: Bool
  /// SARIF for archives: also what is met, explained, planned or accepted.
  package var sarifScope: SARIFScope
  /// UTF-8 with a byte order mark, for spreadsheets that need it.
  package var hasByteOrderMark: Bool
  /// Whether known gaps were told apart from new ones.
  package var hasBaseline: Bool
  /// Of files that the user names otherwise than the code host does: the name there, by the name here. Build services and code hosts read it.
  package var hostedNames: [String: String]

  package enum Show: String, Sendable, CaseIterable {
    /// The gaps; in a terminal, a recommendation of which most is still open in a few lines.
    case brief
    /// Every gap in full.
    case gaps
    case all, met
    /// Scores and verdicts alone.
    case scores
  }
  package enum SARIFScope: String, Sendable, CaseIterable { case failures, all }

  package init(
    version: String, language: Language, asOf: CivilDate, assurance: Assessment.Assurance, policy: Policy, show: Show = .brief,
    width: Int = 80,
    isColored: Bool = false, hasHyperlinks: Bool = false, sarifScope: SARIFScope = .failures, hasByteOrderMark: Bool = false,
    hasBaseline: Bool = false, hostedNames: [String: String] = [:]
  ) {
    self.version = version
    self.language = language
    self.asOf = asOf
    self.assurance = assurance
    self.policy = policy
    self.show = show
    self.width = width
    self.isColored = isColored
    self.hasHyperlinks = hasHyperlinks
    self.sarifScope = sarifScope
    self.hasByteOrderMark = hasByteOrderMark
    self.hasBaseline = hasBaseline
    self.hostedNames = hostedNames
  }
}

/// How much there is so far: what a file's report must know of those before it, and all that it may know, so that reports can be made side by side.
package struct Tally: Sendable {
  package private(set) var files = 0
  /// What is to be dealt with.
  private(set) var active = SeverityCounts()
  /// What is in order, outside what is asked, or decided about.
  private(set) var settled = 0
  /// Of those: about which something was decided.
  private(set) var decided = 0

  package init() {}

  package init(_ report: Report) {
    files = 1
    for problem in report.problems { active.add(problem.diagnostic) }
    for findings in [report.result?.rules ?? [], report.result?.findings ?? []] {
      for finding in findings {
        if finding.isToBeDealtWith { active.add(finding.severity) } else { settled += 1 }
        if finding.isDecided { decided += 1 }
      }
    }
  }

  package static func += (left: inout Tally, right: Tally) {
    left.files += right.files
    left.active += right.active
    left.settled += right.settled
    left.decided += right.decided
  }
}

internal import LeidraadCore

extension Renderer {
  /// A line a finding, for spreadsheets: controls, rules and diagnostics of all files under one head.
  package static let csv = Renderer(
    name: "csv", fileExtension: "csv",
    summary: Phrase(nl: "een regel per bevinding, voor een rekenblad", en: "a line a finding, for a spreadsheet"),
    opening: { run in (run.hasByteOrderMark ? "\u{FEFF}" : "") + String(decoding: CSVTable.head, as: UTF8.self) },
    bytes: { report, _, _ in CSVTable(report: report).lines() })
}

/// One file's findings as lines. A cell that does not apply is empty.
private struct CSVTable {
  let report: Report

  struct Column: Sendable {
    let name: String
    let finding: @Sendable (Finding, Report.Result) -> CSVCell
    let problem: @Sendable (Report.Problem, Report) -> CSVCell

    init(
      _ name: String, _ finding: @escaping @Sendable (Finding, Report.Result) -> CSVCell,
      problem: @escaping @Sendable (Report.Problem, Report) -> CSVCell = { _, _ in "" }
    ) {
      self.name = name
      self.finding = finding
      self.problem = problem
    }

    /// A column that says the same of every line of a file.
    static func ofFile(_ name: String, _ value: @escaping @Sendable (Report.Result) -> String) -> Column {
      Column(name, { .text(value($1)) }, problem: { $1.result.map { .text(value($0)) } ?? "" })
    }

    /// A column about the decision that was made on a control.
    static func ofDecision(_ name: String, _ value: @escaping @Sendable (Report.Decision) -> CSVCell) -> Column {
      Column(name, { finding, result in result.decisions.first { $0.control == finding.control }.map(value) ?? "" })
    }
  }

  /// The columns in order. Names are stable; new columns come at the end.
  static let columns =
    places + outcomes + words + [
      Column("fingerprint", { finding, _ in .text(finding.fingerprint) }, problem: { problem, _ in .text(problem.fingerprint) }),
      Column("known", { finding, _ in flag(finding.isKnown) }),
    ] + decisions

  /// Of a decision, whether it is in force or not: to sort and to count by.
  private static let decisions = [
    Column.ofDecision("decision-status") { .text($0.status) },
    .ofDecision("decision-in-force") { flag($0.isInForce) },
    .ofDecision("decision-owner") { .text($0.owner) },
    .ofDecision("decision-last-day") { .text($0.lastDay?.description ?? "") },
    // Empty once past: the last day tells since when.
    .ofDecision("decision-days-left") { $0.daysLeft.flatMap { $0 < 0 ? nil : .number($0) } ?? "" },
  ]

  private static let places = [
    Column("file", { finding, _ in .text(finding.location.file) }, problem: { problem, _ in .text(problem.diagnostic.location.file) }),
    Column(
      "line", { finding, _ in .number(finding.location.start.line) },
      problem: { problem, _ in .number(problem.diagnostic.location.start.line) }),
    Column(
      "column", { finding, _ in .number(finding.location.start.column) },
      problem: { problem, _ in .number(problem.diagnostic.location.start.column) }),
    Column(
      "end-line", { finding, _ in .number(finding.location.end.line) },
      problem: { problem, _ in .number(problem.diagnostic.location.end.line) }),
    Column(
      "end-column", { finding, _ in .number(finding.location.end.column) },
      problem: { problem, _ in .number(problem.diagnostic.location.end.column) }),
    Column("path", { finding, _ in .text(finding.path) }, problem: { problem, _ in .text(problem.diagnostic.path) }),
    .ofFile("organisation") { $0.organisation.name },
    .ofFile("organisation-id") { $0.organisation.id ?? "" },
    .ofFile("organisation-kind") { $0.organisation.kind },
    // With its id: spreadsheets take some version numbers for dates.
    .ofFile("policy") { "\($0.policy.id)@\($0.policy.version)" },
    .ofFile("as-of") { $0.asOf.description },
    .ofFile("assurance") { $0.assurance.rawValue },
  ]

  private static let outcomes = [
    Column("kind", { finding, _ in .text(finding.kind.rawValue) }, problem: { _, _ in "diagnostic" }),
    Column("id", { finding, _ in .text(finding.id) }, problem: { problem, _ in .text(problem.diagnostic.code.rawValue) }),
    Column("control", { finding, _ in .text(finding.control) }),
    Column("recommendation", { finding, _ in .text(finding.recommendation) }),
    Column("outcome", { finding, _ in .text(finding.outcome?.rawValue ?? "") }),
    Column(
      "severity", { finding, _ in .text(finding.severity.rawValue) }, problem: { problem, _ in .text(problem.diagnostic.severity.rawValue) }
    ),
    Column("gap", { finding, _ in flag(finding.isGap) }),
    Column("blocker", { finding, _ in ofRule(finding, finding.isBlocker) }),
    Column("lifted", { finding, _ in ofRule(finding, finding.isLifted) }),
    // As a percentage: a spreadsheet takes 1/2 for a day of January.
    Column("share-percent", { finding, _ in .decimal(tenths: finding.share.roundedDown(times: 1000)) }),
    Column("points-possible", { finding, _ in points(finding, finding.possible) }),
    Column("points-earned", { finding, _ in points(finding, finding.earned) }),
    Column("points-lost", { finding, _ in points(finding, finding.lost) }),
    Column("effort", { finding, _ in .text(finding.effort.rawValue) }),
    Column("basis", { finding, _ in .text(finding.basis.rawValue) }),
  ]

  private static let words = [
    Column(
      "label", { finding, _ in .text(finding.outcomeLabel) },
      problem: { problem, report in .text(problem.diagnostic.severity.label[report.language]) }),
    Column(
      "title", { finding, _ in .text(finding.title) }, problem: { problem, report in .text(problem.diagnostic.message[report.language]) }),
    Column("why", { finding, _ in .text(finding.why) }),
    Column(
      "how", { finding, _ in .text(finding.how) }, problem: { problem, report in .text(problem.diagnostic.help?[report.language] ?? "") }),
    Column("fields", { finding, _ in .text(finding.fields.map(\.path).joined(separator: " ")) }),
    Column("ground", { finding, _ in .text(finding.ground) }),
    Column("law", { finding, _ in .text(finding.law ?? "") }),
    Column("evidence", { finding, _ in .text(finding.evidence ?? "") }),
    Column("decision", { finding, _ in .text(finding.decision ?? "") }),
    Column("review", { finding, _ in .text(finding.auditor ?? "") }),
  ]

  static var head: [UInt8] {
    var lines = CSVLines()
    lines.add(columns.lazy.map { .text($0.name) })
    return lines.bytes
  }

  /// Diagnostics, then rules, then controls, each in the report's order.
  func lines() -> [UInt8] {
    var lines = CSVLines()
    for problem in report.problems { lines.add(Self.columns.lazy.map { $0.problem(problem, report) }) }
    guard let result = report.result else { return lines.bytes }
    for findings in [result.rules, result.findings] {
      for finding in findings { lines.add(Self.columns.lazy.map { $0.finding(finding, result) }) }
    }
    return lines.bytes
  }

  private static func flag(_ value: Bool) -> CSVCell { value ? "true" : "false" }

  private static func ofRule(_ finding: Finding, _ value: Bool) -> CSVCell { finding.kind == .control ? "" : flag(value) }

  private static func points(_ finding: Finding, _ number: Report.Number) -> CSVCell {
    finding.kind == .control ? .decimal(tenths: number.tenths) : ""
  }
}

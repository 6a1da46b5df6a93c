internal import LeidraadCore

extension Renderer {
  /// Commands that GitHub Actions shows beside the lines of a pull request.
  package static let github = Renderer(
    name: "github", fileExtension: "github.txt",
    summary: Phrase(nl: "aantekeningen in GitHub Actions", en: "annotations in GitHub Actions"),
    body: { report, run, before in GitHubLog(report: report, run: run, before: before).text })
}

private struct GitHubLog {
  let report: Report
  let run: Run
  let before: Tally

  /// GitHub shows this many of each type in a step; the others would only be in the log.
  private static let shown = 10

  private typealias Command = WorkflowCommand

  var text: String {
    var lines: [String] = [report.statusLine(run)]
    var rest: [Annotation] = []
    for (severity, annotations) in groups {
      let room = max(0, Self.shown - before.active[severity])
      lines += annotations.prefix(room).map { "::\(command($0))" }
      rest += annotations.dropFirst(room)
    }
    if !rest.isEmpty {
      lines += group(LogGroup(Phrase(nl: "Nog meer", en: "More"), rest.map(\.logLine), report, run))
    }
    for settled in report.settledGroups(run) { lines += group(settled) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func group(_ group: LogGroup) -> [String] {
    [("::group::\(group.title)" as Command.Message).text] + group.lines + ["::endgroup::"]
  }

  private var groups: [(Severity, [Annotation])] {
    let annotations = report.annotations(in: run)
    return Severity.allCases.map { severity in (severity, annotations.filter { $0.severity == severity }) }
  }

  private func command(_ annotation: Annotation) -> String {
    let (start, end) = (annotation.location.start, annotation.location.end)
    var properties: [Command.Property] = ["file=\(annotation.file)", "line=\(start.line)", "endLine=\(end.line)"]
    // Columns count only within one line; an empty place has no end.
    if start.line == end.line {
      properties.append("col=\(start.column)")
      if end.column > start.column { properties.append("endColumn=\(end.column)") }
    }
    properties.append("title=Leidraad \(annotation.id)")
    let lines = [annotation.headline, annotation.advice, annotation.ground, annotation.path].filter { !$0.isEmpty }.map {
      "\($0)" as Command.Message
    }
    let type =
      switch annotation.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    return
      "\(type) \(Command.Property.joined(properties, separator: ",").text)::\(Command.Message.joined(lines, separator: .lineBreak).text)"
  }
}

/// Lines of a log that a reader may open.
struct LogGroup {
  /// What they are, how many, and of which file; a plain line.
  let title: String
  let lines: [String]

  init(_ title: Phrase, _ lines: [String], _ report: Report, _ run: Run) {
    self.title = ("\(title[report.language]): \(lines.count), \(run.hosted(report.file))" as WorkflowCommand.Line).text
    self.lines = lines
  }
}

extension Report {
  /// The file and what it came to, as a plain line of a log.
  func statusLine(_ run: Run) -> String {
    let file = run.hosted(file)
    guard let result else {
      let words = Phrase(nl: "niet beoordeeld", en: "not assessed")[language]
      return ("Leidraad: \(file): \(words)" as WorkflowCommand.Line).text
    }
    let scores = result.scores.compactMap { score in score.value.map { "\(score.label) \($0.text)" } }.joined(separator: ", ")
    return ("Leidraad: \(file): \(result.verdict.title) (\(scores))" as WorkflowCommand.Line).text
  }

  /// What is not to be dealt with and is no success either: to look up, not to be told at every line of a change.
  func settledGroups(_ run: Run) -> [LogGroup] {
    let groups = [
      LogGroup(Phrase(nl: "Met een besluit", en: "Decided"), decided(in: run).map { $0.decidedLine(language) }, self, run),
      LogGroup(Phrase(nl: "Al bekend", en: "Known already"), known(in: run).map(\.logLine), self, run),
    ]
    return groups.filter { !$0.lines.isEmpty }
  }
}

extension Annotation {
  private var place: String { "\(file):\(location.start.line):\(location.start.column)" }

  /// The annotation as a plain line of a log.
  var logLine: String {
    // A finding's headline begins with its id.
    let name = finding == nil ? "\(id): " : ""
    let words = name + [headline, ground].filter { !$0.isEmpty }.joined(separator: " ")
    return ("- \(severity.rawValue): \(place): \(words)" as WorkflowCommand.Line).text
  }

  /// What was decided about it, as a plain line of a log.
  func decidedLine(_ language: Language) -> String {
    ("- \(place): \(headline) \(ruling?.sentence(language) ?? "")" as WorkflowCommand.Line).text
  }

  /// What was decided about it; nil where nothing was.
  var ruling: Ruling? {
    switch standing {
    case .decided(let ruling): ruling
    case .notApplicable(let ruling): ruling
    case .active, .known, .met: nil
    }
  }
}

extension Annotation.Ruling {
  /// Whose it is, and what it says.
  func sentence(_ language: Language) -> String {
    let whose = decision == nil ? Phrase(nl: "Toetsing", en: "Review") : Phrase(nl: "Besluit", en: "Decision")
    return "\(whose[language]): \(words)"
  }
}

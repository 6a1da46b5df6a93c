internal import LeidraadCore

extension Renderer {
  /// Commands that GitHub Actions shows beside the lines of a pull request.
  package static let github = Renderer(
    name: "github", fileExtension: "github.txt",
    summary: Phrase(nl: "aantekeningen in GitHub Actions", en: "annotations in GitHub Actions"),
    body: { report, _, before in GitHubLog(report: report, before: before).text })
}

private struct GitHubLog {
  let report: Report
  let before: Tally

  /// GitHub shows this many of each type in a step; the others would only be in the log.
  private static let shown = 10

  private typealias Command = WorkflowCommand

  var text: String {
    var lines: [String] = [report.statusLine]
    var rest: [Annotation] = []
    for (severity, annotations) in groups {
      let room = max(0, Self.shown - before.active[severity, default: 0])
      lines += annotations.prefix(room).map { "::\(command($0))" }
      rest += annotations.dropFirst(room)
    }
    if !rest.isEmpty {
      let title = Phrase(nl: "Nog meer: \(rest.count)", en: "More: \(rest.count)")[report.language]
      lines += [("::group::\(title), \(report.file.withoutDotFolder)" as Command.Message).text] + rest.map(\.logLine) + ["::endgroup::"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var groups: [(Severity, [Annotation])] {
    let annotations = report.annotations
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

extension Report {
  /// The file and what it came to, as a plain line of a log.
  var statusLine: String {
    guard let result else {
      let words = Phrase(nl: "niet beoordeeld", en: "not assessed")[language]
      return ("Leidraad: \(file.withoutDotFolder): \(words)" as WorkflowCommand.Line).text
    }
    let scores = result.scores.compactMap { score in score.value.map { "\(score.label) \($0.text)" } }.joined(separator: ", ")
    return ("Leidraad: \(file.withoutDotFolder): \(result.verdict.title) (\(scores))" as WorkflowCommand.Line).text
  }
}

extension Annotation {
  /// The annotation as a plain line of a log.
  var logLine: String {
    let place = "\(file):\(location.start.line):\(location.start.column)"
    let words = [headline, ground].filter { !$0.isEmpty }.joined(separator: " ")
    return ("- \(severity.rawValue): \(place): \(words)" as WorkflowCommand.Line).text
  }
}

internal import LeidraadCore

extension Renderer {
  /// GitLab's Code Quality report: one array of issues.
  package static let gitlab = Renderer(
    name: "gitlab", fileExtension: "gitlab.json", summary: Phrase(nl: "Code Quality in GitLab", en: "Code Quality in GitLab"),
    opening: { _ in "[" },
    bytes: { report, run, before in
      var json = JSONWriter(.line)
      for (index, annotation) in (report.annotations(in: run) + report.decided(in: run)).enumerated() {
        json.write(index == 0 && before.active.total + before.decided == 0 ? "\n" : ",\n")
        json.object(Issue(annotation, report.language).write)
      }
      return json.bytes
    }, closing: { _, _ in "\n]\n" })
}

private struct Issue: JSONObject {
  let checkName: String
  let description: String
  let fingerprint: String
  let line: Int
  let path: String
  let severity: Weight

  enum Weight: String { case info, minor, major, critical }

  func write(to json: inout JSONWriter) {
    json.entry("check_name", checkName)
    json.entry("description", description)
    json.entry("fingerprint", fingerprint)
    json.entry("location") { json in
      json.entry("lines") { $0.entry("begin", line) }
      json.entry("path", path)
    }
    json.entry("severity", severity.rawValue)
  }

  init(_ annotation: Annotation, _ language: Language) {
    let ruling = annotation.ruling
    checkName = annotation.id
    // GitLab does not show the name of the check; a finding's headline begins with it.
    let name = annotation.finding == nil ? "\(annotation.id): " : ""
    description = Issue.plain(
      name + [annotation.headline, ruling?.sentence(language) ?? annotation.ground].filter { !$0.isEmpty }.joined(separator: " "))
    // GitLab shows one of those that are alike; an organisation's gap in two files is two.
    // A gap that is decided about is another issue than the open one: GitLab then shows that the one went and the other came.
    fingerprint = "\(annotation.fingerprint) \(annotation.file)\(ruling == nil ? "" : " decided")"
    line = annotation.location.start.line
    path = annotation.file
    let isBlocking = annotation.finding.map { $0.isBlocker && $0.kind != .knockOutUndecided } ?? false
    severity =
      switch ruling == nil ? annotation.severity : .note {
      case .error: isBlocking ? .critical : .major
      case .warning: .minor
      case .note: .info
      }
  }

  /// One line without HTML.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "\n": result += " "
      case "<": result += "‹"
      case ">": result += "›"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

internal import LeidraadCore

extension Renderer {
  /// GitLab's Code Quality report: one array of issues.
  package static let gitlab = Renderer(
    name: "gitlab", fileExtension: "gitlab.json", summary: Phrase(nl: "Code Quality in GitLab", en: "Code Quality in GitLab"),
    opening: { _ in "[" },
    body: { report, _, before in
      let pieces = report.annotations.map { "\n" + JSON.foreign(Issue($0)) }.joined(separator: ",")
      return before.activeCount == 0 || pieces.isEmpty ? pieces : "," + pieces
    }, closing: { _, _ in "\n]\n" })
}

private struct Issue: Encodable {
  let checkName: String
  let description: String
  let fingerprint: String
  let location: Place
  let severity: Weight

  struct Place: Encodable {
    let lines: Lines
    let path: String
  }

  struct Lines: Encodable {
    let begin: Int
  }

  enum Weight: String, Encodable { case info, minor, major, critical }

  private enum CodingKeys: String, CodingKey {
    case description, fingerprint, location, severity
    case checkName = "check_name"
  }

  init(_ annotation: Annotation) {
    checkName = annotation.id
    // GitLab does not show the name of the check; a finding's headline begins with it.
    description = Issue.plain(annotation.finding == nil ? "\(annotation.id): \(annotation.headline)" : annotation.headline)
    fingerprint = annotation.fingerprint
    location = Place(lines: Lines(begin: annotation.location.start.line), path: annotation.file)
    let isBlocking = annotation.finding.map { $0.isBlocker && $0.kind != .knockOutUndecided } ?? false
    severity =
      switch annotation.severity {
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

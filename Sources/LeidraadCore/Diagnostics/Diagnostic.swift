package import LocatedYAML

/// How much a diagnostic weighs: an error makes the input faulty (exit code 2), a warning and a note do not.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case error, warning, note

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  package var label: Phrase {
    switch self {
    case .error: Phrase(nl: "fout", en: "error")
    case .warning: Phrase(nl: "let op", en: "warning")
    case .note: Phrase(nl: "opmerking", en: "note")
    }
  }
}

/// How many there are of each severity.
package struct SeverityCounts: Sendable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0

  package init() {}

  package var total: Int { errors + warnings + notes }

  package subscript(severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  package mutating func add(_ severity: Severity, _ count: Int = 1) {
    switch severity {
    case .error: errors += count
    case .warning: warnings += count
    case .note: notes += count
    }
  }

  /// Adds a diagnostic and all that it stands for.
  package mutating func add(_ diagnostic: Diagnostic) {
    for severity in Severity.allCases { add(severity, diagnostic.count(of: severity)) }
  }

  package static func += (left: inout SeverityCounts, right: SeverityCounts) {
    left.errors += right.errors
    left.warnings += right.warnings
    left.notes += right.notes
  }
}

/// A stretch of a file, ready to be shown: it needs no document any more.
package struct Location: Sendable, Hashable {
  /// As the user named the file, with `/` between folders.
  package let file: String
  package let start: SourcePosition
  /// After the last character.
  package let end: SourcePosition
  /// The line on which it starts, without its end; empty when there is nothing to show.
  package let excerpt: String

  /// A file as a whole, where nothing inside it can be pointed at.
  package static func whole(_ file: String) -> Location {
    let start = SourcePosition(line: 1, column: 1, offset: 0)
    return Location(file: file, start: start, end: start, excerpt: "")
  }

  /// The same place in the same file, named otherwise.
  package func renamed(_ file: String) -> Location { Location(file: file, start: start, end: end, excerpt: excerpt) }
}

/// Something about a *file*: syntax, an unknown key, a wrong type. What is about the guideline is a `Finding`.
package struct Diagnostic: Sendable, Hashable {
  package let code: DiagnosticCode
  package let severity: Severity
  /// What is wrong.
  package let message: Phrase
  /// What to do about it.
  package let help: Phrase?
  package let location: Location
  package let related: [Related]
  /// Where it is in the file's own terms, `accounts.policy` or `evidence.richtlijn`; part of the fingerprint.
  package let path: String
  /// Of one that stands for others: how many these are.
  package let untold: Untold?

  package struct Related: Sendable, Hashable {
    package let message: Phrase
    package let location: Location

    package init(message: Phrase, location: Location) {
      self.message = message
      self.location = location
    }
  }

  package init(
    _ code: DiagnosticCode, severity: Severity? = nil, _ message: Phrase, help: Phrase? = nil, at location: Location,
    related: [Related] = [], path: String = "", untold: Untold? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.help = help
    self.location = location
    self.related = related
    self.path = Diagnostic.oneLine(path)
    self.untold = untold
  }
}

extension Diagnostic {
  /// The longest path, in scalars.
  private static let longestPath = 200

  /// A path holds a stranger's keys: it is kept short and on one line.
  private static func oneLine(_ path: String) -> String {
    func breaks(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
    let scalars = path.unicodeScalars
    guard path.utf8.count > longestPath || scalars.contains(where: breaks) else { return path }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars.prefix(longestPath).map { breaks($0) ? "\u{FFFD}" : $0 })
    return String(line)
  }

  /// The order of every list of diagnostics: by file, then by place, then by weight; what stands for the rest of a file comes last.
  static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (a, b) = (left.location, right.location)
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    if (left.untold == nil) != (right.untold == nil) { return left.untold == nil }
    if a.start.offset != b.start.offset { return a.start.offset < b.start.offset }
    if left.severity != right.severity { return left.severity < right.severity }
    return (left.code.rawValue, left.path) < (right.code.rawValue, right.path)
  }
}

extension Location {
  /// The longest excerpt that is kept, in characters: the line of a stranger's file may be a megabyte long.
  private static let excerptLimit = 400

  /// A place in a file, with as much of its line as is shown.
  init(file: String, start: SourcePosition, end: SourcePosition, line: String) {
    self.init(
      file: file, start: start, end: end,
      excerpt: line.utf8.count <= Location.excerptLimit ? line : String(line.prefix(Location.excerptLimit)))
  }
}

extension Document {
  /// A range of this document as something to show.
  package func location(_ range: SourceRange, in file: String) -> Location {
    let start = position(at: range.start)
    return Location(file: file, start: start, end: position(at: range.end), line: line(at: start.line))
  }

  func location(of node: NodeID, in file: String) -> Location {
    location(range(of: node), in: file)
  }
}

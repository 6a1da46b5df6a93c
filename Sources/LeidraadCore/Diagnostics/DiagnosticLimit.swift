/// Diagnostics that are not told one by one: how many of each weight.
package struct Untold: Sendable, Hashable {
  private var errors = 0
  private var warnings = 0
  private var notes = 0

  package init() {}

  package subscript(severity: Severity) -> Int {
    get {
      switch severity {
      case .error: errors
      case .warning: warnings
      case .note: notes
      }
    }
    set {
      switch severity {
      case .error: errors = newValue
      case .warning: warnings = newValue
      case .note: notes = newValue
      }
    }
  }

  /// What the heaviest of them weighs; nil when there is none.
  var severity: Severity? { Severity.allCases.first { self[$0] > 0 } }

  static func += (left: inout Untold, right: Untold) {
    for severity in Severity.allCases { left[severity] += right[severity] }
  }
}

extension Diagnostic {
  /// So many are told of one file: enough to see what is the matter with it, and a file of nothing but mistakes stays quick to check and to read.
  package static let mostOfOneFile = 100

  /// For how many diagnostics of a weight this one stands.
  package func count(of severity: Severity) -> Int { untold?[severity] ?? (severity == self.severity ? 1 : 0) }

  /// Stands for those of a file that are not told one by one. It weighs what the heaviest of them weighs: nothing is passed for less than it is.
  static func standing(for untold: Untold, in file: String) -> Diagnostic? {
    untold.severity.map {
      Diagnostic(
        .moreDiagnostics, severity: $0, Messages.moreDiagnostics(untold), help: Messages.moreDiagnosticsHelp, at: .whole(file),
        untold: untold)
    }
  }

  /// In reading order, and of each file no more than so many: errors first, then warnings, then notes. The rest of a file is counted in a last one.
  static func told(of all: [Diagnostic]) -> [Diagnostic] {
    let sorted = all.sorted(by: inReadingOrder)
    guard sorted.count > mostOfOneFile || sorted.contains(where: { $0.untold != nil }) else { return sorted }
    var told: [Diagnostic] = []
    var rest = sorted[...]
    while let file = rest.first?.location.file {
      let end = rest.firstIndex { $0.location.file != file } ?? rest.endIndex
      told += toldOfOneFile(rest[..<end], file)
      rest = rest[end...]
    }
    return told
  }

  private static func toldOfOneFile(_ all: ArraySlice<Diagnostic>, _ file: String) -> [Diagnostic] {
    var untold = Untold()
    var room = mostOfOneFile
    var isTold = [Bool](repeating: false, count: all.count)
    for severity in Severity.allCases {
      for (index, diagnostic) in all.enumerated() where diagnostic.severity == severity {
        if let others = diagnostic.untold {
          untold += others
        } else if room > 0 {
          isTold[index] = true
          room -= 1
        } else {
          untold[severity] += 1
        }
      }
    }
    return zip(all, isTold).filter { $0.1 }.map(\.0) + [standing(for: untold, in: file)].compactMap { $0 }
  }
}

internal import LeidraadCore

/// One thing to point at in a file, as build services and code hosts show it: a problem with the file, a rule or what a control came to.
struct Annotation {
  enum Standing: Equatable {
    /// To be dealt with.
    case active
    /// A gap about which something was decided, with the words of that decision.
    case accepted(String)
    case met
    case notApplicable
  }

  /// `unknown-key`, `KO-3`, `B2.14`.
  let id: String
  let severity: Severity
  let standing: Standing
  /// One sentence or two, without control characters.
  let headline: String
  /// What to do about it; may be empty.
  let advice: String
  /// On what a control rests: the source itself, another guideline, the article of a law, our elaboration. Empty for a problem with the file, and
  /// for a rule: that something must not stand is the policy's own, and the ground of its control stands with that.
  let ground: String
  let location: Location
  /// The file without `./`.
  var file: String { location.file.withoutDotFolder }
  let related: [Diagnostic.Related]
  /// The place in the guideline's own terms; may be empty.
  let path: String
  let fingerprint: String
  /// Nil for a problem with the file.
  let finding: Finding?

  init(_ problem: Report.Problem, _ language: Language) {
    let diagnostic = problem.diagnostic
    id = diagnostic.code.rawValue
    severity = diagnostic.severity
    standing = .active
    headline = TerminalText.escaped(diagnostic.message[language])
    advice = TerminalText.escaped(diagnostic.help?[language] ?? "")
    ground = ""
    location = diagnostic.location
    related = diagnostic.related
    path = diagnostic.path
    fingerprint = problem.fingerprint
    finding = nil
  }

  init(_ finding: Finding) {
    id = finding.id
    severity = finding.severity
    standing = Annotation.standing(of: finding)
    headline = TerminalText.escaped("\(finding.id), \(finding.outcomeLabel): \(finding.title)")
    advice = TerminalText.escaped(finding.how)
    ground = finding.kind == .control ? TerminalText.escaped(finding.groundAndLaw) : ""
    location = finding.location
    related = []
    path = finding.path
    fingerprint = finding.fingerprint
    self.finding = finding
  }

  private static func standing(of finding: Finding) -> Standing {
    let words = finding.decision ?? finding.auditor ?? finding.outcomeLabel
    if finding.isToBeDealtWith { return .active }
    if finding.isLifted { return .accepted(words) }
    if finding.isKnown { return .accepted(finding.outcomeLabel) }
    switch finding.outcome {
    case .explained, .planned: return .accepted(words)
    case .notApplicable, .outOfScope, .upcoming: return .notApplicable
    case .met, .contradicted, .partlyMet, .unanswered, .notMet, .none: return .met
    }
  }
}

extension Finding {
  /// What it rests on, with the article of the law where there is one.
  var groundAndLaw: String { ground + (law.map { " \($0)." } ?? "") }

  /// A gap or a rule that nothing was decided about, that nobody lifted and no baseline accepts.
  var isToBeDealtWith: Bool { isActiveGap && !isLifted }
}

extension Report {
  /// What is to be dealt with: what weighs most first, and within that problems with the file, then rules, then gaps, each in the
  /// report's order.
  var annotations: [Annotation] {
    let all = everything.filter { $0.standing == .active }
    return Severity.allCases.flatMap { severity in all.filter { $0.severity == severity } }
  }

  /// What is in order, outside what is asked, or decided about.
  var settled: [Annotation] { everything.filter { $0.standing != .active } }

  private var everything: [Annotation] {
    problems.map { Annotation($0, language) } + ((result?.rules ?? []) + (result?.findings ?? [])).map { Annotation($0) }
  }
}

extension String {
  /// A file as code hosts want it: from the root of the repository, without `./`.
  var withoutDotFolder: String {
    var path = self[...]
    while path.utf8.starts(with: "./".utf8) { path = path[path.utf8.index(path.startIndex, offsetBy: 2)...] }
    return String(path)
  }
}

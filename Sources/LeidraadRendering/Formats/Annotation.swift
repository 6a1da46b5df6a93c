internal import LeidraadCore

/// One thing to point at in a file, as build services and code hosts show it: a problem with the file, a rule or what a control came to.
struct Annotation {
  enum Standing {
    /// To be dealt with.
    case active
    /// A gap or a rule about which something was decided.
    case decided(Ruling)
    /// A gap or a rule that a baseline accepts.
    case known
    case met
    /// By a decision, or without one: out of scope, or not yet asked.
    case notApplicable(Ruling?)
  }

  /// What was decided about a gap or a rule.
  struct Ruling {
    /// The organisation's own; nil where an auditor took a rule's effect away.
    let decision: Report.Decision?
    /// Of a decision: what, until when, how many days are left, why, and who is about it.
    let words: String
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
  /// As the code host names it.
  var file: String { location.file }
  let related: [Diagnostic.Related]
  /// The place in the guideline's own terms; may be empty.
  let path: String
  let fingerprint: String
  /// Nil for a problem with the file.
  let finding: Finding?

  var isActive: Bool {
    switch standing {
    case .active: true
    case .decided, .known, .met, .notApplicable: false
    }
  }

  init(_ problem: Report.Problem, _ language: Language, _ run: Run) {
    let diagnostic = problem.diagnostic
    id = diagnostic.code.rawValue
    severity = diagnostic.severity
    standing = .active
    headline = TerminalText.escaped(diagnostic.message[language])
    advice = TerminalText.escaped(diagnostic.help?[language] ?? "")
    ground = ""
    location = run.hosted(diagnostic.location)
    related = diagnostic.related.map { Diagnostic.Related(message: $0.message, location: run.hosted($0.location)) }
    path = diagnostic.path
    fingerprint = problem.fingerprint
    finding = nil
  }

  init(_ finding: Finding, _ result: Report.Result, _ run: Run) {
    id = finding.id
    severity = finding.severity
    standing = Annotation.standing(of: finding, result)
    headline = TerminalText.escaped("\(finding.id), \(finding.outcomeLabel): \(finding.title)")
    advice = TerminalText.escaped(finding.how)
    ground = finding.kind == .control ? TerminalText.escaped(finding.groundAndLaw) : ""
    location = run.hosted(finding.location)
    related = []
    path = finding.path
    fingerprint = finding.fingerprint
    self.finding = finding
  }

  private static func standing(of finding: Finding, _ result: Report.Result) -> Standing {
    if finding.isToBeDealtWith { return .active }
    if finding.isDecided {
      let ruling = ruling(on: finding, result)
      return finding.outcome == .notApplicable ? .notApplicable(ruling) : .decided(ruling)
    }
    if finding.isKnown { return .known }
    switch finding.outcome {
    case .outOfScope, .upcoming, .notApplicable: return .notApplicable(nil)
    case .met, .explained, .planned, .contradicted, .partlyMet, .unanswered, .notMet, .none: return .met
    }
  }

  /// A decision that is not in force took nothing away: then an auditor did.
  private static func ruling(on finding: Finding, _ result: Report.Result) -> Ruling {
    let decision = result.decisions.first { $0.control == finding.control && $0.isInForce }
    return Ruling(decision: decision, words: (decision == nil ? finding.auditor : finding.decision) ?? finding.outcomeLabel)
  }
}

extension Finding {
  /// What it rests on, with the article of the law where there is one.
  var groundAndLaw: String { ground + (law.map { " \($0)." } ?? "") }

  /// A gap or a rule that nothing was decided about, that nobody lifted and no baseline accepts.
  var isToBeDealtWith: Bool { isActiveGap && !isLifted }

  /// What it came to, and whether a baseline accepts that.
  func standingLabel(_ language: Language) -> String {
    outcomeLabel + (isKnown ? Phrase(nl: ", al bekend", en: ", known")[language] : "")
  }

  /// Whether a decision in force, or an auditor, says what this comes to: explained, planned, not applicable, or a rule without effect.
  var isDecided: Bool { isLifted || outcome == .explained || outcome == .planned || outcome == .notApplicable }
}

extension Report {
  /// What is to be dealt with: what weighs most first, and within that problems with the file, then rules, then gaps, each in the
  /// report's order.
  func annotations(in run: Run) -> [Annotation] {
    Severity.allCases.flatMap { severity in
      problems.filter { $0.diagnostic.severity == severity }.map { Annotation($0, language, run) }
        + annotations(in: run) { $0.severity == severity && $0.isToBeDealtWith }
    }
  }

  /// About what something was decided, rules first.
  func decided(in run: Run) -> [Annotation] { annotations(in: run) { $0.isDecided } }

  /// What a baseline accepts and nobody decided about, rules first.
  func known(in run: Run) -> [Annotation] { annotations(in: run) { !$0.isToBeDealtWith && !$0.isDecided && $0.isKnown } }

  /// What is in order, outside what is asked, known or decided about.
  func settled(in run: Run) -> [Annotation] { annotations(in: run) { !$0.isToBeDealtWith } }

  private func annotations(in run: Run, where isMeant: (Finding) -> Bool) -> [Annotation] {
    guard let result else { return [] }
    return [result.rules, result.findings].flatMap { $0.filter(isMeant).map { Annotation($0, result, run) } }
  }
}

extension Run {
  /// A file as a code host names it: from the root of the repository, without `./`.
  func hosted(_ file: String) -> String { (hostedNames.isEmpty ? nil : hostedNames[file]) ?? file.withoutDotFolder }

  func hosted(_ location: Location) -> Location { location.renamed(hosted(location.file)) }
}

extension String {
  /// Without `./`, which code hosts do not expect.
  var withoutDotFolder: String {
    guard utf8.first == 0x2E else { return self }
    var path = self[...]
    while path.utf8.starts(with: "./".utf8) { path = path[path.utf8.index(path.startIndex, offsetBy: 2)...] }
    return String(path)
  }
}

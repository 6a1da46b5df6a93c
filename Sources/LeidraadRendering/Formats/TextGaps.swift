internal import LeidraadCore

/// What falls short. In brief, a recommendation of which most is still open takes a few lines: whoever has just begun is not helped by a
/// hundred explanations at once.
struct TextGaps {
  let text: TextReport
  let result: Report.Result
  /// What is told in full, or in its own line.
  private let told: [Finding]
  /// What is summed up, by recommendation, in the policy's order; what costs most first.
  private let open: [Open]

  /// Whether so much is open that all of it would be too long to read.
  private let isShortened: Bool

  private struct Open {
    let recommendation: Report.Recommendation
    let findings: [Finding]
  }

  private var run: Run { text.run }

  private func words(_ nl: String, _ en: String) -> String { text.words(nl, en) }

  init(text: TextReport, result: Report.Result) {
    self.text = text
    self.result = result
    let shown = result.findings.filter { finding in
      switch text.run.show {
      case .brief, .gaps, .scores: finding.isGap
      case .met: finding.outcome == .met
      case .all: true
      }
    }
    let all = shown.filter(\.isUntouched)
    isShortened = text.run.show == .brief && all.count > 20
    guard isShortened else {
      (told, open) = (shown, [])
      return
    }
    let untouched = Dictionary(grouping: all, by: \.recommendation)
    open = result.recommendations.compactMap { recommendation in
      guard let findings = untouched[recommendation.id], findings.count > 3, findings.count * 2 > recommendation.total else { return nil }
      return Open(recommendation: recommendation, findings: findings)
    }
    let summed = Set(open.map(\.recommendation.id))
    told = shown.filter { !($0.isUntouched && summed.contains($0.recommendation)) }
  }

  func write(to page: inout TerminalPage) {
    let count = told.count + open.reduce(0) { $0 + $1.findings.count }
    guard count > 0 else { return }
    text.heading("\(title) (\(number(count)))", &page)
    for finding in told { TextFinding(text: text).write(finding, to: &page) }
    guard let example = open.first?.findings.first?.id else { return }
    for item in open { summary(item, &page) }
    page.wrap(
      words(
        "Alles met uitleg en voorbeelden: zet “--show gaps” achter de opdracht. Over één onderdeel: “leidraad explain \(example)”.",
        "All of it, with explanations and examples: add “--show gaps”. About one control: “leidraad explain \(example)”."))
  }

  private var title: String {
    switch run.show {
    case .brief, .gaps, .scores: words("Wat er nog ontbreekt", "What is still missing")
    case .met: words("Wat in orde is", "What is in order")
    case .all: words("Alle onderdelen", "All controls")
    }
  }

  private func number(_ count: Int) -> String {
    let decided = run.show == .brief || run.show == .gaps ? told.count { !$0.isActiveGap } : 0
    return decided == 0
      ? "\(count)" : words("\(count), waarvan \(decided) met een besluit of al bekend", "\(count), \(decided) of them decided on or known")
  }

  // MARK: In brief

  /// The recommendation, and what of it costs most.
  private func summary(_ open: Open, _ page: inout TerminalPage) {
    let (count, item) = (open.findings.count, open.recommendation)
    let head = words(
      "\(item.id) \(item.title): \(count) van de \(item.total) nog niet ingevuld; telt voor \(item.possible.text) van de 100:",
      "\(item.id) \(item.title): \(count) of \(item.total) not filled in yet; counts for \(item.possible.text) of the 100:")
    page.wrap(head, margin: "  ", first: "✗ ", style: .bold)
    // One left over is named as well.
    let named = count <= 4 ? count : 3
    for finding in open.findings.prefix(named) {
      page.wrap("\(finding.id) (−\(finding.lost.text), \(basis(finding)))", finding.title, margin: "      ", first: "    ")
    }
    if count > named { page.line("    \(words("en nog \(count - named)", "and \(count - named) more"))") }
    page.line()
  }

  private func basis(_ finding: Finding) -> String {
    switch finding.basis {
    case .literal: words("bron", "source")
    case .derived: words("uitwerking", "elaboration")
    }
  }

  // MARK: Rules

  /// Whether a rule needs no more than its line: where many wait for an answer, what to write stands with the questions.
  func isBrief(_ rule: Finding) -> Bool { isShortened && rule.isWaiting && result.rules.count(where: \.isWaiting) > 3 }

  // MARK: Sources

  /// Those that what is told rests on.
  var sources: [Report.Source] {
    guard !open.isEmpty else { return result.sources }
    let named = Set((told + result.quickWins.map { result.findings[$0] }).flatMap(\.sources))
    return result.sources.filter { named.contains($0.short) }
  }
}

extension Finding {
  /// Nothing was said about it, by anyone.
  fileprivate var isUntouched: Bool { outcome == .unanswered && !isKnown && decision == nil && auditor == nil }

  /// A rule that an answer will decide.
  fileprivate var isWaiting: Bool { (kind == .knockOutOpen || kind == .knockOutUndecided) && !isKnown && decision == nil && auditor == nil }
}

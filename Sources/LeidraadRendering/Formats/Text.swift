internal import LeidraadCore

extension Renderer {
  /// For people in a terminal; eighty columns, readable without colour.
  package static let text = Renderer(
    name: "text", fileExtension: "txt", summary: Phrase(nl: "voor mensen, in de terminal", en: "for people, in the terminal"),
    opening: { run in run.show == .scores ? TextTable(run: run).head.map { $0.text + "\n" }.joined() : "" },
    bytes: { report, run, before in TextReport(report: report, run: run).page(isFirst: before.files == 0) },
    closing: { run, summary in TextTable(run: run).closing(summary).map { $0.text + "\n" }.joined() },
    isOfGaps: true)
}

/// One file's report on a page.
struct TextReport {
  let report: Report
  let run: Run

  var language: Language { report.language }
  /// A line is no longer than this; wider is harder to read.
  var width: Int { min(max(run.width, 40), 110) }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  /// UTF-8.
  func page(isFirst: Bool) -> [UInt8] {
    var page = TerminalPage(width: width, isColored: run.isColored)
    write(to: &page, isFirst: isFirst)
    return page.array
  }

  private func write(to page: inout TerminalPage, isFirst: Bool) {
    let isRow = run.show == .scores
    if !isFirst, !isRow { page.line() }
    for problem in report.problems { TextProblem(text: self).write(problem.diagnostic, to: &page) }
    if isRow { return page.line(TextTable(run: run).row(Summary.Line(report))) }
    guard let result = report.result else { return }
    if !report.problems.isEmpty { page.line() }
    head(result, &page)
    let gaps = TextGaps(text: self, result: result)
    rules(result, gaps, &page)
    gaps.write(to: &page)
    decisions(result, &page)
    bars(result, &page)
    summary(result, &page)
    quickWins(result, &page)
    sources(gaps.sources, &page)
  }

  // MARK: Head

  private func head(_ result: Report.Result, _ page: inout TerminalPage) {
    page.wrap(result.organisation.name.isEmpty ? report.file : result.organisation.name, style: .bold)
    let date = words("stand van \(result.asOf)", "as of \(result.asOf)")
    page.wrap("\(result.organisation.kindLabel) · \(result.policy.title) \(result.policy.version) · \(date)")
    page.wrap(report.file, style: .dim)
    // The answer first, in one line; the grounds follow.
    let answered = words("ingevuld \(result.completeness.text)%", "answered \(result.completeness.text)%")
    let score = result.scores.first { $0.assurance == result.assurance }.map { "\($0.label) \($0.value?.text ?? "–")" } ?? ""
    page.line()
    page.line("\(words("Oordeel", "Verdict")): \(result.verdict.title) · \(score) · \(answered)", .bold)
    if !result.policy.tailoring.isEmpty {
      page.wrap(words("Aangepast beleidskader:", "Tailored policy:"), result.policy.tailoring.joined(separator: "; ") + ".")
    }
  }

  // MARK: Rules

  private func rules(_ result: Report.Result, _ gaps: TextGaps, _ page: inout TerminalPage) {
    guard !result.rules.isEmpty, run.show != .met else { return }
    heading(words("Wat niet kan blijven staan", "What must not stand"), &page)
    var followsBrief = false
    for rule in result.rules {
      let isBrief = gaps.isBrief(rule)
      if followsBrief, !isBrief { page.line() }
      TextFinding(text: self).write(rule: rule, isBrief: isBrief, to: &page)
      followsBrief = isBrief
    }
  }

  func heading(_ title: String, _ page: inout TerminalPage) {
    let columns = min(TerminalText.columns(title), width)
    page.line()
    page.line(TerminalText.column(title, width: columns), .bold)
    page.line(TerminalText(stringLiteral: String(repeating: "─", count: columns)))
    page.line()
  }

  // MARK: Decisions

  /// Those that hold, a line each, whatever number of controls they are about. Those that do not are told with the problems of the file.
  private func decisions(_ result: Report.Result, _ page: inout TerminalPage) {
    guard run.show != .met else { return }
    var groups: [(words: String, controls: [String])] = []
    for item in result.decisions where item.isInForce {
      let words = "\(item.statusLabel), \(item.standing) — \(item.owner)"
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].controls.append(item.control)
      } else {
        groups.append((words, [item.control]))
      }
    }
    guard !groups.isEmpty else { return }
    heading(words("Besluiten die gelden", "Decisions in force"), &page)
    for group in groups { page.wrap(group.controls.joined(separator: ", ") + ":", group.words, margin: "  ", first: "- ") }
  }

  // MARK: Numbers

  private func bars(_ result: Report.Result, _ page: inout TerminalPage) {
    heading(words("Per aanbeveling", "By recommendation"), &page)
    let barWidth = 20
    let nameWidth = width - barWidth - 24
    for item in result.recommendations {
      guard item.isInScope, let score = item.scores.first(where: { $0.assurance == result.assurance })?.value else {
        let reason = item.isInScope ? words("niets te beoordelen", "nothing to assess") : words("geldt hier niet", "out of scope")
        page.line("\(TerminalText.column(item.id, width: 3)) \(TerminalText.column(item.title, width: nameWidth)) \(reason)")
        continue
      }
      let bar = bar(score.tenths, width: barWidth)
      let count = "\(item.met)/\(item.total)"
      page.line(
        """
        \(TerminalText.column(item.id, width: 3)) \(TerminalText.column(item.title, width: nameWidth)) \(bar) \
        \(TerminalText.column(score.text, width: 6, alignsRight: true)) \(TerminalText.column(count, width: 7, alignsRight: true))
        """)
      if !item.isAssessable {
        page.line(
          "    \(words("meer dan de helft is niet van toepassing: niet te beoordelen", "more than half is not applicable: not assessable"))"
        )
      }
    }
  }

  private func bar(_ tenths: Int, width: Int) -> TerminalText {
    let filled = min(width, tenths * width / 1000)
    let full = TerminalText(stringLiteral: String(repeating: "█", count: filled))
    let empty = TerminalText(stringLiteral: String(repeating: "░", count: width - filled))
    let style: TerminalText.Style = tenths >= 800 ? .green : tenths >= 600 ? .cyan : tenths >= 400 ? .yellow : .red
    return full.styled(style, if: run.isColored) + empty.styled(.dim, if: run.isColored)
  }

  private func summary(_ result: Report.Result, _ page: inout TerminalPage) {
    heading(words("Uitkomst", "Result"), &page)
    for score in result.scores {
      let mark = score.assurance == result.assurance ? "▸ " : "  "
      let value = score.value.map { "\($0.text) \(words("van 100", "of 100"))" } ?? words("geen toetsing meegegeven", "no review passed")
      page.line("\(mark)\(TerminalText.column(score.label, width: 14)) \(value)")
    }
    page.line("  \(TerminalText.column(words("Ingevuld", "Answered"), width: 14)) \(result.completeness.text)%")
    if let gap = result.overClaim, gap.tenths > 0 {
      let controls = result.unproven.joined(separator: ", ")
      page.wrap(
        words(
          "Verschil: \(gap.text) punten zijn opgegeven, maar niet (helemaal) met bewijs onderbouwd: \(controls).",
          "Difference: \(gap.text) points are declared but not (fully) supported with evidence: \(controls)."), margin: "  ")
    }
    page.wrap(
      words(
        "\(result.literalMet) van de \(result.literalTotal) onderdelen die de bron zelf noemt, zijn in orde.",
        "\(result.literalMet) of the \(result.literalTotal) controls that the source itself names are met."), margin: "  ")
    if result.excludedPart.tenths > 0 {
      page.wrap(
        words(
          "Niet van toepassing: \(result.excludedPart.text)% van de punten.", "Not applicable: \(result.excludedPart.text)% of the points."),
        margin: "  ")
    }
    page.line()
    verdict(result.verdict, &page)
  }

  private func verdict(_ verdict: Report.Verdict, _ page: inout TerminalPage) {
    let met = verdict.isRequirementMet
    page.lines(
      TerminalText.wrapped("\(words("Oordeel", "Verdict")): \(verdict.title)", width: width).map {
        $0.styled(.bold, met ? .green : .red, if: run.isColored)
      })
    for reason in verdict.reasons { page.wrap(reason, margin: "  ", first: "- ") }
    var asked = words("Gevraagd: “\(verdict.requiredTitle)”", "Required: “\(verdict.requiredTitle)”")
    if let minimum = verdict.minimumScore { asked += words(" en een score van \(minimum.text)", " and a score of \(minimum.text)") }
    asked += met ? words("; dat is gehaald.", "; that is met.") : words("; dat is nog niet gehaald.", "; that is not met yet.")
    page.wrap(asked)
    page.wrap(verdict.basis, style: .dim)
  }

  private func sources(_ sources: [Report.Source], _ page: inout TerminalPage) {
    guard !sources.isEmpty, run.show != .met else { return }
    heading(words("Bronnen", "Sources"), &page)
    for source in sources {
      page.wrap(source.short == source.title ? "" : source.short + ":", source.citation, margin: "  ", first: "- ")
      if let url = source.url { page.line("  \(TerminalText.link(url, if: run.hasHyperlinks))") }
    }
  }

  private func quickWins(_ result: Report.Result, _ page: inout TerminalPage) {
    guard !result.quickWins.isEmpty else { return }
    heading(words("Begin hiermee", "Start here"), &page)
    for (number, index) in result.quickWins.enumerated() {
      let finding = result.findings[index]
      let effort =
        switch finding.effort {
        case .low: words("weinig werk", "little work")
        case .medium: words("wat werk", "some work")
        case .high: words("veel werk", "much work")
        }
      let gain = words("\(finding.lost.text) punten, \(effort)", "\(finding.lost.text) points, \(effort)")
      page.wrap("\(finding.id) (\(gain)):", finding.how, margin: "   ", first: "\(number + 1). ")
    }
  }
}

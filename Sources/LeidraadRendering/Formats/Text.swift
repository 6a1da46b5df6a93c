internal import LeidraadCore

extension Renderer {
  /// For people in a terminal; eighty columns, readable without colour.
  package static let text = Renderer(
    name: "text", fileExtension: "txt", summary: Phrase(nl: "voor mensen, in de terminal", en: "for people, in the terminal"),
    opening: { run in run.show == .scores ? TextTable(run: run).head.map { $0.text + "\n" }.joined() : "" },
    bytes: { report, run, before in TerminalText.page(TextReport(report: report, run: run).lines(isFirst: before.files == 0)) },
    closing: { run, summary in TextTable(run: run).closing(summary).map { $0.text + "\n" }.joined() })
}

/// One file's report as lines.
struct TextReport {
  let report: Report
  let run: Run

  var language: Language { report.language }
  /// A line is no longer than this; wider is harder to read.
  var width: Int { min(max(run.width, 40), 110) }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  func lines(isFirst: Bool) -> [TerminalText] {
    let isRow = run.show == .scores
    var lines: [TerminalText] = isFirst || isRow ? [] : [""]
    for problem in report.problems { lines += TextProblem(text: self).lines(problem.diagnostic) }
    if isRow { return lines + [TextTable(run: run).row(Summary.Line(report))] }
    guard let result = report.result else { return lines }
    if !report.problems.isEmpty { lines.append("") }
    lines += head(result)
    let gaps = TextGaps(text: self, result: result)
    lines += rules(result, gaps)
    lines += gaps.lines()
    lines += decisions(result)
    lines += bars(result)
    lines += summary(result)
    lines += quickWins(result)
    lines += sources(gaps.sources)
    return lines
  }

  // MARK: Head

  private func head(_ result: Report.Result) -> [TerminalText] {
    let name = result.organisation.name.isEmpty ? report.file : result.organisation.name
    var lines = TerminalText.wrapped(name, width: width).map { $0.styled(.bold, if: run.isColored) }
    let date = words("stand van \(result.asOf)", "as of \(result.asOf)")
    lines += TerminalText.wrapped(
      "\(result.organisation.kindLabel) · \(result.policy.title) \(result.policy.version) · \(date)", width: width)
    lines += TerminalText.wrapped(report.file, width: width).map { $0.styled(.dim, if: run.isColored) }
    // The answer first, in one line; the grounds follow.
    let answered = words("ingevuld \(result.completeness.text)%", "answered \(result.completeness.text)%")
    let score = result.scores.first { $0.assurance == result.assurance }.map { "\($0.label) \($0.value?.text ?? "–")" } ?? ""
    lines += [
      "", TerminalText("\(words("Oordeel", "Verdict")): \(result.verdict.title) · \(score) · \(answered)").styled(.bold, if: run.isColored),
    ]
    if !result.policy.tailoring.isEmpty {
      lines += TerminalText.wrapped(
        words("Aangepast beleidskader: ", "Tailored policy: ") + result.policy.tailoring.joined(separator: "; ") + ".", width: width)
    }
    return lines
  }

  // MARK: Rules

  private func rules(_ result: Report.Result, _ gaps: TextGaps) -> [TerminalText] {
    guard !result.rules.isEmpty, run.show != .met else { return [] }
    var lines = heading(words("Wat niet kan blijven staan", "What must not stand"))
    var followsBrief = false
    for rule in result.rules {
      let isBrief = gaps.isBrief(rule)
      if followsBrief, !isBrief { lines.append("") }
      lines += TextFinding(text: self).rule(rule, isBrief: isBrief)
      followsBrief = isBrief
    }
    return lines
  }

  func heading(_ title: String) -> [TerminalText] {
    let line = TerminalText.column(title, width: min(TerminalText.columns(title), width))
    let rule = String(repeating: "─", count: min(TerminalText.columns(title), width))
    return ["", line.styled(.bold, if: run.isColored), TerminalText(stringLiteral: rule), ""]
  }

  // MARK: Decisions

  /// Those that hold, a line each, whatever number of controls they are about. Those that do not are told with the problems of the file.
  private func decisions(_ result: Report.Result) -> [TerminalText] {
    guard run.show != .met else { return [] }
    var groups: [(words: String, controls: [String])] = []
    for item in result.decisions where item.isInForce {
      let words = "\(item.statusLabel), \(item.standing) — \(item.owner)"
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].controls.append(item.control)
      } else {
        groups.append((words, [item.control]))
      }
    }
    guard !groups.isEmpty else { return [] }
    return heading(words("Besluiten die gelden", "Decisions in force"))
      + groups.flatMap { group in
        TerminalText.wrapped("\(group.controls.joined(separator: ", ")): \(group.words)", width: width, margin: "  ", first: "- ")
      }
  }

  // MARK: Numbers

  private func bars(_ result: Report.Result) -> [TerminalText] {
    var lines = heading(words("Per aanbeveling", "By recommendation"))
    let barWidth = 20
    let nameWidth = width - barWidth - 24
    for item in result.recommendations {
      guard item.isInScope, let score = item.scores.first(where: { $0.assurance == result.assurance })?.value else {
        let reason = item.isInScope ? words("niets te beoordelen", "nothing to assess") : words("geldt hier niet", "out of scope")
        lines.append("\(TerminalText.column(item.id, width: 3)) \(TerminalText.column(item.title, width: nameWidth)) \(reason)")
        continue
      }
      let bar = bar(score.tenths, width: barWidth)
      let count = "\(item.met)/\(item.total)"
      lines.append(
        """
        \(TerminalText.column(item.id, width: 3)) \(TerminalText.column(item.title, width: nameWidth)) \(bar) \
        \(TerminalText.column(score.text, width: 6, alignsRight: true)) \(TerminalText.column(count, width: 7, alignsRight: true))
        """)
      if !item.isAssessable {
        lines.append(
          "    \(words("meer dan de helft is niet van toepassing: niet te beoordelen", "more than half is not applicable: not assessable"))"
        )
      }
    }
    return lines
  }

  private func bar(_ tenths: Int, width: Int) -> TerminalText {
    let filled = min(width, tenths * width / 1000)
    let full = TerminalText(stringLiteral: String(repeating: "█", count: filled))
    let empty = TerminalText(stringLiteral: String(repeating: "░", count: width - filled))
    let style: TerminalText.Style = tenths >= 800 ? .green : tenths >= 600 ? .cyan : tenths >= 400 ? .yellow : .red
    return full.styled(style, if: run.isColored) + empty.styled(.dim, if: run.isColored)
  }

  private func summary(_ result: Report.Result) -> [TerminalText] {
    var lines = heading(words("Uitkomst", "Result"))
    for score in result.scores {
      let mark = score.assurance == result.assurance ? "▸ " : "  "
      let value = score.value.map { "\($0.text) \(words("van 100", "of 100"))" } ?? words("geen toetsing meegegeven", "no review passed")
      lines.append("\(mark)\(TerminalText.column(score.label, width: 14)) \(value)")
    }
    lines.append("  \(TerminalText.column(words("Ingevuld", "Answered"), width: 14)) \(result.completeness.text)%")
    if let gap = result.overClaim, gap.tenths > 0 {
      let controls = result.unproven.joined(separator: ", ")
      lines += TerminalText.wrapped(
        words(
          "Verschil: \(gap.text) punten zijn opgegeven, maar niet (helemaal) met bewijs onderbouwd: \(controls).",
          "Difference: \(gap.text) points are declared but not (fully) supported with evidence: \(controls)."), width: width, margin: "  ")
    }
    lines += TerminalText.wrapped(
      words(
        "\(result.literalMet) van de \(result.literalTotal) onderdelen die de bron zelf noemt, zijn in orde.",
        "\(result.literalMet) of the \(result.literalTotal) controls that the source itself names are met."), width: width, margin: "  ")
    if result.excludedPart.tenths > 0 {
      lines += TerminalText.wrapped(
        words(
          "Niet van toepassing: \(result.excludedPart.text)% van de punten.", "Not applicable: \(result.excludedPart.text)% of the points."),
        width: width, margin: "  ")
    }
    lines.append("")
    lines += verdict(result.verdict)
    return lines
  }

  private func verdict(_ verdict: Report.Verdict) -> [TerminalText] {
    let met = verdict.isRequirementMet
    let title = TerminalText.wrapped("\(words("Oordeel", "Verdict")): \(verdict.title)", width: width)
    var lines = title.map { $0.styled(.bold, met ? .green : .red, if: run.isColored) }
    for reason in verdict.reasons { lines += TerminalText.wrapped(reason, width: width, margin: "  ", first: "- ") }
    var asked = words("Gevraagd: “\(verdict.requiredTitle)”", "Required: “\(verdict.requiredTitle)”")
    if let minimum = verdict.minimumScore { asked += words(" en een score van \(minimum.text)", " and a score of \(minimum.text)") }
    asked += met ? words("; dat is gehaald.", "; that is met.") : words("; dat is nog niet gehaald.", "; that is not met yet.")
    lines += TerminalText.wrapped(asked, width: width)
    lines += TerminalText.wrapped(verdict.basis, width: width).map { $0.styled(.dim, if: run.isColored) }
    return lines
  }

  private func sources(_ sources: [Report.Source]) -> [TerminalText] {
    guard !sources.isEmpty, run.show != .met else { return [] }
    var lines = heading(words("Bronnen", "Sources"))
    for source in sources {
      let name = source.short == source.title ? source.citation : "\(source.short): \(source.citation)"
      lines += TerminalText.wrapped(name, width: width, margin: "  ", first: "- ")
      if let url = source.url { lines.append("  \(TerminalText.link(url, if: run.hasHyperlinks))") }
    }
    return lines
  }

  private func quickWins(_ result: Report.Result) -> [TerminalText] {
    guard !result.quickWins.isEmpty else { return [] }
    var lines = heading(words("Begin hiermee", "Start here"))
    for (number, index) in result.quickWins.enumerated() {
      let finding = result.findings[index]
      let effort =
        switch finding.effort {
        case .low: words("weinig werk", "little work")
        case .medium: words("wat werk", "some work")
        case .high: words("veel werk", "much work")
        }
      let gain = words("\(finding.lost.text) punten, \(effort)", "\(finding.lost.text) points, \(effort)")
      lines += TerminalText.wrapped(
        "\(finding.id) (\(gain)): \(finding.how)", width: width, margin: "   ", first: "\(number + 1). ")
    }
    return lines
  }
}

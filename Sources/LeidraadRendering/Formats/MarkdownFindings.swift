internal import LeidraadCore

/// Rules, gaps and what they rest on.
extension MarkdownReport {
  // MARK: Rules

  func rules(_ result: Report.Result) -> Markdown {
    guard !result.rules.isEmpty, run.show != .met else { return "" }
    let lines = result.rules.map { rule -> Markdown in
      var line: Markdown = "**\(rule.id), \(rule.outcomeLabel)** (\(rule.control)\(place(rule))): \(rule.title)"
      if rule.isLifted {
        let note = words("Telt niet mee in het oordeel, door een besluit of toetsing.", "Does not count, by a decision or review.")
        line = line + " \(note)"
      }
      if let decision = rule.decision { line = line + " \(words("Besluit", "Decision")): \(decision)" }
      return line
    }
    return heading(words("Wat niet kan blijven staan", "What must not stand")) + bullets(lines)
  }

  private func place(_ finding: Finding) -> Markdown {
    finding.isAbsent ? "" : ", \(words("regel", "line")) \(finding.location.start.line)"
  }

  // MARK: Findings

  func quickWins(_ result: Report.Result) -> Markdown {
    guard !result.quickWins.isEmpty, run.show != .met else { return "" }
    let lines = result.quickWins.enumerated().map { number, index -> Markdown in
      let finding = result.findings[index]
      let effort =
        switch finding.effort {
        case .low: words("weinig werk", "little work")
        case .medium: words("wat werk", "some work")
        case .high: words("veel werk", "much work")
        }
      return "\(number + 1). **\(finding.id)** (\(finding.lost.text) \(words("punten", "points")), \(effort)): \(finding.how)\n"
    }
    return heading(words("Begin hiermee", "Start here")) + .joined(lines, separator: "") + "\n"
  }

  func findings(_ result: Report.Result) -> Markdown {
    let shown = result.findings.filter { finding in
      switch run.show {
      case .brief, .gaps, .scores: finding.isGap
      case .met: finding.outcome == .met
      case .all: true
      }
    }
    guard !shown.isEmpty else { return "" }
    let title =
      switch run.show {
      case .brief, .gaps, .scores: words("Wat er nog ontbreekt", "What is still missing")
      case .met: words("Wat in orde is", "What is in order")
      case .all: words("Alle onderdelen", "All controls")
      }
    let groups = result.recommendations.map { item -> Markdown in
      let own = shown.filter { $0.recommendation == item.id }
      guard !own.isEmpty else { return "" }
      return .details("\(item.id) \(item.title) (\(own.count))", .joined(own.map(finding), separator: "\n"))
    }
    return heading("\(title) (\(shown.count))") + .joined(groups, separator: "")
  }

  private func finding(_ finding: Finding) -> Markdown {
    guard finding.isGap else { return "**\(finding.id)** \(finding.outcomeLabel): \(finding.title)\n" }
    var facts: Markdown = "**\(finding.outcomeLabel)**"
    if finding.lost.tenths > 0 { facts = facts + " · −\(finding.lost.text) \(words("punten", "points"))" }
    if !finding.path.isEmpty { facts = facts + " · \(Markdown.code(finding.path))" }
    if let insertion = insertion(finding) { facts = facts + " · \(insertion)" }
    let lines = [
      labelled("Waarom", "Why", finding.why), labelled("Wat te doen", "What to do", finding.how),
      labelled("Besluit", "Decision", finding.decision),
      labelled("Bewijs", "Evidence", finding.evidence), labelled("Toetsing", "Review", finding.auditor),
      labelled("Grond", "Ground", finding.groundAndLaw),
    ]
    let clause: Markdown =
      finding.clause.map {
        "\n\(words("Voorbeeld om aan te passen en in te voegen:", "Example to adapt and insert:"))\n\n\(.block($0.lines, language: "yaml"))"
      } ?? ""
    let list = Markdown.joined(lines.compactMap { $0.map { "- \($0)\n" } }, separator: "")
    return "### \(finding.id): \(finding.title)\n\n\(facts)\n\n\(list)\(clause)"
  }

  private func labelled(_ nl: String, _ en: String, _ text: String?) -> Markdown? {
    guard let text, !text.isEmpty else { return nil }
    return "**\(words(nl, en)):** \(text)"
  }

  /// The line, and for what is absent where it goes.
  private func insertion(_ finding: Finding) -> String? {
    let start = finding.location.start.line
    guard let edit = finding.clause?.edits.first, edit.location.start == edit.location.end else {
      return finding.isAbsent ? nil : words("regel \(start)", "line \(start)")
    }
    let line = edit.location.start.line
    return finding.isAbsent
      ? words("in te voegen na regel \(line), als nieuw hoofdstuk", "to be inserted after line \(line), as a new section")
      : words("in te voegen na regel \(line)", "to be inserted after line \(line)")
  }

  // MARK: What it rests on

  func records(_ result: Report.Result) -> Markdown {
    guard run.show != .met else { return "" }
    return decisions(result) + verdicts(result) + evidence(result) + sources(result)
  }

  private func decisions(_ result: Report.Result) -> Markdown {
    guard !result.decisions.isEmpty else { return "" }
    let head = [
      words("Onderdeel", "Control"), words("Besluit", "Decision"), words("Reden", "Reason"), words("In plaats daarvan", "Instead"),
      words("Wie erover gaat", "Owner"), words("Stand", "Standing"),
    ]
    let rows = result.decisions.map { item in
      [item.control, item.statusLabel, item.reason, item.measure ?? "", item.owner, item.standing].map { "\($0)" as Markdown }
    }
    return heading(words("Besluiten", "Decisions")) + .table(head.map { "\($0)" }, rows) + "\n"
  }

  private func verdicts(_ result: Report.Result) -> Markdown {
    guard !result.verdicts.isEmpty else { return "" }
    let head = [
      words("Onderdeel", "Control"), words("Uitspraak", "Verdict"), words("Reden", "Reason"), words("Toetser", "Reviewer"),
      words("Datum", "Date"),
      words("Stand", "Standing"),
    ]
    let rows = result.verdicts.map { item in
      let share = item.share.map { " (\($0))" } ?? ""
      return [item.control, item.judgementLabel + share, item.reason ?? "", item.reviewer, item.date.description, item.standing].map {
        "\($0)" as Markdown
      }
    }
    return heading(words("Toetsing", "Review")) + .table(head.map { "\($0)" }, rows) + "\n"
  }

  private func evidence(_ result: Report.Result) -> Markdown {
    guard !result.evidence.isEmpty else { return "" }
    let head = [words("Document", "Document"), words("Waar", "Where"), words("Datum", "Date"), words("Wat het laat zien", "What it shows")]
    let rows = result.evidence.map { item -> [Markdown] in
      let supports = item.supports.map { support in
        let place = support.place.map { " (\($0))" } ?? ""
        return support.reference + place + (support.remarks.isEmpty ? "" : ": \(support.remarks.joined(separator: ", "))")
      }
      return ["\(item.title)", "\(item.source)", "\(item.date?.description ?? "")", "\(supports.joined(separator: "; "))"]
    }
    return heading(words("Bewijs", "Evidence")) + .table(head.map { "\($0)" }, rows) + "\n"
  }

  private func sources(_ result: Report.Result) -> Markdown {
    guard !result.sources.isEmpty else { return "" }
    let lines = result.sources.map { source -> Markdown in
      let name: Markdown = source.short == source.title ? "" : "\(source.short): "
      let address = source.url.flatMap { HTML.Address(web: $0) }
      return name + (address.map { .link(source.citation, to: $0) } ?? "\(source.citation)")
    }
    return heading(words("Bronnen", "Sources")) + bullets(lines)
  }
}

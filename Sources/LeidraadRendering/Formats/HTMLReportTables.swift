internal import LeidraadCore

/// What the numbers are made of, and what they rest on.
extension HTMLReport {
  private func part(_ name: String, _ title: String, _ content: HTML) -> HTML {
    """
    <section class="part" id="\(anchor(name))">
    <h3>\(title)</h3>
    \(content)</section>

    """
  }

  // MARK: Ledger

  /// Every control in the policy's order with the points it has and could have.
  func ledger(_ result: Report.Result) -> HTML {
    let score = result.scores.first { $0.assurance == result.assurance }
    let findings = Dictionary(result.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let label = score?.label ?? ""
    let note = words(
      """
      Wat elk onderdeel heeft en kan hebben, bij de score “\(label)”. Samen zijn alle onderdelen 100 punten waard. De precieze getallen \
      tellen op tot de score; hier is elk getal naar beneden afgerond op één decimaal.
      """,
      """
      What each control has and could have, at the score “\(label)”. Together all controls are worth 100 points. The exact numbers add up \
      to the score; here each is rounded down to one decimal.
      """)
    return part(
      "ledger", words("Puntenboek", "Ledger"),
      """
      <p>\(note)</p>
      <table class="ledger">
      <thead><tr><th scope="col">\(words("Onderdeel", "Control"))</th><th scope="col">\(words("Uitkomst", "Outcome"))</th>\
      <th scope="col" class="number">\(words("Heeft", "Has"))</th><th scope="col" class="number">\(words("Kan", "Could"))</th></tr></thead>
      \(result.recommendations.map { group($0, findings, result) })\
      <tfoot><tr><th scope="row" colspan="2">\(words("Samen", "Together"))</th>\
      <td class="number">\(score?.value?.text ?? "–")</td><td class="number">100</td></tr></tfoot>
      </table>

      """)
  }

  private func group(_ item: Report.Recommendation, _ findings: [String: Finding], _ result: Report.Result) -> HTML {
    guard let index = run.policy.recommendation(item.id) else { return "" }
    let rows = run.policy.recommendations[index].controls.compactMap { findings[run.policy.controls[$0].id] }
    guard !rows.isEmpty else { return "" }
    // The report has a recommendation's points at the declared score only.
    let isDeclared = result.assurance == .declared
    return """
      <tbody>
      <tr class="group"><th scope="rowgroup" colspan="2"><span class="id">\(item.id)</span> \(item.title)</th>\
      <td class="number">\(isDeclared ? item.declared.text : "")</td><td class="number">\(isDeclared ? item.possible.text : "")</td></tr>
      \(rows.map { row($0, result) })</tbody>

      """
  }

  private func row(_ finding: Finding, _ result: Report.Result) -> HTML {
    let counts = finding.possible.tenths > 0 || finding.isGap
    let why: HTML? = result.assurance == .declared ? nil : finding.evidence.map { "<span class=\"small\">\($0)</span>" }
    return """
      <tr><th scope="row">\(reference(finding.id, result)) \(finding.title)</th>\
      <td><span class="badge \(finding.outcome.map(HTMLReport.tone) ?? "muted")">\(finding.outcomeLabel)</span>\(why)</td>\
      <td class="number">\(counts ? finding.earned.text : "–")</td><td class="number">\(counts ? finding.possible.text : "–")</td></tr>

      """
  }

  // MARK: Decisions and verdicts

  func decisions(_ result: Report.Result) -> HTML {
    guard !result.decisions.isEmpty else { return "" }
    let items = result.decisions.map { decision in
      """
      <li class="card">
      <h4>\(reference(decision.control, result)): \(decision.statusLabel)</h4>
      <p class="meta"><span class="badge \(decision.isInForce ? "plan" : "bad")">\(decision.standing)</span></p>
      <dl>
      \(term("Reden", "Reason", decision.reason))\(decision.measure.map { term("In plaats daarvan", "Instead", $0) })\
      \(term("Wie erover gaat", "Owner", decision.owner))\
      <div><dt>\(words("Besloten op", "Decided on"))</dt><dd>\(time(decision.date))</dd></div>
      <div><dt>\(words("Laatste dag", "Last day"))</dt><dd>\(time(decision.lastDay))\(decision.daysLeft.map(days))</dd></div>
      </dl>
      </li>

      """ as HTML
    }
    return part("decisions", words("Besluiten", "Decisions"), "<ul class=\"cards\">\n\(items)</ul>\n")
  }

  private func days(_ count: Int) -> HTML {
    let text =
      switch count {
      case ..<0: words("voorbij", "past")
      case 0: words("vandaag", "today")
      case 1: words("nog 1 dag", "1 day left")
      default: words("nog \(count) dagen", "\(count) days left")
      }
    return " (\(text))"
  }

  private func term(_ nl: String, _ en: String, _ value: String) -> HTML {
    value.isEmpty ? "" : "<div><dt>\(words(nl, en))</dt><dd>\(value)</dd></div>\n"
  }

  func auditor(_ result: Report.Result) -> HTML {
    guard !result.verdicts.isEmpty else { return "" }
    let items = result.verdicts.map { verdict in
      """
      <li class="card">
      <h4>\(reference(verdict.control, result)): \(verdict.judgementLabel)\(verdict.share.map { " (\($0.description))" as HTML })</h4>
      <p class="meta"><span class="badge \(verdict.isInForce ? "plan" : "bad")">\(verdict.standing)</span></p>
      <dl>
      \(verdict.reason.map { term("Reden", "Reason", $0) })\(term("Toetser", "Reviewer", verdict.reviewer))\
      <div><dt>\(words("Datum", "Date"))</dt><dd>\(time(verdict.date))</dd></div>
      </dl>
      </li>

      """ as HTML
    }
    return part("auditor", words("Toetsing", "Review"), "<ul class=\"cards\">\n\(items)</ul>\n")
  }

  // MARK: Evidence

  func evidence(_ result: Report.Result) -> HTML {
    guard !result.evidence.isEmpty else { return "" }
    let items = result.evidence.map { entry in
      """
      <li class="card">
      <h4><bdi>\(entry.title.isEmpty ? entry.id : entry.title)</bdi></h4>
      <dl>
      <div><dt>\(words("Waar", "Where"))</dt><dd>\(link(entry.source))</dd></div>
      <div><dt>\(words("Datum", "Date"))</dt><dd>\(time(entry.date))</dd></div>
      <div><dt>\(words("Hoort bij", "Supports"))</dt><dd>\(supports(entry, result))</dd></div>
      </dl>
      </li>

      """ as HTML
    }
    return part("evidence", words("Bewijs", "Evidence"), "<ul class=\"cards\">\n\(items)</ul>\n")
  }

  private func link(_ source: String) -> HTML {
    guard !source.isEmpty else { return "–" }
    guard let address = HTML.Address(web: source) else { return "\(source)" }
    return "<a href=\"\(address)\" rel=\"noreferrer noopener\">\(source)</a>"
  }

  private func supports(_ entry: Report.Evidence, _ result: Report.Result) -> HTML {
    guard !entry.supports.isEmpty else { return "–" }
    let items = entry.supports.map { support in
      let (tone, label) =
        if support.factor == .one {
          ("good", words("telt", "counts"))
        } else if support.factor.isZero {
          ("bad", words("telt niet", "does not count"))
        } else {
          ("part", words("telt half", "counts half"))
        }
      let place: HTML? = support.place.map { ", \(words("plaats", "place")): \($0)" }
      let remarks: HTML? = support.remarks.isEmpty ? nil : " <span class=\"small\">\(support.remarks.joined(separator: ", "))</span>"
      return "<li><code>\(support.reference)</code>\(place) <span class=\"badge \(tone)\">\(label)</span>\(remarks)</li>" as HTML
    }
    return "<ul>\(items)</ul>"
  }

  // MARK: Problems

  func problems() -> HTML {
    guard !report.problems.isEmpty else { return "" }
    let title = words("Meldingen over het bestand", "Notices about the file")
    return part("problems", title, "<ul class=\"cards\">\n\(report.problems.map(problem))</ul>\n")
  }

  /// Without the line itself: it may hold what a report that goes round should not.
  private func problem(_ problem: Report.Problem) -> HTML {
    let diagnostic = problem.diagnostic
    let tone =
      switch diagnostic.severity {
      case .error: "bad"
      case .warning: "part"
      case .note: "open"
      }
    let help: HTML? = diagnostic.help.map { "<p>\($0[language])</p>\n" }
    let related = diagnostic.related.map { "<p class=\"small\">\($0.message[language]): \(position($0.location))</p>\n" as HTML }
    return """
      <li class="card">
      <p class="meta"><span class="badge \(tone)">\(diagnostic.severity.label[language])</span> <span>\(position(diagnostic.location))\
      \(diagnostic.path.isEmpty ? nil : " <code>\(diagnostic.path)</code>" as HTML)</span> <code>\(diagnostic.code.rawValue)</code></p>
      <p class="says">\(diagnostic.message[language])</p>
      \(help)\(related)</li>

      """
  }

  private func position(_ location: Location) -> HTML {
    let file: HTML? = location.file == report.file ? nil : "\(location.file), "
    return """
      \(file)\(words("regel", "line")) \(location.start.line), \(words("kolom", "column")) \(location.start.column)
      """
  }
}

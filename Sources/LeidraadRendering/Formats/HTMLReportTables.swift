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

  /// Every control in the policy's order with the points it has and could have, at each score there is.
  func ledger(_ result: Report.Result) -> HTML {
    let ledgers = report.ledgers(run.policy)
    guard let first = ledgers.first else { return "" }
    let findings = Dictionary(result.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let note = words(
      """
      Wat elk onderdeel heeft en kan hebben. De getallen tellen op: die van de onderdelen tot hun aanbeveling, die tot de score, en wat er te \
      halen is tot 100. Daarvoor is een getal soms een tiende naar boven afgerond.
      """,
      """
      What each control has and could have. The numbers add up: those of the controls to their recommendation, those to the score, and what \
      there is to have to 100. For that a number is sometimes rounded up by a tenth.
      """)
    // The stakes of the verified score differ only where an auditor sent an exclusion back.
    let others = ledgers.dropFirst().filter { $0.total.possible != first.total.possible || isDifferent($0, first) }
    let shown = others.isEmpty ? ledgers : ledgers.filter { !others.contains($0) }
    return part(
      "ledger", words("Puntenboek", "Ledger"),
      "<p>\(note)</p>\n\(table(shown, findings, result))\(others.map { table([$0], findings, result) })")
  }

  /// Whether a control could have another number of points.
  private func isDifferent(_ one: Report.Ledger, _ other: Report.Ledger) -> Bool {
    one.groups.map { $0.rows.map(\.points.possible) } != other.groups.map { $0.rows.map(\.points.possible) }
  }

  /// Ledgers with the same stakes, side by side.
  private func table(_ ledgers: [Report.Ledger], _ findings: [String: Finding], _ result: Report.Result) -> HTML {
    guard let first = ledgers.first else { return "" }
    let heads = ledgers.map { "<th scope=\"col\" class=\"number\">\($0.label)</th>" as HTML }
    let groups = first.groups.indices.map { index in
      let group = first.groups[index]
      let rows = group.rows.indices.map { row in
        let finding = findings[group.rows[row].control]
        let badge = finding.map { finding in
          "<span class=\"badge \(finding.outcome.map(HTMLReport.tone) ?? "muted")\">\(finding.outcomeLabel)</span>" as HTML
        }
        return """
          <tr><th scope="row">\(reference(group.rows[row].control, result)) \(finding?.title ?? "")</th><td>\(badge)</td>\
          \(cells(ledgers.map { $0.groups[index].rows[row].points }))</tr>

          """ as HTML
      }
      return """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="2"><span class="id">\(group.recommendation)</span> \(group.title)</th>\
        \(cells(ledgers.map { $0.groups[index].points }))</tr>
        \(rows)</tbody>

        """ as HTML
    }
    return """
      <table class="ledger">
      <thead><tr><th scope="col">\(words("Onderdeel", "Control"))</th><th scope="col">\(words("Uitkomst", "Outcome"))</th>\
      \(heads)<th scope="col" class="number">\(words("Te halen", "To have"))</th></tr></thead>
      \(groups)<tfoot><tr><th scope="row" colspan="2">\(words("Samen", "Together"))</th>\(cells(ledgers.map(\.total)))</tr></tfoot>
      </table>

      """
  }

  /// What there is at each score, then what there could be; a dash where there is nothing to have.
  private func cells(_ points: [Report.Ledger.Points]) -> HTML {
    guard let possible = points.first?.possible else { return "" }
    let isCounted = points.contains { $0.possible.tenths > 0 || $0.earned.tenths > 0 }
    let texts = (points.map(\.earned) + [possible]).map { isCounted ? $0.text : "–" }
    return "\(texts.map { "<td class=\"number\">\($0)</td>" as HTML })"
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
      <div><dt>\(words("Laatste dag", "Last day"))</dt><dd>\(time(decision.lastDay))</dd></div>
      </dl>
      </li>

      """ as HTML
    }
    return part("decisions", words("Besluiten", "Decisions"), "<ul class=\"cards\">\n\(items)</ul>\n")
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
    let rows = result.evidence.map { entry in
      """
      <tr><th scope="row"><bdi>\(entry.title.isEmpty ? entry.id : entry.title)</bdi></th>\
      <td>\(entry.kindLabel)<span class="small">\(link(entry.source))</span></td><td>\(time(entry.date))</td>\
      <td>\(supports(entry, result))</td></tr>

      """ as HTML
    }
    let columns = [
      words("Document", "Document"), words("Waar het is", "Where it is"), words("Datum", "Date"),
      words("Wat het laat zien", "What it shows"),
    ]
    return part(
      "evidence", words("Bewijs", "Evidence"),
      """
      <table class="evidence">
      <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """)
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

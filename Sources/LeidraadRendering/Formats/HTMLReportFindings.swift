internal import LeidraadCore

/// The findings, recommendation by recommendation.
extension HTMLReport {
  // MARK: By recommendation

  /// One line a recommendation: how it stands, and what it counts for.
  func overview(_ result: Report.Result) -> HTML {
    """
    <section class="part" id="\(anchor("overview"))">
    <h3>\(words("Per aanbeveling", "By recommendation"))</h3>
    <table class="chart">
    <thead><tr><th scope="col">\(words("Aanbeveling", "Recommendation"))</th>\
    <th scope="col" class="bar-cell">\(words("Hoe ver", "How far"))</th><th scope="col" class="number">\(words("Score", "Score"))</th>\
    <th scope="col" class="number">\(words("In orde", "Met"))</th></tr></thead>
    <tbody>
    \(result.recommendations.map { line($0, result) })</tbody>
    </table>
    </section>

    """
  }

  private func line(_ item: Report.Recommendation, _ result: Report.Result) -> HTML {
    let score = item.scores.first { $0.assurance == result.assurance }?.value
    let isShown = !findings(of: item, result).isEmpty
    let name: HTML = isShown ? "<a href=\"#\(anchor(item.id))\">\(item.title)</a>" : "\(item.title)"
    let limits =
      if !item.isInScope {
        words("geldt hier niet", "out of scope here")
      } else if !item.isAssessable {
        words("niet te beoordelen: meer dan de helft is niet van toepassing", "not assessable: more than half is not applicable")
      } else {
        ""
      }
    let remark: HTML? = limits.isEmpty ? nil : "<span class=\"small\">\(limits)</span>"
    let value = item.isInScope ? score?.text ?? "–" : "–"
    let label = "\(item.id): \(value == "–" ? words("geen score", "no score") : "\(value) \(words("van 100", "of 100"))")"
    let met = item.isInScope ? "\(item.met)/\(item.total)" : "–"
    return """
      <tr><th scope="row"><span class="id">\(item.id)</span> \(name)\(remark)</th>\
      <td class="bar-cell">\(item.isInScope ? bar(score, label: label, height: 10) : nil)</td>\
      <td class="number">\(value)</td><td class="number">\(met)</td></tr>

      """
  }

  // MARK: Findings

  var findingsTitle: String {
    switch run.show {
    case .brief, .gaps, .scores: words("Wat er nog ontbreekt", "What is still missing")
    case .met: words("Wat in orde is", "What is in order")
    case .all: words("Alle onderdelen", "All controls")
    }
  }

  /// The recommendations of which findings are shown.
  func shown(_ result: Report.Result) -> [Report.Recommendation] { result.recommendations.filter { !findings(of: $0, result).isEmpty } }

  private func findings(of recommendation: Report.Recommendation, _ result: Report.Result) -> [Finding] {
    result.findings.filter { finding in
      guard finding.recommendation == recommendation.id else { return false }
      return switch run.show {
      case .brief, .gaps, .scores: finding.isGap
      case .met: finding.outcome == .met
      case .all: true
      }
    }
  }

  func recommendations(_ result: Report.Result) -> HTML {
    let items = shown(result)
    let nothing: HTML? = items.isEmpty ? "<p>\(words("Hier is niets te melden.", "There is nothing to report here."))</p>\n" : nil
    return """
      <section class="part" id="\(anchor("findings"))">
      <h3>\(findingsTitle)</h3>
      \(nothing)\(items.map { recommendation($0, result) })</section>

      """
  }

  private func recommendation(_ item: Report.Recommendation, _ result: Report.Result) -> HTML {
    let scores = item.scores.compactMap { score in score.value.map { "<li>\(score.label) <strong>\($0.text)</strong></li>" as HTML } }
    return """
      <section class="recommendation" id="\(anchor(item.id))">
      <div class="recommendation-head">
      <h4><span class="id">\(item.id)</span> \(item.title)</h4>
      <p>\(item.summary)</p>
      <ul class="facts">\(scores)<li>\(words("\(item.met) van \(item.total) in orde", "\(item.met) of \(item.total) met"))</li>\
      <li>\(words("telt voor \(item.possible.text) punten", "counts for \(item.possible.text) points"))</li></ul>
      </div>
      \(findings(of: item, result).map { finding($0, result) })</section>

      """
  }

  private func finding(_ finding: Finding, _ result: Report.Result) -> HTML {
    let outcome = finding.outcome
    var rows: [HTML] = []
    func row(_ nl: String, _ en: String, _ value: HTML?) {
      if let value { rows.append("<div><dt>\(words(nl, en))</dt><dd>\(value)</dd></div>\n") }
    }
    // Of what is decided about, the decision is the news.
    row("Besluit", "Decision", finding.decision.map { "\($0)" })
    row("Waarom", "Why", "\(finding.why)")
    if finding.isGap { row("Wat u kunt doen", "What you can do", "\(finding.how)") }
    row("Vragen", "Questions", questions(finding))
    row("Zo kan het er staan", "How it may read", finding.clause.flatMap { clause($0) })
    row("Grond", "Ground", ground(finding))
    row("Wet", "Law", finding.law.map { "\($0)" })
    row("Bewijs", "Evidence", finding.evidence.map { "\($0)" })
    row("Toetser", "Auditor", finding.auditor.map { "\($0)" })
    return """
      <div class="finding \(outcome.map(HTMLReport.tone) ?? "muted")" id="\(anchor(finding.id))">
      <h5><span class="id">\(finding.id)</span> \(finding.title)</h5>
      <p class="meta"><span class="badge \(outcome.map(HTMLReport.tone) ?? "muted")">\(finding.outcomeLabel)</span> \(points(finding)) \
      <span>\(place(finding))</span></p>
      <dl>
      \(rows)</dl>
      </div>

      """
  }

  /// What it costs and how much work it is; nothing where nothing is lost.
  private func points(_ finding: Finding) -> HTML? {
    let (possible, earned, lost) = (finding.possible.text, finding.earned.text, finding.lost.text)
    guard finding.isGap else {
      return finding.possible.tenths > 0
        ? "<span>\(words("\(earned) van \(possible) punten", "\(earned) of \(possible) points"))</span>" : nil
    }
    let text = words("kost \(lost) van \(possible) punten", "costs \(lost) of \(possible) points")
    return "<span>\(text)</span> <span>\(effort(finding.effort))</span>"
  }

  private func questions(_ finding: Finding) -> HTML? {
    guard !finding.fields.isEmpty else { return nil }
    return "<ul>\(finding.fields.map { "<li>\($0.label) <code>\($0.path)</code></li>" as HTML })</ul>"
  }

  private func clause(_ clause: Clause) -> HTML? {
    guard !clause.lines.isEmpty else { return nil }
    return "<pre><code>\(clause.lines.joined(separator: "\n"))</code></pre>"
  }

  private func ground(_ finding: Finding) -> HTML {
    let label =
      switch finding.basis {
      case .literal: words("letterlijk", "literal")
      case .derived: words("uitgewerkt", "derived")
      }
    return "<span class=\"basis-label\">\(label)</span> \(finding.ground)"
  }

  // MARK: Pieces

  /// Line and path; a finding about the whole file has no path.
  func place(_ finding: Finding) -> HTML {
    let path: HTML? = finding.path.isEmpty ? nil : " <code>\(finding.path)</code>"
    return "\(words("regel", "line")) \(finding.location.start.line)\(path)"
  }

  func effort(_ effort: Effort) -> String {
    switch effort {
    case .low: words("weinig werk", "little work")
    case .medium: words("wat werk", "some work")
    case .high: words("veel werk", "much work")
    }
  }

  /// A control's id, as a link where the page shows its finding.
  func reference(_ control: String, _ result: Report.Result) -> HTML {
    let finding = result.findings.first { $0.id == control }
    let isShown =
      switch run.show {
      case .brief, .gaps, .scores: finding?.isGap ?? false
      case .met: finding?.outcome == .met
      case .all: finding != nil
      }
    return isShown ? "<a class=\"id\" href=\"#\(anchor(control))\">\(control)</a>" : "<span class=\"id\">\(control)</span>"
  }

  /// The colours of an outcome; its word stands beside them.
  static func tone(_ outcome: Outcome) -> String {
    switch outcome {
    case .contradicted, .notMet: "bad"
    case .unanswered: "open"
    case .partlyMet: "part"
    case .explained, .planned: "plan"
    case .met: "good"
    case .outOfScope, .upcoming, .notApplicable: "muted"
    }
  }
}

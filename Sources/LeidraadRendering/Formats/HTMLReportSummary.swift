internal import LeidraadCore

/// What a director takes in at a glance: verdict, the three scores, what must not stand, where to begin.
extension HTMLReport {
  func summary(_ result: Report.Result) -> HTML {
    """
    <section class="summary" id="\(anchor("summary"))">
    <h3 class="hidden">\(words("In het kort", "In short"))</h3>
    <div class="top">
    \(verdict(result.verdict))<div class="numbers">
    <ul class="scores">
    \(result.scores.map { score($0, result) })</ul>
    \(bands(result.verdict))<p class="basis">\(result.verdict.basis)</p>
    </div>
    </div>
    \(facts(result))<div class="next">
    \(rules(result))\(quickWins(result))</div>
    </section>

    """
  }

  // MARK: Verdict

  private func verdict(_ verdict: Report.Verdict) -> HTML {
    let state = verdict.isRequirementMet ? "is-met" : verdict.band == nil ? "is-none" : "is-unmet"
    let icon = HTMLReport.icon(verdict.isRequirementMet ? .good : verdict.band == nil ? .none : .bad)
    let reasons: HTML? =
      verdict.reasons.isEmpty ? nil : "<ul class=\"reasons\">\(verdict.reasons.map { "<li>\($0)</li>" as HTML })</ul>\n"
    return """
      <div class="verdict \(state)">
      <p class="label">\(words("Oordeel", "Verdict"))</p>
      <p class="title">\(icon)<span>\(verdict.title)</span></p>
      <p class="asked">\(asked(verdict))</p>
      \(reasons)</div>

      """
  }

  private func asked(_ verdict: Report.Verdict) -> String {
    var text = words("Gevraagd: “\(verdict.requiredTitle)”", "Required: “\(verdict.requiredTitle)”")
    if let minimum = verdict.minimumScore { text += words(" en een score van \(minimum.text)", " and a score of \(minimum.text)") }
    guard verdict.isRequirementMet else { return text + words(". Dat is nog niet gehaald.", ". That is not reached yet.") }
    return text + words(". Dat is gehaald.", ". That is reached.")
  }

  // MARK: Scores

  private func score(_ score: Report.Score, _ result: Report.Result) -> HTML {
    let rests = score.assurance == result.assurance
    let value = score.value?.text ?? "–"
    let spoken = score.value.map { words("\($0.text) van 100", "\($0.text) of 100") } ?? words("geen score", "no score")
    let mark: HTML? = rests ? "<p class=\"rests\">\(words("hierop rust het oordeel", "the verdict rests on this"))</p>" : nil
    return """
      <li\(rests ? " class=\"is-used\"" as HTML : nil)><p class="label">\(score.label)</p><p class="value">\(value)\
      \(score.value == nil ? nil : "<span class=\"of\"> \(words("van 100", "of 100"))</span>" as HTML)</p>\
      \(bar(score.value, label: "\(score.label): \(spoken)", height: 10))<p class="small">\(meaning(score))</p>\(mark)</li>

      """
  }

  private func meaning(_ score: Report.Score) -> String {
    switch score.assurance {
    case .declared: words("wat de organisatie zelf zegt", "what the organisation itself says")
    case .substantiated: words("waar ook bewijs bij zit", "what evidence supports as well")
    case .verified:
      score.value == nil
        ? words("nog niet getoetst", "not reviewed yet") : words("wat een toetser heeft vastgesteld", "what an auditor found")
    }
  }

  /// The scale from low to high, with the verdict's place and the place that is asked for.
  private func bands(_ verdict: Report.Verdict) -> HTML {
    let items = run.policy.bands.map { band in
      let isHere = band.id == verdict.band
      let isAsked = band.id == verdict.requiredBand
      let here: HTML? = isHere ? " <span class=\"flag\">\(words("oordeel", "verdict"))</span>" : nil
      let asked: HTML? = isAsked ? " <span class=\"flag\">\(words("gevraagd", "required"))</span>" : nil
      return """
        <li class="band\(isHere ? " is-here" : "")\(isAsked ? " is-asked" : "")"><span class="name">\(band.title[language])</span> \
        <span class="from">\(words("vanaf", "from")) \(band.from.roundedDown(times: 1))</span>\(here)\(asked)</li>

        """ as HTML
    }
    return "<ol class=\"bands\" aria-label=\"\(words("De niveaus, van laag naar hoog", "The levels, from low to high"))\">\n\(items)</ol>\n"
  }

  // MARK: What the scores mean

  private func facts(_ result: Report.Result) -> HTML {
    var items: [HTML] = [
      fact("\(result.completeness.text)%", words("van de vragen is beantwoord", "of the questions is answered"), provisional(result)),
      fact(
        "\(result.literalMet) \(words("van", "of")) \(result.literalTotal)",
        words("onderdelen die de bron zelf noemt, zijn in orde", "controls that the source itself names are met")),
    ]
    if let gap = result.overClaim, gap.tenths > 0 {
      items.append(fact(gap.text, words("punten opgegeven zonder voldoende bewijs", "points declared without sufficient evidence")))
    }
    if result.excludedPart.tenths > 0 {
      items.append(fact("\(result.excludedPart.text)%", words("van de punten is niet van toepassing", "of the points is not applicable")))
    }
    if let decisions = decisionsInForce(result) { items.append(decisions) }
    if !result.verdicts.isEmpty {
      items.append(fact("\(result.reviewedPart.text)%", words("van de punten is getoetst", "of the points is reviewed")))
    }
    return "<ul class=\"key-facts\">\n\(items)</ul>\n"
  }

  /// How many controls a decision is about, and how long the first to end still holds.
  private func decisionsInForce(_ result: Report.Result) -> HTML? {
    let decisions = result.decisions.filter(\.isInForce)
    guard let first = decisions.min(by: { ($0.daysLeft ?? .max) < ($1.daysLeft ?? .max) }) else { return nil }
    let meaning =
      decisions.count == 1
      ? words("onderdeel met een besluit; het \(first.standing)", "control decided about; the decision \(first.standing)")
      : words(
        "onderdelen met een besluit; het eerste \(first.standing)", "controls decided about; the first decision \(first.standing)")
    return fact(String(decisions.count), meaning)
  }

  private func provisional(_ result: Report.Result) -> String? {
    result.verdict.isProvisional ? words("De cijfers zijn voorlopig.", "The numbers are provisional.") : nil
  }

  private func fact(_ value: String, _ meaning: String, _ remark: String? = nil) -> HTML {
    "<li><strong>\(value)</strong> <span>\(meaning)\(remark.map { ". \($0)" as HTML })</span></li>\n"
  }

  // MARK: What to do

  private func rules(_ result: Report.Result) -> HTML {
    let title = words("Wat niet kan blijven staan", "What must not stand")
    guard !result.rules.isEmpty else {
      return """
        <section class="rules is-clear">
        <h4>\(title)</h4>
        <p>\(HTMLReport.icon(.good))\(words("Geen knock-outs en geen tegenspraak.", "No knock-outs and no contradictions."))</p>
        </section>

        """
    }
    return """
      <section class="rules">
      <h4>\(title)</h4>
      <ul>
      \(result.rules.map { rule($0, result) })</ul>
      </section>

      """
  }

  private func rule(_ rule: Finding, _ result: Report.Result) -> HTML {
    let isLifted = words("telt niet mee: er is een besluit of uitspraak", "does not count: there is a decision or verdict")
    let lifted: HTML? = rule.isLifted ? " <span class=\"badge plan\">\(isLifted)</span>" : nil
    let decision = rule.isLifted ? result.decisions.first { $0.control == rule.control && $0.isInForce } : nil
    let decided: HTML? = decision.map {
      "<p class=\"small\">\(words("Besluit", "Decision")): \($0.statusLabel), \($0.standing) — \($0.owner)</p>\n"
    }
    let labels = rule.fields.map(\.label).joined(separator: "; ")
    let questions: HTML? = labels.isEmpty ? nil : "\(words("Het gaat over", "It is about")): \(labels) · "
    return """
      <li><p class="meta"><span class="badge \(weight(rule))">\(rule.outcomeLabel)</span> <span class="id">\(rule.id)</span>\(lifted)</p>
      <p class="says">\(rule.title)</p>
      \(decided)<p class="small">\(questions)\(place(rule)) · \(words("hoort bij", "belongs to")) \(reference(rule.control, result))</p></li>

      """
  }

  private func weight(_ rule: Finding) -> String {
    switch rule.kind {
    case .knockOut, .knockOutOpen, .control: rule.isBlocker ? "bad" : "part"
    case .knockOutUndecided: "open"
    case .contradiction: "part"
    }
  }

  private func quickWins(_ result: Report.Result) -> HTML {
    guard !result.quickWins.isEmpty else { return "" }
    let items = result.quickWins.map { index in
      let finding = result.findings[index]
      return """
        <li><p class="says">\(finding.how)</p>
        <p class="small"><strong class="gain">+\(finding.lost.text) \(words("punten", "points"))</strong> · \(effort(finding.effort)) · \
        \(reference(finding.control, result))</p></li>

        """ as HTML
    }
    return """
      <section class="wins">
      <h4>\(words("Begin hiermee", "Start here"))</h4>
      <ol>
      \(items)</ol>
      </section>

      """
  }
}

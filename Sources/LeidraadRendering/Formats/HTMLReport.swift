internal import LeidraadCore

extension Renderer {
  /// For people, in a browser and on paper: one file that needs nothing else, with no script in it.
  package static let html = Renderer(
    name: "html", fileExtension: "html",
    summary: Phrase(nl: "om te lezen en af te drukken, in één bestand", en: "to read and to print, in one file"),
    opening: { HTMLPage(run: $0).opening().text }, body: { HTMLReport(report: $0, run: $1, number: $2.files + 1).page().text },
    closing: { HTMLPage(run: $0).closing($1).text }, listsEveryFile: true)
}

/// What stands around the reports.
struct HTMLPage {
  let run: Run

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[run.language] }

  /// Lets the page's own style sheet in, by its digest, and nothing else: no script, no picture from elsewhere, no form.
  private var securityPolicy: String {
    "default-src 'none'; style-src 'sha256-\(HTMLReport.styleDigest)'; img-src data:; base-uri 'none'; form-action 'none'"
  }

  func opening() -> HTML {
    let policy = run.policy.title[run.language]
    return """
      <!DOCTYPE html>
      <html lang="\(run.language.tag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(securityPolicy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Leidraad \(run.version)">
      <title>\(words("Beoordeling", "Assessment")) \(policy), \(run.asOf.words[run.language]) – Leidraad</title>
      <link rel="icon" href="data:,">
      <style>\(HTMLReport.style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(words("Naar de inhoud", "Skip to content"))</a>
      <header class="masthead">
      <div class="wrap">
      <p class="brand"><svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">\
      <path class="thread" d="M3 24C9 24 9 7 15 7s5 12 12 12"/>\
      <circle class="bead" cx="15" cy="7" r="3.5"/></svg>Leidraad</p>
      <h1>\(words("Beoordeling", "Assessment")): \(policy)</h1>
      <p class="to-overview"><a href="#overview">\(words("Overzicht van alle richtlijnen", "Overview of all guidelines"))</a></p>
      </div>
      </header>
      <main id="main" tabindex="-1">

      """
  }

  func closing(_ summary: Summary) -> HTML {
    let nothingFound = words("Er was geen richtlijn om te beoordelen.", "There was no guideline to assess.")
    let nothing: HTML? = summary.files == 0 ? "<p class=\"wrap\">\(nothingFound)</p>\n" : nil
    return """
      \(nothing)\(summary.files > 1 ? overview(summary) : nil)</main>
      <footer class="colophon">
      <div class="wrap">
      <p>\(words("Gemaakt met", "Made with")) Leidraad \(run.version), \(words("beleidskader", "policy")) \(run.policy.id) \
      \(run.policy.version.description), \(words("stand van", "as of")) \(HTMLReport.time(run.asOf, run.language)).</p>
      <p>\(words(
        "Getallen zijn naar beneden afgerond op één decimaal, zodat geen getal hoger lijkt dan het is.",
        "Numbers are rounded down to one decimal, so that none looks higher than it is."))</p>
      </div>
      </footer>
      </body>
      </html>

      """
  }

  // MARK: All reports

  private func overview(_ summary: Summary) -> HTML {
    let title = words("Alle richtlijnen", "All guidelines")
    let labels = Assessment.Assurance.allCases.map { Report.label(of: $0)[run.language] }
    return """
      <section class="overview wrap" id="overview">
      <h2 id="overview-title">\(title)</h2>
      <div class="scroll" role="region" aria-labelledby="overview-title" tabindex="0">
      <table>
      <thead><tr><th scope="col">\(words("Richtlijn", "Guideline"))</th><th scope="col">\(words("Oordeel", "Verdict"))</th>\
      <th scope="col">\(words("Gevraagd niveau", "Required level"))</th>\
      \(labels.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML })\
      <th scope="col" class="number">\(words("Ingevuld", "Answered"))</th><th scope="col" class="number">\(words("Gaten", "Gaps"))</th>\
      <th scope="col" class="number">\(words("Fouten", "Errors"))</th></tr></thead>
      <tbody>
      \(summary.lines.enumerated().map { row($1, number: $0 + 1) })</tbody>
      </table>
      </div>
      </section>

      """
  }

  private func row(_ line: Summary.Line, number: Int) -> HTML {
    let name = line.organisation.isEmpty ? line.file : line.organisation
    let file: HTML? = line.organisation.isEmpty ? nil : "<span class=\"small\">\(line.file)</span>"
    let verdict = line.verdict ?? words("niet te beoordelen", "could not be assessed")
    let reached: HTML =
      line.isRequirementMet
      ? "<span class=\"badge good\">\(words("gehaald", "reached"))</span>"
      : "<span class=\"badge bad\">\(words("niet gehaald", "not reached"))</span>"
    let scores = [line.declared, line.substantiated, line.verified].map { "<td class=\"number\">\($0?.text ?? "–")</td>" as HTML }
    let completeness = line.completeness.map { "\($0.text)%" } ?? "–"
    return """
      <tr><th scope="row"><a href="#\(HTML.anchor("r\(number)"))"><bdi>\(name)</bdi></a>\(file)</th>\
      <td>\(verdict)</td><td>\(reached)</td>\(scores)\
      <td class="number">\(completeness)</td><td class="number">\(line.verdict == nil ? "–" : String(line.gaps))</td>\
      <td class="number">\(line.errors)</td></tr>

      """
  }
}

/// One file's report as a part of the page. The number counts from 1 and tells the ids of several reports apart.
struct HTMLReport {
  let report: Report
  let run: Run
  let number: Int

  var language: Language { report.language }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  func anchor(_ name: String) -> HTML { HTML.anchor("r\(number)", name) }

  func page() -> HTML {
    guard let result = report.result else { return unassessed() }
    let name = result.organisation.name.isEmpty ? report.file : result.organisation.name
    return """
      <article class="report wrap" id="\(HTML.anchor("r\(number)"))" lang="\(language.tag)" aria-labelledby="\(anchor("name"))">
      \(head(result, name))\(summary(result))<div class="columns">
      \(contents(result, name))<div class="details">
      \(overview(result))\(recommendations(result))\(ledger(result))\
      \(decisions(result))\(auditor(result))\(evidence(result))\(problems())</div>
      </div>
      </article>

      """
  }

  private func head(_ result: Report.Result, _ name: String) -> HTML {
    let id: HTML? = result.organisation.id.map { "<li>\($0)</li>" }
    let tailoring: HTML? =
      result.policy.tailoring.isEmpty
      ? nil
      : """
      <div class="note"><p>\(words("Dit beleidskader is aangepast:", "This policy is tailored:"))</p>
      <ul>\(result.policy.tailoring.map { "<li>\($0)</li>" as HTML })</ul></div>

      """
    return """
      <header class="head">
      <h2 id="\(anchor("name"))"><bdi>\(name)</bdi></h2>
      <ul class="facts"><li>\(result.organisation.kindLabel)</li>\(id)<li>\(result.policy.title) \(result.policy.version)</li>\
      <li>\(words("stand van", "as of")) \(HTMLReport.time(result.asOf, language))</li><li><code>\(report.file)</code></li></ul>
      \(tailoring)</header>

      """
  }

  /// Links to the parts that are there.
  private func contents(_ result: Report.Result, _ name: String) -> HTML {
    var parts = [("summary", words("In het kort", "In short")), ("overview", words("Per aanbeveling", "By recommendation"))]
    let inner = shown(result).map { "<li><a href=\"#\(anchor($0.id))\"><span class=\"id\">\($0.id)</span> \($0.title)</a></li>" as HTML }
    parts.append(("findings", findingsTitle))
    if result.scores.contains(where: { $0.value != nil }) { parts.append(("ledger", words("Puntenboek", "Ledger"))) }
    if !result.decisions.isEmpty { parts.append(("decisions", words("Besluiten", "Decisions"))) }
    if !result.verdicts.isEmpty { parts.append(("auditor", words("Toetsing", "Review"))) }
    if !result.evidence.isEmpty { parts.append(("evidence", words("Bewijs", "Evidence"))) }
    if !report.problems.isEmpty { parts.append(("problems", words("Meldingen", "Notices"))) }
    let links = parts.map { part in
      """
      <li><a href="#\(anchor(part.0))">\(part.1)</a>\(part.0 == "findings" && !inner.isEmpty ? "<ul>\(inner)</ul>" as HTML : nil)</li>

      """ as HTML
    }
    return """
      <nav class="contents" aria-label="\(words("Inhoud", "Contents")) \(number): \(name)">
      <ul>
      \(links)</ul>
      </nav>

      """
  }

  /// A file of which nothing but problems is known.
  private func unassessed() -> HTML {
    """
    <article class="report wrap" id="\(HTML.anchor("r\(number)"))" lang="\(language.tag)" aria-labelledby="\(anchor("name"))">
    <header class="head">
    <h2 id="\(anchor("name"))"><bdi>\(report.file)</bdi></h2>
    </header>
    <div class="verdict is-none">
    <p class="label">\(words("Oordeel", "Verdict"))</p>
    <p class="title">\(HTMLReport.icon(.none))\(words("Niet te beoordelen", "Could not be assessed"))</p>
    <p>\(words(
      "Dit bestand is nog niet te lezen als richtlijn. Los eerst de fouten hieronder op.",
      "This file cannot be read as a guideline yet. Put the errors below right first."))</p>
    </div>
    \(problems())</article>

    """
  }
}

// MARK: Words and signs

extension HTMLReport {
  static func time(_ date: CivilDate, _ language: Language) -> HTML {
    "<time datetime=\"\(date.description)\">\(date.words[language])</time>"
  }

  func time(_ date: CivilDate?) -> HTML { date.map { HTMLReport.time($0, language) } ?? "–" }

  enum Icon { case good, bad, none }

  /// A sign beside words that say the same.
  static func icon(_ icon: Icon) -> HTML {
    let path: HTML =
      switch icon {
      case .good: "M7 14.5l4.5 4.5L21 9.5"
      case .bad: "M14 7v9M14 20.5v.5"
      case .none: "M8 14h12"
      }
    return """
      <svg class="icon" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">\
      <circle cx="14" cy="14" r="12.5"/><path d="\(path)"/></svg>
      """
  }

  /// A bar from 0 to 100 with the bands' borders; the words beside it say the same. Lengths are parts of whatever width there is.
  func bar(_ score: Report.Number?, label: String, height: Int) -> HTML {
    let ticks = run.policy.bands.dropFirst().map { band in
      let place = HTMLReport.percent(tenths: band.from.roundedDown(times: 10))
      return "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"\(height)\"/>" as HTML
    }
    let fill: HTML? = score.map {
      "<rect class=\"fill\" width=\"\(HTMLReport.percent(tenths: $0.tenths))\" height=\"\(height)\"/>"
    }
    return """
      <svg class="bar" role="img" aria-label="\(label)" width="100%" height="\(height)">\
      <rect class="track" width="100%" height="\(height)"/>\(fill)\(ticks)</svg>
      """
  }

  static func percent(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }
}

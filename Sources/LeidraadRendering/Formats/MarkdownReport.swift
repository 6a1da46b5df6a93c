internal import LeidraadCore

extension Renderer {
  /// For people, where GitHub or GitLab shows it: a summary of a job, a comment, a page of a repository.
  package static let markdown = Renderer(
    name: "markdown", fileExtension: "md", summary: Phrase(nl: "voor mensen, op GitHub en GitLab", en: "for people, on GitHub and GitLab"),
    body: { report, run, before in (before.files == 0 ? "" : "\n") + MarkdownReport(report: report, run: run).whole().text },
    closing: { run, summary in MarkdownOverview(run: run, summary: summary).whole().text }, listsEveryFile: true)
}

/// Cuts a report so that it fits into the summary of a step, which a build service refuses whole where it is too long.
///
/// - Parameters:
///   - markdown: What `Renderer.markdown` wrote.
///   - limit: The longest that the result is, in bytes of UTF-8.
///   - leftOut: Bytes that were left out before.
///   - language: Of the note that says what was done.
/// - Returns: Whole lines from the beginning, with what was open closed, and the note; all of it where it fits.
func truncatedForStepSummary(_ markdown: String, limit: Int, leftOut: Int, language: Language) -> String {
  guard markdown.utf8.count + leftOut > limit else { return markdown }
  let whole = (markdown.utf8.count + leftOut + 1023) / 1024
  let words = Phrase(
    nl:
      "Dit verslag is te lang om hier in zijn geheel te laten zien: het is \(whole) KiB, en hier past \(max(0, limit) / 1024) KiB. Wat na deze streep komt, is weggelaten. Maak het volledige verslag met `--report markdown=verslag.md`.",
    en:
      "This report is too long to show here as a whole: it is \(whole) KiB, and \(max(0, limit) / 1024) KiB fits here. What comes after this line is left out. Make the full report with `--report markdown=report.md`."
  )
  let note = "\n---\n\n\(words[language])\n"
  var reading = MarkdownCut()
  var size = 0
  var end = markdown.startIndex
  var closing = ""
  for line in markdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    size += line.count + 1
    reading.read(line)
    guard line.endIndex < markdown.endIndex, size + reading.closing.utf8.count + note.utf8.count <= limit else { break }
    if reading.awaitsTitle { continue }
    end = markdown.utf8.index(after: line.endIndex)
    closing = reading.closing
  }
  return markdown[..<end] + closing + note
}

/// What is open after some lines of our own Markdown.
private struct MarkdownCut {
  private var fence: String?
  private var isInDetails = false
  /// The title of an element stands on the line after it; they stay together.
  private(set) var awaitsTitle = false

  /// The lines that close what is open.
  var closing: String { (fence.map { "\($0)\n" } ?? "") + (isInDetails ? "\n</details>\n" : "") }

  mutating func read(_ line: Substring.UTF8View) {
    awaitsTitle = false
    let ticks = line.prefix { $0 == UInt8(ascii: "`") }
    if let open = fence {
      if line.elementsEqual(open.utf8) { fence = nil }
    } else if ticks.count >= 3 {
      fence = String(repeating: "`", count: ticks.count)
    } else if line.elementsEqual("<details>".utf8) {
      isInDetails = true
      awaitsTitle = true
    } else if line.elementsEqual("</details>".utf8) {
      isInDetails = false
    }
  }
}

/// One file's report.
struct MarkdownReport {
  let report: Report
  let run: Run

  var language: Language { report.language }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  func whole() -> Markdown {
    guard let result = report.result else {
      let note = words("Deze richtlijn kan nog niet worden beoordeeld.", "This guideline cannot be assessed yet.")
      return "# \(report.file)\n\n\(note)\n\n\(problems())"
    }
    return head(result) + problems() + scores(result) + rules(result) + quickWins(result) + findings(result) + records(result)
  }

  func heading(_ title: String) -> Markdown { "## \(title)\n\n" }

  func bullets(_ lines: [Markdown]) -> Markdown { .joined(lines.map { "- \($0)\n" }, separator: "") + "\n" }

  // MARK: Head

  private func head(_ result: Report.Result) -> Markdown {
    let name = result.organisation.name.isEmpty ? report.file : result.organisation.name
    let verdict = result.verdict
    var asked = words("Gevraagd: “\(verdict.requiredTitle)”", "Required: “\(verdict.requiredTitle)”")
    if let minimum = verdict.minimumScore { asked += words(" en een score van \(minimum.text)", " and a score of \(minimum.text)") }
    asked +=
      verdict.isRequirementMet
      ? words("; dat is gehaald.", "; that is met.") : words("; dat is nog niet gehaald.", "; that is not met yet.")
    let facts = "\(result.organisation.kindLabel) · \(result.policy.title) \(result.policy.version)"
    var text: Markdown = """
      # \(name)

      \(facts) · \(words("stand van \(result.asOf)", "as of \(result.asOf)")) · \(Markdown.code(report.file))


      """
    if !result.policy.tailoring.isEmpty {
      text = text + "\(words("Aangepast beleidskader", "Tailored policy")): \(result.policy.tailoring.joined(separator: "; ")).\n\n"
    }
    text = text + "**\(words("Oordeel", "Verdict")): \(verdict.title)**\n\n"
    if !verdict.reasons.isEmpty { text = text + bullets(verdict.reasons.map { "\($0)" }) }
    return text + "\(asked)\n\n\(verdict.basis)\n\n"
  }

  // MARK: Problems

  private func problems() -> Markdown {
    guard !report.problems.isEmpty else { return "" }
    let rows = report.problems.map { problem -> [Markdown] in
      let diagnostic = problem.diagnostic
      let place = diagnostic.location
      // A problem of another file, such as a review, says so.
      let file = place.file == report.file ? "" : "\(place.file):"
      let related = diagnostic.related.map { " \($0.message[language]) (\($0.location.start.line):\($0.location.start.column))" }
      return [
        "\(diagnostic.severity.label[language])", "\(file)\(place.start.line):\(place.start.column)",
        "\(diagnostic.message[language] + related.joined())", "\(diagnostic.help?[language] ?? "")", "\(diagnostic.code.rawValue)",
      ]
    }
    let columns = [
      words("Soort", "Kind"), words("Plaats", "Place"), words("Melding", "Message"), words("Wat te doen", "What to do"), "Code",
    ]
    return heading(words("Meldingen over het bestand", "Messages about the file")) + .table(columns.map { "\($0)" }, rows) + "\n"
  }

  // MARK: Scores

  private func scores(_ result: Report.Result) -> Markdown {
    var rows = result.scores.map { score -> [Markdown] in
      let value = score.value.map { "\($0.text) \(words("van 100", "of 100"))" } ?? words("geen toetsing", "no review")
      return score.assurance == result.assurance
        ? ["**\(score.label)** (\(words("hierop rust het oordeel", "the verdict rests on this")))", "**\(value)**"]
        : ["\(score.label)", "\(value)"]
    }
    if let gap = result.overClaim, gap.tenths > 0 {
      rows.append(["\(words("Opgegeven zonder bewijs", "Declared without evidence"))", "\(gap.text)"])
    }
    rows.append(["\(words("Ingevuld", "Answered"))", "\(result.completeness.text)%"])
    if result.excludedPart.tenths > 0 {
      rows.append(["\(words("Niet van toepassing", "Not applicable"))", "\(result.excludedPart.text)%"])
    }
    if result.reviewedPart.tenths > 0 { rows.append(["\(words("Getoetst deel", "Part reviewed"))", "\(result.reviewedPart.text)%"]) }
    rows.append([
      "\(words("In orde van wat de bron zelf noemt", "Met of what the source itself asks"))",
      "\(words("\(result.literalMet) van \(result.literalTotal)", "\(result.literalMet) of \(result.literalTotal)"))",
    ])
    let totals = Markdown.table(["\(words("Score", "Score"))", "\(words("Waarde", "Value"))"], firstNumber: 1, rows)
    return heading(words("Scores", "Scores")) + totals + "\n" + recommendations(result)
  }

  private func recommendations(_ result: Report.Result) -> Markdown {
    // A column without a single number says nothing.
    let columns = result.scores.indices.filter { index in result.scores[index].value != nil }
    let head: [Markdown] =
      ["\(words("Aanbeveling", "Recommendation"))"] + columns.map { "\(result.scores[$0].label)" } + ["\(words("In orde", "Met"))"]
    let rows = result.recommendations.map { item -> [Markdown] in
      let note = item.isInScope && !item.isAssessable ? words(" (grotendeels niet van toepassing)", " (mostly not applicable)") : ""
      let numbers = columns.map { item.isInScope ? item.scores[$0].value?.text ?? "–" : "–" }
      let count = words("\(item.met) van \(item.total)", "\(item.met) of \(item.total)")
      return ["\(item.id) \(item.title)\(note)"] + numbers.map { "\($0)" } + [
        "\(item.isInScope ? count : words("geldt hier niet", "out of scope"))"
      ]
    }
    return rows.isEmpty ? "" : .table(head, firstNumber: 1, rows) + "\n"
  }
}

/// The table under several reports.
private struct MarkdownOverview {
  let run: Run
  let summary: Summary

  func whole() -> Markdown {
    guard summary.files > 1 else { return "" }
    func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[run.language] }
    let head = [
      words("Richtlijn", "Guideline"), words("Oordeel", "Verdict"), words("Gehaald", "Met"), words("Opgegeven", "Declared"),
      words("Onderbouwd", "Substantiated"), words("Ingevuld", "Answered"), words("Gaten", "Gaps"),
    ]
    let rows = summary.lines.map { line -> [Markdown] in
      let name = line.organisation.isEmpty ? line.file : line.organisation
      return [
        "\(name)", "\(line.verdict ?? words("niet te beoordelen", "not assessed"))",
        "\(line.isRequirementMet ? words("ja", "yes") : words("nee", "no"))",
        "\(line.declared?.text ?? "–")", "\(line.substantiated?.text ?? "–")", "\(line.completeness.map { "\($0.text)%" } ?? "–")",
        "\(line.verdict == nil ? "–" : String(line.gaps))",
      ]
    }
    return "\n# \(words("Overzicht", "Overview"))\n\n" + .table(head.map { "\($0)" }, firstNumber: 3, rows)
  }
}

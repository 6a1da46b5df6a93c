internal import LeidraadCore

/// A line a guideline: under several reports, or instead of them.
struct TextTable {
  let run: Run

  private var width: Int { min(max(run.width, 40), 110) }

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[run.language] }

  /// What comes after the reports.
  func closing(_ summary: Summary) -> [TerminalText] {
    guard summary.files > 1 else { return [] }
    if run.show == .scores { return foot(summary) }
    let title = TerminalText("\(words("Overzicht", "Overview"))").styled(.bold, if: run.isColored)
    let lines = summary.lines
    let rest = summary.files - lines.count
    let more =
      rest == 0
      ? []
      : TerminalText.wrapped(words("… en nog \(rest), die hoger uitkomen.", "… and \(rest) more, which come out higher."), width: width)
    return ["", title, ""] + head + lines.map(row) + more + foot(summary)
  }

  var head: [TerminalText] {
    [
      row(
        words("Richtlijn", "Guideline"), words("Oordeel", "Verdict"), words("Opgeg.", "Declared"), words("Onderb.", "Subst."),
        words("Ingev.", "Answ."), words("Gaten", "Gaps")), TerminalText(stringLiteral: String(repeating: "─", count: width - 1)),
    ]
  }

  func row(_ line: Summary.Line) -> TerminalText {
    let name = line.organisation.isEmpty ? line.file : line.organisation
    return row(
      (line.isRequirementMet ? "" : "! ") + name, line.verdict ?? words("niet te lezen", "not readable"), line.declared?.text ?? "–",
      line.substantiated?.text ?? "–", line.completeness.map { "\($0.text)%" } ?? "–", line.verdict == nil ? "–" : String(line.gaps))
  }

  private func row(
    _ name: String, _ verdict: String, _ declared: String, _ substantiated: String, _ answered: String, _ gaps: String
  ) -> TerminalText {
    """
    \(TerminalText.column(name, width: max(12, width - 52))) \(TerminalText.column(verdict, width: 18)) \
    \(TerminalText.column(declared, width: 8, alignsRight: true)) \(TerminalText.column(substantiated, width: 8, alignsRight: true)) \
    \(TerminalText.column(answered, width: 7, alignsRight: true)) \(TerminalText.column(gaps, width: 6, alignsRight: true))
    """
  }

  private func foot(_ summary: Summary) -> [TerminalText] {
    let (met, files) = (summary.requirementMet, summary.files)
    return [
      "",
      "\(words("\(met) van \(files) halen wat gevraagd is.", "\(met) of \(files) reach what is required."))",
    ]
  }
}

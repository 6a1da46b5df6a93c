internal import LeidraadCore

/// A finding: what, where, why, what to write, on what ground.
struct TextFinding {
  let text: TextReport

  private var run: Run { text.run }

  private func words(_ nl: String, _ en: String) -> String { text.words(nl, en) }

  func write(rule: Finding, isBrief: Bool, to page: inout TerminalPage) {
    let style: TerminalText.Style = rule.severity == .error ? .red : .yellow
    let head = TerminalText("\(rule.isBlocker ? "✗✗" : "✗") \(rule.id) \(rule.outcomeLabel)").styled(.bold, style, if: run.isColored)
    page.line("\(head)  (\(rule.control))")
    page.wrap(rule.title, margin: "   ")
    if isBrief { return }
    if rule.isLifted {
      page.wrap(
        words(
          "Telt niet mee in het oordeel, door een besluit of een toetsing.", "Does not count in the verdict, by a decision or a review."),
        margin: "   ")
    }
    labelled(words("Besluit:", "Decision:"), rule.decision, &page)
    snippet(rule, &page)
    if let clause = rule.clause { write(clause, to: &page) }
    page.line()
  }

  func write(_ finding: Finding, to page: inout TerminalPage) {
    // What a baseline accepts was told before.
    guard finding.isGap, !finding.isKnown || run.show == .all else { return brief(finding, &page) }
    let (mark, style): (String, TerminalText.Style) =
      switch finding.outcome {
      case .met: ("✓", .cyan)
      case .partlyMet: ("◐", .yellow)
      case .explained, .planned: ("○", .blue)
      case .contradicted, .unanswered, .notMet, .outOfScope, .upcoming, .notApplicable, nil: ("✗", .red)
      }
    let lost = finding.lost.tenths > 0 ? words("−\(finding.lost.text) punten", "−\(finding.lost.text) points") : ""
    let head = TerminalText("\(mark) \(finding.id) \(finding.outcomeLabel)").styled(.bold, style, if: run.isColored)
    page.line("\(head)  \(lost)")
    page.wrap(finding.title, margin: "  ", style: .bold)
    snippet(finding, &page)
    labelled(words("Waarom:", "Why:"), finding.why, &page)
    labelled(words("Wat te doen:", "What to do:"), finding.how, &page)
    labelled(words("Besluit:", "Decision:"), finding.decision, &page)
    labelled(words("Bewijs:", "Evidence:"), finding.evidence, &page)
    labelled(words("Toetsing:", "Review:"), finding.auditor, &page)
    labelled(words("Grond:", "Ground:"), finding.groundAndLaw, &page)
    if let clause = finding.clause { write(clause, to: &page) }
    page.line()
  }

  /// A line or two for what needs no more.
  private func brief(_ finding: Finding, _ page: inout TerminalPage) {
    let mark = finding.outcome == .met ? "✓ " : "· "
    let label = finding.outcome == .met ? "" : " [\(finding.standingLabel(text.language))]"
    let proof = finding.outcome == .met ? finding.evidence.map { " \($0)" } ?? "" : ""
    page.wrap("\(finding.id)\(label) \(finding.title)\(proof)", margin: "    ", first: mark)
  }

  private func labelled(_ label: String, _ words: String?, _ page: inout TerminalPage) {
    guard let words, !words.isEmpty else { return }
    page.wrap(label, words, margin: "  ")
  }

  /// The place: the line with a caret under it, and for what is absent where it goes.
  private func snippet(_ finding: Finding, _ page: inout TerminalPage) {
    // Of what is absent with its whole chapter there is no line to show: it is told where it goes.
    if !finding.isAbsent { TextProblem(text: text).snippet(finding.location, &page) }
    guard let edit = finding.clause?.edits.first, edit.location.start == edit.location.end, edit.text.contains(byte: 0x0A) else { return }
    let place = words("in te voegen na regel \(edit.location.start.line)", "to be inserted after line \(edit.location.start.line)")
    page.line("  \(place)\(finding.isAbsent ? words(", als nieuw hoofdstuk", ", as a new section") : "")", .dim)
  }

  private func write(_ clause: Clause, to page: inout TerminalPage) {
    page.line("  \(words("Voorbeeld om aan te passen en in te voegen:", "Example to adapt and insert:"))")
    for line in clause.yaml.utf8.split(separator: 0x0A) {
      let margin = String.spaces(4 + line.prefix { $0 == 0x20 }.count)
      // A long text goes on below; YAML reads the lines as one.
      page.wrap(String(Substring(line)), margin: margin + "  ", first: margin, style: .cyan)
    }
  }
}

/// Diagnostics in the manner of compilers.
struct TextProblem {
  let text: TextReport

  private var run: Run { text.run }

  func write(_ diagnostic: Diagnostic, to page: inout TerminalPage) {
    let style: TerminalText.Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .blue
      }
    let place = diagnostic.location
    let position = TerminalText("\(place.file):\(place.start.line):\(place.start.column): ").styled(.bold, if: run.isColored)
    let label = TerminalText("\(diagnostic.severity.label[text.language]) [\(diagnostic.code.rawValue)]")
    page.line("\(position)\(label.styled(.bold, style, if: run.isColored))")
    page.wrap(diagnostic.message[text.language], margin: "  ")
    snippet(place, &page)
    if let help = diagnostic.help { page.wrap(help[text.language], margin: "    ", first: "  → ") }
    for related in diagnostic.related {
      page.line(
        "  \(related.location.file):\(related.location.start.line):\(related.location.start.column): \(related.message[text.language])")
    }
  }

  /// The source line, and carets under the stretch of it that is meant.
  func snippet(_ location: Location, _ page: inout TerminalPage) {
    guard !location.excerpt.isEmpty else { return }
    let number = String(location.start.line)
    let gutter = String.spaces(number.utf8.count)
    let room = text.width - gutter.utf8.count - 5
    let line = Excerpt(location.excerpt)
    let first = max(0, min(location.start.column - 1, line.count))
    let last =
      location.end.line == location.start.line ? max(first + 1, min(location.end.column - 1, line.count)) : max(first + 1, line.count)
    // A long line is shown from where the stretch begins.
    let start = first > room - 20 ? max(0, first - 10) : 0
    let lead = start > 0 ? "…" : ""
    let shown = start > 0 ? lead + line.part(min(start, line.count)..<line.count) : location.excerpt
    let before = lead.count + line.columns(min(start, first)..<first)
    let marked = line.columns(first..<min(last, line.count))
    let carets = String(repeating: "^", count: max(1, min(marked, room - before)))
    let source = line.fits(room) ? TerminalText("\(shown)") : TerminalText.column(shown, width: room)
    page.line(TerminalText("  \(number) │ ").styled(.dim, if: run.isColored) + source.trimmedEnd)
    page.line(
      TerminalText("  \(gutter) │ ").styled(.dim, if: run.isColored)
        + TerminalText("\(String.spaces(before))\(carets)").styled(.yellow, if: run.isColored))
  }

  /// A line of the source. What is ASCII, as most are, is cut and counted without looking at a character.
  private struct Excerpt {
    private let text: String
    /// In code points.
    let count: Int
    private let isPlain: Bool

    init(_ text: String) {
      self.text = text
      isPlain = text.allSatisfy(byte: { (0x20...0x7E).contains($0) }) && TerminalText.escaped(text) == text
      count = isPlain ? text.utf8.count : text.unicodeScalars.count
    }

    func part(_ range: Range<Int>) -> String {
      let scalars = text.unicodeScalars
      let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
      return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
    }

    /// Whether all of it is shown as it is.
    func fits(_ room: Int) -> Bool { isPlain && count <= room }

    /// How many it takes when it is shown.
    func columns(_ range: Range<Int>) -> Int { isPlain ? range.count : TerminalText.columns(TerminalText.escaped(part(range))) }
  }
}

extension TerminalText {
  /// Without spaces at its end.
  fileprivate var trimmedEnd: TerminalText {
    var line = self
    line.trimEnd()
    return line
  }
}

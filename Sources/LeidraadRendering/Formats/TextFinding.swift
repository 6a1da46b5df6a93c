internal import LeidraadCore

/// Findings as lines: what, where, why, what to write, on what ground.
struct TextFinding {
  let text: TextReport

  private var run: Run { text.run }
  private var width: Int { text.width }

  func rule(_ rule: Finding, isBrief: Bool) -> [TerminalText] {
    let style: TerminalText.Style = rule.severity == .error ? .red : .yellow
    let head = TerminalText("\(rule.isBlocker ? "✗✗" : "✗") \(rule.id) \(rule.outcomeLabel)").styled(.bold, style, if: run.isColored)
    var lines = [head + TerminalText("  (\(rule.control))")]
    lines += TerminalText.wrapped(rule.title, width: width, margin: "   ")
    if isBrief { return lines }
    if rule.isLifted {
      lines += TerminalText.wrapped(
        text.words(
          "Telt niet mee in het oordeel, door een besluit of een toetsing.", "Does not count in the verdict, by a decision or a review."),
        width: width, margin: "   ")
    }
    if let decision = rule.decision { lines += labelled(text.words("Besluit", "Decision"), decision) }
    lines += snippet(rule)
    if let clause = rule.clause { lines += self.clause(clause) }
    return lines + [""]
  }

  func control(_ finding: Finding) -> [TerminalText] {
    // What a baseline accepts was told before.
    guard finding.isGap, !finding.isKnown || text.run.show == .all else { return brief(finding) }
    let (mark, style): (String, TerminalText.Style) =
      switch finding.outcome {
      case .met: ("✓", .cyan)
      case .partlyMet: ("◐", .yellow)
      case .explained, .planned: ("○", .blue)
      case .contradicted, .unanswered, .notMet, .outOfScope, .upcoming, .notApplicable, nil: ("✗", .red)
      }
    let lost = finding.lost.tenths > 0 ? text.words("−\(finding.lost.text) punten", "−\(finding.lost.text) points") : ""
    var lines = [
      TerminalText("\(mark) \(finding.id) \(finding.outcomeLabel)").styled(.bold, style, if: run.isColored) + TerminalText("  \(lost)")
    ]
    lines += TerminalText.wrapped(finding.title, width: width, margin: "  ").map { $0.styled(.bold, if: run.isColored) }
    lines += snippet(finding)
    lines += labelled(text.words("Waarom", "Why"), finding.why)
    lines += labelled(text.words("Wat te doen", "What to do"), finding.how)
    if let decision = finding.decision { lines += labelled(text.words("Besluit", "Decision"), decision) }
    if let evidence = finding.evidence { lines += labelled(text.words("Bewijs", "Evidence"), evidence) }
    if let auditor = finding.auditor { lines += labelled(text.words("Toetsing", "Review"), auditor) }
    lines += labelled(text.words("Grond", "Ground"), finding.groundAndLaw)
    if let clause = finding.clause { lines += self.clause(clause) }
    return lines + [""]
  }

  /// A line or two for what needs no more.
  private func brief(_ finding: Finding) -> [TerminalText] {
    let mark = finding.outcome == .met ? "✓" : "·"
    let label = finding.outcome == .met ? "" : " [\(finding.standingLabel(text.language))]"
    let proof = finding.outcome == .met ? finding.evidence.map { " \($0)" } ?? "" : ""
    return TerminalText.wrapped("\(finding.id)\(label) \(finding.title)\(proof)", width: width, margin: "    ", first: "\(mark) ")
  }

  private func labelled(_ label: String, _ words: String) -> [TerminalText] {
    guard !words.isEmpty else { return [] }
    return TerminalText.wrapped("\(label): \(words)", width: width, margin: "  ")
  }

  /// The place: the line with a caret under it, and for what is absent where it goes.
  private func snippet(_ finding: Finding) -> [TerminalText] {
    // Of what is absent with its whole chapter there is no line to show: it is told where it goes.
    var lines = finding.isAbsent ? [] : TextProblem(text: text).snippet(finding.location)
    if let edit = finding.clause?.edits.first, edit.location.start == edit.location.end, edit.text.contains("\n") {
      lines.append(
        TerminalText(
          "  \(text.words("in te voegen na regel \(edit.location.start.line)\(finding.isAbsent ? ", als nieuw hoofdstuk" : "")", "to be inserted after line \(edit.location.start.line)\(finding.isAbsent ? ", as a new section" : "")"))"
        ).styled(.dim, if: run.isColored))
    }
    return lines
  }

  private func clause(_ clause: Clause) -> [TerminalText] {
    let label = text.words("Voorbeeld om aan te passen en in te voegen", "Example to adapt and insert")
    var lines: [TerminalText] = ["  \(label):"]
    for line in clause.yaml.utf8.split(separator: 0x0A) {
      let margin = String.spaces(4 + line.prefix { $0 == 0x20 }.count)
      // A long text goes on below; YAML reads the lines as one.
      lines += TerminalText.wrapped(String(Substring(line)), width: width, margin: margin + "  ", first: margin)
    }
    return lines.enumerated().map { $0.offset == 0 ? $0.element : $0.element.styled(.cyan, if: run.isColored) }
  }
}

/// Diagnostics as lines, in the manner of compilers.
struct TextProblem {
  let text: TextReport

  private var run: Run { text.run }

  func lines(_ diagnostic: Diagnostic) -> [TerminalText] {
    let style: TerminalText.Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .blue
      }
    let place = diagnostic.location
    let position = "\(place.file):\(place.start.line):\(place.start.column)"
    let label = "\(diagnostic.severity.label[text.language]) [\(diagnostic.code.rawValue)]"
    var lines = [
      TerminalText("\(position): ").styled(.bold, if: run.isColored) + TerminalText("\(label)").styled(.bold, style, if: run.isColored)
    ]
    lines += TerminalText.wrapped(diagnostic.message[text.language], width: text.width, margin: "  ")
    lines += snippet(place)
    if let help = diagnostic.help { lines += TerminalText.wrapped(help[text.language], width: text.width, margin: "    ", first: "  → ") }
    for related in diagnostic.related {
      lines.append(
        "  \(related.location.file):\(related.location.start.line):\(related.location.start.column): \(related.message[text.language])")
    }
    return lines
  }

  /// The source line, and carets under the stretch of it that is meant.
  func snippet(_ location: Location) -> [TerminalText] {
    guard !location.excerpt.isEmpty else { return [] }
    let number = String(location.start.line)
    let gutter = String.spaces(number.utf8.count)
    let room = text.width - gutter.utf8.count - 5
    let line = location.excerpt.unicodeScalars
    let count = line.count
    func part(_ range: Range<Int>) -> String {
      let start = line.index(line.startIndex, offsetBy: range.lowerBound)
      return String(line[start..<line.index(start, offsetBy: range.count)])
    }
    let first = max(0, min(location.start.column - 1, count))
    let last = location.end.line == location.start.line ? max(first + 1, min(location.end.column - 1, count)) : max(first + 1, count)
    // A long line is shown from where the stretch begins.
    let start = first > room - 20 ? max(0, first - 10) : 0
    let lead = start > 0 ? "…" : ""
    let shown = lead + part(min(start, count)..<count)
    let before = TerminalText.columns(TerminalText.escaped(lead + part(min(start, first)..<first)))
    let marked = TerminalText.columns(TerminalText.escaped(part(first..<min(last, count))))
    let carets = String(repeating: "^", count: max(1, min(marked, room - before)))
    return [
      TerminalText("  \(number) │ ").styled(.dim, if: run.isColored)
        + TerminalText.column(shown, width: room).trimmedEnd,
      TerminalText("  \(gutter) │ ").styled(.dim, if: run.isColored)
        + TerminalText("\(String.spaces(before))\(carets)").styled(.yellow, if: run.isColored),
    ]
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

internal import LeidraadCore

/// Lines for a terminal in the making, in UTF-8. A long report is written straight into one; whatever is put into it from outside is escaped as in
/// `TerminalText`.
struct TerminalPage: ~Copyable {
  private var bytes: Bytes
  /// In columns.
  let width: Int
  private let isColored: Bool

  init(width: Int, isColored: Bool = false) {
    bytes = Bytes()
    self.width = width
    self.isColored = isColored
  }

  /// All lines, each with its end.
  var array: [UInt8] { bytes.array }

  mutating func line(_ text: TerminalText = "", _ style: TerminalText.Style? = nil) {
    let style = text.text.isEmpty ? nil : style
    open(style)
    bytes.append(unescaped: text.text)
    close(style)
  }

  mutating func lines(_ lines: [TerminalText]) { for text in lines { line(text) } }

  private mutating func open(_ style: TerminalText.Style?) {
    guard isColored, let style else { return }
    bytes.append("\u{1B}[")
    bytes.append(unescaped: style.rawValue)
    bytes.append(UInt8(ascii: "m"))
  }

  private mutating func close(_ style: TerminalText.Style?) {
    if isColored, style != nil { bytes.append("\u{1B}[0m") }
    bytes.append(0x0A)
  }

  // MARK: Paragraphs

  /// The line that is being filled.
  private struct Line {
    /// In columns, the margin included.
    var used: Int
    var isEmpty = true
    let margin: String
    let marginColumns: Int
    let style: TerminalText.Style?
  }

  /// Words in lines that are no longer than the page is wide, broken at spaces, each after a margin. `first` replaces the margin of the first line.
  mutating func wrap(
    _ text: String, _ more: String = "", margin: String = "", first: String? = nil, style: TerminalText.Style? = nil
  ) {
    let marginColumns = TerminalText.columns(margin)
    var line = Line(
      used: first.map(TerminalText.columns) ?? marginColumns, margin: margin, marginColumns: marginColumns,
      style: text.isEmpty && margin.isEmpty ? nil : style)
    open(line.style)
    bytes.append(unescaped: first ?? margin)
    fill(&line, text)
    fill(&line, more)
    close(line.style)
  }

  private mutating func fill(_ line: inout Line, _ text: String) {
    var text = TerminalText.escaped(text)
    text.withUTF8 { source in
      var next = 0
      while let (word, columns) = TerminalText.nextWord(in: source, from: &next) {
        if !line.isEmpty, line.used + 1 + columns > width {
          close(line.style)
          open(line.style)
          bytes.append(unescaped: line.margin)
          line.used = line.marginColumns
          line.isEmpty = true
        }
        if !line.isEmpty { bytes.append(0x20) }
        bytes.append(word)
        line.used += columns + (line.isEmpty ? 0 : 1)
        line.isEmpty = false
      }
    }
  }
}

/// Markdown for GitHub and GitLab. What is put into it reads as it was written: it starts no heading, list, link, image, tag or table cell,
/// mentions nobody, refers to no issue, and shows what cannot be seen. A text of several lines becomes one line; blocks of code keep
/// theirs.
package struct Markdown: EscapedText {
  package let text: String

  package init(stringLiteral value: String) { text = value }

  private init(trusted: String) { text = trusted }

  package static func + (left: Markdown, right: Markdown) -> Markdown { Markdown(trusted: left.text + right.text) }

  /// Fit for a line and for a cell of a table.
  package static func escaped(_ value: String) -> String {
    let scalars = Array(singleLine(value).unicodeScalars)
    // A line may begin here, where `- `, `===` and `1. ` would be more than text.
    let numberEnd = scalars.firstIndex { !("0"..."9").contains($0) } ?? scalars.endIndex
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // A backslash before it would do in most readers of tables, not in all.
      case "|": result += "&#124;"
      case "\\", "`", "*", "_", "[", "]", "{", "}": result += "\\\(scalar)"
      case _ where isSigil(at: index, in: scalars): result += apart(scalar)
      case "&": result += "&amp;"
      case "~", "$", "^", "#": result += "\\\(scalar)"
      case "-" where index == 0, "+" where index == 0, "=" where index == 0: result += "\\\(scalar)"
      case "." where index == numberEnd, ")" where index == numberEnd: result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text on one line, with one space where there is white space and none at its ends, and visible stand-ins for control characters and
  /// for marks that steer the direction of text.
  static func singleLine(_ value: String) -> String {
    var text = TerminalText.escaped(value)
    if text.withUTF8(isSingleLine) { return text }
    var result = ""
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        hasGap = !result.isEmpty
      } else {
        if hasGap { result += " " }
        hasGap = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Markdown {
  private static func isSingleLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.first == 0x20 || bytes.last == 0x20 { return false }
    var index = 0
    // Seven at a time, so that two spaces are never looked at apart.
    while let eight = EightBytes(bytes, at: index) {
      let spaces = eight.equal(to: 0x20)
      if eight.equal(to: 0x0A) | spaces & (spaces >> 8) != 0 { return false }
      index += 7
    }
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x20 && bytes[index - 1] == 0x20 { return false }
      index += 1
    }
    return true
  }
}

// MARK: References

extension Markdown {
  /// GitHub and GitLab look for mentions, references, addresses, emoji and formulas in what is left after Markdown: an escape is gone by
  /// then. Only an element of its own keeps the sign apart from what follows it.
  private static func apart(_ scalar: Unicode.Scalar) -> String {
    "<span>\(scalar == "&" ? "&amp;" : "\\\(scalar)")</span>"
  }

  private static func isSigil(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count else { return false }
    let next = scalars[index + 1]
    switch scalars[index] {
    case "@", "$": return next != " "
    case "#", "!", "&", "~", "%": return isLetter(next) || ("0"..."9").contains(next) || next == "\"" || next == "_"
    case ":": return isLetter(next) || "/+-_".unicodeScalars.contains(next)
    case ".": return ends(scalars[..<index], with: "www")
    case "-": return ends(scalars[..<index], with: "gh") && ("0"..."9").contains(next)
    default: return false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }

  private static func ends(_ scalars: ArraySlice<Unicode.Scalar>, with word: String) -> Bool {
    scalars.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) { left, right in
      left == right || isLetter(left) && left.value | 0x20 == right.value
    }
  }
}

// MARK: Pieces

extension Markdown {
  /// Code within a line; not in a table, where a `|` inside would end the cell.
  package static func code(_ value: String) -> Markdown {
    let line = singleLine(value)
    guard !line.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: [line]) + 1)
    // The spaces are not part of the code; without them a backtick at an end would be part of the fence.
    let space = line.utf8.first == backtick || line.utf8.last == backtick ? " " : ""
    return Markdown(trusted: fence + space + line + space + fence)
  }

  /// A block of code with its fence, longer than any run of backticks inside. It starts at the margin.
  package static func block(_ lines: [String], language: Markdown = "") -> Markdown {
    let clean = lines.map { String(String.UnicodeScalarView(TerminalText.escaped($0).unicodeScalars.map { $0 == "\n" ? " " : $0 })) }
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: clean) + 1))
    return Markdown(trusted: fence + language.text + "\n" + clean.map { $0 + "\n" }.joined() + fence + "\n")
  }

  private static let backtick = UInt8(ascii: "`")

  private static func longestRunOfBackticks(in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == backtick ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }

  /// A table; the columns from `firstNumber` on are numbers, to the right.
  package static func table(_ head: [Markdown], firstNumber: Int = .max, _ rows: [[Markdown]]) -> Markdown {
    func line(_ cells: [Markdown]) -> String { "| \(cells.map(\.text).joined(separator: " | ")) |\n" }
    let rule = head.indices.map { $0 >= firstNumber ? "---: |" : "--- |" }
    return Markdown(trusted: line(head) + "| " + rule.joined(separator: " ") + "\n" + rows.map(line).joined())
  }

  /// What is out of sight until its title is clicked. The title stands in HTML, where Markdown means nothing.
  package static func details(_ title: String, _ content: Markdown) -> Markdown {
    let summary: HTML = "\(singleLine(title))"
    return Markdown(trusted: "<details>\n<summary>\(summary.text)</summary>\n\n\(content.text)\n</details>\n\n")
  }

  package static func link(_ title: String, to address: HTML.Address) -> Markdown {
    let target: HTML = "\(address)"
    return Markdown(trusted: "[\(escaped(title))](<\(target.text)>)")
  }
}

/// Text of OSCAL that its readers take for Markdown (`markup-line`, `markup-multiline`): what is put into it reads as it was written. OSCAL
/// knows no HTML, so escaping is by backslash alone.
struct OSCALText: EscapedText, Encodable {
  let text: String

  init(stringLiteral value: String) { text = value }

  static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in Markdown.singleLine(value).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "{", "}", "~", "^": result += "\\\(scalar)"
      case "&", "#": result += "\\\(scalar)"
      case "-" where result.isEmpty, "+" where result.isEmpty, "=" where result.isEmpty: result += "\\\(scalar)"
      case "." where isNumber(result), ")" where isNumber(result): result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `1.` would begin a list.
  private static func isNumber(_ text: String) -> Bool { text.utf8.count < 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }

  /// Sentences and paragraphs of one text; those that say nothing are left out. Nil when all are.
  static func paragraphs(_ texts: [OSCALText]) -> OSCALText? {
    let lines = texts.filter { !$0.text.isEmpty }
    return lines.isEmpty ? nil : joined(lines, separator: "\n\n")
  }
}

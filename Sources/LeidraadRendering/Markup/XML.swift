/// XML 1.0, for the content of an element and for an attribute in double quotes alike.
package struct XML: EscapedText {
  package let text: String

  package init(stringLiteral value: String) { text = value }

  /// White space other than a space is written as a reference: an attribute would lose it. What XML 1.0 cannot hold is left out.
  package static func escaped(_ value: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      // `##[` is a command wherever it stands in the log of a build service.
      case "#" where previous == "#": result += "&#35;"
      case "\t", "\n", "\r", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

/// Writes values as YAML that a person would write: block style, quotes only where they are needed.
package struct YAMLWriter {
  /// The language of texts that an example has in several.
  package let language: Language

  package init(language: Language) { self.language = language }

  /// The lines of a mapping, without line ends.
  package func lines(_ entries: [ExampleValue.Entry], indentation: Int = 0) -> [String] {
    entries.flatMap { lines(key: $0.key, $0.value, indentation: indentation) }
  }

  package func lines(key: String, _ value: ExampleValue, indentation: Int) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    if let inline = inline(value, room: 100 - indentation - key.utf8.count) { return ["\(margin)\(scalar(key)): \(inline)"] }
    switch value {
    case .map(let entries): return ["\(margin)\(scalar(key)):"] + lines(entries, indentation: indentation + 2)
    case .list(let items): return ["\(margin)\(scalar(key)):"] + items.flatMap { self.items($0, indentation: indentation + 2) }
    case .text, .scalar: return ["\(margin)\(scalar(key)): \(inline(value, room: .max) ?? "")"]
    }
  }

  /// One item of a list, with its dash.
  package func items(_ value: ExampleValue, indentation: Int) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    guard case .map(let entries) = value, !entries.isEmpty else {
      return ["\(margin)- \(inline(value, room: .max) ?? "[]")"]
    }
    var lines = lines(entries, indentation: indentation + 2)
    lines[0] = "\(margin)- \(lines[0].dropFirst(indentation + 2))"
    return lines
  }

  /// A value on one line: a scalar, or a short list of words.
  package func inline(_ value: ExampleValue, room: Int) -> String? {
    switch value {
    case .text(let text): return scalar(text[language])
    case .scalar(let text): return scalar(text)
    case .map(let entries): return entries.isEmpty ? "{}" : nil
    case .list(let items):
      var words: [String] = []
      for item in items {
        // Sentences read better one a line; words of the policy fit together.
        guard case .scalar(let text) = item, !text.contains(" ") else { return nil }
        words.append(scalar(text, inFlow: true))
      }
      let line = "[\(words.joined(separator: ", "))]"
      return line.utf8.count <= room ? line : nil
    }
  }

  /// A value on one line at any length, for use inside braces.
  package func flow(_ value: ExampleValue) -> String {
    switch value {
    case .text(let text): scalar(text[language], inFlow: true)
    case .scalar(let text): scalar(text, inFlow: true)
    case .list(let items): "[\(items.map(flow).joined(separator: ", "))]"
    case .map(let entries): "{\(entries.map { "\(scalar($0.key, inFlow: true)): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// A scalar, in double quotes where YAML could read it as something else.
  package func scalar(_ text: String, inFlow: Bool = false) -> String {
    YAMLWriter.needsQuotes(text, inFlow: inFlow) ? YAMLWriter.quoted(text) : text
  }

  private static func needsQuotes(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    if "-?:,[]{}#&*!|>'\"%@`~=<".unicodeScalars.contains(first) || first.properties.isWhitespace || last.properties.isWhitespace
      || last == ":"
    {
      return true
    }
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    if text != "true", text != "false", words.contains(text.lowercased()) { return true }
    if inFlow, text.unicodeScalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) { return true }
    // A version such as 1.0 stays text in every reader.
    if text.utf8.contains(0x2E), text.utf8.allSatisfy({ isASCIIDigit($0) || $0 == 0x2E }) { return true }
    // A value that goes on after a colon, or a comment.
    if zip(text.utf8, text.utf8.dropFirst()).contains(where: { $0 == 0x3A && $1 == 0x20 || $0 == 0x20 && $1 == 0x23 }) { return true }
    return text.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029 || $0.value == 0xFEFF
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
        || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

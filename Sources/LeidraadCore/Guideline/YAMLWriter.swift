/// Writes values as YAML that a person would write: block style, quotes only where they are needed.
package struct YAMLWriter {
  /// The language of texts that an example has in several.
  package let language: Language

  package init(language: Language) { self.language = language }

  /// The lines of a mapping, without line ends.
  package func lines(_ entries: [ExampleValue.Entry]) -> [String] {
    var text = ""
    write(entries, indentation: 0, to: &text)
    return text.split(separator: "\n").map(String.init)
  }

  /// The lines of a mapping, each with its end.
  package func text(_ entries: [ExampleValue.Entry], indentation: Int = 0) -> String {
    var text = ""
    write(entries, indentation: indentation, to: &text)
    return text
  }

  /// The same for one entry.
  package func text(key: String, _ value: ExampleValue, indentation: Int) -> String {
    var text = ""
    write(key: key, value, indentation: indentation, to: &text)
    return text
  }

  /// Items of a list, each line with its end.
  package func text(items: [ExampleValue], indentation: Int) -> String {
    var text = ""
    for item in items { write(item: item, indentation: indentation, to: &text) }
    return text
  }

  private func write(_ entries: [ExampleValue.Entry], indentation: Int, to text: inout String) {
    for entry in entries { write(key: entry.key, entry.value, indentation: indentation, to: &text) }
  }

  /// - Parameter isFirst: Of an item: its dash stands where the margin of this line would be.
  private func write(key: String, _ value: ExampleValue, indentation: Int, isFirst: Bool = false, to text: inout String) {
    if !isFirst { text += String(repeating: " ", count: indentation) }
    text += scalar(key)
    text += ":"
    if let inline = inline(value, behind: key, indentation: indentation) {
      text += " "
      text += inline
      text += "\n"
      return
    }
    text += "\n"
    switch value {
    case .map(let entries): write(entries, indentation: indentation + 2, to: &text)
    case .list(let items): for item in items { write(item: item, indentation: indentation + 2, to: &text) }
    // These are always on one line.
    case .text, .scalar: return
    }
  }

  /// One item of a list, with its dash.
  private func write(item: ExampleValue, indentation: Int, to text: inout String) {
    text += String(repeating: " ", count: indentation)
    text += "- "
    guard case .map(let entries) = item, let first = entries.first else {
      text += inline(item, room: .max) ?? "[]"
      text += "\n"
      return
    }
    write(key: first.key, first.value, indentation: indentation + 2, isFirst: true, to: &text)
    write(Array(entries.dropFirst()), indentation: indentation + 2, to: &text)
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

  /// The same where it stands behind its key; a long list goes below that.
  package func inline(_ value: ExampleValue, behind key: String, indentation: Int) -> String? {
    inline(value, room: 100 - indentation - key.utf8.count)
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

  /// Words that some reader takes for a truth or for nothing.
  private static let reservedWords = ["null", "yes", "no", "on", "off", "y", "n"]

  private static func needsQuotes(_ text: String, inFlow: Bool) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last else { return true }
    // Ours begin with a letter, nearly always.
    if !isASCIILetter(first), beginsSpecially(text, first) { return true }
    if last == 0x3A || last <= 0x20 || last >= 0x80 && text.unicodeScalars.last?.properties.isWhitespace == true { return true }
    if utf8.count <= 5 {
      let word = text.lowercased()
      if reservedWords.contains(word) || ["true", "false"].contains(word) && word != text { return true }
    }
    // A version such as 1.0 stays text in every reader.
    if isASCIIDigit(first), utf8.contains(0x2E), utf8.allSatisfy({ isASCIIDigit($0) || $0 == 0x2E }) { return true }
    return breaksOff(text, inFlow: inFlow)
  }

  private static func beginsSpecially(_ text: String, _ first: UInt8) -> Bool {
    if first < 0x80 { return first <= 0x20 || "-?:,[]{}#&*!|>'\"%@`~=<".utf8.contains(first) }
    return text.unicodeScalars.first?.properties.isWhitespace == true
  }

  /// Whether it has within it what would end a plain scalar: a colon or a comment, a sign of a flow list, or something that is not seen.
  private static func breaksOff(_ text: String, inFlow: Bool) -> Bool {
    var previous: UInt8 = 0
    var isWide = false
    for byte in text.utf8 {
      switch byte {
      case 0..<0x20, 0x7F: return true
      case 0x20: if previous == 0x3A { return true }
      case 0x23: if previous == 0x20 { return true }
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: if inFlow { return true }
      case 0x80...: isWide = true
      default: break
      }
      previous = byte
    }
    return isWide && text.unicodeScalars.contains { isUnseen($0) }
  }

  /// Characters that must not stand in a file as they are, or that a reader could take for a line end.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: false
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
      case _ where isUnseen(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

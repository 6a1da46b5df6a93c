/// Finds quotations in a document, without regard to white space, typographic marks, capitals and markup.
struct QuotedDocument {
  private let text: [Character]
  private let isMarkdown: Bool

  /// Nil for a document that cannot be looked into.
  ///
  /// - Parameters:
  ///   - name: The file's name; its ending says whether there is markup.
  init?(_ bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["txt", "text", "md", "markdown", "html", "htm", "yaml", "yml", "rst", "adoc", "csv"].contains(ending) || !name.contains(".") else {
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    isMarkdown = ending == "md" || ending == "markdown"
    let plain = ending.hasPrefix("htm") ? Self.withoutTags(text) : isMarkdown ? Self.withoutTags(text, markdown: true) : text
    self.text = Self.folded(plain, markdown: isMarkdown)
  }

  func contains(_ quote: String) -> Bool {
    let wanted = Self.folded(quote, markdown: isMarkdown)
    return !wanted.isEmpty && Self.contains(text, wanted)
  }

  /// Lower case, one space for any run of white space, plain quotes and dashes, composed characters; in Markdown without its marks.
  private static func folded(_ text: String, markdown: Bool) -> [Character] {
    let marks = Array("*_#>|~".utf8)
    var result: [Character] = []
    for character in text.lowercased() {
      // Most are of one byte, and looking at that is quicker than comparing characters.
      if character.utf8.count == 1, let byte = character.utf8.first {
        switch byte {
        case UInt8(ascii: "`"): result.append("'")
        case _ where markdown && marks.contains(byte): continue
        case 0x09...0x0D, 0x20: if result.last != " " { result.append(" ") }
        default: result.append(character)
        }
        continue
      }
      switch character {
      case "‘", "’", "‚", "‛", "´": result.append("'")
      case "“", "”", "„", "‟", "«", "»": result.append("\"")
      case "–", "—", "‐", "‑", "−": result.append("-")
      case "…": result += ["." as Character, ".", "."]
      case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
      case _ where character.isWhitespace: if result.last != " " { result.append(" ") }
      default: result.append(character)
      }
    }
    if markdown { result.removeAll { $0 == "'" || $0 == "\"" } }
    while result.last == " " { result.removeLast() }
    return result.first == " " ? Array(result.dropFirst()) : result
  }

  /// Without `<…>`, with the common character references resolved; of a Markdown link only its text.
  private static func withoutTags(_ text: String, markdown: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "<" where scalars.first.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" } == true:
        guard let end = scalars.firstIndex(of: ">") else {
          result.append(scalar)
          continue
        }
        let isInline = ["b", "i", "em", "strong", "span", "a", "u", "code", "mark"].contains(tagName(scalars[..<end]))
        scalars = scalars[(end + 1)...]
        if !isInline { result.append(" ") }
      case "&":
        if let (value, rest) = reference(scalars) {
          result.append(value)
          scalars = rest
        } else {
          result.append(scalar)
        }
      case "]" where markdown && scalars.first == "(":
        if let end = scalars.firstIndex(of: ")"), end - scalars.startIndex < 2_000 { scalars = scalars[(end + 1)...] }
      case "[" where markdown: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func tagName(_ tag: ArraySlice<Unicode.Scalar>) -> String {
    var name = ""
    for scalar in tag where scalar != "/" {
      guard scalar.properties.isAlphabetic else { break }
      name.unicodeScalars.append(scalar)
    }
    return name.lowercased()
  }

  private static func reference(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, ArraySlice<Unicode.Scalar>)? {
    guard let end = scalars.prefix(12).firstIndex(of: ";") else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[..<end])
    let rest = scalars[(end + 1)...]
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–",
      "mdash": "—", "hellip": "…", "euml": "ë", "eacute": "é", "egrave": "è", "iuml": "ï", "ouml": "ö", "uuml": "ü", "shy": "\u{AD}",
    ]
    if let scalar = named[name] { return (scalar, rest) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, rest) }
  }

  /// Plain search; documents are at most 20 MiB, and a quote's first character soon rules most places out.
  private static func contains(_ text: [Character], _ wanted: [Character]) -> Bool {
    guard text.count >= wanted.count else { return false }
    // Knuth, Morris and Pratt: linear, whatever a stranger quotes.
    var fallback = [0]
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = fallback[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      fallback.append(length)
    }
    length = 0
    for character in text {
      while length > 0, character != wanted[length] { length = fallback[length - 1] }
      if character == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}

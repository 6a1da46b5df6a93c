/// Finds quotations in a document, without regard to white space, typographic marks, capitals and markup.
struct QuotedDocument {
  private let text: [Character]
  private let isMarkdown: Bool
  private let hasMarkup: Bool

  /// The largest text that quotations are looked for in: folded it takes many times as much memory.
  private static let limit = 2 << 20

  /// How many characters there are to look through.
  var count: Int { text.count }

  /// Nil for a document that cannot be looked into, or only at great cost.
  ///
  /// - Parameters:
  ///   - name: The file's name; its ending says whether there is markup.
  init?(_ bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["txt", "text", "md", "markdown", "html", "htm", "yaml", "yml", "rst", "adoc", "csv"].contains(ending) || !name.contains(".")
    else {
      return nil
    }
    guard bytes.count <= Self.limit, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    isMarkdown = ending == "md" || ending == "markdown"
    hasMarkup = isMarkdown || ending.hasPrefix("htm")
    self.text = Self.folded(hasMarkup ? MarkupText.plain(text, markdown: isMarkdown) : text, markdown: isMarkdown)
  }

  /// People copy a quotation as the page shows it, or as its source has it.
  func contains(_ quote: String) -> Bool {
    let shown = Self.folded(quote, markdown: isMarkdown)
    if !shown.isEmpty, Self.contains(text, shown) { return true }
    guard hasMarkup else { return false }
    let source = Self.folded(MarkupText.plain(quote, markdown: isMarkdown), markdown: isMarkdown)
    return !source.isEmpty && source != shown && Self.contains(text, source)
  }

  /// Lower case, one space for any run of white space, plain quotes and dashes, composed characters; in Markdown without its marks.
  private static func folded(_ text: String, markdown: Bool) -> [Character] {
    let marks = Array("*_#>|~[]\\".utf8)
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

  /// Plain search.
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

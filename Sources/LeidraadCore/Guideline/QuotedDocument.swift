/// Finds quotations in a document, without regard to white space, typographic marks, capitals and markup.
struct QuotedDocument {
  private let text: [UInt32]
  private let alphabet: Alphabet
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
    var alphabet = Alphabet()
    self.text = Self.folded(hasMarkup ? MarkupText.plain(text, markdown: isMarkdown) : text, markdown: isMarkdown) { alphabet.add($0) }
    self.alphabet = alphabet
  }

  /// People copy a quotation as the page shows it, or as its source has it.
  func contains(_ quote: String) -> Bool {
    let shown = Self.folded(quote, markdown: isMarkdown) { alphabet.number(of: $0) }
    if !shown.isEmpty, Self.contains(text, shown) { return true }
    guard hasMarkup else { return false }
    let source = Self.folded(MarkupText.plain(quote, markdown: isMarkdown), markdown: isMarkdown) { alphabet.number(of: $0) }
    return !source.isEmpty && source != shown && Self.contains(text, source)
  }

  /// Lower case, one space for any run of white space, plain quotes and dashes, composed characters; in Markdown without its marks.
  ///
  /// - Parameter number: What stands for a character that is not ASCII.
  private static func folded(_ text: String, markdown: Bool, _ number: (Character) -> UInt32) -> [UInt32] {
    var folding = Folding(isMarkdown: markdown)
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8
    folding.result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      // Most are ASCII, and a character of their own where ASCII follows.
      if byte < 0x80, next == bytes.endIndex || bytes[next] < 0x80 {
        folding.append(byte)
        index = next
        continue
      }
      for character in String(text[index]).lowercased() { folding.append(character, number) }
      index = text.index(after: index)
    }
    return folding.trimmed
  }

  /// A text as it is compared.
  private struct Folding {
    let isMarkdown: Bool
    var result: [UInt32] = []

    private static let space: UInt32 = 0x20

    private mutating func append(ascii character: Unicode.Scalar) { result.append(character.value) }

    private mutating func appendSpace() { if result.last != Self.space { result.append(Self.space) } }

    /// - Parameter byte: An ASCII character.
    mutating func append(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A: result.append(UInt32(byte | 0x20))
      case 0x09...0x0D, 0x20: appendSpace()
      // “*_#>|~[]\” and the quotes, which Markdown may make of each other.
      case 0x2A, 0x5F, 0x23, 0x3E, 0x7C, 0x7E, 0x5B, 0x5D, 0x5C, 0x22, 0x27, 0x60:
        if !isMarkdown { result.append(byte == 0x60 ? 0x27 : UInt32(byte)) }
      default: result.append(UInt32(byte))
      }
    }

    mutating func append(_ character: Character, _ number: (Character) -> UInt32) {
      if character.utf8.count == 1, let byte = character.utf8.first { return append(byte) }
      switch character {
      case "‘", "’", "‚", "‛", "´": if !isMarkdown { append(ascii: "'") }
      case "“", "”", "„", "‟", "«", "»": if !isMarkdown { append(ascii: "\"") }
      case "–", "—", "‐", "‑", "−": append(ascii: "-")
      case "…": for _ in 0..<3 { append(ascii: ".") }
      case "\u{AD}", "\u{200B}", "\u{FEFF}": return
      case _ where character.isWhitespace: appendSpace()
      default: result.append(number(character))
      }
    }

    /// Without a space at either end.
    var trimmed: [UInt32] {
      var result = result
      while result.last == Self.space { result.removeLast() }
      return result.first == Self.space ? Array(result.dropFirst()) : result
    }
  }

  /// Numbers for the characters of a text that are not ASCII: they are compared a million times, and as numbers at no cost.
  private struct Alphabet {
    private var numbers: [Character: UInt32] = [:]

    mutating func add(_ character: Character) -> UInt32 {
      if let number = numbers[character] { return number }
      let number = 0x80 + UInt32(numbers.count)
      numbers[character] = number
      return number
    }

    /// That of no character where the text does not have it.
    func number(of character: Character) -> UInt32 { numbers[character] ?? .max }
  }

  /// Plain search.
  private static func contains(_ text: [UInt32], _ wanted: [UInt32]) -> Bool {
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

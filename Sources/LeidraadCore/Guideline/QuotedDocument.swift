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
    guard bytes.count <= Self.limit, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    isMarkdown = ending == "md" || ending == "markdown"
    hasMarkup = isMarkdown || ending.hasPrefix("htm")
    var alphabet = Alphabet()
    text = Self.folded(hasMarkup ? MarkupText.plain(bytes, markdown: isMarkdown) : bytes, markdown: isMarkdown) { alphabet.add($0) }
    self.alphabet = alphabet
  }

  /// People copy a quotation as the page shows it, or as its source has it.
  func contains(_ quote: String) -> Bool {
    let quote = Array(quote.utf8)
    let shown = Self.folded(quote, markdown: isMarkdown) { alphabet.number(of: $0) }
    if !shown.isEmpty, Self.contains(text, shown) { return true }
    guard hasMarkup else { return false }
    let source = Self.folded(MarkupText.plain(quote, markdown: isMarkdown), markdown: isMarkdown) { alphabet.number(of: $0) }
    return !source.isEmpty && source != shown && Self.contains(text, source)
  }

  /// Lower case, one space for any run of white space, plain quotes and dashes, composed characters; in Markdown without its marks.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - number: What stands for a character that has no number of its own.
  private static func folded(_ bytes: [UInt8], markdown: Bool, _ number: (Character) -> UInt32) -> [UInt32] {
    var folding = Folding(isMarkdown: markdown)
    folding.result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      // Nearly all of a text: a character of its own where another such follows.
      if let scalar = common(bytes, at: index), let next = endOfScalar(bytes, at: index), isCommon(bytes, at: next) {
        folding.append(scalar, number)
        index = next
        continue
      }
      // Up to where two such stand side by side, what makes up one character takes a closer look.
      let start = index
      var followsCommon = false
      while let next = endOfScalar(bytes, at: index) {
        let isCommon = isCommon(bytes, at: index)
        if followsCommon, isCommon { break }
        followsCommon = isCommon
        index = next
      }
      for character in String(decoding: bytes[start..<index], as: UTF8.self).lowercased() { folding.append(character, number) }
    }
    return folding.trimmed
  }

  /// ASCII, a letter or sign of western Europe, or a mark such as “ … –: nothing that joins what stands before it, or what comes after.
  private static func common(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    switch bytes[index] {
    case 0..<0x80: Unicode.Scalar(bytes[index])
    case 0xC2, 0xC3: Unicode.Scalar(bytes[index] << 6 | bytes[index + 1] & 0x3F)
    case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]):
      Unicode.Scalar(0x2000 + UInt32(bytes[index + 2] & 0x3F))
    default: nil
    }
  }

  /// Whether there is one, or nothing any more.
  private static func isCommon(_ bytes: [UInt8], at index: Int) -> Bool { index == bytes.count || common(bytes, at: index) != nil }

  /// Nil at the end.
  private static func endOfScalar(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0..<0x80: return index + 1
    case 0..<0xE0: return index + 2
    case 0..<0xF0: return index + 3
    default: return index + 4
    }
  }

  /// A text as it is compared.
  private struct Folding {
    let isMarkdown: Bool
    var result: [UInt32] = []

    private static let space: UInt32 = 0x20

    private mutating func append(ascii character: Unicode.Scalar) { result.append(character.value) }

    private mutating func appendSpace() { if result.last != Self.space { result.append(Self.space) } }

    mutating func append(_ scalar: Unicode.Scalar, _ number: (Character) -> UInt32) {
      switch scalar.value {
      case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: result.append(scalar.value | 0x20)
      case 0x09...0x0D, 0x20, 0x85, 0xA0: appendSpace()
      // “*_#>|~[]\” and the quotes, which Markdown may make of each other.
      case 0x2A, 0x5F, 0x23, 0x3E, 0x7C, 0x7E, 0x5B, 0x5D, 0x5C, 0x22, 0x27: if !isMarkdown { append(ascii: scalar) }
      case 0x60, 0xB4, 0x2018...0x201B: if !isMarkdown { append(ascii: "'") }
      case 0xAB, 0xBB, 0x201C...0x201F: if !isMarkdown { append(ascii: "\"") }
      case 0x2010, 0x2011, 0x2013, 0x2014, 0x2212: append(ascii: "-")
      case 0x2026: for _ in 0..<3 { append(ascii: ".") }
      case 0xAD, 0x200B, 0xFEFF: return
      case 0..<0x100: result.append(scalar.value)
      case _ where scalar.properties.isWhitespace: appendSpace()
      default: result.append(number(Character(scalar)))
      }
    }

    /// - Parameter character: In lower case.
    mutating func append(_ character: Character, _ number: (Character) -> UInt32) {
      let scalars = character.unicodeScalars
      guard scalars.count > 1, let first = scalars.first else { return scalars.forEach { append($0, number) } }
      if let composed = Alphabet.composed[character] { return result.append(composed) }
      // `\r\n`, and a space that carries a mark.
      if character.isWhitespace { return append(first, number) }
      result.append(number(character))
    }

    /// Without a space at either end.
    var trimmed: [UInt32] {
      var result = result
      while result.last == Self.space { result.removeLast() }
      return result.first == Self.space ? Array(result.dropFirst()) : result
    }
  }

  /// Numbers for the characters of a text: they are compared a million times, and as numbers at no cost. What is common is its own number.
  private struct Alphabet {
    private var numbers: [Character: UInt32] = [:]

    /// The letters of western Europe, for those that are written as a letter and a mark.
    static let composed = Dictionary(uniqueKeysWithValues: (0xDF...0xFF).map { (Character(Unicode.Scalar(UInt8($0))), UInt32($0)) })

    mutating func add(_ character: Character) -> UInt32 {
      if let number = numbers[character] { return number }
      // Behind all that are their own.
      let number = 0x100 + UInt32(numbers.count)
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

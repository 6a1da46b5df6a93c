/// Takes the markup out of HTML and Markdown in one walk. No closing mark is looked for twice, so that hostile markup costs no more than text.
///
/// All marks are ASCII, which in UTF-8 is never part of another character: the walk goes by bytes.
struct MarkupText {
  private let bytes: [UInt8]
  private let isMarkdown: Bool
  private var index = 0
  private var tagEnd = NextPlace(of: UInt8(ascii: ">"))
  private var linkEnd = NextPlace(of: UInt8(ascii: ")"))
  /// Names of elements that are not closed any more.
  private var unclosed: [String] = []
  private var result: [UInt8] = []

  /// The longest tag: what is longer is text.
  private static let longestTag = 4_096
  private static let longestLink = 2_000
  private static let longestReference = 12
  private static let inline = ["b", "i", "em", "strong", "span", "a", "u", "code", "mark"]
  /// What no reader of the page sees.
  private static let hidden = ["script", "style"]

  private init(_ bytes: [UInt8], markdown: Bool) {
    self.bytes = bytes
    isMarkdown = markdown
    result.reserveCapacity(bytes.count)
  }

  /// Without `<…>`, scripts, styles and comments, with the common character references resolved; of a Markdown link only its text.
  ///
  /// - Parameter bytes: UTF-8, as is what comes back.
  static func plain(_ bytes: [UInt8], markdown: Bool) -> [UInt8] {
    var markup = MarkupText(bytes, markdown: markdown)
    while markup.index < bytes.count { markup.step() }
    return markup.result
  }

  /// What stands here, and the text behind it up to what may be a mark.
  private mutating func step() {
    if skipMark() { return }
    let start = index
    index += 1
    while index < bytes.count, !isMark(bytes[index]) { index += 1 }
    result += bytes[start..<index]
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"): true
    case UInt8(ascii: "\\"), UInt8(ascii: "]"): isMarkdown
    default: false
    }
  }

  /// Whether there is a mark here; the walk then goes on behind it.
  private mutating func skipMark() -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    switch bytes[index] {
    case UInt8(ascii: "<"):
      guard let next, isASCIILetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { return false }
      return skipTag()
    case UInt8(ascii: "&"):
      guard let (value, end) = reference(from: index + 1) else { return false }
      result += String(value).utf8
      index = end
      return true
    case UInt8(ascii: "\\") where isMarkdown:
      // What stands behind a backslash is no mark.
      guard let next, MarkupText.isPunctuation(next) else { return false }
      result.append(next)
      index += 2
      return true
    case UInt8(ascii: "]") where isMarkdown && next == UInt8(ascii: "("):
      guard let end = linkEnd.place(from: index, in: bytes), end - index < MarkupText.longestLink else { return false }
      index = end + 1
      return true
    default: return false
    }
  }

  /// Of ASCII: all that is seen and is no letter or digit.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isASCIILetter(byte) && !isASCIIDigit(byte)
  }

  /// Whether there is a tag here; the walk then goes on behind it, and behind what it hides.
  private mutating func skipTag() -> Bool {
    if bytes[index...].starts(with: "<!--".utf8), skip(to: "-->", from: index + 2) { return true }
    guard let end = tagEnd.place(from: index, in: bytes), end - index < MarkupText.longestTag else { return false }
    let name = tagName(bytes[(index + 1)..<end])
    let isOpening = bytes[index + 1] != UInt8(ascii: "/")
    index = end + 1
    if !MarkupText.inline.contains(name) { result.append(0x20) }
    if isOpening, MarkupText.hidden.contains(name) { _ = skip(to: "</\(name)", from: index) }
    return true
  }

  /// Goes on behind the next `mark`, whatever its capitals. Where there is none, a page hides all that follows; in Markdown it may be an
  /// example in a sentence, so that nothing is hidden.
  private mutating func skip(to mark: String, from start: Int) -> Bool {
    guard !unclosed.contains(mark) else { return false }
    let wanted = Array(mark.utf8)
    var place = start
    while place + wanted.count <= bytes.count {
      if zip(bytes[place..<(place + wanted.count)], wanted).allSatisfy({ isEqual($0, $1) }) {
        index = place + wanted.count
        // The rest of a closing tag.
        if !mark.hasSuffix(">") { index = tagEnd.place(from: index, in: bytes).map { $0 + 1 } ?? bytes.count }
        return true
      }
      place += 1
    }
    unclosed.append(mark)
    if isMarkdown { return false }
    index = bytes.count
    return true
  }

  private func isEqual(_ byte: UInt8, _ small: UInt8) -> Bool { byte == small || isASCIILetter(byte) && byte | 0x20 == small }

  private func tagName(_ tag: ArraySlice<UInt8>) -> String {
    String(decoding: tag.filter { $0 != UInt8(ascii: "/") }.prefix(while: isASCIILetter), as: UTF8.self).lowercased()
  }

  /// A character reference, and where the text goes on.
  private func reference(from start: Int) -> (Unicode.Scalar, Int)? {
    guard let end = bytes[start...].prefix(MarkupText.longestReference).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if let scalar = MarkupText.named(name) { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, end + 1) }
  }

  private static func named(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    case "rsquo": "’"
    case "lsquo": "‘"
    case "ldquo": "“"
    case "rdquo": "”"
    case "ndash": "–"
    case "mdash": "—"
    case "hellip": "…"
    case "euml": "ë"
    case "eacute": "é"
    case "egrave": "è"
    case "iuml": "ï"
    case "ouml": "ö"
    case "uuml": "ü"
    case "shy": "\u{AD}"
    default: nil
    }
  }

  /// Where a mark occurs next. Asked for from places that only go forward, all answers together cost one walk.
  private struct NextPlace {
    let mark: UInt8
    private var known = -1

    init(of mark: UInt8) { self.mark = mark }

    mutating func place(from start: Int, in bytes: [UInt8]) -> Int? {
      if known < start { known = bytes[start...].firstIndex(of: mark) ?? bytes.count }
      return known < bytes.count ? known : nil
    }
  }
}

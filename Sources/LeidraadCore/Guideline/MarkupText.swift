/// Takes the markup out of HTML and Markdown in one walk. No closing mark is looked for twice, so that hostile markup costs no more than text.
struct MarkupText {
  private let scalars: [Unicode.Scalar]
  private let isMarkdown: Bool
  private var index = 0
  private var tagEnd = NextPlace(of: ">")
  private var linkEnd = NextPlace(of: ")")
  /// Names of elements that are not closed any more.
  private var unclosed: Set<String> = []
  private var result = String.UnicodeScalarView()

  /// The longest tag: what is longer is text.
  private static let longestTag = 4_096
  private static let longestLink = 2_000
  private static let inline = ["b", "i", "em", "strong", "span", "a", "u", "code", "mark"]
  /// What no reader of the page sees.
  private static let hidden = ["script", "style"]

  private init(_ text: String, markdown: Bool) {
    scalars = Array(text.unicodeScalars)
    isMarkdown = markdown
  }

  /// Without `<…>`, scripts, styles and comments, with the common character references resolved; of a Markdown link only its text.
  static func plain(_ text: String, markdown: Bool) -> String {
    var markup = MarkupText(text, markdown: markdown)
    while markup.index < markup.scalars.count { markup.step() }
    return String(markup.result)
  }

  private mutating func step() {
    let scalar = scalars[index]
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalar {
    case "<" where next.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" } == true:
      if skipTag() { return }
    case "&":
      if let (value, end) = reference(from: index + 1) {
        result.append(value)
        index = end
        return
      }
    case "\\" where isMarkdown:
      // What stands behind a backslash is no mark.
      if let next, next.isASCII, next.properties.generalCategory.isPunctuationOrSymbol {
        result.append(next)
        index += 2
        return
      }
    case "]" where isMarkdown && next == "(":
      if let end = linkEnd.place(from: index, in: scalars), end - index < MarkupText.longestLink {
        index = end + 1
        return
      }
    default: break
    }
    result.append(scalar)
    index += 1
  }

  /// Whether there is a tag here; the walk then goes on behind it, and behind what it hides.
  private mutating func skipTag() -> Bool {
    if scalars[index...].starts(with: "<!--".unicodeScalars) {
      if skip(to: "-->", from: index + 2) {
        result.append(" ")
        return true
      }
    }
    guard let end = tagEnd.place(from: index, in: scalars), end - index < MarkupText.longestTag else { return false }
    let name = tagName(scalars[(index + 1)..<end])
    let isOpening = scalars[index + 1] != "/"
    index = end + 1
    if !MarkupText.inline.contains(name) { result.append(" ") }
    if isOpening, MarkupText.hidden.contains(name) { _ = skip(to: "</\(name)", from: index) }
    return true
  }

  /// Goes on behind the next `mark`, whatever its capitals. Where there is none, a page hides all that follows; in Markdown it may be an
  /// example in a sentence, so that nothing is hidden.
  private mutating func skip(to mark: String, from start: Int) -> Bool {
    guard !unclosed.contains(mark) else { return false }
    let wanted = Array(mark.unicodeScalars)
    var place = start
    while place + wanted.count <= scalars.count {
      if zip(scalars[place..<(place + wanted.count)], wanted).allSatisfy({ isEqual($0, $1) }) {
        index = place + wanted.count
        // The rest of a closing tag.
        if !mark.hasSuffix(">") { index = tagEnd.place(from: index, in: scalars).map { $0 + 1 } ?? scalars.count }
        return true
      }
      place += 1
    }
    unclosed.insert(mark)
    if !isMarkdown { index = scalars.count }
    return !isMarkdown
  }

  private func isEqual(_ scalar: Unicode.Scalar, _ small: Unicode.Scalar) -> Bool {
    scalar == small || (0x41...0x5A).contains(scalar.value) && scalar.value | 0x20 == small.value
  }

  private func tagName(_ tag: ArraySlice<Unicode.Scalar>) -> String {
    var name = ""
    for scalar in tag where scalar != "/" {
      guard scalar.properties.isAlphabetic else { break }
      name.unicodeScalars.append(scalar)
    }
    return name.lowercased()
  }

  /// A character reference, and where the text goes on.
  private func reference(from start: Int) -> (Unicode.Scalar, Int)? {
    guard let end = scalars[start...].prefix(12).firstIndex(of: ";") else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[start..<end])
    if let scalar = MarkupText.references[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, end + 1) }
  }

  private static let references: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
    "ndash": "–",
    "mdash": "—", "hellip": "…", "euml": "ë", "eacute": "é", "egrave": "è", "iuml": "ï", "ouml": "ö", "uuml": "ü", "shy": "\u{AD}",
  ]

  /// Where a mark occurs next. Asked for from places that only go forward, all answers together cost one walk.
  private struct NextPlace {
    let mark: Unicode.Scalar
    private var known = -1

    init(of mark: Unicode.Scalar) { self.mark = mark }

    mutating func place(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
      if known < start { known = scalars[start...].firstIndex(of: mark) ?? scalars.count }
      return known < scalars.count ? known : nil
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isPunctuationOrSymbol: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

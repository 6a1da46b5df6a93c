/// Text that stands where an answer should be and says nothing. A stub costs nothing and buys nothing.
enum Filler {
  /// Whole answers that are none, in small letters.
  private static let words: [[UInt8]] = [
    "tbd", "t.b.d.", "tba", "n.v.t.", "n.v.t", "nvt", "n.t.b.", "ntb", "n/a", "-", "--", "?", "??", "…", "...", "~", "null", "geen idee",
    "volgt",
    "volgt nog", "volgt later", "zie beleid", "zie beleidsplan", "see policy", "todo", "to do", "nog invullen", "nog in te vullen",
    "in te vullen",
    "invullen", "nader te bepalen", "nog bepalen", "to be determined", "to follow", "to be confirmed",
  ].map { Array($0.utf8) }

  /// Whether a text says nothing: no letter or digit, one of the known stubs, or one with a slot that was not filled in.
  static func isFiller(_ text: ArraySlice<UInt8>) -> Bool {
    let text = trimmedBytes(text)
    if text.isEmpty { return false }
    if !hasLetterOrDigit(text) { return true }
    if text.count <= 20, words.contains(where: { equalFolded($0, text) }) { return true }
    return hasSlot(text)
  }

  private static func hasLetterOrDigit(_ text: ArraySlice<UInt8>) -> Bool {
    if text.contains(where: { isASCIILetter($0) || isASCIIDigit($0) }) { return true }
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// `[naam]` that is no link, `<naam>`, the word `XX`, or an invitation to insert a name.
  private static func hasSlot(_ text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x5B: if isSlot(text, from: index, close: 0x5D) { return true }
      case 0x3C: if isSlot(text, from: index, close: 0x3E) { return true }
      case 0x58: if isMarker(text, at: index) { return true }
      case 0x49, 0x69: if startsFolded(text[index...], with: "insert name") { return true }
      default: break
      }
    }
    return false
  }

  /// Letters, spaces and the like between an opening and a closing mark.
  private static func isSlot(_ text: ArraySlice<UInt8>, from open: Int, close: UInt8) -> Bool {
    guard let end = text[open...].prefix(42).firstIndex(of: close), end - open >= 2 else { return false }
    let inner = text[(open + 1)..<end]
    guard let first = inner.first, isASCIILetter(first) || first >= 0x80,
      inner.allSatisfy({ isASCIILetter($0) || $0 >= 0x80 || $0 == 0x20 || $0 == 0x2D || $0 == 0x2F || $0 == 0x27 })
    else { return false }
    return close == 0x3E || end + 1 == text.endIndex || text[end + 1] != 0x28
  }

  /// Two or more capital X that are a word of their own.
  private static func isMarker(_ text: ArraySlice<UInt8>, at start: Int) -> Bool {
    func isWord(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      return isASCIILetter(text[index]) || isASCIIDigit(text[index]) || text[index] >= 0x80
    }
    guard !isWord(start - 1) else { return false }
    var end = start
    while end < text.endIndex, text[end] == 0x58 { end += 1 }
    return end - start >= 2 && !isWord(end)
  }
}

/// Without ASCII white space at either end.
func trimmedBytes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var (start, end) = (text.startIndex, text.endIndex)
  while start < end, isBlank(text[start]) { start += 1 }
  while start < end, isBlank(text[end - 1]) { end -= 1 }
  return text[start..<end]
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Equality without regard to the case of ASCII letters; `folded` is in small letters already.
private func equalFolded(_ folded: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
  folded.count == text.count && zip(folded, text).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
}

private func startsFolded(_ text: ArraySlice<UInt8>, with prefix: StaticString) -> Bool {
  prefix.withUTF8Buffer { prefix in
    text.count >= prefix.count && zip(prefix, text).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
  }
}

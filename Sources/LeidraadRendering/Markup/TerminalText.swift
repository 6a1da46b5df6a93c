/// Text for a terminal. Whatever is put into it from outside loses its control characters; only styles of this type reach the terminal as such.
package struct TerminalText: ExpressibleByStringInterpolation, Sendable {
  package typealias StringLiteralType = String

  /// What may be written out.
  package private(set) var text: String

  package init(stringLiteral value: String) { text = value }

  private init(trusted: String) { text = trusted }

  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String) { text += TerminalText.escaped(value) }

    package mutating func appendInterpolation(_ value: TerminalText) { text += value.text }

    package mutating func appendInterpolation(_ value: Int) { text += String(value) }
  }

  package static func + (left: TerminalText, right: TerminalText) -> TerminalText { TerminalText(trusted: left.text + right.text) }

  /// Takes away spaces at the end.
  package mutating func trimEnd() {
    guard text.utf8.last == 0x20 else { return }
    text = text.utf8.lastIndex { $0 != 0x20 }.map { String(text[...$0]) } ?? ""
  }

  /// Lines as they are written out, each with its end.
  static func page(_ lines: [TerminalText]) -> [UInt8] {
    var page = TerminalPage(width: 0)
    page.lines(lines)
    return page.array
  }

  /// Ways to stress; none carries meaning alone.
  package enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
  }

  /// The text in a style, where the terminal shows colours.
  package func styled(_ styles: Style..., if isColored: Bool) -> TerminalText {
    guard isColored, !text.isEmpty else { return self }
    return TerminalText(trusted: "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m")
  }

  /// An address that a terminal opens when it is clicked, where it knows links; elsewhere, and to whoever reads it, the address itself.
  package static func link(_ address: String, if isLinked: Bool) -> TerminalText {
    let text = escaped(address)
    guard isLinked, address.hasPrefix("https://") || address.hasPrefix("http://") else { return TerminalText(trusted: text) }
    var target = ""
    for byte in address.utf8 {
      if (0x21...0x7E).contains(byte) {
        target.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        target += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return TerminalText(trusted: "\u{1B}]8;;\(target)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\")
  }

  /// Lines that are no longer than a width in columns, broken at spaces, each after a margin. `first` replaces the margin of the first line.
  package static func wrapped(_ text: String, width: Int, margin: String = "", first: String? = nil) -> [TerminalText] {
    var page = TerminalPage(width: width)
    page.wrap(text, margin: margin, first: first)
    return page.array.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map {
      TerminalText(trusted: String(decoding: $0, as: UTF8.self))
    }
  }

  /// The next word and its columns. Spaces and line ends are bytes of their own in UTF-8: words are found without looking at a character.
  static func nextWord(
    in bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
  ) -> (word: UnsafeBufferPointer<UInt8>, columns: Int)? {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    var isPlain = true
    while index < bytes.count, bytes[index] != 0x20, bytes[index] != 0x0A {
      isPlain = isPlain && bytes[index] < 0x80
      index += 1
    }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
    return (word, isPlain ? word.count : columns(word))
  }

  /// Visible stand-ins for what a terminal would obey: control characters, and marks that change the direction of text or cannot be seen. A line that
  /// a build service would take for a command is broken.
  static func escaped(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\n"
      case 0x09: result += " "
      case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: result += "␡"
      case 0x80...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
        result += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return withoutCommands(result)
  }

  /// Whether a text has nothing that could need a stand-in: letters, digits, marks and line ends, and no two colons together.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var previous: UInt8 = 0
      var index = 0
      while index < bytes.count {
        if let eight = EightBytes(bytes, at: index),
          eight.wide | eight.below(0x20) | eight.equal(to: 0x7F) | eight.equal(to: 0x3A) | eight.equal(to: 0x23) == 0
        {
          previous = 0x20
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte >= 0x80 {
          guard let length = lengthOfSimpleScalar(in: bytes, at: index) else { return false }
          // U+0080 to U+009F are control characters, and U+00AD is seen only at the end of a line.
          if byte == 0xC2, bytes[index + 1] < 0xA0 || bytes[index + 1] == 0xAD { return false }
          index += length
        } else {
          guard byte >= 0x20 && byte != 0x7F || byte == 0x0A else { return false }
          if byte == 0x3A && previous == 0x3A || byte == 0x23 && previous == 0x23 { return false }
          index += 1
        }
        previous = byte
      }
      return true
    } ?? false
  }

  /// The bytes of a letter of Europe or of a mark such as “ … € −, which takes one column; nil for others, which need a closer look.
  private static func lengthOfSimpleScalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch bytes[index] {
    case 0xC2...0xCB: return 2
    case 0xE2:
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      let isSimple = second == 0x80 && (0x90...0xA7).contains(third) || second == 0x82 && third == 0xAC || second == 0x88 && third == 0x92
      return isSimple ? 3 : nil
    default: return nil
    }
  }

  /// `::`, `##[` and `##vso[` start a command in the log of a build service, the last two wherever they stand; a zero-width space would be
  /// invisible, so a middle dot shows what was done.
  private static func withoutCommands(_ text: String) -> String {
    let scalars = text.unicodeScalars
    var result = ""
    var previous: Unicode.Scalar = " "
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == ":", previous == ":" { result += "·" }
      if scalar == "#", previous == "#", opensCommand(scalars[scalars.index(after: index)...].prefix(4)) { result += "·" }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  /// Whether what follows two number signs is `[` or `vso[`, in any case.
  private static func opensCommand(_ rest: Substring.UnicodeScalarView) -> Bool {
    rest.first == "[" || String(rest).lowercased() == "vso["
  }

  /// How many columns a text takes: marks that combine take none, wide characters two.
  static func columns(_ text: String) -> Int {
    var text = text
    return text.withUTF8(columns)
  }

  private static func columns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var index = 0
    while index < bytes.count {
      if let eight = EightBytes(bytes, at: index), eight.wide == 0 {
        index += 8
        columns += 8
        continue
      }
      if bytes[index] < 0x80 {
        index += 1
      } else if let length = lengthOfSimpleScalar(in: bytes, at: index) {
        index += length
      } else {
        return String(decoding: bytes, as: UTF8.self).reduce(0) { $0 + width($1) }
      }
      columns += 1
    }
    return columns
  }

  static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0300...0x036F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Cut or filled up to a number of columns.
  package static func column(_ text: String, width: Int, alignsRight: Bool = false) -> TerminalText {
    let text = escaped(text)
    let total = columns(text)
    if total <= width, !text.contains(byte: 0x0A) {
      let padding = String.spaces(width - total)
      return TerminalText(trusted: alignsRight ? padding + text : text + padding)
    }
    var result = ""
    var used = 0
    for character in text.replacingNewlines() {
      let size = self.width(character)
      if used + size > width - (total > width ? 1 : 0) {
        result += "…"
        used += 1
        break
      }
      result.append(character)
      used += size
    }
    let padding = String.spaces(max(0, width - used))
    return TerminalText(trusted: alignsRight ? padding + result : result + padding)
  }
}

extension String {
  /// So many, in one go.
  static func spaces(_ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { bytes in
      bytes.initialize(repeating: 0x20)
      return count
    }
  }

  fileprivate func replacingNewlines() -> String { String(map { $0.isNewline ? " " : $0 }) }
}

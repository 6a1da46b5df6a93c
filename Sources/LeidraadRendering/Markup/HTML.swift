/// A piece of an HTML page. Every text that is put into it is escaped, for content and for attributes in quotes alike; only what is HTML
/// already passes as it is, so a text from outside can add no element, leave no attribute and hide no character.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package typealias StringLiteralType = String

  /// What may be written out.
  package let text: String

  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  private init(trusted: String) { text = trusted }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + 16 * interpolationCount) }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String) { HTML.escape(value, into: &text) }

    package mutating func appendInterpolation(_ value: HTML) { text += value.text }

    package mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    package mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { text += value.text }
    }

    package mutating func appendInterpolation(_ value: Int) { text += String(value) }

    package mutating func appendInterpolation(_ value: Address) { HTML.escape(value.text, into: &text) }
  }
}

// MARK: Texts

extension HTML {
  /// Works on scalars: `"` followed by a combining mark is one character, and yet ends an attribute.
  private static func escape(_ value: String, into result: inout String) {
    // Most texts need nothing: one look over their bytes is quicker than a copy by scalars.
    if isPlain(value) {
      result += value
      return
    }
    var previous: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      // `##[` and a line that begins with `::` are commands in the log of a build service, also within a page.
      case "#" where previous == "#": result += "&#35;"
      case ":" where previous == ":": result += "&#58;"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        if let picture = picture(of: scalar) { result += picture } else { result.unicodeScalars.append(scalar) }
      }
    }
  }

  private static func isPlain(_ value: String) -> Bool {
    var previous: UInt8 = 0
    return value.utf8.allSatisfy { byte in
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return false
      case UInt8(ascii: "#"), UInt8(ascii: ":"): return byte != previous
      default: return (0x20..<0x7F).contains(byte)
      }
    }
  }

  /// A visible stand-in for what HTML forbids and for what nobody would see: control characters, marks that turn the direction of text
  /// around or take no room, and code points that are no characters. Nil for all others.
  private static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? "?"
    case 0x7F: "␡"
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F, 0xF0000...0x10FFFF:
      "&lt;U+\(String(scalar.value, radix: 16, uppercase: true))&gt;"
    default:
      scalar.value & 0xFFFE == 0xFFFE ? "&lt;U+\(String(scalar.value, radix: 16, uppercase: true))&gt;" : nil
    }
  }
}

// MARK: Names and addresses

extension HTML {
  /// An element's id made of parts, `r1-B2.14`: also what a link in the page puts behind its `#`. Different parts give different ids.
  package static func anchor(_ parts: String...) -> HTML {
    var result = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { result += "-" }
      for byte in part.utf8 {
        if Address.isLetter(byte) || Address.isDigit(byte) || byte == UInt8(ascii: ".") {
          result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          result += "_\(String(byte, radix: 16))_"
        }
      }
    }
    return HTML(trusted: result)
  }

  /// Where a link may go: a page on the web, nothing else. No `javascript:`, no file, no name before the host that hides where it leads.
  package struct Address: Sendable {
    fileprivate let text: String

    package init?(web address: String) {
      let bytes = Array(address.utf8)
      let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
      guard let scheme = ["https://", "http://"].first(where: { start.hasPrefix($0) }) else { return nil }
      let rest = bytes[scheme.utf8.count...]
      let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
      guard let host = String(bytes: rest[..<end]), Address.isHost(host) else { return nil }
      text = scheme + host + Address.encoded(Array(rest[end...]))
    }

    /// Labels of letters, digits and hyphens, perhaps a port: an address that needs more is shown as text.
    private static func isHost(_ host: String) -> Bool {
      let parts = host.split(separator: ":", omittingEmptySubsequences: false)
      let hasPort = parts.count == 2 && (1...5).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy(isDigit)
      guard parts.count == 1 || hasPort else { return false }
      let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      return labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
          && label.first != "-" && label.last != "-"
      } && labels.last.map { $0.utf8.contains(where: isLetter) } ?? false
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
      var result = ""
      var hasFragment = false
      for (index, byte) in bytes.enumerated() {
        let isPlain =
          switch byte {
          case UInt8(ascii: "#"): !hasFragment
          case UInt8(ascii: "%"): bytes.count > index + 2 && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
          default: isLetter(byte) || isDigit(byte) || "-._~/?&=+,;:@!$()*".utf8.contains(byte)
          }
        if byte == UInt8(ascii: "#") { hasFragment = true }
        let digits = String(byte, radix: 16, uppercase: true)
        result += isPlain ? String(Character(Unicode.Scalar(byte))) : "%\(digits.count == 1 ? "0" : "")\(digits)"
      }
      return result
    }

    fileprivate static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    fileprivate static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) }
  }
}

extension String {
  /// ASCII bytes as a string; nil for any other.
  fileprivate init?(bytes: ArraySlice<UInt8>) {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

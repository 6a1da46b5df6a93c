/// What a format does to text from outside.
package protocol Escaping: Sendable {
  /// What may be written out.
  var text: String { get }

  /// A string as this format writes it.
  static func escaped(_ value: String) -> String
}

/// Text of a format in which some characters mean something. What is put into it with `\(…)` is escaped; only literals, numbers and
/// text of its own type go in as they are.
package protocol EscapedText: Escaping, ExpressibleByStringInterpolation
where StringLiteralType == String, StringInterpolation == EscapingInterpolation<Self> {
  init(stringLiteral value: String)
}

extension EscapedText {
  package init(stringInterpolation: EscapingInterpolation<Self>) { self.init(stringLiteral: stringInterpolation.text) }

  /// The parts in a row.
  package static func joined(_ parts: [Self], separator: Self) -> Self {
    Self(stringLiteral: parts.map(\.text).joined(separator: separator.text))
  }
}

/// Gathers the pieces of an `EscapedText`.
package struct EscapingInterpolation<Target: Escaping>: StringInterpolationProtocol {
  package typealias StringLiteralType = String

  fileprivate var text = ""

  package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

  package mutating func appendLiteral(_ literal: String) { text += literal }

  package mutating func appendInterpolation(_ value: String) { text += Target.escaped(value) }

  package mutating func appendInterpolation(_ value: Target) { text += value.text }

  package mutating func appendInterpolation(_ value: Int) { text += String(value) }
}

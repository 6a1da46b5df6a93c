/// A JSON value whose keys stay in the order in which they were given, for documents that people read as well: schemas. Text gets in through the
/// escaping of `text` alone.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([Entry])

  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: JSONValue
  }

  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  /// An object with these entries and, after them, more.
  package func adding(_ more: JSONValue) -> JSONValue {
    guard case .object(let entries) = self, case .object(let others) = more else { return self }
    return .object(entries + others)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Entry(key: $0, value: $1) }) }
}

extension JSONValue {
  private static let width = 120

  /// The document, a line for each entry that does not fit on one, with a line end after the last.
  package var document: String {
    var text = ""
    write(to: &text, indentation: 0, used: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indentation: Int, used: Int) {
    let line = inline
    guard used + line.unicodeScalars.count > Self.width || isTall else {
      text += line
      return
    }
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch self {
    case .null, .flag, .number, .text: text += line
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        value.write(to: &text, indentation: indentation + 2, used: indentation + 3)
      }
      text += "\n\(outer)]"
    case .object(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        let key = Self.quoted(entry.key) + ": "
        text += (index == 0 ? "\n" : ",\n") + inner + key
        entry.value.write(to: &text, indentation: indentation + 2, used: indentation + 3 + key.unicodeScalars.count)
      }
      text += "\n\(outer)}"
    }
  }

  /// Whether it holds objects with objects in them, which read badly on one line however short they are.
  private var isTall: Bool { depth > 2 }

  private var depth: Int {
    switch self {
    case .null, .flag, .number, .text: 0
    case .list(let values): values.map(\.depth).max() ?? 0
    case .object(let entries): 1 + (entries.map(\.value.depth).max() ?? 0)
    }
  }

  private var inline: String {
    switch self {
    case .null: "null"
    case .flag(let value): value ? "true" : "false"
    case .number(let value): String(value)
    case .text(let value): Self.quoted(value)
    case .list(let values): "[\(values.map(\.inline).joined(separator: ", "))]"
    case .object(let entries):
      entries.isEmpty ? "{}" : "{ \(entries.map { "\(Self.quoted($0.key)): \($0.value.inline)" }.joined(separator: ", ")) }"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Control characters and those that turn the direction of writing never reach a terminal as they are.
      case _ where scalar.value < 0x20 || [0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069].contains { $0.contains(scalar.value) }:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Writes values of the JSON formats: keys sorted, kebab-case as everywhere in Leidraad, the same bytes for the same value.
enum JSON {
  static func pretty(_ value: some Encodable) -> String { text(value, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) }

  private static func text(_ value: some Encodable, formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    encoder.keyEncodingStrategy = .custom { path in Key(kebab: path.last?.stringValue ?? "") }
    // Strings, numbers and lists of them: there is nothing in our values that JSON cannot say.
    guard let data = try? encoder.encode(value) else { return "null" }
    return withoutCommands(String(decoding: data, as: UTF8.self))
  }

  /// `##[` would be a command in the log of a build service, so the second sign is written as an escape; signs stand in strings alone.
  static func withoutCommands(_ json: String) -> String {
    json.utf8.contains(0x23) ? json.split(separator: "##", omittingEmptySubsequences: false).joined(separator: "#\\u0023") : json
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(kebab name: String) {
      var result = ""
      for character in name {
        if character.isUppercase { result += "-\(character.lowercased())" } else { result.append(character) }
      }
      stringValue = result
    }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

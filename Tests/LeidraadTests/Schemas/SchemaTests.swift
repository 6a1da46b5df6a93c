import Foundation
import LeidraadCore
import LeidraadRendering
import Testing

/// What is published as a schema fits what the product writes and knows. That both agree on what is an error, `Tests/Validators/schema_agreement.py`
/// shows with somebody else's validator.
@Suite struct SchemaTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  private static let reports: [String] = {
    let paths = FileManager.default.subpaths(atPath: golden.path()) ?? []
    return paths.filter { $0.hasSuffix("/report.json") || $0.hasSuffix("/report.jsonl") }.sorted()
  }()

  @Test func thereAreReports() { #expect(Self.reports.count >= 4) }

  /// A key that reports gained belongs in the schema as well.
  @Test(arguments: reports)
  func everyKeyOfAReportIsInItsSchema(path: String) throws {
    let schema = try decoded(ReportSchema(.english).schema().document)
    let text = try String(contentsOf: Self.golden.appending(path: path), encoding: .utf8)
    let documents = path.hasSuffix("l") ? text.split(separator: "\n").map(String.init) : [text]
    for document in documents {
      let faults = Set(faults(of: try decoded(document), [schema], root: schema, path: ""))
      #expect(faults.isEmpty, "\(path): \(faults.sorted().joined(separator: ", "))")
    }
  }

  @Test(arguments: [Language.dutch, .english])
  func everyQuestionAndOptionIsInTheSchemaInItsWords(language: Language) throws {
    let policy = try #require(BuiltInPolicies.policy(BuiltInPolicies.standard))
    let schema = try decoded(GuidelineSchema(policy, language).schema().document)
    for field in policy.fields {
      let section = schema["properties"]?[policy.sections[field.section].id]
      let property = try #require(section?["properties"]?[field.name], "\(field.path)")
      #expect(property["title"] == .text(field.label[language]), "\(field.path)")
      let choices = field.kind == .choices ? property["items"] : property
      for option in field.options {
        let options = choices?["enum"]?.values ?? []
        let index = try #require(options.firstIndex(of: .text(option.id)), "\(field.path): \(option.id)")
        #expect(choices?["enumDescriptions"]?.values[index] == .text(option.label[language]), "\(field.path): \(option.id)")
      }
    }
    #expect(schema["$defs"]?["control"]?["enum"]?.values.count == policy.controls.count)
  }

  @Test func valuesAreWrittenSoThatTheyReadTheSame() throws {
    let text = "\"a\\b\"\n\t\u{1}\u{7F}\u{85}\u{2028}\u{202E}\u{2069}é😀</script>"
    let value: JSONValue = ["z": .text(text), "a": [1, -2, true, .null, [:], []], "deep": ["er": ["and": ["er": [["x": "y"]]]]]]
    let document = value.document
    #expect(
      try decoded(document)
        == .object([
          "z": .text(text), "a": .list([.number(1), .number(-2), .flag(true), .null, .object([:]), .list([])]),
          "deep": .object(["er": .object(["and": .object(["er": .list([.object(["x": .text("y")])])])])]),
        ]))
    #expect(!document.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" || $0.value == 0x202E })
    // Keys stay in the order they were given in.
    let order = ["\"z\"", "\"a\"", "\"deep\""].compactMap { document.range(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
  }

  // MARK: JSON

  private func decoded(_ text: String) throws -> Parsed { try JSONDecoder().decode(Parsed.self, from: Data(text.utf8)) }

  /// Keys that no schema knows, and required ones that are absent.
  private func faults(of value: Parsed, _ schemas: [Parsed], root: Parsed, path: String) -> [String] {
    let schemas = schemas.flatMap { branches(of: $0, root: root, for: value) }
    switch value {
    case .null, .flag, .number, .text: return []
    case .list(let values):
      let items = schemas.compactMap { $0["items"] }
      return values.flatMap { faults(of: $0, items, root: root, path: path + "[]") }
    case .object(let entries):
      let required = schemas.flatMap { $0["required"]?.values ?? [] }
      let missing = required.filter { if case .text(let name) = $0 { entries[name] == nil } else { false } }.map {
        "\(path).\($0) is missing"
      }
      return missing
        + entries.flatMap { key, child -> [String] in
          let known = schemas.compactMap { $0["properties"]?[key] }
          return (known.isEmpty ? ["\(path).\(key)"] : []) + faults(of: child, known, root: root, path: "\(path).\(key)")
        }
    }
  }

  private func branches(of schema: Parsed, root: Parsed, for value: Parsed) -> [Parsed] {
    var found = [schema]
    if case .text(let reference)? = schema["$ref"], let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] {
      found += branches(of: target, root: root, for: value)
    }
    if let condition = schema["if"]?["required"]?.values.first, case .text(let key) = condition {
      let chosen = value[key] == nil ? schema["else"] : schema["then"]
      found += chosen.map { branches(of: $0, root: root, for: value) } ?? []
    }
    return found
  }
}

/// JSON as it was read.
private indirect enum Parsed: Decodable, Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([Parsed])
  case object([String: Parsed])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([Parsed].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: Parsed].self))
    }
  }

  subscript(key: String) -> Parsed? { if case .object(let entries) = self { entries[key] } else { nil } }

  var values: [Parsed] { if case .list(let values) = self { values } else { [] } }
}

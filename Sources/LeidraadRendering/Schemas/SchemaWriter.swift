package import LeidraadCore

/// What all schemas are written with: JSON Schema 2020-12, of which only keywords are used that editors with an older validator know as well.
///
/// A schema refuses what the tool itself calls an error, and nothing else: what is merely wanting, such as filler or a decision without an owner, is
/// for `leidraad check` to say. The tool reads every scalar as text and types it by its field, where an editor has typed it already; so a text may be
/// a number or a boolean here, and nothing at all (`null`) is what an empty place reads as.
package struct SchemaWriter: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  /// The beginning of a schema: `name` is its file in `schemas/` without the ending.
  package func head(_ name: String, title: String, description: String) -> JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .text("https://example.org/leidraad/schemas/\(name).schema.json"),
      "title": .text(title), "description": .text(description),
    ]
  }

  /// Title and description of something, where there are any.
  package func described(_ title: String? = nil, _ description: String? = nil) -> JSONValue {
    var entries: [JSONValue.Entry] = []
    if let title, !title.isEmpty { entries.append(JSONValue.Entry(key: "title", value: .text(title))) }
    if let description, !description.isEmpty { entries.append(JSONValue.Entry(key: "description", value: .text(description))) }
    return .object(entries)
  }

  // MARK: Shapes

  /// A mapping with these keys, and any that begin with `x-`.
  package func mapping(
    _ properties: [(String, JSONValue)], required: [String] = [], mayBeNull: Bool = false
  ) -> JSONValue {
    var entries: [JSONValue.Entry] = [JSONValue.Entry(key: "type", value: mayBeNull ? ["object", "null"] : "object")]
    entries.append(JSONValue.Entry(key: "properties", value: .object(properties.map { JSONValue.Entry(key: $0, value: $1) })))
    if !required.isEmpty { entries.append(JSONValue.Entry(key: "required", value: .texts(required))) }
    entries.append(JSONValue.Entry(key: "patternProperties", value: ["^x-": true]))
    entries.append(JSONValue.Entry(key: "additionalProperties", value: false))
    return .object(entries)
  }

  package func list(of items: JSONValue, mayBeNull: Bool = false, mayBeEmpty: Bool = true) -> JSONValue {
    let list: JSONValue = ["type": mayBeNull ? ["array", "null"] : "array", "items": items]
    return mayBeEmpty ? list : list.adding(["minItems": 1])
  }

  /// One of these words; what each means is shown by editors.
  package func choice(_ options: [(id: String, meaning: String)]) -> JSONValue {
    ["enum": .texts(options.map(\.id)), "enumDescriptions": .texts(options.map(\.meaning))]
  }

  package func reference(_ name: String) -> JSONValue { ["$ref": .text("#/$defs/\(name)")] }

  /// A text by its form. `message` is what editors say of one that does not have it.
  package func pattern(_ pattern: String, _ message: String, types: [String] = ["string"]) -> JSONValue {
    [
      "type": types.count == 1 ? .text(types[0]) : .texts(types), "pattern": .text("^(?:\(pattern))$"),
      "patternErrorMessage": .text(message),
    ]
  }
}

/// Forms of texts, as regular expressions that every dialect reads alike. Each stands between `^(?:` and `)$`.
package enum SchemaPattern {
  /// Nothing but white space: no answer, whatever the field.
  package static let blank = #"[\t-\r ]*"#
  /// A day by its form and the length of its month; that 29 February is not in every year, `check` says.
  package static let date =
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
  /// As a source's date may be: a year, a month or a day.
  package static let partialDate = "[0-9]{4}|[0-9]{4}-(?:0[1-9]|1[0-2])|\(date)"
  package static let period = " *[0-9]{1,4} +(?:day|week|month|year)s? *"
  package static let language = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"
  package static let digest = #"[\t-\r ]*[0-9A-Fa-f]{64}[\t-\r ]*"#
  /// `B2.14`, `KO-3`.
  package static let control = "[A-Z][A-Za-z0-9.-]{0,39}"
  /// `accounts`, `online-work`.
  package static let identifier = "[a-z](?:[a-z0-9-]{0,62}[a-z0-9])?"
  /// `accounts.policy`.
  package static let path = "\(identifier)\\.\(identifier)"
  package static let version = #"[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}"#
  /// `online-work@1`.
  package static let policyReference = "\(identifier)@[0-9]{1,9}"
  /// `1/2`, `66.5`, `4`.
  package static let fraction = #"[0-9]{1,6}(?:\.[0-9]{1,6}|/0{0,5}[1-9][0-9]{0,5})?"#

  /// An address or a path: no white space, no `<`, `>` or `"`; what stands before a first colon is `https`, `http` or `mailto`, or no scheme at all.
  package static let link: String = {
    let plain = #"[^\x00-\x20<>":]"#
    let any = #"[^\x00-\x20<>"]"#
    let scheme = "(?:[Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo])"
    return "\(blank)(?:\(plain)*|\(scheme):\(any)*|\(plain)*[^\\x00-\\x20<>\":A-Za-z0-9]\(plain)*:\(any)*)\(blank)"
  }()
}

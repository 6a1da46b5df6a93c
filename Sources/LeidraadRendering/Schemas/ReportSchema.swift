package import LeidraadCore

/// The schema of `report/v1`, as `json` (one document) and `jsonl` (a line a guideline) write it. What is there stays; more may be added, so that keys
/// which are not named here are allowed. `ReportV1` has the same records in the same order.
package struct ReportSchema {
  let writer: SchemaWriter

  package init(_ language: Language) { writer = SchemaWriter(language) }

  package func schema() -> JSONValue {
    writer.head(
      "report", title: writer.words("Rapport", "Report"),
      description: writer.words(
        "Wat `leidraad check --format json` en `--format jsonl` schrijven. Gemaakt door `leidraad schema report`.",
        "What `leidraad check --format json` and `--format jsonl` write. Made by `leidraad schema report`.")
    ).adding(record(head)).adding([
      "if": ["required": ["guidelines"]],
      "then": record([
        must("guidelines", "Een rapport per richtlijn.", "A report for each guideline.", writer.list(of: writer.reference("guideline"))),
        must("summary", writer.reference("summary")),
      ]), "else": writer.reference("guideline"), "$defs": .object(definitions),
    ])
  }

  // MARK: Records

  struct Property {
    let name: String
    let schema: JSONValue
    let isRequired: Bool
  }

  func record(_ properties: [Property]) -> JSONValue {
    [
      "type": "object", "properties": .object(properties.map { JSONValue.Entry(key: $0.name, value: $0.schema) }),
      "required": .texts(properties.filter(\.isRequired).map(\.name)),
    ]
  }

  func must(_ name: String, _ schema: JSONValue) -> Property { Property(name: name, schema: schema, isRequired: true) }

  func must(_ name: String, _ nl: String, _ en: String, _ schema: JSONValue) -> Property {
    must(name, writer.described(nil, writer.words(nl, en)).adding(schema))
  }

  func may(_ name: String, _ schema: JSONValue) -> Property { Property(name: name, schema: schema, isRequired: false) }

  func may(_ name: String, _ nl: String, _ en: String, _ schema: JSONValue) -> Property {
    may(name, writer.described(nil, writer.words(nl, en)).adding(schema))
  }

  var text: JSONValue { ["type": "string"] }
  var flag: JSONValue { ["type": "boolean"] }
  var count: JSONValue { ["type": "integer", "minimum": 0] }
  var texts: JSONValue { writer.list(of: text) }
  var number: JSONValue { writer.reference("number") }
  var exact: JSONValue { writer.reference("exact") }
  var day: JSONValue { writer.reference("day") }
  var place: JSONValue { writer.reference("place") }
  var fingerprint: JSONValue { writer.reference("fingerprint") }

  // MARK: The whole

  private var head: [Property] {
    [
      must("leidraad", ["const": "report/v1"]), must("tool", record([must("name", text), must("version", text)])),
      must(
        "policy",
        record([
          must("id", text), must("version", text), must("title", text),
          must("tailoring", "Wat een aanvulling veranderde.", "What an overlay changed.", texts),
        ])),
      must("as-of", "De dag waarop is getoetst.", "The day that it was assessed as of.", day),
      must(
        "assurance", "Waar het oordeel op rust.", "On what the verdict rests.",
        ["enum": .texts(Assessment.Assurance.allCases.map(\.rawValue))]),
      must("language", text),
    ]
  }

  private var definitions: [JSONValue.Entry] {
    [
      ("guideline", guideline), ("summary", summary), ("diagnostic", diagnostic), ("result", result), ("verdict", verdict),
      ("scores", scores),
      ("recommendation", recommendation), ("finding", finding), ("points", points), ("clause", clause), ("evidence", evidence),
      ("decision", decision), ("review-verdict", reviewVerdict), ("source", source), ("place", position), ("number", value),
      ("exact", fraction),
      (
        "day",
        writer.described(nil, writer.words("jaar-maand-dag", "year-month-day")).adding([
          "type": "string", "pattern": .text("^(?:\(SchemaPattern.date))$"),
        ])
      ),
      (
        "fingerprint",
        writer.described(
          nil,
          writer.words(
            "Blijft gelijk als regels verschuiven of de taal verandert.", "Stays the same when lines move or the language changes.")
        ).adding(["type": "string", "pattern": "^[0-9a-f]+$"])
      ),
    ].map { JSONValue.Entry(key: $0, value: $1) }
  }

  private var guideline: JSONValue {
    record([
      must("file", text), must("report-language", text), must("diagnostics", writer.list(of: writer.reference("diagnostic"))),
      may(
        "result", "Ontbreekt als het bestand niet kon worden getoetst.", "Absent when the file could not be assessed.",
        writer.reference("result")),
    ])
  }

  private var summary: JSONValue { record([must("files", count), must("assessed", count), must("requirement-met", count)]) }

  // MARK: Values

  private var value: JSONValue {
    record([
      must("value", "Een decimaal, naar beneden afgerond.", "One decimal, rounded down.", ["type": "number", "minimum": 0]),
      must("exact", "Het precieze getal.", "The exact number.", exact),
    ])
  }

  private var fraction: JSONValue { ["type": "string", "pattern": "^[0-9]+(?:/[0-9]+)?$"] }

  private var position: JSONValue {
    let first: JSONValue = ["type": "integer", "minimum": 1]
    return writer.described(
      nil,
      writer.words(
        "Regels en kolommen vanaf 1, in tekens; posities in bytes vanaf 0.",
        "Lines and columns from 1, in characters; offsets in bytes from 0.")
    ).adding(
      record([
        must("line", first), must("column", first), must("end-line", first),
        must("end-column", "Na het laatste teken.", "After the last character.", first), must("offset", count), must("end-offset", count),
      ]))
  }

  private var diagnostic: JSONValue {
    let related = record([must("message", text), must("file", text), must("place", place)])
    return writer.described(nil, writer.words("Iets over het bestand.", "Something about the file.")).adding(
      record([
        must("code", code), must("severity", severity), must("message", text),
        may("help", text),
        must("path", text), must("file", text), must("place", place), must("related", writer.list(of: related)),
        must("fingerprint", fingerprint),
      ]))
  }

  /// Names never change meaning, and there may be more of them later: no enumeration.
  private var code: JSONValue {
    let known = DiagnosticCode.allCases.map(\.rawValue).sorted()
    return ["type": "string", "pattern": "^[a-z][a-z0-9-]*$", "examples": .texts(known)]
  }

  var severity: JSONValue { ["enum": .texts(Severity.allCases.map(\.rawValue))] }
}

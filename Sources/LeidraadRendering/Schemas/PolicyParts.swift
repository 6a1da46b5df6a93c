internal import LeidraadCore

/// Sections with their fields, recommendations with their controls and rules, and the values that all of a policy is written in.
struct PolicyParts {
  let writer: SchemaWriter

  /// Keys that a guideline has of its own, which no section may be called.
  private static let reserved = Policy.reservedSections

  var definitions: [JSONValue.Entry] {
    let parts: [(String, JSONValue)] = [
      ("section-file", file("section", SchemaPattern.identifier)), ("section", section), ("field", field(isItem: false)),
      ("item-field", field(isItem: true)),
      ("recommendation-file", file("recommendation", SchemaPattern.control)), ("recommendation", recommendation), ("control", control),
      ("rule", rule), ("options", options),
    ]
    return (parts + values).map { JSONValue.Entry(key: $0, value: $1) }
  }

  /// A file of one part says first which.
  private func file(_ kind: String, _ pattern: String) -> JSONValue {
    let name: JSONValue = ["type": "string", "pattern": .text("^(?:\(pattern))$")]
    let named: JSONValue = ["required": [.text(kind)], "properties": .object([JSONValue.Entry(key: kind, value: name)])]
    return named.adding(writer.reference(kind))
  }

  /// The short form that changes something of the base: these keys alone. Everything else is new, and whole.
  private func change(_ keys: [(String, JSONValue)], or whole: JSONValue) -> JSONValue {
    [
      "if": [
        "type": "object", "properties": .object(keys.map { JSONValue.Entry(key: $0.0, value: true) }), "patternProperties": ["^x-": true],
        "additionalProperties": false,
      ],
      "then": writer.mapping(keys), "else": whole,
    ]
  }

  private func described(_ nl: String, _ en: String, _ schema: JSONValue) -> JSONValue {
    writer.described(nil, writer.words(nl, en)).adding(schema)
  }

  // MARK: Sections

  private var section: JSONValue {
    let names: JSONValue = ["pattern": .text("^(?:\(SchemaPattern.identifier))$"), "not": ["const": "notes"]]
    let fields: JSONValue = ["type": "object", "propertyNames": names, "additionalProperties": writer.reference("field")]
    return writer.mapping([
      ("section", ["type": "string", "not": ["enum": .texts(Self.reserved)]]), ("label", writer.reference("words")),
      ("help", writer.reference("words")),
      ("fields", fields),
    ])
  }

  private func field(isItem: Bool) -> JSONValue {
    let kinds = Field.Kind.allCases.filter { !isItem || $0 != .list }
    var keys: [(String, JSONValue)] = [
      ("kind", writer.choice(kinds.map { ($0.rawValue, meaning(of: $0)) })),
      ("label", described("De vraag in een paar woorden.", "The question in a few words.", writer.reference("words"))),
      ("help", described("Wat er wordt gevraagd.", "What is asked.", writer.reference("words"))),
      ("example", described("Een antwoord als voorbeeld.", "An answer as an example.", [:])),
      (
        "sentence",
        described("De zin in het document, met {value}.", "The sentence of the printed guideline, with {value}.", writer.reference("words"))
      ),
      ("sentence-false", described("De zin bij nee.", "The sentence when it is false.", writer.reference("words"))),
      ("options", writer.reference("options")), ("unit", writer.reference("words")),
      ("min", ["type": "integer", "minimum": -999_999, "maximum": 999_999]),
      ("max", ["type": "integer", "minimum": -999_999, "maximum": 999_999]),
      ("personal", described("Niet in openbare rapporten.", "Left out of public reports.", ["type": "boolean"])),
      ("scored", described("Of een onderdeel het leest.", "Whether a control reads it.", ["type": "boolean"])),
      ("may-be-empty", described("Wat [] betekent.", "What [] says.", writer.reference("words"))),
    ]
    if !isItem {
      let names: JSONValue = ["pattern": .text("^(?:\(SchemaPattern.identifier))$"), "not": ["const": "notes"]]
      keys.append(
        ("fields", ["type": "object", "minProperties": 1, "propertyNames": names, "additionalProperties": writer.reference("item-field")]))
    }
    let whole = writer.mapping(keys, required: ["kind", "label"]).adding(["allOf": .list(shapes(isItem: isItem))])
    return isItem ? whole : change([("options", writer.reference("options"))], or: whole)
  }

  /// Each key goes with some kinds alone, and some kinds cannot do without.
  private func shapes(isItem: Bool) -> [JSONValue] {
    func shape(_ kinds: [Field.Kind], needs: String?, alone: [String]) -> JSONValue {
      let isOne: JSONValue = ["required": ["kind"], "properties": ["kind": ["enum": .texts(kinds.map(\.rawValue))]]]
      let others: JSONValue = ["properties": .object(alone.map { JSONValue.Entry(key: $0, value: false) })]
      guard let needs else { return ["if": ["not": isOne], "then": others] }
      return ["if": isOne, "then": ["required": [.text(needs)]], "else": others]
    }
    let all = [
      shape([.choice, .choices], needs: "options", alone: ["options"]), shape([.number], needs: nil, alone: ["unit", "min", "max"]),
      shape([.flag], needs: nil, alone: ["sentence-false"]), shape([.choices, .texts, .list], needs: nil, alone: ["may-be-empty"]),
    ]
    return isItem ? all : all + [shape([.list], needs: "fields", alone: ["fields"])]
  }

  private func meaning(of kind: Field.Kind) -> String {
    switch kind {
    case .text: writer.words("een tekst", "a text")
    case .texts: writer.words("een lijst van teksten", "a list of texts")
    case .flag: writer.words("ja of nee", "yes or no")
    case .choice: writer.words("een van de opties", "one of the options")
    case .choices: writer.words("geen, een of meer van de opties", "any of the options")
    case .number: writer.words("een heel getal", "a whole number")
    case .date: writer.words("een datum", "a date")
    case .period: writer.words("een tijd, zoals 3 months", "a length of time, such as 3 months")
    case .link: writer.words("een webadres of pad", "an address or a path")
    case .list: writer.words("een lijst van groepen met eigen vragen", "a list of groups with fields of their own")
    }
  }

  /// Words with an id that YAML does not read as true, false or nothing.
  private var options: JSONValue {
    let boolean =
      "[Yy]|[Yy][Ee][Ss]|[Nn]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Uu][Ll][Ll]|~|not-arranged|"
    return [
      "type": "object", "minProperties": 1, "maxProperties": 64, "propertyNames": ["not": ["pattern": .text("^(?:\(boolean))$")]],
      "additionalProperties": writer.reference("words"),
    ]
  }

  // MARK: Recommendations

  private var recommendation: JSONValue {
    let ids: JSONValue = ["pattern": .text("^(?:\(SchemaPattern.control))$")]
    let weights: JSONValue = ["type": "object", "additionalProperties": writer.reference("weight")]
    let own = ["title", "summary", "source", "applies-when"]
    return writer.mapping([
      ("recommendation", ["type": "string"]), ("title", writer.reference("words")), ("summary", writer.reference("words")),
      ("source", ["type": "string"]),
      ("weight", described("Voor wie zij is, en hoe zwaar.", "Whom it is addressed to, and how heavily.", weights)),
      ("applies-when", writer.reference("condition")),
      ("controls", ["type": "object", "propertyNames": ids, "additionalProperties": writer.reference("control")]),
      ("rules", ["type": "object", "propertyNames": ids, "additionalProperties": writer.reference("rule")]),
    ]).adding([
      // It may stand in several files; one of them describes it, whole.
      "if": ["anyOf": .list(own.map { ["required": [.text($0)]] })], "then": ["required": ["title", "source", "weight"]],
    ])
  }

  private var control: JSONValue {
    let profiles: JSONValue = ["type": "array", "items": ["type": "string"], "minItems": 1]
    let whole = writer.mapping(
      [
        ("title", described("Leest verder na “De richtlijn”.", "Reads on from “The guideline”.", writer.reference("words"))),
        (
          "basis",
          writer.choice([
            (Control.Basis.literal.rawValue, writer.words("de bron zegt het zelf", "the source itself names it")),
            (
              Control.Basis.derived.rawValue,
              writer.words("onze uitwerking, of die van een andere bron", "our elaboration or another source's")
            ),
          ])
        ),
        ("sources", ["type": "array", "items": ["type": "string"]]), ("addressee", profiles), ("weight", writer.reference("weight")),
        ("effort", ["enum": .texts(Effort.allCases.map(\.rawValue))]), ("why", writer.reference("words")),
        ("how", writer.reference("words")),
        ("evidence", ["anyOf": [["enum": ["none", "required"]], writer.reference("condition")]]),
        ("not-applicable", ["enum": ["never", "allowed"]]),
        (
          "law",
          described(
            "Per wet de artikelen.", "By regime, the articles.",
            [
              "type": "object",
              "additionalProperties": ["anyOf": [writer.reference("option"), writer.list(of: writer.reference("option"))]],
            ])
        ),
        ("effective", writer.reference("day")), ("applies-when", writer.reference("condition")),
        ("check", ["type": "array", "items": writer.reference("check"), "minItems": 1]),
        ("examples", examples(Outcome.allCases.map(\.rawValue))),
      ], required: ["title", "basis", "addressee", "weight", "check"])
    return change(
      [
        ("weight", writer.reference("weight")), ("drop", described("Waarom het vervalt.", "Why it is dropped.", writer.reference("words"))),
      ], or: whole)
  }

  /// By outcome, pieces of guidelines that come out so.
  private func examples(_ outcomes: [String]) -> JSONValue {
    let list: JSONValue = ["type": ["array", "null"], "items": ["type": ["object", "null"]]]
    return writer.mapping(outcomes.map { ($0, list) })
  }

  private var rule: JSONValue {
    let weights = Rule.KnockOut.allCases.map { knockOut -> (id: String, meaning: String) in
      switch knockOut {
      case .major: (knockOut.rawValue, writer.words("hooguit het tweede oordeel", "at most the second band"))
      case .blocker: (knockOut.rawValue, writer.words("het laagste oordeel", "the first band"))
      }
    }
    let whole = writer.mapping(
      [
        ("control", described("Waar hij wordt getoond.", "Where it is shown.", writer.reference("control-id"))),
        ("profiles", ["type": "array", "items": ["type": "string"]]),
        ("knock-out", writer.choice(weights)), ("when", writer.reference("rule-condition")), ("effective", writer.reference("day")),
        ("examples", examples(RuleExample.Expectation.allCases.map(\.rawValue))),
        ("says", described("Wat er niet mag blijven staan.", "What must not stand.", writer.reference("words"))),
      ], required: ["control", "says"])
    // Without `when` it holds when its control has share 0, which a contradiction cannot.
    return change(
      [("knock-out", writer.choice(weights))], or: whole.adding(["anyOf": [["required": ["knock-out"]], ["required": ["when"]]]]))
  }

  // MARK: Values

  private var values: [(String, JSONValue)] {
    let text: JSONValue = ["type": ["string", "number", "boolean", "null"]]
    let words: JSONValue = [
      "type": "object", "properties": ["nl": text, "en": text], "propertyNames": ["pattern": .text("^(?:\(SchemaPattern.language))$")],
      "additionalProperties": text,
    ]
    let fraction = "^(?:\(SchemaPattern.fraction))$"
    return [
      ("words", described("In elke taal, ten minste nl en en.", "In every language, nl and en at least.", words)),
      ("name", ["anyOf": [["type": ["string", "number"]], writer.reference("words")]]),
      ("weight", ["type": ["number", "string"], "exclusiveMinimum": 0, "pattern": .text(fraction)]),
      ("share", ["type": ["number", "string"], "minimum": 0, "maximum": 1, "pattern": .text(fraction)]),
      (
        "day",
        writer.pattern(
          SchemaPattern.date,
          writer.words("Schrijf een datum als jaar-maand-dag, zoals 2026-05-10.", "Write a date as year-month-day, such as 2026-05-10."))
      ),
      (
        "identifier",
        writer.pattern(SchemaPattern.identifier, writer.words("Kleine letters, cijfers en streepjes.", "Small letters, digits and dashes."))
      ),
      (
        "policy-reference",
        writer.pattern(
          SchemaPattern.policyReference, writer.words("Schrijf naam@versie, zoals online-work@1.", "Write id@major, such as online-work@1.")
        )
      ),
      (
        "control-id",
        writer.pattern(SchemaPattern.control, writer.words("Een hoofdletter eerst, zoals B2.14.", "A capital first, such as B2.14."))
      ),
      ("path", writer.pattern(SchemaPattern.path, writer.words("Schrijf hoofdstuk.vraag.", "Write section.field."))),
    ]
  }
}

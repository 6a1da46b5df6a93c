package import LeidraadCore

/// The schema of the files of a policy: its head, published or overlay, and a file for each section and recommendation. What one file says can be seen
/// here; whether a path, option or id that it names exists takes the whole policy, and is for `leidraad policy lint`. Where an overlay may change what
/// its base has, the short form of a change is accepted in any file.
package struct PolicySchema {
  let writer: SchemaWriter

  package init(_ language: Language) { writer = SchemaWriter(language) }

  package func schema() -> JSONValue {
    let parts = PolicyParts(writer: writer)
    let definitions = headDefinitions + parts.definitions + CriterionSchema(writer: writer).definitions
    return writer.head(
      "policy", title: writer.words("Beleidskader", "Policy"),
      description: writer.words(
        "Een bestand van een beleidskader: het hoofd, een hoofdstuk of een aanbeveling. Gemaakt door `leidraad schema policy`.",
        "A file of a policy: its head, a section or a recommendation. Made by `leidraad schema policy`.")
    ).adding([
      "type": "object", "if": ["required": ["leidraad"]],
      "then": ["if": ["required": ["extends"]], "then": writer.reference("overlay"), "else": writer.reference("published")],
      "else": ["if": ["required": ["section"]], "then": writer.reference("section-file"), "else": writer.reference("recommendation-file")],
      "$defs": .object(definitions),
    ])
  }

  // MARK: The head

  private var headDefinitions: [JSONValue.Entry] {
    [
      (
        "published",
        writer.mapping(
          identity + [
            ("profiles", profiles), ("sections", parts(of: "section", ids: SchemaPattern.identifier)),
            ("recommendations", parts(of: "recommendation", ids: SchemaPattern.control)), ("regime", regime),
            ("completeness", completeness),
            ("terms", terms), ("effort", effort), ("bands", bands), ("require", require),
          ], required: ["leidraad", "id", "version", "date", "title", "profiles", "sections", "recommendations", "bands", "require"])
      ),
      (
        "overlay",
        writer.described(
          writer.words("Aanvulling", "Overlay"),
          writer.words(
            "Vult een beleidskader aan en legt de lat hoger; verlaagt niets.", "Adds to a policy and raises the bar; lowers nothing.")
        ).adding(
          writer.mapping(
            identity + [
              ("extends", writer.reference("policy-reference")), ("sections", parts(of: "section", ids: SchemaPattern.identifier)),
              ("recommendations", parts(of: "recommendation", ids: SchemaPattern.control)), ("require", require),
            ], required: ["leidraad", "id", "version", "extends"]))
      ),
    ].map { JSONValue.Entry(key: $0, value: $1) }
  }

  private var identity: [(String, JSONValue)] {
    [
      ("leidraad", ["const": "policy/v1"]),
      (
        "id",
        writer.described(
          nil, writer.words("De naam die richtlijnen noemen, zoals online-work.", "The name that guidelines give, such as online-work.")
        ).adding(writer.reference("identifier"))
      ),
      (
        "version",
        writer.described(
          nil,
          writer.words(
            "patch: woorden; minor: wat geen lat verhoogt; major: al het andere.",
            "patch: wording; minor: what raises no bar; major: the rest.")
        ).adding(
          writer.pattern(SchemaPattern.version, writer.words("Schrijf drie getallen, zoals 1.0.0.", "Write three numbers, such as 1.0.0.")))
      ),
      (
        "date",
        writer.described(
          nil, writer.words("De dag waarop de voorbeelden worden getoetst.", "The day that the examples are assessed as of.")
        ).adding(writer.reference("day"))
      ),
      ("title", writer.reference("words")), ("sources", sources), ("equivalent-mutants", equivalentMutants),
    ]
  }

  private var sources: JSONValue {
    let source = writer.mapping(
      [
        ("title", writer.reference("name")), ("short", writer.reference("name")), ("publisher", writer.reference("name")),
        (
          "date",
          (["type": ["string", "integer"], "minimum": 1000, "maximum": 9999] as JSONValue).adding([
            "pattern": .text("^(?:\(SchemaPattern.partialDate))$"),
            "patternErrorMessage": .text(
              writer.words("Schrijf een jaar, een maand of een dag: 2024-06.", "Write a year, a month or a day: 2024-06.")),
          ])
        ),
        ("url", ["type": "string"]),
      ], required: ["title"])
    return writer.described(nil, writer.words("De bronnen, met een korte naam.", "The sources, by a short id.")).adding([
      "type": "object", "additionalProperties": source,
    ])
  }

  /// One of the three says what the check belongs to; a control where the others do not.
  private var equivalentMutants: JSONValue {
    let subject = writer.reference("control-id")
    let mutant = writer.mapping(
      [
        ("control", subject), ("rule", subject), ("recommendation", subject),
        (
          "mutant",
          writer.described(nil, writer.words("Zoals `policy test --mutate` hem noemt.", "As `policy test --mutate` prints it.")).adding([
            "type": "string"
          ])
        ),
        ("reason", writer.reference("words")),
      ], required: ["mutant", "reason"])
    let named: JSONValue = ["anyOf": .list(["control", "rule", "recommendation"].map { ["required": [.text($0)]] })]
    return writer.described(
      nil,
      writer.words(
        "Wijzigingen die geen enkele richtlijn kan merken.", "Changes of a check that no guideline can tell from the check itself.")
    ).adding(writer.list(of: mutant.adding(named), mayBeNull: true))
  }

  private var profiles: JSONValue {
    let profile = writer.mapping(
      [
        ("label", writer.reference("words")),
        (
          "subject",
          writer.described(
            nil,
            writer.words("Waar de titel van een onderdeel op volgt: De richtlijn.", "What a control's title reads on from: The guideline.")
          )
          .adding(writer.reference("words"))
        ),
        ("kinds", writer.reference("options")),
      ], required: ["label", "kinds"])
    return writer.described(nil, writer.words("Groepen van soorten organisaties.", "Groups of kinds of organisation.")).adding([
      "type": "object", "minProperties": 1, "additionalProperties": profile,
    ])
  }

  /// Ids, each with a file of its own, in reading order; or all of them here.
  private func parts(of kind: String, ids pattern: String) -> JSONValue {
    [
      "type": ["array", "object", "null"], "items": ["type": "string", "pattern": .text("^(?:\(pattern))$")],
      "propertyNames": ["pattern": .text("^(?:\(pattern))$")], "additionalProperties": writer.reference(kind),
    ]
  }

  private var regime: JSONValue {
    writer.described(nil, writer.words("De vraag die bepaalt welke wet geldt.", "The field that picks among a control's laws.")).adding(
      writer.reference("path"))
  }

  private var completeness: JSONValue {
    writer.described(nil, writer.words("Minder ingevuld dan dit: nog geen oordeel.", "Less answered than this: no verdict.")).adding(
      writer.reference("share"))
  }

  private var terms: JSONValue {
    let term = writer.pattern(
      " *[0-9]{1,4} +(?:month|year)s? *", writer.words("Schrijf een getal en months of years.", "Write a number and months or years."))
    return writer.described(nil, writer.words("Hoe lang iets ten hoogste geldt.", "The longest that each holds.")).adding(
      writer.mapping([("evidence", term), ("decision", term), ("verdict", term)]))
  }

  private var effort: JSONValue {
    let cost: JSONValue = ["type": "integer", "minimum": 1, "maximum": 1000]
    return writer.described(nil, writer.words("Hoeveel werk elk woord betekent.", "How much work each word stands for.")).adding(
      writer.mapping(Effort.allCases.map { ($0.rawValue, cost) }))
  }

  private var bands: JSONValue {
    let from = writer.described(
      nil, writer.words("De laagste score, 0 tot en met 100; de eerste is 0.", "The lowest score in it, 0 to 100; the first is 0.")
    ).adding(
      ["type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": .text("^(?:\(SchemaPattern.fraction))$")])
    let band = writer.mapping(
      [("id", ["type": "string"]), ("from", from), ("title", writer.reference("words"))], required: ["id", "from", "title"])
    return writer.described(nil, writer.words("De oordelen, van laag naar hoog.", "The verdicts, from the lowest up.")).adding([
      "type": "array", "items": band, "minItems": 2,
    ])
  }

  private var require: JSONValue {
    writer.described(nil, writer.words("Het oordeel dat ten minste nodig is.", "The band that is asked for.")).adding(["type": "string"])
  }
}

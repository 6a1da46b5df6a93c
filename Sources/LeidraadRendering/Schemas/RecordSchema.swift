internal import LeidraadCore

/// The parts that every guideline may have: evidence and decisions. They refer to the policy's controls, sections and fields by id.
struct RecordSchema {
  let policy: Policy
  let writer: SchemaWriter

  private var language: Language { writer.language }

  var definitions: [JSONValue.Entry] {
    [
      ("required-entry", ["type": ["string", "number", "boolean"]]), ("day", day), ("control", control), ("place", place),
      ("evidence", evidence),
      ("decisions", decisions),
    ].map { JSONValue.Entry(key: $0, value: $1) }
  }

  private var day: JSONValue {
    let message = writer.words(
      "Schrijf een datum als jaar-maand-dag, zoals 2026-05-10.", "Write a date as year-month-day, such as 2026-05-10.")
    return writer.pattern(SchemaPattern.date, message, types: ["string", "null"])
  }

  private func text(_ title: String, _ description: String, of kind: String = "entry") -> JSONValue {
    writer.described(title, description).adding(writer.reference(kind))
  }

  // MARK: References

  /// “De richtlijn zegt …”: a control in the words that a reader knows it by.
  private func statement(_ control: Control) -> String {
    let profile = zip(policy.profiles, control.addressees).first { $0.1 }?.0
    return [profile?.subject[language] ?? "", control.title[language]].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var control: JSONValue {
    writer.described(writer.words("Onderdeel", "Control")).adding(writer.choice(policy.controls.map { ($0.id, statement($0)) }))
  }

  /// Everything that evidence may support, with what it is called.
  private var targets: [(id: String, title: String)] {
    policy.sections.flatMap { section in
      [(section.id, section.label[language])]
        + policy.fields.filter { policy.sections[$0.section].id == section.id }.map { ($0.path, $0.label[language]) }
    } + policy.controls.map { ($0.id, statement($0)) }
  }

  // MARK: Evidence

  private var place: JSONValue {
    let at = text(
      writer.words("Plaats", "Place"),
      writer.words("Waar het staat: een hoofdstuk, bladzijde of kop.", "Where it says so: a chapter, page or heading."))
    let quote = text(
      writer.words("Citaat", "Quote"),
      writer.words(
        "Een zin die er letterlijk staat. Leidraad zoekt die op.", "A sentence that is there word for word. Leidraad looks it up."))
    return (["type": ["string", "number", "boolean", "null", "object"]] as JSONValue).adding(
      ["properties": ["at": at, "quote": quote], "patternProperties": ["^x-": true], "additionalProperties": false])
  }

  private var evidence: JSONValue {
    let sources = ["file", "url", "kept-at"]
    // An empty place names nothing; exactly one of the three may say something.
    let oneSource = JSONValue.list(
      sources.map { name in
        let others = sources.filter { $0 != name }.map { JSONValue.Entry(key: $0, value: ["type": "null"]) }
        return [
          "required": [.text(name)],
          "properties": .object([JSONValue.Entry(key: name, value: writer.reference("required-entry"))] + others),
        ]
      })
    let entry = writer.mapping(
      [
        (
          "id",
          text(
            writer.words("Naam", "Id"), writer.words("Een korte naam, voor dit bewijs alleen.", "A short name, for this evidence alone."),
            of: "required-entry")
        ),
        ("title", text(writer.words("Titel", "Title"), writer.words("Hoe het document heet.", "What the document is called."))),
        (
          "file",
          text(
            writer.words("Bestand", "File"),
            writer.words("Een pad vanaf dit bestand, zoals docs/richtlijn.md.", "A path from this file, such as docs/richtlijn.md."))
        ),
        (
          "url",
          text(
            writer.words("Webadres", "Address"),
            writer.words("Wordt niet geopend, en telt daarom half.", "Nobody opens it, and so it counts for half."))
        ),
        (
          "kept-at",
          text(
            writer.words("Bewaarplaats", "Kept at"),
            writer.words(
              "Waar het document ligt dat u niet kunt delen. Telt half.", "Where the document is that cannot be shared. Counts for half."))
        ),
        (
          "date",
          writer.described(writer.words("Datum", "Date"), writer.words("De dag van het document.", "The day of the document.")).adding(
            writer.reference("day"))
        ),
        (
          "sha256",
          writer.described("SHA-256", writer.words("Controlegetal van het bestand. Dit hoeft niet.", "The file's digest. Optional."))
            .adding(
              writer.pattern(
                SchemaPattern.digest, writer.words("Schrijf 64 cijfers en letters a tot en met f.", "Write 64 digits and letters a to f."),
                types: ["string", "null"]))
        ),
        ("supports", supports),
      ], required: ["id", "supports"])
    return writer.described(
      writer.words("Bewijs", "Evidence"),
      writer.words("Documenten die laten zien wat u hebt opgegeven.", "Documents that show what you have declared.")
    ).adding(writer.list(of: entry.adding(["oneOf": oneSource]), mayBeNull: true))
  }

  private var supports: JSONValue {
    let targets = self.targets
    let properties = targets.map { JSONValue.Entry(key: $0.id, value: writer.described($0.title).adding(writer.reference("place"))) }
    return writer.described(
      writer.words("Waarvoor", "Supports"),
      writer.words(
        "De hoofdstukken, vragen of onderdelen die het document laat zien, elk met de plaats waar het staat.",
        "The sections, fields or controls that the document shows, each with the place where it says so.")
    ).adding([
      "type": ["object", "array", "null"], "properties": .object(properties), "additionalProperties": false,
      "items": ["enum": .texts(targets.map(\.id))],
    ])
  }

  // MARK: Decisions

  private var decisions: JSONValue {
    let statuses = Decision.Status.allCases.map { ($0.rawValue, meaning(of: $0)) }
    let entry = writer.mapping(
      [
        (
          "for",
          writer.described(
            writer.words("Onderdelen", "Controls"),
            writer.words("Waarover u dit besloot: een onderdeel of een lijst.", "What this was decided about: a control or a list.")
          ).adding(["anyOf": [writer.reference("control"), writer.list(of: writer.reference("control"), mayBeEmpty: false)]])
        ),
        ("status", writer.described(writer.words("Besluit", "Status")).adding(writer.choice(statuses))),
        (
          "reason",
          text(
            writer.words("Reden", "Reason"),
            writer.words("Waarom, in een zin van ten minste 20 tekens.", "Why, in a sentence of at least 20 characters."))
        ),
        (
          "measure",
          text(
            writer.words("Maatregel", "Measure"),
            writer.words("Bij explained: wat u in plaats daarvan doet.", "For explained: what is done instead."))
        ),
        ("owner", text(writer.words("Eigenaar", "Owner"), writer.words("Een functie, geen naam.", "A role, not a person."))),
        (
          "date",
          writer.described(writer.words("Datum", "Date"), writer.words("De dag van het besluit.", "The day of the decision.")).adding(
            writer.reference("day"))
        ),
        (
          "until",
          writer.described(
            writer.words("Tot en met", "Until"),
            writer.words(
              "De laatste dag dat het besluit geldt; bij planned: de dag dat het geregeld is.",
              "The last day it holds; for planned: the day it will be there.")
          ).adding(writer.reference("day"))
        ),
      ], required: ["for", "status"])
    return writer.described(
      writer.words("Besluiten", "Decisions"),
      writer.words("Pas toe of leg uit: wat u niet doet, en waarom.", "Comply or explain: what you do not do, and why.")
    ).adding(writer.list(of: entry, mayBeNull: true))
  }

  private func meaning(of status: Decision.Status) -> String {
    switch status {
    case .notApplicable: writer.words("niet van toepassing", "not applicable")
    case .explained: writer.words("uitgelegd: wij doen iets anders", "explained: we do something else")
    case .planned: writer.words("gepland: het komt er", "planned: it will be there")
    }
  }
}

package import LeidraadCore

/// The schema of an auditor's review: what `Policy.decodeReview` reads without an error. Whether a control exists and a claim still holds takes the
/// policy and the guideline.
package struct ReviewSchema {
  let writer: SchemaWriter

  package init(_ language: Language) { writer = SchemaWriter(language) }

  package func schema() -> JSONValue {
    writer.head(
      "review", title: writer.words("Toetsing", "Review"),
      description: writer.words(
        "Wat een toetser van een richtlijn vindt. Gemaakt door `leidraad schema review`.",
        "An auditor's verdicts on one guideline. Made by `leidraad schema review`.")
    ).adding(writer.mapping(properties, required: ["leidraad", "policy", "guideline", "reviewer", "date", "verdicts"])).adding([
      "$defs": [
        "text": ["type": ["string", "number", "boolean"]], "optional-text": ["type": ["string", "number", "boolean", "null"]],
        "verdict": verdict,
      ]
    ])
  }

  private func described(_ nl: String, _ en: String, _ schema: JSONValue) -> JSONValue {
    writer.described(nil, writer.words(nl, en)).adding(schema)
  }

  private func day(_ types: [String]) -> JSONValue {
    writer.pattern(
      SchemaPattern.date,
      writer.words("Schrijf een datum als jaar-maand-dag, zoals 2026-05-10.", "Write a date as year-month-day, such as 2026-05-10."),
      types: types)
  }

  private var properties: [(String, JSONValue)] {
    let reviewer = writer.mapping(
      [
        ("organisation", writer.reference("text")),
        ("role", described("Een functie, geen naam.", "A role, not a person.", writer.reference("text"))),
      ], required: ["organisation", "role"])
    return [
      ("leidraad", ["const": "review/v1"]),
      (
        "policy",
        described(
          "Het beleidskader waaraan is getoetst.", "The policy that was checked against.",
          writer.pattern(
            SchemaPattern.policyReference,
            writer.words("Schrijf naam@versie, zoals online-work@1.", "Write id@major, such as online-work@1.")))
      ),
      (
        "guideline",
        described("De richtlijn, als pad vanaf dit bestand.", "The guideline, as a path from this file.", writer.reference("text"))
      ),
      ("reviewer", described("Wie toetst.", "Who reviews.", reviewer)),
      ("date", described("De dag van de toetsing.", "The day of the review.", day(["string"]))),
      ("verdicts", described("Een oordeel per onderdeel.", "One verdict a control.", writer.list(of: writer.reference("verdict")))),
    ]
  }

  private var verdict: JSONValue {
    let judgements = Review.Judgement.allCases.map { ($0.rawValue, meaning(of: $0)) }
    let share: JSONValue = ["type": ["number", "string"], "minimum": 0, "maximum": 1, "pattern": .text("^(?:\(SchemaPattern.fraction))$")]
    let entry = writer.mapping(
      [
        (
          "control",
          described(
            "Het onderdeel, zoals B2.14.", "The control, such as B2.14.",
            writer.pattern(SchemaPattern.control, writer.words("Een hoofdletter eerst, zoals B2.14.", "A capital first, such as B2.14.")))
        ),
        ("verdict", writer.choice(judgements)),
        (
          "share",
          described("Bij adjusted: hoeveel ervan in orde is, zoals 1/2.", "For adjusted: how much of it is so, such as 1/2.", share)
        ),
        (
          "claim",
          described(
            "Waarop het oordeel rust: 64 tekens, gemaakt door `leidraad review`.",
            "What the verdict rests on: 64 characters, made by `leidraad review`.",
            writer.reference("text"))
        ),
        ("reason", described("Waarom; bij confirmed hoeft dit niet.", "Why; optional for confirmed.", writer.reference("optional-text"))),
        ("evidence", described("Waarop de toetser zich baseert.", "What the auditor went by.", writer.reference("optional-text"))),
        ("severity", described("Hoe ernstig; telt niet mee.", "How severe; never scored.", writer.reference("optional-text"))),
        (
          "due",
          described("Wanneer het klaar moet zijn; telt niet mee.", "When it should be mended; never scored.", day(["string", "null"]))
        ),
      ], required: ["control", "verdict", "claim"])
    func isJudgement(_ judgement: Review.Judgement) -> JSONValue {
      ["required": ["verdict"], "properties": ["verdict": ["const": .text(judgement.rawValue)]]]
    }
    return entry.adding([
      "allOf": [
        ["if": isJudgement(.adjusted), "then": ["required": ["share"]], "else": ["properties": ["share": false]]],
        ["if": isJudgement(.confirmed), "else": ["required": ["reason"], "properties": ["reason": writer.reference("text")]]],
      ]
    ])
  }

  private func meaning(of judgement: Review.Judgement) -> String {
    switch judgement {
    case .confirmed: writer.words("het klopt", "it is so")
    case .refuted: writer.words("het klopt niet", "it is not so")
    case .adjusted: writer.words("het klopt voor een deel", "it is so in part")
    }
  }
}

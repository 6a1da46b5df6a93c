internal import LeidraadCore

/// What an assessment came to, in `report/v1`.
extension ReportSchema {
  private static let outcomes = Outcome.allCases.map(\.rawValue)

  var result: JSONValue {
    let organisation = record([must("name", text), may("id", text), must("kind", text), must("profile", text)])
    let counts = Self.outcomes.map { JSONValue.Entry(key: $0, value: count) }
    return record([
      must("organisation", organisation), must("basis", ["enum": ["all", "literal"]]), must("verdict", writer.reference("verdict")),
      must("scores", writer.reference("scores")),
      may("over-claim", "Opgegeven min onderbouwd.", "Declared minus substantiated.", number),
      must("completeness", "Hoeveel er is ingevuld, 0 tot en met 100.", "How much is answered, 0 to 100.", number),
      must("excluded-part", "Hoeveel niet van toepassing is.", "How much is not applicable.", number),
      must("reviewed-part", "Hoeveel een toetser heeft gezien.", "How much an auditor has seen.", number),
      must("literal", "Wat de bron zelf noemt.", "What the source itself names.", record([must("met", count), must("total", count)])),
      must(
        "counts", "Onderdelen per uitkomst.", "Controls by outcome.",
        ["type": "object", "properties": .object(counts), "additionalProperties": count]),
      must("rules", "Wat niet mag blijven staan.", "What must not stand.", writer.list(of: writer.reference("finding"))),
      must("findings", "Alle onderdelen: eerst de gaten.", "All controls, gaps first.", writer.list(of: writer.reference("finding"))),
      must("recommendations", writer.list(of: writer.reference("recommendation"))),
      must("quick-wins", "Wat het meest oplevert voor het minste werk.", "What gains most for the effort.", texts),
      must("evidence", writer.list(of: writer.reference("evidence"))), must("decisions", writer.list(of: writer.reference("decision"))),
      must("sources", writer.list(of: writer.reference("source"))),
      must("review-verdicts", writer.list(of: writer.reference("review-verdict"))),
    ])
  }

  var verdict: JSONValue {
    record([
      may("band", "Ontbreekt als er nog geen oordeel is.", "Absent where there is no verdict yet.", text), must("title", text),
      must("reasons", texts),
      must("basis", "Waar het oordeel op rust.", "On what the verdict rests.", text), must("provisional", flag), must("required", text),
      may("minimum-score", number), must("requirement-met", flag),
    ])
  }

  var scores: JSONValue {
    let names = Assessment.Assurance.allCases.map(\.rawValue)
    return writer.described(
      nil, writer.words("0 tot en met 100; wat ontbreekt, is er niet.", "0 to 100; one that is absent does not exist.")
    ).adding(record(names.map { may($0, number) }))
  }

  var recommendation: JSONValue {
    record([
      must("id", text), must("title", text), must("in-scope", flag), must("assessable", flag), must("scores", writer.reference("scores")),
      must("completeness", number), must("points", record([must("possible", number), must("declared", number)])), must("met", count),
      must("total", count),
    ])
  }

  // MARK: Findings

  var finding: JSONValue {
    let kinds: [LeidraadCore.Finding.Kind] = [.control, .knockOut, .knockOutOpen, .knockOutUndecided, .contradiction]
    let field = record([must("path", text), must("label", text), must("help", text)])
    return writer.described(nil, writer.words("Iets over de richtlijn.", "Something about the guideline.")).adding(
      record([
        must("kind", ["enum": .texts(kinds.map(\.rawValue))]), must("id", text), must("control", text), must("recommendation", text),
        may("outcome", "Van een onderdeel.", "Of a control.", ["enum": .texts(Self.outcomes)]), must("severity", severity),
        may("blocker", "Van een regel: of hij het laagste oordeel geeft.", "Of a rule: whether it caps at the first band.", flag),
        may("lifted", "Van een regel: of een besluit of toetser hem opheft.", "Of a rule: whether a decision or auditor lifts it.", flag),
        must(
          "known", "Of het een bekend gat is, dat niet meer meetelt.", "Whether it is a known gap, which no longer fails the check.", flag),
        must("title", text), must("why", text), must("how", text), must("basis", ["enum": .texts(Control.Basis.allCases.map(\.rawValue))]),
        must("ground", "Waar het op rust, in woorden.", "On what it rests, in words.", text), may("law", text),
        must("effort", ["enum": .texts(Effort.allCases.map(\.rawValue))]), must("weight", exact),
        must("share", "Hoeveel ervan in orde is, 0 tot en met 1.", "How much of it is so, 0 to 1.", exact),
        may("points", writer.reference("points")),
        must("file", text), must("place", place), must("path", text),
        must("fields", "De vragen die tekortschieten.", "The fields that fall short.", writer.list(of: field)),
        may("clause", writer.reference("clause")),
        may("evidence", text), may("decision", text), may("review", text), must("fingerprint", fingerprint),
      ]))
  }

  var points: JSONValue {
    writer.described(
      nil,
      writer.words(
        "Punten van de 100. Opgeteld zijn zij precies de totalen.", "Points of the 100. Added up they are exactly the totals.")
    ).adding(
      record([
        must("possible", number), must("earned", number), must("lost", number), must("declared", exact), must("substantiated", exact),
        must("possible-verified", exact), must("verified", exact),
      ]))
  }

  var clause: JSONValue {
    let edit = record([
      must("place", "Wat wordt vervangen; leeg is invoegen.", "What is replaced; empty where something is inserted.", place),
      must("text", text),
      must("indentation", count),
    ])
    return record([must("yaml", "Om te plakken.", "To paste.", text), must("edits", writer.list(of: edit))])
  }

  // MARK: Records

  var evidence: JSONValue {
    let support = record([
      must("reference", text), may("place", text),
      must("factor", "1 sterk, 1/2 zwak, 0 telt niet.", "1 strong, 1/2 weak, 0 does not count.", exact),
      must("remarks", texts),
    ])
    return record([
      must("id", text), must("title", text),
      may(
        "kind", "Wat de bron is; ontbreekt waar er geen of meer dan één staat.",
        "What the source is; absent where none is named, or several.",
        ["enum": .texts(Evidence.Source.Kind.allCases.map(\.rawValue))]), must("source", text), may("date", day),
      must("supports", writer.list(of: support)),
    ])
  }

  var decision: JSONValue {
    record([
      must("control", text), must("status", text), must("in-force", flag), must("reason", text), may("measure", text), must("owner", text),
      may("date", day), may("last-day", day), may("days-left", "Negatief als het voorbij is.", "Negative once past.", ["type": "integer"]),
      must("standing", text),
    ])
  }

  var reviewVerdict: JSONValue {
    record([
      must("control", text), must("verdict", ["enum": .texts(Review.Judgement.allCases.map(\.rawValue))]), may("share", exact),
      must("reviewer", text),
      must("date", day), may("reason", text), must("in-force", flag), must("standing", text),
    ])
  }

  var source: JSONValue {
    record([must("short", text), must("title", text), must("publisher", text), may("date", text), may("url", text)])
  }
}

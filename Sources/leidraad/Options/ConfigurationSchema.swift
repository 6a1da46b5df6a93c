internal import LeidraadCore
internal import LeidraadRendering

extension Configuration {
  /// The schema of `.leidraad.yaml`: what can be read without an error, whatever the policy.
  static func schema(_ language: Language) -> JSONValue {
    let writer = SchemaWriter(language)
    let properties = Key.allCases.map { key in
      (key.rawValue, writer.described(nil, description(of: key)[language]).adding(property(key, writer)))
    }
    return writer.head(
      "config", title: writer.words("Instellingen van Leidraad", "Configuration of Leidraad"),
      description: writer.words(
        "Wat in .leidraad.yaml kan staan. Gemaakt door `leidraad schema config`.",
        "What may stand in .leidraad.yaml. Made by `leidraad schema config`.")
    ).adding(writer.mapping(properties, required: [Key.leidraad.rawValue]))
  }

  private static func property(_ key: Key, _ writer: SchemaWriter) -> JSONValue {
    let text: JSONValue = ["type": "string", "minLength": 1]
    switch key {
    case .leidraad: return ["const": "config/v1"]
    case .policy, .require: return text
    case .lang:
      return writer.pattern(
        SchemaPattern.language, writer.words("Schrijf een taalcode, zoals nl of en.", "Write a language code, such as nl or en."))
    case .assurance: return ["enum": .texts(Assessment.Assurance.allCases.map(\.rawValue))]
    case .basis: return ["enum": .texts(Basis.allCases.map(\.rawValue))]
    case .minimumScore:
      return ["type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": .text("^(?:\(SchemaPattern.fraction))$")]
    case .format:
      let automatic = writer.words(
        "wat GitHub, GitLab of Azure leest, en anders tekst", "what GitHub, GitLab or Azure reads, and text elsewhere")
      return writer.choice(Renderer.all.map { ($0.name, $0.summary[writer.language]) } + [(Settings.automatic, automatic)])
    case .review: return ["anyOf": [text, writer.list(of: text)]]
    }
  }

  private static func description(of key: Key) -> Phrase {
    switch key {
    case .leidraad: Phrase(nl: "Soort bestand.", en: "Kind of file.")
    case .policy: Phrase(nl: "Beleidskader: een naam, een bestand of een map.", en: "Policy: a name, a file or a folder.")
    case .lang: Phrase(nl: "Taal van het rapport: nl of en.", en: "Language of the report: nl or en.")
    case .assurance: Phrase(nl: "Waar het oordeel op rust.", en: "On what the verdict rests.")
    case .basis: Phrase(nl: "“literal” toetst alleen wat de bron zelf noemt.", en: "“literal” checks only what the source itself names.")
    case .require:
      Phrase(nl: "Oordeel dat ten minste nodig is, zoals basics of good.", en: "Verdict that is needed at least, such as basics or good.")
    case .minimumScore: Phrase(nl: "Score die ten minste nodig is, 0 tot en met 100.", en: "Score that is needed at least, 0 to 100.")
    case .format: Phrase(nl: "Vorm van de uitvoer.", en: "Form of the output.")
    case .review: Phrase(nl: "Toetsingen die meetellen: een bestand of een lijst.", en: "Reviews that count: a file or a list.")
    }
  }
}

internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Prints a JSON Schema, for editors and for other people's validators.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema", abstract: words("Geef het JSON Schema van een soort bestand.", "Print the JSON Schema of a kind of file."),
      discussion: words(
        """
        Met een schema vult uw editor aan wat u typt, en ziet u direct wat niet klopt. Kies uit: \(Kind.names). Voor het ingebouwde beleidskader staan \
        ze klaar in schemas/.

          leidraad schema guideline > richtlijn.schema.json
          leidraad schema guideline --policy eigen-kader.yaml --lang en

        Zet boven een richtlijn: # yaml-language-server: $schema=richtlijn.schema.json
        """,
        """
        With a schema your editor completes what you type and shows at once what is wrong. Choose from: \(Kind.names). For the built-in policy they are \
        ready in schemas/.

          leidraad schema guideline > guideline.schema.json
          leidraad schema guideline --policy our-policy.yaml --lang nl

        Write above a guideline: # yaml-language-server: $schema=guideline.schema.json
        """))
  }

  /// What there are schemas of.
  enum Kind: String, CaseIterable {
    case guideline, policy, review, config, report

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  @Argument(help: ArgumentHelp(Kind.names + ".", valueName: words("soort", "kind")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      words("Beleidskader van de richtlijn: een naam, een bestand of een map.", "Policy of the guideline: a name, a file or a folder."),
      valueName: "id|path"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      words("Taal van titels en uitleg: nl of en.", "Language of titles and descriptions: nl or en."), valueName: words("taal", "language"))
  )
  var lang: String?

  func run() throws {
    let schema = try schema(of: knownKind())
    do {
      try StandardOutput.write(schema.document)
    } catch {
      if error.isPipe { throw ExitStatus.pipeClosed }
      throw Failure.cannotWrite(words("de standaarduitvoer", "standard output"), error.reason)
    }
  }

  private func knownKind() throws -> Kind {
    guard let kind else {
      throw Failure(
        message: Phrase(
          nl: "Noem een soort: \(Kind.names). Zoals: leidraad schema guideline",
          en: "Name a kind: \(Kind.names). Such as: leidraad schema guideline"))
    }
    guard let known = Kind(rawValue: kind) else { throw Settings.unknown(kind, "schema", Kind.allCases.map(\.rawValue)) }
    guard policy == nil || known == .guideline else {
      throw Failure(
        message: Phrase(
          nl: "--policy hoort bij “guideline”: het schema van “\(kind)” is voor elk beleidskader hetzelfde.",
          en: "--policy goes with “guideline”: the schema of “\(kind)” is the same for every policy."))
    }
    return known
  }

  private func schema(of kind: Kind) throws -> JSONValue {
    let chosen = try lang.map { try Settings.language($0) }
    let language = chosen ?? Program.language
    switch kind {
    case .guideline:
      // A configuration may say which policy; for the others it does not matter, and its own schema must come out when it is faulty.
      let (configuration, diagnostics) = try Configuration.find()
      try Settings.stop(at: diagnostics)
      let name = policy ?? Environment.value("LEIDRAAD_POLICY") ?? configuration.policy ?? BuiltInPolicies.standard
      let configured = Environment.value("LEIDRAAD_LANG") == nil ? configuration.language : nil
      return GuidelineSchema(try PolicyLocator.load(name), chosen ?? configured ?? Program.language).schema()
    case .policy: return PolicySchema(language).schema()
    case .review: return ReviewSchema(language).schema()
    case .config: return Configuration.schema(language)
    case .report: return ReportSchema(language).schema()
    }
  }
}

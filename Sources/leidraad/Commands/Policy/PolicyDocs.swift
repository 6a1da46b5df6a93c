internal import ArgumentParser
internal import LeidraadCore
internal import LeidraadRendering

/// Writes the reference of a policy: all that it asks, in Markdown.
struct PolicyDocs: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "docs", abstract: words("Schrijf het naslagwerk van een beleidskader.", "Write the reference of a policy."),
      discussion: words(
        """
        Maakt pagina's in Markdown in het Nederlands en het Engels: de aanbevelingen met hun onderdelen, de punten, alle vragen, regels, meldingen en \
        begrippen. Bestanden met dezelfde naam worden vervangen; andere blijven staan.
        """,
        """
        Makes pages of Markdown in Dutch and English: the recommendations with their controls, the points, all fields, rules, diagnostics and terms. \
        Files of the same name are replaced; others stay.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      words("Beleidskader: een naam, een bestand of een map.", "Policy: a name, a file or a folder."), valueName: "id|path"))
  var policy = BuiltInPolicies.standard

  @Option(help: ArgumentHelp(words("Map om in te schrijven.", "Folder to write to."), valueName: words("map", "folder")))
  var output: String

  @Flag(name: [.customShort("q"), .customLong("quiet")], help: ArgumentHelp(words("Geen melding na afloop.", "No note at the end.")))
  var isQuiet = false

  func run() throws {
    let pages = Reference(try PolicyLocator.load(policy)).pages()
    for page in pages {
      let path = Path.joined(output, page.path)
      do {
        try FileSystem.makeFolder(Path.folder(of: path))
      } catch {
        throw Failure.cannotWrite(path, error.reason)
      }
      try AtomicFile.put(page.text, at: path)
    }
    Console.note(
      words("\(pages.count) pagina's geschreven in \(output).", "\(pages.count) pages written to \(output)."), isQuiet: isQuiet)
  }
}

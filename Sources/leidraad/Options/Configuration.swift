internal import LeidraadCore
internal import LocatedYAML

/// `.leidraad.yaml`: what the assessing party sets once. It is sought from where the command runs, never from a guideline's folder: the assessed do not
/// choose how they are assessed.
struct Configuration {
  /// A text that is understood later, with its place for who wrote what is not.
  struct Text {
    let text: String
    let place: Location
  }

  var policy: String?
  var language: Language?
  var assurance: Assessment.Assurance?
  var basis: Basis?
  var require: Text?
  var minimumScore: Text?
  var format: Text?
  var reviews: [String] = []

  static let name = ".leidraad.yaml"

  /// What may stand in it; the schema says more about each.
  enum Key: String, CaseIterable {
    case leidraad, policy, lang, assurance, basis, require
    case minimumScore = "min-score"
    case format, review
  }

  static let keys = Key.allCases.map(\.rawValue)

  /// The nearest one from the current folder up to the repository's root; empty when there is none. Paths in it count from its own folder.
  static func find() throws -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    try path().map(read) ?? (Configuration(), [])
  }

  /// Where that one is.
  static func path() throws -> String? {
    do {
      var folder = try FileSystem.currentFolder()
      let root = try Repository.root(above: folder) ?? folder
      while true {
        let path = Path.joined(folder, name)
        if try FileSystem.status(path) != nil { return path }
        if folder == root || folder == "/" { return nil }
        folder = Path.folder(of: folder)
      }
    } catch {
      throw Failure(
        message: Phrase(
          nl: "Er kan niet naar \(name) worden gezocht. \(error.phrase.nl)", en: "\(name) cannot be looked for. \(error.phrase.en)"))
    }
  }

  private static func read(_ path: String) throws -> (Configuration, [Diagnostic]) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: 1 << 20)
    } catch {
      throw Failure(
        message: Phrase(nl: "De configuratie \(path): \(error.phrase.nl)", en: "The configuration \(path): \(error.phrase.en)"))
    }
    do {
      let document = try Document.parse(bytes)
      return decode(document, folder: Path.folder(of: path))
    } catch {
      return (Configuration(), error.diagnostics(file: name))
    }
  }

  private static func decode(_ document: Document, folder: String) -> (Configuration, [Diagnostic]) {
    var reader = NodeReader(document, file: name)
    var configuration = Configuration()
    guard let root = document.root, let entries = reader.mapping(root, allowed: keys, path: "") else {
      return (configuration, reader.diagnostics)
    }
    reader.header(entries, root: root, kind: "config")
    func text(_ key: String) -> String? { entries[key].flatMap { reader.string($0, path: key) } }
    configuration.policy = text("policy").map { $0.contains("/") || $0.hasSuffix(".yaml") ? Path.joined(folder, $0) : $0 }
    func placed(_ key: String) -> Text? {
      guard let node = entries[key], let text = reader.string(node, path: key) else { return nil }
      return Text(text: text, place: document.location(document.range(of: node), in: name))
    }
    configuration.require = placed("require")
    configuration.minimumScore = placed("min-score")
    configuration.format = placed("format")
    if let node = entries["assurance"] { configuration.assurance = reader.choice(node, path: "assurance", of: Assessment.Assurance.self) }
    if let node = entries["basis"] { configuration.basis = reader.choice(node, path: "basis", of: Basis.self) }
    if let node = entries["lang"], let tag = reader.string(node, path: "lang") {
      configuration.language = Language(tag: tag)
      if configuration.language == nil {
        reader.report(
          .invalidLanguage,
          Phrase(nl: "“\(tag)” is geen taalcode zoals nl of en.", en: "“\(tag)” is not a language code such as nl or en."), at: node,
          path: "lang")
      }
    }
    if let node = entries["review"] { configuration.reviews = reader.strings(node, path: "review").map { Path.joined(folder, $0.text) } }
    return (configuration, reader.diagnostics)
  }
}

/// Which controls are assessed.
enum Basis: String, CaseIterable {
  case all
  /// Those alone that the source itself names.
  case literal
}

internal import LocatedYAML

/// The texts of a policy as they stand in its files: `{nl: …, en: …}`.
struct PolicyTexts {
  struct Text {
    /// The keys that lead to it: `controls`, `B2.14`, `why`.
    let keys: [String]
    let place: PolicySources.Place
    let texts: [(language: Language, text: String, place: PolicySources.Place)]

    func text(in language: Language) -> String? { texts.first { $0.language == language }?.text }

    var isExample: Bool { keys.contains("examples") || keys.last == "example" }
  }

  private(set) var all: [Text] = []

  /// The texts of the policy's own files.
  init(_ sources: PolicySources) {
    for file in sources.files where file.isOwn {
      if let root = file.document.root { collect(PolicySources.Place(file: file, node: root), []) }
    }
  }

  private mutating func collect(_ place: PolicySources.Place, _ keys: [String]) {
    let document = place.file.document
    switch document.kind(of: place.node) {
    case .scalar: return
    case .sequence: for item in place.items { collect(item, keys) }
    case .mapping:
      let entries = document.entries(of: place.node).map { (key: document.string(of: $0.key), value: $0.value) }
      // What has a language of the tool is a text; `{is: …}` is none, though `is` is a language too.
      let languages = entries.map { Language(tag: $0.key) }
      let isText = !entries.isEmpty && languages.allSatisfy { $0 != nil } && languages.contains { $0.map(Language.own.contains) == true }
      guard isText, entries.allSatisfy({ document.kind(of: $0.value) == .scalar }) else {
        for (key, value) in entries { collect(PolicySources.Place(file: place.file, node: value), keys + [key]) }
        return
      }
      let texts = zip(entries, languages).compactMap { entry, language in
        language.map { ($0, trimmed(document.string(of: entry.value)), PolicySources.Place(file: place.file, node: entry.value)) }
      }
      all.append(Text(keys: keys, place: place, texts: texts))
    }
  }
}

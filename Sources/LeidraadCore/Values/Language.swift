/// A language of what people read, as a BCP 47 tag in small letters: `nl`, `en`, `de`, `pt-br`.
package struct Language: Hashable, Sendable, CustomStringConvertible {
  package let tag: String

  package static let dutch = Language(known: "nl")
  package static let english = Language(known: "en")

  /// The languages that the tool's own words exist in. A policy may have more.
  package static let own = [dutch, english]

  private init(known tag: String) {
    self.tag = tag
  }

  /// Takes a tag such as `nl`, `NL` or `nl-BE`; nil when it has no such form.
  package init?(tag: some StringProtocol) {
    let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy(isASCIILetter) else { return nil }
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) }) else { return nil }
    }
    self.tag = parts.joined(separator: "-")
  }

  /// The tag without region or script: `nl` of `nl-be`.
  package var primary: Language {
    guard tag.utf8.count > 3, let dash = tag.firstIndex(of: "-") else { return self }
    return Language(known: String(tag[..<dash]))
  }

  package var description: String { tag }
}

/// Words of the tool itself: they exist in every language it speaks, by the compiler's word.
package struct Phrase: Hashable, Sendable {
  package let nl: String
  package let en: String

  package init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// The words in a language; English where the tool does not speak it.
  package subscript(language: Language) -> String {
    language.primary == .dutch ? nl : en
  }
}

/// Words of a policy or an example: in the languages its author wrote them in. Those of a built-in policy stay in the binary's own bytes until
/// somebody asks for one; two texts are equal when their words are.
package struct LocalizedText: Hashable, Sendable {
  private enum Storage: Sendable {
    case written([Entry])
    case stored(StoredText)
  }

  private let storage: Storage

  package struct Entry: Hashable, Sendable {
    package let language: Language
    package let text: String
  }

  package init(_ texts: [Entry] = []) {
    storage = .written(texts)
  }

  package init(_ phrase: Phrase) {
    self.init([Entry(language: .dutch, text: phrase.nl), Entry(language: .english, text: phrase.en)])
  }

  init(_ text: StoredText) {
    storage = .stored(text)
  }

  /// In the order in which they were written.
  package var texts: [Entry] {
    switch storage {
    case .written(let texts): texts
    case .stored(let text): text.texts
    }
  }

  /// The text in a language, else in its primary language, else in English, else in whatever was written first.
  package subscript(language: Language) -> String {
    text(in: language) ?? text(in: language.primary) ?? text(in: .english) ?? texts.first?.text ?? ""
  }

  package func text(in language: Language) -> String? {
    switch storage {
    case .written(let texts): texts.first { $0.language == language }?.text
    case .stored(let text): text.text(in: language)
    }
  }

  package var isEmpty: Bool {
    switch storage {
    case .written(let texts): texts.isEmpty
    case .stored(let text): text.isEmpty
    }
  }

  package static func == (left: LocalizedText, right: LocalizedText) -> Bool { left.texts == right.texts }

  package func hash(into hasher: inout Hasher) { hasher.combine(texts) }
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte)
}

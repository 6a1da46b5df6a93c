/// Words that a policy's texts are better without, in the languages of the tool. A reader who sees them still does not know what to do.
package enum VagueWords {
  /// Phrases of small letters, by language.
  package static let byLanguage: [Language: [String]] = [
    .dutch: [
      "waar mogelijk", "indien mogelijk", "zo mogelijk", "zoveel mogelijk", "zo spoedig mogelijk", "waar nodig", "indien nodig", "zo nodig",
      "indien van toepassing", "indien gewenst", "desgewenst", "in principe", "in de regel", "doorgaans", "te zijner tijd", "op termijn",
      "tijdig", "tijdige", "naar behoren", "op passende wijze", "adequaat", "adequate", "en dergelijke", "e.d.", "enzovoort", "etcetera",
      "etc",
    ],
    .english: [
      "where possible", "if possible", "as much as possible", "as soon as possible", "where necessary", "if necessary", "where applicable",
      "if applicable", "where appropriate", "as appropriate", "in principle", "generally", "in due course", "timely", "adequate",
      "adequately", "and so on", "et cetera", "etc",
    ],
  ]

  /// What sounds as if the source itself asked for something.
  static let claims: [Language: [String]] = [
    .dutch: [
      "de bron eist", "de bron vereist", "de bron verplicht", "de bron vraagt", "de bron schrijft", "de bron zegt", "volgens de bron",
      "van de bron moet",
      "de aanbeveling eist", "de aanbeveling verplicht",
    ],
    .english: [
      "the source requires", "the source demands", "the source asks", "the source prescribes", "the source says", "required by the source",
      "according to the source", "the recommendation requires", "required by the recommendation",
    ],
  ]

  /// The first of some phrases that a text uses as whole words.
  static func first(of phrases: [String], in text: String) -> String? {
    let words = words(text)
    return phrases.first { phrase in
      let wanted = self.words(phrase)
      guard let head = wanted.first, words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains { words[$0] == head && Array(words[$0..<$0 + wanted.count]) == wanted }
    }
  }

  private static func words(_ text: String) -> [Substring] { text.lowercased().split { !$0.isLetter } }
}

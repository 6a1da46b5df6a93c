import Testing

@testable import LeidraadCore

@Suite struct LanguageTests {
  @Test(arguments: [
    ("nl", "nl", "nl"), ("NL", "nl", "nl"), ("nl-BE", "nl-be", "nl"), ("pt-BR", "pt-br", "pt"), ("fry", "fry", "fry"),
    ("zh-Hant-TW", "zh-hant-tw", "zh"),
  ])
  func reads(text: String, tag: String, primary: String) throws {
    let language = try #require(Language(tag: text))
    #expect(language.tag == tag)
    #expect(language.primary.tag == primary)
    #expect(language.description == tag)
  }

  @Test(arguments: ["", "n", "nederlands", "nl_NL", "nl-", "-nl", "nl--be", "n1", "nl be", "é", "nl-verylongpart", "nl\n"])
  func refuses(text: String) {
    #expect(Language(tag: text) == nil)
  }

  @Test func speaksEnglishToOthers() throws {
    let phrase = Phrase(nl: "ja", en: "yes")
    #expect(phrase[.dutch] == "ja")
    #expect(phrase[try #require(Language(tag: "nl-BE"))] == "ja")
    #expect(phrase[.english] == "yes")
    #expect(phrase[try #require(Language(tag: "de"))] == "yes")
  }

  @Test func fallsBackInTheOrderOfTheReader() throws {
    func entry(_ tag: String, _ text: String) throws -> LocalizedText.Entry {
      LocalizedText.Entry(language: try #require(Language(tag: tag)), text: text)
    }
    let text = LocalizedText([try entry("de", "ja!"), try entry("en", "yes"), try entry("nl", "ja"), try entry("nl-be", "jawel")])
    #expect(text[.dutch] == "ja")
    #expect(text[try #require(Language(tag: "nl-BE"))] == "jawel")
    #expect(text[try #require(Language(tag: "nl-SR"))] == "ja")
    #expect(text[try #require(Language(tag: "fr"))] == "yes")
    #expect(LocalizedText([try entry("de", "ja!")])[.dutch] == "ja!")
    #expect(LocalizedText()[.dutch].isEmpty)
  }
}

@Suite struct NearestTests {
  private static let words = ["accounts", "age-min", "age-max", "owned-by", "policy", "role-disclosure", "strong-authentication", "id"]

  @Test(arguments: [
    ("acounts", "accounts"), ("accoutns", "accounts"), ("ageMin", "age-min"), ("age_min", "age-min"), ("AGE MIN", "age-min"),
    ("agemax", "age-max"),
    ("ownedby", "owned-by"), ("polcy", "policy"), ("policys", "policy"), ("roledisclosure", "role-disclosure"),
    ("strong-autentication", "strong-authentication"),
    ("Id", "id"),
  ])
  func finds(word: String, expected: String) {
    #expect(nearest(to: word, among: Self.words) == expected)
  }

  @Test(arguments: ["", "-", "x", "toestemming", "kleur", "ab", "accountability", "owner", "ids"])
  func findsNothing(word: String) {
    #expect(nearest(to: word, among: Self.words) == nil)
  }

  @Test func neverOffersTheWordItself() {
    #expect(nearest(to: "policy", among: ["policy"]) == nil)
    #expect(nearest(to: "policy", among: ["policy", "polic"]) == "polic")
  }

  @Test func prefersTheFewestEdits() {
    #expect(nearest(to: "organisation-onli", among: ["organisation-on", "organisation-only"]) == "organisation-only")
  }

  @Test func isNotWornOutByLongWords() {
    let long = String(repeating: "a", count: 500_000)
    #expect(nearest(to: long, among: Self.words) == nil)
    #expect(nearest(to: "accounts", among: [long]) == nil)
  }

  @Test func holdsForLettersOfSeveralBytes() {
    #expect(nearest(to: "privé", among: ["privè"]) == "privè")
    #expect(nearest(to: "e\u{301}", among: ["policy"]) == nil)
  }
}

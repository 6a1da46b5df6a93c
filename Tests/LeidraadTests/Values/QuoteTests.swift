import Testing

@testable import LeidraadCore

@Suite struct QuoteTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let quote: String
    var testDescription: String { "\(name): \(quote)" }

    init(_ name: String, _ text: String, _ quote: String) {
      self.name = name
      self.text = text
      self.quote = quote
    }
  }

  @Test(arguments: [
    // White space and line breaks
    Example("a.txt", "alle  accounts\nstaan\r\n\top naam", "alle accounts staan op naam"),
    Example("a.txt", "alle accounts staan", "  alle\n accounts  staan "),
    Example("a.txt", "van\u{A0}de\u{2003}stichting", "van de stichting"),
    // Capitals, typographic marks, dashes, dots
    Example("a.txt", "ALLE Accounts", "alle accounts"),
    Example("a.txt", "zij zegt: “ja, ‘graag’”", "zij zegt: \"ja, 'graag'\""),
    Example("a.txt", "zij zegt: \"ja\"", "zij zegt: „ja”"),
    Example("a.txt", "foto’s", "foto's"),
    Example("a.txt", "nu – of nooit", "nu - of nooit"),
    Example("a.txt", "en zo verder…", "en zo verder..."), Example("a.txt", "en zo verder...", "en zo verder…"),
    Example("a.txt", "co\u{F6}rdinator", "coo\u{308}rdinator"),
    Example("a.txt", "werk\u{AD}account", "werkaccount"),
    // Characters of several code points, and those that are rare here
    Example("a.txt", "COO\u{308}RDINATOR", "co\u{F6}rdinator"),
    Example("a.txt", "Éven", "e\u{301}ven"),
    Example("a.txt", "Жители и \u{438}\u{306}", "жители и \u{439}"),
    Example("a.txt", "Άλφα", "\u{3B1}\u{301}λφα"),
    Example("a.txt", "çağrı ŞEHİR", "c\u{327}ag\u{306}rı şehi̇r"),
    Example("a.txt", "§ 3 © 2026 – 5 €", "§ 3 © 2026 - 5 €"),
    Example("a.txt", "bel 👩‍👩‍👧 nu", "bel 👩‍👩‍👧 nu"),
    Example("a.txt", "eerste\u{85}tweede\u{2028}derde", "eerste tweede derde"),
    Example("a.txt", "één\u{2014}twee\u{2212}drie", "e\u{301}e\u{301}n-twee-drie"),
    // Markdown
    Example("a.md", "Alle **accounts** staan op _naam_ van de `stichting`.", "alle accounts staan op naam van de stichting"),
    Example("a.md", "## Rol\nWij zeggen *altijd*\n> wie wij zijn.", "rol wij zeggen altijd wie wij zijn"),
    Example("a.md", "Zie [het stappenplan](docs/plan.md) op pagina 4.", "zie het stappenplan op pagina 4"),
    Example("a.md", "| Rol | Wie |\n| bellen | de coördinator |", "bellen de coördinator"),
    Example("a.markdown", "een <b>vet</b> woord &amp; meer", "een vet woord & meer"),
    // HTML
    Example("a.html", "<p>Alle <b>accounts</b> staan op&nbsp;naam.</p>", "alle accounts staan op naam."),
    Example("a.html", "<p>eerste</p><p>tweede</p>", "eerste tweede"),
    Example("a.html", "<p>eerste</p><script>x</script><p>tweede</p>", "eerste tweede"),
    Example("a.htm", "<td title='x'>hulp</td>verlening", "hulp verlening"),
    Example("a.html", "hulp<em>verlening</em>", "hulpverlening"),
    Example("a.html", "hulp<!-- > hier breekt de regel af -->verlening", "hulpverlening"),
    Example("a.html", "caf&eacute; &#233; &#xE9; &rsquo;t", "café é é 't"),
    Example("a.html", "3 < 4 en 5 > 2", "3 < 4 en 5 > 2"),
    Example("a.html", "onbekend &foo; blijft", "onbekend &foo; blijft"),
    // Other kinds of text
    Example("richtlijn", "zonder ending", "zonder ending"),
    Example("a.YAML", "rule: always", "rule: always"),
    Example("map.v2/a.txt", "abc", "b"),
    Example("a.txt", "aaaaab", "aaab"),
    Example("a.txt", "abababac", "ababac"),
  ])
  func finds(_ test: Example) {
    #expect(Quote.search(test.quote, in: Array(test.text.utf8), name: test.name) == .found)
  }

  @Test(arguments: [
    Example("a.txt", "alle accounts", "alle account s"), Example("a.txt", "alle accounts", ""), Example("a.txt", "alle accounts", " \n "),
    Example("a.txt", "", "a"), Example("a.txt", "ab", "abc"), Example("a.txt", "accounts", "accoünts"),
    Example("a.txt", "Ω ж", "ω ÿ"),
    Example("a.txt", "accoünts", "accounts"), Example("a.txt", "o\u{308}", "o"), Example("a.txt", "👩‍👩‍👧", "👩"),
    Example("a.txt", "жители", "жителя"), Example("a.txt", "ø", "o\u{338}"),
    Example("a.html", "<p title='alle accounts'>niets</p>", "alle accounts"), Example("a.html", "<!-- alle accounts -->", "alle accounts"),
    Example("a.md", "[tekst](alle-accounts.md)", "alle-accounts"), Example("a.txt", "hulp*verlening*", "hulpverlening"),
    Example("a.md", "eerste", "**"),
  ])
  func doesNotFind(_ test: Example) {
    #expect(Quote.search(test.quote, in: Array(test.text.utf8), name: test.name) == .notFound)
  }

  @Test(arguments: ["a.pdf", "a.PDF", "a.docx", "a.odt", "a.png", "a.xlsx", "a.md.pdf"])
  func doesNotCheck(name: String) {
    #expect(Quote.search("alle accounts", in: Array("alle accounts".utf8), name: name) == .notChecked)
  }

  @Test func doesNotCheckWhatIsNoText() {
    #expect(Quote.search("a", in: [0x61, 0xFF, 0xFE], name: "a.txt") == .notChecked)
  }

  /// What is copied from the source of a document, or shown by it, is found in it.
  @Test(arguments: [
    Example("a.md", "Zie [bijlage 1] voor meer.", "zie [bijlage 1] voor meer"),
    Example("a.md", "Zie [het plan](plan.md).", "Zie [het plan](plan.md)."),
    Example("a.md", "foo\\_bar en 2 \\* 3", "foo_bar en 2 * 3"),
    Example("a.md", "foo\\_bar en 2 \\* 3", "foo\\_bar en 2 \\* 3"),
    Example("a.md", "schrijf \\<naam> erbij", "schrijf <naam> erbij"),
    Example("a.html", "<p>alle <b>accounts</b> &amp; groepen</p>", "alle <b>accounts</b> &amp; groepen"),
    Example("a.md", "wij zetten `<script>` nooit in een bericht", "nooit in een bericht"),
    Example("a.html", "<script>a > b</SCRIPT >alle accounts", "alle accounts"),
  ])
  func findsWhatIsCopied(_ test: Example) {
    #expect(Quote.search(test.quote, in: Array(test.text.utf8), name: test.name) == .found)
  }

  /// What no reader of the page sees is no evidence.
  @Test(arguments: [
    "<script>alle accounts</script>", "<style>alle accounts</style>", "<!-- a > alle accounts -->",
    "<SCRIPT>a < b > alle accounts</script>", "<style>alle accounts",
  ])
  func doesNotFindWhatIsNotShown(html: String) {
    #expect(Quote.search("alle accounts", in: Array(html.utf8), name: "a.html") == .notFound)
  }

  /// A tag without an end is text, however many there are: what is not closed is not looked for again.
  @Test(arguments: ["<a", "[](", "<!--a", "<script>", "]("])
  func readsPastWhatIsNotClosed(mark: String) {
    let text = "alle accounts " + String(repeating: mark, count: 100_000)
    for name in ["a.md", "a.html"] { #expect(Quote.search("alle accounts", in: Array(text.utf8), name: name) == .found) }
    let closed = text + String(repeating: "x", count: 5_000) + ">) en dan dit"
    #expect(Quote.search("en dan dit", in: Array(closed.utf8), name: "a.md") == .found)
  }

  /// Linear in the document, whatever is quoted.
  @Test func isNotWornOut() {
    let text = String(repeating: "a", count: 100_000)
    #expect(Quote.search(String(repeating: "a", count: 5_000) + "b", in: Array(text.utf8), name: "a.txt") == .notFound)
  }
}

/// A quotation sought in a document, in one word.
private enum Quote {
  enum Search { case found, notFound, notChecked }

  static func search(_ quote: String, in bytes: [UInt8], name: String) -> Search {
    QuotedDocument(bytes, name: name).map { $0.contains(quote) ? .found : .notFound } ?? .notChecked
  }
}

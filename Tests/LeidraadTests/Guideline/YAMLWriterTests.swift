import LocatedYAML
import Testing

@testable import LeidraadCore

/// What the writer writes is read back as it was, wherever it stands.
@Suite struct YAMLWriterTests {
  static let texts: [String] = [
    "", " ", "a", "Wij werken alleen vanaf het werkaccount.", " vooraan", "achteraan ", "a: b", "a:", ":a", "a:b", ": ", "a #b", "#a",
    "a#b", "- a", "-", "--- a", "---",
    "...", "... a", "? a", "?", "[a]", "{a: b}", "]", "}", "a, b", "a]b", "a}b", "&a", "*a", "!a", "!!str a", "|", "> a", "%a", "@a", "`a",
    "'a'", "\"a\"", "it's", "a \"b\" c", "\\",
    "a\\nb", "a\nb", "a\n", "\na", "a\r\nb", "a\tb", "\ta", "null", "Null", "~", "true", "True", "false", "yes", "No", "on", "OFF", "y",
    "N", "1", "1.0", "1e3", "0x1F", "0o7", ".inf",
    ".nan", "-1", "+1", "2026-05-10", "17:00", "1:30", "12_000", "1.2.3", "=", "<<", "<<: a", "a\u{85}b", "a\u{2028}b", "\u{2029}",
    "\u{FEFF}a", "a\u{FEFF}", "é", "e\u{301}", "🧑‍🏫",
    "a\u{A0}b", "\u{A0}", "\u{3000}a", "a\u{202E}b", "\u{200B}", "not-arranged", "x-a", "a : b", "a :b", "a  b", "http://example.org/#a",
    "C:\\a", "a, [b, {c: d}]", "''", "\"", "'", "a'",
    "key: |", "a\u{7F}b".replacing("\u{7F}", with: ""), String(repeating: "lang ", count: 400) + "einde", "{{ a }}", "$a", "a;b", "a=b",
    "(a)", "a/b", "^a", "_a", "a?b", "a!b", "a%b", "é: ë",
    "- ", "-a", "?a", "a:\u{A0}b", "a\u{300}: b", "\u{301}a", "a,b", ",a", "a,", "#", "a #", "a\u{A0}#b", "::", ": :",
  ]

  @Test(arguments: texts)
  func keepsTexts(_ text: String) throws {
    try Self.expectKept(text)
  }

  /// A colon or hash followed by a mark that joins the space before it: one Character, two scalars.
  @Test(arguments: ["a: \u{301}b", "a \u{323}#b", "a #\u{301}b", "a:\u{20}\u{FE0F}b"])
  func keepsTextsWithCombiningMarks(_ text: String) throws {
    try Self.expectKept(text)
  }

  private static func expectKept(_ text: String) throws {
    let scalar = ExampleValue.scalar(text)
    let other = ExampleValue.scalar("ander")
    func entries(_ value: ExampleValue) -> [ExampleValue.Entry] { [.init(key: "k", value: value), .init(key: "z", value: other)] }
    let writer = YAMLWriter(language: .dutch)
    let shapes: [(String, ExampleValue)] = [
      ("a value", scalar), ("an item", .list([scalar, other])), ("an item alone", .list([scalar])),
      ("deep", .map([.init(key: "a", value: .map(entries(scalar)))])),
      ("in an item", .list([.map(entries(scalar)), .map(entries(other))])),
      ("a text", .text(LocalizedText([.init(language: .dutch, text: text), .init(language: .english, text: "x")]))),
    ]
    for (name, value) in shapes {
      let block = writer.text(entries(value))
      let flow = "k: \(writer.flow(value))\nz: ander\n"
      for yaml in [block, flow] {
        let root = try root(of: yaml)
        #expect(root == .map(entries(plain(value))), "\(name): \(yaml)")
      }
    }
    // As a key. Keys are the policy's own words: a long one, or one that ends the document where it stands first, does not occur.
    guard !text.isEmpty, text.utf8.count < 900, !text.hasPrefix("... ") else { return }
    let keyed = [ExampleValue.Entry(key: text, value: other)]
    #expect(try root(of: writer.text(keyed)) == .map(keyed))
    #expect(try root(of: "\(writer.flow(.map(keyed)))\n") == .map(keyed))
  }

  private static func plain(_ value: ExampleValue) -> ExampleValue {
    switch value {
    case .text(let text): .scalar(text[.dutch])
    case .scalar: value
    case .list(let items): .list(items.map(plain))
    case .map(let entries): .map(entries.map { .init(key: $0.key, value: plain($0.value)) })
    }
  }

  private static func root(of yaml: String) throws -> ExampleValue {
    let document = try Document.parse(Array(yaml.utf8))
    return value(of: try #require(document.root), document)
  }

  private static func value(of node: NodeID, _ document: Document) -> ExampleValue {
    switch document.kind(of: node) {
    case .scalar: .scalar(document.string(of: node))
    case .sequence: .list(document.items(of: node).map { value(of: $0, document) })
    case .mapping: .map(document.entries(of: node).map { .init(key: document.string(of: $0.key), value: value(of: $0.value, document)) })
    }
  }

  @Test func quotesOnlyWhereItMust() {
    let writer = YAMLWriter(language: .dutch)
    for text in [
      "organisation-only", "Wij werken van 9.00 tot 17.00 uur.", "2026-05-10", "3 months", "true", "false", "12", "12:00",
      "docs/richtlijn.md", "https://example.org/a#b", "it's", "a, b",
    ] {
      #expect(writer.scalar(text) == text)
    }
    for text in ["yes", "no", "1.0", "null", "~", "", "- a", "a: b"] {
      #expect(writer.scalar(text).hasPrefix("\""))
    }
    #expect(writer.scalar("a, b", inFlow: true) == "\"a, b\"")
  }

  @Test func writesAsPeopleDo() {
    let writer = YAMLWriter(language: .english)
    let entries: [ExampleValue.Entry] = [
      .init(
        key: "accounts",
        value: .map([
          .init(key: "form", value: .list([.scalar("page"), .scalar("team-account")])),
          .init(key: "none", value: .list([])),
          .init(key: "rules", value: .list([.text(LocalizedText(Phrase(nl: "Een regel.", en: "A rule.")))])),
          .init(
            key: "register",
            value: .list([.map([.init(key: "platform", value: .scalar("Discord")), .init(key: "listing", value: .scalar("x"))])])),
        ]))
    ]
    #expect(
      writer.lines(entries) == [
        "accounts:", "  form: [page, team-account]", "  none: []", "  rules:", "    - A rule.", "  register:", "    - platform: Discord",
        "      listing: x",
      ])
  }

  /// Lines stay short enough to read: a long list of words goes over several.
  @Test func breaksLongLists() {
    let words = (0..<30).map { ExampleValue.scalar("word-\($0)") }
    let lines = YAMLWriter(language: .english).lines([.init(key: "k", value: .list(words))])
    #expect(lines.count == 31)
    #expect(lines.allSatisfy { $0.utf8.count <= 100 })
  }
}

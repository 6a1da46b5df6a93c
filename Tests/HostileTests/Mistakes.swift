/// Twenty thousand of one kind of mistake, or as many as fit into a guideline.
struct Mistakes: Sendable {
  let name: String
  let text: String

  static let head = "leidraad: guideline/v1\npolicy: online-work@1\norganisation: {name: Club, kind: sports-org}\n"

  private init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  private init(_ name: String, _ start: String, count: Int = 20_000, each: (Int) -> String) {
    self.name = name
    text = Mistakes.head + start + (0..<count).map { each($0) + "\n" }.joined()
  }

  static let unknownKeys = Mistakes("unknown keys", "") { "vraag-\($0): a" }

  static var all: [Mistakes] {
    [
      unknownKeys,
      Mistakes("keys that are nearly right", "accounts:\n") { "  polici\($0): a" },
      Mistakes("keys twice", "x-a:\n") { _ in "  k: 1" },
      Mistakes("keys twice, two by two", "x-a:\n", count: 9000) { _ in "- {k: 1, k: 2}" },
      Mistakes("aliases of nothing", "x-a:\n") { "- *a\($0)" },
      Mistakes("merge keys", "x-a:\n", count: 12_000) { _ in "- {<<: 1}" },
      Mistakes("tags", "x-a:\n") { _ in "- !foo 1" },
      Mistakes("keys that are lists", "x-a:\n", count: 9000) { _ in "- {[a]: 1}" },
      Mistakes("keys behind question marks", "", count: 24_000) { _ in "? a" },
      Mistakes("control characters by escape", "x-a:\n") { _ in "- \"a\\x01b\"" },
      Mistakes("control characters", "x-a:\n") { _ in "- a\u{1}b" },
      Mistakes("conflicts", "") { _ in "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b" },
      Mistakes("two colons on a line", "") { "k\($0): a: b" },
      Mistakes("brackets that stay open", "") { "k\($0): [" },
      Mistakes("quotes that stay open", "") { "k\($0): \"a" },
      Mistakes("lines without a colon", "") { "regel \($0)" },
      Mistakes("a broken line and unknown keys", "x: a: b\n") { "vraag-\($0): a" },
      Mistakes("answers that there are not", "role-disclosure:\n  moments:\n") { "  - profil\($0)" },
      Mistakes("fillers", "role-disclosure:\n  moments:\n") { _ in "  - TBD" },
      Mistakes("groups for texts", "accounts:\n  notes:\n", count: 12_000) { _ in "  - {a: b}" },
      Mistakes("keys of items that there are not", "accounts:\n  register:\n", count: 9000) { "  - {plaatform: p\($0), ownr-role: o}" },
      Mistakes("evidence without a source", "evidence:\n", count: 12_000) { "- {id: a\($0)}" },
      Mistakes("evidence of one name", "evidence:\n", count: 5000) { _ in "- {id: a, url: \"https://a\", supports: [accounts]}" },
      Mistakes("support of nothing", "evidence:\n- id: a\n  url: https://a\n  supports:\n") { "  - B2.\($0)x" },
      Mistakes("decisions about nothing", "decisions:\n", count: 7000) { "- {for: [X9.\($0)], status: explaned}" },
      Mistakes("decisions about the same", "decisions:\n- for:\n") { _ in "  - B2.14" },
      Mistakes("unknown keys beyond ASCII", "accounts:\n") { "  é\($0): \"ééééé\"" },
      Mistakes(
        name: "unknown keys on one line",
        text: head + "accounts: {" + (0..<20_000).map { "bbbbbbbbbbbbbbbbbbbbbbbbbbb\($0): é" }.joined(separator: ", ") + "}\n"),
    ]
  }
}

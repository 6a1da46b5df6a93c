/// Something to be written under one key: of a section its fields, of a field its value.
struct Passage: Sendable {
  private enum Content: Sendable {
    case value(ExampleValue, ready: Ready?)
    /// `heading`: the line of the key, at the margin.
    case parts([Passage], heading: String)
  }

  /// A value written out for a field of a section, at the indentation that those have.
  private struct Ready: Sendable {
    /// The key and the value, each line with its end.
    let lines: String
    /// The value alone, where it fits on the line of its key.
    let inline: String?
  }

  private static let indentation = 2

  let key: String
  private let content: Content

  init(_ key: String, _ value: ExampleValue) {
    self.key = key
    content = .value(value, ready: nil)
  }

  /// One that many guidelines will need.
  init(ready key: String, _ value: ExampleValue, _ writer: YAMLWriter) {
    self.key = key
    let inline = writer.inline(value, behind: key, indentation: Passage.indentation)
    let lines =
      inline.map { "\(String(repeating: " ", count: Passage.indentation))\(writer.scalar(key)): \($0)\n" }
      ?? writer.text(key: key, value, indentation: Passage.indentation)
    content = .value(value, ready: Ready(lines: lines, inline: inline))
  }

  init(_ key: String, parts: [Passage], heading: String) {
    self.key = key
    content = .parts(parts, heading: heading)
  }

  var value: ExampleValue {
    switch content {
    case .value(let value, _): value
    case .parts(let parts, _): .map(parts.map { ExampleValue.Entry(key: $0.key, value: $0.value) })
    }
  }

  /// What is under a key that is there already; nil where that is one value.
  var parts: [Passage]? {
    switch content {
    case .value(.map(let entries), _): entries.map { Passage($0.key, $0.value) }
    case .value: nil
    case .parts(let parts, _): parts
    }
  }

  /// Its lines, each with its end.
  func text(_ writer: YAMLWriter, indentation: Int) -> String {
    switch content {
    case .value(_, let ready?) where indentation == Passage.indentation: return ready.lines
    case .value(let value, _): return writer.text(key: key, value, indentation: indentation)
    case .parts(let parts, let heading):
      var text = indentation == 0 ? heading : String(repeating: " ", count: indentation) + heading
      for part in parts { text += part.text(writer, indentation: indentation + 2) }
      return text
    }
  }

  /// What may stand behind its key on one line; nil where it takes more.
  func inline(_ writer: YAMLWriter, indentation: Int) -> String? {
    if case .value(_, let ready?) = content, indentation == Passage.indentation { return ready.inline }
    return writer.inline(value, behind: key, indentation: indentation)
  }
}

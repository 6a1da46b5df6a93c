/// Something to be written under one key: of a section its fields, of a field its value.
struct Passage: Sendable {
  private enum Content: Sendable {
    /// `ready`: as lines at the indentation that fields of a section have.
    case value(ExampleValue, ready: String?)
    /// `heading`: the line of the key, at the margin.
    case parts([Passage], heading: String)
  }

  static let indentation = 2

  let key: String
  private let content: Content

  init(_ key: String, _ value: ExampleValue) {
    self.key = key
    content = .value(value, ready: nil)
  }

  /// One that many guidelines will need.
  init(ready key: String, _ value: ExampleValue, _ writer: YAMLWriter) {
    self.key = key
    content = .value(value, ready: writer.text(key: key, value, indentation: Passage.indentation))
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
    case .value(_, let ready?) where indentation == Passage.indentation: return ready
    case .value(let value, _): return writer.text(key: key, value, indentation: indentation)
    case .parts(let parts, let heading):
      var text = indentation == 0 ? heading : String(repeating: " ", count: indentation) + heading
      for part in parts { text += part.text(writer, indentation: indentation + 2) }
      return text
    }
  }
}

extension ExampleValue {
  /// As an example is written in a policy: on one line, texts in all their languages.
  var source: String {
    let writer = YAMLWriter(language: .dutch)
    switch self {
    case .text(let text):
      return "{\(text.texts.map { "\($0.language.tag): \(writer.scalar($0.text, inFlow: true))" }.joined(separator: ", "))}"
    case .scalar(let text): return writer.scalar(text, inFlow: true)
    case .list(let items): return "[\(items.map(\.source).joined(separator: ", "))]"
    case .map(let entries):
      return "{\(entries.map { "\(writer.scalar($0.key, inFlow: true)): \($0.value.source)" }.joined(separator: ", "))}"
    }
  }
}

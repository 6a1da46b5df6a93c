import LocatedYAML

/// Documents and failures as text for golden files.
enum Dump {
  /// One line a node: indentation, role, kind, style, lines and columns, byte offsets, text.
  static func nodes(of document: Document, offsets: Bool = true) -> String {
    guard let root = document.root else { return "(nothing)\n" }
    var lines: [String] = []
    add(root, "", depth: 0, document, offsets, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func add(_ node: NodeID, _ role: String, depth: Int, _ document: Document, _ offsets: Bool, _ lines: inout [String]) {
    let range = document.range(of: node)
    let place = span(range) { document.position(at: $0) } + (offsets ? " [\(range.start),\(range.end))" : "")
    let alias = document.isAlias(node) ? "alias of " : ""
    let isScalar = document.kind(of: node) == .scalar
    let text = isScalar ? " " + quoted(document.string(of: node)) : " \(document.count(of: node))"
    let indentation = String(repeating: "  ", count: depth)
    lines.append("\(indentation)\(role)\(alias)\(document.kind(of: node)) \(document.style(of: node)) \(place)\(text)")
    guard !document.isAlias(node) else { return }
    for (key, value) in document.entries(of: node) {
      add(key, "key ", depth: depth + 1, document, offsets, &lines)
      add(value, "value ", depth: depth + 1, document, offsets, &lines)
    }
    for item in document.items(of: node) { add(item, "item ", depth: depth + 1, document, offsets, &lines) }
  }

  /// One line a problem, and a last one with what could be read in spite of them.
  static func problems(of failure: SyntaxFailure) -> String {
    var lines = failure.problems.map { problem in
      let related = problem.related.map { " related " + span($0, failure.position(at:)) } ?? ""
      return "\(span(problem.range, failure.position(at:))) \(problem.kind)\(related)"
    }
    if let partial = failure.partial, let root = partial.root {
      lines.append("partial \(flow(root, partial))")
    } else {
      lines.append("no partial")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func flow(_ node: NodeID, _ document: Document) -> String {
    if document.isAlias(node) {
      return "*" + (document.kind(of: node) == .scalar ? quoted(document.string(of: node)) : "\(document.kind(of: node))")
    }
    switch document.kind(of: node) {
    case .scalar: return quoted(document.string(of: node))
    case .sequence: return "[" + document.items(of: node).map { flow($0, document) }.joined(separator: ", ") + "]"
    case .mapping:
      return "{" + document.entries(of: node).map { "\(flow($0.key, document)): \(flow($0.value, document))" }.joined(separator: ", ") + "}"
    }
  }

  private static func span(_ range: SourceRange, _ position: (Int) -> SourcePosition) -> String {
    let (start, end) = (position(range.start), position(range.end))
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  /// Text in quotes, with everything that could not be seen as an escape.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x22, 0x5C: result += "\\" + String(scalar)
      case 0..<0x20, 0x7F...0xA0, 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202F, 0xE000...0xF8FF, 0xFEFF, 0xFFFD...0xFFFF:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

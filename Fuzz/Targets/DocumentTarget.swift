internal import LocatedYAML

extension FuzzTarget {
  /// Bytes → document: read or refused, with every place inside the file and every limit kept.
  static let document = FuzzTarget(name: "document") { bytes in
    do throws(SyntaxFailure) {
      return faults(of: try Document.parse(bytes))
    } catch {
      var faults = error.partial.map(Self.faults) ?? []
      if error.problems.isEmpty { faults.append("refused without a problem") }
      for problem in error.problems {
        for range in [problem.range] + (problem.related.map { [$0] } ?? []) {
          let isInside = 0 <= range.start && range.start <= range.end && range.end <= error.bytes.count
          let position = error.position(at: range.start)
          if !isInside || position.line < 1 || position.column < 1 { faults.append("\(problem) lies outside") }
        }
        if case .other(let words) = problem.kind { faults.append("a problem without a kind: \(words)") }
      }
      return faults
    }
  }

  private static func faults(of document: Document) -> [String] {
    guard let root = document.root else { return [] }
    var faults: [String] = []
    var open = [(root, 1)]
    var count = 0
    while let (node, depth) = open.popLast() {
      count += 1
      let range = document.range(of: node)
      if range.start < 0 || range.start > range.end || range.end > document.bytes.count { faults.append("a node at \(range)") }
      if String(validating: document.text(of: node), as: UTF8.self) == nil { faults.append("a text that is no UTF-8") }
      if depth > Limits.guideline.depth + 1 { faults.append("a node \(depth) deep") }
      guard !document.isAlias(node) else { continue }
      for (key, value) in document.entries(of: node) { open += [(key, depth + 1), (value, depth + 1)] }
      for item in document.items(of: node) { open.append((item, depth + 1)) }
    }
    if count != document.nodeCount || count > Limits.guideline.nodes { faults.append("\(count) of \(document.nodeCount) nodes") }
    return faults
  }
}

internal import LeidraadCore
internal import LocatedYAML

extension FuzzTarget {
  /// A clause put into a file: the same document but for the edit, and one that can be read.
  static let edit = FuzzTarget(name: "edit") { bytes in
    guard let read = Assessed(bytes), let result = read.report.result else { return [] }
    let old = leaves(of: read.document)
    var faults: [String] = []
    // Each clause takes an assessment to check: enough of them, spread over the report.
    let clauses = result.findings.compactMap { finding in finding.clause.map { (finding.id, $0) } }
    for (id, clause) in clauses.enumerated().filter({ $0.offset % max(1, clauses.count / 6) == 0 }).map(\.element) {
      var edited: [UInt8] = []
      var position = 0
      for edit in clause.edits {
        let (start, end) = (edit.location.start.offset, edit.location.end.offset)
        guard position <= start, start <= end, end <= read.document.bytes.count else {
          faults.append("\(id): edits out of order")
          return faults
        }
        edited += read.document.bytes[position..<start] + Array(edit.text.utf8)
        position = end
      }
      edited += read.document.bytes[position...]
      guard let document = try? Document.parse(edited) else {
        faults.append("\(id): no YAML any more: \(clause.edits.map(\.text))")
        continue
      }
      let new = Set(leaves(of: document).map { "\($0.path)=\($0.text)" })
      for leaf in old where !new.contains("\(leaf.path)=\(leaf.text)") {
        let isReplaced = clause.edits.contains { $0.location.start.offset <= leaf.start && leaf.end <= $0.location.end.offset }
        if !isReplaced { faults.append("\(id): \(leaf.path) was \(leaf.text)") }
      }
    }
    return faults
  }

  private struct Leaf {
    let path: String
    let text: String
    let start: Int
    let end: Int
  }

  /// Every value that is written out, by its keys and numbers.
  private static func leaves(of document: Document) -> [Leaf] {
    guard let root = document.root else { return [] }
    var leaves: [Leaf] = []
    var open = [(root, "")]
    while let (node, path) = open.popLast() {
      let range = document.range(of: node)
      guard !document.isAlias(node) else { continue }
      if document.kind(of: node) == .scalar, range.start < range.end {
        leaves.append(Leaf(path: path, text: document.string(of: node), start: range.start, end: range.end))
      }
      for (key, value) in document.entries(of: node) { open.append((value, "\(path)/\(document.string(of: key))")) }
      for (number, item) in document.items(of: node).enumerated() { open.append((item, "\(path)/\(number)")) }
    }
    return leaves
  }
}

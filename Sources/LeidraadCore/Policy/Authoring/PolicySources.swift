internal import LocatedYAML

/// The files that a policy was read from, for those who work on it: what a policy says about itself is shown where it is written.
package struct PolicySources: Sendable {
  struct File: Sendable {
    let name: String
    let document: Document
    /// Of the policy itself, not of one that it extends.
    let isOwn: Bool

    /// The byte at which a line's column begins.
    func offset(line: Int, column: Int) -> Int {
      let bytes = document.bytes
      var (current, start) = (1, 0)
      for (index, byte) in bytes.enumerated() where current < line && byte == 0x0A {
        current += 1
        start = index + 1
      }
      var (offset, left) = (start, column - 1)
      while left > 0, offset < bytes.count {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        left -= 1
      }
      return offset
    }
  }

  let files: [File]

  /// A node with the document that it is a node of.
  struct Place {
    let file: File
    let node: NodeID

    var location: Location { file.document.location(of: node, in: file.name) }

    subscript(key: String) -> Place? {
      file.document.value(forKey: key, in: node).map { Place(file: file, node: $0.value) }
    }

    var items: [Place] { file.document.items(of: node).map { Place(file: file, node: $0) } }
  }

  init(_ files: [File] = []) { self.files = files }

  /// Whether a place is in the policy itself, not in one that it extends.
  package func isOwn(_ place: PolicyPlace) -> Bool { files.contains { $0.name == place.file && $0.isOwn } }

  /// A place that was kept, as something to show; from its column to the end of the word that stands there.
  package func location(_ place: PolicyPlace) -> Location {
    guard let file = files.first(where: { $0.name == place.file }) else { return .whole(place.file) }
    let line = file.document.line(at: place.line)
    let word = line.unicodeScalars.dropFirst(place.column - 1).prefix { !" :,{}[]".unicodeScalars.contains($0) }.count
    // A place keeps no offset, but diagnostics are sorted by it.
    let offset = file.offset(line: place.line, column: place.column)
    let start = SourcePosition(line: place.line, column: place.column, offset: offset)
    let end = SourcePosition(line: place.line, column: place.column + max(1, word), offset: offset + max(1, word))
    return Location(file: place.file, start: start, end: end, excerpt: String(line.prefix(400)))
  }

  /// What is written under a recommendation's id.
  func recommendation(_ recommendation: Recommendation) -> Place? {
    guard let root = root(recommendation.place) else { return nil }
    if let id = root["recommendation"], id.file.document.isText(id.node, equalTo: recommendation.id) { return root }
    return root["recommendations"]?[recommendation.id]
  }

  /// What is written under a control's id.
  func control(_ control: Control) -> Place? { entry(control.id, in: "controls", control.place) }

  /// What is written under a rule's id.
  func rule(_ rule: Rule) -> Place? { entry(rule.id, in: "rules", rule.place) }

  private func root(_ place: PolicyPlace) -> Place? {
    guard let file = files.first(where: { $0.name == place.file }), let root = file.document.root else { return nil }
    return Place(file: file, node: root)
  }

  private func entry(_ id: String, in key: String, _ place: PolicyPlace) -> Place? {
    guard let root = root(place) else { return nil }
    if let found = root[key]?[id] { return found }
    guard let parts = root["recommendations"] else { return nil }
    for (_, value) in parts.file.document.entries(of: parts.node) {
      if let found = Place(file: parts.file, node: value)[key]?[id] { return found }
    }
    return nil
  }
}

/// A handle to a node of one document.
package struct NodeID: Hashable, Sendable {
  /// The node's place in its document's arena, which is the order of the file.
  package let index: Int32

  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  var position: Int { Int(index) }
}

/// A YAML file as located nodes: immutable, flat, and without a String or an object a node.
///
/// An alias is a node of its own range that answers for its target in kind, style, text, entries and items.
package struct Document: Sendable {
  /// The file's bytes as UTF-8, a byte order mark included; all ranges are offsets into them.
  package var bytes: [UInt8] { lines.bytes }
  let records: [Record]
  /// The values that do not stand in the file as they are: escaped, folded, over several lines.
  let scratch: [UInt8]
  let lines: LineTable

  init(bytes: [UInt8], wide: [UInt32], records: [Record], scratch: [UInt8]) {
    lines = LineTable(bytes, wide: wide)
    self.records = records
    self.scratch = scratch
  }

  /// What a node is.
  package enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

  /// How a node is written: the first five are scalars', the last two collections'.
  package enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }

  /// The node everything hangs from; nil for a file of nothing but comments.
  package var root: NodeID? { records.isEmpty ? nil : NodeID(0) }

  /// How many nodes there are.
  package var nodeCount: Int { records.count }

  /// What the node is; an alias answers for its target.
  package func kind(of node: NodeID) -> Kind { records[resolve(node)].kind }

  /// How the node is written; an alias answers for its target.
  package func style(of node: NodeID) -> Style { records[resolve(node)].style }

  /// Whether the node is written as `*name`.
  package func isAlias(_ node: NodeID) -> Bool { records[node.position].isAlias }

  /// Where the node is written, without its anchor and tag.
  ///
  /// Of an alias it is the `*name`, of an empty value the point where it would stand, of a block collection everything from its first key
  /// (or that key's anchor) or dash to the end of its last content.
  package func range(of node: NodeID) -> SourceRange {
    let record = records[node.position]
    return SourceRange(start: Int(record.start), end: Int(record.end))
  }

  /// A scalar's value in UTF-8, without a copy; empty for a collection.
  package func text(of node: NodeID) -> ArraySlice<UInt8> {
    let record = records[resolve(node)]
    guard record.kind == .scalar, !record.isAlias else { return [] }
    return record.isInScratch ? scratch[record.textRange] : bytes[record.textRange]
  }

  /// A scalar's value as a String; empty for a collection.
  package func string(of node: NodeID) -> String { String(decoding: text(of: node), as: UTF8.self) }

  /// Whether the node is a scalar of exactly these bytes; nothing is allocated.
  package func isText(_ node: NodeID, equalTo other: some Collection<UInt8>) -> Bool {
    kind(of: node) == .scalar && text(of: node).elementsEqual(other)
  }

  /// Whether the node is a scalar of exactly these bytes; nothing is allocated. "é" in one and two scalars are different texts here.
  package func isText(_ node: NodeID, equalTo other: String) -> Bool {
    guard kind(of: node) == .scalar else { return false }
    let bytes = text(of: node)
    return bytes.count == other.utf8.count && bytes.elementsEqual(other.utf8)
  }

  /// Whether the node is a scalar of exactly these bytes; nothing is allocated.
  package func isText(_ node: NodeID, equalTo other: StaticString) -> Bool {
    guard kind(of: node) == .scalar else { return false }
    let bytes = text(of: node)
    return other.withUTF8Buffer { $0.count == bytes.count && bytes.elementsEqual($0) }
  }

  /// A mapping's keys and values in the order of the file; empty for other kinds.
  package func entries(of node: NodeID) -> Entries {
    let index = resolve(node)
    return Entries(records: records, child: index + 1, end: records[index].kind == .mapping ? Int(records[index].first) : 0)
  }

  /// A sequence's items in the order of the file; empty for other kinds.
  package func items(of node: NodeID) -> Items {
    let index = resolve(node)
    return Items(records: records, child: index + 1, end: records[index].kind == .sequence ? Int(records[index].first) : 0)
  }

  /// The number of a mapping's entries or a sequence's items; 0 for a scalar.
  package func count(of node: NodeID) -> Int {
    let record = records[resolve(node)]
    return record.kind == .scalar ? 0 : Int(record.count)
  }

  /// The first entry of a mapping whose key is exactly this text; nil if there is none or the node is no mapping.
  package func value(forKey key: String, in node: NodeID) -> (key: NodeID, value: NodeID)? {
    for entry in entries(of: node) where isText(entry.key, equalTo: key) { return entry }
    return nil
  }

  /// The line and column of a byte offset; an offset outside the file is taken to the nearest end.
  package func position(at offset: Int) -> SourcePosition { lines.position(at: offset) }

  /// The number of the line that holds a byte offset.
  package func lineNumber(at offset: Int) -> Int { lines.number(at: offset) }

  /// The byte offset of a line and column that are there, both from 1.
  package func offset(line: Int, column: Int) -> Int { lines.offset(line: line, column: column) }

  /// The text of a line, from 1, without its end, of a very long one its beginning; empty for a line that is not there.
  package func line(at number: Int) -> String { lines.text(of: number) }

  private func resolve(_ node: NodeID) -> Int {
    let record = records[node.position]
    return record.isAlias ? Int(record.first) : node.position
  }
}

/// The keys and values of one mapping, in order.
package struct Entries: Sequence, IteratorProtocol, Sendable {
  let records: [Record]
  var child: Int
  let end: Int

  /// The next key and its value.
  package mutating func next() -> (key: NodeID, value: NodeID)? {
    guard child < end else { return nil }
    let key = child
    let value = records[key].next(after: key)
    guard value < end else { return nil }
    child = records[value].next(after: value)
    return (NodeID(key), NodeID(value))
  }
}

/// The items of one sequence, in order.
package struct Items: Sequence, IteratorProtocol, Sendable {
  let records: [Record]
  var child: Int
  let end: Int

  /// The next item.
  package mutating func next() -> NodeID? {
    guard child < end else { return nil }
    let item = child
    child = records[item].next(after: item)
    return NodeID(item)
  }
}

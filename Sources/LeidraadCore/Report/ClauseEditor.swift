internal import LocatedYAML

/// Makes the changes to one file that put a clause in.
struct ClauseEditor {
  let document: Document
  let file: String
  let writer: YAMLWriter
  /// As the file ends its first line.
  private let lineEnd: String
  /// Where nearly all clauses go; nil where the file is not a block of keys.
  private let endOfFile: Insertion?

  /// The place behind all that a mapping or sequence has.
  private struct Insertion {
    let location: Location
    let indentation: Int
    /// Whether the place is at the beginning of a line, not at the end of one.
    let beginsLine: Bool
  }

  init(document: Document, file: String, writer: YAMLWriter) {
    self.document = document
    self.file = file
    self.writer = writer
    let end = document.bytes.firstIndex(of: 0x0A)
    lineEnd = end.map { $0 > 0 && document.bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    endOfFile = document.root.flatMap { Self.end(of: $0, document, file) }
  }

  /// Puts passages in at the top of the file's mapping.
  func put(_ passages: [Passage]) -> [Clause.Edit] {
    guard let root = document.root, document.kind(of: root) == .mapping else { return [] }
    return put(passages, into: root)
  }

  /// Puts entries into an item of a list.
  func complete(_ item: NodeID, with entries: [ExampleValue.Entry]) -> [Clause.Edit] {
    // What stands somewhere else is not changed from here.
    if document.isAlias(item) { return [] }
    switch document.kind(of: item) {
    case .mapping: return put(entries.map { Passage($0.key, $0.value) }, into: item)
    case .sequence: return []
    case .scalar:
      let range = document.range(of: item)
      guard range.start == range.end else { return [] }
      let needsSpace = range.start > 0 && document.bytes[range.start - 1] == 0x2D
      return [edit(at: range.start, range.end, (needsSpace ? " " : "") + writer.flow(.map(entries)), indentation: 0)]
    }
  }

  private func put(_ passages: [Passage], into mapping: NodeID) -> [Clause.Edit] {
    var edits: [Clause.Edit] = []
    var new: [Passage] = []
    for passage in passages {
      if let existing = document.value(forKey: passage.key, in: mapping) {
        edits += merge(passage, key: existing.key, into: existing.value, mapping: mapping)
      } else {
        new.append(passage)
      }
    }
    if !new.isEmpty { edits.append(insert(new, into: mapping)) }
    return edits
  }

  private func merge(_ passage: Passage, key: NodeID, into node: NodeID, mapping: NodeID) -> [Clause.Edit] {
    let kind = document.kind(of: node)
    if kind != .scalar, document.isAlias(node) || document.count(of: node) > 0 {
      // What is given elsewhere, or is a group where something else belongs, is not written over.
      guard !document.isAlias(node) else { return [] }
      if kind == .mapping, let parts = passage.parts { return put(parts, into: node) }
      if kind == .sequence, case .list(let items) = passage.value { return append(items, to: node) }
      return []
    }
    return [replace(node, key: key, with: passage, mapping: mapping)]
  }

  /// Items that the sequence does not have; an item with a key that it has is merged into that one.
  private func append(_ items: [ExampleValue], to sequence: NodeID) -> [Clause.Edit] {
    var edits: [Clause.Edit] = []
    var new: [ExampleValue] = []
    for item in items {
      if let existing = document.items(of: sequence).first(where: { names($0, item) }) {
        if let parts = Passage("", item).parts { edits += put(parts, into: existing) }
      } else {
        new.append(item)
      }
    }
    guard !new.isEmpty, let last = document.items(of: sequence).reversed().first else { return edits }
    if document.style(of: sequence) == .flow {
      let end = document.range(of: last).end
      return edits + [edit(at: end, end, ", " + new.map(writer.flow).joined(separator: ", "), indentation: 0)]
    }
    let column = document.position(at: document.range(of: sequence).start).column - 1
    let insertion = Self.insertion(after: document.range(of: last).end, indentation: column, document, file)
    return edits + [insert(writer.text(items: new, indentation: column), at: insertion)]
  }

  private func names(_ node: NodeID, _ item: ExampleValue) -> Bool {
    switch item {
    case .scalar(let text): return document.kind(of: node) == .scalar && document.string(of: node) == text
    case .text(let text): return document.kind(of: node) == .scalar && text.texts.contains { $0.text == document.string(of: node) }
    case .list: return false
    case .map(let entries):
      guard let first = entries.first, let value = document.value(forKey: first.key, in: node)?.value else { return false }
      return names(value, first.value)
    }
  }

  private func insert(_ passages: [Passage], into mapping: NodeID) -> Clause.Edit {
    guard let end = mapping == document.root ? endOfFile : Self.end(of: mapping, document, file) else {
      // `{a: b}` and `{}`: before the closing brace.
      let range = document.range(of: mapping)
      let text = passages.map { "\(writer.scalar($0.key, inFlow: true)): \(writer.flow($0.value))" }.joined(separator: ", ")
      let lastEnd = document.entries(of: mapping).reversed().first.map { document.range(of: $0.value).end }
      let place = lastEnd ?? max(range.start, range.end - 1)
      let comma = document.bytes[..<place].last == 0x3A ? " , " : ", "
      return edit(at: place, place, lastEnd == nil ? text : comma + text, indentation: 0)
    }
    var text = ""
    for passage in passages { text += passage.text(writer, indentation: end.indentation) }
    return insert(text, at: end)
  }

  /// Where a mapping ends that is written as a block; nil for another.
  private static func end(of mapping: NodeID, _ document: Document, _ file: String) -> Insertion? {
    guard document.kind(of: mapping) == .mapping, document.style(of: mapping) != .flow,
      let last = document.entries(of: mapping).reversed().first
    else { return nil }
    return insertion(
      after: max(document.range(of: last.value).end, document.range(of: last.key).end), indentation: indentation(of: mapping, document),
      document, file)
  }

  /// Behind the line in which something ends, so that a comment behind it stays where it is.
  private static func insertion(after offset: Int, indentation: Int, _ document: Document, _ file: String) -> Insertion {
    var end = offset
    // A block scalar ends behind its line break.
    let beginsLine = end > 0 && end <= document.bytes.count && document.bytes[end - 1] == 0x0A
    if !beginsLine {
      while end < document.bytes.count, document.bytes[end] != 0x0A, document.bytes[end] != 0x0D { end += 1 }
    }
    return Insertion(
      location: document.location(SourceRange(start: end, end: end), in: file), indentation: indentation, beginsLine: beginsLine)
  }

  /// Whole lines, each with its end.
  private func insert(_ lines: String, at place: Insertion) -> Clause.Edit {
    Clause.Edit(
      location: place.location, text: asInFile(place.beginsLine ? lines : behindLine(lines)), indentation: place.indentation)
  }

  /// Whole lines as they stand behind a line: each begins with an end instead of having one.
  private func behindLine(_ lines: String) -> String {
    var text = "\n"
    text += lines
    text.removeLast()
    return text
  }

  private func asInFile(_ lines: String) -> String {
    lineEnd == "\n" ? lines : lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
  }

  private func replace(_ node: NodeID, key: NodeID, with passage: Passage, mapping: NodeID) -> Clause.Edit {
    let range = document.range(of: node)
    let indentation = Self.indentation(of: mapping, document)
    let isFlow = document.style(of: mapping) == .flow
    if let line = isFlow ? writer.flow(passage.value) : passage.inline(writer, indentation: indentation) {
      return edit(at: range.start, range.end, opening(range, after: key) + line, indentation: 0)
    }
    let lines =
      switch passage.value {
      case .map(let entries): writer.text(entries, indentation: indentation + 2)
      case .list(let items): writer.text(items: items, indentation: indentation + 2)
      case .scalar, .text: ""
      }
    // Lines begin right behind the colon, so that no space is left there.
    var start = range.start
    while start > 0, document.bytes[start - 1] == 0x20 { start -= 1 }
    return edit(at: start, range.end, asInFile(behindLine(lines)), indentation: indentation + 2)
  }

  /// What must stand before a value that takes the place of nothing: behind a colon a space, behind a key alone (`{key}`) the colon too.
  private func opening(_ range: SourceRange, after key: NodeID) -> String {
    guard range.start == range.end, range.start > 0 else { return "" }
    let keyEnd = document.range(of: key).end
    if keyEnd <= range.start, !document.bytes[keyEnd..<range.start].contains(0x3A) { return ": " }
    return document.bytes[range.start - 1] == 0x3A ? " " : ""
  }

  private static func indentation(of mapping: NodeID, _ document: Document) -> Int {
    let start =
      document.entries(of: mapping).first { _ in true }.map { document.range(of: $0.key).start } ?? document.range(of: mapping).start
    return document.position(at: start).column - 1
  }

  private func edit(at start: Int, _ end: Int, _ text: String, indentation: Int) -> Clause.Edit {
    Clause.Edit(location: document.location(SourceRange(start: start, end: end), in: file), text: text, indentation: indentation)
  }
}

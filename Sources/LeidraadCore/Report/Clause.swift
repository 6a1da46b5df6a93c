internal import LocatedYAML

/// What a gap tells people to write: the control's example as far as the guideline lacks it, to read and to paste.
package struct Clause: Sendable, Hashable {
  /// The YAML by path from the top, without line ends: for people.
  package let lines: [String]
  /// The changes to the file that put it in: for tools.
  package let edits: [Edit]

  /// Replaces a stretch of the file; empty where something is inserted.
  package struct Edit: Sendable, Hashable {
    package let location: Location
    package let text: String
    /// How far the first line of what is inserted is indented, in spaces.
    package let indentation: Int
  }
}

/// Makes clauses for one guideline.
struct ClauseBuilder {
  let policy: Policy
  let guideline: Guideline
  let writer: YAMLWriter

  private var document: Document { guideline.document }

  init(policy: Policy, guideline: Guideline, language: Language) {
    self.policy = policy
    self.guideline = guideline
    writer = YAMLWriter(language: language)
  }

  /// The clause for a control's gaps; nil where its examples show nothing that would help.
  func clause(for control: Control, gaps: [Gap]) -> Clause? {
    guard let example = control.firstMet else { return nil }
    var wanted = ExampleValue.map([])
    var edits: [Clause.Edit] = []
    var root = Additions()
    for gap in gaps {
      let field = policy.fields[gap.field]
      guard let value = example.value(at: [policy.sections[field.section].id, field.name]) else { continue }
      guard let item = gap.item, let itemField = gap.itemField else {
        // A date, a number or a yes or no that is given is a fact: an example must not stand in its place.
        if guideline.answers[gap.field].state == .given, [.date, .number, .flag].contains(field.kind) { continue }
        let part = lacking(value, field, guideline.answers[gap.field])
        wanted = wanted.merged(with: nested([policy.sections[field.section].id, field.name], part), fields: policy)
        root.add(part, to: field, section: policy.sections[field.section].id)
        continue
      }
      let name = field.items[itemField].name
      let present = guideline.answer(itemField, of: guideline.items[item])
      if present.state == .given, [.date, .number, .flag].contains(field.items[itemField].kind) { continue }
      guard case .list(let items) = value, let part = items.lazy.compactMap({ $0.value(at: [name]) }).first else { continue }
      var entry = [ExampleValue.Entry(key: name, value: part)]
      if let key = keyEntry(of: item, in: field), key.key != name { entry.insert(key, at: 0) }
      wanted = wanted.merged(with: nested([policy.sections[field.section].id, field.name], .list([.map(entry)])), fields: policy)
      edits += put([ExampleValue.Entry(key: name, value: part)], into: guideline.items[item].node)
    }
    guard case .map(let entries) = wanted, !entries.isEmpty else { return nil }
    edits += put(root.entries)
    return Clause(lines: writer.lines(entries), edits: edits.sorted { $0.location.start.offset < $1.location.start.offset })
  }

  /// What is to be put into sections, in the order found.
  private struct Additions {
    var entries: [ExampleValue.Entry] = []

    mutating func add(_ value: ExampleValue, to field: Field, section: String) {
      let entry = ExampleValue.Entry(key: field.name, value: value)
      guard let index = entries.firstIndex(where: { $0.key == section }), case .map(let fields) = entries[index].value else {
        entries.append(ExampleValue.Entry(key: section, value: .map([entry])))
        return
      }
      if !fields.contains(where: { $0.key == field.name }) {
        entries[index] = ExampleValue.Entry(key: section, value: .map(fields + [entry]))
      }
    }
  }

  private func nested(_ path: [String], _ value: ExampleValue) -> ExampleValue {
    path.reversed().reduce(value) { .map([ExampleValue.Entry(key: $1, value: $0)]) }
  }

  /// Of a set that is partly there, what is missing; of a list the items that are not there.
  private func lacking(_ value: ExampleValue, _ field: Field, _ answer: Guideline.Answer) -> ExampleValue {
    guard answer.state == .given, case .list(let items) = value else { return value }
    switch field.kind {
    case .choices:
      // All that is there and all that is missing: a whole answer to copy.
      let present = field.options.indices.filter { answer.bits >> UInt64($0) & 1 == 1 }.map { ExampleValue.scalar(field.options[$0].id) }
      return .list(present + items.filter { !present.contains($0) })
    case .list:
      // Of a list only the items that it does not have by their key.
      let keys = guideline.items(of: answer).compactMap { item -> String? in
        let key = guideline.answer(0, of: item)
        return key.state == .given ? guideline.text(key) : nil
      }
      let new = items.filter { item in
        guard case .map(let entries) = item, case .scalar(let key)? = entries.first?.value else { return true }
        return !keys.contains(key)
      }
      return .list(new.isEmpty ? items : new)
    case .texts, .text, .flag, .choice, .number, .date, .period, .link: return value
    }
  }

  /// The entry that names an item, as the guideline writes it.
  private func keyEntry(of item: Int, in field: Field) -> ExampleValue.Entry? {
    let answer = guideline.answer(0, of: guideline.items[item])
    guard answer.state == .given, let node = answer.node, document.kind(of: node) == .scalar, let key = field.items.first else { return nil }
    return ExampleValue.Entry(key: key.name, value: .scalar(document.string(of: node)))
  }

  // MARK: Edits

  /// Puts entries in at the top of the file's mapping.
  private func put(_ entries: [ExampleValue.Entry]) -> [Clause.Edit] {
    guard let root = document.root, document.kind(of: root) == .mapping else { return [] }
    return put(entries, into: root)
  }

  private func put(_ entries: [ExampleValue.Entry], into mapping: NodeID) -> [Clause.Edit] {
    var edits: [Clause.Edit] = []
    var new: [ExampleValue.Entry] = []
    for entry in entries {
      if let existing = document.value(forKey: entry.key, in: mapping) {
        edits += merge(entry, key: existing.key, into: existing.value, mapping: mapping)
      } else {
        new.append(entry)
      }
    }
    if !new.isEmpty { edits.append(insert(new, into: mapping)) }
    return edits
  }

  private func merge(_ entry: ExampleValue.Entry, key: NodeID, into node: NodeID, mapping: NodeID) -> [Clause.Edit] {
    switch (entry.value, document.kind(of: node)) {
    case (.map(let entries), .mapping) where document.count(of: node) > 0 && !document.isAlias(node): return put(entries, into: node)
    case (.list(let items), .sequence) where document.count(of: node) > 0 && !document.isAlias(node):
      return append(items, to: node)
    default: return [replace(node, with: entry.value, indentation: indentation(of: mapping))]
    }
  }

  /// Items that the sequence does not have; an item with a key that it has is merged into that one.
  private func append(_ items: [ExampleValue], to sequence: NodeID) -> [Clause.Edit] {
    var edits: [Clause.Edit] = []
    var new: [ExampleValue] = []
    for item in items {
      if let existing = document.items(of: sequence).first(where: { names($0, item) }) {
        if case .map(let entries) = item { edits += put(entries, into: existing) }
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
    return edits + [insertLines(new.flatMap { writer.items($0, indentation: column) }, after: document.range(of: last).end, indentation: column)]
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

  private func insert(_ entries: [ExampleValue.Entry], into mapping: NodeID) -> Clause.Edit {
    guard document.style(of: mapping) != .flow, let last = document.entries(of: mapping).reversed().first else {
      // `{a: b}` and `{}`: before the closing brace.
      let range = document.range(of: mapping)
      let text = entries.map { "\(writer.scalar($0.key, inFlow: true)): \(writer.flow($0.value))" }.joined(separator: ", ")
      let lastEnd = document.entries(of: mapping).reversed().first.map { document.range(of: $0.value).end }
      let place = lastEnd ?? max(range.start, range.end - 1)
      return edit(at: place, place, lastEnd == nil ? text : ", " + text, indentation: 0)
    }
    let indentation = indentation(of: mapping)
    return insertLines(
      writer.lines(entries, indentation: indentation), after: max(document.range(of: last.value).end, document.range(of: last.key).end),
      indentation: indentation)
  }

  /// Whole lines after the line in which something ends, so that a comment behind it stays where it is.
  private func insertLines(_ lines: [String], after offset: Int, indentation: Int) -> Clause.Edit {
    var end = offset
    // A block scalar ends behind its line break.
    if end > 0, end <= document.bytes.count, document.bytes[end - 1] == 0x0A {
      return edit(at: end, end, lines.map { $0 + "\n" }.joined(), indentation: indentation)
    }
    while end < document.bytes.count, document.bytes[end] != 0x0A, document.bytes[end] != 0x0D { end += 1 }
    return edit(at: end, end, lines.map { "\n" + $0 }.joined(), indentation: indentation)
  }

  private func replace(_ node: NodeID, with value: ExampleValue, indentation: Int) -> Clause.Edit {
    let range = document.range(of: node)
    if let inline = writer.inline(value, room: 100 - indentation) {
      // An empty value stands right behind its colon.
      let needsSpace = range.start == range.end && range.start > 0 && document.bytes[range.start - 1] == 0x3A
      return edit(at: range.start, range.end, needsSpace ? " " + inline : inline, indentation: 0)
    }
    let lines: [String]
    switch value {
    case .map(let entries): lines = writer.lines(entries, indentation: indentation + 2)
    case .list(let items): lines = items.flatMap { writer.items($0, indentation: indentation + 2) }
    case .scalar, .text: lines = []
    }
    return edit(at: range.start, range.end, lines.map { "\n" + $0 }.joined(), indentation: indentation + 2)
  }

  private func indentation(of mapping: NodeID) -> Int {
    let start = document.entries(of: mapping).first { _ in true }.map { document.range(of: $0.key).start } ?? document.range(of: mapping).start
    return document.position(at: start).column - 1
  }

  private func edit(at start: Int, _ end: Int, _ text: String, indentation: Int) -> Clause.Edit {
    Clause.Edit(location: document.location(SourceRange(start: start, end: end), in: guideline.file), text: text, indentation: indentation)
  }
}

extension ExampleValue {
  /// The value at a path of keys.
  func value(at path: [String]) -> ExampleValue? {
    guard let key = path.first else { return self }
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value.value(at: Array(path.dropFirst()))
  }
}

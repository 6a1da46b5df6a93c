internal import LocatedYAML

/// What a gap tells people to write: the control's example as far as the guideline lacks it, to read and to paste.
package struct Clause: Sendable, Hashable {
  /// The YAML by path from the top, each line with its end: for people.
  package let yaml: String
  /// The changes to the file that put it in: for tools.
  package let edits: [Edit]

  /// The YAML line by line, without ends.
  package var lines: [String] { yaml.utf8.split(separator: 0x0A).map { String($0) ?? "" } }

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
  private let editor: ClauseEditor

  init(policy: Policy, guideline: Guideline, language: Language) {
    self.policy = policy
    self.guideline = guideline
    writer = YAMLWriter(language: language)
    editor = ClauseEditor(document: guideline.document, file: guideline.file, writer: writer)
  }

  /// What is to be written about one field.
  private struct Part {
    /// For people.
    var shown: Passage?
    /// To be put in at the field; nil where `edits` say it all, or where nothing of one's own may be written over.
    var added: Passage?
    /// To items that are there.
    var edits: [Clause.Edit] = []
  }

  /// The clause for a control's gaps, all that the example has and the guideline lacks; nil where its examples show nothing that would help.
  ///
  /// - Parameter gaps: Those behind guards that are still open too: what is given is written over only where it falls short itself.
  func clause(for control: Int, _ template: ClauseTemplate?, gaps: [Gap]) -> Clause? {
    guard let template, template.helps(gaps) else { return nil }
    var yaml = ""
    var added: [Passage] = []
    var edits: [Clause.Edit] = []
    for section in template.sections {
      let parts = section.fields.map { part($0, gaps, control) }
      let shown = parts.compactMap(\.shown)
      let addedFields = parts.compactMap(\.added)
      if !shown.isEmpty { yaml += Passage(section.id, parts: shown, heading: section.heading).text(writer, indentation: 0) }
      if !addedFields.isEmpty { added.append(Passage(section.id, parts: addedFields, heading: section.heading)) }
      for part in parts { edits += part.edits }
    }
    guard !yaml.isEmpty else { return nil }
    edits += editor.put(added)
    if edits.count > 1 {
      // At one place what belongs to an item comes before what follows it, as it was made.
      edits = edits.enumerated().sorted {
        ($0.element.location.start.offset, $0.offset) < ($1.element.location.start.offset, $1.offset)
      }.map(\.element)
    }
    return Clause(yaml: yaml, edits: edits)
  }

  private func part(_ field: ClauseTemplate.Field, _ gaps: [Gap], _ control: Int) -> Part {
    let answer = guideline.answers[field.index]
    let whole = field.passage
    switch answer.state {
    case .open: return Part(shown: whole, added: isOwnText(answer) ? nil : whole)
    // An honest no stays where nothing asks for more.
    case .notArranged: return gaps.contains { $0.field == field.index } ? Part(shown: whole, added: whole) : Part()
    case .given: break
    }
    let gaps = gaps.filter { $0.field == field.index }
    guard !gaps.isEmpty else { return Part() }
    switch policy.fields[field.index].kind {
    // These are facts: an example must not stand in their place.
    case .date, .number, .flag: return Part()
    case .text, .link, .period, .choice, .texts: return Part(shown: whole, added: whole)
    case .choices: return choices(field, answer, unwanted: policy.controls[control].check.reduce(0) { $0 | $1.excluded(from: field.index) })
    case .list: return items(field, gaps)
    }
  }

  /// Whether somebody wrote something there that could not be read as an answer.
  private func isOwnText(_ answer: Guideline.Answer) -> Bool {
    guard let node = answer.node, guideline.document.kind(of: node) == .scalar else { return false }
    let text = trimmedBytes(guideline.document.text(of: node))
    return !text.isEmpty && !Filler.isFiller(text) && !["null", "not-arranged"].contains { $0.utf8.elementsEqual(text) }
  }

  /// All that is there and all that is missing: a whole answer to copy. What must not be there is left out, and is for a person to take away.
  private func choices(_ template: ClauseTemplate.Field, _ answer: Guideline.Answer, unwanted: UInt64) -> Part {
    guard case .list(let items) = template.value else { return Part(shown: template.passage, added: template.passage) }
    let field = policy.fields[template.index]
    let kept = answer.bits & ~unwanted
    let present = field.options.indices.filter { kept >> UInt64($0) & 1 == 1 }.map { ExampleValue.scalar(field.options[$0].id) }
    let all = Passage(ready: field.name, .list(present + items.filter { !present.contains($0) }), writer)
    return Part(shown: all, added: kept == answer.bits ? all : nil)
  }

  // MARK: Lists

  /// Of a list the items that it does not have by their key, and what the others lack.
  private func items(_ template: ClauseTemplate.Field, _ gaps: [Gap]) -> Part {
    guard case .list(let examples) = template.value else { return Part() }
    let field = policy.fields[template.index]
    let answer = guideline.answers[template.index]
    let keys = (0..<Int(answer.count)).map { key(of: Int(answer.first) + $0) }
    let isAsked = gaps.contains { $0.item == nil }
    let new = isAsked ? examples.filter { example in keyText(example).map { !keys.contains($0) } ?? true } : []
    var unused = examples.filter { example in keyText(example).map { !keys.contains($0) } ?? false }
    var part = Part()
    var shown: [ExampleValue] = []
    for (offset, key) in keys.enumerated() {
      let item = Int(answer.first) + offset
      var asked = Set(gaps.filter { $0.item == item }.compactMap(\.itemField))
      var example = key.flatMap { key in examples.first { keyText($0) == key } }
      if isAsked, let example { asked.formUnion(lacking(example, item, field, replacesChoices: new.isEmpty)) }
      if key == nil, !asked.isEmpty, !unused.isEmpty { example = unused.removeFirst() }
      let entries = entries(asked, item, field, from: (example.map { [$0] } ?? []) + examples)
      guard !entries.isEmpty else { continue }
      shown.append(.map((keyEntry(of: item, in: field).map { [$0] } ?? []) + entries))
      part.edits += editor.complete(guideline.items[item].node, with: entries)
    }
    if !new.isEmpty { part.added = Passage(ready: field.name, .list(new), writer) }
    if !shown.isEmpty || !new.isEmpty { part.shown = shown.isEmpty ? part.added : Passage(field.name, .list(shown + new)) }
    return part
  }

  /// The fields that an example's item has and the guideline's own does not.
  private func lacking(_ example: ExampleValue, _ item: Int, _ field: Field, replacesChoices: Bool) -> [Int] {
    field.items.indices.filter { index in
      guard let value = example.value(at: [field.items[index].name]) else { return false }
      let answer = guideline.answer(index, of: guideline.items[item])
      guard answer.state == .given else { return true }
      guard replacesChoices, field.items[index].kind == .choice, case .scalar(let option) = value else { return false }
      return field.items[index].option(option) != answer.number
    }
  }

  /// What is to be written into one item. Its own key and the facts that it gives stay.
  private func entries(_ asked: Set<Int>, _ item: Int, _ field: Field, from examples: [ExampleValue]) -> [ExampleValue.Entry] {
    asked.sorted().compactMap { index in
      let answer = guideline.answer(index, of: guideline.items[item])
      if answer.state == .given, index == 0 || [.date, .number, .flag].contains(field.items[index].kind) { return nil }
      let name = field.items[index].name
      return examples.lazy.compactMap { $0.value(at: [name]) }.first.map { ExampleValue.Entry(key: name, value: $0) }
    }
  }

  private func key(of item: Int) -> String? {
    let answer = guideline.answer(0, of: guideline.items[item])
    return answer.state == .given ? guideline.text(answer) : nil
  }

  private func keyText(_ example: ExampleValue) -> String? {
    guard case .map(let entries) = example else { return nil }
    switch entries.first?.value {
    case .scalar(let text): return text
    case .text(let text): return text[writer.language]
    case .list, .map, nil: return nil
    }
  }

  /// The entry that names an item, as the guideline writes it; nil where that is somebody's personal data.
  private func keyEntry(of item: Int, in field: Field) -> ExampleValue.Entry? {
    guard let key = field.items.first, !key.isPersonal, let text = self.key(of: item) else { return nil }
    return ExampleValue.Entry(key: key.name, value: .scalar(text))
  }
}

extension Criterion {
  /// The options of a field that must not be among its values.
  fileprivate func excluded(from field: Int) -> UInt64 {
    switch self {
    case .test(let test):
      guard test.field.index == field, case .excludes(let options) = test.comparison else { return 0 }
      return options
    case .all(let parts), .any(let parts): return parts.reduce(0) { $0 | $1.excluded(from: field) }
    case .guarded(let part, _): return part.excluded(from: field)
    case .each, .not, .unmet: return 0
    }
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

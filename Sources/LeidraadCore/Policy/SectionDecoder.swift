internal import LocatedYAML

/// `sections/*.yaml`: what a guideline may declare.
extension PolicyBuilder {
  private static let sectionKeys = ["section", "label", "help", "fields"]
  private static let fieldKeys = [
    "kind", "label", "help", "example", "sentence", "sentence-false", "options", "fields", "unit", "min", "max", "personal", "scored",
    "may-be-empty",
  ]
  /// Keys that a guideline has of its own.
  static let reservedSections = ["leidraad", "policy", "language", "evidence", "decisions"]

  mutating func decodeSections(_ index: Int) {
    guard let head = layers[index].head else { return }
    if let node = head.entries["sections"] {
      let reader = layers[index].readers[head.reader]
      switch reader.document.kind(of: node) {
      case .mapping:
        for (key, value) in reader.document.entries(of: node) {
          decodeSection(reader.document.string(of: key), name: key, key: key, body: value, layer: index, reader: head.reader)
        }
      case .sequence, .scalar: decodeListed(node, isSection: true, layer: index)
      }
    } else if !layers[index].isOverlay {
      _ = layers[index].readers[head.reader].required("sections", in: head.entries, of: head.root, path: "")
    }
  }

  /// The parts that the head lists by id, each in a file of its own; a file that is not listed is an error.
  mutating func decodeListed(_ node: NodeID, isSection: Bool, layer index: Int) {
    guard let head = layers[index].head else { return }
    let name = isSection ? "sections" : "recommendations"
    var listed: Set<String> = []
    for item in layers[index].readers[head.reader].items(node, path: name) {
      guard let id = layers[index].readers[head.reader].string(item, path: name) else { continue }
      guard listed.insert(id).inserted else {
        layers[index].readers[head.reader].report(.duplicateID, Messages.duplicateID(id), at: item, path: name)
        continue
      }
      var parts = layers[index].parts.filter { $0.isSection == isSection && $0.id == id }
      if parts.isEmpty {
        let known = layers[index].parts.filter { $0.isSection == isSection }.map(\.id)
        layers[index].readers[head.reader].report(
          .unknownReference, PolicyMessages.noFile(id), help: nearest(to: id, among: known).map(Messages.didYouMean), at: item, path: name)
      }
      // Of several files the one that describes it comes first, whatever they are called.
      if let index = parts.firstIndex(where: { isDescribed($0, layer: index) }) { parts.insert(parts.remove(at: index), at: 0) }
      for part in parts {
        if isSection {
          decodeSection(part.id, name: part.name, key: part.root, body: part.root, layer: index, reader: part.reader)
        } else {
          decodeRecommendation(part.id, name: part.name, key: part.root, body: part.root, layer: index, reader: part.reader)
        }
      }
    }
    for part in layers[index].parts where part.isSection == isSection && !listed.contains(part.id) {
      layers[index].readers[part.reader].report(
        .invalidPolicy, PolicyMessages.unlisted(part.id, in: name), at: layers[index].readers[part.reader].start(of: part.root),
        path: part.id)
    }
  }

  private func isDescribed(_ part: Layer.Part, layer: Int) -> Bool {
    layers[layer].readers[part.reader].document.value(forKey: "title", in: part.root) != nil
  }

  private mutating func decodeSection(_ id: String, name: NodeID, key: NodeID, body: NodeID, layer index: Int, reader readerIndex: Int) {
    var reader = layers[index].readers[readerIndex]
    defer { layers[index].readers[readerIndex] = reader }
    guard let entries = reader.mapping(body, allowed: Self.sectionKeys, path: id) else { return }
    let existing = policy.section(id)
    if !Policy.isIdentifier(id) { reader.report(.wrongFormat, PolicyMessages.notAnIdentifier(id), at: name, path: id) }
    if Self.reservedSections.contains(id) { reader.report(.duplicateID, PolicyMessages.reserved(id), at: name, path: id) }
    if existing != nil, !layers[index].isOverlay {
      reader.report(.duplicateID, Messages.duplicateID(id), at: reader.start(of: body), path: id)
    }

    let section = existing ?? policy.sections.count
    if existing == nil {
      let label = reader.required("label", in: entries, of: body, path: id).flatMap {
        localizedText($0, &reader, path: joined(id, "label"))
      }
      let help = entries["help"].flatMap { localizedText($0, &reader, path: joined(id, "help")) }
      policy.sections.append(
        Policy.Section(id: id, label: label ?? LocalizedText(), help: help ?? LocalizedText(), place: reader.place(key)))
      if layers[index].isOverlay { tailor(index, .addedSection, id) }
    }
    guard let node = existing == nil ? reader.required("fields", in: entries, of: body, path: id) : entries["fields"],
      let fields = reader.anyMapping(node, path: id)
    else { return }
    for (name, key, value) in fields.all {
      let path = joined(id, name)
      if let known = policy.field(path) {
        extendField(known, value, &reader, layer: index)
      } else if let field = decodeField(name, key: key, body: value, section: section, path: path, isItem: false, &reader) {
        policy.fields.append(field)
        if layers[index].isOverlay, existing != nil { tailor(index, .addedField, path) }
      }
    }
  }

  mutating func tailor(_ layer: Int, _ change: Policy.Tailoring.Change, _ subject: String) {
    policy.tailoring.append(Policy.Tailoring(overlay: layers[layer].name, change: change, subject: subject))
  }

  /// An overlay may add options to a field that is there, and nothing else.
  private mutating func extendField(_ index: Int, _ body: NodeID, _ reader: inout NodeReader, layer: Int) {
    let path = policy.fields[index].path
    guard layers[layer].isOverlay, let entries = reader.mapping(body, allowed: ["options"], path: path) else {
      reader.report(.duplicateID, Messages.duplicateID(path), at: body, path: path)
      return
    }
    guard let node = entries["options"] else { return }
    for option in decodeOptions(node, &reader, path: path) {
      guard policy.fields[index].option(option.id) == nil else {
        reader.report(.duplicateID, Messages.duplicateID(option.id), at: node, path: path)
        continue
      }
      policy.fields[index].options.append(option)
      tailor(layer, .addedOption, "\(path): \(option.id)")
    }
  }

  // MARK: Fields

  private mutating func decodeField(
    _ name: String, key: NodeID, body: NodeID, section: Int, path: String, isItem: Bool, _ reader: inout NodeReader
  ) -> Field? {
    guard let entries = reader.mapping(body, allowed: Self.fieldKeys, path: path) else { return nil }
    if !Policy.isIdentifier(name) || name == "notes" {
      reader.report(.wrongFormat, PolicyMessages.notAnIdentifier(name), at: key, path: path)
    }
    let isBuiltIn = policy.sections[section].id == "organisation" && ["name", "kind", "id"].contains(name) && !isItem
    if isBuiltIn { reader.report(.duplicateID, PolicyMessages.reserved(path), at: key, path: path) }
    guard let kindNode = reader.required("kind", in: entries, of: body, path: path),
      let kind = reader.choice(kindNode, path: joined(path, "kind"), of: Field.Kind.self)
    else { return nil }
    if isItem, kind == .list { reader.report(.invalidPolicy, PolicyMessages.nestedList, at: kindNode, path: path) }
    let label = reader.required("label", in: entries, of: body, path: path).flatMap {
      localizedText($0, &reader, path: joined(path, "label"))
    }
    var field = Field(
      section: section, name: name, path: path, kind: kind, label: label ?? LocalizedText(), help: LocalizedText(),
      exampleStore: .written(nil),
      sentence: LocalizedText(), sentenceWhenFalse: LocalizedText(), options: [], items: [], unit: LocalizedText(), minimum: 0,
      maximum: nil,
      isPersonal: false, isScored: true, emptyMeaning: nil, isBuiltIn: false, place: reader.place(key))
    for (name, key, value) in entries.all { decode(name, key: key, value, into: &field, &reader) }
    checkShape(field, entries, body, &reader)
    return field
  }

  private mutating func decode(_ name: String, key: NodeID, _ value: NodeID, into field: inout Field, _ reader: inout NodeReader) {
    let path = joined(field.path, name)
    switch name {
    case "help": field.help = localizedText(value, &reader, path: path) ?? field.help
    case "sentence": field.sentence = localizedText(value, &reader, path: path) ?? field.sentence
    case "sentence-false": field.sentenceWhenFalse = localizedText(value, &reader, path: path) ?? field.sentenceWhenFalse
    case "unit": field.unit = localizedText(value, &reader, path: path) ?? field.unit
    case "may-be-empty": field.emptyMeaning = localizedText(value, &reader, path: path)
    case "example": field.example = example(value, reader)
    case "options": field.options = decodeOptions(value, &reader, path: field.path)
    case "min": field.minimum = reader.integer(value, path: path, in: -999_999...999_999) ?? field.minimum
    case "max": field.maximum = reader.integer(value, path: path, in: -999_999...999_999)
    case "personal": field.isPersonal = reader.flag(value, path: path) ?? false
    case "scored": field.isScored = reader.flag(value, path: path) ?? true
    case "fields":
      guard let entries = reader.anyMapping(value, path: field.path) else { return }
      for (name, key, value) in entries.all {
        let path = joined(field.path, name)
        if field.items.contains(where: { $0.name == name }) { reader.report(.duplicateID, Messages.duplicateID(name), at: key, path: path) }
        guard let item = decodeField(name, key: key, body: value, section: field.section, path: path, isItem: true, &reader) else {
          continue
        }
        field.items.append(item)
      }
    default: break
    }
  }

  /// Each key goes with some kinds alone, and some kinds cannot do without.
  private mutating func checkShape(_ field: Field, _ entries: NodeReader.Entries, _ body: NodeID, _ reader: inout NodeReader) {
    let takesOptions = field.kind == .choice || field.kind == .choices
    let belongs: [(key: String, isRight: Bool)] = [
      ("options", takesOptions), ("fields", field.kind == .list), ("unit", field.kind == .number), ("min", field.kind == .number),
      ("max", field.kind == .number), ("sentence-false", field.kind == .flag),
      ("may-be-empty", field.kind == .choices || field.kind == .texts || field.kind == .list),
    ]
    for (name, isRight) in belongs where !isRight {
      if let key = entries.key(name) {
        reader.report(.invalidPolicy, PolicyMessages.keyOfAnotherKind(name, field.kind), at: key, path: joined(field.path, name))
      }
    }
    if takesOptions, field.options.isEmpty {
      reader.report(.missingKey, Messages.missingKey("options"), at: reader.start(of: body), path: field.path)
    }
    if field.options.count > 64 {
      reader.report(.invalidPolicy, PolicyMessages.tooManyOptions, at: reader.start(of: body), path: field.path)
    }
    if field.kind == .list, field.items.isEmpty {
      reader.report(.missingKey, Messages.missingKey("fields"), at: reader.start(of: body), path: field.path)
    }
    if let key = field.items.first, key.kind == .texts {
      reader.report(.invalidPolicy, PolicyMessages.textsAsKey(key.name), at: reader.start(of: body), path: field.path)
    }
    if let maximum = field.maximum, maximum < field.minimum, let node = entries["max"] {
      reader.report(.invalidNumber, PolicyMessages.maximumBelowMinimum, at: node, path: joined(field.path, "max"))
    }
  }

  private mutating func decodeOptions(_ node: NodeID, _ reader: inout NodeReader, path: String) -> [Field.Option] {
    guard let entries = reader.anyMapping(node, path: path) else { return [] }
    return entries.all.map { id, key, value in
      checkOptionID(id, key, &reader, path: joined(path, id))
      return Field.Option(id: id, label: localizedText(value, &reader, path: joined(path, id)) ?? LocalizedText())
    }
  }

  /// A value of an example, as it is written.
  func example(_ node: NodeID, _ reader: NodeReader) -> ExampleValue {
    let document = reader.document
    switch document.kind(of: node) {
    case .scalar: return .scalar(document.string(of: node))
    case .sequence: return .list(document.items(of: node).map { example($0, reader) })
    case .mapping:
      let entries = document.entries(of: node).map { (document.string(of: $0.key), $0.value) }
      let isText =
        !entries.isEmpty && entries.allSatisfy { $0.0.utf8.count == 2 && document.kind(of: $0.1) == .scalar && Language(tag: $0.0) != nil }
      guard !isText else {
        return .text(
          LocalizedText(
            entries.compactMap { tag, value in
              Language(tag: tag).map { LocalizedText.Entry(language: $0, text: trimmed(document.string(of: value))) }
            }))
      }
      return .map(entries.map { ExampleValue.Entry(key: $0.0, value: example($0.1, reader)) })
    }
  }

  /// The fields that every policy has, and the regime, once all layers have been read.
  mutating func finishFields() {
    addBuiltInFields()
    guard let head = layers.first?.head, let node = head.entries["regime"] else { return }
    guard let path = layers[0].readers[head.reader].string(node, path: "regime") else { return }
    guard let field = policy.field(path), policy.fields[field].kind == .choice else {
      let choices = policy.fields.filter { $0.kind == .choice }.map(\.path)
      layers[0].readers[head.reader].report(
        .unknownReference, PolicyMessages.unknownField(path), help: nearest(to: path, among: choices).map(Messages.didYouMean), at: node,
        path: "regime")
      return
    }
    policy.regime = field
  }

  private mutating func addBuiltInFields() {
    var section = policy.section("organisation")
    if section == nil {
      section = 0
      let place = PolicyPlace(file: layers.first?.readers.first?.file ?? "", line: 1, column: 1)
      policy.sections.insert(
        Policy.Section(id: "organisation", label: LocalizedText(PolicyWords.organisation), help: LocalizedText(), place: place), at: 0)
      for index in policy.fields.indices {
        policy.fields[index].section += 1
        for item in policy.fields[index].items.indices { policy.fields[index].items[item].section += 1 }
      }
    }
    guard let section else { return }
    let place = policy.sections[section].place
    let kinds = policy.kinds.map { Field.Option(id: $0.id, label: $0.label) }
    let builtIn = [
      ("name", Field.Kind.text, [], PolicyWords.name), ("kind", .choice, kinds, PolicyWords.kind), ("id", .text, [], PolicyWords.id),
    ]
    let fields = builtIn.map { name, kind, options, words in
      Field(
        section: section, name: name, path: "organisation.\(name)", kind: kind, label: LocalizedText(words.label),
        help: LocalizedText(words.help),
        exampleStore: .written(words.example.map { .scalar($0) }), sentence: LocalizedText(words.sentence),
        sentenceWhenFalse: LocalizedText(), options: options,
        items: [], unit: LocalizedText(), minimum: 0, maximum: nil, isPersonal: false, isScored: false, emptyMeaning: nil, isBuiltIn: true,
        place: place)
    }
    policy.fields.insert(contentsOf: fields, at: 0)
    // Reading order: section by section, also where an overlay added a field at the end.
    policy.fields = policy.sections.indices.flatMap { index in policy.fields.filter { $0.section == index } }
  }
}

package import LocatedYAML

/// Decodes guidelines against one policy: it knows the policy's words as bytes, so that a file's keys and options are looked up without making a
/// string of any.
package struct GuidelineDecoder: Sendable {
  package let policy: Policy
  private let sectionNames: KeyTable
  private let fieldNames: [KeyTable]
  private let fieldIndices: [[Int]]
  private let options: [KeyTable]
  private let itemNames: [KeyTable]
  private let itemOptions: [[KeyTable]]
  /// What evidence may support, by its name.
  let targets: [String: Evidence.Support.Target]

  package init(_ policy: Policy) {
    self.policy = policy
    sectionNames = KeyTable(policy.sections.map(\.id) + PolicyBuilder.reservedSections)
    fieldIndices = policy.sections.indices.map { section in policy.fields.indices.filter { policy.fields[$0].section == section } }
    fieldNames = fieldIndices.map { indices in KeyTable(indices.map { policy.fields[$0].name } + ["notes"]) }
    options = policy.fields.map { KeyTable($0.options.map(\.id)) }
    itemNames = policy.fields.map { KeyTable($0.items.map(\.name)) }
    itemOptions = policy.fields.map { $0.items.map { KeyTable($0.options.map(\.id)) } }
    var targets: [String: Evidence.Support.Target] = [:]
    for (index, section) in policy.sections.enumerated() { targets[section.id] = .section(index) }
    for (index, field) in policy.fields.enumerated() { targets[field.path] = .field(index) }
    for (index, control) in policy.controls.enumerated() { targets[control.id] = .control(index) }
    self.targets = targets
  }

  /// What became of a file.
  package struct Decoding: Sendable {
    package let guideline: Guideline
    package let diagnostics: [Diagnostic]
  }

  /// Decodes a document.
  ///
  /// - Parameters:
  ///   - isPartial: The file had syntax errors and this is the rest of it: what is missing is not reported.
  package func decode(_ document: Document, file: String, isPartial: Bool = false) -> Decoding {
    var work = Work(decoder: self, reader: NodeReader(document, file: file), isPartial: isPartial)
    work.decodeRoot()
    return Decoding(guideline: work.guideline, diagnostics: work.reader.diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  /// The decoding of one file.
  struct Work {
    let decoder: GuidelineDecoder
    var reader: NodeReader
    let isPartial: Bool
    var guideline: Guideline

    var policy: Policy { decoder.policy }

    init(decoder: GuidelineDecoder, reader: NodeReader, isPartial: Bool) {
      self.decoder = decoder
      self.reader = reader
      self.isPartial = isPartial
      guideline = Guideline(
        document: reader.document, file: reader.file, answers: [Guideline.Answer](repeating: .open, count: decoder.policy.fields.count),
        items: [],
        itemAnswers: [], sections: [NodeID?](repeating: nil, count: decoder.policy.sections.count), kind: nil, language: nil, evidence: [],
        decisions: [])
    }
  }
}

extension GuidelineDecoder.Work {
  // MARK: The file

  mutating func decodeRoot() {
    let document = reader.document
    guard let root = document.root, document.kind(of: root) == .mapping else {
      reader.append(
        Diagnostic(.notAGuideline, GuidelineMessages.notAGuideline, help: GuidelineMessages.headHelp(policy), at: .whole(reader.file)))
      return
    }
    if isAnotherFile(root) { return }
    var own: [String: NodeID] = [:]
    for (key, value) in document.entries(of: root) {
      guard let index = decoder.sectionNames.index(of: document.text(of: key)) else {
        reportUnknownKey(key, value, among: decoder.sectionNames, path: "", labels: policy.sections.map { ($0.id, $0.label) })
        continue
      }
      if index < policy.sections.count {
        guideline.sections[index] = value
      } else {
        own[decoder.sectionNames.names[index]] = value
      }
    }
    decodeHead(own, root: root)
    for section in policy.sections.indices {
      if let node = guideline.sections[section] { decodeSection(section, node) }
    }
    decodeOrganisation(root)
    if let node = own["evidence"] { decodeEvidence(node) }
    if let node = own["decisions"] { decodeDecisions(node) }
  }

  /// A review or a policy is told which it is, and nothing else.
  private mutating func isAnotherFile(_ root: NodeID) -> Bool {
    guard let node = reader.document.value(forKey: "leidraad", in: root)?.value, reader.document.kind(of: node) == .scalar else {
      return false
    }
    if reader.document.isText(node, equalTo: "review/v1") {
      reader.report(.notAGuideline, GuidelineMessages.isReview, help: GuidelineMessages.isReviewHelp, at: node, path: "leidraad")
    } else if reader.document.isText(node, equalTo: "policy/v1") {
      reader.report(.notAGuideline, GuidelineMessages.isPolicy, help: GuidelineMessages.isPolicyHelp, at: node, path: "leidraad")
    } else {
      return false
    }
    return true
  }

  private mutating func decodeHead(_ own: [String: NodeID], root: NodeID) {
    if let node = own["leidraad"], let text = reader.string(node, path: "leidraad") {
      if text != "guideline/v1" {
        reader.report(.wrongFormat, Messages.wrongFormat(text, expected: "guideline/v1"), at: node, path: "leidraad")
      }
    } else if own["leidraad"] == nil, !isPartial {
      reader.report(
        .missingKey, Messages.missingKey("leidraad"), help: GuidelineMessages.headHelp(policy), at: reader.start(of: root), path: "leidraad"
      )
    }
    if let node = own["policy"], !reader.isEmpty(node) {
      decodePolicyReference(node)
    } else if !isPartial {
      let place = own["policy"].map { reader.document.range(of: $0) } ?? reader.start(of: root)
      reader.report(.missingKey, Messages.missingKey("policy"), help: GuidelineMessages.headHelp(policy), at: place, path: "policy")
    }
    if let node = own["language"], !reader.isEmpty(node), let text = reader.string(node, path: "language") {
      guideline.language = Language(tag: text)
      if guideline.language == nil { reader.report(.invalidLanguage, Messages.invalidLanguage(text), at: node, path: "language") }
    }
  }

  private mutating func decodePolicyReference(_ node: NodeID) {
    guard let text = reader.string(node, path: "policy") else { return }
    guard let (id, major) = Policy.parse(reference: text) else {
      reader.report(
        .wrongFormat, PolicyMessages.notAReference(text), help: GuidelineMessages.referenceHelp(policy), at: node, path: "policy")
      return
    }
    let accepted = [policy.reference] + policy.extends
    guard !accepted.contains("\(id)@\(major)") else { return }
    reader.report(
      .wrongPolicy, GuidelineMessages.wrongPolicy(text, policy), help: GuidelineMessages.wrongPolicyHelp(policy), at: node, path: "policy")
  }

  /// Without a kind it is unknown which recommendations are meant for the organisation; without a name nobody knows whose guideline it is.
  private mutating func decodeOrganisation(_ root: NodeID) {
    guard let kind = policy.field("organisation.kind"), let name = policy.field("organisation.name") else { return }
    if guideline.answers[kind].state == .given { guideline.kind = guideline.answers[kind].number }
    guard !isPartial else { return }
    let section = policy.fields[kind].section
    for (field, message) in [(name, GuidelineMessages.noName), (kind, GuidelineMessages.noKind)]
    where guideline.answers[field].state != .given {
      // A wrong answer has been reported at its own place.
      if let node = guideline.answers[field].node, !reader.isEmpty(node), !isFiller(node), !isBlank(node) { continue }
      let place =
        guideline.answers[field].key.map { reader.document.range(of: $0) } ?? reader.start(of: guideline.sections[section] ?? root)
      let kinds = field == kind ? Messages.optionHelp(nil, policy.kinds.map(\.id)) : nil
      reader.report(.missingKey, message, help: kinds, at: place, path: policy.fields[field].path)
    }
  }

  private func isBlank(_ node: NodeID) -> Bool {
    reader.document.kind(of: node) == .scalar && trimmedBytes(reader.document.text(of: node)).isEmpty
  }

  private func isFiller(_ node: NodeID) -> Bool {
    reader.document.kind(of: node) == .scalar && Filler.isFiller(reader.document.text(of: node))
  }

  private mutating func decodeSection(_ section: Int, _ node: NodeID) {
    let document = reader.document
    let id = policy.sections[section].id
    if reader.isEmpty(node) { return }
    guard document.kind(of: node) == .mapping else {
      let isNotArranged = document.kind(of: node) == .scalar && document.isText(node, equalTo: "not-arranged")
      reader.report(
        .wrongType, Messages.expected(.mapping, found: reader.found(node)),
        help: isNotArranged ? GuidelineMessages.notArrangedSection : nil, at: node,
        path: id)
      return
    }
    for (key, value) in document.entries(of: node) {
      guard let index = decoder.fieldNames[section].index(of: document.text(of: key)) else {
        let labels = decoder.fieldIndices[section].map { (policy.fields[$0].name, policy.fields[$0].label) }
        reportUnknownKey(key, value, among: decoder.fieldNames[section], path: id, labels: labels)
        continue
      }
      guard index < decoder.fieldIndices[section].count else {
        _ = reader.string(value, path: joined(id, "notes"))
        continue
      }
      let field = decoder.fieldIndices[section][index]
      guideline.answers[field] = answer(
        policy.fields[field], options: decoder.options[field], key: key, value, path: policy.fields[field].path)
      if policy.fields[field].kind == .list { decodeItems(field, value) }
    }
  }

  /// Somebody who writes the question's own name instead of its key is told the key.
  private mutating func reportUnknownKey(
    _ key: NodeID, _ value: NodeID?, among table: KeyTable, path: String, labels: [(String, LocalizedText)]
  ) {
    let name = reader.document.string(of: key)
    guard !name.hasPrefix("x-") else { return }
    if name.contains(" "), let value = value.map({ reader.isEmpty($0) }), value {
      reader.report(.unknownKey, Messages.unknownKey(name), help: GuidelineMessages.commaInText, at: key, path: joined(path, name))
      return
    }
    let byLabel = labels.first { label in label.1.texts.contains { $0.text.lowercased() == name.lowercased() } }?.0
    reader.report(
      .unknownKey, Messages.unknownKey(name),
      help: byLabel.map(Messages.didYouMean) ?? elsewhere(name, path)
        ?? Messages.unknownKeyHelp(nearest(to: name, among: table.names), allowed: table.names), at: key,
      path: joined(path, name))
  }

  /// Where a key does belong; nil where no section has it.
  private func elsewhere(_ name: String, _ path: String) -> Phrase? {
    if !path.isEmpty, policy.section(name) != nil { return GuidelineMessages.isSection }
    let sections = policy.fields.filter { $0.name == name }.map { policy.sections[$0.section].id }.filter { $0 != path }
    return sections.isEmpty || path.contains(".") ? nil : GuidelineMessages.belongsIn(sections)
  }

  // MARK: Lists

  private mutating func decodeItems(_ field: Int, _ node: NodeID) {
    let document = reader.document
    guard guideline.answers[field].state == .given else { return }
    let definition = policy.fields[field]
    guideline.answers[field].first = Int32(guideline.items.count)
    var hasContent = document.count(of: node) == 0
    for (number, item) in document.items(of: node).enumerated() {
      let first = guideline.itemAnswers.count
      guideline.itemAnswers += [Guideline.Answer](repeating: .open, count: definition.items.count)
      decodeItem(field, item, number: number + 1, first: first)
      guideline.items.append(Guideline.Item(node: item, first: Int32(first), count: Int32(definition.items.count)))
      guideline.answers[field].count += 1
      hasContent = hasContent || guideline.itemAnswers[first...].contains { $0.state == .given }
    }
    // Without a given field there is no answer, not even where an item says that something is not arranged.
    if !hasContent { guideline.answers[field].state = .open }
  }

  private mutating func decodeItem(_ field: Int, _ node: NodeID, number: Int, first: Int) {
    let document = reader.document
    let definition = policy.fields[field]
    if reader.isEmpty(node) { return }
    guard document.kind(of: node) == .mapping else {
      reader.report(
        .wrongType, Messages.expected(.mapping, found: reader.found(node)), help: GuidelineMessages.itemHelp(definition), at: node,
        path: "\(definition.path)[\(number)]")
      return
    }
    var path = "\(definition.path)[\(number)]"
    if let key = definition.items.first, let value = document.value(forKey: key.name, in: node)?.value, document.kind(of: value) == .scalar
    {
      path = "\(definition.path)[\(trimmed(document.string(of: value)))]"
    }
    for (key, value) in document.entries(of: node) {
      guard let index = decoder.itemNames[field].index(of: document.text(of: key)) else {
        reportUnknownKey(key, value, among: decoder.itemNames[field], path: path, labels: definition.items.map { ($0.name, $0.label) })
        continue
      }
      let item = definition.items[index]
      guideline.itemAnswers[first + index] = answer(
        item, options: decoder.itemOptions[field][index], key: key, value, path: joined(path, item.name))
    }
  }

  // MARK: Answers

  private mutating func answer(_ field: Field, options: KeyTable, key: NodeID, _ node: NodeID, path: String) -> Guideline.Answer {
    var answer = Guideline.Answer.open
    answer.key = key
    answer.node = node
    let document = reader.document
    if document.kind(of: node) == .scalar {
      let text = document.text(of: node)
      if text.isEmpty || reader.isEmpty(node) { return answer }
      if document.isText(node, equalTo: "not-arranged") {
        if field.takesNotArranged(in: policy) {
          answer.state = .notArranged
        } else {
          reader.report(.notArrangedHere, GuidelineMessages.notArrangedHere(field), at: node, path: path)
        }
        return answer
      }
      if trimmedBytes(text).isEmpty { return answer }
      if Filler.isFiller(text) {
        reader.report(
          .filler, GuidelineMessages.filler(field.isPersonal ? nil : document.string(of: node)),
          help: GuidelineMessages.fillerHelp(field, in: policy), at: node, path: path)
        return answer
      }
    }
    decode(field, options, node, path: path, into: &answer)
    return answer
  }

  private mutating func decode(_ field: Field, _ options: KeyTable, _ node: NodeID, path: String, into answer: inout Guideline.Answer) {
    switch field.kind {
    case .text, .link:
      guard let text = scalar(field, node, path: path) else { return }
      if field.kind == .link, !isLink(text) {
        reader.report(.wrongType, GuidelineMessages.notALink, help: GuidelineMessages.linkHelp, at: node, path: path)
        return
      }
      answer.state = .given
    case .flag:
      guard scalar(field, node, path: path) != nil, let value = reader.flag(node, path: path) else { return }
      answer.number = value ? 1 : 0
      answer.bits = value ? 2 : 1
      answer.state = .given
    case .choice:
      guard scalar(field, node, path: path) != nil, let option = option(field, options, node, path: path) else { return }
      answer.number = option
      answer.bits = 1 << UInt64(option)
      answer.state = .given
    case .number:
      guard scalar(field, node, path: path) != nil,
        let number = reader.integer(node, path: path, in: field.minimum...(field.maximum ?? 999_999_999))
      else { return }
      answer.number = number
      answer.state = .given
    case .date:
      guard scalar(field, node, path: path) != nil, let date = reader.date(node, path: path) else { return }
      answer.number = date.dayNumber
      answer.state = .given
    case .period:
      guard scalar(field, node, path: path) != nil, let period = reader.period(node, path: path) else { return }
      answer.number = period.amount
      answer.bits = Period.Unit.allCases.firstIndex(of: period.unit).map { 1 << UInt64($0) } ?? 0
      answer.state = .given
    case .choices, .texts: decodeSet(field, options, node, path: path, into: &answer)
    case .list:
      guard reader.document.kind(of: node) == .sequence else {
        reader.report(
          .wrongType, Messages.expected(.list, found: reader.found(node)),
          help: GuidelineMessages.listHelp(field, found: reader.found(node)), at: node, path: path)
        return
      }
      answer.state = reader.document.count(of: node) > 0 ? .given : emptyState(field)
    }
  }

  /// `[]` is *none* where the policy says so, elsewhere *not arranged*; about the organisation itself it is no answer.
  private func emptyState(_ field: Field) -> Guideline.Answer.State {
    if field.emptyMeaning != nil { return .given }
    return field.takesNotArranged(in: policy) ? .notArranged : .open
  }

  private mutating func decodeSet(_ field: Field, _ options: KeyTable, _ node: NodeID, path: String, into answer: inout Guideline.Answer) {
    let document = reader.document
    guard document.kind(of: node) == .sequence else {
      reader.report(
        .wrongType, Messages.expected(.list, found: reader.found(node)), help: GuidelineMessages.listHelp(field, found: reader.found(node)),
        at: node, path: path)
      return
    }
    if document.count(of: node) == 0 {
      answer.state = emptyState(field)
      return
    }
    for item in document.items(of: node) {
      guard scalar(field, item, path: path) != nil, !reader.isEmpty(item) else { continue }
      if document.isText(item, equalTo: "not-arranged") {
        reader.report(.wrongType, GuidelineMessages.notArrangedInList, at: item, path: path)
      } else if Filler.isFiller(document.text(of: item)) {
        reader.report(
          .filler, GuidelineMessages.filler(field.isPersonal ? nil : document.string(of: item)), help: GuidelineMessages.fillerInListHelp,
          at: item, path: path)
      } else if field.kind == .texts {
        if !trimmedBytes(document.text(of: item)).isEmpty { answer.number += 1 }
      } else if let option = option(field, options, item, path: path) {
        answer.bits |= 1 << UInt64(option)
      }
    }
    if field.kind == .choices { answer.number = answer.bits.nonzeroBitCount }
    if answer.number > 0 { answer.state = .given }
  }

  private mutating func option(_ field: Field, _ options: KeyTable, _ node: NodeID, path: String) -> Int? {
    if let option = options.index(of: trimmedBytes(reader.document.text(of: node))) { return option }
    let text = reader.document.string(of: node)
    let byLabel = field.options.first { option in option.label.texts.contains { $0.text.lowercased() == text.lowercased() } }?.id
    reader.report(
      .unknownOption, Messages.unknownOption(text),
      help: Messages.optionHelp(byLabel ?? nearest(to: text, among: options.names), options.names),
      at: node, path: path)
    return nil
  }

  /// The node's text, if it is one value.
  private mutating func scalar(_ field: Field, _ node: NodeID, path: String) -> ArraySlice<UInt8>? {
    guard reader.document.kind(of: node) == .scalar else {
      reader.report(
        .wrongType, Messages.expected(.text, found: reader.found(node)), help: GuidelineMessages.kindHelp(field, found: reader.found(node)),
        at: node, path: path)
      return nil
    }
    return reader.document.text(of: node)
  }

  /// An address or a path, by its form alone: no white space, nothing that could be a command.
  private func isLink(_ text: ArraySlice<UInt8>) -> Bool {
    let text = trimmedBytes(text)
    if text.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) { return false }
    guard let colon = text.firstIndex(of: 0x3A), text[..<colon].allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) }) else { return true }
    return ["https", "http", "mailto"].contains(String(decoding: text[..<colon], as: UTF8.self).lowercased())
  }
}

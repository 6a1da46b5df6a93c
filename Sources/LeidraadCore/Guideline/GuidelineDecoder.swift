package import LocatedYAML

/// Decodes guidelines against one policy: it knows the policy's words as bytes, so that a file's keys and options are looked up without making a
/// string of any.
package struct GuidelineDecoder: Sendable {
  package let policy: Policy
  private let sectionNames: KeyTable
  private let fieldNames: [KeyTable]
  private let fieldIndices: [[Int]]
  /// By index into `Policy.fields`.
  private let questions: [Question]

  package init(_ policy: Policy) {
    self.policy = policy
    sectionNames = KeyTable(policy.sections.map(\.id) + PolicyBuilder.reservedSections)
    fieldIndices = policy.sections.indices.map { section in policy.fields.indices.filter { policy.fields[$0].section == section } }
    fieldNames = fieldIndices.map { indices in KeyTable(indices.map { policy.fields[$0].name } + ["notes"]) }
    questions = policy.fields.map { Question($0, in: policy) }
  }

  /// What became of a file.
  package struct Decoding: Sendable {
    package let guideline: Guideline
    package let diagnostics: [Diagnostic]
    /// It is no guideline, or one for another policy: there is nothing to assess.
    package let isAnotherFile: Bool
  }

  /// Decodes a document.
  ///
  /// - Parameters:
  ///   - failure: The file had syntax errors and this is the rest of it: neither what is missing is reported, nor what is found on broken lines.
  package func decode(_ document: Document, file: String, after failure: SyntaxFailure? = nil) -> Decoding {
    var work = Work(decoder: self, reader: NodeReader(document, file: file, after: failure), isPartial: failure != nil)
    work.decodeRoot()
    return Decoding(guideline: work.guideline, diagnostics: Diagnostic.told(of: work.reader.diagnostics), isAnotherFile: work.isAnotherFile)
  }

  /// The decoding of one file.
  struct Work {
    let decoder: GuidelineDecoder
    var reader: NodeReader
    let isPartial: Bool
    var guideline: Guideline
    var isAnotherFile = false

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
      isAnotherFile = true
      reader.append(
        Diagnostic(.notAGuideline, GuidelineMessages.notAGuideline, help: GuidelineMessages.headHelp(policy), at: .whole(reader.file)))
      return
    }
    if isOfAnotherKind(root) {
      isAnotherFile = true
      return
    }
    var own: [String: NodeID] = [:]
    for (key, value) in document.entries(of: root) {
      guard let index = decoder.sectionNames.index(of: document.text(of: key)) else {
        reportUnknownKey(key, value, among: decoder.sectionNames, path: "") { $0.sections.map { ($0.id, $0.label) } }
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
  private mutating func isOfAnotherKind(_ root: NodeID) -> Bool {
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
        isAnotherFile = true
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
    isAnotherFile = true
    reader.report(
      .wrongPolicy, GuidelineMessages.wrongPolicy(text, policy), help: GuidelineMessages.wrongPolicyHelp(policy), at: node, path: "policy")
  }

  /// Without a kind it is unknown which recommendations are meant for the organisation; without a name nobody knows whose guideline it is.
  private mutating func decodeOrganisation(_ root: NodeID) {
    guard let kind = policy.field("organisation.kind"), let name = policy.field("organisation.name") else { return }
    if guideline.answers[kind].state == .given { guideline.kind = guideline.answers[kind].number }
    guard !isPartial else { return }
    let section = policy.fields[kind].section
    // A section that is no group of keys has been reported as such.
    if let node = guideline.sections[section], !reader.isEmpty(node), reader.document.kind(of: node) != .mapping { return }
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
    let (names, fields) = (decoder.fieldNames[section], decoder.fieldIndices[section])
    for (key, value) in document.entries(of: node) {
      guard let index = names.index(of: document.text(of: key)) else {
        reportUnknownKey(key, value, among: names, path: id) { policy in
          policy.fields.lazy.filter { $0.section == section }.map { ($0.name, $0.label) }
        }
        continue
      }
      guard index < fields.count else {
        _ = reader.string(value, path: joined(id, "notes"))
        continue
      }
      let field = fields[index]
      let question = decoder.questions[field]
      guideline.answers[field] = answer(to: AnswerPlace(question), key: key, value)
      if question.field.kind == .list { decodeItems(of: field, question, value) }
    }
  }
}

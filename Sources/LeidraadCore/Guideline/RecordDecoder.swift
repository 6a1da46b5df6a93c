internal import LocatedYAML

/// Evidence and decisions: the parts of a guideline that every policy has.
extension GuidelineDecoder.Work {
  private static let evidenceKeys = ["id", "title", "file", "url", "kept-at", "date", "sha256", "supports"]
  private static let decisionKeys = ["for", "status", "reason", "measure", "owner", "date", "until"]

  // MARK: Evidence

  mutating func decodeEvidence(_ node: NodeID) {
    var ids: [String: NodeID] = [:]
    for (number, item) in reader.items(node, path: "evidence").enumerated() {
      guard let entries = reader.mapping(item, allowed: Self.evidenceKeys, path: "evidence[\(number + 1)]") else { continue }
      let idNode = reader.required("id", in: entries, of: item, path: "evidence[\(number + 1)]")
      let id = idNode.flatMap { reader.string($0, path: "evidence") } ?? String(number + 1)
      let path = "evidence[\(id)]"
      if let idNode, let first = ids.updateValue(idNode, forKey: id) {
        reader.report(.duplicateID, Messages.duplicateID(id), at: idNode, related: [reader.related(Messages.firstHere, first)], path: path)
      }
      let (source, sourceNode) = evidenceSource(entries, item, path: path)
      guideline.evidence.append(
        Evidence(
          id: id, title: entries["title"].flatMap { reader.string($0, path: joined(path, "title")) } ?? id, source: source,
          date: presentValue(entries["date"]).flatMap { reader.date($0, path: joined(path, "date")) },
          digest: presentValue(entries["sha256"]).flatMap { digest($0, path: joined(path, "sha256")) },
          supports: entries["supports"].map { supports($0, path: joined(path, "supports")) } ?? [], node: item, sourceNode: sourceNode,
          dateNode: presentValue(entries["date"]), digestNode: presentValue(entries["sha256"])))
      if entries["supports"] == nil { _ = reader.required("supports", in: entries, of: item, path: path) }
    }
  }

  private func presentValue(_ node: NodeID?) -> NodeID? { node.flatMap { reader.isEmpty($0) ? nil : $0 } }

  private mutating func evidenceSource(_ entries: NodeReader.Entries, _ node: NodeID, path: String) -> (Evidence.Source, NodeID?) {
    let named = ["file", "url", "kept-at"].filter { presentValue(entries[$0]) != nil }
    guard named.count == 1, let name = named.first, let value = entries[name] else {
      let place = named.last.flatMap { entries.key($0) }.map { reader.document.range(of: $0) } ?? reader.start(of: node)
      reader.report(
        .evidenceSource, GuidelineMessages.evidenceSource(named.count), help: GuidelineMessages.evidenceSourceHelp, at: place, path: path)
      return (.none, nil)
    }
    guard let text = reader.string(value, path: joined(path, name)) else { return (.none, value) }
    switch name {
    case "file": return (.file(trimmed(text)), value)
    case "url": return (.url(trimmed(text)), value)
    default: return (.keptAt(trimmed(text)), value)
    }
  }

  private mutating func digest(_ node: NodeID, path: String) -> String? {
    guard let text = reader.string(node, path: path).map({ trimmed($0).lowercased() }) else { return nil }
    guard text.utf8.count == 64, text.utf8.allSatisfy({ isASCIIDigit($0) || (0x61...0x66).contains($0) }) else {
      reader.report(.wrongType, GuidelineMessages.notADigest, at: node, path: path)
      return nil
    }
    return text
  }

  private mutating func supports(_ node: NodeID, path: String) -> [Evidence.Support] {
    var supports: [Evidence.Support] = []
    if reader.document.kind(of: node) == .sequence {
      // A list of what is supported, without places.
      for item in reader.document.items(of: node) {
        guard let reference = reader.string(item, path: path), let target = target(reference, item, path: path) else { continue }
        supports.append(Evidence.Support(target: target, reference: reference, place: nil, quote: nil, node: item))
      }
      return supports
    }
    guard let entries = reader.anyMapping(node, path: path) else { return [] }
    for (reference, key, value) in entries.all {
      guard let target = target(reference, key, path: path) else { continue }
      var place: String?
      var quote: String?
      if reader.document.kind(of: value) == .mapping {
        guard let detail = reader.mapping(value, allowed: ["at", "quote"], path: joined(path, reference)) else { continue }
        place = presentValue(detail["at"]).flatMap { reader.string($0, path: joined(path, reference)) }
        quote = presentValue(detail["quote"]).flatMap { reader.string($0, path: joined(path, reference)) }
      } else if !reader.isEmpty(value) {
        place = reader.string(value, path: joined(path, reference))
      }
      if let text = place, trimmed(text).isEmpty || Filler.isFiller(Array(text.utf8)[...]) { place = nil }
      supports.append(Evidence.Support(target: target, reference: reference, place: place, quote: quote, node: key))
    }
    return supports
  }

  /// What a reference means: controls begin with a capital, fields have a dot, sections neither.
  private mutating func target(_ reference: String, _ node: NodeID, path: String) -> Evidence.Support.Target? {
    if let target = policy.target(reference) { return target }
    guard reader.hasRoom(for: .unknownReference, at: node) else { return nil }
    let isControl = policy.controls.contains { $0.id.lowercased() == reference.lowercased() }
    if let first = reference.utf8.first, isControl || (0x41...0x5A).contains(first) {
      reportUnknown(reference, among: policy.controls.map(\.id), node, path: path)
    } else if reference.contains(".") {
      reportUnknown(reference, among: policy.fields.map(\.path), node, path: path)
    } else {
      reportUnknown(reference, among: policy.sections.map(\.id), node, path: path)
    }
    return nil
  }

  /// The control that was meant, also where it is written in small letters.
  private func controlHelp(_ id: String) -> Phrase? {
    let same = policy.controls.first { $0.id.lowercased() == id.lowercased() }?.id
    return (same ?? nearest(to: id, among: policy.controls.map(\.id))).map(Messages.didYouMean)
  }

  private mutating func reportUnknown(_ reference: String, among names: [String], _ node: NodeID, path: String) {
    reader.report(
      .unknownReference, GuidelineMessages.unknownReference(reference),
      help: (names.first { $0.lowercased() == reference.lowercased() } ?? nearest(to: reference, among: names)).map(Messages.didYouMean),
      at: node,
      path: joined(path, reference))
  }

  // MARK: Decisions

  mutating func decodeDecisions(_ node: NodeID) {
    var made = [NodeID?](repeating: nil, count: policy.controls.count)
    for (number, item) in reader.items(node, path: "decisions").enumerated() {
      let path = "decisions[\(number + 1)]"
      guard let entries = reader.mapping(item, allowed: Self.decisionKeys, path: path) else { continue }
      var controls: [Decision.Reference] = []
      if let value = reader.required("for", in: entries, of: item, path: path) {
        if reader.document.kind(of: value) == .sequence, reader.document.count(of: value) == 0 {
          reader.report(.missingKey, Messages.missingKey("for"), at: value, path: joined(path, "for"))
        }
        for (id, node) in reader.strings(value, path: joined(path, "for")) {
          guard let control = policy.control(id) else {
            guard reader.hasRoom(for: .unknownReference, at: node) else { continue }
            let help = controlHelp(id) ?? policy.controls.first.map { GuidelineMessages.notAControlHelp($0.id) }
            reader.report(.unknownReference, GuidelineMessages.notAControl(id), help: help, at: node, path: joined(joined(path, "for"), id))
            continue
          }
          if let first = made[control] {
            reader.report(
              .decisionConflict, GuidelineMessages.decisionConflict(id), at: node, related: [reader.related(Messages.firstHere, first)],
              path: "decisions[\(id)]")
          }
          made[control] = made[control] ?? node
          controls.append(Decision.Reference(control: control, node: node))
        }
      }
      guideline.decisions.append(
        Decision(
          controls: controls,
          status: reader.required("status", in: entries, of: item, path: path).flatMap {
            reader.choice($0, path: joined(path, "status"), of: Decision.Status.self)
          },
          reason: words(entries["reason"], path: joined(path, "reason")), measure: words(entries["measure"], path: joined(path, "measure")),
          owner: words(entries["owner"], path: joined(path, "owner")),
          date: presentValue(entries["date"]).flatMap { reader.date($0, path: joined(path, "date")) },
          until: presentValue(entries["until"]).flatMap { reader.date($0, path: joined(path, "until")) }, node: item))
    }
  }

  /// A text that says something; nil for nothing and for filler, which is reported.
  private mutating func words(_ node: NodeID?, path: String) -> String? {
    guard let node = presentValue(node), let text = reader.string(node, path: path) else { return nil }
    if Filler.isFiller(reader.document.text(of: node)) {
      reader.report(.filler, GuidelineMessages.filler(text), help: GuidelineMessages.fillerInDecisionHelp, at: node, path: path)
      return nil
    }
    let words = trimmed(text)
    return words.isEmpty ? nil : words
  }
}

extension Policy {
  /// What evidence may support, by its name.
  fileprivate func target(_ name: String) -> Evidence.Support.Target? {
    if let index = control(name) { return .control(index) }
    if let index = field(name) { return .field(index) }
    return section(name).map { .section($0) }
  }
}

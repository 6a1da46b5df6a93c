internal import LocatedYAML

/// `recommendations/*.yaml`: what the source advises, with the controls and the rules.
extension PolicyBuilder {
  private static let recommendationKeys = ["recommendation", "title", "summary", "source", "weight", "applies-when", "controls", "rules"]
  private static let controlKeys = [
    "title", "basis", "sources", "addressee", "weight", "effort", "why", "how", "evidence", "not-applicable", "law", "effective",
    "applies-when",
    "check", "examples",
  ]
  private static let ruleKeys = ["control", "profiles", "knock-out", "when", "effective", "says", "examples"]

  mutating func decodeRecommendations(_ index: Int) {
    guard let head = layers[index].head else { return }
    guard let node = head.entries["recommendations"] else {
      if !layers[index].isOverlay {
        _ = layers[index].readers[head.reader].required("recommendations", in: head.entries, of: head.root, path: "")
      }
      return
    }
    let reader = layers[index].readers[head.reader]
    guard reader.document.kind(of: node) == .mapping else {
      decodeListed(node, isSection: false, layer: index)
      return
    }
    for (key, value) in reader.document.entries(of: node) {
      decodeRecommendation(reader.document.string(of: key), name: key, key: key, body: value, layer: index, reader: head.reader)
    }
  }

  mutating func decodeRecommendation(_ id: String, name: NodeID, key: NodeID, body: NodeID, layer index: Int, reader readerIndex: Int) {
    var reader = layers[index].readers[readerIndex]
    defer { layers[index].readers[readerIndex] = reader }
    guard let entries = reader.mapping(body, allowed: Self.recommendationKeys, path: id) else { return }
    if !isControlID(id) { reader.report(.wrongFormat, PolicyMessages.notAControlID(id), at: name, path: id) }
    let recommendation: Int
    if let existing = policy.recommendation(id) {
      recommendation = existing
      changeRecommendation(existing, entries, layer: index, &reader)
    } else {
      recommendation = policy.recommendations.count
      policy.recommendations.append(newRecommendation(id, key: key, body: body, entries, &reader))
      if layers[index].isOverlay { tailor(index, .addedRecommendation, id) }
    }
    guard let node = entries["controls"], let controls = reader.anyMapping(node, path: id) else { return }
    for (name, key, value) in controls.all {
      if let existing = policy.control(name) {
        changeControl(existing, key: key, value, layer: index, &reader)
      } else if let control = newControl(name, key: key, body: value, recommendation: recommendation, &reader) {
        policy.controls.append(control)
        if layers[index].isOverlay { tailor(index, .addedControl, name) }
      }
    }
  }

  private mutating func newRecommendation(
    _ id: String, key: NodeID, body: NodeID, _ entries: NodeReader.Entries, _ reader: inout NodeReader
  ) -> Recommendation {
    let title = reader.required("title", in: entries, of: body, path: id).flatMap { localizedText($0, &reader, path: joined(id, "title")) }
    let summary = entries["summary"].flatMap { localizedText($0, &reader, path: joined(id, "summary")) }
    let source = reader.required("source", in: entries, of: body, path: id).flatMap { sourceID($0, &reader, path: joined(id, "source")) }
    var weights = [Fraction?](repeating: nil, count: policy.profiles.count)
    if let node = reader.required("weight", in: entries, of: body, path: id) {
      for (profile, weight) in profileWeights(node, &reader, path: id) { weights[profile] = weight.weight }
    }
    return Recommendation(
      id: id, title: title ?? LocalizedText(), summary: summary ?? LocalizedText(), source: source ?? "", weights: weights,
      appliesWhen: entries["applies-when"].flatMap { criterion($0, &reader, .condition(joined(id, "applies-when"))) }, controls: [],
      place: reader.place(entries.key("recommendation") ?? key))
  }

  private mutating func profileWeights(
    _ node: NodeID, _ reader: inout NodeReader, path: String
  ) -> [(profile: Int, (weight: Fraction, node: NodeID))] {
    guard let entries = reader.anyMapping(node, path: path) else { return [] }
    return entries.all.compactMap { name, key, value in
      guard let profile = profile(name, key, &reader, path: path), let weight = weight(value, &reader, path: joined(path, "weight.\(name)"))
      else {
        return nil
      }
      return (profile, (weight, value))
    }
  }

  private func profile(_ id: String, _ node: NodeID, _ reader: inout NodeReader, path: String) -> Int? {
    if let profile = policy.profiles.firstIndex(where: { $0.id == id }) { return profile }
    let ids = policy.profiles.map(\.id)
    reader.report(
      .unknownReference, PolicyMessages.unknownProfile(id), help: Messages.optionHelp(nearest(to: id, among: ids), ids), at: node,
      path: path)
    return nil
  }

  private func sourceID(_ node: NodeID, _ reader: inout NodeReader, path: String) -> String? {
    guard let id = reader.string(node, path: path) else { return nil }
    if policy.source(id) == nil {
      let ids = policy.sources.map(\.id)
      reader.report(
        .unknownReference, PolicyMessages.unknownSource(id), help: Messages.optionHelp(nearest(to: id, among: ids), ids), at: node,
        path: path)
    }
    return id
  }

  // MARK: Controls

  private mutating func newControl(
    _ id: String, key: NodeID, body: NodeID, recommendation: Int, _ reader: inout NodeReader
  ) -> Control? {
    guard let entries = reader.mapping(body, allowed: Self.controlKeys, path: id) else { return nil }
    if !isControlID(id) { reader.report(.wrongFormat, PolicyMessages.notAControlID(id), at: key, path: id) }
    var control = Control(
      id: id, recommendation: recommendation, title: LocalizedText(), basis: .derived, sources: [],
      addressees: [Bool](repeating: false, count: policy.profiles.count), weight: .one, effort: .medium, why: LocalizedText(),
      how: LocalizedText(),
      evidence: .none, mayBeNotApplicable: false, laws: [], effective: nil, appliesWhen: nil, check: [], exampleStore: .written([]),
      place: reader.place(key))
    for name in ["title", "basis", "addressee", "weight", "check"] { _ = reader.required(name, in: entries, of: body, path: id) }
    for (name, key, value) in entries.all where !reader.isEmpty(value) { decode(name, key: key, value, into: &control, &reader) }
    return control
  }

  private mutating func decode(_ name: String, key: NodeID, _ value: NodeID, into control: inout Control, _ reader: inout NodeReader) {
    let path = joined(control.id, name)
    switch name {
    case "title": control.title = localizedText(value, &reader, path: path) ?? control.title
    case "why": control.why = localizedText(value, &reader, path: path) ?? control.why
    case "how": control.how = localizedText(value, &reader, path: path) ?? control.how
    case "basis": control.basis = reader.choice(value, path: path, of: Control.Basis.self) ?? control.basis
    case "effort": control.effort = reader.choice(value, path: path, of: Effort.self) ?? control.effort
    case "weight": control.weight = weight(value, &reader, path: path) ?? control.weight
    case "effective": control.effective = reader.date(value, path: path)
    case "sources": control.sources = reader.items(value, path: path).compactMap { sourceID($0, &reader, path: path) }
    case "addressee":
      for item in reader.items(value, path: path) {
        guard let id = reader.string(item, path: path), let profile = profile(id, item, &reader, path: path) else { continue }
        control.addressees[profile] = true
      }
    case "evidence": control.evidence = evidenceNeed(value, &reader, path: path)
    case "not-applicable":
      guard let text = reader.string(value, path: path) else { return }
      control.mayBeNotApplicable = text == "allowed"
      if text != "allowed" && text != "never" {
        reader.report(
          .unknownOption, Messages.unknownOption(text), help: Messages.optionHelp(nil, ["never", "allowed"]), at: value, path: path)
      }
    case "law": control.laws = laws(value, &reader, path: path)
    case "applies-when": control.appliesWhen = criterion(value, &reader, .condition(path))
    case "check":
      let items = reader.items(value, path: path)
      if items.isEmpty { reader.report(.invalidCheck, PolicyMessages.emptyCheck, at: key, path: path) }
      control.check = items.compactMap { criterion($0, &reader, .check(path)) }
    case "examples": control.examples = examples(value, &reader, path: path)
    default: break
    }
  }

  private mutating func evidenceNeed(_ node: NodeID, _ reader: inout NodeReader, path: String) -> Control.EvidenceNeed {
    if reader.document.kind(of: node) == .scalar {
      switch reader.document.string(of: node) {
      case "none": return .none
      case "required": return .required
      default: break
      }
    }
    return criterion(node, &reader, .condition(path)).map { .when($0) } ?? .none
  }

  private func laws(_ node: NodeID, _ reader: inout NodeReader, path: String) -> [Control.Law] {
    guard let entries = reader.anyMapping(node, path: path) else { return [] }
    let regimes = policy.regime.map { policy.fields[$0].options.map(\.id) } ?? []
    return entries.all.map { name, key, value in
      if !regimes.contains(name) {
        reader.report(
          .unknownReference, PolicyMessages.unknownRegime(name), help: Messages.optionHelp(nearest(to: name, among: regimes), regimes),
          at: key,
          path: path)
      }
      return Control.Law(regime: name, articles: reader.strings(value, path: path).map(\.text))
    }
  }

  private mutating func examples(_ node: NodeID, _ reader: inout NodeReader, path: String) -> [Control.Example] {
    guard let entries = reader.anyMapping(node, path: path) else { return [] }
    var examples: [Control.Example] = []
    for (name, key, value) in entries.all where !name.hasPrefix("x-") {
      guard let outcome = Outcome(rawValue: name) else {
        let names = Outcome.allCases.map(\.rawValue)
        reader.report(
          .unknownOption, Messages.unknownOption(name), help: Messages.optionHelp(nearest(to: name, among: names), names), at: key,
          path: path)
        continue
      }
      for item in reader.items(value, path: path) {
        examples.append(Control.Example(outcome: outcome, value: example(item, reader), place: reader.place(item)))
      }
    }
    return examples
  }

  /// A capital, then letters, digits, dots and dashes: `B2.14`, `KO-3-unsaid`.
  private func isControlID(_ id: String) -> Bool {
    guard let first = id.utf8.first, (0x41...0x5A).contains(first), id.utf8.count <= 40 else { return false }
    return id.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x2E || $0 == 0x2D }
  }

  // MARK: Overlays

  private mutating func changeRecommendation(_ index: Int, _ entries: NodeReader.Entries, layer: Int, _ reader: inout NodeReader) {
    let id = policy.recommendations[index].id
    // The published policy may spread a recommendation over several files; only one of them describes it.
    for (name, key, _) in entries.all where !["recommendation", "controls", "rules", "weight"].contains(name) && !name.hasPrefix("x-") {
      reader.report(.lowersPolicy, PolicyMessages.changesMore(id, name), help: PolicyMessages.lowersHelp, at: key, path: id)
    }
    guard let node = entries["weight"] else { return }
    for (profile, (weight, node)) in profileWeights(node, &reader, path: id) {
      let old = policy.recommendations[index].weights[profile]
      if let old, weight < old || !layers[layer].isOverlay {
        reader.report(.lowersPolicy, PolicyMessages.lowers("weight"), help: PolicyMessages.lowersHelp, at: node, path: id)
      }
      policy.recommendations[index].weights[profile] = weight
      if layers[layer].isOverlay, old.map({ $0 < weight }) ?? true { tailor(layer, .raisedWeight, id) }
    }
  }

  private mutating func changeControl(_ index: Int, key: NodeID, _ body: NodeID, layer: Int, _ reader: inout NodeReader) {
    let id = policy.controls[index].id
    guard layers[layer].isOverlay else {
      reader.report(.duplicateID, Messages.duplicateID(id), at: key, path: id)
      return
    }
    guard let entries = reader.mapping(body, allowed: ["weight", "drop"], path: id) else { return }
    if let node = entries["weight"], let weight = weight(node, &reader, path: joined(id, "weight")) {
      let old = policy.controls[index].weight
      if weight < old {
        reader.report(.lowersPolicy, PolicyMessages.lowers("weight"), help: PolicyMessages.lowersHelp, at: node, path: id)
      }
      policy.controls[index].weight = weight
      if old < weight { tailor(layer, .raisedWeight, id) }
    }
    if let node = entries["drop"], let reason = localizedText(node, &reader, path: joined(id, "drop")) {
      dropped[id] = reader.document.location(reader.document.range(of: entries.key("drop") ?? node), in: reader.file)
      tailor(layer, .dropped(reason: reason), id)
    }
  }

  // MARK: Rules

  mutating func decodeRules(_ index: Int) {
    guard let head = layers[index].head else { return }
    for part in layers[index].parts where !part.isSection { decodeRules(of: part.root, layer: index, reader: part.reader) }
    let reader = layers[index].readers[head.reader]
    guard let node = head.entries["recommendations"], reader.document.kind(of: node) == .mapping else { return }
    for (_, value) in reader.document.entries(of: node) { decodeRules(of: value, layer: index, reader: head.reader) }
  }

  private mutating func decodeRules(of recommendation: NodeID, layer index: Int, reader readerIndex: Int) {
    var reader = layers[index].readers[readerIndex]
    defer { layers[index].readers[readerIndex] = reader }
    guard let node = reader.document.value(forKey: "rules", in: recommendation)?.value, let rules = reader.anyMapping(node, path: "rules")
    else {
      return
    }
    for (id, key, value) in rules.all {
      if let existing = policy.rules.firstIndex(where: { $0.id == id }) {
        changeRule(existing, key: key, value, layer: index, &reader)
      } else if let rule = newRule(id, key: key, body: value, &reader) {
        policy.rules.append(rule)
        if layers[index].isOverlay { tailor(index, .addedRule, id) }
      }
    }
  }

  private mutating func newRule(_ id: String, key: NodeID, body: NodeID, _ reader: inout NodeReader) -> Rule? {
    guard let entries = reader.mapping(body, allowed: Self.ruleKeys, path: id) else { return nil }
    if !isControlID(id) || policy.control(id) != nil { reader.report(.wrongFormat, PolicyMessages.notAControlID(id), at: key, path: id) }
    let knockOut = entries["knock-out"].flatMap { reader.choice($0, path: joined(id, "knock-out"), of: Rule.KnockOut.self) }
    guard let node = reader.required("control", in: entries, of: body, path: id), let name = reader.string(node, path: id) else {
      return nil
    }
    guard let control = policy.control(name) else {
      if let location = dropped[name] {
        // A contradiction goes with the control it is shown at; what blocks a verdict does not go unseen.
        if knockOut != nil { report(Diagnostic(.lowersPolicy, PolicyMessages.droppedKnockOut(name, id), at: location, path: name)) }
      } else {
        reportUnknownControl(name, node, &reader, path: id)
      }
      return nil
    }
    var profiles: [Bool]?
    if let node = entries["profiles"] {
      let named = reader.items(node, path: id).compactMap { item in
        reader.string(item, path: id).flatMap { profile($0, item, &reader, path: id) }
      }
      profiles = policy.profiles.indices.map { named.contains($0) }
    }
    let says = reader.required("says", in: entries, of: body, path: id).flatMap { localizedText($0, &reader, path: joined(id, "says")) }
    if knockOut != nil, entries["when"] == nil, policy.controls[control].mayBeNotApplicable {
      reader.report(.invalidPolicy, PolicyMessages.knockOutOnNotApplicable(id), at: key, path: id)
    }
    if knockOut == nil, entries["when"] == nil { _ = reader.required("when", in: entries, of: body, path: id) }
    if let node = entries["examples"] { decodeExamples(ofRule: id, node, &reader) }
    return Rule(
      id: id, control: control, profiles: profiles, knockOut: knockOut,
      when: entries["when"].flatMap { criterion($0, &reader, .rule(joined(id, "when"))) },
      effective: entries["effective"].flatMap { reader.date($0, path: joined(id, "effective")) }, says: says ?? LocalizedText(),
      place: reader.place(key))
  }

  func reportUnknownControl(_ name: String, _ node: NodeID, _ reader: inout NodeReader, path: String) {
    reader.report(
      .unknownReference, PolicyMessages.unknownControl(name),
      help: nearest(to: name, among: policy.controls.map(\.id)).map(Messages.didYouMean),
      at: node, path: path)
  }

  private mutating func changeRule(_ index: Int, key: NodeID, _ body: NodeID, layer: Int, _ reader: inout NodeReader) {
    let id = policy.rules[index].id
    guard layers[layer].isOverlay else {
      reader.report(.duplicateID, Messages.duplicateID(id), at: key, path: id)
      return
    }
    guard let entries = reader.mapping(body, allowed: ["knock-out"], path: id), let node = entries["knock-out"],
      let knockOut = reader.choice(node, path: joined(id, "knock-out"), of: Rule.KnockOut.self)
    else { return }
    let old = policy.rules[index].knockOut
    if let old, knockOut < old {
      reader.report(.lowersPolicy, PolicyMessages.lowers("knock-out"), help: PolicyMessages.lowersHelp, at: node, path: id)
    }
    policy.rules[index].knockOut = knockOut
    if old.map({ $0 < knockOut }) ?? true { tailor(layer, .raisedKnockOut, id) }
  }
}

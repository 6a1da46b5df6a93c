internal import LocatedYAML

/// `policy.yaml`: who the policy is, its sources, profiles, bands and terms.
extension PolicyBuilder {
  private static let keys = [
    "leidraad", "id", "version", "date", "title", "sources", "profiles", "sections", "recommendations", "regime", "completeness", "terms",
    "effort", "bands", "require", "extends", "equivalent-mutants",
  ]
  private static let overlayKeys = [
    "leidraad", "id", "version", "date", "title", "extends", "require", "sources", "sections", "recommendations", "equivalent-mutants",
  ]

  mutating func decodeHead(_ index: Int) {
    guard let head = layers[index].head else { return }
    var reader = layers[index].readers[head.reader]
    defer { layers[index].readers[head.reader] = reader }
    let isOverlay = layers[index].isOverlay
    guard let entries = reader.mapping(head.root, allowed: isOverlay ? Self.overlayKeys : Self.keys, path: "") else { return }

    if let node = reader.required("id", in: entries, of: head.root, path: ""), let id = reader.string(node, path: "id") {
      if !Policy.isIdentifier(id) { reader.report(.wrongFormat, PolicyMessages.notAnIdentifier(id), at: node, path: "id") }
      policy.id = id
      layers[index].name = id
    }
    if let node = reader.required("version", in: entries, of: head.root, path: ""), let text = reader.string(node, path: "version") {
      if let version = Policy.Version(text) {
        policy.version = version
      } else {
        reader.report(.wrongFormat, PolicyMessages.notAVersion(text), at: node, path: "version")
      }
    }
    if let node = isOverlay ? entries["date"] : reader.required("date", in: entries, of: head.root, path: ""),
      let date = reader.date(node, path: "date")
    {
      policy.date = date
    }
    if let node = isOverlay ? entries["title"] : reader.required("title", in: entries, of: head.root, path: ""),
      let title = localizedText(node, &reader, path: "title")
    {
      policy.title = title
    }
    if let node = entries["sources"] { decodeSources(node, &reader) }
    if let node = entries["equivalent-mutants"] { decodeEquivalentMutants(node, &reader) }
    if !isOverlay { decodeFrame(entries, root: head.root, &reader) }
    if let node = isOverlay ? entries["require"] : reader.required("require", in: entries, of: head.root, path: "") {
      decodeRequire(node, &reader, overlay: isOverlay ? layers[index].name : nil)
    }
  }

  private mutating func decodeFrame(_ entries: NodeReader.Entries, root: NodeID, _ reader: inout NodeReader) {
    if let node = reader.required("profiles", in: entries, of: root, path: "") { decodeProfiles(node, &reader) }
    if let node = reader.required("bands", in: entries, of: root, path: "") { decodeBands(node, &reader) }
    if let node = entries["completeness"], let share = fraction(node, &reader, path: "completeness", atMostOne: true) {
      policy.completeness = share
    }
    if let node = entries["terms"], let terms = reader.mapping(node, allowed: ["evidence", "decision", "verdict"], path: "terms") {
      for (name, _, value) in terms.all where !name.hasPrefix("x-") {
        guard let months = months(value, &reader, path: "terms.\(name)") else { continue }
        switch name {
        case "evidence": policy.terms.evidence = months
        case "decision": policy.terms.decision = months
        case "verdict": policy.terms.verdict = months
        default: continue
        }
      }
    }
    if let node = entries["effort"], let efforts = reader.mapping(node, allowed: Effort.allCases.map(\.rawValue), path: "effort") {
      for (name, _, value) in efforts.all {
        guard let effort = Effort(rawValue: name), let cost = reader.integer(value, path: "effort.\(name)", in: 1...1000) else { continue }
        switch effort {
        case .low: policy.effort.low = cost
        case .medium: policy.effort.medium = cost
        case .high: policy.effort.high = cost
        }
      }
    }
  }

  private mutating func decodeSources(_ node: NodeID, _ reader: inout NodeReader) {
    guard let entries = reader.anyMapping(node, path: "sources") else { return }
    for (id, key, value) in entries.all {
      let path = "sources.\(id)"
      guard let source = reader.mapping(value, allowed: ["title", "short", "publisher", "date", "url"], path: path) else { continue }
      if policy.source(id) != nil { reader.report(.duplicateID, Messages.duplicateID(id), at: key, path: path) }
      var date: PartialDate?
      if let node = source["date"], let text = reader.string(node, path: joined(path, "date")) {
        date = PartialDate(text)
        if date == nil {
          reader.report(.invalidDate, Messages.invalidDate(text), help: PolicyMessages.partialDateHelp, at: node, path: path)
        }
      }
      let title = reader.required("title", in: source, of: value, path: path).flatMap { neutralText($0, &reader, path: path) }
      policy.sources.append(
        Policy.Source(
          id: id, title: title ?? LocalizedText(),
          short: source["short"].flatMap { neutralText($0, &reader, path: path) } ?? title ?? LocalizedText(),
          publisher: source["publisher"].flatMap { neutralText($0, &reader, path: path) } ?? LocalizedText(),
          date: date, url: source["url"].flatMap { reader.string($0, path: joined(path, "url")) }))
    }
  }

  private mutating func decodeProfiles(_ node: NodeID, _ reader: inout NodeReader) {
    guard let entries = reader.anyMapping(node, path: "profiles") else { return }
    for (id, key, value) in entries.all {
      let path = "profiles.\(id)"
      guard let profile = reader.mapping(value, allowed: ["label", "subject", "kinds"], path: path) else { continue }
      let label = reader.required("label", in: profile, of: value, path: path).flatMap {
        localizedText($0, &reader, path: joined(path, "label"))
      }
      let subject = profile["subject"].flatMap { localizedText($0, &reader, path: joined(path, "subject")) }
      policy.profiles.append(
        Policy.Profile(id: id, label: label ?? LocalizedText(), subject: subject ?? LocalizedText(PolicyWords.subject)))
      guard let kinds = reader.required("kinds", in: profile, of: value, path: path).flatMap({ reader.anyMapping($0, path: path) }) else {
        continue
      }
      if kinds.all.isEmpty { reader.report(.invalidPolicy, PolicyMessages.noKinds(id), at: key, path: path) }
      for (kind, key, value) in kinds.all {
        if policy.kinds.contains(where: { $0.id == kind }) { reader.report(.duplicateID, Messages.duplicateID(kind), at: key, path: path) }
        checkOptionID(kind, key, &reader, path: joined(path, kind))
        let label = localizedText(value, &reader, path: joined(path, kind)) ?? LocalizedText()
        policy.kinds.append(Policy.Kind(id: kind, label: label, profile: policy.profiles.count - 1))
      }
    }
    if policy.kinds.isEmpty || policy.kinds.count > 64 {
      reader.report(.invalidPolicy, PolicyMessages.kindCount, at: node, path: "profiles")
    }
  }

  private mutating func decodeBands(_ node: NodeID, _ reader: inout NodeReader) {
    for item in reader.items(node, path: "bands") {
      guard let band = reader.mapping(item, allowed: ["id", "from", "title"], path: "bands"),
        let id = reader.required("id", in: band, of: item, path: "bands").flatMap({ reader.string($0, path: "bands") }),
        let fromNode = reader.required("from", in: band, of: item, path: "bands"),
        let from = fraction(fromNode, &reader, path: "bands.\(id)", atMostOne: false)
      else { continue }
      let title = reader.required("title", in: band, of: item, path: "bands").flatMap { localizedText($0, &reader, path: "bands.\(id)") }
      let isInOrder = policy.bands.last.map { $0.from < from } ?? from.isZero
      if !isInOrder || from > Fraction(100) { reader.report(.invalidPolicy, PolicyMessages.bandOrder, at: fromNode, path: "bands.\(id)") }
      policy.bands.append(Policy.Band(id: id, from: from, title: title ?? LocalizedText()))
    }
    // The caps are at the first and the second band.
    if policy.bands.count < 2 { reader.report(.invalidPolicy, PolicyMessages.bandCount, at: node, path: "bands") }
  }

  private mutating func decodeRequire(_ node: NodeID, _ reader: inout NodeReader, overlay: String?) {
    guard let id = reader.string(node, path: "require") else { return }
    guard let band = policy.bands.firstIndex(where: { $0.id == id }) else {
      let ids = policy.bands.map(\.id)
      reader.report(
        .unknownReference, PolicyMessages.unknownBand(id), help: Messages.optionHelp(nearest(to: id, among: ids), ids), at: node,
        path: "require")
      return
    }
    if overlay != nil, band < policy.require {
      reader.report(.lowersPolicy, PolicyMessages.lowers("require"), help: PolicyMessages.lowersHelp, at: node, path: "require")
    } else if let overlay, band > policy.require {
      policy.tailoring.append(Policy.Tailoring(overlay: overlay, change: .raisedRequire, subject: id))
    }
    policy.require = band
  }

  // MARK: Values

  /// Words in each language: `{nl: …, en: …}`. What lacks one of the tool's own languages is reported.
  mutating func localizedText(_ node: NodeID, _ reader: inout NodeReader, path: String) -> LocalizedText? {
    guard reader.document.kind(of: node) == .mapping else {
      reader.report(.wrongType, PolicyMessages.needsLanguages, help: PolicyMessages.needsLanguagesHelp, at: node, path: path)
      return nil
    }
    var texts: [LocalizedText.Entry] = []
    var empty: [Language] = []
    for (key, value) in reader.document.entries(of: node) {
      let tag = reader.document.string(of: key)
      guard let language = Language(tag: tag) else {
        reader.report(.invalidLanguage, Messages.invalidLanguage(tag), at: key, path: path)
        continue
      }
      guard let text = reader.string(value, path: joined(path, tag)) else { continue }
      if text.allSatisfy(\.isWhitespace) {
        reader.report(.missingLanguage, PolicyMessages.emptyText(tag), at: key, path: path)
        empty.append(language)
        continue
      }
      if !policy.languages.contains(language) { policy.languages.append(language) }
      texts.append(LocalizedText.Entry(language: language, text: trimmed(text)))
    }
    let text = LocalizedText(texts)
    for language in Language.own where text.text(in: language) == nil && !empty.contains(language) {
      reader.report(.missingLanguage, PolicyMessages.missingLanguage(language), at: node, path: path)
    }
    return text
  }

  /// A name that is the same in every language, or words in each.
  mutating func neutralText(_ node: NodeID, _ reader: inout NodeReader, path: String) -> LocalizedText? {
    guard reader.document.kind(of: node) == .scalar else { return localizedText(node, &reader, path: path) }
    let text = reader.document.string(of: node)
    return LocalizedText(Language.own.map { LocalizedText.Entry(language: $0, text: text) })
  }

  mutating func fraction(_ node: NodeID, _ reader: inout NodeReader, path: String, atMostOne: Bool) -> Fraction? {
    guard let text = reader.string(node, path: path) else { return nil }
    guard let fraction = Fraction(text), !atMostOne || fraction <= .one else {
      reader.report(.invalidFraction, PolicyMessages.invalidFraction(text, atMostOne: atMostOne), at: node, path: path)
      return nil
    }
    return fraction
  }

  /// A weight: a number or fraction above 0.
  mutating func weight(_ node: NodeID, _ reader: inout NodeReader, path: String) -> Fraction? {
    guard let text = reader.string(node, path: path) else { return nil }
    guard let weight = Fraction(text), !weight.isZero else {
      reader.report(.invalidWeight, PolicyMessages.invalidWeight(text), help: PolicyMessages.weightHelp, at: node, path: path)
      return nil
    }
    return weight
  }

  private mutating func months(_ node: NodeID, _ reader: inout NodeReader, path: String) -> Int? {
    guard let period = reader.period(node, path: path) else { return nil }
    switch period.unit {
    case .months: return period.amount
    case .years: return period.amount * 12
    case .days, .weeks:
      reader.report(.invalidPeriod, PolicyMessages.termInMonths, at: node, path: path)
      return nil
    }
  }

  /// An option's id must not be a word that YAML reads as true, false or nothing.
  mutating func checkOptionID(_ id: String, _ key: NodeID, _ reader: inout NodeReader, path: String) {
    let isBoolean = ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", ""].contains(id.lowercased())
    if isBoolean || id == "not-arranged" {
      reader.report(.invalidPolicy, PolicyMessages.booleanOption(id), help: PolicyMessages.booleanOptionHelp, at: key, path: path)
    }
  }
}

/// Without white space at either end.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(text[first...last])
}

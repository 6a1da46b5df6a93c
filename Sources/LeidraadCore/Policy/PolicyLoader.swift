internal import LocatedYAML

/// One file of a policy: its name as shown to people, and its bytes.
package struct PolicyFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What came of reading a policy. With an error among the diagnostics there is no policy.
package struct PolicyLoading: Sendable {
  package let policy: Policy?
  package let diagnostics: [Diagnostic]
  /// The files, for those who work on the policy.
  package let sources: PolicySources
  package let ruleExamples: [RuleExample]
  package let equivalentMutants: [EquivalentMutant]
}

extension Policy {
  /// Reads a policy and what it extends.
  ///
  /// - Parameters:
  ///   - files: All files of the policy, in any order; which is which, their top-level keys say.
  ///   - base: The files of the policy that another one extends, by its id; nil when there is none.
  package static func load(_ files: [PolicyFile], base: (String) throws -> [PolicyFile]?) rethrows -> PolicyLoading {
    var builder = PolicyBuilder()
    try builder.addLayer(files, extended: nil, base: base)
    return builder.build()
  }
}

/// Puts a policy together from its layers: the published policy first, then each overlay.
struct PolicyBuilder {
  var policy = Policy.none
  var layers: [Layer] = []
  /// Of files that could not be read as YAML, and of the policy as a whole.
  private(set) var diagnostics: [Diagnostic] = []
  /// Controls that an overlay dropped.
  var dropped: [String: Location] = [:]
  /// Of rules, for whoever tests a policy; an assessment does not need them.
  var ruleExamples: [RuleExample] = []
  var equivalentMutants: [EquivalentMutant] = []
  /// A file could not be read as YAML: what then is missing, or refers to nothing, says no more than that.
  private var isIncomplete = false

  /// One policy of the chain: its files, each with what was found in it.
  struct Layer {
    var name: String
    var readers: [NodeReader] = []
    var head: (reader: Int, root: NodeID, entries: NodeReader.Entries)?
    /// Files of a section or recommendation, by their id.
    var parts: [Part] = []
    var isOverlay = false

    struct Part {
      let isSection: Bool
      let id: String
      /// Where the id stands.
      let name: NodeID
      let reader: Int
      let root: NodeID
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: Layers

  /// Reads the files of one layer and, before it, of the one it extends.
  mutating func addLayer(_ files: [PolicyFile], extended: Location?, base: (String) throws -> [PolicyFile]?) rethrows {
    var layer = Layer(name: files.first?.name ?? "")
    for file in files { read(file, into: &layer) }
    guard let head = layer.head else {
      if isIncomplete { return }
      let location = extended ?? .whole(files.first?.name ?? "policy.yaml")
      report(Diagnostic(.invalidPolicy, PolicyMessages.noHead, help: PolicyMessages.noHeadHelp, at: location))
      return
    }
    if let node = head.entries["extends"] {
      layer.isOverlay = true
      try extend(node, of: &layer, base: base)
    }
    layers.append(layer)
  }

  private mutating func extend(_ node: NodeID, of layer: inout Layer, base: (String) throws -> [PolicyFile]?) rethrows {
    guard let head = layer.head, let reference = layer.readers[head.reader].string(node, path: "extends") else { return }
    let location = layer.readers[head.reader].document.location(of: node, in: layer.readers[head.reader].file)
    guard let (id, major) = Policy.parse(reference: reference) else {
      report(Diagnostic(.wrongFormat, PolicyMessages.notAReference(reference), at: location, path: "extends"))
      return
    }
    guard !policy.extends.contains(reference), layers.count < 8, policy.extends.count < 8 else {
      report(Diagnostic(.circularExtends, PolicyMessages.circular(reference), at: location, path: "extends"))
      return
    }
    policy.extends.append(reference)
    guard let files = try base(id) else {
      report(Diagnostic(.unknownReference, PolicyMessages.unknownPolicy(id), at: location, path: "extends"))
      return
    }
    try addLayer(files, extended: location, base: base)
    if let version = layers.last?.version, version.major != major {
      report(Diagnostic(.unknownReference, PolicyMessages.otherMajor(reference, found: version), at: location, path: "extends"))
    }
  }

  private mutating func read(_ file: PolicyFile, into layer: inout Layer) {
    let document: Document
    do {
      document = try Document.parse(file.bytes, limits: .policy)
    } catch {
      diagnostics += error.diagnostics(file: file.name)
      isIncomplete = true
      return
    }
    var reader = NodeReader(document, file: file.name)
    guard let root = document.root, !reader.isEmpty(root) else {
      report(Diagnostic(.invalidPolicy, PolicyMessages.emptyFile, at: .whole(file.name)))
      return
    }
    guard let entries = reader.anyMapping(root, path: "") else {
      diagnostics += reader.diagnostics
      isIncomplete = true
      return
    }
    let index = layer.readers.count
    if entries["leidraad"] != nil {
      if layer.head != nil { report(Diagnostic(.invalidPolicy, PolicyMessages.secondHead, at: .whole(file.name))) }
      reader.header(entries, root: root, kind: "policy")
      layer.head = (index, root, entries)
    } else if let node = entries["section"] ?? entries["recommendation"], let id = reader.string(node, path: "") {
      let isSection = entries["section"] != nil
      layer.parts.append(Layer.Part(isSection: isSection, id: id, name: node, reader: index, root: root))
    } else {
      report(Diagnostic(.invalidPolicy, PolicyMessages.strayFile, at: .whole(file.name)))
    }
    layer.readers.append(reader)
  }

  // MARK: Building

  mutating func build() -> PolicyLoading {
    if !isIncomplete, !layers.isEmpty, let first = layers.first, !first.isOverlay || layers.count > 1 {
      for index in layers.indices { decodeHead(index) }
      for index in layers.indices { decodeSections(index) }
      finishFields()
      for index in layers.indices { decodeRecommendations(index) }
      dropControls()
      for index in layers.indices { decodeRules(index) }
      checkReach()
    }
    let all = (diagnostics + layers.flatMap { $0.readers.flatMap(\.diagnostics) }).sorted(by: Diagnostic.inReadingOrder)
    let isUsable = !layers.isEmpty && !all.contains { $0.severity == .error }
    return PolicyLoading(
      policy: isUsable ? policy : nil, diagnostics: all, sources: sources, ruleExamples: ruleExamples, equivalentMutants: equivalentMutants)
  }

  private var sources: PolicySources {
    PolicySources(
      layers.indices.flatMap { index in
        layers[index].readers.map { PolicySources.File(name: $0.file, document: $0.document, isOwn: index == layers.count - 1) }
      })
  }

  /// Dropping comes after all layers, as does giving each recommendation its controls: indices then stay.
  private mutating func dropControls() {
    policy.controls.removeAll { dropped[$0.id] != nil }
    for index in policy.recommendations.indices { policy.recommendations[index].controls = [] }
    for (index, control) in policy.controls.enumerated() { policy.recommendations[control.recommendation].controls.append(index) }
    // Reading order of the report: recommendation by recommendation, also where an overlay added a control at the end.
    let order = policy.recommendations.flatMap(\.controls)
    if order != Array(policy.controls.indices) {
      policy.controls = order.map { policy.controls[$0] }
      for index in policy.recommendations.indices { policy.recommendations[index].controls = [] }
      for (index, control) in policy.controls.enumerated() { policy.recommendations[control.recommendation].controls.append(index) }
    }
  }

  private mutating func checkReach() {
    for control in policy.controls {
      let weights = policy.recommendations[control.recommendation].weights
      if !zip(control.addressees, weights).contains(where: { $0 && $1 != nil }) {
        report(
          Diagnostic(
            .unreachableControl, PolicyMessages.unreachable(control.id), help: PolicyMessages.unreachableHelp, at: location(control.place),
            path: control.id))
      }
    }
    for recommendation in policy.recommendations where recommendation.controls.isEmpty {
      report(
        Diagnostic(
          .invalidPolicy, PolicyMessages.noControls(recommendation.id), at: location(recommendation.place), path: recommendation.id))
    }
  }

  /// A place that was kept, as a location again.
  func location(_ place: PolicyPlace) -> Location {
    for layer in layers {
      for reader in layer.readers where reader.file == place.file {
        // Up to the end of the key that stands there.
        let start = reader.document.offset(line: place.line, column: place.column)
        let end = reader.document.bytes[start...].firstIndex { $0 == 0x3A || $0 <= 0x20 } ?? reader.document.bytes.count
        return reader.document.location(SourceRange(start: start, end: end), in: place.file)
      }
    }
    return .whole(place.file)
  }
}

extension PolicyBuilder.Layer {
  var version: Policy.Version? {
    guard let head, let node = head.entries["version"], readers[head.reader].document.kind(of: node) == .scalar else { return nil }
    return Policy.Version(readers[head.reader].document.string(of: node))
  }
}

extension Policy {
  /// Keys that a guideline has of its own, which no section may be called.
  package static var reservedSections: [String] { PolicyBuilder.reservedSections }

  /// Reads `online-work@1`.
  package static func parse(reference: some StringProtocol) -> (id: String, major: Int)? {
    let parts = reference.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, isIdentifier(parts[0]), let major = wholeNumber(parts[1].utf8), major >= 0 else { return nil }
    return (String(parts[0]), major)
  }

  /// Small letters, digits and dashes, a letter first.
  package static func isIdentifier(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 64, !text.hasSuffix("-") else { return false }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || isASCIIDigit($0) || $0 == 0x2D }
  }

  /// No policy: for what is said before one is read.
  package static let none = Policy(
    id: "", version: Version(major: 0, minor: 0, patch: 0), date: CivilDate.distantPast, title: LocalizedText(),
    sources: [], profiles: [], kinds: [], sections: [], fields: [], recommendations: [], controls: [], rules: [], regime: nil,
    completeness: Fraction(4, 5), terms: Terms(evidence: 24, decision: 12, verdict: 12), effort: Efforts(low: 1, medium: 2, high: 4),
    bands: [], require: 0, tailoring: [], extends: [], languages: Language.own)
}

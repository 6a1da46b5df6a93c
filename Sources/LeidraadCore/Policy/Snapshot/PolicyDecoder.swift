/// Reads a policy from the bytes of a snapshot; see `PolicySnapshot` for the format, and `PolicyEncoder`, which this mirrors line by line.
struct PolicyDecoder {
  /// The largest numerator and denominator.
  static let maximumTerm = 1_000_000_000_000

  /// Numbers within this can be added and multiplied by what the assessment does without leaving 64 bits.
  private static let numbers = -999_999_999...999_999_999
  private static let months = 0...999_999

  private var structure: SnapshotReader
  private var words: SnapshotReader
  private var files: [String] = []
  private var lastLine = 0
  private var policy = Policy.none
  private var controlCount = 0
  /// How deep the criterion that is being read lies.
  private var depth = 0

  /// The digest of the YAML that a snapshot was made from; nil for one of another format, or for none.
  static func digest(of snapshot: UnsafeRawBufferPointer) -> UInt64? {
    guard snapshot.count >= PolicySnapshot.headSize, snapshot.starts(with: PolicySnapshot.magic + [PolicySnapshot.version]) else {
      return nil
    }
    return number(snapshot[(PolicySnapshot.magic.count + 1)...].prefix(8))
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  fileprivate init?(_ snapshot: UnsafeRawBufferPointer) {
    guard PolicyDecoder.digest(of: snapshot) != nil, let start = snapshot.baseAddress, let count = UInt32(exactly: snapshot.count) else {
      return nil
    }
    let head = PolicySnapshot.headSize
    let size = PolicyDecoder.number(snapshot[(head - 4)...].prefix(4))
    guard size <= snapshot.count - head else { return nil }
    structure = SnapshotReader(StoredBytes(start: start + head, count: UInt32(size)))
    words = SnapshotReader(StoredBytes(start: start + head + Int(size), count: count - UInt32(head) - UInt32(size)))
  }

  fileprivate mutating func decode() -> Policy? {
    files = array { $0.structure.string() }
    decodeHead()
    policy.profiles = array { Policy.Profile(id: $0.structure.string(), label: $0.text(), subject: $0.text()) }
    policy.kinds = array {
      Policy.Kind(id: $0.structure.string(), label: $0.text(), profile: $0.structure.index(below: $0.policy.profiles.count))
    }
    policy.sections = array { Policy.Section(id: $0.structure.string(), label: $0.text(), help: $0.text(), place: $0.place()) }
    policy.fields = array { $0.field(isItem: false) }
    // A damaged reader answers with index 0, which stands for nothing in what is empty.
    guard !structure.isDamaged, !words.isDamaged, isFramed else { return nil }
    let recommendationCount = structure.count()
    controlCount = structure.count()
    policy.recommendations = array(of: recommendationCount) { $0.recommendation() }
    policy.controls = array(of: controlCount) { $0.control() }
    policy.rules = array { $0.rule() }
    decodeFrame()
    let isWhole = structure.remaining == 0 && words.remaining == 0 && !structure.isDamaged && !words.isDamaged
    return isWhole && policy.bands.count >= 2 ? policy : nil
  }

  /// What the rest of the program takes for granted of a policy that was read from YAML.
  private var isFramed: Bool {
    guard !policy.kinds.isEmpty, let kind = policy.field("organisation.kind") else { return false }
    return policy.fields[kind].options.count == policy.kinds.count
  }

  private mutating func decodeHead() {
    policy.id = structure.string()
    policy.version = Policy.Version(
      major: structure.integer(in: PolicyDecoder.months), minor: structure.integer(in: PolicyDecoder.months),
      patch: structure.integer(in: PolicyDecoder.months))
    policy.date = date()
    policy.title = text()
    policy.sources = array {
      Policy.Source(
        id: $0.structure.string(), title: $0.text(), short: $0.text(), publisher: $0.text(), date: $0.optional { $0.partialDate() } ?? nil,
        url: $0.optional { $0.structure.string() })
    }
  }

  private mutating func decodeFrame() {
    policy.regime = optional { $0.structure.index(below: $0.policy.fields.count) }
    policy.completeness = fraction()
    policy.terms = Policy.Terms(
      evidence: structure.integer(in: PolicyDecoder.months), decision: structure.integer(in: PolicyDecoder.months),
      verdict: structure.integer(in: PolicyDecoder.months))
    policy.effort = Policy.Efforts(
      low: structure.integer(in: PolicyDecoder.months), medium: structure.integer(in: PolicyDecoder.months),
      high: structure.integer(in: PolicyDecoder.months))
    policy.bands = array { Policy.Band(id: $0.structure.string(), from: $0.fraction(), title: $0.text()) }
    policy.require = structure.index(below: policy.bands.count)
    policy.tailoring = array { Policy.Tailoring(overlay: $0.structure.string(), change: $0.change(), subject: $0.structure.string()) }
    policy.extends = array { $0.structure.string() }
    policy.languages = array { $0.structure.string() }.compactMap { Language(tag: $0) }
  }

  private mutating func change() -> Policy.Tailoring.Change {
    switch structure.choice(SnapshotTag.Change.self) {
    case .addedSection: .addedSection
    case .addedField: .addedField
    case .addedOption: .addedOption
    case .addedRecommendation: .addedRecommendation
    case .addedControl: .addedControl
    case .addedRule: .addedRule
    case .raisedWeight: .raisedWeight
    case .raisedRequire: .raisedRequire
    case .raisedKnockOut: .raisedKnockOut
    case .dropped: .dropped(reason: text())
    }
  }

  // MARK: Fields

  private mutating func field(isItem: Bool) -> Field {
    var field = Field(
      section: structure.index(below: policy.sections.count), name: structure.string(), path: structure.string(),
      kind: structure.choice(Field.Kind.self), label: text(), help: text(), exampleStore: .written(nil), sentence: text(),
      sentenceWhenFalse: text(), options: [], items: [], unit: text(), minimum: 0, maximum: nil, isPersonal: false, isScored: false,
      emptyMeaning: nil, isBuiltIn: false, place: place())
    field.exampleStore = .stored(inWords())
    field.options = array { Field.Option(id: $0.structure.string(), label: $0.text()) }
    field.items = array { decoder in
      // A list's items hold no lists.
      if isItem { decoder.structure.fail() }
      return isItem ? field : decoder.field(isItem: true)
    }
    field.minimum = structure.integer(in: PolicyDecoder.numbers)
    field.maximum = optional { $0.structure.integer(in: PolicyDecoder.numbers) }
    field.isPersonal = structure.flag()
    field.isScored = structure.flag()
    field.isBuiltIn = structure.flag()
    field.emptyMeaning = optional { $0.text() }
    if field.options.count > 64 || field.minimum > field.maximum ?? 999_999_999 { structure.fail() }
    return field
  }

  // MARK: Controls and rules

  private mutating func recommendation() -> Recommendation {
    Recommendation(
      id: structure.string(), title: text(), summary: text(), source: structure.string(),
      weights: policy.profiles.map { _ in optional { $0.fraction() } }, appliesWhen: optional { $0.criterion() },
      controls: array { $0.structure.index(below: $0.controlCount) }, place: place())
  }

  private mutating func control() -> Control {
    var control = Control(
      id: structure.string(), recommendation: structure.index(below: policy.recommendations.count), title: text(),
      basis: structure.choice(Control.Basis.self), sources: array { $0.structure.string() },
      addressees: policy.profiles.map { _ in structure.flag() },
      weight: fraction(), effort: structure.choice(Effort.self), why: text(), how: text(), evidence: evidence(),
      mayBeNotApplicable: structure.flag(),
      laws: array { Control.Law(regime: $0.structure.string(), articles: $0.array { $0.structure.string() }) },
      effective: optional { $0.date() }, appliesWhen: optional { $0.criterion() }, check: array { $0.criterion() },
      exampleStore: .written([]),
      place: place())
    control.exampleStore = .stored(inWords(), control: control.place)
    return control
  }

  private mutating func evidence() -> Control.EvidenceNeed {
    switch structure.choice(SnapshotTag.Evidence.self) {
    case .none: .none
    case .required: .required
    case .when: .when(criterion())
    }
  }

  private mutating func rule() -> Rule {
    Rule(
      id: structure.string(), control: structure.index(below: controlCount),
      profiles: optional { decoder in decoder.policy.profiles.map { _ in decoder.structure.flag() } },
      knockOut: optional { $0.structure.choice(Rule.KnockOut.self) }, when: optional { $0.criterion() }, effective: optional { $0.date() },
      says: text(), place: place())
  }

  // MARK: Parts

  private mutating func array<Element>(_ element: (inout PolicyDecoder) -> Element) -> [Element] {
    array(of: structure.count(), element)
  }

  /// Ends where the reader finds damage, whatever the count says.
  private mutating func array<Element>(of count: Int, _ element: (inout PolicyDecoder) -> Element) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(min(count, SnapshotReader.largestReserve))
    for _ in 0..<count where !structure.isDamaged { elements.append(element(&self)) }
    return elements
  }

  private mutating func optional<Value>(_ value: (inout PolicyDecoder) -> Value) -> Value? {
    structure.flag() ? value(&self) : nil
  }

  private mutating func text() -> LocalizedText { LocalizedText(StoredText(inWords())) }

  private mutating func inWords() -> StoredBytes { words.bytes(Int(structure.index(below: words.remaining + 1))) }

  private mutating func date() -> CivilDate {
    CivilDate(dayNumber: structure.integer(in: CivilDate.range.lowerBound...CivilDate.range.upperBound)) ?? .distantPast
  }

  private mutating func partialDate() -> PartialDate? {
    let date = PartialDate(structure.string())
    if date == nil { structure.fail() }
    return date
  }

  private mutating func place() -> PolicyPlace {
    let file = structure.index(below: files.count)
    lastLine += structure.integer(in: -PolicyPlace.maximum...PolicyPlace.maximum)
    let column = structure.integer(in: 0...PolicyPlace.maximum)
    return PolicyPlace(file: structure.isDamaged ? "" : files[file], line: lastLine, column: column)
  }

  private mutating func fraction() -> Fraction {
    let numerator = structure.integer(in: 0...PolicyDecoder.maximumTerm)
    return Fraction(numerator, structure.integer(in: 1...PolicyDecoder.maximumTerm))
  }

  // MARK: Criteria

  /// - Parameter list: The list whose items' fields are meant by a reference to an item.
  private mutating func criterion(ofItemsOf list: Int? = nil) -> Criterion {
    depth += 1
    defer { depth -= 1 }
    if depth > SnapshotReader.maximumDepth { structure.fail() }
    guard !structure.isDamaged else { return .unmet([]) }
    switch structure.choice(SnapshotTag.Criterion.self) {
    case .test: return .test(test(ofItemsOf: list))
    case .each:
      let (field, _, inner) = reference(ofItemsOf: list)
      if inner == nil { structure.fail() }
      let filter = optional { $0.criterion(ofItemsOf: inner) }
      return .each(Criterion.Each(field: field, filter: filter, criteria: array { $0.criterion(ofItemsOf: inner) }))
    case .all: return .all(array { $0.criterion(ofItemsOf: list) })
    case .any: return .any(array { $0.criterion(ofItemsOf: list) })
    case .not: return .not(criterion(ofItemsOf: list))
    case .unmet: return .unmet(array { $0.structure.index(below: $0.controlCount) })
    case .guarded: return .guarded(criterion(ofItemsOf: list), when: criterion(ofItemsOf: list))
    }
  }

  private mutating func test(ofItemsOf list: Int?) -> Criterion.Test {
    let (field, kind, inner) = reference(ofItemsOf: list)
    let comparison = comparison()
    let filter = optional { decoder in
      if inner == nil { decoder.structure.fail() }
      return decoder.criterion(ofItemsOf: inner)
    }
    return Criterion.Test(field: field, kind: kind, comparison: comparison, filter: filter)
  }

  /// A reference, the kind of its field, and the field itself where it is a list of its own.
  private mutating func reference(ofItemsOf list: Int?) -> (FieldReference, Field.Kind, list: Int?) {
    guard structure.flag() else {
      let index = structure.index(below: policy.fields.count)
      let kind = policy.fields[index].kind
      return (.guideline(index), kind, kind == .list ? index : nil)
    }
    let items = list.map { policy.fields[$0].items } ?? []
    let index = structure.index(below: items.count)
    return (.item(index), index < items.count ? items[index].kind : .text, nil)
  }

  private mutating func comparison() -> Comparison {
    switch structure.choice(SnapshotTag.Comparison.self) {
    case .given: .given
    case .isOption: .isOption(structure.number())
    case .isNumber: .isNumber(array { $0.structure.integer(in: PolicyDecoder.numbers) })
    case .excludes: .excludes(structure.number())
    case .includes: .includes(structure.number())
    case .includesAny: .includesAny(structure.number())
    case .atLeast: .atLeast(structure.integer(in: PolicyDecoder.numbers))
    case .atMost: .atMost(structure.integer(in: PolicyDecoder.numbers))
    case .grade: .grade(array { $0.grade() })
    case .withinMonths: .withinMonths(structure.integer(in: PolicyDecoder.months))
    case .notPast: .notPast(structure.integer(in: PolicyDecoder.months))
    }
  }

  private mutating func grade() -> Comparison.Grade {
    switch structure.choice(SnapshotTag.Grade.self) {
    case .share: .share(fraction())
    case .contradicted: .contradicted
    case .unlisted: .unlisted
    }
  }
}

extension Policy {
  /// Reads a snapshot. Nil where it is of another format or damaged.
  ///
  /// - Parameter snapshot: Bytes that stay where they are, unchanged, for as long as the policy or any of its texts is used: those of the binary.
  package init?(snapshot: UnsafeRawBufferPointer) {
    guard var decoder = PolicyDecoder(snapshot), let policy = decoder.decode() else { return nil }
    self = policy
  }
}

/// A policy as bytes that are read back in a fraction of the time that its YAML takes: checked already, indices in place of names, and the words
/// apart, so that those that nobody prints are not read either.
///
/// ```
/// "LDPS"  version  digest of the YAML (8)  size of the structure (4)  structure  words
/// ```
///
/// The structure holds the policy's values in the order of `PolicyEncoder.encode`. Of a text or example it holds the length alone; the words
/// stand one after another in the order in which the structure comes to them. Lines are counted from the place before. So a change of the YAML
/// changes little of the snapshot.
package struct PolicySnapshot {
  package let bytes: [UInt8]
  /// Where lines begin when the bytes are written down as source.
  package let lineStarts: [Int]

  static let magic: [UInt8] = Array("LDPS".utf8)
  /// Goes up with every change of the format.
  static let version: UInt8 = 1
  static let headSize = magic.count + 1 + 8 + 4

  /// The policy that was loaded from files with that digest; nil where it holds what the format cannot: a number far beyond all that policies say.
  package init?(_ policy: Policy, digest: UInt64) {
    var encoder = PolicyEncoder(policy)
    encoder.encode()
    guard !encoder.isBeyond else { return nil }
    let structure = encoder.structure.bytes
    let head = Self.magic + [Self.version] + Self.fixed(digest, 8) + Self.fixed(UInt64(structure.count), 4)
    bytes = head + structure + encoder.words.bytes
    lineStarts =
      encoder.structure.lineStarts.map { $0 + head.count } + encoder.words.lineStarts.map { $0 + head.count + structure.count }
  }

  /// A number in so many bytes, the lowest first.
  private static func fixed(_ number: UInt64, _ count: UInt64) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// Writes a policy down; `PolicyDecoder` mirrors it line by line.
struct PolicyEncoder {
  private let policy: Policy
  private let files: [String: Int]
  private var lastLine = 0
  fileprivate var structure = SnapshotWriter()
  fileprivate var words = SnapshotWriter()
  fileprivate var isBeyond = false

  init(_ policy: Policy) {
    self.policy = policy
    let places =
      policy.sections.map(\.place) + policy.fields.flatMap { [$0.place] + $0.items.map(\.place) }
      + policy.recommendations.map(\.place) + policy.controls.map(\.place) + policy.rules.map(\.place)
    let names = Set(places.map(\.file)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    files = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  fileprivate mutating func encode() {
    array(files.sorted { $0.value < $1.value }) { $0.structure.string($1.key) }
    encodeHead()
    array(policy.profiles) {
      $0.structure.string($1.id)
      $0.text($1.label)
      $0.text($1.subject)
    }
    array(policy.kinds) {
      $0.structure.string($1.id)
      $0.text($1.label)
      $0.structure.index($1.profile)
    }
    array(policy.sections) {
      $0.structure.startLine()
      $0.structure.string($1.id)
      $0.text($1.label)
      $0.text($1.help)
      $0.place($1.place)
    }
    array(policy.fields) { $0.field($1) }
    structure.index(policy.recommendations.count)
    structure.index(policy.controls.count)
    for recommendation in policy.recommendations { encode(recommendation) }
    for control in policy.controls { encode(control) }
    array(policy.rules) { $0.rule($1) }
    encodeFrame()
  }

  private mutating func encodeHead() {
    structure.string(policy.id)
    for number in [policy.version.major, policy.version.minor, policy.version.patch] { structure.integer(number) }
    structure.integer(policy.date.dayNumber)
    text(policy.title)
    array(policy.sources) {
      $0.structure.startLine()
      $0.structure.string($1.id)
      $0.text($1.title)
      $0.text($1.short)
      $0.text($1.publisher)
      $0.optional($1.date) { $0.structure.string($1.description) }
      $0.optional($1.url) { $0.structure.string($1) }
    }
  }

  private mutating func encodeFrame() {
    structure.startLine()
    optional(policy.regime) { $0.structure.index($1) }
    fraction(policy.completeness)
    for months in [policy.terms.evidence, policy.terms.decision, policy.terms.verdict] { structure.integer(months) }
    for cost in [policy.effort.low, policy.effort.medium, policy.effort.high] { structure.integer(cost) }
    array(policy.bands) {
      $0.structure.string($1.id)
      $0.fraction($1.from)
      $0.text($1.title)
    }
    structure.index(policy.require)
    array(policy.tailoring) { $0.tailoring($1) }
    array(policy.extends) { $0.structure.string($1) }
    array(policy.languages) { $0.structure.string($1.tag) }
  }

  private mutating func tailoring(_ tailoring: Policy.Tailoring) {
    structure.string(tailoring.overlay)
    switch tailoring.change {
    case .addedSection: structure.choice(SnapshotTag.Change.addedSection)
    case .addedField: structure.choice(SnapshotTag.Change.addedField)
    case .addedOption: structure.choice(SnapshotTag.Change.addedOption)
    case .addedRecommendation: structure.choice(SnapshotTag.Change.addedRecommendation)
    case .addedControl: structure.choice(SnapshotTag.Change.addedControl)
    case .addedRule: structure.choice(SnapshotTag.Change.addedRule)
    case .raisedWeight: structure.choice(SnapshotTag.Change.raisedWeight)
    case .raisedRequire: structure.choice(SnapshotTag.Change.raisedRequire)
    case .raisedKnockOut: structure.choice(SnapshotTag.Change.raisedKnockOut)
    case .dropped(let reason):
      structure.choice(SnapshotTag.Change.dropped)
      text(reason)
    }
    structure.string(tailoring.subject)
  }

  // MARK: Fields

  private mutating func field(_ field: Field) {
    structure.startLine()
    structure.index(field.section)
    structure.string(field.name)
    structure.string(field.path)
    structure.choice(field.kind)
    for text in [field.label, field.help, field.sentence, field.sentenceWhenFalse, field.unit] { self.text(text) }
    place(field.place)
    var example = SnapshotWriter()
    if let value = field.example { example.example(value) }
    inWords(example.bytes)
    array(field.options) {
      $0.structure.string($1.id)
      $0.text($1.label)
    }
    array(field.items) { $0.field($1) }
    structure.integer(field.minimum)
    optional(field.maximum) { $0.structure.integer($1) }
    for flag in [field.isPersonal, field.isScored, field.isBuiltIn] { structure.flag(flag) }
    optional(field.emptyMeaning) { $0.text($1) }
  }

  // MARK: Controls and rules

  private mutating func encode(_ recommendation: Recommendation) {
    structure.startLine()
    structure.string(recommendation.id)
    text(recommendation.title)
    text(recommendation.summary)
    structure.string(recommendation.source)
    for weight in recommendation.weights { optional(weight) { $0.fraction($1) } }
    optional(recommendation.appliesWhen) { $0.criterion($1) }
    array(recommendation.controls) { $0.structure.index($1) }
    place(recommendation.place)
  }

  private mutating func encode(_ control: Control) {
    structure.startLine()
    structure.string(control.id)
    structure.index(control.recommendation)
    text(control.title)
    structure.choice(control.basis)
    array(control.sources) { $0.structure.string($1) }
    for isAddressed in control.addressees { structure.flag(isAddressed) }
    fraction(control.weight)
    structure.choice(control.effort)
    text(control.why)
    text(control.how)
    switch control.evidence {
    case .none: structure.choice(SnapshotTag.Evidence.none)
    case .required: structure.choice(SnapshotTag.Evidence.required)
    case .when(let condition):
      structure.choice(SnapshotTag.Evidence.when)
      criterion(condition)
    }
    structure.flag(control.mayBeNotApplicable)
    array(control.laws) {
      $0.structure.string($1.regime)
      $0.array($1.articles) { $0.structure.string($1) }
    }
    optional(control.effective) { $0.structure.integer($1.dayNumber) }
    optional(control.appliesWhen) { $0.criterion($1) }
    array(control.check) { $0.criterion($1) }
    place(control.place)
    var examples = SnapshotWriter()
    examples.examples(control.examples, from: control.place)
    inWords(examples.bytes)
  }

  private mutating func rule(_ rule: Rule) {
    structure.startLine()
    structure.string(rule.id)
    structure.index(rule.control)
    optional(rule.profiles) { encoder, profiles in for isMeant in profiles { encoder.structure.flag(isMeant) } }
    optional(rule.knockOut) { $0.structure.choice($1) }
    optional(rule.when) { $0.criterion($1) }
    optional(rule.effective) { $0.structure.integer($1.dayNumber) }
    text(rule.says)
    place(rule.place)
  }

  // MARK: Parts

  private mutating func array<Element>(_ elements: [Element], _ write: (inout PolicyEncoder, Element) -> Void) {
    structure.index(elements.count)
    for element in elements { write(&self, element) }
  }

  private mutating func optional<Value>(_ value: Value?, _ write: (inout PolicyEncoder, Value) -> Void) {
    structure.flag(value != nil)
    if let value { write(&self, value) }
  }

  private mutating func text(_ text: LocalizedText) {
    var record = SnapshotWriter()
    record.text(text)
    inWords(record.bytes)
  }

  private mutating func inWords(_ bytes: [UInt8]) {
    structure.index(bytes.count)
    guard !bytes.isEmpty else { return }
    words.startLine()
    words.raw(bytes)
  }

  private mutating func place(_ place: PolicyPlace) {
    structure.index(files[place.file] ?? 0)
    structure.integer(place.line - lastLine)
    structure.integer(place.column)
    lastLine = place.line
  }

  private mutating func fraction(_ fraction: Fraction) {
    guard let (numerator, denominator) = fraction.terms, max(numerator, denominator) <= PolicyDecoder.maximumTerm else {
      isBeyond = true
      return
    }
    structure.integer(numerator)
    structure.integer(denominator)
  }

  private mutating func criterion(_ criterion: Criterion) {
    switch criterion {
    case .test(let test):
      structure.choice(SnapshotTag.Criterion.test)
      reference(test.field)
      comparison(test.comparison)
      optional(test.filter) { $0.criterion($1) }
    case .each(let each):
      structure.choice(SnapshotTag.Criterion.each)
      reference(each.field)
      optional(each.filter) { $0.criterion($1) }
      array(each.criteria) { $0.criterion($1) }
    case .all(let parts):
      structure.choice(SnapshotTag.Criterion.all)
      array(parts) { $0.criterion($1) }
    case .any(let parts):
      structure.choice(SnapshotTag.Criterion.any)
      array(parts) { $0.criterion($1) }
    case .not(let part):
      structure.choice(SnapshotTag.Criterion.not)
      self.criterion(part)
    case .unmet(let controls):
      structure.choice(SnapshotTag.Criterion.unmet)
      array(controls) { $0.structure.index($1) }
    case .guarded(let part, let condition):
      structure.choice(SnapshotTag.Criterion.guarded)
      self.criterion(part)
      self.criterion(condition)
    }
  }

  private mutating func reference(_ reference: FieldReference) {
    switch reference {
    case .guideline(let index):
      structure.flag(false)
      structure.index(index)
    case .item(let index):
      structure.flag(true)
      structure.index(index)
    }
  }

  private mutating func comparison(_ comparison: Comparison) {
    func tagged(_ tag: SnapshotTag.Comparison, _ write: (inout SnapshotWriter) -> Void = { _ in }) {
      structure.choice(tag)
      write(&structure)
    }
    switch comparison {
    case .given: tagged(.given)
    case .isOption(let options): tagged(.isOption) { $0.number(options) }
    case .isNumber(let numbers): tagged(.isNumber) { $0.array(numbers) { $0.integer($1) } }
    case .excludes(let options): tagged(.excludes) { $0.number(options) }
    case .includes(let options): tagged(.includes) { $0.number(options) }
    case .includesAny(let options): tagged(.includesAny) { $0.number(options) }
    case .atLeast(let least): tagged(.atLeast) { $0.integer(least) }
    case .atMost(let most): tagged(.atMost) { $0.integer(most) }
    case .withinMonths(let months): tagged(.withinMonths) { $0.integer(months) }
    case .notPast(let months): tagged(.notPast) { $0.integer(months) }
    case .grade(let grades):
      structure.choice(SnapshotTag.Comparison.grade)
      array(grades) { $0.grade($1) }
    }
  }

  private mutating func grade(_ grade: Comparison.Grade) {
    switch grade {
    case .share(let share):
      structure.choice(SnapshotTag.Grade.share)
      fraction(share)
    case .contradicted: structure.choice(SnapshotTag.Grade.contradicted)
    case .unlisted: structure.choice(SnapshotTag.Grade.unlisted)
    }
  }
}

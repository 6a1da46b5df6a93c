/// Writes what `SnapshotReader` reads.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []
  /// Where a new line begins when the bytes are written down as source: a change of the policy then changes a few lines.
  private(set) var lineStarts: [Int] = []

  mutating func startLine() { lineStarts.append(bytes.count) }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func integer(_ value: Int) { number(UInt64(bitPattern: Int64(value << 1 ^ value >> (Int.bitWidth - 1)))) }

  mutating func index(_ index: Int) { number(UInt64(max(0, index))) }

  mutating func flag(_ flag: Bool) { byte(flag ? 1 : 0) }

  mutating func choice<Choice: CaseIterable & Equatable>(_ value: Choice) where Choice.AllCases == [Choice] {
    index(Choice.allCases.prefix { $0 != value }.count)
  }

  mutating func raw(_ more: [UInt8]) { bytes += more }

  /// Bytes, with their number before them.
  mutating func sized(_ more: [UInt8]) {
    index(more.count)
    bytes += more
  }

  mutating func string(_ text: String) { sized(Array(text.utf8)) }

  mutating func array<Element>(_ elements: [Element], _ write: (inout SnapshotWriter, Element) -> Void) {
    index(elements.count)
    for element in elements { write(&self, element) }
  }

  // MARK: Texts and examples

  mutating func text(_ text: LocalizedText) {
    for entry in text.texts {
      string(entry.language.tag)
      string(entry.text)
    }
  }

  mutating func example(_ value: ExampleValue) {
    switch value {
    case .scalar(let text):
      choice(SnapshotTag.Example.scalar)
      string(text)
    case .text(let text):
      choice(SnapshotTag.Example.text)
      var record = SnapshotWriter()
      record.text(text)
      sized(record.bytes)
    case .list(let items):
      choice(SnapshotTag.Example.list)
      array(items) { $0.example($1) }
    case .map(let entries):
      choice(SnapshotTag.Example.map)
      array(entries) {
        $0.string($1.key)
        $0.example($1.value)
      }
    }
  }

  mutating func examples(_ examples: [Control.Example], from control: PolicyPlace) {
    for example in examples {
      choice(example.outcome)
      integer(example.place.line - control.line)
      integer(example.place.column)
      var value = SnapshotWriter()
      value.example(example.value)
      sized(value.bytes)
    }
  }
}

/// What tells the forms of a value apart in a snapshot. An order that changes is another version of the format.
enum SnapshotTag {
  enum Example: CaseIterable { case scalar, text, list, map }

  enum Criterion: CaseIterable { case test, each, all, any, not, unmet, guarded }

  enum Comparison: CaseIterable {
    case given, isOption, isNumber, excludes, includes, includesAny, atLeast, atMost, grade, withinMonths, notPast
  }

  enum Grade: CaseIterable { case share, contradicted, unlisted }

  enum Evidence: CaseIterable { case none, required, when }

  enum Change: CaseIterable {
    case addedSection, addedField, addedOption, addedRecommendation, addedControl, addedRule, raisedWeight, raisedRequire, raisedKnockOut,
      dropped
  }
}

/// A control's examples: as they were read from YAML, or still in a snapshot.
enum ExampleStore: Sendable, Equatable {
  case written([Control.Example])
  /// Lines are counted from the control's.
  case stored(StoredBytes, control: PolicyPlace)

  var examples: [Control.Example] {
    switch self {
    case .written(let examples): return examples
    case .stored(let bytes, let control):
      var reader = SnapshotReader(bytes)
      var examples: [Control.Example] = []
      while reader.remaining > 0 {
        let outcome = reader.choice(Outcome.self)
        let line = reader.integer(in: -PolicyPlace.maximum...PolicyPlace.maximum)
        let column = reader.integer(in: 0...PolicyPlace.maximum)
        let value = FieldExampleStore.stored(reader.bytes()).example
        guard !reader.isDamaged, let value else { break }
        let place = PolicyPlace(file: control.file, line: control.line + line, column: column)
        examples.append(Control.Example(outcome: outcome, value: value, place: place))
      }
      return examples
    }
  }

  var firstMet: ExampleValue? {
    switch self {
    case .written(let examples): return examples.first { $0.outcome == .met }?.value
    case .stored(let bytes, _):
      var reader = SnapshotReader(bytes)
      while reader.remaining > 0 {
        let outcome = reader.choice(Outcome.self)
        for _ in 0..<2 { _ = reader.number() }
        let value = reader.bytes()
        if outcome == .met, !reader.isDamaged { return FieldExampleStore.stored(value).example }
      }
      return nil
    }
  }

  static func == (left: ExampleStore, right: ExampleStore) -> Bool { left.examples == right.examples }
}

/// A field's example, likewise.
enum FieldExampleStore: Sendable, Equatable {
  case written(ExampleValue?)
  case stored(StoredBytes)

  var example: ExampleValue? {
    switch self {
    case .written(let example): return example
    case .stored(let bytes):
      guard bytes.count > 0 else { return nil }
      var reader = SnapshotReader(bytes)
      let value = reader.example(depth: 0)
      return reader.isDamaged ? nil : value
    }
  }

  static func == (left: FieldExampleStore, right: FieldExampleStore) -> Bool { left.example == right.example }
}

extension SnapshotReader {
  fileprivate mutating func example(depth: Int) -> ExampleValue {
    guard depth < SnapshotReader.maximumDepth else {
      fail()
      return .list([])
    }
    switch choice(SnapshotTag.Example.self) {
    case .scalar: return .scalar(string())
    case .text: return .text(LocalizedText(StoredText(bytes())))
    case .list: return .list(array { $0.example(depth: depth + 1) })
    case .map: return .map(array { ExampleValue.Entry(key: $0.string(), value: $0.example(depth: depth + 1)) })
    }
  }
}

internal import CLibYAML

/// Builds the arena from libyaml's events, over several runs where a file has errors.
struct DocumentBuilder {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  var records: [Record] = []
  var scratch: [UInt8] = []
  var problems: [Problem] = []
  /// From each error to where reading went on.
  var skipped: [SourceRange] = []
  var cursor: OffsetCursor
  /// The collections that are open, outermost first.
  var frames: [Frame] = []
  var anchors: [String: Int] = [:]
  /// The names behind every `&` before the place where reading went on after an error: their nodes may have been left out.
  var mentionedAnchors: Set<String> = []
  private var documents = 0
  private var endedExplicitly = false

  /// A collection that is being filled.
  struct Frame {
    var node: Int
    var children = 0
    var last = 0
  }

  /// How a run of libyaml ended; indirect, because "not yet" is asked after every event.
  indirect enum RunEnd {
    case finished
    /// At a limit, or at a second document: there is nothing more to read.
    case stopped(Problem)
    /// At an error; reading can go on at the first key line after the offset.
    case failed(Problem, resumeAfter: Int)
  }

  init(over bytes: UnsafeBufferPointer<UInt8>, wide: UnsafeBufferPointer<UInt32>, limits: Limits) {
    self.bytes = bytes
    self.limits = limits
    cursor = OffsetCursor(over: bytes, wide: wide)
    // Guidelines have a node about every 20 bytes; a file of less text grows the arena once or twice.
    records.reserveCapacity(min(limits.nodes, bytes.count / 16 + 16))
    frames.reserveCapacity(min(limits.depth, 64) + 1)
  }

  /// Reads events from a byte offset on until the end or the first error.
  mutating func run(_ reader: inout EventReader, from start: Int) -> RunEnd {
    cursor.restart(at: start)
    documents = 0
    endedExplicitly = false
    guard reader.start(at: UnsafeBufferPointer(rebasing: bytes[start...])) else {
      return .stopped(Problem(kind: .other("out of memory"), range: SourceRange(start: start, end: start)))
    }
    var event = yaml_event_t()
    while reader.next(&event) {
      let end = take(&event)
      yaml_event_delete(&event)
      if let end { return end }
    }
    let fault = reader.fault
    return FaultDiagnosis(of: fault, in: self, endedExplicitly: endedExplicitly).runEnd()
  }

  @inline(__always)
  private mutating func take(_ event: inout yaml_event_t) -> RunEnd? {
    switch event.type {
    case YAML_SCALAR_EVENT: return takeScalar(&event)
    case YAML_ALIAS_EVENT: return takeAlias(&event)
    case YAML_MAPPING_START_EVENT:
      let style: Document.Style = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
      return open(.mapping, style, &event, anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
    case YAML_SEQUENCE_START_EVENT:
      let style: Document.Style = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
      return open(.sequence, style, &event, anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(&event)
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        let end = cursor.offset(of: event.end_mark.index)
        return .stopped(Problem(kind: .unexpectedDocument, range: SourceRange(start: max(0, end - 3), end: end)))
      }
    case YAML_DOCUMENT_END_EVENT: endedExplicitly = event.data.document_end.implicit == 0
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .finished
    default: break
    }
    return nil
  }

  // MARK: Nodes

  @inline(__always)
  private mutating func takeScalar(_ event: inout yaml_event_t) -> RunEnd? {
    var start = cursor.offset(of: event.start_mark.index)
    var end = cursor.offset(of: event.end_mark.index)
    let length = event.data.scalar.length
    let style = Document.Style(rawValue: UInt8(truncatingIfNeeded: event.data.scalar.style.rawValue) &- 1) ?? .plain
    let hasProperties = event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    if hasProperties {
      start = takeProperties(from: start, anchor: event.data.scalar.anchor, tag: event.data.scalar.tag, kind: .scalar)
    }
    if length == 0, style == .plain {
      if hasProperties { start = end } else { (start, end) = emptyPlace(at: start) }
      if frames.isEmpty, !hasProperties { return nil }
    }
    if frames.isEmpty, !records.isEmpty { return .finished }
    guard records.count < limits.nodes else { return tooManyNodes(SourceRange(start: start, end: end)) }
    var record = Record.empty(at: start)
    record.style = style
    if style == .literal || style == .folded {
      end = endOfBlockScalar(from: start, to: end, isEmpty: length == 0)
    }
    record.end = UInt32(truncatingIfNeeded: end)
    let range = SourceRange(start: start, end: end)
    guard length <= limits.scalarBytes else { return .stopped(Problem(kind: .scalarTooLong(limit: limits.scalarBytes), range: range)) }
    if let value = event.data.scalar.value, length > 0 { hold(value, length, &record, range) }
    if record.isInScratch, style == .singleQuoted || style == .doubleQuoted, let run = swallowedLines(range, double: style == .doubleQuoted)
    {
      return run
    }
    append(record)
    return nil
  }

  /// Keeps a scalar's value: as a place in the file if it stands there as it is, else in the scratch buffer.
  @inline(__always)
  private mutating func hold(_ value: UnsafePointer<UInt8>, _ length: Int, _ record: inout Record, _ range: SourceRange) {
    let quote = record.style == .plain ? 0 : 1
    let first = range.start + quote
    if record.style.rawValue <= Document.Style.doubleQuoted.rawValue, range.end - range.start - 2 * quote == length,
      first + length <= bytes.count, let base = bytes.baseAddress, equalBytes(base + first, value, count: length)
    {
      record.first = UInt32(truncatingIfNeeded: first)
    } else {
      record.place = .scratch
      record.first = UInt32(truncatingIfNeeded: scratch.count)
      let text = UnsafeBufferPointer(start: value, count: length)
      if record.style == .doubleQuoted { reportControlCharacter(in: text, at: range) }
      scratch.append(contentsOf: text)
    }
    record.count = UInt32(truncatingIfNeeded: length)
  }

  private mutating func takeAlias(_ event: inout yaml_event_t) -> RunEnd? {
    let range = SourceRange(start: cursor.offset(of: event.start_mark.index), end: cursor.offset(of: event.end_mark.index))
    if frames.isEmpty, !records.isEmpty { return .finished }
    guard records.count < limits.nodes else { return tooManyNodes(range) }
    let name = event.data.alias.anchor.map { Self.string($0) } ?? ""
    var record = Record.empty(at: range.start)
    record.end = UInt32(truncatingIfNeeded: range.end)
    record.place = .target
    // Without a target it stands for itself: a scalar of no text.
    record.first = UInt32(truncatingIfNeeded: records.count)
    if let target = anchors[name] {
      if frames.contains(where: { $0.node == target }) {
        let start = Int(records[target].start)
        problems.append(Problem(kind: .cyclicAlias(name: name), range: range, related: SourceRange(start: start, end: start + 1)))
      } else {
        record.first = UInt32(truncatingIfNeeded: target)
      }
    } else if !mentionedAnchors.contains(name) {
      problems.append(Problem(kind: .undefinedAlias(name: name), range: range))
    }
    append(record)
    return nil
  }

  private mutating func open(
    _ kind: Document.Kind, _ style: Document.Style, _ event: inout yaml_event_t,
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> RunEnd? {
    var start = cursor.offset(of: event.start_mark.index)
    // A run after an error goes on filling the root.
    if frames.isEmpty, !records.isEmpty {
      guard kind == .mapping, records[0].kind == .mapping, !records[0].isAlias else { return .finished }
      frames.append(reopenedRoot())
      records[0].first = 0
      return nil
    }
    if anchor != nil || tag != nil { start = takeProperties(from: start, anchor: anchor, tag: tag, kind: kind) }
    guard records.count < limits.nodes else { return tooManyNodes(SourceRange(start: start, end: start + 1)) }
    guard frames.count < limits.depth else {
      return unclosedFlow(before: start) ?? .stopped(Problem(kind: .tooDeep(limit: limits.depth), range: character(at: start)))
    }
    var record = Record.empty(at: start)
    record.kind = kind
    record.style = style
    record.first = 0
    if style == .flow { record.end = UInt32(truncatingIfNeeded: character(at: start).end) }
    append(record)
    frames.append(Frame(node: records.count - 1))
    return nil
  }

  @inline(__always)
  private mutating func close(_ event: inout yaml_event_t) {
    guard let frame = frames.popLast() else { return }
    // The end of a block collection is marked where the next thing begins; of the pair in `[a: b]` likewise, by an empty mark.
    let isMarked = records[frame.node].style == .flow && event.end_mark.index > event.start_mark.index
    let end = isMarked ? UInt32(truncatingIfNeeded: cursor.offset(of: event.end_mark.index)) : nil
    seal(frame, end: end)
  }

  /// Fills in what is known once a collection is complete.
  mutating func seal(_ frame: Frame, end: UInt32?) {
    let count = UInt32(truncatingIfNeeded: frame.children)
    records[frame.node].count = records[frame.node].kind == .mapping ? count / 2 : count
    records[frame.node].first = UInt32(truncatingIfNeeded: records.count)
    records[frame.node].end = end ?? (frame.children > 0 ? records[frame.last].end : records[frame.node].end)
  }

  @inline(__always)
  mutating func append(_ record: Record) {
    let top = frames.count - 1
    if top >= 0 {
      let children = frames[top].children
      frames[top] = Frame(node: frames[top].node, children: children + 1, last: records.count)
    }
    records.append(record)
  }

  // MARK: Problems

  private func tooManyNodes(_ range: SourceRange) -> RunEnd {
    .stopped(Problem(kind: .tooManyNodes(limit: limits.nodes), range: range))
  }

  /// Reports the first character that YAML would not allow in a file but that an escape brought in.
  private mutating func reportControlCharacter(in text: UnsafeBufferPointer<UInt8>, at range: SourceRange) {
    let scan = CharacterScan(over: text, mostProblems: 1)
    if let kind = scan.problems.first?.kind { problems.append(Problem(kind: kind, range: range)) }
  }
}

/// Reading a file in spite of its errors: what was built is closed off, and the next section is read as if nothing had been wrong.
extension DocumentBuilder {
  private static let mostRecoveries = 20

  /// Reads the whole file, from one error to the next key in column 1.
  mutating func readAll(_ reader: inout EventReader) {
    var start = SourceLines.hasByteOrderMark(bytes) ? 3 : 0
    for recovery in 0...Self.mostRecoveries {
      switch run(&reader, from: start) {
      case .finished: return
      case .stopped(let problem):
        closeOff(before: bytes.count)
        problems.append(problem)
        return
      case .failed(let problem, let resumeAfter):
        let place = placeToResume(after: max(resumeAfter, start))
        closeOff(before: place?.offset ?? bytes.count)
        report(problem)
        skipped.append(SourceRange(start: problem.range.start, end: place?.offset ?? bytes.count))
        guard let place else { return }
        guard recovery < Self.mostRecoveries else {
          let end = SourceLines.endOfLine(from: place.offset, in: bytes)
          problems.append(Problem(kind: .tooManyErrors(limit: recovery + 1), range: SourceRange(start: place.offset, end: end)))
          return
        }
        guard !place.isDocument else {
          problems.append(Problem(kind: .unexpectedDocument, range: SourceRange(start: place.offset, end: place.offset + 3)))
          return
        }
        guard prepareRoot(at: place.offset) else { return }
        mentionedAnchors.formUnion(anchorNames(in: start..<place.offset))
        start = place.offset
      }
    }
  }

  private mutating func report(_ problem: Problem) {
    if !problems.contains(where: { $0.range.start == problem.range.start }) { problems.append(problem) }
  }

  /// The next line with a key in column 1, or the marker of a second document before it.
  private func placeToResume(after offset: Int) -> (offset: Int, isDocument: Bool)? {
    var line = SourceLines.startOfNextLine(after: offset, in: bytes)
    while let at = line {
      if KeyLines.isKey(at: at, in: bytes) { return (at, false) }
      if !records.isEmpty, KeyLines.isMarker(0x2D, at: at, in: bytes) { return (at, true) }
      line = SourceLines.startOfNextLine(after: at, in: bytes)
    }
    return nil
  }

  /// Makes sure that there is a mapping to go on with: a scalar at the root was the broken first line of one.
  private mutating func prepareRoot(at offset: Int) -> Bool {
    if let root = records.first {
      if root.kind == .mapping { return true }
      if root.kind == .sequence { return false }
    }
    anchors = [:]
    var root = Record.empty(at: offset)
    root.kind = .mapping
    root.style = .block
    root.first = 1
    records = [root]
    return true
  }

  /// The root's frame again, so that more entries can be added.
  func reopenedRoot() -> Frame {
    var frame = Frame(node: 0)
    var child = 1
    while child < records.count {
      frame.children += 1
      frame.last = child
      child = records[child].next(after: child)
    }
    return frame
  }

  /// Closes what is open, and takes out again what came from the lines that will be read anew.
  mutating func closeOff(before end: Int) {
    var keep = records.count
    while keep > 0, Int(records[keep - 1].start) >= end || (records[keep - 1].kind == .scalar && Int(records[keep - 1].end) > end) {
      keep -= 1
    }
    records.removeSubrange(keep...)
    anchors = anchors.filter { $0.value < keep }
    problems.removeAll { $0.range.start >= end && end < bytes.count }
    frames.removeAll()
    for var frame in spine(before: end).reversed() {
      if records[frame.node].kind == .mapping, frame.children % 2 == 1 {
        frame.children += 1
        let place = Int(records[frame.last].end)
        frame.last = records.count
        records.append(.empty(at: place))
      }
      let wasClosed = records[frame.node].style == .flow && Int(records[frame.node].end) <= end && records[frame.node].first != 0
      // A bracket of which nothing is left is the opening character only, wherever it was closed.
      let own = records[frame.node].start + (records[frame.node].style == .flow ? 1 : 0)
      seal(frame, end: wasClosed ? records[frame.node].end : frame.children > 0 ? nil : own)
    }
  }

  /// The collections that reach to the end of the arena, outermost first, with their nodes counted.
  private func spine(before end: Int) -> [Frame] {
    var spine: [Frame] = []
    var node = 0
    while node < records.count, records[node].kind != .scalar, records[node].first == 0 || Int(records[node].first) >= records.count {
      var frame = Frame(node: node)
      var child = node + 1
      while child < records.count {
        frame.children += 1
        frame.last = child
        let isOpen = records[child].kind != .scalar && records[child].first == 0
        child = isOpen ? records.count : records[child].next(after: child)
      }
      spine.append(frame)
      guard frame.children > 0 else { break }
      node = frame.last
    }
    return spine
  }
}

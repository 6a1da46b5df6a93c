/// Conflict markers that a version control system left behind.
enum MergeConflicts {
  /// One problem for each block of markers.
  static func problems(in bytes: UnsafeBufferPointer<UInt8>) -> [Problem] {
    let lines = (markers(UInt8(ascii: "<"), in: bytes) + markers(UInt8(ascii: ">"), in: bytes)).sorted { $0.start < $1.start }
    var problems: [Problem] = []
    var opened: SourceRange?
    for line in lines {
      let opens = bytes[line.start] == UInt8(ascii: "<")
      if opens {
        if let opened { problems.append(Problem(kind: .mergeConflict, range: opened)) }
        opened = line
      } else {
        problems.append(Problem(kind: .mergeConflict, range: opened ?? line, related: opened == nil ? nil : line))
        opened = nil
      }
    }
    if let opened { problems.append(Problem(kind: .mergeConflict, range: opened)) }
    return problems
  }

  /// The lines of exactly seven such characters in column 1, alone or with a space after them.
  private static func markers(_ character: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> [SourceRange] {
    var lines: [SourceRange] = []
    var from = 0
    while let hit = firstIndex(of: character, from: from, in: bytes) {
      from = hit + 1
      // Looked at from one byte before: to walk back to the start of the line would be quadratic in its length.
      let startsLine = hit == 0 || bytes[hit - 1] == 0x0A || bytes[hit - 1] == 0x0D || (hit == 3 && SourceLines.hasByteOrderMark(bytes))
      guard startsLine else { continue }
      let end = SourceLines.endOfLine(from: hit, in: bytes)
      let after = bytes[hit..<end].firstIndex { $0 != character } ?? end
      if after - hit == 7, after == end || bytes[after] == 0x20 { lines.append(SourceRange(start: hit, end: end)) }
      from = after
    }
    return lines
  }
}

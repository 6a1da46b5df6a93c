/// Lines and columns over a file's bytes. Where the lines begin is worked out once: a report asks for hundreds of places, and the line of a stranger's
/// file may be all of it.
struct LineTable: Sendable {
  let bytes: [UInt8]
  /// The offsets at which the lines after the first begin.
  private let starts: [Int32]
  /// The offsets of the characters of more than one byte, each with the bytes by which those before it exceed one a character: a column on a line of a
  /// megabyte is found by halves as well.
  private let wide: [(offset: UInt32, excess: UInt32)]

  /// The longest stretch of one line that is given as its text, in bytes.
  private static let longestText = 4096

  /// - Parameter wide: The offsets of the characters of more than one byte.
  init(_ bytes: [UInt8], wide: [UInt32]) {
    self.bytes = bytes
    var excess: UInt32 = 0
    self.wide = wide.map { offset in
      defer { excess += bytes[Int(offset)] < 0xE0 ? 1 : bytes[Int(offset)] < 0xF0 ? 2 : 3 }
      return (offset, excess)
    }
    starts = bytes.withUnsafeBufferPointer { buffer in
      var starts: [Int32] = []
      var index = SourceLines.endOfLine(from: 0, in: buffer)
      while index < buffer.count {
        // The CR of a CRLF ends nothing by itself.
        if buffer[index] == 0x0A || SourceLines.endOfLineBreak(at: index, in: buffer) == index + 1 {
          starts.append(Int32(truncatingIfNeeded: index + 1))
        }
        index = SourceLines.endOfLine(from: index + 1, in: buffer)
      }
      return starts
    }
  }

  var count: Int { starts.count + 1 }

  /// The place of a byte offset; an offset outside the file is taken to the nearest end.
  func position(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = number(at: offset)
    let start = min(start(of: line), offset)
    return SourcePosition(line: line, column: offset - start - (excess(before: offset) - excess(before: start)) + 1, offset: offset)
  }

  /// By how many bytes what stands before an offset exceeds one a character.
  private func excess(before offset: Int) -> Int {
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(wide[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let last = wide[low - 1]
    let lead = bytes[Int(last.offset)]
    return Int(last.excess) + min(offset - Int(last.offset) - 1, lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3)
  }

  /// The byte offset of a line and column that are there, both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard (1...count).contains(line) else { return bytes.count }
    var offset = start(of: line)
    for _ in 1..<max(1, column) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, SourceLines.isContinuation(bytes[offset]) { offset += 1 }
    }
    return offset
  }

  /// The text of a line, from 1, without its end and byte order mark, of a very long one its beginning; empty for a line that is not there. Bytes that
  /// are no UTF-8 show as U+FFFD.
  func text(of line: Int) -> String {
    guard (1...count).contains(line) else { return "" }
    let start = start(of: line)
    return bytes.withUnsafeBufferPointer { buffer in
      var end = min(start + Self.longestText, buffer.count)
      if end < buffer.count { while end > start, SourceLines.isContinuation(buffer[end]) { end -= 1 } }
      let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
      return String(decoding: UnsafeBufferPointer(rebasing: line[..<SourceLines.endOfLine(from: 0, in: line)]), as: UTF8.self)
    }
  }

  /// The number of the line that holds an offset, found by halves.
  func number(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a line that is there begins, behind a byte order mark.
  private func start(of line: Int) -> Int {
    if line > 1 { return Int(starts[line - 2]) }
    return bytes.withUnsafeBufferPointer(SourceLines.hasByteOrderMark) ? min(3, bytes.count) : 0
  }
}

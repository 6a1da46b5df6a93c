/// A stretch of a file: byte offsets into the file's UTF-8, half-open.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var start: Int
  /// The offset after the last byte; equal to `start` for a point.
  package var end: Int

  /// Makes a range; `end` is never before `start`.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

/// A place as an editor shows it.
package struct SourcePosition: Hashable, Sendable {
  /// The line, from 1. Lines end at LF, CRLF or a lone CR.
  package var line: Int
  /// The column, from 1, in Unicode scalars. A byte order mark takes none.
  package var column: Int
  /// The byte offset into the file's UTF-8.
  package var offset: Int

  /// Makes a position from its parts.
  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Lines and columns over bytes, worked out only when they are asked for.
enum SourceLines {
  /// The place of a byte offset; an offset outside the file is taken to the nearest end.
  static func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      var line = 1
      var lineStart = 0
      var index = 0
      while index < offset {
        let next = endOfLineBreak(at: index, in: buffer)
        if next > index {
          // Between CR and LF one is still on the line they end.
          if next > offset { break }
          line += 1
          lineStart = next
          index = next
        } else {
          index += 1
        }
      }
      if lineStart == 0, hasByteOrderMark(buffer) { lineStart = min(3, offset) }
      var column = 1
      for index in lineStart..<max(lineStart, offset) where !isContinuation(buffer[index]) { column += 1 }
      return SourcePosition(line: line, column: column, offset: offset)
    }
  }

  /// The offsets at which the lines after the first begin.
  static func lineStarts(in bytes: [UInt8]) -> [Int32] {
    bytes.withUnsafeBufferPointer { buffer in
      var starts: [Int32] = []
      for index in buffer.indices where buffer[index] == 0x0A || buffer[index] == 0x0D {
        // The CR of a CRLF ends nothing by itself.
        if buffer[index] == 0x0A || endOfLineBreak(at: index, in: buffer) == index + 1 {
          starts.append(Int32(truncatingIfNeeded: index + 1))
        }
      }
      return starts
    }
  }

  /// The text of a line, from 1, without its line end and byte order mark; empty for a line that is not there.
  static func line(at number: Int, in bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      guard number >= 1 else { return "" }
      var start = hasByteOrderMark(buffer) ? 3 : 0
      var line = 1
      while line < number {
        let end = endOfLine(from: start, in: buffer)
        let next = endOfLineBreak(at: end, in: buffer)
        if next == end { return "" }
        start = next
        line += 1
      }
      return String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<endOfLine(from: start, in: buffer)]), as: UTF8.self)
    }
  }

  /// The offset after the line break that begins at `index`, or `index` itself where none does.
  static func endOfLineBreak(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard index < bytes.count else { return index }
    switch bytes[index] {
    case 0x0A: return index + 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
    default: return index
    }
  }

  /// The offset of the line break, or of the end of the file, that ends the line holding `index`.
  static func endOfLine(from index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// The offset at which the line holding `index` begins.
  static func startOfLine(holding index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = min(index, bytes.count)
    if start > 0, start < bytes.count, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start == 0 && hasByteOrderMark(bytes) ? min(3, index) : start
  }

  /// The offset at which the line after the one holding `index` begins; nil on the last line.
  static func startOfNextLine(after index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = endOfLine(from: index, in: bytes)
    let next = endOfLineBreak(at: end, in: bytes)
    return next > end ? next : nil
  }

  static func hasByteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

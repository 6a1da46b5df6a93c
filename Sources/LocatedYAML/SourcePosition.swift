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

/// Where lines begin and end in bytes.
enum SourceLines {
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
    guard let base = bytes.baseAddress else { return index }
    var index = index
    // Eight bytes at a time up to the break.
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      if hasZeroByte(word ^ 0x0A0A_0A0A_0A0A_0A0A) || hasZeroByte(word ^ 0x0D0D_0D0D_0D0D_0D0D) { break }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  private static func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
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

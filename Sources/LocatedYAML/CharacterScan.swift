/// One pass over a file's bytes: is it UTF-8, is it ASCII, which characters may not be there.
struct CharacterScan {
  /// The first bytes that are no character: a lead byte and what would fit after it.
  private(set) var firstBadBytes: SourceRange?
  /// The offsets of the characters of more than one byte.
  private(set) var wide: [UInt32] = []
  /// Characters that YAML does not allow; equal neighbours are one problem.
  private(set) var problems: [Problem] = []
  /// How many more of them there are than are kept.
  private(set) var furtherProblems = 0
  /// Whether libyaml would refuse a character, or count it as the end of a line where editors do not.
  private(set) var needsStandIns = false
  private let mostProblems: Int
  /// What the last character was that is only counted, and where it ended.
  private var furtherKind: Problem.Kind?
  private var endOfFurther = 0

  init(over bytes: UnsafeBufferPointer<UInt8>, mostProblems: Int) {
    self.mostProblems = mostProblems
    var index = 0
    while index < bytes.count {
      index = Self.endOfPlainASCII(from: index, in: bytes)
      guard index < bytes.count else { return }
      if bytes[index] < 0x80 {
        check(UInt32(bytes[index]), at: index, width: 1)
        index += 1
      } else {
        wide.append(UInt32(truncatingIfNeeded: index))
        guard let (scalar, width) = decode(at: index, in: bytes) else { return }
        if scalar < 0xA0 || scalar >= 0x2028 { check(scalar, at: index, width: width) }
        index += width
      }
    }
  }

  /// Skips printable ASCII and LF, eight bytes at a time, and stops at anything else.
  @inline(__always)
  private static func endOfPlainASCII(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index + 8 <= bytes.count {
      // High bits tell of each byte of ASCII, without a carry into the next: is it below 0x20, is it LF, is it 0x7F.
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let seven = word & 0x7F7F_7F7F_7F7F_7F7F
      let control = ~(seven &+ 0x6060_6060_6060_6060)
      let notLineFeed = (seven ^ 0x0A0A_0A0A_0A0A_0A0A) &+ 0x7F7F_7F7F_7F7F_7F7F
      let delete = seven &+ 0x0101_0101_0101_0101
      if (word | (control & notLineFeed) | delete) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count, (0x20..<0x7F).contains(bytes[index]) || bytes[index] == 0x0A { index += 1 }
    return index
  }

  /// The scalar of two to four bytes at `index` by table 3-7 of the Unicode Standard, or nil with the bad bytes noted.
  private mutating func decode(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (scalar: UInt32, width: Int)? {
    let lead = bytes[index]
    let width: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: width = 2
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: width = 3
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: width = 4
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    default:
      firstBadBytes = SourceRange(start: index, end: index + 1)
      return nil
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for offset in 1..<width {
      let byte = index + offset < bytes.count ? bytes[index + offset] : 0
      guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else {
        firstBadBytes = SourceRange(start: index, end: index + offset)
        return nil
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, width)
  }

  private mutating func check(_ scalar: UInt32, at index: Int, width: Int) {
    switch scalar {
    case 0x09, 0x0A, 0x0D: return
    case 0x85, 0x2028, 0x2029:
      needsStandIns = true
      return
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: break
    default: return
    }
    needsStandIns = true
    let kind = Problem.Kind.controlCharacter(scalar)
    if let last = problems.last, last.kind == kind, last.range.end == index {
      problems[problems.count - 1] = Problem(kind: kind, range: SourceRange(start: last.range.start, end: index + width))
    } else if problems.count < mostProblems {
      problems.append(Problem(kind: kind, range: SourceRange(start: index, end: index + width)))
    } else if index != endOfFurther || kind != furtherKind {
      furtherProblems += 1
      furtherKind = kind
    }
    endOfFurther = index + width
  }
}

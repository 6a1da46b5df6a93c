/// A file's bytes made ready for libyaml: valid UTF-8 without a character that it would refuse or read in its own way.
struct CheckedSource {
  /// The file as UTF-8; what positions and zero-copy texts refer to.
  let bytes: [UInt8]
  /// What libyaml reads: `bytes`, or as many bytes with stand-ins where libyaml and editors would differ.
  let feed: [UInt8]
  /// The offsets of the characters of more than one byte.
  let wide: [UInt32]
  /// Characters that may not be there.
  let problems: [Problem]
  /// How many more of them there are than are kept.
  let furtherProblems: Int
  let standIns: StandIns?

  /// So many problems of single characters are enough to see what is the matter with a file.
  private static let mostProblems = 100

  private static let mostDirectives = 64

  /// Checks everything that comes before reading: size, encoding, characters, conflict markers.
  init(_ raw: [UInt8], limits: Limits) throws(SyntaxFailure) {
    let most = min(limits.bytes, Int(Int32.max) / 2)
    guard raw.count <= most else {
      throw SyntaxFailure(.tooLarge(limit: most), at: SourceRange(start: 0, end: 0), in: raw)
    }
    let bytes: [UInt8]
    switch Encoding(of: raw) {
    case .utf8: bytes = raw
    case .utf16(let bigEndian): bytes = try Self.transcode(raw, bigEndian: bigEndian)
    case .utf32: throw SyntaxFailure(.invalidEncoding, at: SourceRange(start: 0, end: 0), in: raw)
    }
    let scan = bytes.withUnsafeBufferPointer { CharacterScan(over: $0, mostProblems: Self.mostProblems) }
    if let bad = scan.firstBadBytes { throw SyntaxFailure(.invalidEncoding, at: bad, in: bytes, wide: scan.wide) }
    let conflicts = bytes.withUnsafeBufferPointer { MergeConflicts.problems(in: $0) }
    guard conflicts.isEmpty else { throw SyntaxFailure(problems: conflicts, bytes: bytes, wide: scan.wide) }
    if let mark = Self.secondByteOrderMark(in: bytes) {
      throw SyntaxFailure(.controlCharacter(0xFEFF), at: mark, in: bytes, wide: scan.wide)
    }
    if let directive = bytes.withUnsafeBufferPointer({ Self.directiveTooMany(in: $0) }) {
      throw SyntaxFailure(.badDirective, at: directive, in: bytes, wide: scan.wide)
    }
    self.bytes = bytes
    wide = scan.wide
    problems = scan.problems
    furtherProblems = scan.furtherProblems
    if scan.needsStandIns {
      let standIns = StandIns(for: bytes)
      feed = standIns.applied(to: bytes)
      self.standIns = standIns
    } else {
      feed = bytes
      standIns = nil
    }
  }

  /// A byte order mark behind the byte order mark, as programs leave that put one before whatever they write. It cannot be seen, and makes the first
  /// key another one.
  private static func secondByteOrderMark(in bytes: [UInt8]) -> SourceRange? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: mark + mark) ? SourceRange(start: 3, end: 6) : nil
  }

  /// The first `%TAG` line that is more than anyone needs: libyaml compares each with all before it, before its first event.
  private static func directiveTooMany(in bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    var count = 0
    var from = 0
    while let hit = firstIndex(of: UInt8(ascii: "%"), from: from, in: bytes) {
      from = hit + 1
      guard hit == 0 || bytes[hit - 1] < 0x20 || bytes[hit - 1] >= 0x80, bytes[from...].starts(with: "TAG".utf8) else { continue }
      count += 1
      if count > mostDirectives { return SourceRange(start: hit, end: hit + 4) }
    }
    return nil
  }

  /// UTF-16 as UTF-8; what is no UTF-16 comes out as U+FFFD, and the first of it is the problem.
  private static func transcode(_ raw: [UInt8], bigEndian: Bool) throws(SyntaxFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var bad: SourceRange?
    var index = 0
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < raw.count else { return nil }
      return bigEndian ? UInt32(raw[at]) << 8 | UInt32(raw[at + 1]) : UInt32(raw[at + 1]) << 8 | UInt32(raw[at])
    }
    while index < raw.count {
      var scalar: Unicode.Scalar?
      var width = 2
      if let high = unit(index) {
        if high & 0xFC00 == 0xD800, let low = unit(index + 2), low & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF))
          width = 4
        } else {
          scalar = Unicode.Scalar(high)
        }
      }
      let start = bytes.count
      bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      if scalar == nil, bad == nil { bad = SourceRange(start: start, end: bytes.count) }
      index += width
    }
    if let bad {
      let scan = bytes.withUnsafeBufferPointer { CharacterScan(over: $0, mostProblems: mostProblems) }
      throw SyntaxFailure(.invalidEncoding, at: bad, in: bytes, wide: scan.wide)
    }
    return bytes
  }
}

extension SyntaxFailure {
  /// The failure of a file that cannot be read any further than this.
  init(_ kind: Problem.Kind, at range: SourceRange, in bytes: [UInt8], wide: [UInt32] = []) {
    self.init(problems: [Problem(kind: kind, range: range)], bytes: bytes, wide: wide)
  }
}

/// How a file's characters are written, by its byte order mark or its first zero bytes.
enum Encoding {
  case utf8, utf16(bigEndian: Bool), utf32

  init(of raw: [UInt8]) {
    let first = raw.prefix(4)
    switch (first.count, first.first ?? 0, first.dropFirst().first ?? 0, first.dropFirst(2).first ?? 1, first.dropFirst(3).first ?? 1) {
    case (4, 0xFF, 0xFE, 0, 0), (4, 0, 0, 0xFE, 0xFF): self = .utf32
    case (2..., 0xFF, 0xFE, _, _): self = .utf16(bigEndian: false)
    case (2..., 0xFE, 0xFF, _, _): self = .utf16(bigEndian: true)
    case (4, 1..., 0, 0, 0), (4, 0, 0, 0, 1...): self = .utf32
    case (4, 1..., 0, 1..., 0), (2, 1..., 0, _, _): self = .utf16(bigEndian: false)
    case (4, 0, 1..., 0, 1...), (2, 0, 1..., _, _): self = .utf16(bigEndian: true)
    default: self = .utf8
    }
  }
}

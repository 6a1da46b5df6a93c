/// A stretch of a snapshot's bytes. They belong to the binary, so that they stay where they are and as they are for as long as the process runs.
struct StoredBytes: @unchecked Sendable {
  let start: UnsafeRawPointer
  let count: UInt32

  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: Int(count)) }
}

/// Reads a snapshot's bytes. Whatever they are, it does not trap: past the end, or where something cannot be, it is `isDamaged` from there on and
/// answers with zeros and nothing.
struct SnapshotReader {
  private var position: UnsafeRawPointer
  private var end: UnsafeRawPointer
  private(set) var isDamaged = false

  /// How deep values may lie within each other.
  static let maximumDepth = 64
  /// The most elements that room is made for before they are there: a damaged count costs no memory.
  static let largestReserve = 4096

  init(_ bytes: StoredBytes) {
    position = bytes.start
    end = bytes.start + Int(bytes.count)
  }

  var remaining: Int { end - position }

  mutating func fail() {
    isDamaged = true
    position = end
  }

  mutating func byte() -> UInt8 { bytes(1).buffer.first ?? 0 }

  /// Seven bits a byte, the lowest first.
  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    fail()
    return 0
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int {
    let number = number()
    let value = Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
    guard range.contains(value) else {
      fail()
      return range.lowerBound
    }
    return value
  }

  /// An index into something that has so many elements.
  mutating func index(below count: Int) -> Int {
    let number = number()
    guard number < count else {
      fail()
      return 0
    }
    return Int(number)
  }

  /// How many elements follow: each takes a byte at least.
  mutating func count() -> Int { index(below: remaining + 1) }

  mutating func flag() -> Bool { index(below: 2) == 1 }

  /// One of the cases of an enumeration, by its place among them.
  mutating func choice<Choice: CaseIterable>(_: Choice.Type) -> Choice where Choice.AllCases == [Choice] {
    let cases = Choice.allCases
    return cases[index(below: cases.count)]
  }

  mutating func bytes() -> StoredBytes { bytes(count()) }

  mutating func bytes(_ count: Int) -> StoredBytes {
    guard count <= remaining, let size = UInt32(exactly: count) else {
      fail()
      return StoredBytes(start: end, count: 0)
    }
    defer { position += count }
    return StoredBytes(start: position, count: size)
  }

  mutating func string() -> String { String(decoding: bytes().buffer, as: UTF8.self) }

  mutating func array<Element>(_ element: (inout SnapshotReader) -> Element) -> [Element] {
    let count = count()
    var elements: [Element] = []
    elements.reserveCapacity(min(count, SnapshotReader.largestReserve))
    for _ in 0..<count where !isDamaged { elements.append(element(&self)) }
    return elements
  }
}

/// Words in some languages, as they stand in a snapshot: of each the tag and the text.
struct StoredText: Sendable {
  private let bytes: StoredBytes

  init(_ bytes: StoredBytes) {
    self.bytes = bytes
  }

  var isEmpty: Bool { bytes.count == 0 }

  var texts: [LocalizedText.Entry] {
    var reader = SnapshotReader(bytes)
    var texts: [LocalizedText.Entry] = []
    while reader.remaining > 0 {
      let (tag, text) = (reader.string(), reader.string())
      if !reader.isDamaged, let language = Language(tag: tag) { texts.append(LocalizedText.Entry(language: language, text: text)) }
    }
    return texts
  }

  /// Makes a string of the one text that is asked for, and of no other.
  func text(in language: Language) -> String? {
    var reader = SnapshotReader(bytes)
    while reader.remaining > 0 {
      let tag = reader.bytes()
      let isWanted = tag.buffer.elementsEqual(language.tag.utf8)
      if isWanted { return reader.remaining > 0 ? reader.string() : nil }
      _ = reader.bytes()
    }
    return nil
  }
}

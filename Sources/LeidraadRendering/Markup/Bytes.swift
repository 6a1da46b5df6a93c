internal import LeidraadCore

/// A page in the making, in UTF-8. The large reports are written straight into one: a string a piece, put together afterwards, would cost many times
/// what the text itself does.
struct Bytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 65_536) {
    self.capacity = max(1, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// All of it.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  mutating func append(_ byte: UInt8, times: Int) {
    reserve(times)
    (start + count).update(repeating: byte, count: times)
    count += times
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { append(UnsafeBufferPointer(rebasing: bytes)) }

  mutating func append(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return text.withUTF8Buffer { append($0) } }
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A text with the same mark before and behind it.
  mutating func append(_ text: StaticString, between mark: UInt8) {
    guard text.hasPointerRepresentation else {
      append(mark)
      append(text)
      return append(mark)
    }
    let length = text.utf8CodeUnitCount
    reserve(length + 2)
    start[count] = mark
    (start + count + 1).update(from: text.utf8Start, count: length)
    start[count + 1 + length] = mark
    count += length + 2
  }

  /// As it is: whoever has text from outside escapes it first.
  mutating func append(unescaped text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(number: Int) {
    if number < 0 { append(0x2D) }
    append(digits: number.magnitude)
  }

  private mutating func append(digits number: UInt) {
    if number >= 10 { append(digits: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// `3/4`, or `2` for a whole number.
  mutating func append(_ fraction: Fraction) {
    guard let terms = fraction.terms else { return append(unescaped: fraction.description) }
    append(number: terms.numerator)
    guard terms.denominator != 1 else { return }
    append(0x2F)
    append(number: terms.denominator)
  }
}

/// Eight bytes of a text, looked at together as one number: nearly all of any text needs no escape. A byte that is found is there; bytes behind it may
/// be found as well that are not, so what is found is worth a closer look.
struct EightBytes {
  private let number: UInt64

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Those from an index on; nil where fewer are left.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 8 <= bytes.count, let start = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    number = (start + index).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The high bits of bytes that are smaller. Subtracting borrows that bit; what had it before does not count.
  func below(_ limit: UInt8) -> UInt64 { Self.below(UInt64(limit), number) }

  func equal(to byte: UInt8) -> UInt64 { Self.below(1, number ^ (Self.each &* UInt64(byte))) }

  /// Of bytes that are no ASCII.
  var wide: UInt64 { number & Self.highBits }

  private static func below(_ limit: UInt64, _ number: UInt64) -> UInt64 { (number &- (each &* limit)) & ~number & highBits }
}

extension String {
  /// Whether all of its bytes are such.
  func allSatisfy(byte isSuch: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isSuch) } ?? utf8.allSatisfy(isSuch)
  }

  /// Whether an ASCII character is in it.
  func contains(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while let eight = EightBytes(bytes, at: index), eight.equal(to: byte) == 0 { index += 8 }
      return bytes[index...].contains(byte)
    } ?? utf8.contains(byte)
  }
}

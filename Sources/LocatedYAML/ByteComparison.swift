#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Whether two stretches of memory hold the same bytes.
@inline(__always)
func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
  count == 0 || memcmp(left, right, count) == 0
}

/// The place of the first such byte at or after `start`; nil if there is none.
func firstIndex(of byte: UInt8, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard start < bytes.count, let base = bytes.baseAddress, let hit = memchr(base + start, Int32(byte), bytes.count - start) else {
    return nil
  }
  return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
}

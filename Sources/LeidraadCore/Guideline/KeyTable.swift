/// A few words that are looked up by their bytes.
struct KeyTable: Sendable {
  let names: [String]
  private let marks: [Mark]

  init(_ names: [String]) {
    self.names = names
    marks = names.map { name in
      var name = name
      return name.withUTF8(Mark.init)
    }
  }

  func index(of text: ArraySlice<UInt8>) -> Int? {
    let mark = text.withUnsafeBufferPointer(Mark.init)
    for index in marks.indices where marks[index] == mark {
      if text.count <= Mark.whole || names[index].utf8.elementsEqual(text) { return index }
    }
    return nil
  }

  /// The length, the first eight bytes and the last eight: all there is of nearly every word.
  private struct Mark: Equatable {
    private let count: Int
    private let first: UInt64
    private let last: UInt64

    /// The longest word of which it holds every byte.
    static let whole = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      count = bytes.count
      var (first, last): (UInt64, UInt64) = (0, 0)
      for index in 0..<min(8, bytes.count) { first = first << 8 | UInt64(bytes[index]) }
      for index in max(0, bytes.count - 8)..<bytes.count { last = last << 8 | UInt64(bytes[index]) }
      (self.first, self.last) = (first, last)
    }
  }
}

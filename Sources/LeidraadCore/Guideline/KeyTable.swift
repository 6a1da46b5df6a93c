/// A few words that are looked up by their bytes: first by a number that tells nearly all of them apart.
struct KeyTable: Sendable {
  let names: [String]
  private let marks: [UInt64]

  init(_ names: [String]) {
    self.names = names
    marks = names.map { Self.mark($0.utf8, count: $0.utf8.count) }
  }

  func index(of text: ArraySlice<UInt8>) -> Int? {
    let mark = Self.mark(text, count: text.count)
    for (index, other) in marks.enumerated() where other == mark && names[index].utf8.elementsEqual(text) { return index }
    return nil
  }

  /// The length and the first seven bytes.
  private static func mark(_ text: some Collection<UInt8>, count: Int) -> UInt64 {
    text.prefix(7).reduce(UInt64(truncatingIfNeeded: count & 0xFF)) { $0 << 8 | UInt64($1) }
  }
}

/// Characters that take the place of others while libyaml reads, byte for byte as long.
///
/// libyaml ends a line at NEL, LS and PS, which editors and YAML 1.2 do not: for it they are made characters that occur nowhere else in
/// the file, and made themselves again in the values. Control characters are problems already; they go so that the rest can be read.
struct StandIns {
  /// What is replaced and by what; of the same length.
  private let pairs: [Pair]

  private struct Pair {
    var original: [UInt8]
    var standIn: [UInt8]
  }

  /// Looks for characters that the file does not hold: of two bytes among the letters, of three in the private use area.
  init(for bytes: [UInt8]) {
    var seen = Set<UInt32>()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x100 { seen.insert(scalar.value) }
    let letters = (0x100...0x7FF).lazy.filter { !seen.contains($0) }
    let privateUse = (0xE000...0xF8FF).lazy.filter { !seen.contains($0) }
    // A file that holds all of them has its line ends as libyaml sees them: odd, never unsafe.
    let found = letters.prefix(1).map { (UInt32(0x85), $0) } + zip([0x2028, 0x2029], privateUse.prefix(2))
    pairs = found.map { Pair(original: Self.utf8($0), standIn: Self.utf8($1)) }
  }

  /// The bytes with NEL, LS, PS and control characters replaced.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    replace(in: &result, from: \.original, to: \.standIn)
    for index in result.indices {
      switch result[index] {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0x7F: result[index] = UInt8(ascii: "_")
      // U+0080 to U+009F without NEL become "¿", U+FFFE and U+FFFF the replacement character.
      case 0x80..<0xA0 where index > 0 && result[index - 1] == 0xC2 && result[index] != 0x85: result[index] = 0xBF
      case 0xBE, 0xBF: if index > 1, result[index - 1] == 0xBF, result[index - 2] == 0xEF { result[index] = 0xBD }
      default: break
      }
    }
    return result
  }

  /// Makes the characters in values themselves again.
  func undo(in bytes: inout [UInt8]) { replace(in: &bytes, from: \.standIn, to: \.original) }

  private func replace(in bytes: inout [UInt8], from: KeyPath<Pair, [UInt8]>, to: KeyPath<Pair, [UInt8]>) {
    for pair in pairs {
      let old = pair[keyPath: from]
      let new = pair[keyPath: to]
      guard bytes.count >= old.count else { continue }
      for index in 0...bytes.count - old.count where bytes[index] == old[0] && bytes[index..<index + old.count].elementsEqual(old) {
        bytes.replaceSubrange(index..<index + new.count, with: new)
      }
    }
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).flatMap { UTF8.encode($0) }.map { Array($0) } ?? []
  }
}

/// The strict part's rules for keys: plain text, none twice, no merge keys.
struct KeyChecks {
  private let records: UnsafeBufferPointer<Record>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let scratch: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var problems: [Problem] = []
  /// The text keys of the mapping in hand, as places in the arena; one buffer for all mappings.
  private var keys: [Int] = []

  /// Up to so many keys are compared with each other; more go through a table.
  private static let mostPairwise = 16

  /// The problems with the keys of every mapping of a document.
  static func problems(in document: Document, isASCII: Bool) -> [Problem] {
    document.records.withUnsafeBufferPointer { records in
      document.bytes.withUnsafeBufferPointer { bytes in
        document.scratch.withUnsafeBufferPointer { scratch in
          var checks = KeyChecks(records: records, bytes: bytes, scratch: scratch, isASCII: isASCII)
          for index in records.indices where records[index].kind == .mapping { checks.check(index) }
          return checks.problems
        }
      }
    }
  }

  private init(
    records: UnsafeBufferPointer<Record>, bytes: UnsafeBufferPointer<UInt8>, scratch: UnsafeBufferPointer<UInt8>, isASCII: Bool
  ) {
    self.records = records
    self.bytes = bytes
    self.scratch = scratch
    self.isASCII = isASCII
  }

  private mutating func check(_ mapping: Int) {
    keys.removeAll(keepingCapacity: true)
    var isCanonical = true
    var mayRepeat = false
    var signs: UInt64 = 0
    let end = Int(records[mapping].first)
    var index = mapping + 1
    while index < end {
      let key = records[index]
      if key.kind != .scalar || key.isAlias || key.style == .literal || key.style == .folded || (key.count == 0 && key.style == .plain) {
        report(.complexKey, at: index)
      } else if key.style == .plain, isMerge(text(of: index)) {
        report(.mergeKey, at: index)
      } else {
        keys.append(index)
        let sign = Self.sign(of: text(of: index))
        mayRepeat = mayRepeat || signs & sign != 0
        signs |= sign
        if isCanonical, !isASCII || key.isInScratch { isCanonical = text(of: index).allSatisfy { $0 < 0x80 } }
      }
      let value = key.next(after: index)
      index = value < end ? records[value].next(after: value) : end
    }
    if !isCanonical {
      reportTwiceByString()
    } else if keys.count > Self.mostPairwise {
      reportTwiceByTable()
    } else if mayRepeat {
      reportTwicePairwise()
    }
  }

  /// One bit of 64, the same for the same text: most small mappings show by it that no key occurs twice.
  @inline(__always)
  private static func sign(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = text.first else { return 1 }
    let mixed = UInt64(first) &* 7 &+ UInt64(text[text.count - 1]) &* 31 &+ UInt64(text[text.count / 2]) &* 3 &+ UInt64(text.count)
    return 1 << (mixed & 63)
  }

  private mutating func reportTwicePairwise() {
    for later in 1..<keys.count {
      for earlier in 0..<later where isSame(keys[earlier], keys[later]) {
        reportTwice(keys[later], first: keys[earlier])
        break
      }
    }
  }

  /// By a table of places with open addressing; the hash is seeded by the process, so no file can make its keys collide.
  private mutating func reportTwiceByTable() {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    var table = [Int](repeating: -1, count: size)
    for key in keys {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(text(of: key)))
      var slot = hasher.finalize() & (size - 1)
      while table[slot] >= 0, !isSame(table[slot], key) { slot = (slot + 1) & (size - 1) }
      if table[slot] >= 0 { reportTwice(key, first: table[slot]) } else { table[slot] = key }
    }
  }

  /// By String, which holds "é" in one scalar and in two to be the same, as a reader's eye does.
  private mutating func reportTwiceByString() {
    var firsts: [String: Int] = [:]
    for key in keys {
      let name = string(of: key)
      if let first = firsts[name] { reportTwice(key, first: first) } else { firsts[name] = key }
    }
  }

  private mutating func reportTwice(_ key: Int, first: Int) {
    problems.append(Problem(kind: .duplicateKey(name: string(of: key)), range: range(of: key), related: range(of: first)))
  }

  private mutating func report(_ kind: Problem.Kind, at key: Int) { problems.append(Problem(kind: kind, range: range(of: key))) }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    guard records[left].count == records[right].count else { return false }
    let (left, right) = (text(of: left), text(of: right))
    guard let a = left.baseAddress, let b = right.baseAddress else { return left.count == right.count }
    return equalBytes(a, b, count: left.count)
  }

  private func isMerge(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == 2 && text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "<")
  }

  private func text(of key: Int) -> UnsafeBufferPointer<UInt8> {
    let record = records[key]
    let whole = record.isInScratch ? scratch : bytes
    guard let base = whole.baseAddress, record.textRange.upperBound <= whole.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: base + record.textRange.lowerBound, count: record.textRange.count)
  }

  private func string(of key: Int) -> String { String(decoding: text(of: key), as: UTF8.self) }

  private func range(of key: Int) -> SourceRange { SourceRange(start: Int(records[key].start), end: Int(records[key].end)) }
}

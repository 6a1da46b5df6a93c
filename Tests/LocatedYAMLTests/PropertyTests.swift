import LocatedYAML
import Testing

/// A generator of the same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

@Suite("Properties")
struct PropertyTests {
  @Test("Every prefix of a case is read or refused in good order", arguments: Case.everything)
  func prefixes(_ test: Case) {
    for length in 0...test.bytes.count { check(Array(test.bytes.prefix(length))) }
  }

  @Test("Two thousand edits of the cases are read or refused in good order", arguments: [1, 2, 3, 4] as [UInt64])
  func edits(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let interesting = Array("\n\r\t :-?[]{},&*!|>'\"%@`#\\aé\u{85}\u{2028}😀<\u{0}".utf8) + [0xFF, 0xC2, 0xE2, 0x80, 0xF0]
    for _ in 0..<500 {
      var bytes = try #require(Case.everything.randomElement(using: &generator)).bytes
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let byte = interesting.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.insert(byte, at: place)
        case 1 where place < bytes.count: bytes[place] = byte
        default: if place < bytes.count { bytes.remove(at: place) }
        }
      }
      check(bytes)
    }
  }

  @Test("The end of lines changes nothing but the byte offsets", arguments: Case.all(in: "ok", golden: "events"))
  func lineEnds(_ test: Case) throws {
    // Not of UTF-16, where a line end is two bytes; and a lone CR is one already.
    guard !test.bytes.contains(0), !test.bytes.contains(0x0D) || test.name.hasSuffix("crlf.hex") else { return }
    let lf = test.bytes.filter { $0 != 0x0D }
    let crlf = lf.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let plain = Dump.nodes(of: try Document.parse(lf), offsets: false)
    #expect(Dump.nodes(of: try Document.parse(crlf), offsets: false) == plain)
  }

  /// What holds for every input.
  private func check(_ bytes: [UInt8]) {
    let result = Result { () throws(SyntaxFailure) in try Document.parse(bytes) }
    switch result {
    case .success(let document): check(document)
    case .failure(let failure):
      #expect(!failure.problems.isEmpty)
      for problem in failure.problems {
        for range in [problem.range] + (problem.related.map { [$0] } ?? []) {
          let isInside = 0 <= range.start && range.start <= range.end && range.end <= failure.bytes.count
          let position = failure.position(at: range.start)
          #expect(isInside && position.line >= 1 && position.column >= 1, "\(problem) in \(bytes)")
        }
        if case .other(let words) = problem.kind { Issue.record("no kind of its own for: \(words) in \(bytes)") }
      }
      #expect(Set(failure.problems.map { "\($0)" }).count == failure.problems.count, "the same twice in \(bytes)")
      if let partial = failure.partial { check(partial) }
    }
  }

  private func check(_ document: Document) {
    guard let root = document.root else { return }
    var open = [root]
    var count = 0
    while let node = open.popLast() {
      count += 1
      let range = document.range(of: node)
      if range.start < 0 || range.start > range.end || range.end > document.bytes.count { Issue.record("\(range) in \(document.bytes)") }
      _ = document.text(of: node)
      guard !document.isAlias(node) else { continue }
      let children = document.entries(of: node).flatMap { [$0.key, $0.value] } + Array(document.items(of: node))
      let expected = document.kind(of: node) == .mapping ? document.count(of: node) * 2 : document.count(of: node)
      if children.count != expected { Issue.record("\(children.count) nodes for \(expected) in \(document.bytes)") }
      for child in children where document.range(of: child).start < range.start || document.range(of: child).end > range.end {
        Issue.record("a node outside its collection in \(document.bytes)")
      }
      open += children
    }
    if count != document.nodeCount { Issue.record("\(count) of \(document.nodeCount) nodes reached in \(document.bytes)") }
  }
}

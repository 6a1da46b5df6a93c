internal import CLibYAML

/// Where the parts of a node are that libyaml's marks do not tell: anchors, tags, empty values, the ends of block scalars.
extension DocumentBuilder {
  private static let scalarTags: Set<String> = ["!", "str", "int", "float", "bool", "null"]
  private static let corePrefix = "tag:yaml.org,2002:"

  /// Notes a node's anchor, checks its tag, and tells where its content begins.
  mutating func takeProperties(
    from start: Int, anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?, kind: Document.Kind
  ) -> Int {
    var index = start
    var tagRange = SourceRange(start: start, end: start)
    for _ in 0..<(anchor == nil ? 0 : 1) + (tag == nil ? 0 : 1) {
      index = endOfSeparation(from: index)
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "&") {
        index += 1
        while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
      } else if bytes[index] == UInt8(ascii: "!") {
        let end = endOfTag(from: index)
        tagRange = SourceRange(start: index, end: end)
        index = end
      }
    }
    if let anchor { anchors[Self.string(anchor)] = records.count }
    if let tag, !Self.isAllowed(tag: Self.string(tag), kind: kind) {
      let name = Self.string(bytes[tagRange.start..<tagRange.end])
      problems.append(Problem(kind: .unsupportedTag(name: name), range: tagRange))
    }
    return endOfSeparation(from: index)
  }

  private static func isAllowed(tag: String, kind: Document.Kind) -> Bool {
    if tag == "!" { return true }
    guard tag.hasPrefix(corePrefix) else { return false }
    let name = tag.dropFirst(corePrefix.count)
    switch kind {
    case .scalar: return scalarTags.contains(String(name))
    case .mapping: return name == "map"
    case .sequence: return name == "seq"
    }
  }

  private func endOfTag(from start: Int) -> Int {
    var index = start
    let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
    while index < bytes.count, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: ">") where isVerbatim: return index + 1
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): if !isVerbatim { return index }
      default: break
      }
      index += 1
    }
    return index
  }

  /// Skips white space, line ends and comments.
  func endOfSeparation(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#") where index == 0 || bytes[index - 1] <= 0x20:
        index = SourceLines.endOfLine(from: index, in: bytes)
      default: return index
      }
    }
    return index
  }

  /// Where an empty value or item would stand: libyaml marks some of them at the token that follows, lines further on.
  func emptyPlace(at mark: Int) -> (Int, Int) {
    guard let frame = frames.last, records[frame.node].kind == .mapping, frame.children % 2 == 1 else { return (mark, mark) }
    if mark > 0, mark <= bytes.count, bytes[mark - 1] == UInt8(ascii: ":") { return (mark, mark) }
    let keyEnd = Int(records[frame.last].end)
    let colon = endOfSeparation(from: keyEnd)
    let place = colon < mark && bytes[colon] == UInt8(ascii: ":") ? colon + 1 : keyEnd
    return (place, place)
  }

  /// The end of a block scalar's last line that is not blank; of its header where it has none.
  func endOfBlockScalar(from start: Int, to end: Int, isEmpty: Bool) -> Int {
    var header = min(start + 1, bytes.count)
    while header < bytes.count, bytes[header] == UInt8(ascii: "+") || bytes[header] == UInt8(ascii: "-") || Self.isDigit(bytes[header]) {
      header += 1
    }
    var index = min(end, bytes.count)
    while index > header, bytes[index - 1] == 0x20 || (0x09...0x0D).contains(bytes[index - 1]) { index -= 1 }
    return isEmpty || index <= SourceLines.endOfLine(from: start, in: bytes) ? header : index
  }

  /// A quoted scalar that runs over a line that can only be a key or an item of its own: its quote was never closed.
  ///
  /// YAML wants the lines of a quoted scalar indented more than what it is in; libyaml does not insist, and would take half a file as text.
  func swallowedLines(_ range: SourceRange, double: Bool) -> RunEnd? {
    // A scalar on one line, on a line of thousands perhaps, must not cost a look at the whole line.
    guard !frames.isEmpty, bytes[range.start..<range.end].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    guard firstKeyLine(after: range.start, before: range.end) != nil else { return nil }
    let opening = SourceRange(start: range.start, end: range.start + 1)
    let related = SourceRange(start: max(range.start, range.end - 1), end: range.end)
    return .failed(Problem(kind: .unclosedQuote(double: double), range: opening, related: related), resumeAfter: range.start)
  }

  /// What is too deep, behind a line that can only be a key of its own, is so because the first bracket or brace was never closed.
  func unclosedFlow(before end: Int) -> RunEnd? {
    guard records.first?.style == .block, let outer = frames.first(where: { records[$0.node].style == .flow }) else { return nil }
    let opening = character(at: Int(records[outer.node].start))
    guard opening.end <= bytes.count, firstKeyLine(after: opening.start, before: end) != nil else { return nil }
    let isBrace = bytes[opening.start] == UInt8(ascii: "{")
    return .failed(
      Problem(kind: .unclosedFlow(brace: isBrace), range: opening, related: SourceRange(start: end, end: end)), resumeAfter: opening.start)
  }

  /// The first line after the one that holds `start` that is indented no more than it and begins like a key, or an item where it does.
  func firstKeyLine(after start: Int, before end: Int) -> Int? {
    guard let firstBreak = SourceLines.startOfNextLine(after: start, in: bytes), firstBreak < end else { return nil }
    let own = SourceLines.startOfLine(holding: start, in: bytes)
    let indentation = endOfSpaces(from: own) - own
    let isItem = KeyLines.isItem(at: own + indentation, in: bytes)
    var line: Int? = firstBreak
    while let at = line, at < end {
      let content = endOfSpaces(from: at)
      if content - at <= indentation, KeyLines.isKey(at: content, in: bytes) || isItem && KeyLines.isItem(at: content, in: bytes) {
        return at
      }
      line = SourceLines.startOfNextLine(after: at, in: bytes)
    }
    return nil
  }

  func endOfSpaces(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index
  }

  /// The range of the character at an offset; empty at the end of the file.
  func character(at offset: Int) -> SourceRange {
    var end = min(offset, bytes.count)
    if end < bytes.count { end += 1 }
    while end < bytes.count, SourceLines.isContinuation(bytes[end]) { end += 1 }
    return SourceRange(start: min(offset, bytes.count), end: end)
  }

  /// Every name behind an `&` in a stretch of the file, whatever it is part of.
  func anchorNames(in range: Range<Int>) -> Set<String> {
    var names: Set<String> = []
    let stretch = UnsafeBufferPointer(rebasing: bytes[..<min(range.upperBound, bytes.count)])
    var from = range.lowerBound
    while let hit = firstIndex(of: UInt8(ascii: "&"), from: from, in: stretch) {
      from = stretch[(hit + 1)...].firstIndex { !Self.isNameByte($0) } ?? stretch.count
      if from > hit + 1 { names.insert(Self.string(stretch[(hit + 1)..<from])) }
    }
    return names
  }

  static func string(_ text: UnsafePointer<yaml_char_t>) -> String { String(cString: text) }
  static func string(_ text: some Collection<UInt8>) -> String { String(decoding: text, as: UTF8.self) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters, digits, `_` and `-`: what libyaml takes in the name of an anchor.
  static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
  }
}

/// Lines that begin a section: what reading goes on at after an error.
enum KeyLines {
  /// Whether a plain key, its colon, and a space or the end of the line stand here.
  static func isKey(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    while index < bytes.count, DocumentBuilder.isNameByte(bytes[index]), bytes[index] != 0x5F { index += 1 }
    guard index > start, index < bytes.count, !DocumentBuilder.isDigit(bytes[start]), bytes[start] != 0x2D else { return false }
    return bytes[index] == UInt8(ascii: ":") && isBlankOrEnd(at: index + 1, in: bytes)
  }

  /// Whether a dash and a space or the end of the line stand here.
  static func isItem(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start < bytes.count && bytes[start] == 0x2D && isBlankOrEnd(at: start + 1, in: bytes)
  }

  /// Whether a line of a marker such as `---` stands here.
  static func isMarker(_ character: UInt8, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start + 3 <= bytes.count && bytes[start..<start + 3].allSatisfy { $0 == character } && isBlankOrEnd(at: start + 3, in: bytes)
  }

  static func isBlankOrEnd(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}

/// Turns libyaml's account of an error into its cause, at the place that a person would put right.
///
/// libyaml names the point at which it could not go on, which for a quote or a bracket that was never closed is lines too late.
struct FaultDiagnosis {
  private let words: String
  private let context: String
  /// Where libyaml stopped.
  private let mark: Int
  /// Where what it was reading began.
  private let opening: Int
  private let builder: DocumentBuilder
  private let endedExplicitly: Bool

  private var bytes: UnsafeBufferPointer<UInt8> { builder.bytes }

  /// YAML's limit for a key that is not marked with `?`.
  private static let longestKey = 1024

  init(of fault: EventReader.Fault, in builder: DocumentBuilder, endedExplicitly: Bool) {
    var cursor = builder.cursor
    words = fault.words
    context = fault.context
    mark = cursor.offset(of: fault.character)
    opening = fault.context.isEmpty ? mark : cursor.offset(of: fault.contextCharacter)
    self.builder = builder
    self.endedExplicitly = endedExplicitly
  }

  /// The end of the run that the error means.
  func runEnd() -> DocumentBuilder.RunEnd {
    if !isInQuotes, let flow = unclosedFlow() { return flow }
    return tokenFault() ?? contextFault() ?? structureFault() ?? fail(.other(words.isEmpty ? "out of memory" : words), character(mark))
  }

  private var isInQuotes: Bool { context.hasSuffix("a quoted scalar") }

  // MARK: Single tokens

  /// Errors that are told apart by libyaml's words alone.
  private func tokenFault() -> DocumentBuilder.RunEnd? {
    switch words {
    case "found character that cannot start any token":
      if byte(at: mark) == 0x09 { return fail(.tabIndentation, tabs(from: mark)) }
      return unexpectedCharacter()
    case "found a tab character where an indentation space is expected", "found a tab character that violates indentation":
      return fail(.tabIndentation, tabs(from: mark))
    case "block sequence entries are not allowed in this context": return fail(.sequenceEntryNotAllowed, character(mark))
    case "mapping keys are not allowed in this context": return unexpectedCharacter()
    case "mapping values are not allowed in this context": return valueNotAllowed()
    case "could not find expected ':'": return colonNotFound()
    case "found unexpected ':'": return fail(.missingSpaceAfterColon, character(mark))
    case "found unexpected document indicator", "found unexpected end of stream":
      return fail(
        .unclosedQuote(double: byte(at: opening) == UInt8(ascii: "\"")), character(opening), related: point(mark), resumeAfter: opening)
    case "found unknown escape character", "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return fail(.badEscape, escape(), related: character(opening))
    case "found undefined tag handle":
      let range = word(from: mark)
      return fail(.unsupportedTag(name: DocumentBuilder.string(bytes[range.start..<range.end])), range)
    case "found duplicate %YAML directive", "found incompatible YAML document", "found duplicate %TAG directive":
      return fail(.badDirective, restOfLine(mark))
    case "control characters are not allowed": return fail(.controlCharacter(scalar(at: mark)), character(mark))
    default: return nil
    }
  }

  /// Errors that are told apart by what libyaml was reading.
  private func contextFault() -> DocumentBuilder.RunEnd? {
    switch context {
    case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive",
      "while scanning a tag directive", "while parsing a tag directive", "while parsing a %TAG directive":
      return fail(.badDirective, restOfLine(opening))
    case "while scanning an anchor": return fail(.badAnchor(isAlias: false), word(from: opening))
    case "while scanning an alias": return fail(.badAnchor(isAlias: true), word(from: opening))
    case "while scanning a tag", "while parsing a tag": return fail(.badTag, word(from: opening))
    case "while scanning a block scalar": return fail(.badBlockScalarHeader, restOfLine(opening))
    default: return nil
    }
  }

  // MARK: Structure

  /// Errors of the parser proper: a token in a place where it makes no sense.
  private func structureFault() -> DocumentBuilder.RunEnd? {
    switch words {
    case "did not find expected key": return outOfPlace(.expectedKeyOrEnd)
    case "did not find expected '-' indicator": return outOfPlace(.expectedItemOrEnd)
    case "did not find expected ',' or ']'": return fail(.expectedCommaOrClose(brace: false), inFlow(mark), related: character(opening))
    case "did not find expected ',' or '}'": return fail(.expectedCommaOrClose(brace: true), inFlow(mark), related: character(opening))
    case "did not find expected node content":
      if byte(at: mark) == UInt8(ascii: ":") { return fail(.complexKey, character(mark)) }
      return mark < bytes.count ? unexpectedCharacter() : fail(.expectedKeyOrEnd, point(mark))
    case "did not find expected <document start>": return afterDocument()
    case "Maximum nesting level reached, set with yaml_set_max_nest_level())":
      return .stopped(Problem(kind: .tooDeep(limit: builder.limits.depth), range: character(mark)))
    case "input error", "input is too long", "invalid leading UTF-8 octet", "incomplete UTF-8 octet sequence",
      "invalid trailing UTF-8 octet", "invalid length of a UTF-8 sequence", "invalid Unicode character":
      return fail(.invalidEncoding, character(mark))
    default: return nil
    }
  }

  /// A line, or the rest of one, that belongs to nothing.
  private func outOfPlace(_ kind: Problem.Kind) -> DocumentBuilder.RunEnd {
    switch byte(at: mark) {
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","): return unexpectedCharacter()
    // A colon with no key before it.
    case UInt8(ascii: ":") where KeyLines.isBlankOrEnd(at: mark + 1, in: bytes): return fail(.complexKey, character(mark))
    default: break
    }
    guard isFirstOnLine(mark) else {
      let value = builder.frames.last.map { builder.records[$0.last] } ?? builder.records.first
      return fail(.contentAfterValue, restOfLine(mark), related: value.map(range(of:)))
    }
    return fail(kind, restOfLine(mark), related: context.isEmpty ? nil : character(opening))
  }

  private func afterDocument() -> DocumentBuilder.RunEnd {
    if endedExplicitly { return .stopped(Problem(kind: .unexpectedDocument, range: restOfLine(mark))) }
    guard builder.records.isEmpty else { return outOfPlace(.expectedKeyOrEnd) }
    // Directives, and then no `---`.
    let line = SourceLines.startOfLine(holding: mark, in: bytes)
    let directive = firstIndex(of: UInt8(ascii: "%"), from: 0, in: bytes) ?? line
    return fail(.badDirective, restOfLine(directive), related: point(mark), resumeAfter: max(directive, line - 1))
  }

  /// A colon and a space where no key can be: a second one on a line, or a line above that lacks its own.
  private func valueNotAllowed() -> DocumentBuilder.RunEnd {
    if mark - SourceLines.startOfLine(holding: mark, in: bytes) > Self.longestKey {
      return fail(.keyTooLong(limit: Self.longestKey), character(mark))
    }
    guard let last = builder.records.last, last.kind == .scalar, builder.endOfSeparation(from: Int(last.end)) == mark else {
      return fail(.mappingValueNotAllowed, character(mark))
    }
    let start = Int(last.start)
    let nextLine = SourceLines.startOfNextLine(after: start, in: bytes) ?? bytes.count
    if last.style == .plain, !last.isAlias, nextLine <= Int(last.end), isFirstOnLine(start) {
      return fail(.missingColon, restOfLine(start), resumeAfter: start)
    }
    return fail(.mappingValueNotAllowed, character(mark), related: range(of: last))
  }

  /// A line in a mapping that ends without a colon after its key.
  private func colonNotFound() -> DocumentBuilder.RunEnd {
    let line = restOfLine(opening)
    if mark <= line.end, mark - opening > Self.longestKey {
      return fail(.keyTooLong(limit: Self.longestKey), SourceRange(start: opening, end: mark))
    }
    let rest = bytes[min(opening + 1, line.end)..<line.end]
    switch byte(at: opening) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if !rest.contains(bytes[opening]) {
        return fail(
          .unclosedQuote(double: byte(at: opening) == UInt8(ascii: "\"")), character(opening), related: point(mark), resumeAfter: opening)
      }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let close = byte(at: opening) == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      if !rest.contains(close) {
        return fail(.unclosedFlow(brace: close == UInt8(ascii: "}")), character(opening), related: point(mark), resumeAfter: opening)
      }
    default:
      // `key:value`, but not `https://…`.
      let colon = rest.firstIndex { !DocumentBuilder.isNameByte($0) } ?? line.end
      if byte(at: colon) == UInt8(ascii: ":"), let next = byte(at: colon + 1), next > 0x20, next != UInt8(ascii: "/") {
        return fail(.missingSpaceAfterColon, character(colon), resumeAfter: opening)
      }
    }
    return fail(.missingColon, line, resumeAfter: opening)
  }

  /// A bracket or brace that was open when the file ended, or when a line came that can only be the next key.
  private func unclosedFlow() -> DocumentBuilder.RunEnd? {
    guard let place = openFlow() else { return nil }
    let isDocumentEnd =
      [UInt8(ascii: "-"), UInt8(ascii: ".")].contains { KeyLines.isMarker($0, at: mark, in: bytes) } && isFirstOnLine(mark)
    let isInBlock = builder.records.first?.style == .block && builder.records.first?.kind != .scalar
    let end = SourceLines.endOfLine(from: mark, in: bytes)
    guard mark >= bytes.count || isDocumentEnd || (isInBlock && builder.firstKeyLine(after: place, before: end) != nil) else { return nil }
    let isBrace = byte(at: place) == UInt8(ascii: "{")
    return fail(.unclosedFlow(brace: isBrace), character(place), related: point(mark), resumeAfter: place)
  }

  /// The innermost bracket or brace that is open.
  private func openFlow() -> Int? {
    if context == "while parsing a flow sequence" || context == "while parsing a flow mapping" { return opening }
    return builder.frames.lazy.reversed().map { builder.records[$0.node] }.first { record in
      record.style == .flow && [UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte(at: Int(record.start)) ?? 0)
    }.map { Int($0.start) }
  }

  // MARK: Ranges

  private func fail(
    _ kind: Problem.Kind, _ range: SourceRange, related: SourceRange? = nil, resumeAfter: Int? = nil
  ) -> DocumentBuilder.RunEnd {
    .failed(Problem(kind: kind, range: range, related: related), resumeAfter: resumeAfter ?? max(mark, range.start))
  }

  private func unexpectedCharacter() -> DocumentBuilder.RunEnd { fail(.unexpectedCharacter(scalar(at: mark)), character(mark)) }

  private func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  private func character(_ offset: Int) -> SourceRange { builder.character(at: offset) }

  private func point(_ offset: Int) -> SourceRange { SourceRange(start: offset, end: offset) }

  private func range(of record: Record) -> SourceRange { SourceRange(start: Int(record.start), end: Int(record.end)) }

  private func scalar(at offset: Int) -> UInt32 {
    let range = character(offset)
    return DocumentBuilder.string(bytes[range.start..<range.end]).unicodeScalars.first?.value ?? 0
  }

  private func isFirstOnLine(_ offset: Int) -> Bool {
    let start = SourceLines.startOfLine(holding: offset, in: bytes)
    return bytes[start..<max(start, offset)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// From a place to the end of its line, without the white space there.
  private func restOfLine(_ start: Int) -> SourceRange {
    var end = SourceLines.endOfLine(from: start, in: bytes)
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return SourceRange(start: start, end: end)
  }

  /// From a place to the next white space.
  private func word(from start: Int) -> SourceRange {
    let end = bytes[min(start, bytes.count)...].firstIndex { $0 <= 0x20 } ?? bytes.count
    return SourceRange(start: start, end: end)
  }

  /// What is wrong inside brackets: up to the next comma, bracket or end of the line.
  private func inFlow(_ start: Int) -> SourceRange {
    let line = restOfLine(start)
    let stop = bytes[start..<line.end].firstIndex { [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains($0) } ?? line.end
    return stop > start ? SourceRange(start: start, end: stop) : character(start)
  }

  private func tabs(from start: Int) -> SourceRange {
    let end = bytes[min(start, bytes.count)...].firstIndex { $0 != 0x09 } ?? bytes.count
    return SourceRange(start: start, end: end)
  }

  /// The whole of an escape; libyaml's mark is at its backslash, or at the digits after it.
  private func escape() -> SourceRange {
    let backslash = UInt8(ascii: "\\")
    guard byte(at: mark) != backslash else { return SourceRange(start: mark, end: character(mark + 1).end) }
    let start = max(0, mark - 2)
    let most = byte(at: mark - 1) == UInt8(ascii: "x") ? 2 : byte(at: mark - 1) == UInt8(ascii: "u") ? 4 : 8
    var end = min(mark, bytes.count)
    while end < bytes.count, end - mark < most, isHexDigit(bytes[end]) { end += 1 }
    return SourceRange(start: start, end: end)
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    DocumentBuilder.isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}

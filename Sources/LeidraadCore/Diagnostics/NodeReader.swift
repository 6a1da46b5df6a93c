package import LocatedYAML

/// Reads the nodes of one file and collects what is wrong with them: policies, guidelines, reviews and configurations share it.
/// Every reading returns nil where the node will not do, after saying so.
package struct NodeReader {
  package let document: Document
  package let file: String
  /// How many diagnostics there were, whether they are kept or only counted.
  private(set) var told = 0
  /// Of each weight as many as can be told of one file. The rest is counted, so that mistakes cost no more than the reading of them.
  private var kept: [Diagnostic] = []
  private var keptOf = Untold()
  private var untold = Untold()
  /// Lines of which a syntax error has said that they are broken: what is found there only follows from it.
  private let brokenLines: LineSet
  /// The last place that was asked for: the next one is counted on from here.
  private var cursor = (offset: 0, line: 1, lineStart: 0)

  /// - Parameter failure: Where the document is what could be read in spite of it.
  package init(_ document: Document, file: String, after failure: SyntaxFailure? = nil) {
    self.document = document
    self.file = file
    brokenLines = failure?.brokenLines ?? LineSet()
  }

  /// What was found; with one that says how many more there are where that is too much to tell.
  package var diagnostics: [Diagnostic] { kept + [Diagnostic.standing(for: untold, in: file)].compactMap { $0 } }

  /// The entries of a mapping, by key.
  package struct Entries {
    package let all: [(name: String, key: NodeID, value: NodeID)]

    package subscript(name: String) -> NodeID? { all.first { $0.name == name }?.value }

    package func key(_ name: String) -> NodeID? { all.first { $0.name == name }?.key }
  }

  package mutating func report(
    _ code: DiagnosticCode, severity: Severity? = nil, _ message: Phrase, help: Phrase? = nil, at range: SourceRange,
    related: [Diagnostic.Related] = [], path: String
  ) {
    guard !brokenLines.contains(document.lineNumber(at: range.start)), counts(severity ?? code.severity) else { return }
    kept.append(
      Diagnostic(code, severity: severity, message, help: help, at: document.location(range, in: file), related: related, path: path))
  }

  /// Whether one more of a code can be told in full. If not it is counted, and nobody need look for the best words for it.
  mutating func hasRoom(for code: DiagnosticCode, at node: NodeID) -> Bool {
    if brokenLines.contains(document.lineNumber(at: document.range(of: node).start)) { return false }
    if hasRoom(for: code.severity) { return true }
    _ = counts(code.severity)
    return false
  }

  private func hasRoom(for severity: Severity) -> Bool { keptOf[severity] < Diagnostic.mostOfOneFile }

  /// Counts one; false where it is to be left at that.
  private mutating func counts(_ severity: Severity) -> Bool {
    told += 1
    guard hasRoom(for: severity) else {
      untold[severity] += 1
      return false
    }
    keptOf[severity] += 1
    return true
  }

  package mutating func report(
    _ code: DiagnosticCode, severity: Severity? = nil, _ message: Phrase, help: Phrase? = nil, at node: NodeID,
    related: [Diagnostic.Related] = [], path: String
  ) {
    report(code, severity: severity, message, help: help, at: document.range(of: node), related: related, path: path)
  }

  package mutating func append(_ diagnostic: Diagnostic) {
    if !brokenLines.contains(diagnostic.location.start.line), counts(diagnostic.severity) { kept.append(diagnostic) }
  }

  package func related(_ message: Phrase, _ node: NodeID) -> Diagnostic.Related {
    Diagnostic.Related(message: message, location: document.location(of: node, in: file))
  }

  /// A node's place in a policy. Asked for in the order of the file, all places together cost one walk over it.
  mutating func place(_ node: NodeID) -> PolicyPlace {
    let offset = document.range(of: node).start
    if offset < cursor.offset { cursor = (0, 1, 0) }
    document.bytes.withUnsafeBufferPointer { bytes in
      while cursor.offset < offset {
        let byte = bytes[cursor.offset]
        cursor.offset += 1
        let endsLine = byte == 0x0A || byte == 0x0D && !(cursor.offset < bytes.count && bytes[cursor.offset] == 0x0A)
        if endsLine { cursor = (cursor.offset, cursor.line + 1, cursor.offset) }
      }
    }
    let column = document.bytes[cursor.lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return PolicyPlace(file: file, line: cursor.line, column: column)
  }

  // MARK: Mappings

  /// A mapping's entries; keys outside `allowed` are reported with the nearest known one. Keys that begin with `x-` are free.
  /// A node that is empty counts as an empty mapping.
  package mutating func mapping(_ node: NodeID, allowed: [String], path: String) -> Entries? {
    guard let entries = anyMapping(node, path: path) else { return nil }
    for (name, key, _) in entries.all where !allowed.contains(name) && !name.hasPrefix("x-") && hasRoom(for: .unknownKey, at: key) {
      report(
        .unknownKey, Messages.unknownKey(name), help: Messages.unknownKeyHelp(nearest(to: name, among: allowed), allowed: allowed), at: key,
        path: joined(path, name))
    }
    return entries
  }

  /// A mapping's entries, whatever the keys.
  package mutating func anyMapping(_ node: NodeID, path: String) -> Entries? {
    if isEmpty(node) { return Entries(all: []) }
    guard document.kind(of: node) == .mapping else {
      report(.wrongType, Messages.expected(.mapping, found: found(node)), at: node, path: path)
      return nil
    }
    return Entries(all: document.entries(of: node).map { (document.string(of: $0.key), $0.key, $0.value) })
  }

  package mutating func required(_ name: String, in entries: Entries, of node: NodeID, path: String) -> NodeID? {
    if let value = entries[name], !isEmpty(value) { return value }
    let place = entries.key(name).map { document.range(of: $0) } ?? start(of: node)
    report(.missingKey, Messages.missingKey(name), at: place, path: joined(path, name))
    return nil
  }

  /// The point where a node begins: what a missing key is reported at.
  package func start(of node: NodeID) -> SourceRange {
    let range = document.range(of: node)
    let firstKey = document.entries(of: node).first { _ in true }.map { document.range(of: $0.key) }
    return firstKey ?? SourceRange(start: range.start, end: range.start)
  }

  // MARK: Scalars and lists

  /// Whether a node has no content: nothing, `~` or `null`, unquoted.
  package func isEmpty(_ node: NodeID) -> Bool {
    guard document.kind(of: node) == .scalar, document.style(of: node) == .plain else { return false }
    let text = document.text(of: node)
    return text.isEmpty || text.count <= 4 && (text.elementsEqual("~".utf8) || text.elementsEqual("null".utf8))
  }

  package mutating func string(_ node: NodeID, path: String) -> String? {
    guard document.kind(of: node) == .scalar else {
      report(.wrongType, Messages.expected(.text, found: found(node)), at: node, path: path)
      return nil
    }
    return document.string(of: node)
  }

  /// One value or a list of values.
  package mutating func strings(_ node: NodeID, path: String) -> [(text: String, node: NodeID)] {
    guard document.kind(of: node) == .sequence else { return string(node, path: path).map { [($0, node)] } ?? [] }
    return document.items(of: node).compactMap { item in string(item, path: path).map { ($0, item) } }
  }

  package mutating func items(_ node: NodeID, path: String) -> [NodeID] {
    if isEmpty(node) { return [] }
    guard document.kind(of: node) == .sequence else {
      report(.wrongType, Messages.expected(.list, found: found(node)), at: node, path: path)
      return []
    }
    return Array(document.items(of: node))
  }

  package mutating func integer(_ node: NodeID, path: String, in range: ClosedRange<Int> = 0...999_999) -> Int? {
    guard let text = string(node, path: path) else { return nil }
    guard let number = Self.integer(text.utf8, in: range) else {
      report(.invalidNumber, Messages.invalidNumber(text, in: range), help: Messages.numberHelp(text, in: range), at: node, path: path)
      return nil
    }
    return number
  }

  /// A whole number in a range. One reader takes 017 for seventeen and another for fifteen, so that it is none here.
  static func integer(_ text: some Sequence<UInt8>, in range: ClosedRange<Int>) -> Int? {
    guard let number = wholeNumber(text), range.contains(number), !startsWithZero(text) else { return nil }
    return number
  }

  package mutating func flag(_ node: NodeID, path: String) -> Bool? {
    guard let text = string(node, path: path) else { return nil }
    if let value = truth(text.utf8) { return value }
    report(.wrongType, Messages.notAFlag(text), help: Messages.flagHelp(text), at: node, path: path)
    return nil
  }

  package mutating func date(_ node: NodeID, path: String) -> CivilDate? {
    guard let text = string(node, path: path) else { return nil }
    if let date = CivilDate(iso: text.utf8) { return date }
    report(.invalidDate, Messages.invalidDate(text), help: Messages.dateHelp(text), at: node, path: path)
    return nil
  }

  package mutating func period(_ node: NodeID, path: String) -> Period? {
    guard let text = string(node, path: path) else { return nil }
    if let period = Period(text) { return period }
    report(.invalidPeriod, Messages.invalidPeriod(text), help: Messages.periodHelp, at: node, path: path)
    return nil
  }

  /// One of the cases of an enumeration that is written by its raw value.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: NodeID, path: String, of _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = string(node, path: path) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      .unknownOption, Messages.unknownOption(text), help: Messages.optionHelp(nearest(to: text, among: names), names), at: node, path: path)
    return nil
  }

  // MARK: The head of a file

  /// Checks the top-level `leidraad: kind/v1`.
  package mutating func header(_ entries: Entries, root: NodeID, kind: String) {
    guard let node = required("leidraad", in: entries, of: root, path: "") else { return }
    guard let text = string(node, path: "leidraad"), text != "\(kind)/v1" else { return }
    report(.wrongFormat, Messages.wrongFormat(text, expected: "\(kind)/v1"), at: node, path: "leidraad")
  }

  package func found(_ node: NodeID) -> Messages.Shape {
    switch document.kind(of: node) {
    case .scalar: isEmpty(node) ? .nothing : .text
    case .sequence: .list
    case .mapping: .mapping
    }
  }
}

/// `accounts` and `policy` make `accounts.policy`.
package func joined(_ path: String, _ name: String) -> String {
  path.isEmpty ? name : "\(path).\(name)"
}

/// Digits only, at most nine of them, with or without a minus sign.
func wholeNumber(_ text: some Sequence<UInt8>) -> Int? {
  var value = 0
  var digits = 0
  var isNegative = false
  for byte in text {
    if byte == 0x2D, digits == 0, !isNegative {
      isNegative = true
      continue
    }
    guard isASCIIDigit(byte), digits < 9 else { return nil }
    value = value * 10 + Int(byte - 0x30)
    digits += 1
  }
  guard digits > 0 else { return nil }
  return isNegative ? -value : value
}

/// Whether digits follow a zero, which YAML 1.1 takes for an octal number.
func startsWithZero(_ text: some Sequence<UInt8>) -> Bool {
  var followsZero = false
  for byte in text where followsZero || byte != 0x2D {
    if followsZero { return isASCIIDigit(byte) }
    guard byte == 0x30 else { return false }
    followsZero = true
  }
  return false
}

/// `true` or `false`, in the spellings of YAML's core schema.
func truth(_ text: some Sequence<UInt8>) -> Bool? {
  if text.elementsEqual("true".utf8) || text.elementsEqual("True".utf8) || text.elementsEqual("TRUE".utf8) { return true }
  if text.elementsEqual("false".utf8) || text.elementsEqual("False".utf8) || text.elementsEqual("FALSE".utf8) { return false }
  return nil
}

internal import LeidraadCore

/// Writes a JSON document from its beginning to its end, into one buffer: what large reports are made with. Text gets in through its escaping alone,
/// and keys are written where they stand: whoever calls it keeps them sorted.
struct JSONWriter: ~Copyable {
  /// How it is laid out.
  enum Layout {
    /// All on one line.
    case line
    /// A line for each key and item.
    case lines
  }

  private var page = Bytes()
  private let isSpread: Bool
  private var depth = 0
  /// Whether nothing stands yet in the object or list that is open.
  private var isEmpty = true

  init(_ layout: Layout) {
    isSpread = layout == .lines
  }

  var bytes: [UInt8] { page.array }

  /// An object, between what the document around it needs.
  static func bytes(
    _ layout: Layout, after opening: StaticString = "", before closing: StaticString = "", _ entries: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(layout)
    json.append(opening)
    json.object(entries)
    json.append(closing)
    return json.bytes
  }

  static func text(_ object: some JSONObject) -> String { text(.line, object.write) }

  static func text(_ layout: Layout, _ entries: (inout JSONWriter) -> Void) -> String {
    String(decoding: bytes(layout, entries), as: UTF8.self)
  }

  /// What the document around it needs.
  mutating func write(_ text: StaticString) { append(text) }

  // MARK: Values

  mutating func object(_ entries: (inout JSONWriter) -> Void) {
    open(0x7B)
    entries(&self)
    close(0x7D)
  }

  mutating func list<Items: Sequence>(_ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
    open(0x5B)
    for item in items {
      separate()
      write(&self, item)
    }
    close(0x5D)
  }

  mutating func value(_ text: String) { append(quoted: text) }

  mutating func value(_ number: Int) { page.append(number: number) }

  mutating func value(_ flag: Bool) { append(flag ? "true" : "false") }

  /// A number of tenths: 631 is 63.1.
  mutating func value(tenths: Int) {
    page.append(number: tenths / 10)
    if tenths % 10 != 0 {
      page.append(0x2E)
      page.append(number: tenths % 10)
    }
  }

  // MARK: Entries of an object; what is nil is left out

  mutating func key(_ key: StaticString) {
    separate()
    page.append(key, between: 0x22)
    colon()
  }

  private mutating func colon() {
    if isSpread { page.append(0x20) }
    page.append(0x3A)
    if isSpread { page.append(0x20) }
  }

  mutating func entry(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    value(text)
  }

  mutating func entry(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    value(number)
  }

  /// Exactly, as text: `3/4`.
  mutating func entry(_ key: StaticString, _ fraction: Fraction?) {
    guard let fraction else { return }
    self.key(key)
    page.append(0x22)
    page.append(fraction)
    page.append(0x22)
  }

  mutating func entry(_ key: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    self.key(key)
    value(flag)
  }

  mutating func entry(_ key: StaticString, _ texts: [String]?) {
    guard let texts else { return }
    entry(key, texts) { $0.value($1) }
  }

  mutating func entry<Items: Sequence>(_ key: StaticString, _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
    self.key(key)
    list(items, write)
  }

  mutating func entry(_ key: StaticString, _ entries: (inout JSONWriter) -> Void) {
    self.key(key)
    object(entries)
  }

  mutating func entry(_ key: StaticString, _ object: (some JSONObject)?) {
    guard let object else { return }
    entry(key) { object.write(to: &$0) }
  }

  mutating func entry(_ key: StaticString, _ objects: [some JSONObject]?) {
    guard let objects else { return }
    entry(key, objects) { json, object in json.object { object.write(to: &$0) } }
  }

  /// An entry whose key is data.
  mutating func entry(named key: String, _ number: Int) {
    separate()
    append(quoted: key)
    colon()
    page.append(number: number)
  }

  // MARK: Layout

  private mutating func open(_ bracket: UInt8) {
    page.append(bracket)
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    // Something empty has a line to itself, as usual in this layout.
    if isSpread {
      if isEmpty { page.append(0x0A) }
      breakLine()
    }
    page.append(bracket)
    isEmpty = false
  }

  private mutating func separate() {
    if !isEmpty { page.append(0x2C) }
    isEmpty = false
    if isSpread { breakLine() }
  }

  private mutating func breakLine() {
    page.append(0x0A)
    page.append(0x20, times: depth * 2)
  }

  // MARK: Bytes

  private mutating func append(_ text: StaticString) { page.append(text) }

  private mutating func append(quoted text: String) {
    page.append(0x22)
    var text = text
    text.withUTF8 { append(escaped: $0) }
    page.append(0x22)
  }

  /// Stretches without anything special are copied whole.
  private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while true {
      index = Self.firstSpecial(in: text, from: index)
      guard index < text.count else { break }
      let byte = text[index]
      // `##[` would be a command in the log of a build service, so the second sign is written as an escape.
      if byte == 0x23, index == start || text[index - 1] != 0x23 {
        index += 1
        continue
      }
      page.append(text[start..<index])
      append(escape: byte)
      index += 1
      start = index
    }
    page.append(text[start...])
  }

  /// The next byte that may need an escape: a control character, a quote, a backslash or a number sign.
  private static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while let eight = EightBytes(text, at: index),
      eight.below(0x20) | eight.equal(to: 0x22) | eight.equal(to: 0x5C) | eight.equal(to: 0x23) == 0
    { index += 8 }
    while index < text.count, text[index] >= 0x20, text[index] != 0x22, text[index] != 0x5C, text[index] != 0x23 { index += 1 }
    return index
  }

  private mutating func append(escape byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append(byte < 0x10 ? "\\u000" : "\\u00")
      if byte >= 0x10 { page.append(0x30 + byte >> 4) }
      let low = byte & 15
      page.append(low < 10 ? 0x30 + low : 0x57 + low)
    }
  }
}

/// A value that is written as an object.
protocol JSONObject {
  /// Writes its entries, sorted by their keys.
  func write(to json: inout JSONWriter)
}

/// A cell of comma-separated values. Text gets in through its escaping alone; a literal is a word of our own, which needs none.
enum CSVCell: ExpressibleByStringLiteral {
  case text(String)
  case word(StaticString)
  case number(Int)
  /// With a point, in every language: 631 is 63.1.
  case decimal(tenths: Int)

  init(stringLiteral word: StaticString) { self = .word(word) }
}

/// Lines of comma-separated values after RFC 4180.
struct CSVLines: ~Copyable {
  private var page = Bytes()

  var bytes: [UInt8] { page.array }

  mutating func add(_ cells: some Sequence<CSVCell>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { page.append(0x2C) }
      isFirst = false
      switch cell {
      case .text(let text):
        var line = Markdown.singleLine(text)
        line.withUTF8 { append($0) }
      case .word(let word): page.append(word)
      case .number(let number): page.append(number: number)
      case .decimal(let tenths):
        page.append(number: tenths / 10)
        page.append(0x2E)
        page.append(number: tenths % 10)
      }
    }
    page.append("\r\n")
  }

  /// A cell is one line, and no spreadsheet takes it or a part of it for a formula. Many spreadsheets split at a semicolon instead of a
  /// comma, whatever the quotes say, so a formula may not begin there either; the apostrophe is what spreadsheets use themselves to mark
  /// text.
  private mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
    let isQuoted = line.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }
    if isQuoted { page.append(0x22) }
    var copied = 0
    func copy(to end: Int, _ page: inout Bytes) {
      page.append(line[copied..<end])
      copied = end
    }
    if let sign = Self.formula(in: line, from: 0) {
      copy(to: sign, &page)
      page.append(0x27)
    }
    for index in isQuoted ? line.indices : 0..<0 {
      if line[index] == 0x22 {
        copy(to: index, &page)
        page.append(0x22)
      } else if line[index] == 0x3B, let sign = Self.formula(in: line, from: index + 1) {
        copy(to: sign, &page)
        page.append(0x27)
      }
    }
    copy(to: line.count, &page)
    if isQuoted { page.append(0x22) }
  }

  /// Where a sign stands that begins a formula, with nothing but white space before it.
  private static func formula(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < line.count {
      let byte = line[index]
      if byte < 0x80 {
        if isFormulaSign(Unicode.Scalar(byte)) { return index }
        guard byte == 0x20 || (0x09...0x0D).contains(byte) else { return nil }
        index += 1
        continue
      }
      // One scalar has four bytes at most.
      let rest = line[index..<min(index + 4, line.count)]
      guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else { return nil }
      if isFormulaSign(scalar) { return index }
      guard scalar.properties.isWhitespace else { return nil }
      index += UTF8.width(scalar)
    }
    return nil
  }

  /// The wide forms are for keyboards of East Asia; spreadsheets take them for the narrow ones.
  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

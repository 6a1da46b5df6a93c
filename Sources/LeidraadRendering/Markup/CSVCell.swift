/// Cells of comma-separated values after RFC 4180. What is put in becomes one whole cell; literals hold the commas and line ends between
/// cells.
package struct CSVCell: EscapedText {
  package let text: String

  package init(stringLiteral value: String) { text = value }

  /// A cell is one line, and no spreadsheet takes it or a part of it for a formula. Many spreadsheets split at a semicolon instead of a
  /// comma, whatever the quotes say, so a formula may not begin there either; the apostrophe is what spreadsheets use themselves to mark
  /// text.
  package static func escaped(_ value: String) -> String {
    let line = Markdown.singleLine(value)
    if let first = line.utf8.first, first < 0x80, !"=+-@".utf8.contains(first), !line.utf8.contains(where: { $0 == 0x22 || $0 == 0x3B }) {
      return line.utf8.contains(0x2C) ? "\"\(line)\"" : line
    }
    var cell = ""
    var needsQuotes = false
    var mayStart = true
    for scalar in line.unicodeScalars {
      if mayStart, isFormulaSign(scalar) { cell += "'" }
      if !scalar.properties.isWhitespace { mayStart = scalar == ";" }
      needsQuotes = needsQuotes || scalar == "\"" || scalar == "," || scalar == ";"
      if scalar == "\"" { cell += "\"" }
      cell.unicodeScalars.append(scalar)
    }
    return needsQuotes ? "\"\(cell)\"" : cell
  }

  /// The wide forms are for keyboards of East Asia; spreadsheets take them for the narrow ones.
  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// A number of tenths with a point, in every language: 631 is 63.1.
  package static func decimal(tenths: Int) -> CSVCell { "\(tenths / 10).\(tenths % 10)" }
}

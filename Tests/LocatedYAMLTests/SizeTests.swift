import LocatedYAML
import Testing

@Suite("Limits")
struct SizeTests {
  private static let mebibyte = 1 << 20

  /// A text over and over, up to a size in bytes.
  private static func repeated(_ text: String, after head: String = "", size: Int = mebibyte) -> [UInt8] {
    var bytes = Array(head.utf8)
    let unit = Array(text.utf8)
    bytes.reserveCapacity(size)
    while bytes.count + unit.count <= size { bytes += unit }
    return bytes
  }

  private func kinds(_ bytes: [UInt8], limits: Limits = .guideline) -> [Problem.Kind] {
    let result = Result { () throws(SyntaxFailure) in try Document.parse(bytes, limits: limits) }
    switch result {
    case .success: return []
    case .failure(let failure):
      #expect(failure.problems.allSatisfy { 0 <= $0.range.start && $0.range.start <= $0.range.end && $0.range.end <= failure.bytes.count })
      return failure.problems.map(\.kind)
    }
  }

  @Test("Nesting stops at the limit", arguments: ["[", "- ", "{a: ", "? ", "[{a: ", "[[", "{{"])
  func nesting(_ unit: String) {
    // Where keys nest, each is a complex key as well.
    #expect(kinds(Self.repeated(unit)).filter { $0 != .complexKey } == [.tooDeep(limit: 32)])
    #expect(kinds(Self.repeated(unit), limits: .policy).filter { $0 != .complexKey } == [.tooDeep(limit: 64)])
  }

  @Test("The deepest nesting that is allowed")
  func deepest() {
    func nested(_ depth: Int) -> [UInt8] { Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8) }
    #expect(kinds(nested(32)) == [])
    #expect(kinds(nested(33)) == [.tooDeep(limit: 32)])
  }

  @Test("Nodes")
  func nodes() {
    #expect(kinds(Self.repeated("- a\n", size: 4 * 49_999)) == [])
    #expect(kinds(Self.repeated("- a\n", size: 4 * 50_000)) == [.tooManyNodes(limit: 50_000)])
    #expect(kinds(Self.repeated("*x,", after: "- &x a\n- [", size: Self.mebibyte)) == [.tooManyNodes(limit: 50_000)])
    #expect(kinds(Self.repeated("[],", after: "[", size: Self.mebibyte)) == [.tooManyNodes(limit: 50_000)])
  }

  @Test("Bytes")
  func bytes() {
    #expect(kinds(Self.repeated("# aaaa\n", size: Self.mebibyte)) == [])
    #expect(kinds([UInt8](repeating: 0x20, count: Self.mebibyte + 1)) == [.tooLarge(limit: Self.mebibyte)])
    #expect(kinds([UInt8](repeating: 0x20, count: Self.mebibyte)) == [])
  }

  @Test("Scalars", arguments: ["plain", "double", "single", "literal", "alias"])
  func scalars(_ style: String) {
    func text(_ size: Int) -> [UInt8] {
      let content = String(repeating: "x", count: size)
      switch style {
      case "double": return Array("a: \"\(content)\"\n".utf8)
      case "single": return Array("a: '\(content)'\n".utf8)
      case "literal": return Array("a: |-\n  \(content)\n".utf8)
      default: return Array("a: \(content)\n".utf8)
      }
    }
    #expect(kinds(text(65_536)) == [])
    #expect(kinds(text(65_537)) == [.scalarTooLong(limit: 65_536)])
  }

  @Test(
    "One long line, or many of a kind, ends",
    arguments: [
      "a", "a ", "a: ", "'", "\"", "\\", "\"a\",", "<", "<<<<<<<\n", "%TAG !a! x\n", "&a ", "*a ", "!a ", "a:\n", "a: \"\n", "a: [\n",
      "b: c: d\n",
      "\n", "\r", "\t", "#", "é", "\u{85}", "\u{0}", "😀: ", "- - -\n", "? a\n", "?\n", "---\n", "...\n", "|\n", ": ", ", ", "a: &b *b\n",
      "a: *b\n",
      "[a, b]: c\n", "{a: b, ", "'a'\n", "a:\n- ", "x: y\n z\n",
    ], ["", "a: ", "a: [", "a: \"", "- ", "a: |\n  ", "a: b: c\nd: &e f\n"])
  func shapes(_ unit: String, after head: String) {
    // What comes out differs; that it comes out, with every range inside the file, is the point.
    _ = kinds(Self.repeated(unit, after: head))
  }

  @Test("Many distinct keys and tags are linear")
  func distinct() {
    let keys = (0..<24_000).map { "k\($0): 1\n" }.joined()
    #expect(kinds(Array(keys.utf8)) == [])
    let others = (0..<24_000).map { "é\($0): 1\n" }.joined()
    #expect(kinds(Array(others.utf8)) == [])
    let directives = (0..<80_000).map { "%TAG !\($0)! x\n" }.joined()
    #expect(kinds(Array(directives.utf8.prefix(Self.mebibyte))) == [.badDirective])
    let aliases = "x: [\n" + (0..<20_000).map { "&a\($0) 1,\n*a\($0),\n" }.joined() + "]\n"
    #expect(kinds(Array(aliases.utf8)) == [])
  }
}

import Foundation
import Testing

/// The pages of docs/ that walk through something: every file on them is written and every command is run, and what a page shows is what comes out.
///
///     ```yaml file=NAME        the content of a file; append=NAME adds to its end
///     ```diff file=NAME        the lines with - are replaced by those with +
///     ```console               $ commands, each with what it prints under it; a line `…` stands for any lines
@Suite struct TutorialTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs")

  @Test(arguments: ["policy-authors.md"])
  func comesOutAsWritten(name: String) throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "leidraad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let blocks = Block.read(try String(contentsOf: Self.docs.appending(path: name), encoding: .utf8))
    #expect(blocks.count { $0.kind == "console" } > 5)
    var walk = Walk(name: name, place: place)
    for block in blocks { try walk.perform(block) }
  }

  /// A fenced block of a page.
  struct Block {
    let line: Int
    let kind: String
    /// After the kind: `file=NAME`.
    let arguments: [String: String]
    let body: [String]

    static func read(_ text: String) -> [Block] {
      var blocks: [Block] = []
      var open: (line: Int, words: [String], body: [String])?
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
        if let current = open {
          guard line.hasPrefix("```") else {
            open?.body.append(line)
            continue
          }
          let arguments = current.words.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }.filter { $0.count == 2 }
          blocks.append(
            Block(
              line: current.line, kind: current.words.first ?? "",
              arguments: Dictionary(arguments.map { ($0[0], $0[1]) }) { first, _ in first }, body: current.body))
          open = nil
        } else if line.hasPrefix("```") {
          open = (number + 1, line.dropFirst(3).split(separator: " ").map(String.init), [])
        }
      }
      return blocks
    }
  }

  /// A reader who does what the page says.
  struct Walk {
    let name: String
    let place: URL
    private var session: Session
    private var exports = ""

    init(name: String, place: URL) {
      self.name = name
      self.place = place
      session = Session(name: name, place: place)
    }

    mutating func perform(_ block: Block) throws {
      switch block.kind {
      case "yaml":
        if let file = block.arguments["file"] { try write(block.body, to: file) }
        if let file = block.arguments["append"] { try write(try lines(of: file) + block.body, to: file) }
      case "diff":
        let file = try #require(block.arguments["file"])
        try replace(block, in: file)
      case "console":
        for step in commands(block) { try perform(step) }
      default: Issue.record("\(name):\(block.line): unknown block “\(block.kind)”")
      }
    }

    private mutating func perform(_ step: Step) throws {
      if step.words.hasPrefix("export ") {
        exports += "\(step.words); "
        return
      }
      try session.perform(Step(line: step.line, words: "run \(exports)\(step.words)", body: []))
      try session.perform(Step(line: step.line, words: "stdout", body: step.body))
    }

    private func commands(_ block: Block) -> [Step] {
      var steps: [Step] = []
      for (number, line) in block.body.enumerated() {
        if line.hasPrefix("$ ") {
          steps.append(Step(line: block.line + number + 1, words: String(line.dropFirst(2)), body: []))
        } else if let last = steps.popLast() {
          steps.append(Step(line: last.line, words: last.words, body: last.body + [line]))
        }
      }
      return steps
    }

    private func replace(_ block: Block, in file: String) throws {
      let old = block.body.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
      let new = block.body.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
      var lines = try lines(of: file)
      let start = try #require(
        lines.indices.first { lines[$0...].starts(with: old) }, "\(name):\(block.line): \(file) has no such lines")
      lines.replaceSubrange(start..<start + old.count, with: new)
      try write(lines, to: file)
    }

    private func lines(of file: String) throws -> [String] {
      let text = try String(contentsOf: place.appending(path: file), encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func write(_ lines: [String], to file: String) throws {
      try lines.map { $0 + "\n" }.joined().write(to: place.appending(path: file), atomically: true, encoding: .utf8)
    }
  }
}

import Foundation
import LeidraadRendering
import Testing

/// The pages of docs/ that show files: what they show is what is there.
@Suite struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

  // MARK: Forms of output

  @Test(arguments: Renderer.all.map(\.name))
  func everyFormHasItsPageAndSample(form: String) throws {
    let renderer = try #require(Renderer.named(form))
    let sample = "report.\(renderer.fileExtension)"
    #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: "docs/formats/samples/\(sample)").path()))
    let blocks = Block.read(try Self.text("docs/formats/\(form).md")).filter { $0.arguments["sample"] != nil }
    #expect(!blocks.isEmpty, "docs/formats/\(form).md shows no sample")
    for block in blocks {
      #expect(block.arguments["sample"] == sample)
      var rest = try Self.text("docs/formats/samples/\(sample)").replacing("\r\n", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false)[...]
      for part in block.body.split(separator: "…") {
        let start = rest.indices.first { start in
          rest[start...].count >= part.count && zip(rest[start...], part).allSatisfy { line, shown in Self.fits(line, shown) }
        }
        guard let start else {
          Issue.record(
            "docs/formats/\(form).md:\(block.line): the sample has no such lines, in that order:\n\(part.joined(separator: "\n"))")
          return
        }
        rest = rest[(start + part.count)...]
      }
    }
  }

  /// A line that ends in `…` is the beginning of one.
  private static func fits(_ line: Substring, _ shown: String) -> Bool {
    shown.hasSuffix("…") ? line.hasPrefix(shown.dropLast()) : line == shown
  }

  @Test func theIndexListsTheFormsInTheirOrder() throws {
    let rows = try Self.text("docs/formats/README.md").split(separator: "\n").filter { $0.hasPrefix("| [") }
    let expected = Renderer.all.map { "| [`\($0.name)`](\($0.name).md) |" }
    #expect(rows.count == expected.count)
    for (row, start) in zip(rows, expected) { #expect(row.hasPrefix(start)) }
  }

  // MARK: Build services

  @Test(arguments: ["nl", "en"])
  func theCIPageShowsTheFilesOfTheDemonstration(language: String) throws {
    let blocks = Block.read(try Self.text("docs/ci/\(language).md")).filter { $0.arguments["file"] != nil }
    #expect(blocks.count >= 4)
    for block in blocks {
      let file = try #require(block.arguments["file"])
      let lines = try Self.text("examples/demonstration/\(file)").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(block.body == lines.map(String.init), "docs/ci/\(language).md:\(block.line) is not examples/demonstration/\(file)")
    }
  }

  // MARK: Links

  /// Every link within the repository, in the pages that are written by hand, leads somewhere.
  @Test func linksLeadSomewhere() throws {
    let pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md", "examples/demonstration/README.md"]
    let docs = try #require(FileManager.default.subpaths(atPath: Self.root.appending(path: "docs").path()))
    let written = docs.filter { $0.hasSuffix(".md") && !$0.hasPrefix("reference/") && !$0.contains("/samples/") }.map { "docs/\($0)" }
    var count = 0
    for page in pages + written {
      let folder = Self.root.appending(path: page).deletingLastPathComponent()
      for link in try Self.text(page).matches(of: /\]\(([^)#\s]+)[^)]*\)/).map(\.output.1) where !link.contains(":") {
        count += 1
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: String(link)).path()), "\(page) links to \(link)")
      }
    }
    #expect(count > 40)
  }
}

/// A fenced block of a page.
private struct Block {
  let line: Int
  /// After the kind: `file=NAME`.
  let arguments: [String: String]
  let body: [String]

  static func read(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var open: (line: Int, fence: Substring, words: [Substring], body: [String])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let current = open, line != current.fence {
        open?.body.append(String(line))
      } else if let current = open {
        let pairs = current.words.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }.filter { $0.count == 2 }
        blocks.append(
          Block(line: current.line, arguments: Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }, body: current.body))
        open = nil
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        open = (number + 1, fence, line.dropFirst(fence.count).split(separator: " "), [])
      }
    }
    return blocks
  }
}

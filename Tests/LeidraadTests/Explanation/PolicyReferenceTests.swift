import Foundation
import LeidraadCore
import LeidraadRendering
import Testing

/// The committed reference is what the policy makes of it today.
@Suite struct PolicyReferenceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/reference")

  private static func pages() throws -> [Reference.Page] { Reference(try #require(ExplainerTests.policy)).pages() }

  @Test func itIsFresh() throws {
    let pages = try Self.pages()
    for page in pages {
      let text = try? String(contentsOf: Self.folder.appending(path: page.path), encoding: .utf8)
      #expect(text == page.text, "docs/reference/\(page.path) is not fresh; run: scripts/generate")
    }
    let there =
      FileManager.default.enumerator(atPath: Self.folder.path())?.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") } ?? []
    let strays = Set(there).subtracting(pages.map(\.path))
    #expect(strays.isEmpty, "\(strays.sorted()) are left over; run: scripts/generate")
  }

  /// Every link goes to a page of the set, and to a place that this page has.
  @Test func linksLeadSomewhere() throws {
    let pages = Dictionary(uniqueKeysWithValues: try Self.pages().map { ($0.path, $0.text) })
    var count = 0
    for (path, text) in pages {
      let folder = path.split(separator: "/").dropLast().map(String.init)
      for match in text.matches(of: /\]\(([^<)#]*)(?:#([^)]*))?\)/) {
        count += 1
        var target = match.1.isEmpty ? path.split(separator: "/").map(String.init) : folder + match.1.split(separator: "/").map(String.init)
        while let up = target.firstIndex(of: "..") { target.removeSubrange((up - 1)...up) }
        let page = try #require(pages[target.joined(separator: "/")], "\(path): \(match.0)")
        if let place = match.2 { #expect(page.contains("<a id=\"\(place)\"></a>"), "\(path): \(match.0)") }
      }
    }
    #expect(count > 1000)
  }

  /// What an overlay writes reaches the pages as text, never as markup.
  @Test func aPolicyCannotWriteMarkup() throws {
    let overlay = """
      leidraad: policy/v1
      id: vals
      version: 1.0.0
      extends: online-work@1
      title: {nl: "<script>alert(1)</script>", en: "[x](javascript:alert(1))"}
      """
    let loading = Policy.load([PolicyFile(name: "vals.yaml", bytes: Array(overlay.utf8))]) { BuiltInPolicies.files(of: $0) }
    for page in Reference(try #require(loading.policy)).pages() {
      #expect(!page.text.contains("<script") && !page.text.contains("[x]("), "\(page.path)")
    }
  }
}

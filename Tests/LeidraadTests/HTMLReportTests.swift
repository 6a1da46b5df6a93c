import Crypto
import Foundation
import LeidraadCore
import LeidraadRendering
import Testing

/// The page as a whole is judged by other people's tools in Tests/Validators/html.py; here is what they cannot know.
@Suite struct HTMLReportTests {
  private static let run: Run? = BuiltInPolicies.files(of: BuiltInPolicies.standard).flatMap { files in
    Policy.load(files, base: { BuiltInPolicies.files(of: $0) }).policy.map {
      Run(version: "1.0.0", language: .dutch, asOf: $0.date, assurance: .declared, policy: $0)
    }
  }

  /// The style sheet and its digest are constants; when the first changes, this prints what the second must become.
  @Test func theSecurityPolicyNamesTheDigestOfTheStyleSheet() throws {
    let page = Renderer.html.opening(try #require(Self.run))
    let start = try #require(page.range(of: "<style>")).upperBound
    let end = try #require(page.range(of: "</style>")).lowerBound
    let digest = Data(SHA256.hash(data: Data(page[start..<end].utf8))).base64EncodedString()
    let isNamed = page.contains("style-src &#39;sha256-\(digest)&#39;;")
    #expect(isNamed, "HTMLReport.styleDigest must be \(digest)")
  }

  @Test func aPageWithoutReportsIsAWholePage() throws {
    let page = Renderer.html.render([], try #require(Self.run))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">") && page.hasSuffix("</html>\n"))
  }

  @Test(arguments: [
    "\"\u{301} onclick=x", "<\u{301}script>", "'&\u{338}", "</style>", "a\u{0}b\u{1B}[31m\r", "\u{202E}x\u{200B}", "\u{E000}",
  ])
  func nothingFromOutsideEndsAnAttributeOpensAnElementOrHides(text: String) {
    let markup: HTML = "\(text)"
    let refused = Set("<>\"'\u{0}\u{1B}\r\u{202E}\u{200B}\u{E000}".unicodeScalars)
    #expect(markup.text.unicodeScalars.allSatisfy { !refused.contains($0) })
  }

  @Test func markupPassesThroughMarkupAsItIs() {
    let bold: HTML = "<b>\("<i>")</b>"
    let line: HTML = "<p>\(bold)\([bold, bold])\(nil as HTML?)\(7)</p>"
    #expect(line.text == "<p><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b>7</p>")
  }

  @Test(arguments: [
    ("https://example.nl/a b?c=1&d=\"#e", "https://example.nl/a%20b?c=1&amp;d=%22#e"), ("HTTP://example.nl:8080", "http://example.nl:8080"),
    ("https://example.nl/%zz#a#b", "https://example.nl/%25zz#a%23b"), ("https://example.nl/\u{301}", "https://example.nl/%CC%81"),
  ])
  func aLinkToTheWebIsWrittenSoThatItStaysOne(address: String, written: String) throws {
    let link = try #require(HTML.Address(web: address))
    #expect(("\(link)" as HTML).text == written)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.nl", "docs/a.md", "https://",
    "https:///a", "https://bank.nl@evil.nl/", "https://exa mple.nl", "https://b\u{E4}nk.nl/", " https://example.nl", "https://-a.nl",
    "https://example.nl:x", "https://0x7f.1",
  ])
  func nothingElseBecomesALink(address: String) { #expect(HTML.Address(web: address) == nil) }

  @Test func differentNamesGiveDifferentAnchors() {
    let anchors = [HTML.anchor("r1", "a-b"), HTML.anchor("r1", "a", "b"), HTML.anchor("r1", "a_2d_b"), HTML.anchor("r1", "a\"")].map(\.text)
    #expect(Set(anchors).count == anchors.count)
    #expect(anchors.joined().utf8.allSatisfy { "-_.".utf8.contains($0) || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
  }

  /// A literal is trusted; a text in the place of one would not be escaped.
  @Test func noTextIsPassedOffAsALiteral() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/LeidraadRendering").standardized
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
    for file in files where file.pathExtension == "swift" {
      #expect(!(try String(contentsOf: file, encoding: .utf8)).contains("HTML(stringLiteral"), "\(file.lastPathComponent)")
    }
  }
}

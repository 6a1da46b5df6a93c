import LocatedYAML
import Testing

@testable import LeidraadCore

/// The file of known gaps: what goes in comes out, in an order that merges well.
@Suite struct BaselineTests {
  private static func decode(_ text: String) throws -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    Baseline.decode(try Document.parse(Array(text.utf8)), file: "nulmeting.yaml")
  }

  private static let entries = [
    Baseline.Entry(fingerprint: "c", finding: "B2.02", file: "b.yaml"), Baseline.Entry(fingerprint: "b", finding: "B2.01", file: "b.yaml"),
    Baseline.Entry(fingerprint: "e", finding: "KO-9", file: "a: b.yaml"),
    Baseline.Entry(fingerprint: "a", finding: "B2.01", file: "b.yaml"),
    Baseline.Entry(fingerprint: "e", finding: "twice", file: "twice.yaml"),
  ]

  @Test func isSortedAndHasEachGapOnce() {
    #expect(Baseline(Self.entries).entries.map(\.fingerprint) == ["e", "a", "b", "c"])
    #expect(Baseline(Self.entries).fingerprints == ["a", "b", "c", "e"])
  }

  @Test(arguments: [entries, []])
  func readsWhatItWrites(entries: [Baseline.Entry]) throws {
    let baseline = Baseline(entries)
    for language in Language.own {
      let text = baseline.text(language: language)
      #expect(text.hasPrefix("# \(BaselineWords.head[language])\nleidraad: baseline/v1\ngaps:"))
      #expect(text.split(separator: "\n").count == 3 + baseline.entries.count)
      let (read, diagnostics) = try Self.decode(text)
      #expect(read?.entries == baseline.entries && diagnostics.map(\.message.en) == [])
    }
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let told: [String]
    let left: [String]?
    var testDescription: String { text }
  }

  static let faults = [
    Fault(text: "", told: ["missing-key "], left: nil),
    Fault(text: "[]", told: ["wrong-type ", "missing-key "], left: nil),
    Fault(text: "leidraad: review/v1\ngaps: []", told: ["wrong-format leidraad"], left: []),
    Fault(text: "leidraad: baseline/v1", told: ["missing-key gaps"], left: []),
    Fault(text: "leidraad: baseline/v1\ngaps: {a: b}", told: ["wrong-type gaps"], left: []),
    Fault(text: "leidraad: baseline/v1\ngaps: []\ngap: []", told: ["unknown-key gap"], left: []),
    Fault(
      text: "leidraad: baseline/v1\ngaps: [{fingerprint: a}, {finding: x}, b]",
      told: [
        "missing-key gaps[2].fingerprint", "wrong-type gaps[3]",
      ], left: ["a"]),
  ]

  @Test(arguments: faults)
  func tellsWhatIsWrong(_ fault: Fault) throws {
    let (baseline, diagnostics) = try Self.decode(fault.text)
    #expect(diagnostics.map { "\($0.code.rawValue) \($0.path)" } == fault.told)
    #expect(baseline?.entries.map(\.fingerprint) == fault.left)
  }

  /// What a report would have accepted is what fails in it, and nothing that is in order.
  @Test func acceptsTheGapsOfAReport() throws {
    let policy = try #require(PolicyToolsTests.load(PolicyToolsTests.club).policy)
    func ids(_ chat: String) throws -> [String] {
      let text = "leidraad: guideline/v1\npolicy: club@1\norganisation: {name: X, kind: scouts}\nchat: \(chat)\n"
      let entries = try Assessed(text, policy).report().acceptable(file: "elders.yaml")
      #expect(entries.allSatisfy { $0.file == "elders.yaml" && $0.fingerprint.utf8.count == 32 })
      return entries.map(\.finding)
    }
    #expect(try ids("{rules: written, moderators: 2, topics: [training]}") == [])
    #expect(try ids("{rules: written, moderators: 1, topics: [training]}") == ["S1.2"])
    #expect(Set(try ids("{rules: secret, moderators: 2, topics: [training]}")) == ["K-1", "S1.1"])
  }
}

import Testing

@testable import LeidraadCore
@testable import LeidraadRendering

/// The end of a report of a whole nation: all files are counted, and those that need it are listed.
@Suite struct SummaryTests {
  private static let files = Summary.listed * 5

  /// Each has a warning, and every so many an error.
  private static func summary(listsEveryFile: Bool, errorEvery: Int) -> Summary {
    var summary = Summary(listsEveryFile: listsEveryFile)
    for index in 0..<files {
      let code: DiagnosticCode = index % errorEvery == 0 ? .unreadableFile : .decisionWithoutGap
      let place = Location.whole("\(index).yaml")
      summary.add(
        Report(
          file: place.file, language: .english, diagnostics: [Diagnostic(code, Phrase(nl: "x", en: "x"), at: place)], policy: "p",
          digest: testDigest))
    }
    return summary
  }

  @Test func countsEveryFileAndListsAThousand() {
    let summary = Self.summary(listsEveryFile: false, errorEvery: Self.files + 1)
    #expect(summary.files == Self.files)
    // The first has an error, and is listed beside the thousand.
    #expect(summary.lines.map(\.file) == (0...Summary.listed).map { "\($0).yaml" })
  }

  @Test func listsEveryFileWithErrors() {
    let summary = Self.summary(listsEveryFile: false, errorEvery: 2)
    #expect(summary.lines.count { $0.errors > 0 } == Self.files / 2)
    #expect(summary.lines.count == Self.files / 2 + Summary.listed)
    #expect(summary.lines.map(\.file) == summary.lines.map(\.file).sorted { (Int($0.dropLast(5)) ?? 0) < (Int($1.dropLast(5)) ?? 0) })
  }

  @Test func listsAllWhereAFormNeedsThat() {
    #expect(Self.summary(listsEveryFile: true, errorEvery: 2).lines.count == Self.files)
  }
}

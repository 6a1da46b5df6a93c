internal import LeidraadCore

/// What a step of GitHub Actions leaves behind for people: the reports as Markdown, under a table of all of them, within what a page may hold.
package struct StepSummary: Sendable {
  /// GitHub refuses a longer summary as a whole, in bytes.
  package static let largest = 1 << 20

  private var reports = ""
  /// Of what came after the page was full.
  private var leftOut = 0

  package init() {}

  /// - Parameter text: What `Renderer.markdown` made of one report.
  package mutating func add(_ text: String) {
    if reports.utf8.count <= Self.largest { reports += text } else { leftOut += text.utf8.count }
  }

  /// - Parameter room: The longest that the text is, in bytes.
  package func text(_ run: Run, _ summary: Summary, room: Int) -> String {
    truncatedForStepSummary(
      Renderer.markdown.closing(run, summary) + reports, limit: room, leftOut: leftOut, language: run.language)
  }
}

/// What a step of GitHub Actions tells the steps after it, as its file of outputs takes it: `score` and `verdict` are those of the guideline that
/// comes out lowest, `findings` the number that is to be dealt with.
///
/// - Parameter sarifFile: Where a SARIF report was written; empty when there is none.
package func stepOutputs(_ run: Run, _ summary: Summary, sarifFile: String) -> String {
  let (band, score) = summary.lowest(run)
  let values = [
    ("score", score.map { "\($0.tenths / 10).\($0.tenths % 10)" } ?? ""), ("verdict", band ?? "none"),
    ("findings", String(summary.tally.active.total)), ("sarif-file", sarifFile),
  ]
  // The line that ends a value must not stand in any of them.
  var end = "leidraad"
  while values.contains(where: { $0.1.contains(end) }) { end += "-" }
  return values.map { "\($0.0)<<\(end)\n\($0.1)\n\(end)\n" }.joined()
}

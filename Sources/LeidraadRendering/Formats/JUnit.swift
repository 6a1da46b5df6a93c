internal import LeidraadCore

extension Renderer {
  /// JUnit XML: a suite a guideline, a test case a control, a rule that holds or a problem with the file. Without times, so that the same
  /// guideline gives the same bytes; without totals over all suites, which would stand before the first of them.
  package static let junit = Renderer(
    name: "junit", fileExtension: "junit.xml", summary: Phrase(nl: "JUnit-XML, voor testrapporten", en: "JUnit XML, for test reports"),
    opening: { _ in "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"Leidraad\">\n" },
    body: { report, run, _ in JUnitSuite(report: report, run: run).xml.text }, closing: { _, _ in "</testsuites>\n" })
}

private struct JUnitSuite {
  let report: Report
  let run: Run

  private struct Case {
    let xml: XML
    let ending: Ending
  }

  private enum Ending { case passed, failed, error, skipped }

  var xml: XML {
    let cases = (report.annotations(in: run) + report.settled(in: run)).map(testcase)
    func count(_ ending: Ending) -> Int { cases.count { $0.ending == ending } }
    let name = report.result.map { $0.organisation.name.isEmpty ? report.file : $0.organisation.name } ?? report.file
    let day = (report.result?.asOf ?? run.asOf).description
    let head: XML = """
        <testsuite name="\(name)" file="\(run.hosted(report.file))" timestamp="\(day)T00:00:00" tests="\(cases.count)" \
      failures="\(count(.failed))" errors="\(count(.error))" skipped="\(count(.skipped))">

      """
    return "\(head)\(properties)\(XML.joined(cases.map(\.xml), separator: ""))  </testsuite>\n"
  }

  private var properties: XML {
    var values: [(String, String)] = [("policy", "\(run.policy.id) \(run.policy.version)"), ("as-of", run.asOf.description)]
    if let result = report.result {
      values = [("policy", "\(result.policy.id) \(result.policy.version)"), ("as-of", result.asOf.description)]
      values += [("assurance", result.assurance.rawValue), ("verdict", result.verdict.title)]
      if let band = result.verdict.band { values.append(("band", band)) }
      values += result.scores.compactMap { score in score.value.map { ("score.\(score.assurance.rawValue)", decimal($0)) } }
      values.append(("completeness", decimal(result.completeness)))
    }
    let lines = values.map { "      <property name=\"\($0)\" value=\"\($1)\"/>\n" as XML }
    return "    <properties>\n\(XML.joined(lines, separator: ""))    </properties>\n"
  }

  /// With a point in every language, for programs.
  private func decimal(_ number: Report.Number) -> String { "\(number.tenths / 10).\(number.tenths % 10)" }

  private func testcase(_ annotation: Annotation) -> Case {
    let (content, ending) = content(annotation)
    let group = annotation.finding?.recommendation ?? "file"
    let title = annotation.finding.map { "\($0.id): \($0.title)" } ?? "\(annotation.id): \(annotation.headline)"
    let location = annotation.location
    let xml: XML = """
          <testcase classname="\(run.policy.id).\(group)" name="\(title)" file="\(annotation.file)" line="\(location.start.line)">
      \(content)    </testcase>

      """
    return Case(xml: xml, ending: ending)
  }

  private func content(_ annotation: Annotation) -> (XML, Ending) {
    let severity = annotation.severity.rawValue
    switch annotation.standing {
    case .met: return ("", .passed)
    case .decided, .known, .notApplicable:
      let words = annotation.ruling?.words ?? annotation.finding?.standingLabel(report.language) ?? ""
      return ("      <skipped message=\"\(TerminalText.escaped(words))\"/>\n", .skipped)
    case .active where annotation.finding != nil:
      let text = text(annotation)
      return ("      <failure message=\"\(annotation.headline)\" type=\"\(severity)\">\(text)</failure>\n", .failed)
    case .active where annotation.severity == .error:
      return ("      <error message=\"\(annotation.headline)\" type=\"\(annotation.id)\">\(text(annotation))</error>\n", .error)
    case .active:
      // A remark about the file fails no test.
      return ("      <system-out>\(severity): \(text(annotation))</system-out>\n", .passed)
    }
  }

  /// Message, place and what to do, a line each. A line break out of the data is written as a reference, so no line begins with someone
  /// else's text.
  private func text(_ annotation: Annotation) -> XML {
    let location = annotation.location
    var lines: [XML] = [
      "\(annotation.headline)", "\(word("Plek", "Place")): \(annotation.file):\(location.start.line):\(location.start.column)",
    ]
    if !annotation.path.isEmpty { lines.append("\(word("Vraag", "Field")): \(annotation.path)") }
    if let finding = annotation.finding { lines.append("\(word("Waarom", "Why")): \(finding.why)") }
    if !annotation.advice.isEmpty { lines.append("\(word("Wat u kunt doen", "What you can do")): \(annotation.advice)") }
    if !annotation.ground.isEmpty { lines.append("\(word("Grond", "Ground")): \(annotation.ground)") }
    return XML.joined(lines, separator: "\n")
  }

  private func word(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[report.language] }
}

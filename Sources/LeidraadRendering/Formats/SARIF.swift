internal import LeidraadCore

extension Renderer {
  /// SARIF 2.1.0 as GitHub's code scanning takes it: one run for all files.
  package static let sarif = Renderer(
    name: "sarif", fileExtension: "sarif", summary: Phrase(nl: "SARIF 2.1.0, voor code scanning", en: "SARIF 2.1.0, for code scanning"),
    opening: { SARIF.opening($0) }, bytes: { SARIF.body($0, $1, $2) }, closing: { SARIF.closing($0, $1) })
}

/// The log as text: results stream between a head with the rules and a tail with what went wrong.
enum SARIF {
  static let resultsLeftOut = "results-left-out"
  static let faultyFile = "faulty-file"

  /// Where the policy's own files are; they are not in the repository that is checked.
  static let policyBase = "POLICY"

  static func opening(_ run: Run) -> String {
    let head = #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"#
    let details = AutomationDetails(id: "leidraad/\(run.policy.id)/")
    let members = [
      "\"automationDetails\":" + JSONWriter.text(details), "\"columnKind\":\"unicodeCodePoints\"", "\"language\":\"\(language(run))\"",
      "\"originalUriBaseIds\":" + JSONWriter.text(Bases(run)), "\"tool\":" + JSONWriter.text(Tool(driver: SARIFRules(run).driver)),
    ]
    return head + members.joined(separator: ",\n") + ",\n\"results\":["
  }

  /// GitHub takes so many results a run; within a file the weightiest come first.
  static let limit = 25_000

  static func body(_ report: Report, _ run: Run, _ before: Tally) -> [UInt8] {
    var written = count(before, run)
    var json = JSONWriter(.line)
    func write(_ annotations: [Annotation]) {
      for annotation in annotations where written < limit {
        json.write(written == 0 ? "\n" : ",\n")
        json.object(Result(annotation, run).write)
        written += 1
      }
    }
    write(report.annotations(in: run))
    if run.sarifScope == .all { write(report.settled(in: run)) }
    return json.bytes
  }

  private static func count(_ tally: Tally, _ run: Run) -> Int { tally.active.total + (run.sarifScope == .all ? tally.settled : 0) }

  static func closing(_ run: Run, _ summary: Summary) -> String {
    let invocation = Invocation(
      executionSuccessful: !summary.lines.contains { $0.errors > 0 }, toolExecutionNotifications: notifications(run, summary))
    return "\n],\n\"invocations\":[" + JSONWriter.text(invocation) + "]}]}\n"
  }

  /// SARIF knows languages of two letters only.
  static func language(_ run: Run) -> String {
    let tag = run.language.primary.tag
    return tag.utf8.count == 2 ? tag : "en"
  }

  // MARK: Notifications

  private static func notifications(_ run: Run, _ summary: Summary) -> [Notification] {
    var notifications: [Notification] = []
    for line in summary.lines where line.errors > 0 {
      let count = line.errors == 1 ? Phrase(nl: "1 fout", en: "1 error") : Phrase(nl: "\(line.errors) fouten", en: "\(line.errors) errors")
      let words =
        line.verdict == nil
        ? Phrase(nl: "Niet beoordeeld: dit bestand heeft \(count.nl).", en: "Not assessed: this file has \(count.en).")
        : Phrase(nl: "Dit bestand heeft \(count.nl).", en: "This file has \(count.en).")
      notifications.append(
        Notification(faultyFile, level: .error, locations: [Place(file: run.hosted(line.file))], message: Message(words[run.language])))
    }
    let leftOut = count(summary.tally, run) - limit
    if leftOut > 0 {
      let words = Phrase(
        nl: "Dit rapport heeft hooguit \(limit) meldingen; \(leftOut) pasten er niet meer in. De uitvoer json heeft ze allemaal.",
        en: "This report has at most \(limit) results; \(leftOut) did not fit. The json output has them all.")
      notifications.append(Notification(resultsLeftOut, level: .warning, locations: nil, message: Message(words[run.language])))
    }
    return notifications
  }
}

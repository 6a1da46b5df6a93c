internal import LeidraadCore

/// The larger records of `report/v1`, and what they are made of.
extension JSONWriter {
  mutating func finding(_ finding: Finding) {
    let isRule = finding.kind != .control
    entry("basis", finding.basis.rawValue)
    entry("blocker", isRule ? finding.isBlocker : nil)
    if let clause = finding.clause { entry("clause") { $0.clause(clause) } }
    entry("control", finding.control)
    entry("decision", finding.decision)
    entry("effort", finding.effort.rawValue)
    entry("evidence", finding.evidence)
    entry("fields", finding.fields) { json, field in
      json.object { json in
        json.entry("help", field.help)
        json.entry("label", field.label)
        json.entry("path", field.path)
      }
    }
    entry("file", finding.location.file)
    entry("fingerprint", finding.fingerprint)
    entry("ground", finding.ground)
    entry("how", finding.how)
    entry("id", finding.id)
    entry("kind", finding.kind.rawValue)
    entry("known", finding.isKnown)
    entry("law", finding.law)
    entry("lifted", isRule ? finding.isLifted : nil)
    entry("outcome", finding.outcome?.rawValue)
    entry("path", finding.path)
    place(finding.location)
    if !isRule { entry("points") { $0.points(finding) } }
    entry("recommendation", finding.recommendation)
    entry("review", finding.auditor)
    entry("severity", finding.severity.rawValue)
    entry("share", finding.share)
    entry("title", finding.title)
    entry("weight", finding.weight)
    entry("why", finding.why)
  }

  /// The ledger's line of a control. The exact numbers of all controls add up to the totals, and the possible ones to 100.
  private mutating func points(_ finding: Finding) {
    entry("declared", finding.points.declared)
    entry("earned", finding.earned)
    entry("lost", finding.lost)
    entry("possible", finding.possible)
    entry("possible-verified", finding.points.possibleVerified)
    entry("substantiated", finding.points.substantiated)
    entry("verified", finding.points.verified)
  }

  private mutating func clause(_ clause: Clause) {
    entry("edits", clause.edits) { json, edit in
      json.object { json in
        json.entry("indentation", edit.indentation)
        json.place(edit.location)
        json.entry("text", edit.text)
      }
    }
    entry("yaml", clause.yaml)
  }

  mutating func evidence(_ item: Report.Evidence) {
    entry("date", item.date?.description)
    entry("id", item.id)
    entry("kind", item.kind?.rawValue)
    entry("source", item.source)
    entry("supports", item.supports) { json, support in
      json.object { json in
        json.entry("factor", support.factor)
        json.entry("place", support.place)
        json.entry("reference", support.reference)
        json.entry("remarks", support.remarks)
      }
    }
    entry("title", item.title)
  }

  mutating func decision(_ item: Report.Decision) {
    entry("control", item.control)
    entry("date", item.date?.description)
    entry("days-left", item.daysLeft)
    entry("in-force", item.isInForce)
    entry("last-day", item.lastDay?.description)
    entry("measure", item.measure)
    entry("owner", item.owner)
    entry("reason", item.reason)
    entry("standing", item.standing)
    entry("status", item.status)
  }

  mutating func reviewVerdict(_ item: Report.AuditorVerdict) {
    entry("control", item.control)
    entry("date", item.date.description)
    entry("in-force", item.isInForce)
    entry("reason", item.reason)
    entry("reviewer", item.reviewer)
    entry("share", item.share)
    entry("standing", item.standing)
    entry("verdict", item.judgement)
  }

  // MARK: Parts

  /// As printed, and the exact number: `5165/86`.
  mutating func entry(_ key: StaticString, _ number: Report.Number?) {
    guard let number else { return }
    entry(key) { json in
      json.entry("exact", number.exact)
      json.key("value")
      json.value(tenths: number.tenths)
    }
  }

  /// Lines and columns from 1, offsets in UTF-8 bytes from the start of the file.
  mutating func place(_ location: Location) {
    entry("place") { json in
      json.entry("column", location.start.column)
      json.entry("end-column", location.end.column)
      json.entry("end-line", location.end.line)
      json.entry("end-offset", location.end.offset)
      json.entry("line", location.start.line)
      json.entry("offset", location.start.offset)
    }
  }
}

internal import LeidraadCore

extension Renderer {
  /// `report/v1`, whole: one document for all guidelines.
  package static let json = Renderer(
    name: "json", fileExtension: "json",
    summary: Phrase(nl: "alles, voor programma's (report/v1)", en: "everything, for programs (report/v1)"),
    opening: { run in
      let head = JSONWriter.text(.lines) { json in
        json.day(of: run)
        json.kind(of: run)
      }
      // Its closing brace comes at the end, after the guidelines.
      return head.dropLast(2) + ",\n  \"guidelines\" : ["
    },
    bytes: { report, _, before in
      JSONWriter.bytes(.lines, after: before.files == 0 ? "\n" : ",\n") { json in
        json.file(report)
        json.outcome(report)
      }
    }, closing: { _, summary in "\n  ],\n  \"summary\" : " + JSONWriter.text(.lines) { $0.totals(summary) } + "\n}\n" })

  /// `report/v1`, a line a guideline: what other programs stream.
  package static let jsonl = Renderer(
    name: "jsonl", fileExtension: "jsonl",
    summary: Phrase(nl: "een regel per richtlijn, voor programma's", en: "a line a guideline, for programs"),
    bytes: { report, run, _ in
      // The keys of the head and of the guideline, sorted together.
      JSONWriter.bytes(.line, before: "\n") { json in
        json.day(of: run)
        json.file(report)
        json.kind(of: run, alsoOf: report)
      }
    })
}

/// The frozen form `report/v1`. Fields are added, never renamed or removed; `docs/report-v1.md` and `ReportSchema` describe it.
extension JSONWriter {
  // MARK: The head

  fileprivate mutating func day(of run: Run) {
    entry("as-of", run.asOf.description)
    entry("assurance", run.assurance.rawValue)
  }

  fileprivate mutating func kind(of run: Run, alsoOf report: Report? = nil) {
    entry("language", run.language.tag)
    entry("leidraad", "report/v1")
    entry("policy") { json in
      json.entry("id", run.policy.id)
      json.entry("tailoring", run.policy.tailoring.map(\.subject))
      json.entry("title", run.policy.title[run.language])
      json.entry("version", run.policy.version.description)
    }
    if let report { outcome(report) }
    entry("tool") { json in
      json.entry("name", "leidraad")
      json.entry("version", run.version)
    }
  }

  fileprivate mutating func totals(_ summary: Summary) {
    entry("assessed", summary.assessed)
    entry("files", summary.files)
    entry("requirement-met", summary.requirementMet)
  }

  // MARK: A guideline

  fileprivate mutating func file(_ report: Report) {
    entry("diagnostics", report.problems) { json, problem in json.object { $0.problem(problem, report.language) } }
    entry("file", report.file)
  }

  fileprivate mutating func outcome(_ report: Report) {
    entry("report-language", report.language.tag)
    // Absent when the file could not be assessed.
    if let result = report.result { entry("result") { $0.result(result) } }
  }

  private mutating func problem(_ problem: Report.Problem, _ language: Language) {
    let diagnostic = problem.diagnostic
    entry("code", diagnostic.code.rawValue)
    entry("file", diagnostic.location.file)
    entry("fingerprint", problem.fingerprint)
    entry("help", diagnostic.help?[language])
    entry("message", diagnostic.message[language])
    entry("path", diagnostic.path)
    place(diagnostic.location)
    entry("related", diagnostic.related) { json, related in
      json.object { json in
        json.entry("file", related.location.file)
        json.entry("message", related.message[language])
        json.place(related.location)
      }
    }
    entry("severity", diagnostic.severity.rawValue)
  }

  private mutating func result(_ result: Report.Result) {
    entry("basis", result.literalOnly ? "literal" : "all")
    entry("completeness", result.completeness)
    entry("counts") { json in
      for (outcome, count) in result.counts.byOutcome.map({ ($0.outcome.rawValue, $0.count) }).sorted(by: { $0.0 < $1.0 }) {
        json.entry(named: outcome, count)
      }
    }
    entry("decisions", result.decisions) { json, decision in json.object { $0.decision(decision) } }
    entry("evidence", result.evidence) { json, evidence in json.object { $0.evidence(evidence) } }
    entry("excluded-part", result.excludedPart)
    entry("findings", result.findings) { json, finding in json.object { $0.finding(finding) } }
    entry("literal") { json in
      json.entry("met", result.literalMet)
      json.entry("total", result.literalTotal)
    }
    entry("organisation") { $0.organisation(result.organisation) }
    entry("over-claim", result.overClaim)
    entry("quick-wins", result.quickWins) { $0.value(result.findings[$1].id) }
    entry("recommendations", result.recommendations) { json, recommendation in json.object { $0.recommendation(recommendation) } }
    entry("review-verdicts", result.verdicts) { json, verdict in json.object { $0.reviewVerdict(verdict) } }
    entry("reviewed-part", result.reviewedPart)
    entry("rules", result.rules) { json, rule in json.object { $0.finding(rule) } }
    scores(result.scores)
    entry("sources", result.sources) { json, source in json.object { $0.source(source) } }
    entry("verdict") { $0.verdict(result.verdict) }
  }

  private mutating func organisation(_ organisation: Report.Organisation) {
    entry("id", organisation.id)
    entry("kind", organisation.kind)
    entry("name", organisation.name)
    entry("profile", organisation.profile)
  }

  private mutating func verdict(_ verdict: Report.Verdict) {
    entry("band", verdict.band)
    entry("basis", verdict.basis)
    entry("minimum-score", verdict.minimumScore)
    entry("provisional", verdict.isProvisional)
    entry("reasons", verdict.reasons)
    entry("required", verdict.requiredBand)
    entry("requirement-met", verdict.isRequirementMet)
    entry("title", verdict.title)
  }

  private mutating func recommendation(_ item: Report.Recommendation) {
    entry("assessable", item.isAssessable)
    entry("completeness", item.completeness)
    entry("id", item.id)
    entry("in-scope", item.isInScope)
    entry("met", item.met)
    entry("points") { json in
      json.entry("declared", item.declared)
      json.entry("possible", item.possible)
    }
    scores(item.scores)
    entry("title", item.title)
    entry("total", item.total)
  }

  private mutating func scores(_ scores: [Report.Score]) {
    entry("scores") { json in
      for score in scores {
        switch score.assurance {
        case .declared: json.entry("declared", score.value)
        case .substantiated: json.entry("substantiated", score.value)
        case .verified: json.entry("verified", score.value)
        }
      }
    }
  }

  private mutating func source(_ source: Report.Source) {
    entry("date", source.date)
    entry("publisher", source.publisher)
    entry("short", source.short)
    entry("title", source.title)
    entry("url", source.url)
  }
}

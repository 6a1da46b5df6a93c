internal import LeidraadCore

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Renderer {
  /// `report/v1`, whole: one document for all guidelines.
  package static let json = Renderer(
    name: "json", fileExtension: "json",
    summary: Phrase(nl: "alles, voor programma's (report/v1)", en: "everything, for programs (report/v1)"),
    opening: { run in
      // The head's closing brace comes at the end, after the guidelines.
      return String(JSON.pretty(ReportV1.Head(run)).dropLast(2)) + ",\n  \"guidelines\" : ["
    }, body: { report, _, before in (before.lines.isEmpty ? "\n" : ",\n") + JSON.pretty(ReportV1.Guideline(report)) },
    closing: { _, summary in "\n  ],\n  \"summary\" : " + JSON.pretty(ReportV1.Totals(summary)) + "\n}\n" })

  /// `report/v1`, a line a guideline: what other programs stream.
  package static let jsonl = Renderer(
    name: "jsonl", fileExtension: "jsonl",
    summary: Phrase(nl: "een regel per richtlijn, voor programma's", en: "a line a guideline, for programs"),
    body: { report, run, _ in JSON.line(ReportV1.Line(head: ReportV1.Head(run), guideline: ReportV1.Guideline(report))) + "\n" })
}

/// The frozen form `report/v1`. Fields are added, never renamed or removed; `docs/report-v1.md` and `ReportSchema` describe it.
enum ReportV1 {
  struct Head: Encodable {
    let leidraad = "report/v1"
    let tool: Tool
    let policy: Policy
    let asOf: String
    let assurance: String
    let language: String

    init(_ run: Run) {
      tool = Tool(name: "leidraad", version: run.version)
      policy = Policy(
        id: run.policy.id, version: run.policy.version.description, title: run.policy.title[run.language],
        tailoring: run.policy.tailoring.map(\.subject))
      asOf = run.asOf.description
      assurance = run.assurance.rawValue
      language = run.language.tag
    }
  }

  struct Tool: Encodable {
    let name: String
    let version: String
  }

  struct Policy: Encodable {
    let id: String
    let version: String
    let title: String
    let tailoring: [String]
  }

  struct Line: Encodable {
    let head: Head
    let guideline: Guideline

    func encode(to encoder: any Encoder) throws {
      try head.encode(to: encoder)
      try guideline.encode(to: encoder)
    }
  }

  struct Totals: Encodable {
    let files: Int
    let assessed: Int
    let requirementMet: Int

    init(_ summary: Summary) {
      files = summary.lines.count
      assessed = summary.lines.count { $0.verdict != nil }
      requirementMet = summary.lines.count(where: \.isRequirementMet)
    }
  }

  struct Number: Encodable {
    /// One decimal, rounded down.
    let value: Decimal
    /// The exact number, `5165/86`.
    let exact: String

    init(_ number: Report.Number) {
      value = JSON.decimal(tenths: number.tenths)
      exact = number.exact.description
    }
  }

  struct Guideline: Encodable {
    let file: String
    let reportLanguage: String
    let diagnostics: [Diagnostic]
    /// Absent when the file could not be assessed.
    let result: Result?

    init(_ report: Report) {
      file = report.file
      reportLanguage = report.language.tag
      diagnostics = report.problems.map { Diagnostic($0, report.language) }
      result = report.result.map(Result.init)
    }
  }

  struct Place: Encodable {
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    /// UTF-8 bytes from the start of the file.
    let offset: Int
    let endOffset: Int

    init(_ location: Location) {
      line = location.start.line
      column = location.start.column
      endLine = location.end.line
      endColumn = location.end.column
      offset = location.start.offset
      endOffset = location.end.offset
    }
  }

  struct Diagnostic: Encodable {
    let code: String
    let severity: String
    let message: String
    let help: String?
    let path: String
    let file: String
    let place: Place
    let related: [Related]
    let fingerprint: String

    struct Related: Encodable {
      let message: String
      let file: String
      let place: Place
    }

    init(_ problem: Report.Problem, _ language: Language) {
      let diagnostic = problem.diagnostic
      code = diagnostic.code.rawValue
      severity = diagnostic.severity.rawValue
      message = diagnostic.message[language]
      help = diagnostic.help?[language]
      path = diagnostic.path
      file = diagnostic.location.file
      place = Place(diagnostic.location)
      related = diagnostic.related.map { Related(message: $0.message[language], file: $0.location.file, place: Place($0.location)) }
      fingerprint = problem.fingerprint
    }
  }

  struct Result: Encodable {
    let organisation: Organisation
    let basis: String
    let verdict: Verdict
    let scores: Scores
    let overClaim: Number?
    let completeness: Number
    let excludedPart: Number
    let reviewedPart: Number
    let literal: Literal
    let counts: [String: Int]
    let rules: [Finding]
    let findings: [Finding]
    let recommendations: [Recommendation]
    let quickWins: [String]
    let evidence: [Evidence]
    let decisions: [Decision]
    let sources: [Source]
    let reviewVerdicts: [ReviewVerdict]

    init(_ result: Report.Result) {
      organisation = Organisation(result.organisation)
      basis = result.literalOnly ? "literal" : "all"
      verdict = Verdict(result.verdict)
      scores = Scores(result.scores)
      overClaim = result.overClaim.map(Number.init)
      completeness = Number(result.completeness)
      excludedPart = Number(result.excludedPart)
      reviewedPart = Number(result.reviewedPart)
      literal = Literal(met: result.literalMet, total: result.literalTotal)
      counts = Dictionary(uniqueKeysWithValues: result.counts.byOutcome.map { ($0.rawValue, $1) })
      rules = result.rules.map(Finding.init)
      findings = result.findings.map(Finding.init)
      recommendations = result.recommendations.map(Recommendation.init)
      quickWins = result.quickWins.map { result.findings[$0].id }
      evidence = result.evidence.map(Evidence.init)
      decisions = result.decisions.map(Decision.init)
      sources = result.sources.map { Source(short: $0.short, title: $0.title, publisher: $0.publisher, date: $0.date, url: $0.url) }
      reviewVerdicts = result.verdicts.map(ReviewVerdict.init)
    }
  }

  struct Source: Encodable {
    let short: String
    let title: String
    let publisher: String
    let date: String?
    let url: String?
  }

  struct Literal: Encodable {
    let met: Int
    let total: Int
  }

  struct Organisation: Encodable {
    let name: String
    let id: String?
    let kind: String
    let profile: String

    init(_ organisation: Report.Organisation) {
      name = organisation.name
      id = organisation.id
      kind = organisation.kind
      profile = organisation.profile
    }
  }

  struct Scores: Encodable {
    let declared: Number?
    let substantiated: Number?
    let verified: Number?

    init(_ scores: [Report.Score]) {
      func number(_ assurance: Assessment.Assurance) -> Number? { scores.first { $0.assurance == assurance }?.value.map(Number.init) }
      declared = number(.declared)
      substantiated = number(.substantiated)
      verified = number(.verified)
    }
  }

  struct Verdict: Encodable {
    let band: String?
    let title: String
    let reasons: [String]
    let basis: String
    let provisional: Bool
    let required: String
    let minimumScore: Number?
    let requirementMet: Bool

    init(_ verdict: Report.Verdict) {
      band = verdict.band
      title = verdict.title
      reasons = verdict.reasons
      basis = verdict.basis
      provisional = verdict.isProvisional
      required = verdict.requiredBand
      minimumScore = verdict.minimumScore.map(Number.init)
      requirementMet = verdict.isRequirementMet
    }
  }

  struct Recommendation: Encodable {
    let id: String
    let title: String
    let inScope: Bool
    let assessable: Bool
    let scores: Scores
    let completeness: Number
    let points: Points
    let met: Int
    let total: Int

    struct Points: Encodable {
      let possible: Number
      let declared: Number
    }

    init(_ item: Report.Recommendation) {
      id = item.id
      title = item.title
      inScope = item.isInScope
      assessable = item.isAssessable
      scores = Scores(item.scores)
      completeness = Number(item.completeness)
      points = Points(possible: Number(item.possible), declared: Number(item.declared))
      met = item.met
      total = item.total
    }
  }
}

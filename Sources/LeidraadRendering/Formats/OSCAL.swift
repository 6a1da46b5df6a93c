internal import LeidraadCore

extension Renderer {
  /// OSCAL assessment results: one document, one result a guideline.
  package static let oscal = Renderer(
    name: "oscal", fileExtension: "oscal.json",
    summary: Phrase(nl: "OSCAL 1.2.1, resultaten van een toetsing", en: "OSCAL 1.2.1 assessment results"),
    opening: { run in OSCALDocument(run: run).opening() },
    body: { report, run, before in (before.files == 0 ? "\n" : ",\n") + JSON.pretty(OSCALResult(report: report, run: run).whole()) },
    closing: { run, summary in OSCALDocument(run: run).closing(summary) }, listsEveryFile: true)
}

/// What stands around the results.
private struct OSCALDocument {
  let run: Run

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[run.language] }

  private var policy: String { "\(run.policy.title[run.language]) \(run.policy.version)" }

  private var plan: OSCALIdentifier {
    OSCALIdentifier("plan", run.policy.id, run.policy.version.description, run.asOf.description, run.assurance.rawValue)
  }

  func opening() -> String {
    let metadata = OSCAL.Metadata(
      title: "\(words("Toetsing van richtlijnen", "Assessment of guidelines")): \(policy)", lastModified: OSCAL.time(run.asOf),
      version: "1.0.0",
      props: [
        OSCAL.Property("tool", "leidraad \(run.version)"), OSCAL.Property("policy", "\(run.policy.id)@\(run.policy.version)"),
        OSCAL.Property("language", run.language.tag),
      ].compactMap { $0 })
    return "{\"assessment-results\": {\n" + member("import-ap", OSCAL.ImportPlan(href: "#\(plan.text)")) + ",\n"
      + member("metadata", metadata)
      + ",\n\"results\": ["
  }

  func closing(_ summary: Summary) -> String {
    let resource = OSCAL.Resource(
      uuid: plan, title: "\(words("Plan van toetsing", "Assessment plan"))",
      description: """
        \(words(
          "Leidraad toetst wat in elke richtlijn staat aan het beleidskader \(policy). Een apart plan is er niet.",
          "Leidraad checks what each guideline says against the policy \(policy). There is no separate plan."))
        """,
      props: [
        OSCAL.Property("policy", "\(run.policy.id)@\(run.policy.version)"), OSCAL.Property("as-of", run.asOf.description),
        OSCAL.Property("assurance", run.assurance.rawValue),
      ].compactMap { $0 })
    return "\n],\n" + member("back-matter", OSCAL.BackMatter(resources: [resource])) + ",\n" + member("uuid", identifier(summary))
      + "\n}}\n"
  }

  /// Other results are another document. It comes last, because only then it is known what there is.
  private func identifier(_ summary: Summary) -> OSCALIdentifier {
    let lines = summary.lines.map { line in
      let numbers = [line.declared, line.substantiated, line.verified, line.completeness].map { $0?.exact.description ?? "" }
      return ([line.file, line.organisation, line.band ?? "", String(line.gaps), String(line.errors), String(line.warnings)] + numbers)
        .joined(separator: "\u{0}")
    }
    return OSCALIdentifier("assessment-results", run.version, plan.text, run.language.tag, lines.joined(separator: "\n"))
  }

  private func member(_ key: String, _ value: some Encodable) -> String { "\"\(key)\": \(JSON.pretty(value))" }
}

/// One file's result.
struct OSCALResult {
  let report: Report
  let run: Run

  private var language: Language { report.language }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  /// Two files may be of one organisation, so a fingerprint alone does not tell their objects apart.
  func identifier(_ fingerprint: String, _ suffix: String) -> OSCALIdentifier { OSCALIdentifier(fingerprint, suffix, report.file) }

  private var component: OSCALIdentifier { OSCALIdentifier("component", run.policy.id, report.file) }

  private var name: String { report.result.map(\.organisation.name).flatMap { $0.isEmpty ? nil : $0 } ?? report.file }

  func whole() -> OSCAL.Result {
    let result = report.result
    let controls = result?.findings.filter { OSCALResult.isAssessed($0) } ?? []
    let rules = result?.rules ?? []
    let excluded = result?.findings.filter { $0.outcome == .notApplicable } ?? []
    let observations =
      report.problems.map(observation) + controls.map(observation) + excluded.map(decided) + rules.map(observation)
      + (result?.evidence.enumerated().map(evidence) ?? [])
    return OSCAL.Result(
      uuid: OSCALIdentifier(
        "result", run.policy.id, run.policy.version.description, run.asOf.description, run.assurance.rawValue, report.file),
      title: title("\(name)"), description: description, start: OSCAL.time(run.asOf), props: props,
      localDefinitions: OSCAL.Definitions(components: [guideline]), reviewedControls: reviewed(controls), observations: observations.orNil,
      risks: rules.map(risk).orNil, findings: controls.map { finding($0, rules) }.orNil)
  }

  /// OSCAL knows “satisfied” and “not satisfied” alone. What is out of scope, or not applicable by a decision, was not assessed and has no
  /// finding; such a decision is an observation.
  private static func isAssessed(_ finding: Finding) -> Bool {
    switch finding.outcome {
    case .outOfScope, .upcoming, .notApplicable, nil: false
    case .met, .contradicted, .explained, .planned, .partlyMet, .unanswered, .notMet: true
    }
  }

  /// Titles may not be empty.
  func title(_ text: OSCALText) -> OSCALText { text.text.isEmpty ? "–" : text }

  // MARK: The guideline

  private var description: OSCALText {
    guard let verdict = report.result?.verdict else {
      return "\(words("Deze richtlijn kan nog niet worden beoordeeld.", "This guideline cannot be assessed yet."))"
    }
    let reasons = verdict.reasons.map { "\($0)" as OSCALText }
    return .paragraphs(["\(words("Oordeel", "Verdict")): \(verdict.title)."] + reasons + ["\(verdict.basis)"]) ?? ""
  }

  private var props: [OSCAL.Property] {
    let result = report.result
    var props = [
      OSCAL.Property("file", report.file), OSCAL.Property("language", language.tag), OSCAL.Property("assurance", run.assurance.rawValue),
      OSCAL.Property("verdict", result?.verdict.band), OSCAL.Property("required", result?.verdict.requiredBand),
    ]
    guard let result else { return props.compactMap { $0 } }
    props.append(OSCAL.Property("requirement-met", result.verdict.isRequirementMet))
    props += result.scores.map { OSCAL.Property("score", $0.value, class: $0.assurance.rawValue) }
    props += [
      OSCAL.Property("completeness", result.completeness), OSCAL.Property("excluded-part", result.excludedPart),
      OSCAL.Property("reviewed-part", result.reviewedPart), OSCAL.Property("gaps", result.counts.gaps),
      OSCAL.Property("basis", result.literalOnly ? "literal" : "all"),
    ]
    return props.compactMap { $0 }
  }

  private var guideline: OSCAL.Component {
    let organisation = report.result?.organisation
    return OSCAL.Component(
      uuid: component, title: title("\(name)"),
      description: "\(words("De richtlijn van deze organisatie.", "The guideline of this organisation."))",
      props: [
        OSCAL.Property("file", report.file), OSCAL.Property("organisation-id", organisation?.id),
        OSCAL.Property("organisation-kind", organisation?.kind),
      ].compactMap { $0 })
  }

  private func reviewed(_ controls: [Finding]) -> OSCAL.ReviewedControls {
    typealias Reviewed = OSCAL.ReviewedControls
    let choices = controls.map { Reviewed.Choice(controlId: $0.control) }
    let selection =
      choices.isEmpty
      ? Reviewed.Selection(
        description:
          "\(words("Alle onderdelen hadden beoordeeld moeten worden; dat kon niet.", "All controls were to be assessed; none could be."))",
        includeAll: Reviewed.All(), includeControls: nil)
      : Reviewed.Selection(
        description: "\(words("De onderdelen die voor deze organisatie gelden.", "The controls that apply to this organisation."))",
        includeAll: nil,
        includeControls: choices)
    return Reviewed(controlSelections: [selection])
  }

  // MARK: Observations

  private func observation(_ problem: Report.Problem) -> OSCAL.Observation {
    let diagnostic = problem.diagnostic
    return observation(
      identifier(problem.fingerprint, "observation"), title: "\(diagnostic.code.rawValue)", "\(diagnostic.message[language])",
      type: "discovery",
      at: diagnostic.location, path: diagnostic.path,
      props: [
        OSCAL.Property("code", diagnostic.code.rawValue), OSCAL.Property("severity", diagnostic.severity.rawValue),
        OSCAL.Property("fingerprint", problem.fingerprint),
      ],
      remarks: diagnostic.help.map { "\($0[language])" })
  }

  private func observation(_ finding: Finding) -> OSCAL.Observation {
    let fields = finding.fields.map { "\($0.label) (\($0.path))" }
    let missing = words("Wat ontbreekt of tekortschiet", "What is missing or falls short")
    return observation(
      identifier(finding.fingerprint, "observation"), title: "\(finding.id): \(finding.outcomeLabel)",
      fields.isEmpty ? "\(finding.title)" : "\(missing): \(fields.joined(separator: "; ")).",
      type: finding.kind == .control ? "control-objective" : "finding", at: finding.location, path: finding.path,
      props: fields.isEmpty ? [] : finding.fields.map { OSCAL.Property("field", $0.path) })
  }

  /// A control that does not apply: there is nothing to find, but who decided so, and until when.
  private func decided(_ finding: Finding) -> OSCAL.Observation {
    observation(
      identifier(finding.fingerprint, "observation"), title: "\(finding.id): \(finding.outcomeLabel)",
      "\(words("Besluit", "Decision")): \(finding.decision ?? finding.outcomeLabel)", type: "control-objective", at: finding.location,
      path: finding.path,
      props: [OSCAL.Property("control", finding.control), OSCAL.Property("outcome", finding.outcome?.rawValue)] + decision(finding)
        + [OSCAL.Property("fingerprint", finding.fingerprint)])
  }

  private func observation(
    _ uuid: OSCALIdentifier, title text: OSCALText, _ description: OSCALText, type: String, at place: Location, path: String,
    props: [OSCAL.Property?],
    remarks: OSCALText? = nil
  ) -> OSCAL.Observation {
    let position: OSCALText = "\(place.file):\(place.start.line):\(place.start.column)"
    let numbers = [
      OSCAL.Property("line", place.start.line), OSCAL.Property("column", place.start.column), OSCAL.Property("end-line", place.end.line),
      OSCAL.Property("end-column", place.end.column), OSCAL.Property("path", path),
    ]
    return OSCAL.Observation(
      uuid: uuid, title: title(text), description: description, props: (props + numbers).compactMap { $0 }, types: [type],
      subjects: [OSCAL.Observation.Subject(subjectUuid: component)],
      relevantEvidence: [OSCAL.RelevantEvidence(href: OSCAL.reference(toFile: place.file), description: position)],
      collected: OSCAL.time(run.asOf),
      remarks: remarks)
  }

  /// A document that supports what is declared. Its source is text here: it was written as seen from the guideline's own folder.
  private func evidence(_ number: Int, _ item: Report.Evidence) -> OSCAL.Observation {
    let supports = item.supports.map { support -> OSCALText in
      let place = support.place.map { " (\($0))" } ?? ""
      let remarks = support.remarks.map { ", \($0)" }.joined()
      return "\(support.reference + place): \(support.factor.description)\(remarks)."
    }
    return OSCAL.Observation(
      uuid: OSCALIdentifier("evidence", item.id, String(number), report.file),
      title: title("\(words("Bewijs", "Evidence")): \(item.title.isEmpty ? item.id : item.title)"),
      description: .paragraphs(supports) ?? "\(words("Dit document ondersteunt niets.", "This document supports nothing."))",
      props: [
        OSCAL.Property("evidence", item.id), OSCAL.Property("evidence-kind", item.kind?.rawValue),
        OSCAL.Property("date", item.date?.description),
      ].compactMap { $0 }
        + item.supports.compactMap { OSCAL.Property("supports", $0.reference) },
      types: ["evidence"], subjects: [OSCAL.Observation.Subject(subjectUuid: component)],
      relevantEvidence: [OSCAL.RelevantEvidence(href: nil, description: "\(item.source.isEmpty ? item.title : item.source)")],
      collected: OSCAL.time(run.asOf))
  }
}

internal import LocatedYAML

extension Policy {
  /// The report of a file that was decoded and assessed.
  ///
  /// - Parameters:
  ///   - assessment: Nil when the guideline could not be assessed.
  ///   - diagnostics: What decoding found; what the assessment finds is added.
  ///   - known: Fingerprints of gaps that a baseline accepts.
  ///   - words: Where there are many guidelines: the policy's words, made once.
  package func report(
    _ guideline: Guideline, _ assessment: Assessment?, diagnostics: [Diagnostic], language: Language, requirement: Requirement,
    detail: Report.Detail = .findings, known: Set<String> = [], words: ReportWording? = nil, digest: @escaping Digester
  ) -> Report {
    let fingerprint = Fingerprint(policy: id, identity: guideline.identity(self), digest: digest)
    var all = diagnostics
    if let assessment { all += AssessmentDiagnostics(policy: self, guideline: guideline, assessment: assessment).all() }
    let builder = assessment.map {
      ReportBuilder(
        policy: self, guideline: guideline, assessment: $0, language: language, requirement: requirement, detail: detail,
        known: known, words: words ?? ReportWording(self), fingerprint: fingerprint)
    }
    return Report(
      file: guideline.file, language: language,
      problems: fingerprint.problems(Diagnostic.told(of: all)),
      result: builder?.result())
  }
}

extension Report {
  /// The report of a file of which nothing but problems is known.
  package init(file: String, language: Language, diagnostics: [Diagnostic], policy: String, digest: @escaping Digester) {
    self.init(
      file: file, language: language,
      problems: Fingerprint(policy: policy, identity: file, digest: digest).problems(Diagnostic.told(of: diagnostics)),
      result: nil)
  }
}

/// What tells a finding or diagnostic from others, in every output, baseline and review: no line, no language, no path on a disk.
final class Fingerprint: Sendable {
  private let policy: String
  private let identity: String
  private let digest: Digester

  init(policy: String, identity: String, digest: @escaping Digester) {
    self.policy = policy
    self.identity = identity
    self.digest = digest
  }

  /// 32 hexadecimal digits.
  func of(_ id: String, path: String = "") -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(policy.utf8.count + id.utf8.count + identity.utf8.count + path.utf8.count + 3)
    for part in [policy, id, identity] {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    bytes.append(contentsOf: path.utf8)
    return String(Substring(digest(bytes).utf8.prefix(32)))
  }

  /// Diagnostics alike in all that counts are told apart by their number.
  ///
  /// - Parameter diagnostics: No more than are told of a file.
  func problems(_ diagnostics: [Diagnostic]) -> [Report.Problem] {
    diagnostics.indices.map { index in
      let diagnostic = diagnostics[index]
      let number = 1 + diagnostics[..<index].count { $0.code == diagnostic.code && $0.path == diagnostic.path }
      let path = number == 1 ? diagnostic.path : "\(diagnostic.path)#\(number)"
      return Report.Problem(diagnostic: diagnostic, fingerprint: of(diagnostic.code.rawValue, path: path))
    }
  }
}

/// Puts words to an assessment.
struct ReportBuilder {
  let policy: Policy
  let guideline: Guideline
  let assessment: Assessment
  let language: Language
  let requirement: Requirement
  let detail: Report.Detail
  /// Fingerprints that a baseline accepts.
  let known: Set<String>
  let words: ReportWording
  let fingerprint: Fingerprint

  func result() -> Report.Result {
    let builder = detail == .scores ? nil : FindingBuilder(self)
    let findings = builder?.controls() ?? []
    let scores = scores(assessment.scores)
    let declared = scores[0].value?.tenths
    let substantiated = scores[1].value?.tenths
    let overClaim: Report.Number? = declared.flatMap { declared in
      substantiated.map { number(Fraction(max(0, declared - $0), 10)) }
    }
    return Report.Result(
      organisation: organisation, policy: facts, asOf: assessment.asOf, assurance: assessment.assurance,
      literalOnly: assessment.literalOnly,
      scores: scores, overClaim: overClaim, completeness: percentage(assessment.completeness),
      excludedPart: percentage(assessment.excludedPart),
      reviewedPart: percentage(assessment.reviewedPart), literalMet: assessment.literal.met, literalTotal: assessment.literal.total,
      verdict: verdict(),
      rules: builder?.rules() ?? [], findings: findings, recommendations: recommendations(), quickWins: quickWins(findings),
      evidence: evidence(), decisions: decisions(), verdicts: verdicts(), counts: counts(), unproven: unproven(),
      sources: sources())
  }

  // MARK: Numbers

  func number(_ exact: Fraction) -> Report.Number { Report.Number(exact, language) }

  private func percentage(_ part: Fraction) -> Report.Number { number(part * Fraction(100)) }

  private func scores(_ scores: Assessment.Scores) -> [Report.Score] {
    Assessment.Assurance.allCases.map {
      Report.Score(assurance: $0, label: ReportWords.score($0)[language], value: scores[$0].map { number($0) })
    }
  }

  private func counts() -> Report.Counts {
    var counts = (gaps: 0, inScope: 0)
    let controls = assessment.controls
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(controls.count)
    for index in controls.indices where controls[index].scope != .notAddressed {
      let outcome = controls[index].outcome
      outcomes.append(outcome)
      if controls[index].isInScope { counts.inScope += 1 }
      guard isGap(controls[index]), outcome != .explained, outcome != .planned else { continue }
      if known.isEmpty || !known.contains(fingerprint.of(policy.controls[index].id)) { counts.gaps += 1 }
    }
    let byOutcome = Outcome.allCases.map { outcome in Report.OutcomeCount(outcome: outcome, count: outcomes.count { $0 == outcome }) }
    return Report.Counts(
      byOutcome: byOutcome.filter { $0.count > 0 }, gaps: counts.gaps, met: outcomes.count { $0 == .met }, inScope: counts.inScope)
  }

  /// Whether a control is a gap to close: it falls short, or loses points at the assurance in use, as they are printed.
  func isGap(_ control: ControlAssessment) -> Bool {
    if control.outcome.isGap { return true }
    guard control.outcome == .met else { return false }
    let (possible, earned) = control.points.at(assessment.assurance)
    return possible != earned && (possible - earned).roundedDown(times: 10) > 0
  }

  // MARK: Facts

  private var organisation: Report.Organisation {
    let kind = policy.kinds[assessment.kind]
    let id = policy.field("organisation.id").map { guideline.answers[$0] }.flatMap { $0.state == .given ? guideline.text($0) : nil }
    return Report.Organisation(
      name: guideline.name(policy), id: id, kind: kind.id, kindLabel: kind.label[language], profile: policy.profiles[assessment.profile].id)
  }

  private var facts: Report.PolicyFacts {
    Report.PolicyFacts(
      id: policy.id, version: policy.version.description, title: policy.title[language],
      tailoring: policy.tailoring.map { change in
        var words = "\(change.subject): \(ReportWords.tailoring(change.change)[language])"
        if case .dropped(let reason) = change.change { words += " (\(reason[language]))" }
        return words
      })
  }

  // MARK: The verdict

  private func verdict() -> Report.Verdict {
    let verdict = assessment.verdict
    var reasons: [String] = []
    if let absence = verdict.absence {
      reasons.append(
        ReportWords.absence(
          absence, completeness: percentage(assessment.completeness).text, needed: String(policy.completeness.roundedDown(times: 100)))[
            language])
    }
    if let band = verdict.band, let scoreBand = verdict.scoreBand, band < scoreBand {
      reasons.append(ReportWords.capped(from: policy.bands[scoreBand].title[language], to: policy.bands[band].title[language])[language])
    }
    for cap in verdict.caps {
      switch cap {
      case .exclusions: reasons.append(ReportWords.capByExclusions[language])
      case .rule(let index):
        let rule = policy.rules[assessment.rules[index].rule]
        reasons.append("\(rule.id): \(rule.says[language])")
      }
    }
    if verdict.withExplanation { reasons.append(ReportWords.withExplanation[language]) }
    let required = policy.bands[requirement.band]
    let score = assessment.scores[assessment.assurance]
    let isBandReached = verdict.band.map { $0 >= requirement.band } ?? false
    let isScoreReached = requirement.minimumScore.map { minimum in score.map { $0 >= minimum } ?? false } ?? true
    return Report.Verdict(
      band: verdict.band.map { policy.bands[$0].id },
      title: verdict.band.map { policy.bands[$0].title[language] } ?? ReportWords.noVerdict[language],
      reasons: reasons, basis: ReportWords.basis(assessment.assurance, literalOnly: assessment.literalOnly)[language],
      isProvisional: verdict.isProvisional, requiredBand: required.id, requiredTitle: required.title[language],
      minimumScore: requirement.minimumScore.map { Report.Number($0, language, decimals: 6) },
      isRequirementMet: isBandReached && isScoreReached)
  }

  // MARK: Lists

  private func recommendations() -> [Report.Recommendation] {
    assessment.recommendations.filter { policy.recommendations[$0.recommendation].weights[assessment.profile] != nil }.map { item in
      let definition = policy.recommendations[item.recommendation]
      return Report.Recommendation(
        id: definition.id, title: definition.title[language], summary: definition.summary[language], isInScope: item.isInScope,
        isAssessable: item.isAssessable, scores: scores(item.scores), completeness: percentage(item.completeness),
        possible: number(item.points.possible), declared: number(item.points.declared), met: item.met, total: item.total)
    }
  }

  /// The three gaps to begin with: what holds the verdict down, then what gains most for the effort.
  private func quickWins(_ findings: [Finding]) -> [Int] {
    let gaps = findings.indices.filter { findings[$0].isActiveGap && findings[$0].lost.tenths > 0 }
    let capping = assessment.verdict.caps.compactMap { cap -> String? in
      guard case .rule(let index) = cap else { return nil }
      return policy.controls[policy.rules[assessment.rules[index].rule].control].id
    }
    let first = capping.compactMap { id in findings.firstIndex { $0.id == id && $0.isGap } }
    let gains = gaps.filter { !first.contains($0) }.map { index in
      (index: index, gain: findings[index].lost.exact / Fraction(policy.effort[findings[index].effort]))
    }
    let rest = gains.sorted { $0.gain == $1.gain ? $0.index < $1.index : $0.gain > $1.gain }.map(\.index)
    var seen: Set<Int> = []
    return Array((first + rest).filter { seen.insert($0).inserted }.prefix(3))
  }

  /// Controls that earn points for which evidence is asked that is not there, or not good enough.
  private func unproven() -> [String] {
    let controls = assessment.controls
    return controls.indices.filter {
      controls[$0].isInScope && !controls[$0].isExcluded && controls[$0].evidenceFactor < .one && !controls[$0].share.isZero
    }.map { policy.controls[$0].id }
  }

  /// What the findings cite, in the policy's order.
  private func sources() -> [Report.Source] {
    guard detail != .scores else { return [] }
    var cited: Set<String> = []
    for assessed in assessment.controls where assessed.scope != .notAddressed {
      let control = policy.controls[assessed.control]
      cited.insert(policy.recommendations[control.recommendation].source)
      cited.formUnion(control.sources)
    }
    return policy.sources.filter { cited.contains($0.id) }.map {
      Report.Source(
        short: $0.short[language], title: $0.title[language], publisher: $0.publisher[language], date: $0.date?.description, url: $0.url)
    }
  }

  private func evidence() -> [Report.Evidence] {
    let assessed = Dictionary(grouping: assessment.evidence, by: \.entry)
    return guideline.evidence.indices.map { index in
      let entry = guideline.evidence[index]
      let supports = (assessed[index] ?? []).map { item in
        let support = entry.supports[item.support]
        return Report.Evidence.Support(
          reference: support.reference, place: support.place, factor: item.factor,
          remarks: item.findings.map { ReportWords.finding($0)[language] })
      }
      return Report.Evidence(
        id: entry.id, title: entry.title, source: entry.source.text, kind: entry.source.kind,
        kindLabel: ReportWords.kind(entry.source)[language], date: entry.date, supports: supports)
    }
  }

  private func decisions() -> [Report.Decision] {
    assessment.decisions.map { item in
      let decision = guideline.decisions[item.decision]
      return Report.Decision(
        control: policy.controls[item.control].id, status: item.status?.rawValue ?? "",
        statusLabel: item.status.map { ReportWords.status($0)[language] } ?? "", isInForce: item.isInForce, reason: decision.reason ?? "",
        measure: decision.measure, owner: decision.owner ?? "", date: decision.date, lastDay: item.lastDay,
        daysLeft: item.lastDay.map { $0.dayNumber - assessment.asOf.dayNumber },
        standing: ReportWords.standing(item.standing, lastDay: item.lastDay, asOf: assessment.asOf)[language])
    }
  }

  private func verdicts() -> [Report.AuditorVerdict] {
    assessment.verdicts.map { item in
      Report.AuditorVerdict(
        control: policy.controls[item.verdict.control].id, judgement: item.verdict.judgement.rawValue,
        judgementLabel: ReportWords.judgement(item.verdict.judgement)[language],
        share: item.verdict.judgement == .adjusted ? item.verdict.share : nil, reviewer: item.reviewer, date: item.date,
        reason: item.verdict.reason,
        isInForce: item.standing == .inForce, standing: ReportWords.standing(item)[language])
    }
  }
}

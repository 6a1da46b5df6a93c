internal import LocatedYAML

/// Puts words to controls and rules, and finds the place in the file that each is about.
struct FindingBuilder {
  let report: ReportBuilder
  private let evaluator: Evaluator
  private let words: ReportWording.InLanguage
  /// Clauses are in the guideline's language: they are pasted into it.
  private let clauses: ClauseBuilder
  private let templates: ReportWording.InLanguage
  /// The option of the policy's regime that laws are named for.
  private let regime: Int
  /// Where nothing can be pointed at.
  private let beginning: Location

  private var policy: Policy { report.policy }
  private var guideline: Guideline { report.guideline }
  private var assessment: Assessment { report.assessment }
  private var language: Language { report.language }

  init(_ report: ReportBuilder) {
    self.report = report
    evaluator = Evaluator(policy: report.policy, guideline: report.guideline, asOf: report.assessment.asOf)
    let (policy, guideline) = (report.policy, report.guideline)
    words = report.words.words(in: report.language)
    let own = guideline.language ?? report.language
    templates = own == report.language ? words : report.words.words(in: own)
    clauses = ClauseBuilder(policy: policy, guideline: guideline, language: own)
    // With the regime open, of the first one.
    let answer = policy.regime.map { guideline.answers[$0] }
    regime = answer.map { $0.state == .given ? $0.number : 0 } ?? 0
    let document = guideline.document
    let first = document.root.flatMap { root in document.entries(of: root).first { _ in true }?.key }
    beginning = first.map { document.location(of: $0, in: guideline.file) } ?? .whole(guideline.file)
  }

  private func isKnown(_ id: String) -> Bool { !report.known.isEmpty && report.known.contains(report.fingerprint.of(id)) }

  // MARK: Controls

  /// Gaps by what they cost, then the rest in the policy's order.
  func controls() -> [Finding] {
    let told = assessment.controls.filter { $0.scope != .notAddressed && (report.detail == .findings || report.isGap($0)) }
    let all = told.map(finding)
    // A finding is large: what is sorted is where each stands.
    let gaps = all.indices.filter { all[$0].isGap }.sorted { left, right in
      let (a, b) = (all[left].lost.exact, all[right].lost.exact)
      return a == b ? left < right : a > b
    }
    return (gaps + all.indices.filter { !all[$0].isGap }).map { all[$0] }
  }

  private func finding(_ result: ControlAssessment) -> Finding {
    let index = result.control
    let words = words.control(index)
    let (gaps, behind) = result.outcome.isGap ? evaluator.gaps(in: index) : ([], [])
    let (location, path, isAbsent) = place(gaps, words)
    let (possible, earned) = result.points.at(assessment.assurance)
    return Finding(
      kind: .control, id: words.id, outcome: result.outcome,
      outcomeLabel: result.outcome.label[language], severity: severity(result.outcome, words.basis), isBlocker: false,
      title: words.titles[assessment.profile], law: law(words), share: result.share, possible: report.number(possible),
      earned: report.number(earned), lost: report.number(possible - earned), points: result.points, location: location, isAbsent: isAbsent,
      path: path, fields: fieldGaps(gaps),
      clause: behind.isEmpty ? nil : clauses.clause(for: index, templates.template(index), gaps: behind),
      evidence: evidence(result), decision: decision(result), auditor: auditor(result), isLifted: false, isKnown: isKnown(words.id),
      index: index, words: words, fingerprints: report.fingerprint)
  }

  private func severity(_ outcome: Outcome, _ basis: Control.Basis) -> Severity {
    switch outcome {
    case .contradicted: .error
    case .unanswered, .notMet: basis == .literal ? .error : .warning
    case .partlyMet: .warning
    case .outOfScope, .upcoming, .notApplicable, .met, .explained, .planned: .note
    }
  }

  // MARK: Words

  /// The law of the guideline's own regime.
  private func law(_ words: ControlWords) -> String? { words.laws.indices.contains(regime) ? words.laws[regime] : nil }

  private func evidence(_ result: ControlAssessment) -> String? {
    // Evidence for an answer that is not given proves nothing.
    guard result.isInScope, result.needsEvidence, !result.answered.isZero || result.evidence.isEmpty else { return nil }
    let best = result.evidence.first.map { assessment.evidence[$0] }
    let entry = best.map { guideline.evidence[$0.entry] }
    let document = best.flatMap { best in entry.map { ReportWords.document($0, place: $0.supports[best.support].place) } }
    return ReportWords.evidence(
      best?.factor ?? .zero, remarks: best?.findings.map(ReportWords.finding) ?? [], title: entry?.title,
      document: document ?? Phrase(nl: "", en: ""))[language]
  }

  private func decision(_ result: ControlAssessment) -> String? {
    guard let index = result.decision else { return nil }
    let item = assessment.decisions[index]
    let decision = guideline.decisions[item.decision]
    let status = item.status.map { ReportWords.status($0)[language] } ?? ""
    let parts = [decision.reason, decision.measure, decision.owner].compactMap { $0 }.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    return
      "\(status), \(ReportWords.standing(item.standing, lastDay: item.lastDay, asOf: assessment.asOf)[language])\(parts.isEmpty ? "" : ": \(parts.joined(separator: " — "))")."
  }

  private func auditor(_ result: ControlAssessment) -> String? {
    guard let index = result.verdict else { return nil }
    let item = assessment.verdicts[index]
    let share = item.verdict.judgement == .adjusted ? " (\(item.verdict.share))" : ""
    return
      "\(ReportWords.judgement(item.verdict.judgement)[language])\(share), \(item.reviewer), \(item.date.words[language])\(item.verdict.reason.map { ": \($0)" } ?? "")"
  }

  private func fieldGaps(_ gaps: [Gap]) -> [Finding.FieldGap] {
    var result: [Finding.FieldGap] = []
    for gap in gaps {
      let path = path(gap)
      if gaps.count > 1, result.contains(where: { $0.path == path }) { continue }
      result.append(asked(gap, path))
    }
    return result
  }

  private func asked(_ gap: Gap, _ path: String) -> Finding.FieldGap {
    let list = words.field(gap.field)
    let field = gap.itemField.map { list.items[$0] } ?? list
    return Finding.FieldGap(path: path, label: field.label, help: field.help)
  }

  // MARK: Places

  /// Items by their key, else by number.
  private func path(_ gap: Gap) -> String {
    guard let item = gap.item else { return policy.fields[gap.field].path }
    let field = policy.fields[gap.field]
    let key = guideline.answer(0, of: guideline.items[item])
    let number = item - Int(guideline.answers[gap.field].first) + 1
    let name = key.state == .given && !(field.items.first?.isPersonal ?? false) ? guideline.text(key) : String(number)
    return "\(field.path)[\(name)]" + (gap.itemField.map { ".\(field.items[$0].name)" } ?? "")
  }

  /// Where the first gap is: at its value, else at the nearest thing that is there.
  private func place(_ gaps: [Gap], _ control: ControlWords) -> (Location, String, isAbsent: Bool) {
    guard let gap = gaps.first ?? control.field.map({ Gap(field: $0) }) else { return (beginning, "", true) }
    guard let node = node(gap) else { return (beginning, path(gap), true) }
    return (guideline.document.location(of: node, in: guideline.file), path(gap), false)
  }

  private func node(_ gap: Gap) -> NodeID? {
    let answer = guideline.answers[gap.field]
    if let item = gap.item {
      let value = gap.itemField.map { guideline.answer($0, of: guideline.items[item]) }
      if let node = present(value) { return node }
      return guideline.document.entries(of: guideline.items[item].node).first { _ in true }?.key ?? guideline.items[item].node
    }
    return present(answer) ?? sectionKey(policy.fields[gap.field].section)
  }

  /// A scalar answer at its value, which is what is to be changed; anything else at its key.
  private func present(_ answer: Guideline.Answer?) -> NodeID? {
    guard let answer, let node = answer.node else { return nil }
    let range = guideline.document.range(of: node)
    return guideline.document.kind(of: node) == .scalar && range.start < range.end ? node : answer.key
  }

  private func sectionKey(_ section: Int) -> NodeID? {
    guard let root = guideline.document.root, guideline.sections[section] != nil else { return nil }
    return guideline.document.value(forKey: policy.sections[section].id, in: root)?.key
  }

  // MARK: Rules

  /// Blockers, then majors, then contradictions; what is certain first.
  func rules() -> [Finding] {
    assessment.rules.map(finding).enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  private func rank(_ finding: Finding) -> Int {
    let weight = finding.kind == .contradiction ? 6 : finding.isBlocker ? 0 : 3
    switch finding.kind {
    case .knockOut, .contradiction, .control: return weight
    case .knockOutOpen: return weight + 1
    case .knockOutUndecided: return weight + 2
    }
  }

  private func finding(_ item: RuleAssessment) -> Finding {
    let rule = policy.rules[item.rule]
    let isBlocker = rule.knockOut == .blocker
    let kind: Finding.Kind =
      if rule.knockOut == nil {
        .contradiction
      } else {
        switch item.state {
        case .certain: .knockOut
        case .open: .knockOutOpen
        case .undecided: .knockOutUndecided
        }
      }
    let unmet = unmetGaps(of: rule)
    let gaps = unmet + gaps(of: rule)
    let untold = unmet + gaps.dropFirst(unmet.count).filter { guideline.answers[$0.field].state != .given }
    let words = words.control(rule.control)
    let (location, path, isAbsent) = place(gaps, words)
    let result = assessment.controls[rule.control]
    return Finding(
      kind: kind, id: rule.id, outcome: nil,
      outcomeLabel: ReportWords.rule(kind, isBlocker: isBlocker)[language],
      severity: rule.knockOut == nil || kind == .knockOutUndecided ? .warning : .error,
      isBlocker: isBlocker,
      title: kind == .knockOutUndecided
        ? ReportWords.undecided(Phrase(nl: rule.says[.dutch], en: rule.says[.english]))[language] : rule.says[language],
      law: law(words), share: result.share,
      possible: report.number(.zero), earned: report.number(.zero), lost: report.number(.zero), points: .none, location: location,
      isAbsent: isAbsent, path: path,
      fields: fieldGaps(untold),
      clause: untold.isEmpty ? nil : clauses.clause(for: rule.control, templates.template(rule.control), gaps: untold), evidence: nil,
      decision: decision(result), auditor: auditor(result), isLifted: item.isLifted,
      isKnown: isKnown(rule.id), index: rule.control, words: words, fingerprints: report.fingerprint)
  }

  /// What a rule is about: first what is not given, which would decide it; then what its control's own check reads; then the rest.
  private func gaps(of rule: Rule) -> [Gap] {
    guard let condition = rule.when else { return evaluator.gaps(in: rule.control).found }
    var isRead = [Bool](repeating: false, count: policy.fields.count)
    for criterion in policy.controls[rule.control].check { criterion.visitFields(guards: true) { isRead[$0] = true } }
    let organisation = policy.section("organisation")
    func rank(_ field: Int) -> Int {
      let isOwn = policy.fields[field].section != organisation
      if guideline.answers[field].state != .given, isOwn { return 0 }
      return isRead[field] ? 1 : isOwn ? 2 : 3
    }
    var isNamed = [Bool](repeating: false, count: policy.fields.count)
    condition.visitFields(guards: true) { isNamed[$0] = true }
    let fields = isNamed.indices.filter { isNamed[$0] }.map { (rank: rank($0), field: $0) }
    return fields.sorted(by: <).map { Gap(field: $0.field) }
  }

  /// Of a rule that asks for controls that are not met: what those lack.
  private func unmetGaps(of rule: Rule) -> [Gap] {
    let controls = rule.when?.unmetControls ?? []
    return controls.filter { assessment.controls[$0].isInScope && assessment.controls[$0].share.isZero }.flatMap {
      evaluator.gaps(in: $0).found
    }.distinct
  }
}

extension Criterion {
  /// The controls that it asks about with `unmet`.
  fileprivate var unmetControls: [Int] {
    switch self {
    case .unmet(let controls): controls
    case .all(let parts), .any(let parts): parts.flatMap(\.unmetControls)
    case .not(let part): part.unmetControls
    case .guarded(let part, let condition): part.unmetControls + condition.unmetControls
    case .test, .each: []
    }
  }
}

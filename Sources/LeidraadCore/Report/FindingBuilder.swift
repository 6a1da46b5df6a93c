internal import LocatedYAML

/// Puts words to controls and rules, and finds the place in the file that each is about.
struct FindingBuilder {
  let report: ReportBuilder
  private let evaluator: Evaluator
  /// Clauses are in the guideline's language: they are pasted into it.
  private let clauses: ClauseBuilder

  private var policy: Policy { report.policy }
  private var guideline: Guideline { report.guideline }
  private var assessment: Assessment { report.assessment }
  private var language: Language { report.language }

  init(_ report: ReportBuilder) {
    self.report = report
    evaluator = Evaluator(policy: report.policy, guideline: report.guideline, asOf: report.assessment.asOf)
    clauses = ClauseBuilder(
      policy: report.policy, guideline: report.guideline, language: report.guideline.language ?? report.language)
  }

  private func isKnown(_ id: String) -> Bool { !report.known.isEmpty && report.known.contains(report.fingerprint.of(id)) }

  // MARK: Controls

  /// Gaps by what they cost, then the rest in the policy's order.
  func controls() -> [Finding] {
    let all = assessment.controls.filter { $0.scope != .notAddressed }.map(finding)
    // A finding is large: what is sorted is where each stands.
    let gaps = all.indices.filter { all[$0].isGap }.sorted { left, right in
      let (a, b) = (all[left].lost.exact, all[right].lost.exact)
      return a == b ? left < right : a > b
    }
    return gaps.map { all[$0] } + all.filter { !$0.isGap }
  }

  private func words(of control: Int) -> ControlWords {
    report.words?[control] ?? ControlWords(policy.controls[control], policy, language)
  }

  private func finding(_ result: ControlAssessment) -> Finding {
    let control = policy.controls[result.control]
    let words = words(of: result.control)
    let recommendation = policy.recommendations[control.recommendation]
    let isGap = result.outcome.isGap
    let gaps = isGap ? evaluator.gaps(in: control, of: recommendation) : []
    let behind = isGap ? evaluator.gaps(in: control, of: recommendation, throughGuards: true) : []
    let (location, path, isAbsent) = place(gaps, control)
    let (possible, earned) = result.points.at(assessment.assurance)
    return Finding(
      kind: .control, id: control.id, control: control.id, recommendation: recommendation.id, outcome: result.outcome,
      outcomeLabel: result.outcome.label[language], severity: severity(result.outcome, control.basis), isBlocker: false,
      title: "\(report.subject) \(words.title).", why: words.why, how: words.how, basis: control.basis, ground: words.ground,
      law: law(control), effort: control.effort, weight: control.weight, share: result.share, possible: report.number(possible),
      earned: report.number(earned),
      lost: report.number(possible - earned), points: result.points, location: location, isAbsent: isAbsent, path: path,
      fields: fieldGaps(gaps),
      clause: isGap ? clauses.clause(for: control, words.template, gaps: behind) : nil,
      evidence: evidence(result), decision: decision(result), auditor: auditor(result), isLifted: false, isKnown: isKnown(control.id),
      fingerprint: report.fingerprint.of(control.id))
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

  /// The law of the guideline's own regime; with the regime open, of the first one.
  private func law(_ control: Control) -> String? {
    guard let regime = policy.regime else { return nil }
    let field = policy.fields[regime]
    let answer = guideline.answers[regime]
    let option = answer.state == .given ? answer.number : 0
    guard option < field.options.count, let law = control.laws.first(where: { $0.regime == field.options[option].id }),
      !law.articles.isEmpty
    else {
      return nil
    }
    return ReportWords.law(field.options[option].label[language], law.articles)[language]
  }

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
    var seen: Set<String> = []
    return gaps.compactMap { gap in
      let field = policy.fields[gap.field]
      let asked = gap.itemField.map { field.items[$0] } ?? field
      guard seen.insert(path(gap)).inserted else { return nil }
      return Finding.FieldGap(path: path(gap), label: asked.label[language], help: asked.help[language])
    }
  }

  // MARK: Places

  /// Items by their key, else by number.
  private func path(_ gap: Gap) -> String {
    let field = policy.fields[gap.field]
    guard let item = gap.item else { return field.path }
    let key = guideline.answer(0, of: guideline.items[item])
    let number = item - Int(guideline.answers[gap.field].first) + 1
    let name = key.state == .given && !(field.items.first?.isPersonal ?? false) ? guideline.text(key) : String(number)
    return "\(field.path)[\(name)]" + (gap.itemField.map { ".\(field.items[$0].name)" } ?? "")
  }

  /// Where the first gap is: at its value, else at the nearest thing that is there.
  private func place(_ gaps: [Gap], _ control: Control) -> (Location, String, isAbsent: Bool) {
    let fields = control.check.flatMap { $0.fields(guards: false) }.sorted()
    guard let gap = gaps.first ?? fields.first.map({ Gap(field: $0) }) else { return (location(nil), "", true) }
    let node = node(gap)
    return (location(node), path(gap), node == nil)
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

  private func location(_ node: NodeID?) -> Location {
    let document = guideline.document
    if let node { return document.location(of: node, in: guideline.file) }
    let first = document.root.flatMap { root in document.entries(of: root).first { _ in true }?.key }
    return first.map { document.location(of: $0, in: guideline.file) } ?? .whole(guideline.file)
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
    let control = policy.controls[rule.control]
    let recommendation = policy.recommendations[control.recommendation]
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
    let gaps = unmet + gaps(of: rule, control, recommendation)
    let untold = unmet + gaps.dropFirst(unmet.count).filter { guideline.answers[$0.field].state != .given }
    let (location, path, isAbsent) = place(gaps, control)
    let result = assessment.controls[rule.control]
    let words = words(of: rule.control)
    return Finding(
      kind: kind, id: rule.id, control: control.id, recommendation: recommendation.id, outcome: nil,
      outcomeLabel: ReportWords.rule(kind, isBlocker: isBlocker)[language],
      severity: rule.knockOut == nil || kind == .knockOutUndecided ? .warning : .error,
      isBlocker: isBlocker,
      title: kind == .knockOutUndecided
        ? ReportWords.undecided(Phrase(nl: rule.says[.dutch], en: rule.says[.english]))[language] : rule.says[language],
      why: words.why, how: words.how, basis: control.basis, ground: words.ground, law: law(control), effort: control.effort,
      weight: control.weight, share: result.share,
      possible: report.number(.zero), earned: report.number(.zero), lost: report.number(.zero), points: .none, location: location,
      isAbsent: isAbsent, path: path,
      fields: fieldGaps(untold), clause: untold.isEmpty ? nil : clauses.clause(for: control, words.template, gaps: untold), evidence: nil,
      decision: decision(result), auditor: auditor(result), isLifted: item.isLifted,
      isKnown: isKnown(rule.id), fingerprint: report.fingerprint.of(rule.id))
  }

  /// What a rule is about: first what is not given, which would decide it; then what its control's own check reads; then the rest.
  private func gaps(of rule: Rule, _ control: Control, _ recommendation: Recommendation) -> [Gap] {
    guard let condition = rule.when else { return evaluator.gaps(in: control, of: recommendation) }
    let read = control.check.reduce(into: Set<Int>()) { $0.formUnion($1.fields(guards: true)) }
    func rank(_ field: Int) -> Int {
      let isOwn = policy.sections[policy.fields[field].section].id != "organisation"
      if guideline.answers[field].state != .given, isOwn { return 0 }
      return read.contains(field) ? 1 : isOwn ? 2 : 3
    }
    let fields = condition.fields(guards: true).sorted { (rank($0), $0) < (rank($1), $1) }
    return fields.map { Gap(field: $0) }
  }

  /// Of a rule that asks for controls that are not met: what those lack.
  private func unmetGaps(of rule: Rule) -> [Gap] {
    let controls = rule.when?.unmetControls ?? []
    var seen: Set<Gap> = []
    return controls.filter { assessment.controls[$0].isInScope && assessment.controls[$0].share.isZero }.flatMap { index in
      evaluator.gaps(in: policy.controls[index], of: policy.recommendations[policy.controls[index].recommendation])
    }.filter { seen.insert($0).inserted }
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

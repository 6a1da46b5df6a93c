import LeidraadCore

/// Design 7 and 8 once more, from their text.
struct ReferenceAssessment {
  let policy: Policy
  let draft: Draft
  let asOf: Int
  let assurance: Assessment.Assurance
  let literalOnly: Bool
  var evaluator: ReferenceEvaluator
  var controls: [Control] = []
  var rules: [(rule: Int, state: RuleAssessment.State, isLifted: Bool)] = []
  var declared: Ratio?
  var substantiated: Ratio?
  var verified: Ratio?
  var completeness = Ratio.zero
  var excludedPart = Ratio.zero
  var reviewedPart = Ratio.zero
  /// The band's number; nil: no verdict.
  var band: Int?

  struct Control {
    var isInScope = false
    var isUpcoming = false
    var result = ReferenceEvaluator.Result.no
    var decision: Draft.Decided?
    var isInForce = false
    var isExcluded = false
    var factor = Ratio.one
    var verdict: Draft.Judged?
    var verifiedShare = Ratio.zero
    var stake = Ratio.zero
    var outcome = Outcome.outOfScope
    /// The claim of a verdict given now.
    var claim = ""
    /// What each verdict's standing is: nil where there is none.
    var isVerdictInForce: Bool?
  }

  init(_ policy: Policy, _ draft: Draft, asOf: CivilDate, assurance: Assessment.Assurance, literalOnly: Bool, claims: [Int: String]) {
    self.policy = policy
    self.draft = draft
    self.asOf = asOf.dayNumber
    self.assurance = assurance
    self.literalOnly = literalOnly
    evaluator = ReferenceEvaluator(policy, draft, asOf: asOf)
    let profile = policy.kinds.first { $0.id == draft.kind }?.profile ?? 0
    controls = policy.controls.indices.map { scope($0, profile) }
    for index in controls.indices where controls[index].isInScope { decide(index) }
    for index in controls.indices { support(index) }
    if !draft.reviews.isEmpty { for index in controls.indices { controls[index].claim = claim(index) } }
    for index in controls.indices { judge(index, claims) }
    weigh(profile)
    for index in controls.indices { controls[index].outcome = outcome(controls[index]) }
    decideVerdict(profile)
  }

  // MARK: Steps 1 to 3

  private func scope(_ index: Int, _ profile: Int) -> Control {
    let definition = policy.controls[index]
    let recommendation = policy.recommendations[definition.recommendation]
    var control = Control()
    guard definition.addressees[profile], recommendation.weights[profile] != nil, !literalOnly || definition.basis == .literal else {
      return control
    }
    if let effective = definition.effective, effective.dayNumber > asOf {
      control.isUpcoming = true
      return control
    }
    let result = evaluator.check(definition.check)
    var guards: [ReferenceEvaluator.Truth] = []
    for condition in [recommendation.appliesWhen, definition.appliesWhen] {
      if let condition { guards.append(evaluator.truth(condition, .guideline, .guarding) ?? .yes) }
    }
    control.isInScope = !guards.contains(.no) && result.counts
    control.result = guards.contains(.open) ? .open : guards.contains(.notArranged) ? .no : result
    return control
  }

  private func day(_ text: String?) -> Int? { text.flatMap { CivilDate(iso: $0.utf8) }.map(\.dayNumber) }

  private func words(_ text: String?) -> String? { text.flatMap { ReferenceEvaluator.isFiller($0) ? nil : $0 } }

  private mutating func decide(_ index: Int) {
    let mine = draft.decisions.filter { $0.controls.contains(index) }
    guard mine.count == 1, let decision = mine.first else { return }
    controls[index].decision = decision
    var inForce = decision.status != nil && words(decision.owner) != nil && (words(decision.reason)?.count ?? 0) >= 20
    if decision.status == "explained", words(decision.measure) == nil { inForce = false }
    if decision.status == "planned", day(decision.until) == nil { inForce = false }
    if let until = day(decision.until), until < asOf { inForce = false }
    if let date = day(decision.date) {
      if date > asOf || evaluator.later(date, policy.terms.decision) < asOf { inForce = false }
    } else {
      inForce = false
    }
    if decision.status == "not-applicable" {
      inForce = inForce && policy.controls[index].mayBeNotApplicable
      controls[index].isExcluded = inForce
      if !inForce {
        controls[index].result.share = .zero
        controls[index].result.isOpen = false
      }
    }
    controls[index].isInForce = inForce
  }

  // MARK: Step 4

  /// The fields that a check reads, those of `when` aside.
  private func read(_ criterion: LeidraadCore.Criterion, guards: Bool) -> Set<Int> {
    func own(_ reference: FieldReference) -> Set<Int> { reference.list.map { [$0] } ?? [] }
    switch criterion {
    case .test(let test): return own(test.field).union(test.filter.map { read($0, guards: guards) } ?? [])
    case .each(let each):
      return ([each.filter].compactMap { $0 } + each.criteria).reduce(own(each.field)) { $0.union(read($1, guards: guards)) }
    case .all(let parts), .any(let parts): return parts.reduce([]) { $0.union(read($1, guards: guards)) }
    case .not(let part): return read(part, guards: guards)
    case .unmet: return []
    case .guarded(let part, let condition): return read(part, guards: guards).union(guards ? read(condition, guards: guards) : [])
    }
  }

  /// Each support of the control: its factor, entry and place.
  private func supports(_ index: Int) -> [(factor: Ratio, entry: Draft.Entry, support: Draft.Support)] {
    let fields = policy.controls[index].check.reduce(Set<Int>()) { $0.union(read($1, guards: false)) }
    let names = Set(
      fields.map { policy.fields[$0].path } + fields.map { policy.sections[policy.fields[$0].section].id } + [policy.controls[index].id])
    return draft.evidence.flatMap { entry in
      entry.supports.filter { names.contains($0.reference) }.map { (factor(entry, $0), entry, $0) }
    }
  }

  private func content(_ entry: Draft.Entry) -> (bytes: [UInt8], digest: String)? {
    guard let source = entry.source, source.key == "file", case .found(let bytes, let digest) = draft.read(source.value) else { return nil }
    return (bytes, digest)
  }

  /// Whether a quote is there; nil: it cannot be looked for. The generator writes one that is there and one that is nowhere.
  private func isQuoted(_ entry: Draft.Entry, _ support: Draft.Support) -> Bool? {
    guard let quote = support.quote, content(entry) != nil, entry.source?.value != "docs/b.pdf" else { return nil }
    return quote == "accounts staan op naam" && entry.source?.value == "docs/a.md"
  }

  private func factor(_ entry: Draft.Entry, _ support: Draft.Support) -> Ratio {
    var isWeak = words(support.place) == nil
    guard let source = entry.source else { return .zero }
    if source.key == "file" {
      guard let (bytes, digest) = content(entry), bytes.contains(where: { $0 > 0x20 }) else { return .zero }
      if let wanted = entry.sha256, wanted != digest { return .zero }
      if isQuoted(entry, support) == false { return .zero }
    } else {
      isWeak = true
    }
    if let date = day(entry.date) {
      if date > asOf || evaluator.later(date, policy.terms.evidence * 3 / 2) < asOf { return .zero }
      if evaluator.later(date, policy.terms.evidence) < asOf { isWeak = true }
    } else {
      isWeak = true
    }
    return isWeak ? Ratio(1, 2) : .one
  }

  private mutating func support(_ index: Int) {
    switch policy.controls[index].evidence {
    case .none: return
    case .required: break
    case .when(let condition):
      let truth = evaluator.truth(condition, .guideline, .answered)
      if truth == .no || truth == nil { return }
    }
    let factors = supports(index).map(\.factor)
    controls[index].factor = factors.contains(.one) ? .one : factors.contains(Ratio(1, 2)) ? Ratio(1, 2) : .zero
  }

  // MARK: Step 5 and section 8

  private mutating func judge(_ index: Int, _ claims: [Int: String]) {
    let all = draft.reviews.flatMap { review in review.verdicts.filter { $0.control == index }.map { (review.date.dayNumber, $0) } }
    guard let (date, verdict) = all.first else { return }
    let inForce =
      all.count == 1 && verdict.isCurrent && claims[index] == controls[index].claim && date <= asOf
      && evaluator.later(date, policy.terms.verdict) >= asOf
    controls[index].isVerdictInForce = inForce
    guard inForce, controls[index].isInScope else { return }
    controls[index].verdict = verdict
    switch verdict.judgement {
    case .confirmed: controls[index].verifiedShare = controls[index].result.share
    case .refuted: controls[index].verifiedShare = .zero
    case .adjusted: controls[index].verifiedShare = Ratio(verdict.share.0, verdict.share.1)
    }
  }

  // MARK: Step 6 and 8

  private func countsForV(_ control: Control) -> Bool {
    control.isInScope && (!control.isExcluded || control.verdict?.judgement == .refuted)
  }

  private mutating func weigh(_ profile: Int) {
    for recommendation in policy.recommendations.indices {
      let mine = controls.indices.filter { policy.controls[$0].recommendation == recommendation && controls[$0].isInScope }
      let total = mine.map { Ratio(printed: policy.controls[$0].weight.description) }.sum()
      guard let weight = policy.recommendations[recommendation].weights[profile] else { continue }
      for index in mine {
        controls[index].stake = Ratio(printed: weight.description) * Ratio(printed: policy.controls[index].weight.description) / total
      }
    }
    let inScope = controls.filter(\.isInScope)
    let all = inScope.map(\.stake).sum()
    let counted = inScope.filter { !$0.isExcluded }
    let base = counted.map(\.stake).sum()
    if !counted.isEmpty {
      declared = Ratio(100) * counted.map { $0.stake * $0.result.share }.sum() / base
      substantiated = Ratio(100) * counted.map { $0.stake * $0.result.share * $0.factor }.sum() / base
    }
    let reviewed = inScope.filter(countsForV)
    let reviewedBase = reviewed.map(\.stake).sum()
    if !reviewed.isEmpty, !draft.reviews.isEmpty {
      verified = Ratio(100) * reviewed.map { $0.stake * $0.verifiedShare }.sum() / reviewedBase
    }
    if !inScope.isEmpty {
      completeness = inScope.map { $0.stake * ($0.isInForce ? .one : $0.result.answered) }.sum() / all
      excludedPart = inScope.filter(\.isExcluded).map(\.stake).sum() / all
    }
    if !reviewed.isEmpty { reviewedPart = reviewed.filter { $0.verdict != nil }.map(\.stake).sum() / reviewedBase }
  }

  private func outcome(_ control: Control) -> Outcome {
    if control.isUpcoming { return .upcoming }
    if !control.isInScope { return .outOfScope }
    if control.isExcluded { return .notApplicable }
    if control.result.share == .one { return .met }
    if control.result.isContradicted { return .contradicted }
    if control.isInForce, control.decision?.status == "explained" { return .explained }
    if control.isInForce, control.decision?.status == "planned" { return .planned }
    if control.result.share != .zero { return .partlyMet }
    return control.result.answered == .zero ? .unanswered : .notMet
  }

  // MARK: Step 9

  private mutating func decideVerdict(_ profile: Int) {
    for (index, control) in controls.enumerated() where control.isInScope {
      var state: (hasShare: Bool, isOpen: Bool)? = control.isExcluded ? nil : (control.result.share != .zero, control.result.isOpen)
      if assurance == .verified, let verdict = control.verdict {
        if verdict.judgement == .refuted { state = (false, false) }
        if verdict.judgement == .adjusted, verdict.share.0 > 0, state != nil { state?.hasShare = true }
      }
      evaluator.controls[index] = state
    }
    let isComplete = Ratio.isLess(completeness, Ratio(printed: policy.completeness.description)) == false
    var lowest = policy.bands.count - 1
    var isUndecided = false
    for index in policy.rules.indices {
      guard let state = state(index, profile) else { continue }
      let rule = policy.rules[index]
      let control = controls[rule.control]
      var isLifted = false
      if let knockOut = rule.knockOut {
        if knockOut == .major, control.isInForce, control.decision?.status == "explained" { isLifted = true }
        if assurance == .verified, let verdict = control.verdict, verdict.judgement == .adjusted, verdict.share.0 > 0, verdict.hasEvidence {
          isLifted = true
        }
        if !isLifted, state == .certain || isComplete {
          if state == .undecided, knockOut == .blocker { isUndecided = true } else { lowest = min(lowest, knockOut == .blocker ? 0 : 1) }
        }
      }
      rules.append((index, state, isLifted))
    }
    if Ratio.isLess(Ratio(3, 10), excludedPart) == true { lowest = min(lowest, 1) }
    // Without a review nothing is verified yet: that is nothing of what there is, not nothing to score.
    let found = verified ?? (declared == nil ? nil : .zero)
    let score = assurance == .declared ? declared : assurance == .substantiated ? substantiated : found
    guard let score, !score.isLost else { return }
    if lowest > 0 {
      if !isComplete || isUndecided { return }
      if assurance == .verified, Ratio.isLess(reviewedPart, Ratio(printed: policy.completeness.description)) == true { return }
    }
    let reached = policy.bands.lastIndex { Ratio.isLess(score, Ratio(printed: $0.from.description)) == false } ?? 0
    band = min(lowest, reached)
  }

  private func state(_ index: Int, _ profile: Int) -> RuleAssessment.State? {
    let rule = policy.rules[index]
    if let effective = rule.effective, effective.dayNumber > asOf { return nil }
    if literalOnly, policy.controls[rule.control].basis != .literal { return nil }
    if rule.profiles.map({ !$0[profile] }) ?? !controls[rule.control].isInScope { return nil }
    guard let condition = rule.when else {
      guard let control = evaluator.controls[rule.control], !control.hasShare else { return nil }
      return control.isOpen ? .open : .certain
    }
    let isCertain = evaluator.truth(condition, .guideline, .answered)
    if evaluator.truth(condition, .guideline, .told) == .yes { return isCertain == .yes ? .certain : .open }
    return isCertain == .open && rule.knockOut != nil ? .undecided : nil
  }

  // MARK: The claim

  private func claim(_ index: Int) -> String {
    let definition = policy.controls[index]
    let decisions = draft.decisions.filter { $0.controls.contains(index) }
    var parts = [
      "\"control\":\(json(definition.id))",
      "\"evidence\":[\(supports(index).map { evidence($0.entry, $0.support) }.sorted(by: Self.inBytes).joined(separator: ","))]",
      "\"policy\":\(json(policy.reference))", "\"values\":{\(values(index))}",
    ]
    // Of two for one control neither counts.
    if decisions.count == 1, let decision = decisions.first {
      let entries = [
        ("measure", words(decision.measure)), ("reason", words(decision.reason)), ("status", decision.status), ("until", decision.until),
      ]
      parts.insert("\"decision\":{\(entries.map { "\"\($0)\":\(json($1))" }.joined(separator: ","))}", at: 1)
    }
    return "{\(parts.joined(separator: ","))}"
  }

  private static func inBytes(_ left: String, _ right: String) -> Bool { Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)) }

  private func evidence(_ entry: Draft.Entry, _ support: Draft.Support) -> String {
    func source(_ key: String) -> String? { entry.source?.key == key ? entry.source?.value : nil }
    let entries = [
      ("content", isQuoted(entry, support) == true ? "quote" : content(entry)?.digest), ("date", entry.date), ("file", source("file")),
      ("kept-at", source("kept-at")), ("place", words(support.place)), ("sha256", entry.sha256), ("url", source("url")),
    ]
    return "{\(entries.map { "\"\($0)\":\(json($1))" }.joined(separator: ","))}"
  }

  private func values(_ index: Int) -> String {
    let definition = policy.controls[index]
    var criteria =
      definition.check + [definition.appliesWhen, policy.recommendations[definition.recommendation].appliesWhen].compactMap { $0 }
    if case .when(let condition) = definition.evidence { criteria.append(condition) }
    let fields = criteria.reduce(Set<Int>()) { $0.union(read($1, guards: true)) }
    let named = fields.sorted { Self.inBytes(policy.fields[$0].path, policy.fields[$1].path) }
    return named.map { field in
      let items = criteria.reduce(into: Set([0])) { items, criterion in collect(criterion, field, inside: nil, &items) }
      return "\(json(policy.fields[field].path)):\(json(evaluator.answers[field], policy.fields[field], items))"
    }.joined(separator: ",")
  }

  /// The item fields of a list that a criterion names.
  private func collect(_ criterion: LeidraadCore.Criterion, _ list: Int, inside: Int?, _ items: inout Set<Int>) {
    func own(_ reference: FieldReference) { if case .item(let index) = reference, inside == list { items.insert(index) } }
    switch criterion {
    case .test(let test):
      own(test.field)
      if let filter = test.filter { collect(filter, list, inside: test.field.list, &items) }
    case .each(let each):
      for part in [each.filter].compactMap({ $0 }) + each.criteria { collect(part, list, inside: each.field.list, &items) }
    case .all(let parts), .any(let parts): for part in parts { collect(part, list, inside: inside, &items) }
    case .not(let part): collect(part, list, inside: inside, &items)
    case .guarded(let part, let condition):
      collect(part, list, inside: inside, &items)
      collect(condition, list, inside: inside, &items)
    case .unmet: break
    }
  }

  private func json(_ text: String?) -> String {
    guard let text else { return "null" }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  private func json(_ value: ReferenceEvaluator.Value, _ field: Field, _ items: Set<Int>) -> String {
    switch value {
    case .open: return "null"
    case .no: return "\"not-arranged\""
    case .text(let text), .choice(let text), .period(let text): return json(text)
    case .flag(let isTrue): return isTrue ? "true" : "false"
    case .number(let number): return "\"\(number)/1\""
    case .date(let number):
      let (year, month, day) = CountedCalendar.date(number)
      return "\"\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)\""
    case .texts(let texts): return "[\(texts.sorted(by: Self.inBytes).map { json($0) }.joined(separator: ","))]"
    case .choices(let ids): return "[\(ids.sorted(by: Self.inBytes).map { json($0) }.joined(separator: ","))]"
    case .list(let list):
      let objects = list.map { item in
        let read = items.filter { $0 < field.items.count }.sorted { Self.inBytes(field.items[$0].name, field.items[$1].name) }
        return "{\(read.map { "\(json(field.items[$0].name)):\(json(item[$0], field.items[$0], []))" }.joined(separator: ","))}"
      }
      return "[\(objects.sorted(by: Self.inBytes).joined(separator: ","))]"
    }
  }
}

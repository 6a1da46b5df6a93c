import LeidraadCore
import Testing

/// Corners that the generated cases reach seldom or not at all, each by the words of design.md.
@Suite struct BorderTests {
  private func fixture(_ controls: [(String, String)], rules: [String] = [], fields: String) -> Fixture {
    let tiny = TinyPolicy(
      id: "border", sections: "s:\n  label: @\n  fields:\n" + fields.split(separator: "\n").map { "    \($0)\n" }.joined(),
      recommendations: [
        .init(id: "R1", body: "weight: {organisation: 1}", controls: controls.map { (id: $0.0, body: "weight: 1\n" + $0.1) })
      ], rules: rules)
    return Fixture(Fixture.load([PolicyFile(name: "border.yaml", bytes: Array(tiny.yaml.utf8))]))
  }

  private func draft(_ fixture: Fixture, _ answers: [String: ExampleValue]) -> Draft {
    var draft = Draft(seed: 0, kind: "club")
    for (path, value) in answers { draft.answers[fixture.policy.field(path)!] = value }
    return draft
  }

  private let flags = "a: {kind: flag, label: @}\nb: {kind: flag, label: @}\nc: {kind: flag, label: @}\nx: {kind: texts, label: @}"
  private let list = "l: {kind: list, label: @, fields: {a: {kind: text, label: @}, b: {kind: flag, label: @}}}"

  /// 7.1: in scope if `applies-when` is not false *and* a criterion counts; none does here, whatever `a` turns out to be.
  @Test(arguments: [nil, "not-arranged"])
  func openGuardOverNoCriterionIsOutOfScope(_ guardAnswer: String?) {
    let fixture = fixture(
      [("R1.1", "applies-when: {field: s.a, is: true}\ncheck: [{field: s.c, when: {field: s.b, is: true}}]")], fields: flags)
    var draft = draft(fixture, ["s.b": .scalar("false")])
    if let guardAnswer { draft.answers[fixture.policy.field("s.a")!] = .scalar(guardAnswer) }
    guard let run = fixture.run(draft) else { return }
    #expect(run.assessment.controls[0].outcome == .outOfScope)
  }

  /// Section 4 and 8: filler among texts says nothing, so no verdict rests on it.
  @Test func fillerIsNoPartOfAClaim() {
    let fixture = fixture([("R1.1", "check: [s.x]")], fields: flags)
    var before = draft(fixture, ["s.x": .list([.scalar("Regel 1")])])
    before.reviews = [.init(date: Fixture.asOf, verdicts: [.init(control: 0, judgement: .confirmed)])]
    let claims = fixture.claims(before)
    var after = before
    after.answers[fixture.policy.field("s.x")!] = .list([.scalar("Regel 1"), .scalar("TBD")])
    #expect(fixture.run(after, claims: claims)?.assessment.verdicts[0].standing == .inForce)
  }

  /// Section 8: a claim has the evidence that supports a control, whether the control is in scope on that day, or in that quick scan, or not.
  @Test func claimsDoNotDependOnScope() {
    let fixture = fixture(
      [("R1.1", "basis: derived\ncheck: [s.a]"), ("R1.2", "effective: 2026-12-01\ncheck: [s.a]"), ("R1.3", "check: [s.b]")], fields: flags)
    var draft = draft(fixture, ["s.a": .scalar("true"), "s.b": .scalar("true")])
    draft.files["docs/a.md"] = [0x61]
    draft.evidence = [.init(id: "a", source: ("file", "docs/a.md"), date: "2026-11-01", supports: [.init(reference: "s.a", place: "3")])]
    draft.reviews = [.init(date: Fixture.asOf, verdicts: (0..<3).map { .init(control: $0, judgement: .confirmed) })]
    let claims = fixture.claims(draft)
    for literalOnly in [false, true] {
      guard let run = fixture.run(draft, literalOnly: literalOnly, claims: claims) else { return }
      for verdict in run.assessment.verdicts {
        #expect(verdict.standing == .inForce, "\(fixture.policy.controls[verdict.verdict.control].id), literal only: \(literalOnly)")
      }
    }
  }

  /// Two decisions for one control: neither counts, so in whatever order they stand, a verdict's claim has neither.
  @Test func conflictingDecisionsHaveNoOrder() {
    let fixture = fixture([("R1.1", "check: [s.a]")], fields: flags)
    var draft = draft(fixture, ["s.a": .scalar("true")])
    let first = Draft.Decided(
      controls: [0], status: "explained", reason: "Dit is de ene reden van de twee.", measure: "Bellen.", owner: "bestuur",
      date: "2026-11-01")
    var second = first
    second.reason = "En dit is de andere reden daarvoor."
    draft.reviews = [.init(date: Fixture.asOf, verdicts: [.init(control: 0, judgement: .confirmed)])]
    draft.decisions = [first, second]
    var turned = draft
    turned.decisions = [second, first]
    let claims = fixture.claims(draft)
    for draft in [draft, turned] { #expect(fixture.run(draft, claims: claims)?.assessment.verdicts[0].standing == .inForce) }
  }

  /// Section 4 and 7: an item that says only `not-arranged` makes no list given; were the whole list *not arranged*, deleting the one given answer
  /// beside it would raise K.
  @Test func deletingTheLastGivenAnswerOfAListRaisesNothing() {
    let fixture = fixture([("R1.1", "check: [{field: s.l, each: [a, b]}]")], fields: list)
    let items = ExampleValue.list([
      .map([.init(key: "a", value: .scalar("ja, zo")), .init(key: "b", value: .scalar("not-arranged"))]), .map([]),
    ])
    let before = draft(fixture, ["s.l": items])
    guard let old = fixture.run(before),
      let new = fixture.run(before.deleting(.init(field: fixture.policy.field("s.l")!, item: 0, key: "a")))
    else { return }
    #expect(
      new.assessment.completeness <= old.assessment.completeness, "\(old.assessment.completeness) became \(new.assessment.completeness)")
  }

  /// Section 6: items with the *same* key count once; these differ.
  @Test(arguments: [
    ("period", ExampleValue.scalar("3 weeks"), ExampleValue.scalar("3 months")), ("period", .scalar("3 weeks"), .scalar("4 weeks")),
    ("date", .scalar("2026-01-01"), .scalar("2026-01-02")), ("number", .scalar("0"), .scalar("1")),
    ("flag", .scalar("true"), .scalar("false")),
    ("link", .scalar("a.md"), .scalar("b.md")),
  ])
  func itemsAreToldApartByTheirKeys(_ kind: String, _ first: ExampleValue, _ second: ExampleValue) {
    let fixture = fixture(
      [("R1.1", "check: [{field: s.l, at-least: 2}]")], fields: "l: {kind: list, label: @, fields: {k: {kind: \(kind), label: @}}}")
    let items = [first, second].map { ExampleValue.map([.init(key: "k", value: $0)]) }
    #expect(fixture.run(draft(fixture, ["s.l": .list(items)]))?.assessment.controls[0].share == .one)
    #expect(fixture.run(draft(fixture, ["s.l": .list([items[0], items[0]])]))?.assessment.controls[0].share == .zero)
  }

  /// … and these do not, in whatever way they are written.
  @Test(arguments: [("period", "1 week", "1 weeks"), ("flag", "true", "True"), ("text", "Discord", " Discord ")])
  func aKeyIsWhatItSays(_ kind: String, _ first: String, _ second: String) {
    let fixture = fixture(
      [("R1.1", "check: [{field: s.l, at-least: 2}]")], fields: "l: {kind: list, label: @, fields: {k: {kind: \(kind), label: @}}}")
    let items = [first, second].map { ExampleValue.map([.init(key: "k", value: .scalar($0))]) }
    #expect(fixture.run(draft(fixture, ["s.l": .list(items)]))?.assessment.controls[0].share == .zero)
  }

  /// 7.4: evidence for a field that a control's check reads supports it, also where a `where` or an item's criterion asks about that field.
  @Test(arguments: [
    "{field: s.l, where: {field: s.b, is: true}}", "{field: s.l, where: {field: s.b, is: true}, each: [a]}",
    "{field: s.l, each: [a, {field: s.b, is: true}]}", "{any: [s.c, {all: [s.b]}]}",
  ])
  func evidenceSupportsWhateverAFieldIsReadFor(_ criterion: String) {
    let fixture = fixture([("R1.1", "evidence: required\ncheck: [\(criterion)]")], fields: flags + "\n" + list)
    let item = ExampleValue.map([.init(key: "a", value: .scalar("iets"))])
    var draft = draft(fixture, ["s.b": .scalar("true"), "s.l": .list([item])])
    draft.files["docs/a.md"] = [0x61]
    draft.evidence = [.init(id: "a", source: ("file", "docs/a.md"), date: "2026-11-01", supports: [.init(reference: "s.b", place: "3")])]
    #expect(fixture.run(draft)?.assessment.controls[0].evidenceFactor == .one)
  }

  /// Section 7 says that deleting an answer never raises a share; section 6 says that in a check's `where` the `not` of what is open is true. Both
  /// cannot be: this is the smallest case. The invariant is tested where no such `not` stands.
  @Test func noBuiltInCheckHasNotInWhere() {
    for fixture in Fixture.all where fixture.isBuiltIn {
      for control in fixture.policy.controls {
        for criterion in control.check { #expect(!hasNotInFilter(criterion, isFilter: false), "\(control.id)") }
      }
    }
  }

  private func hasNotInFilter(_ criterion: LeidraadCore.Criterion, isFilter: Bool) -> Bool {
    switch criterion {
    case .test(let test): test.filter.map { hasNotInFilter($0, isFilter: true) } ?? false
    case .each(let each): each.criteria.contains { hasNotInFilter($0, isFilter: isFilter) }
    case .all(let parts), .any(let parts): parts.contains { hasNotInFilter($0, isFilter: isFilter) }
    case .not: isFilter
    case .guarded(let part, _): hasNotInFilter(part, isFilter: isFilter)
    case .unmet: false
    }
  }

  /// 7.8: at *verified* nothing reviewed is insufficient data, not nothing in scope; and a certain blocker is one all the same.
  @Test func verifiedWithoutReviewsIsInsufficientData() {
    let fixture = fixture(
      [("R1.1", "check: [s.a]")], rules: ["K-1: {control: R1.1, knock-out: blocker, when: {field: s.b, is: true}, says: @}"], fields: flags)
    let well = fixture.run(draft(fixture, ["s.a": .scalar("true"), "s.b": .scalar("false")]), assurance: .verified)
    #expect(well?.assessment.verdict.absence == .notReviewed)
    let blocked = fixture.run(draft(fixture, ["s.a": .scalar("true"), "s.b": .scalar("true")]), assurance: .verified)
    #expect(blocked?.assessment.verdict.band == 0)
  }
}

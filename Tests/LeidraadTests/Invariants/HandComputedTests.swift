import LeidraadCore
import Testing

/// Numbers that were worked out on paper.
@Suite struct HandComputedTests {
  /// A policy of flags and choices, by its recommendations' YAML; guidelines of it are plain text.
  private func fixture(_ recommendations: [TinyPolicy.Recommendation], rules: [String] = [], lists: [String] = []) -> Fixture {
    let listFields = lists.map { "    \($0): {kind: list, label: @, fields: {a: {kind: flag, label: @}}}" }.joined(separator: "\n")
    let sections = """
      s:
        label: @
        fields:
          so: {kind: flag, label: @}
          half: {kind: choice, label: @, options: {part: @, all: @}}
          d: {kind: date, label: @}
          t: {kind: text, label: @}
      \(listFields)

      """
    let tiny = TinyPolicy(id: "paper", sections: sections, recommendations: recommendations, rules: rules)
    return Fixture(Fixture.load([PolicyFile(name: "paper.yaml", bytes: Array(tiny.yaml.utf8))]))
  }

  private func draft(_ fixture: Fixture, _ answers: [String: String]) -> Draft {
    var draft = Draft(seed: 0, kind: "club")
    for (path, text) in answers { draft.answers[fixture.policy.field(path)!] = .scalar(text) }
    return draft
  }

  private func tenths(_ fixture: Fixture, _ run: Fixture.Run) -> Report.Result? {
    fixture.policy.report(
      run.guideline, run.assessment, diagnostics: run.diagnostics, language: .english, requirement: Requirement(band: 2), digest: fnv
    ).result
  }

  private let met = "check: [{field: s.so, is: true}]"
  private let unmet = "check: [{field: s.so, is: false}]"

  /// domain.md 5.2.
  @Test func workedExample() {
    let half = "check: [{field: s.half, grade: {part: 1/2, all: 1}}]"
    let fixture = fixture(
      [
        .init(
          id: "B1", body: "weight: {organisation: 2}",
          controls: [("B1.1", "weight: 8\n" + met), ("B1.2", "weight: 1\nevidence: required\n" + met), ("B1.3", "weight: 1\n" + unmet)]),
        .init(
          id: "B2", body: "weight: {organisation: 4}",
          controls: [
            ("B2.1", "weight: 3\n" + met), ("B2.2", "weight: 2\n" + half), ("B2.3", "weight: 3\n" + met), ("B2.4", "weight: 1\n" + unmet),
            ("B2.5", "weight: 3\nevidence: required\n" + met), ("B2.6", "weight: 2\nevidence: required\n" + met),
            ("B2.7", "weight: 2\nnot-applicable: allowed\n" + unmet), ("B2.8", "weight: 2\n" + met),
          ]),
        .init(
          id: "B3", body: "weight: {organisation: 2}",
          controls: [("B3.1", "weight: 5\n" + met), ("B3.2", "weight: 2\nevidence: required\n" + met), ("B3.3", "weight: 3\n" + unmet)]),
        .init(id: "B4", body: "weight: {organisation: 1}", controls: [("B4.1", "weight: 1\n" + met), ("B4.2", "weight: 3\n" + unmet)]),
        .init(id: "B5", body: "weight: {organisation: 1}", controls: [("B5.1", "weight: 7\n" + met)]),
      ], rules: ["KO-8: {control: B2.8, knock-out: major, says: @}"])
    var draft = draft(fixture, ["s.so": "true", "s.half": "part"])
    draft.files["docs/a.md"] = [0x61]
    // Weak: it gives no place.
    draft.evidence = [.init(id: "a", source: ("file", "docs/a.md"), date: "2026-11-01", supports: [.init(reference: "B2.5")])]
    let reason = "Er gaan geen gegevens naar landen buiten Europa."
    draft.decisions = [
      .init(controls: [fixture.policy.control("B2.7")!], status: "not-applicable", reason: reason, owner: "directeur", date: "2026-10-01"),
      .init(controls: [fixture.policy.control("B2.8")!], status: "not-applicable", owner: "directeur", date: "2026-10-01"),
    ]
    guard let run = fixture.run(draft), let result = tenths(fixture, run) else { return }
    let b2 = run.assessment.recommendations[1].scores
    #expect(b2.declared == Fraction(75) && b2.substantiated == Fraction(425, 8))
    #expect(
      run.assessment.recommendations[0].scores.declared == Fraction(90)
        && run.assessment.recommendations[0].scores.substantiated == Fraction(80))
    #expect(
      run.assessment.recommendations[2].scores.declared == Fraction(70)
        && run.assessment.recommendations[2].scores.substantiated == Fraction(50))
    #expect(run.assessment.scores.declared == Fraction(6405, 86) && run.assessment.scores.substantiated == Fraction(5165, 86))
    #expect(result.scores.map { $0.value?.tenths } == [744, 600, nil])
    #expect(result.overClaim?.tenths == 144)
    #expect(run.assessment.completeness == .one)
    #expect(run.assessment.verdict.band == 1 && run.assessment.verdict.scoreBand == 2, "capped by KO-8")
    #expect(run.assessment.excludedPart == Fraction(4, 9) / Fraction(10), "4 x 2/18 of 10")
  }

  @Test(arguments: [
    ("0.665", 665, 2), ("0.664999", 664, 1), ("0.949999", 949, 2), ("0.95", 950, 3), ("0.999999", 999, 3), ("2/3", 666, 2), ("1/3", 333, 0),
    ("0.399999", 399, 0),
    ("2/5", 400, 1), ("0.000001", 0, 0), ("1", 1000, 3),
  ])
  func decimalsAreRoundedDown(_ share: String, _ tenths: Int, _ band: Int) {
    let control = ("R1.1", "weight: 3\ncheck: [{field: s.half, grade: {part: \(share), all: 0}}]")
    let fixture = fixture([.init(id: "R1", body: "weight: {organisation: 5}", controls: [control])])
    guard let run = fixture.run(draft(fixture, ["s.half": "part"])), let result = self.tenths(fixture, run) else { return }
    #expect(result.scores[0].value?.tenths == tenths)
    #expect(run.assessment.verdict.band == band)
  }

  /// The primes up to 107: Σ 1/p and Σ (p - 1)/p have a denominator of 141 bits.
  @Test(arguments: [true, false])
  func fractionsBeyond64BitsAreExact(_ isOne: Bool) {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107]
    let controls = primes.map { ("R1.\($0)", "weight: 1\ncheck: [{field: s.l\($0), each: [{field: a, is: true}]}]") }
    let fixture = fixture([.init(id: "R1", body: "weight: {organisation: 1}", controls: controls)], lists: primes.map { "l\($0)" })
    var draft = Draft(seed: 0, kind: "club")
    for prime in primes {
      let items = (0..<prime).map { ExampleValue.map([.init(key: "a", value: .scalar(($0 == prime / 2) == isOne ? "true" : "false"))]) }
      draft.answers[fixture.policy.field("s.l\(prime)")!] = .list(items)
    }
    guard let run = fixture.run(draft), let result = tenths(fixture, run) else { return }
    let exact =
      isOne
      ? "23505088851036064566439503613653864401388445/3592926564632999180271436941476100307752258"
      : "335787567612263853460704190533956166373837355/3592926564632999180271436941476100307752258"
    #expect(run.assessment.scores.declared?.description == exact)
    #expect(result.scores[0].value?.tenths == (isOne ? 65 : 934))
    #expect(run.assessment.controls.map(\.points.possible).reduce(.zero, +) == Fraction(100))
    #expect(run.assessment.controls.map(\.points.declared).reduce(.zero, +).description == exact)
    #expect(run.assessment.completeness == .one)
  }

  // MARK: Days

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2027-08-31", 6, "2028-02-29"), ("2028-02-29", 12, "2029-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2026-10-31", 1, "2026-11-30"), ("2026-12-31", 2, "2027-02-28"), ("2026-12-01", 1, "2027-01-01"),
    ("2026-11-24", 0, "2026-11-24"), ("2026-03-31", 37, "2029-04-30"), ("1999-12-31", 2, "2000-02-29"), ("2099-12-31", 2, "2100-02-28"),
  ])
  func monthEndsClamp(_ from: String, _ months: Int, _ to: String) {
    #expect(CivilDate(iso: from.utf8)?.adding(months: months).description == to)
  }

  @Test func calendarAgreesWithCounting() {
    for number in stride(from: 0, through: 60_000, by: 37) {
      let (year, month, day) = CountedCalendar.date(number)
      #expect(CivilDate(checkedYear: year, month: month, day: day)?.dayNumber == number)
      #expect(CivilDate(dayNumber: number)?.adding(months: number % 50).dayNumber == CountedCalendar.later(number, number % 50))
    }
  }

  @Test(arguments: [
    // within-months 12: the last day and the day after; the day itself; tomorrow.
    ("within-months: 12", "2025-11-24", "2026-11-24", true), ("within-months: 12", "2025-11-24", "2026-11-25", false),
    ("within-months: 12", "2024-02-29", "2025-02-28", true), ("within-months: 12", "2024-02-29", "2025-03-01", false),
    ("within-months: 1", "2026-01-31", "2026-02-28", true), ("within-months: 1", "2026-01-31", "2026-03-01", false),
    ("within-months: 1", "2026-11-24", "2026-11-24", true), ("within-months: 1", "2026-11-25", "2026-11-24", false),
    // not-past 1: today, yesterday, the last day and the day after.
    ("not-past: 1", "2026-01-31", "2026-01-31", true), ("not-past: 1", "2026-01-30", "2026-01-31", false),
    ("not-past: 1", "2026-02-28", "2026-01-31", true), ("not-past: 1", "2026-03-01", "2026-01-31", false),
  ])
  func datesHoldThroughTheirLastDay(_ check: String, _ date: String, _ asOf: String, _ holds: Bool) {
    let fixture = fixture([
      .init(id: "R1", body: "weight: {organisation: 1}", controls: [("R1.1", "weight: 1\ncheck: [{field: s.d, \(check)}]")])
    ])
    guard let run = fixture.run(draft(fixture, ["s.d": date]), asOf: CivilDate(iso: asOf.utf8)!) else { return }
    #expect(run.assessment.controls[0].share == (holds ? .one : .zero))
  }

  /// Terms in the policy: evidence 25 months (and 37 for half), decisions 12.
  @Test(arguments: [
    ("2024-10-24", "1"), ("2024-10-23", "1/2"), ("2023-10-24", "1/2"), ("2023-10-23", "0"), ("2026-11-24", "1"), ("2026-11-25", "0"),
  ])
  func evidenceCountsThroughTheLastDayOfItsTerm(_ date: String, _ factor: String) {
    let fixture = fixture([
      .init(id: "R1", body: "weight: {organisation: 1}", controls: [("R1.1", "weight: 1\nevidence: required\ncheck: [s.t]")])
    ])
    var draft = draft(fixture, ["s.t": "Ja, op papier."])
    draft.files["docs/a.md"] = [0x61]
    draft.evidence = [.init(id: "a", source: ("file", "docs/a.md"), date: date, supports: [.init(reference: "s.t", place: "3")])]
    guard let run = fixture.run(draft) else { return }
    #expect(run.assessment.controls[0].evidenceFactor.description == factor)
  }

  @Test(
    arguments: [
      ("2025-11-24", nil, true), ("2025-11-23", nil, false), ("2026-11-24", "2026-11-24", true), ("2026-11-01", "2026-11-23", false),
      ("2026-11-25", nil, false),
      ("2025-11-23", "2027-05-01", false),
    ] as [(String, String?, Bool)])
  func decisionsHoldThroughTheirLastDay(_ date: String, _ until: String?, _ holds: Bool) {
    let fixture = fixture([
      .init(
        id: "R1", body: "weight: {organisation: 1}",
        controls: [("R1.1", "weight: 1\nnot-applicable: allowed\n" + met), ("R1.2", "weight: 1\n" + met)])
    ])
    var draft = draft(fixture, ["s.so": "false"])
    draft.decisions = [
      .init(controls: [0], status: "not-applicable", reason: "Precies twintig tekns", owner: "directeur", date: date, until: until)
    ]
    guard let run = fixture.run(draft) else { return }
    #expect(run.assessment.controls[0].isExcluded == holds)
  }

  @Test(arguments: [(19, false), (20, true)])
  func reasonsHaveTwentyCharacters(_ length: Int, _ holds: Bool) {
    let fixture = fixture([
      .init(id: "R1", body: "weight: {organisation: 1}", controls: [("R1.1", "weight: 1\nnot-applicable: allowed\n" + met)])
    ])
    var draft = draft(fixture, ["s.so": "true"])
    draft.decisions = [
      .init(controls: [0], status: "not-applicable", reason: String(repeating: "é", count: length), owner: "directeur", date: "2026-11-24")
    ]
    guard let run = fixture.run(draft) else { return }
    #expect(run.assessment.controls[0].isExcluded == holds)
    #expect(run.assessment.scores.declared == (holds ? nil : .zero), "nothing left: no number")
    if holds { #expect(run.assessment.verdict.band == nil) }
  }

  @Test(arguments: [("2025-11-24", true), ("2025-11-23", false), ("2026-11-25", false)])
  func verdictsHoldThroughTheirLastDay(_ date: String, _ holds: Bool) {
    let fixture = fixture([.init(id: "R1", body: "weight: {organisation: 1}", controls: [("R1.1", "weight: 1\n" + met)])])
    var draft = draft(fixture, ["s.so": "true"])
    draft.reviews = [.init(date: CivilDate(iso: date.utf8)!, verdicts: [.init(control: 0, judgement: .confirmed)])]
    guard let run = fixture.run(draft, assurance: .verified) else { return }
    #expect(run.assessment.scores.verified == (holds ? Fraction(100) : .zero))
    #expect(run.assessment.verdict.band == (holds ? 3 : nil))
  }

  /// More than half excluded is not assessable, more than three tenths of all caps at the second band: at the border neither.
  @Test(arguments: [(3, true, 3), (4, true, 1), (5, true, 1), (6, false, 1)])
  func exclusionsHaveTheirLimits(_ excluded: Int, _ isAssessable: Bool, _ band: Int) {
    let controls = (0..<10).map { ("R1.\($0)", "weight: 1\nnot-applicable: allowed\n" + met) }
    let fixture = fixture([.init(id: "R1", body: "weight: {organisation: 1}", controls: controls)])
    var draft = draft(fixture, ["s.so": "true"])
    draft.decisions = [
      .init(
        controls: Array(0..<excluded), status: "not-applicable", reason: "Dat doen wij helemaal niet.", owner: "bestuur", date: "2026-11-24"
      )
    ]
    guard let run = fixture.run(draft) else { return }
    #expect(run.assessment.recommendations[0].isAssessable == isAssessable && run.assessment.verdict.band == band)
    #expect(run.assessment.scores.declared == Fraction(100))
  }
}

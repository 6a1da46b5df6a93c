import LocatedYAML
import Testing

@testable import LeidraadCore

/// What a report says of a file: where, in which words, and by which fingerprint.
@Suite struct ReportTests {
  /// A guideline with a bit of everything in it: right, wrong, half, open, mistaken.
  private static let mixed = """
    leidraad: guideline/v1
    policy: online-work@1
    language: nl
    organisation:
      name: Stichting Voorbeeld
      id: KVK-1
      kind: youth-work
      target-groups:
        - {description: jongeren, age-min: 12, vulnerable: true}
    accounts:
      policy: both-free
      owned-by: not-arranged
      fictitious: permitted
      polcy: x
      register:
        - {platform: Instagram, owner-role: TBD}
        - {platform: Discord}
    role-disclosure:
      rule: never
      moments: [profile, altijd]
    conditions:
      hours: van 9.00 tot 17.00 uur
      contact-forms:
        - {form: group-chat, permitted: allowed}
        - {form: one-to-one-chat, permitted: conditional}
    data-protection:
      regime: avg
      processing:
        - purpose: hulp bieden
          lawful-basis: consent
        - purpose: foto's plaatsen
    signals:
      feedback: volgt
    evidence:
      - {id: a, title: A, file: weg.md, date: 2026-05-10, supports: {accounts: "1"}}
    decisions:
      - {for: [B2.14, C1.1], status: explained, reason: Onze beroepscode verbiedt dit al langer., measure: Overleg., owner: directeur, date: 2026-05-10}
      - {for: B2.01, status: planned, reason: kort, owner: directeur, date: 2026-05-10, until: 2027-01-01}

    """

  private static func result(_ text: String, file: String = "richtlijn.yaml", language: Language = .dutch) throws -> (Report, Report.Result)
  {
    let report = try Assessed(text, try builtInPolicy(), file: file).report(language: language)
    return (report, try #require(report.result))
  }

  private static func fingerprints(_ report: Report) throws -> [String: String] {
    let result = try #require(report.result)
    var all: [String: String] = [:]
    for finding in result.findings + result.rules { all[finding.id] = finding.fingerprint }
    var seen: [String: Int] = [:]
    for problem in report.problems {
      let key = "\(problem.diagnostic.code.rawValue) \(problem.diagnostic.path)"
      seen[key, default: 0] += 1
      all["\(key) \(seen[key, default: 0])"] = problem.fingerprint
    }
    return all
  }

  // MARK: Fingerprints

  @Test func fingerprintsAreOfTheGuidelineAlone() throws {
    let (report, _) = try Self.result(Self.mixed)
    let expected = try Self.fingerprints(report)
    #expect(Set(expected.values).count == expected.count)
    #expect(expected.values.allSatisfy { $0.utf8.count == 32 })
    let moved = "# een regel\n\n# nog een\n" + Self.mixed.replacing("accounts:\n", with: "\n# onze accounts\naccounts:      # hier\n")
    let quoted = Self.mixed.replacing("both-free", with: "'both-free'").replacing("rule: never", with: "rule:    \"never\"")
    let reformatted = Self.mixed.replacing("moments: [profile, altijd]", with: "moments:\n    - profile\n    - altijd")
    for text in [moved, quoted, reformatted, Self.mixed.replacing("\n", with: "\r\n")] {
      #expect(try Self.fingerprints(try Self.result(text).0) == expected)
    }
    #expect(try Self.fingerprints(try Self.result(Self.mixed, file: "/elders/op/schijf.yaml").0) == expected)
    #expect(try Self.fingerprints(try Self.result(Self.mixed, language: .english).0) == expected)
    // With a register number, the name is free to change.
    #expect(try Self.fingerprints(try Self.result(Self.mixed.replacing("Stichting Voorbeeld", with: "Stichting Ander")).0) == expected)
  }

  @Test func fingerprintsDifferBetweenOrganisationsAndPolicies() throws {
    let expected = try Self.fingerprints(try Self.result(Self.mixed).0)
    let other = try Self.fingerprints(try Self.result(Self.mixed.replacing("KVK-1", with: "KVK-2")).0)
    #expect(Set(expected.values).isDisjoint(with: other.values))
    let unnumbered = Self.mixed.replacing("  id: KVK-1\n", with: "")
    let named = try Self.fingerprints(try Self.result(unnumbered).0)
    #expect(
      Set(named.values).isDisjoint(
        with: try Self.fingerprints(try Self.result(unnumbered.replacing("Stichting Voorbeeld", with: "Ander")).0).values))
    var policy = try builtInPolicy()
    policy.id = "other-work"
    policy.extends = ["online-work@1"]
    let elsewhere = try Self.fingerprints(try Assessed(Self.mixed, policy).report())
    #expect(Set(expected.values).isDisjoint(with: elsewhere.values))
  }

  /// No two fields of the digest's input run into each other.
  @Test func fingerprintsKeepTheirPartsApart() {
    let all = [("a", "b", "c"), ("ab", "", "c"), ("a", "bc", ""), ("a", "", "bc")].map { policy, identity, id in
      Fingerprint(policy: policy, identity: identity, digest: testDigest).of(id)
    }
    #expect(Set(all).count == all.count)
  }

  // MARK: Places

  @Test(arguments: Sample.Style.allCases)
  func placesLieInTheFile(style: Sample.Style) throws {
    let policy = try builtInPolicy()
    let youth = try #require(policy.kinds.firstIndex { $0.id == "youth-work" })
    for text in [Self.mixed, Sample(policy, kind: youth).text(style), Sample.complete(policy, kind: youth).text(style)] {
      let assessed = try Assessed(text, policy)
      let report = assessed.report()
      let result = try #require(report.result)
      let locations =
        (result.findings + result.rules).map { ($0.id, $0.location) } + report.problems.map { ($0.diagnostic.path, $0.diagnostic.location) }
      for (id, location) in locations {
        #expect(location.file == "richtlijn.yaml")
        #expect(location.start.offset <= location.end.offset && location.end.offset <= text.utf8.count, "\(id)")
        #expect(assessed.document.position(at: location.start.offset) == location.start, "\(id)")
        #expect(assessed.document.position(at: location.end.offset) == location.end, "\(id)")
        #expect(assessed.document.line(at: location.start.line).hasPrefix(location.excerpt), "\(id)")
      }
    }
  }

  /// A gap is shown where it is: at the answer, else at its section.
  @Test func placesAreThoseOfTheAnswer() throws {
    let (_, result) = try Self.result(Self.mixed)
    let role = try #require(result.findings.first { $0.path == "role-disclosure.rule" && $0.outcome == .contradicted })
    #expect((role.location.start.line, role.location.start.column) == (19, 9))
  }

  private static func tiny(controls: [(id: String, body: String)], rules: [String] = []) throws -> Policy {
    let tiny = TinyPolicy(
      id: "tiny",
      sections: """
        organisation: {label: @, fields: {public: {kind: flag, label: @}}}
        s:
          label: @
          fields:
            a: {kind: flag, label: @}
            b: {kind: flag, label: @}
            c: {kind: flag, label: @}
            channels: {kind: list, label: @, fields: {name: {kind: text, label: @}, on: {kind: flag, label: @}}}
            people: {kind: list, label: @, fields: {name: {kind: text, label: @, personal: true}, on: {kind: flag, label: @}}}

        """,
      recommendations: [.init(id: "R1", body: "weight: {organisation: 1}", controls: controls)], rules: rules)
    return try #require(PolicyToolsTests.load(tiny.yaml).policy)
  }

  private static func result(_ answers: String, _ policy: Policy) throws -> Report.Result {
    let head = "leidraad: guideline/v1\npolicy: tiny@1\norganisation: {name: Club, kind: club, public: true}\n"
    return try #require(try Assessed("\(head)s: {\(answers)}\n", policy).report().result)
  }

  /// An item is named by its key, and by its number where it has none or where that is somebody's.
  @Test(arguments: [
    ("R1.1", "channels: [{name: Discord, on: true}, {name: Forum}]", "s.channels[Forum].on"),
    ("R1.1", "channels: [{name: Discord, on: true}, {on: not-arranged}]", "s.channels[2].on"),
    ("R1.1", "channels: not-arranged", "s.channels"), ("R1.2", "people: [{name: Jan, on: true}, {name: Piet}]", "s.people[2].on"),
  ])
  func itemsAreNamed(control: String, answers: String, path: String) throws {
    let policy = try Self.tiny(
      controls: [("R1.1", "channels"), ("R1.2", "people")].map { ($0, "weight: 1\ncheck: [{field: s.\($1), each: [on]}]") })
    let finding = try #require(try Self.result(answers, policy).findings.first { $0.id == control })
    #expect(finding.path == path && finding.fields.map(\.path) == [path])
    // Where an answer of an item is not there, at the item's first key: not at all that the item has.
    if path.hasSuffix("[Forum].on") { #expect(finding.location.end.column - finding.location.start.column == "name".count) }
  }

  /// A rule is shown at what would decide it: what is not told, then what its control's own check reads, last what is said of the organisation.
  @Test(arguments: [
    ("X", "a: true, b: true, c: true", "s.c"), ("Y", "a: true, b: true, c: true", "s.a"), ("K", "a: true, c: true", "s.b"),
    ("U", "a: true, c: true", "s.b"),
  ])
  func rulesAreShownWhereTheyAreDecided(id: String, answers: String, path: String) throws {
    let policy = try Self.tiny(
      controls: [("R1.1", "weight: 1\ncheck: [{field: s.c, is: false}]"), ("R1.2", "weight: 1\ncheck: [s.b]")],
      rules: [
        "X: {control: R1.1, when: {all: [organisation.public, s.a, s.c]}, says: @}",
        "Y: {control: R1.1, when: {all: [organisation.public, s.a]}, says: @}",
        "K: {control: R1.1, knock-out: major, when: {all: [s.a, s.b, s.c]}, says: @}",
        "U: {control: R1.1, knock-out: major, when: {all: [s.a, {unmet: [R1.2]}]}, says: @}",
      ])
    let rule = try #require(try Self.result(answers, policy).rules.first { $0.id == id })
    #expect(rule.path == path)
    #expect(rule.fields.map(\.path) == (answers.contains("b:") ? [] : [path]))
  }

  /// Rules stand by what they weigh: blockers, majors, contradictions; of each sort what is certain, what is open, what is undecided.
  @Test func rulesStandByWhatTheyWeigh() throws {
    let conditions = ["certain": "{all: [s.a, {field: s.c, is: true}]}", "open": "{not: s.b}", "undecided": "s.b"]
    let kinds = ["blocker": "knock-out: blocker, ", "major": "knock-out: major, "]
    var rules = ["X: {control: R1.1, when: \(conditions["certain"]!), says: @}"]
    for (condition, when) in conditions.sorted(by: { $0.key > $1.key }) {
      for (kind, words) in kinds.sorted(by: { $0.key > $1.key }) {
        rules.append("\(kind.uppercased())-\(condition): {control: R1.1, \(words)when: \(when), says: @}")
      }
    }
    let policy = try Self.tiny(controls: [("R1.1", "weight: 1\ncheck: [{field: s.c, is: false}]")], rules: rules)
    let found = try Self.result("a: true, c: true", policy).rules.map(\.id)
    #expect(
      found == ["blocker", "major"].flatMap { kind in ["certain", "open", "undecided"].map { "\(kind.uppercased())-\($0)" } } + ["X"])
  }

  // MARK: Order of keys

  @Test(arguments: ["youth-work", "municipality", "police", "school"])
  func keysMayStandInAnyOrder(kind: String) throws {
    let policy = try builtInPolicy()
    let index = try #require(policy.kinds.firstIndex { $0.id == kind })
    var sample = Sample.complete(policy, kind: index)
    for path in ["accounts.policy", "data-protection.processing", "signals.feedback"] { sample.set(path, nil) }
    sample.set("role-disclosure.rule", .scalar("never"))
    let straight = try #require(try Assessed(sample.text(), policy).report().result)
    sample.entries = sample.entries.reversed().map { entry in
      guard case .map(let fields) = entry.value else { return entry }
      return .init(key: entry.key, value: .map(fields.reversed()))
    }
    let reversed = try #require(try Assessed(sample.text(), policy).report().result)
    #expect(Self.words(straight) == Self.words(reversed))
    #expect(straight.findings.map { $0.clause?.lines } == reversed.findings.map { $0.clause?.lines })
    #expect(straight.verdict == reversed.verdict)
    #expect(straight.scores == reversed.scores)
    #expect(straight.recommendations == reversed.recommendations)
    #expect(straight.counts == reversed.counts)
    #expect(straight.quickWins == reversed.quickWins)
    #expect((straight.findings + straight.rules).map(\.fingerprint) == (reversed.findings + reversed.rules).map(\.fingerprint))
  }

  /// All that a finding says, places aside.
  private static func words(_ result: Report.Result) -> [String] {
    (result.findings + result.rules).map { finding in
      "\(finding.kind) \(finding.id) \(finding.outcomeLabel) \(finding.severity) \(finding.title) \(finding.share) \(finding.lost.text) \(finding.earned.text) \(finding.path) "
        + "\(finding.fields.map(\.path)) \(finding.law ?? "") \(finding.decision ?? "") \(finding.evidence ?? "")"
    }
  }

  // MARK: Numbers

  /// Gaps stand by what they cost, the points add up, and nothing is rounded up.
  @Test func numbersAddUp() throws {
    let (_, result) = try Self.result(Self.mixed)
    let lost = result.findings.filter(\.isGap).map(\.lost.exact)
    #expect(lost == lost.sorted(by: >))
    #expect(result.findings.map(\.points.possible).sum() == Fraction(100))
    #expect(result.findings.map(\.points.declared).sum() == result.scores[0].value?.exact)
    for finding in result.findings {
      #expect(finding.earned.exact + finding.lost.exact == finding.possible.exact, "\(finding.id)")
      #expect(finding.lost.tenths == finding.lost.exact.roundedDown(times: 10))
    }
    #expect(result.recommendations.map(\.possible.exact).sum() == Fraction(100))
    #expect(result.counts.byOutcome.reduce(0) { $0 + $1.count } == result.findings.count)
    #expect(result.quickWins.count <= 3)
    #expect(result.quickWins.allSatisfy { result.findings[$0].isActiveGap })
  }

  /// A report of the gaps alone says of them, and of all the rest, what a whole report does; so does one whose words were made before.
  @Test func aReportOfGapsIsPartOfTheWhole() throws {
    let policy = try builtInPolicy()
    let assessed = try Assessed(Self.mixed, policy)
    let whole = try #require(assessed.report().result)
    let gaps = try #require(assessed.report(detail: .gaps).result)
    #expect(gaps.findings.map(\.id) == whole.findings.filter(\.isGap).map(\.id))
    #expect(gaps.findings.count < whole.findings.count)
    #expect(gaps.findings.map { $0.clause?.yaml } == whole.findings.filter(\.isGap).map { $0.clause?.yaml })
    #expect(gaps.quickWins.map { gaps.findings[$0].id } == whole.quickWins.map { whole.findings[$0].id })
    #expect(gaps.counts == whole.counts)
    #expect(gaps.sources == whole.sources)
    for words in [ReportWording(policy, in: [.dutch]), ReportWording(policy, in: [.english])] {
      let made = try #require(assessed.report(words: words).result)
      #expect(Self.words(made) == Self.words(whole))
      #expect(made.findings.map(\.clause) == whole.findings.map(\.clause))
      #expect(made.findings.map(\.why) == whole.findings.map(\.why))
    }
  }

  @Test func numbersAreWrittenInTheLanguage() throws {
    let (_, dutch) = try Self.result(Self.mixed)
    let (_, english) = try Self.result(Self.mixed, language: .english)
    #expect(dutch.scores[0].value?.text.contains(",") == true)
    #expect(english.scores[0].value?.text.contains(".") == true)
    #expect(dutch.scores.map { $0.value?.tenths } == english.scores.map { $0.value?.tenths })
  }
}

import LeidraadCore
import LocatedYAML
import Testing

/// The compiled form of policies: the same policy as the YAML, always fresh, and harmless whatever its bytes are.
@Suite struct SnapshotTests {
  // MARK: Built-in policies

  @Test func everyPolicyHasAFreshSnapshot() {
    #expect(BuiltInPolicies.snapshotIDs == BuiltInPolicies.ids, "run scripts/generate")
    for id in BuiltInPolicies.ids {
      let isFresh = BuiltInPolicies.snapshot(of: id).map(Array.init) == BuiltInPolicies.compile(id)?.bytes
      #expect(isFresh, "the snapshot of \(id) is not what its YAML says: run scripts/generate")
    }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func aSnapshotIsTheSamePolicyAsTheYAML(id: String) throws {
    let files = try #require(BuiltInPolicies.files(of: id))
    let read = try #require(Policy.load(files, base: BuiltInPolicies.files(of:)).policy)
    try expectSame(try #require(BuiltInPolicies.policy(id), "run scripts/generate"), read)
  }

  /// An overlay's snapshot holds the policy that it extends, so a change of that one has to be seen in both.
  @Test func aChangeOfOnePolicyIsSeenInAll() {
    let digests = BuiltInPolicies.snapshotIDs.compactMap { BuiltInPolicies.snapshot(of: $0).map { Array($0[5..<13]) } }
    #expect(digests.count == BuiltInPolicies.ids.count && Set(digests).count == 1)
    #expect(digests.first != [UInt8](repeating: 0, count: 8))
  }

  /// Part by part, so that a difference is told without printing the whole policy.
  private func expectSame(_ stored: Policy, _ read: Policy) throws {
    try #require(stored.controls.count == read.controls.count && stored.fields.count == read.fields.count)
    for (left, right) in zip(stored.fields, read.fields) {
      let isSame = left == right && left.example == right.example
      #expect(isSame, "\(right.path)")
      #expect(left.label.texts == right.label.texts)
    }
    for (left, right) in zip(stored.controls, read.controls) {
      let isSame = left == right && left.examples == right.examples && left.firstMet == right.examples.first { $0.outcome == .met }?.value
      #expect(isSame, "\(right.id)")
      #expect(left.place == right.place && left.examples.map(\.place) == right.examples.map(\.place))
      for language in [Language.dutch, .english] {
        #expect(left.why[language] == right.why[language] && left.why.text(in: language) == right.why.text(in: language))
      }
    }
    let isSame = stored == read
    #expect(isSame)
  }

  // MARK: Round trips

  private static let operators = """
    leidraad: policy/v1
    id: every-operator
    version: 3.2.1
    date: 2026-11-24
    title: {nl: Alles, en: Everything, fr: Tout}
    sources: {s: {title: Bron, short: B, publisher: U, date: 2021-04, url: "https://example.org"}, t: {title: {nl: Wet, en: Act}}}
    profiles:
      a: {label: {nl: A, en: A}, subject: {nl: De club, en: The club}, kinds: {x: {nl: X, en: X}, z: {nl: Z, en: Z}}}
      b: {label: {nl: B, en: B}, kinds: {w: {nl: W, en: W}}}
    regime: q.choice
    completeness: 2/3
    terms: {evidence: 30 months, decision: 1 year}
    effort: {low: 2, medium: 3, high: 9}
    bands: [{id: l, from: 0, title: {nl: L, en: L}}, {id: m, from: 33.5, title: {nl: M, en: M}}, {id: h, from: 90, title: {nl: H, en: H}}]
    require: m
    sections:
      q:
        label: {nl: Q, en: Q}
        help: {nl: Uitleg ë, en: Help}
        fields:
          choice:
            kind: choice
            label: {nl: Keuze, en: Choice}
            sentence: {nl: "Het is {value}.", en: "It is {value}."}
            options: {c: {nl: C, en: C}, d: {nl: D, en: D}}
          choices: {kind: choices, label: {nl: S, en: S}, options: {e: {nl: E, en: E}, f: {nl: F, en: F}}, may-be-empty: {nl: geen, en: none}}
          flag: {kind: flag, label: {nl: V, en: F}, sentence: {nl: ja, en: yes}, sentence-false: {nl: nee, en: no}}
          number: {kind: number, min: -3, max: 900, unit: {nl: uren, en: hours}, label: {nl: N, en: N}, example: 5}
          text: {kind: text, personal: true, scored: false, label: {nl: T, en: T}, help: {nl: H, en: H}, example: {nl: naam, en: name}}
          day: {kind: date, label: {nl: Dag, en: Day}, example: 2026-01-01}
          list:
            kind: list
            label: {nl: Lijst, en: List}
            example: [{name: één, role: d}]
            fields: {name: {kind: text, label: {nl: Naam, en: Name}}, role: {kind: choice, label: {nl: R, en: R}, options: {d: {nl: D, en: D}}}}
    recommendations:
      A:
        title: {nl: Titel, en: Title}
        summary: {nl: Kort, en: Short}
        source: s
        weight: {a: 5/2}
        applies-when: {not: q.flag}
        controls:
          A.1:
            title: {nl: t, en: t}
            basis: literal
            addressee: [a]
            weight: 4
            effort: high
            evidence: {field: q.choice, is: d}
            not-applicable: allowed
            law: {c: ["5(1)", "6"], d: []}
            check:
              - {field: q.choice, is: [c, d], when: {any: [{field: q.number, is: [1, -2]}, {field: q.flag, is: false}]}}
              - {all: [{field: q.choice, excludes: c}, {field: q.choices, includes: [e, f]}, {field: q.choices, includes-any: f}]}
              - {any: [{field: q.number, at-least: 2}, {field: q.number, at-most: 800}]}
            examples:
              met: [{q: {choice: d, choices: [e, f], number: 3}}, {q: {text: {nl: hallo, en: hello}}}]
              not-met: [{q: {list: [{name: a}, {name: b, role: d}]}}]
          A.2:
            title: {nl: t, en: t}
            basis: derived
            sources: [t, s]
            addressee: [a]
            weight: 1/3
            evidence: required
            effective: 2027-02-03
            applies-when: {field: q.list, where: {field: role, is: d}, at-least: 1}
            why: {nl: Omdat, en: Because}
            how: {nl: Zo, en: So}
            check:
              - {field: q.choice, grade: {c: 1/2, d: contradicted}}
              - {field: q.day, within-months: 12}
              - {field: q.day, not-past: 6}
              - {field: q.list, where: {any: [name, q.flag]}, each: [name, {field: role, is: d}]}
              - {field: q.list, at-least: 2}
        rules:
          K.1: {control: A.1, knock-out: blocker, profiles: [a, b], when: {unmet: [A.1, A.2]}, effective: 2026-01-02, says: {nl: K, en: K}}
          K.2: {control: A.2, knock-out: major, says: {nl: K, en: K}}
          X.1: {control: A.2, when: {all: [{not: q.choice}, {field: q.choices, at-most: 1}]}, says: {nl: X, en: X}}
    """

  private static let overlay = """
    leidraad: policy/v1
    id: raised
    version: 1.0.0
    extends: every-operator@3
    require: h
    recommendations:
      A:
        weight: {a: 3}
        controls: {A.2: {weight: 2}, A.1: {drop: {nl: Hier niet, en: Not here}}}
        rules: {K.2: {knock-out: blocker}}
    """

  private static func policy(overlaid: Bool) throws -> Policy {
    let base = PolicyFile(
      name: "base.yaml", bytes: Array((overlaid ? operators.replacing("control: A.1", with: "control: A.2") : operators).utf8))
    let files = overlaid ? [PolicyFile(name: "overlay.yaml", bytes: Array(overlay.utf8))] : [base]
    let loading = Policy.load(files) { _ in [base] }
    #expect(loading.diagnostics.filter { $0.severity == .error }.map { "\($0.location.file) \($0.path): \($0.message.en)" } == [])
    return try #require(loading.policy)
  }

  /// Gives what is read from bytes that are gone afterwards.
  private func reading<Result>(_ bytes: [UInt8], _ use: (Policy?) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { try use(Policy(snapshot: $0)) }
  }

  @Test(arguments: [false, true])
  func everyOperatorComesBack(overlaid: Bool) throws {
    let policy = try Self.policy(overlaid: overlaid)
    let snapshot = try #require(PolicySnapshot(policy, digest: 7))
    try reading(snapshot.bytes) { stored in
      let stored = try #require(stored)
      try expectSame(stored, policy)
      #expect(PolicySnapshot(stored, digest: 7)?.bytes == snapshot.bytes)
    }
  }

  @Test func textsAreEqualByTheirWords() throws {
    let policy = try Self.policy(overlaid: false)
    let bytes = try #require(PolicySnapshot(policy, digest: 0)?.bytes)
    try reading(bytes) { stored in
      let (stored, written) = (try #require(stored).title, policy.title)
      #expect(stored == written && stored.hashValue == written.hashValue)
      #expect(
        stored[.dutch] == "Alles" && Language(tag: "nl-BE").map { stored[$0] } == "Alles"
          && Language(tag: "de").map { stored[$0] } == "Everything")
      #expect(Language(tag: "de").map { stored.text(in: $0) } == .some(nil))
      #expect(!stored.isEmpty && policy.controls[0].why.isEmpty)
    }
  }

  // MARK: Damage

  @Test func aPartOfASnapshotIsNone() throws {
    let bytes = try #require(PolicySnapshot(try Self.policy(overlaid: false), digest: 0)?.bytes)
    for count in bytes.indices {
      let isNone = reading(Array(bytes[..<count])) { $0 == nil }
      #expect(isNone, "\(count) of \(bytes.count) bytes")
    }
    #expect(reading(bytes + [0]) { $0 == nil })
  }

  /// As deep as a condition may be, and no deeper.
  @Test(arguments: [(64, true), (65, false), (1000, false)])
  func conditionsAreNotReadWithoutEnd(depth: Int, isRead: Bool) throws {
    var policy = try Self.policy(overlaid: false)
    policy.rules[0].when = (1..<depth).reduce(Criterion.unmet([0])) { part, _ in .not(part) }
    let bytes = try #require(PolicySnapshot(policy, digest: 0)?.bytes)
    #expect(reading(bytes) { $0 != nil } == isRead)
  }

  /// Without kinds of organisation nothing can be assessed.
  @Test func aPolicyWithoutKindsIsNone() throws {
    var policy = try Self.policy(overlaid: false)
    policy.kinds = []
    let bytes = try #require(PolicySnapshot(policy, digest: 0)?.bytes)
    #expect(reading(bytes) { $0 == nil })
  }

  @Test func theLargestVersionComesBack() throws {
    var policy = try Self.policy(overlaid: false)
    policy.version = try #require(Policy.Version("999999.999999.999999"))
    let bytes = try #require(PolicySnapshot(policy, digest: 0)?.bytes)
    #expect(reading(bytes) { $0?.version } == policy.version)
  }

  @Test func changedBytesNeverTrap() throws {
    let bytes = try #require(PolicySnapshot(try Self.policy(overlaid: true), digest: 0)?.bytes)
    let guideline = try Document.parse(Array(Self.guideline.utf8))
    var random = Random(state: 2026)
    var readable = 0
    for _ in 0..<4000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: changed.indices, using: &random)
        changed[index] = random.next() & 1 == 0 ? UInt8.random(in: 0...255, using: &random) : changed[index] &+ 1
      }
      reading(changed) { policy in
        guard let policy else { return }
        readable += 1
        use(policy, guideline)
      }
    }
    #expect(readable > 0)
  }

  private static let guideline = """
    leidraad: guideline/v1
    policy: raised@1
    organisation: {name: Club, kind: z}
    q: {choice: d, choices: [e], flag: true, number: 4, text: x, day: 2026-10-10, list: [{name: a, role: d}, {name: b}]}
    """

  /// Reads all its words, and checks a guideline against it.
  private func use(_ policy: Policy, _ document: Document) {
    let texts =
      policy.controls.flatMap { [$0.title, $0.why, $0.how] } + policy.fields.flatMap { [$0.label, $0.help] } + policy.rules.map(\.says)
    for text in texts { _ = (text.texts, text[.dutch]) }
    _ = policy.controls.map { ($0.examples, $0.firstMet) }
    _ = policy.fields.map(\.example)
    let decoding = GuidelineDecoder(policy).decode(document, file: "guideline.yaml")
    let assessment = policy.assess(decoding.guideline, AssessmentInputs(asOf: policy.date, digest: { _ in "" }))
    _ = policy.report(
      decoding.guideline, assessment, diagnostics: decoding.diagnostics, language: .english, requirement: Requirement(band: policy.require),
      digest: { _ in "" })
  }

  /// The same numbers at every run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}

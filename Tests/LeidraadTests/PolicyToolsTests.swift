import Foundation
import LeidraadCore
import Testing

/// What `policy lint` and `policy test` say: of the policies in the binary nothing, of a small one whatever is wrong with it.
@Suite struct PolicyToolsTests {
  static let club: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Policies/club.yaml")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  static func load(_ text: String) -> PolicyLoading {
    Policy.load([PolicyFile(name: "club.yaml", bytes: Array(text.utf8))]) { _ in nil }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func builtInPoliciesAreClean(id: String) throws {
    let files = try #require(BuiltInPolicies.files(of: id))
    let loading = Policy.load(files, base: BuiltInPolicies.files(of:))
    for diagnostic in PolicyLint(loading).diagnostics() where diagnostic.severity != .note {
      Issue.record("\(diagnostic.location.file):\(diagnostic.location.start.line): \(diagnostic.message.en)")
    }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func everyChangeOfABuiltInPolicyIsNoticed(id: String) throws {
    let files = try #require(BuiltInPolicies.files(of: id))
    let tester = try #require(PolicyTester(Policy.load(files, base: BuiltInPolicies.files(of:))))
    let result = tester.mutate()
    #expect(result.count > 0)
    for survivor in result.survivors { Issue.record("\(survivor.id): \(survivor.words)") }
    for mutant in result.stale { Issue.record("not equivalent: \(mutant.subject): \(mutant.mutant)") }
  }

  @Test func theSmallPolicyIsClean() throws {
    #expect(PolicyLint(Self.load(Self.club), isStrict: true).diagnostics().isEmpty)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let code: DiagnosticCode
    let old: String
    let new: String
    var testDescription: String { code.rawValue }
  }

  static let faults = [
    Fault(code: .unreadField, old: "- {field: chat.moderators, at-least: 2}", new: "- {field: chat.topics, includes: [training]}"),
    Fault(code: .unnamedOption, old: "photos: {nl: foto's", new: "other: {nl: anders, en: other}, photos: {nl: foto's"),
    Fault(code: .unnamedOption, old: "options: {training:", new: "options: {matches: {nl: wedstrijden, en: matches}, training:"),
    Fault(code: .incompleteControl, old: "        how: {nl: Wijs er twee aan., en: Appoint two.}\n", new: ""),
    Fault(code: .claimsSource, old: "Then everyone", new: "The source requires it. Then everyone"),
    Fault(code: .vagueWord, old: "Zet de afspraken op papier.", new: "Zet de afspraken waar mogelijk op papier."),
    Fault(code: .undatedSource, old: ", date: 2025}", new: "}"),
    Fault(code: .silentBlocker, old: "knock-out: major", new: "effective: 2027-01-01"),
    Fault(code: .missingLanguage, old: "en: Appoint two.", new: "en: Appoint two., de: Zwei."),
    Fault(code: .invalidExample, old: "partly-met: [{chat: {rules: spoken}}]", new: "partly-met: [{chat: {rules: written}}]"),
    Fault(code: .unreachableControl, old: "weight: {club: 1}", new: "weight: {}"),
    Fault(code: .invalidPolicy, old: "spoken: {nl: mondeling", new: "off: {nl: uit, en: off}, spoken: {nl: mondeling"),
    Fault(code: .invalidCheck, old: "spoken: 1/2, ", new: ""),
  ]

  @Test(arguments: faults)
  func lintTells(fault: Fault) throws {
    #expect(Self.club.contains(fault.old))
    let text = Self.club.replacingOccurrences(of: fault.old, with: fault.new)
    let diagnostics = PolicyLint(Self.load(text)).diagnostics()
    #expect(diagnostics.contains { $0.code == fault.code }, "\(diagnostics.map(\.code.rawValue))")
  }

  /// Each example of the small policy is needed, so that without one a change goes unnoticed; what is suggested mends that.
  @Test func aMissingExampleIsNoticedAndSuggested() throws {
    let example = "silent: [{chat: {rules: spoken}}, {chat: {rules: secret}}]"
    let weak = Self.club.replacingOccurrences(of: example, with: "silent: [{chat: {rules: spoken}}]")
    let result = try #require(PolicyTester(Self.load(weak))).mutate(suggests: true)
    #expect(result.survivors.map(\.words) == ["when: dropped"])
    let suggestion = try #require(result.survivors.first?.suggestion)
    #expect(suggestion.outcome == "silent" && suggestion.yaml == "{chat: {rules: secret}}")
    #expect(result.survivors.first?.location.start.line == 76)
    #expect(PolicyLint(Self.load(weak), isStrict: true).diagnostics().map(\.code) == [.untestedCheck])
  }

  @Test func whatIsNotedAsEquivalentMustBe() throws {
    let noted =
      Self.club + """
        equivalent-mutants:
          - {rule: K-2, mutant: "when: dropped", reason: {nl: dat is zo, en: it is so}}

        """
    let result = try #require(PolicyTester(Self.load(noted))).mutate()
    #expect(result.stale.map(\.mutant) == ["when: dropped"])
  }

  @Test func aFailingExampleIsToldWithBothPlaces() throws {
    let text = Self.club.replacingOccurrences(of: "partly-met: [{chat: {rules: spoken}}]", with: "partly-met: [{chat: {rules: written}}]")
    let (count, failures) = try #require(PolicyTester(Self.load(text))).run()
    #expect(count == 21)
    let failure = try #require(failures.first)
    #expect(failures.count == 1 && failure.id == "S1.1" && failure.expected == "partly-met" && failure.found == "met")
    #expect(failure.example.start.line == 44 && failure.location.start.line == 33)
  }

  // MARK: A third language

  /// German words beside two texts and nowhere else: a report in German uses them, and says the rest in English.
  @Test func aThirdLanguageIsData() throws {
    let text = Self.club
      .replacingOccurrences(of: "en: has written agreements}", with: "en: has written agreements, de: hat schriftliche Regeln}")
      .replacingOccurrences(
        of: "title: {nl: Sportclub online, en: Sports club online}",
        with: "title: {nl: Sportclub online, en: Sports club online, de: Sportverein online}")
    let loading = Self.load(text)
    let policy = try #require(loading.policy)
    let german = try #require(Language(tag: "de"))
    #expect(policy.languages == [.dutch, .english, german])
    let guideline = try #require(ExampleReader(policy).decode(.map([]), profile: 0, language: german)).guideline
    let assessment = policy.assess(guideline, AssessmentInputs(asOf: policy.date, digest: { _ in "" }))
    let report = policy.report(
      guideline, assessment, diagnostics: [], language: german, requirement: Requirement(band: policy.require), digest: { _ in "" })
    let result = try #require(report.result)
    #expect(result.policy.title == "Sportverein online")
    #expect(result.findings.first { $0.id == "S1.1" }?.title.contains("hat schriftliche Regeln") == true)
    #expect(result.findings.first { $0.id == "S1.2" }?.title.contains("has enough moderators") == true)
    let missing = PolicyLint(loading).diagnostics()
    #expect(missing.allSatisfy { $0.code == .missingLanguage && $0.message.en.contains("“de”") })
    #expect(missing.contains { $0.path == "recommendations.S1.controls.S1.2.title.de" })
    #expect(!missing.contains { $0.path == "recommendations.S1.controls.S1.1.title.de" })
  }
}

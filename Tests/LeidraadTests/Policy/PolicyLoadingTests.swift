import Testing

@testable import LeidraadCore

/// What a policy's file says is what the policy has, up to the limits and not past them.
@Suite struct PolicyLoadingTests {
  @Test func completenessIsWhatTheFileSays() throws {
    let text = PolicyToolsTests.club.replacing("require: fair", with: "completeness: 2/3\nrequire: fair")
    #expect(try #require(PolicyToolsTests.load(text).policy).completeness == Fraction(2, 3))
  }

  @Test(arguments: [(64, true), (65, false)])
  func aFieldHasSixtyFourOptionsAtMost(count: Int, isUsable: Bool) {
    let options = (1...count).map { "o\($0): {nl: x, en: x}" }.joined(separator: ", ")
    let field = "      many: {kind: choices, scored: false, label: {nl: x, en: x}, options: {\(options)}}\n"
    let loading = PolicyToolsTests.load(PolicyToolsTests.club.replacing("      moderators: {kind", with: field + "      moderators: {kind"))
    #expect((loading.policy != nil) == isUsable)
    let errors = loading.diagnostics.filter { $0.severity == .error }.map { "\($0.code.rawValue) \($0.path)" }
    #expect(errors == (isUsable ? [] : ["invalid-policy chat.many"]))
  }

  @Test(arguments: [("a", true), ("a-b1", true), ("", false), ("a-", false), ("-a", false), ("A", false), ("1a", false), ("é", false)])
  func namesAreKebabCase(name: String, expected: Bool) {
    #expect(Policy.isIdentifier(name) == expected)
  }

  @Test func namesHaveSixtyFourLettersAtMost() {
    #expect(Policy.isIdentifier(String(repeating: "a", count: 64)) && !Policy.isIdentifier(String(repeating: "a", count: 65)))
  }

  /// A clause is pasted into the guideline, so it is in the guideline's language whatever that of the report.
  @Test func clausesAreInTheLanguageOfTheGuideline() throws {
    let policy = try builtInPolicy()
    let kind = try #require(policy.kinds.firstIndex { $0.id == "youth-work" })
    func clauses(_ own: Language, _ language: Language) throws -> [String] {
      let report = try Assessed(Sample(policy, kind: kind, language: own).text(language: own), policy).report(language: language)
      return try #require(report.result).findings.flatMap { $0.clause?.edits.map(\.text) ?? [] }
    }
    let dutch = try clauses(.dutch, .dutch)
    #expect(!dutch.isEmpty)
    #expect(try clauses(.dutch, .english) == dutch)
    #expect(try clauses(.english, .dutch) != dutch)
  }
}

import Foundation
import Testing

@testable import LeidraadCore

/// What a policy's file says is what the policy has, up to the limits and not past them.
@Suite struct PolicyLoadingTests {
  @Test func completenessIsWhatTheFileSays() throws {
    let text = PolicyToolsTests.club.replacing("require: fair", with: "completeness: 2/3\nrequire: fair")
    #expect(try #require(PolicyToolsTests.load(text).policy).completeness == Fraction(2, 3))
  }

  @Test func effortsAreWhatTheFileSays() throws {
    let text = PolicyToolsTests.club.replacing("require: fair", with: "effort: {low: 3, medium: 5, high: 7}\nrequire: fair")
    let effort = try #require(PolicyToolsTests.load(text).policy).effort
    #expect(effort.low == 3 && effort.medium == 5 && effort.high == 7)
  }

  /// A recommendation stands where its file names it, wherever in the file that is.
  @Test func aRecommendationStandsAtItsName() throws {
    let folder = DiagnosticCase.folder.appending(path: "policy/folder-good", directoryHint: .isDirectory)
    let head = "recommendation: A1\ntitle: {nl: Accounts, en: Accounts}\n"
    let files = try DiagnosticCase.files(at: folder).map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return PolicyFile(
        name: file.name, bytes: Array(text.replacing(head, with: "title: {nl: Accounts, en: Accounts}\nrecommendation: A1\n").utf8))
    }
    let place = try #require(Policy.load(files) { _ in nil }.policy?.recommendations.first).place
    #expect((place.line, place.column) == (2, 1))
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

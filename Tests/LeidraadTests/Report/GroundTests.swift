import LeidraadRendering
import Testing

@testable import LeidraadCore

/// On what a gap rests is told in every output: the source itself, another guideline, the article of a law, our elaboration.
@Suite struct GroundTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let renderer: String
    let kind: String
    let language: Language
    var testDescription: String { "\(renderer), \(kind), \(language)" }
  }

  static let cases: [Case] = Renderer.all.flatMap { renderer in
    ["care", "municipality"].flatMap { kind in Language.own.map { Case(renderer: renderer.name, kind: kind, language: $0) } }
  }

  @Test(arguments: cases)
  func standsWithEveryGap(_ test: Case) throws {
    let policy = try builtInPolicy()
    let kind = try #require(policy.kinds.firstIndex { $0.id == test.kind })
    let renderer = try #require(Renderer.named(test.renderer))
    let report = try Assessed(Sample(policy, kind: kind).text(), policy).report(language: test.language)
    let gaps = try #require(report.result).findings.filter(\.isGap)
    #expect(gaps.contains { $0.basis == .derived && $0.law != nil } && gaps.contains { $0.basis == .literal })
    let run = Run(
      version: "1", language: test.language, asOf: policy.date, assurance: .declared, policy: policy, show: .gaps, width: 80)
    let output = Self.signs(renderer.render([report], run))
    for (ground, count) in Self.counted(gaps.map(\.ground)) {
      #expect(output.ranges(of: Self.signs(ground)).count >= count, "\(count) × \(ground)")
    }
    for (law, count) in Self.counted(gaps.compactMap(\.law)) {
      #expect(output.ranges(of: Self.signs(law)).count >= count, "\(count) × \(law)")
    }
  }

  private static func counted(_ texts: [String]) -> [String: Int] { texts.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  /// Letters and digits: what no format escapes, nor breaks a line in. Azure writes a semicolon with two of them.
  private static func signs(_ text: String) -> String { text.replacing("%3B", with: "").filter { $0.isLetter || $0.isNumber } }
}

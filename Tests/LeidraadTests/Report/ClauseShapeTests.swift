import LocatedYAML
import Testing

@testable import LeidraadCore

/// Where a clause goes in a file of any shape, to the letter: what stands there stays, and the file is read again without a fault.
@Suite struct ClauseShapeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What stands behind the head of the file, before and after.
    let before: String
    let after: String

    init(_ description: String, _ before: String, _ after: String) {
      (testDescription, self.before, self.after) = (description, before, after)
    }
  }

  private static let policy = TinyPolicy(
    id: "shapes",
    sections: """
      s:
        label: @
        fields:
          a: {kind: choice, label: @, options: {aa: @, bb: @}}
          list: {kind: list, label: @, fields: {name: {kind: text, label: @}, role: {kind: choice, label: @, options: {aa: @, bb: @}}}}

      """,
    recommendations: [
      .init(
        id: "R1", body: "weight: {organisation: 1}",
        controls: [
          ("R1.1", "weight: 1\ncheck: [{field: s.a, is: aa}]\nexamples: {met: [{s: {a: aa}}]}"),
          ("R1.2", "weight: 1\ncheck: [{field: s.list, each: [role]}]\nexamples: {met: [{s: {list: [{name: n, role: aa}]}}]}"),
        ])
    ], rules: [])

  static let choices = [
    Case("nothing", "", "s:\n  a: aa\n"),
    Case("a key in braces without a colon", "s: {a}\n", "s: {a: aa}\n"),
    Case("a key in braces with a colon", "s: {a: }\n", "s: {a: aa }\n"),
    Case("keys in braces", "s: {a, list: []}\n", "s: {a: aa, list: []}\n"),
    Case("a key without a value", "s:\n  a:\n", "s:\n  a: aa\n"), Case("further in", "s:\n     a:\n", "s:\n     a: aa\n"),
  ]

  static let items = [
    Case("a dash with a remark", "- # nog doen", "- {role: aa} # nog doen"),
    Case("a dash", "-", "- {role: aa}"),
    Case("an item that is somebody's text", "- Jan", "- Jan"),
    Case("an item that is a list", "- [Jan]", "- [Jan]"),
    Case("an item in braces", "- {name: Jan}", "- {name: Jan, role: aa}"),
    Case("an item in lines", "- name: Jan", "- name: Jan\n      role: aa"),
  ]

  @Test(arguments: choices)
  func aChoiceStandsWhereItBelongs(_ test: Case) throws {
    let after = try Self.withClause("R1.1", test.before)
    #expect(after == test.after)
  }

  @Test(arguments: items)
  func anItemIsCompletedWhereItStands(_ test: Case) throws {
    func file(_ item: String) -> String { "s:\n  list:\n    - {name: Piet, role: bb}\n    \(item)\n" }
    let after = try Self.withClause("R1.2", file(test.before))
    #expect(after == file(test.after))
  }

  /// What becomes of a file when the clause of one control is put in.
  private static func withClause(_ control: String, _ body: String) throws -> String {
    let policy = try #require(PolicyToolsTests.load(Self.policy.yaml).policy)
    let head = "leidraad: guideline/v1\npolicy: shapes@1\norganisation: {name: Club, kind: club}\n"
    let findings = try #require(try Assessed(head + body, policy).report().result).findings
    let finding = try #require(findings.first { $0.id == control })
    let after = ClauseApplier.apply(try #require(finding.clause).edits, to: Array((head + body).utf8))
    return String(decoding: after.dropFirst(head.utf8.count), as: UTF8.self)
  }
}

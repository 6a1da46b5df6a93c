import Testing

@testable import LeidraadCore

/// What is written of a criterion is the criterion: read again, nothing is lost and nothing is another field's.
@Suite struct CriterionWriterTests {
  @Test(arguments: TinyPolicy.all.map(\.id))
  func isReadAsWhatWasWritten(id: String) throws {
    let tiny = try #require(TinyPolicy.all.first { $0.id == id })
    let policy = try #require(PolicyToolsTests.load(tiny.yaml).policy)
    let writer = CriterionWriter(policy)
    func line(_ key: String, _ criterion: Criterion?) -> String { criterion.map { "\(key): \(writer.value($0).source)\n" } ?? "" }
    let again = TinyPolicy(
      id: id, sections: tiny.sections,
      recommendations: policy.recommendations.map { recommendation in
        TinyPolicy.Recommendation(
          id: recommendation.id, body: "weight: {organisation: 1, municipality: 1}\n" + line("applies-when", recommendation.appliesWhen),
          controls: recommendation.controls.map { index in
            let control = policy.controls[index]
            let check = control.check.map { writer.value($0).source }.joined(separator: ", ")
            return (control.id, "weight: 1\n" + line("applies-when", control.appliesWhen) + "check: [\(check)]\n")
          })
      },
      rules: policy.rules.map { rule in
        let condition = rule.when.map { ", when: \(writer.value($0).source)" } ?? ", knock-out: major"
        return "\(rule.id): {control: \(policy.controls[rule.control].id)\(condition), says: @}"
      })
    let loading = PolicyToolsTests.load(again.yaml)
    let read = try #require(loading.policy, "\(loading.diagnostics.map { "\($0.path): \($0.message.en)" })")
    #expect(read.recommendations.map(\.appliesWhen) == policy.recommendations.map(\.appliesWhen))
    for (new, old) in zip(read.controls, policy.controls) {
      #expect(new.id == old.id && new.check == old.check && new.appliesWhen == old.appliesWhen, "\(old.id)")
    }
    for (new, old) in zip(read.rules, policy.rules) { #expect(new.id == old.id && new.when == old.when, "\(old.id)") }
  }
}

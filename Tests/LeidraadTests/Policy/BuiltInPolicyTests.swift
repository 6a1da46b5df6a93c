import LocatedYAML
import Testing

@testable import LeidraadCore

/// What every policy in the binary promises to the people whose guidelines it scores.
@Suite struct BuiltInPolicyTests {
  struct KindCase: Sendable, CustomTestStringConvertible {
    let policy: String
    let kind: String
    var testDescription: String { "\(policy), \(kind)" }
  }

  static let kinds: [KindCase] = BuiltInPolicies.ids.flatMap { id in
    ((try? builtInPolicy(id))?.kinds ?? []).map { KindCase(policy: id, kind: $0.id) }
  }

  private static func open(_ test: KindCase) throws -> (policy: Policy, kind: Int) {
    let policy = try builtInPolicy(test.policy)
    return (policy, try #require(policy.kinds.firstIndex { $0.id == test.kind }))
  }

  @Test(arguments: BuiltInPolicies.ids)
  func loadsWithoutAWord(id: String) throws {
    #expect(builtInDiagnostics(id).map { "\($0.location.file):\($0.location.start.line) \($0.message.en)" } == [])
    #expect(try builtInPolicy(id).id == id)
  }

  @Test(arguments: BuiltInPolicies.ids)
  func examplesComeOutAsTheySay(id: String) throws {
    let files = try #require(BuiltInPolicies.files(of: id))
    let (count, failures) = try #require(PolicyTester(Policy.load(files, base: BuiltInPolicies.files(of:)))).run()
    #expect(count > 0)
    for failure in failures {
      Issue.record(
        "\(failure.id), line \(failure.example.start.line): \(failure.found ?? "nothing") \(failure.diagnostics.map(\.message.en))")
    }
  }

  /// A control without a good and a bad example explains nothing and has no clause to paste.
  @Test(arguments: BuiltInPolicies.ids)
  func controlsHaveExamples(id: String) throws {
    for control in try builtInPolicy(id).controls {
      #expect(control.examples.contains { $0.outcome == .met }, "\(control.id) has no example that is met")
      #expect(
        control.examples.contains { [.notMet, .partlyMet, .unanswered, .contradicted].contains($0.outcome) },
        "\(control.id) has no gap as an example")
    }
  }

  @Test(arguments: kinds)
  func allExamplesTogetherAreComplete(_ test: KindCase) throws {
    let (policy, kind) = try Self.open(test)
    let sample = Sample.complete(policy, kind: kind)
    for language in Language.own {
      let result = try Assessed(sample.text(language: language), policy)
      #expect(result.diagnostics.map(\.message.en) == [])
      #expect(result.gaps == [])
      #expect(result.assessment.scores.declared == Fraction(100))
      #expect(result.assessment.completeness == .one)
      #expect(result.assessment.rules.map { policy.rules[$0.rule].id } == [])
      #expect(result.assessment.verdict.band == policy.bands.count - 1)
    }
  }

  @Test(arguments: kinds)
  func silenceIsNothing(_ test: KindCase) throws {
    let (policy, kind) = try Self.open(test)
    let result = try Assessed(Sample(policy, kind: kind).text(), policy)
    #expect(result.assessment.controls.allSatisfy { $0.share.isZero })
    #expect(result.assessment.controls.contains { $0.isInScope })
    #expect(result.assessment.completeness == .zero)
    #expect(result.assessment.scores.declared == .zero)
    #expect(result.assessment.verdict.band == nil)
    #expect(result.assessment.rules.allSatisfy { $0.state != .certain })
  }

  /// Who it is of is told; every question is answered with no.
  @Test(arguments: kinds)
  func notArrangedIsAnHonestNo(_ test: KindCase) throws {
    let (policy, kind) = try Self.open(test)
    var sample = Sample(policy, kind: kind)
    for field in policy.fields where !field.isBuiltIn {
      sample.set(field.path, field.takesNotArranged(in: policy) ? .scalar("not-arranged") : Self.answer(field))
    }
    let result = try Assessed(sample.text(), policy)
    #expect(result.diagnostics.map(\.message.en) == [])
    let scored = result.assessment.controls.filter { !$0.share.isZero }.map { policy.controls[$0.control].id }
    #expect(scored == [])
    #expect(result.assessment.completeness == .one)
    #expect(result.assessment.scores.declared == .zero)
    #expect(result.assessment.verdict.band == 0)
  }

  /// Some answer to a question about the organisation itself.
  private static func answer(_ field: Field) -> ExampleValue {
    switch field.kind {
    case .text, .texts, .link: .scalar("x")
    case .flag: .scalar("true")
    case .choice: .scalar(field.options[0].id)
    case .choices: .list(field.options.map { .scalar($0.id) })
    case .number: .scalar(String(max(field.minimum, 12)))
    case .date: .scalar("2026-01-01")
    case .period: .scalar("1 month")
    case .list: .list([.map(field.items.map { .init(key: $0.name, value: answer($0)) })])
    }
  }

  // MARK: The source's own line

  /// A police team under the Wpg is not scored on the GDPR and is shown none of its articles.
  @Test(arguments: kinds.filter { ["youth-work", "police", "municipality"].contains($0.kind) })
  func showsTheLawOfTheRegime(_ test: KindCase) throws {
    let (policy, kind) = try Self.open(test)
    let field = policy.fields[try #require(policy.regime)]
    var shownInAll = 0
    for option in field.options {
      for base in [Sample(policy, kind: kind), Sample.complete(policy, kind: kind)] {
        var sample = base
        sample.set(field.path, .scalar(option.id))
        let result = try Assessed(sample.text(), policy)
        let shown = try #require(result.report().result).findings.compactMap(\.law)
        shownInAll += shown.count
        #expect(shown.allSatisfy { $0.hasPrefix(option.label[.dutch]) })
        let controls = result.assessment.controls.filter(\.isInScope).map { policy.controls[$0.control] }
        if test.kind == "police", option.id == "wpg" {
          #expect(controls.filter { policy.recommendations[$0.recommendation].id == "DP" }.map(\.id) == [])
          #expect(shown.isEmpty || shown.allSatisfy { !$0.contains("AVG") })
        }
      }
    }
    #expect(shownInAll > 0)
    if test.kind == "police" { #expect(field.option("wpg") != nil) }
  }

  @Test func roleIsNotName() throws {
    let policy = try builtInPolicy()
    var asked = 0
    for kind in policy.kinds.indices {
      var sample = Sample.complete(policy, kind: kind)
      guard sample.entries.contains(where: { $0.key == "role-disclosure" }) else { continue }
      asked += 1
      sample.set("role-disclosure.rule", .scalar("to-the-person"))
      sample.set("role-disclosure.personal-name", .scalar("work-alias"))
      let result = try Assessed(sample.text(), policy)
      #expect(result.gaps == [], "\(policy.kinds[kind].id)")
      #expect(result.assessment.scores.declared == Fraction(100))
      sample.set("role-disclosure.personal-name", .scalar("anonymous-named-service"))
      #expect(try Assessed(sample.text(), policy).assessment.scores.declared == Fraction(100))
    }
    #expect(asked > 0)
  }

  /// Not monitoring is no shortcoming: nothing more is asked about it.
  @Test func noMonitoringIsInOrder() throws {
    let policy = try builtInPolicy()
    let fields = Set(policy.fields.indices.filter { policy.fields[$0].path.hasPrefix("monitoring.") })
    var asked = 0
    for kind in policy.kinds.indices {
      var sample = Sample.complete(policy, kind: kind)
      for field in fields { sample.set(policy.fields[field].path, nil) }
      sample.set("monitoring.done", .scalar("none"))
      let result = try Assessed(sample.text(), policy)
      let readers = result.assessment.controls.filter { result in
        result.isInScope
          && policy.controls[result.control].check.contains {
            $0.fields(guards: false).contains { policy.fields[$0].path == "monitoring.done" }
          }
      }
      asked += readers.count
      #expect(readers.allSatisfy { $0.share == .one })
      #expect(result.assessment.rules.isEmpty)
    }
    #expect(asked > 0)
  }
}

import Testing

@testable import LeidraadCore

/// What another policy makes of one guideline.
@Suite struct PolicyEffectTests {
  private static let guideline = """
    leidraad: guideline/v1
    policy: club@1
    organisation: {name: Voorbeeld, kind: scouts}
    chat: {rules: written, moderators: 2}

    """

  private static func effect(_ old: String, _ new: String, _ text: String = guideline) throws -> PolicyEffect {
    func read(_ policy: String) throws -> (Report, [String: Outcome], [String]) {
      let policy = try #require(PolicyToolsTests.load(policy).policy)
      let read = try Assessed(text, policy)
      return (
        read.report(language: .english),
        Dictionary(uniqueKeysWithValues: read.assessment.controls.map { (policy.controls[$0.control].id, $0.outcome) }),
        policy.controls.map(\.id)
      )
    }
    let (before, after) = (try read(old), try read(new))
    return PolicyEffect(file: "a.yaml", old: before.0, before.1, new: after.0, after.1, order: after.2)
  }

  @Test func theSamePolicyHasNoEffect() throws {
    let effect = try Self.effect(PolicyToolsTests.club, PolicyToolsTests.club)
    #expect(effect.file == "a.yaml" && effect.organisation == "Voorbeeld")
    #expect(effect.old != nil && effect.new != nil && !effect.isDifferent && effect.standing == .same)
    #expect(effect.controls.isEmpty && effect.rules.isEmpty && effect.recommendations.isEmpty)
  }

  /// (100 × (2 + 1/2)) / 3 = 83.3 is no longer enough where more is asked, and is again the other way round.
  @Test func aHigherBarIsLostAndALowerOneGained() throws {
    let higher = PolicyToolsTests.club.replacing("from: 60,", with: "from: 90,")
    let lost = try Self.effect(PolicyToolsTests.club, higher)
    #expect(lost.standing == .lost && lost.isDifferent)
    #expect(lost.old?.verdict == "Basics in place" && lost.new?.verdict == "Developing")
    #expect(lost.old?.score == "83.3" && lost.new?.score == "83.3")
    #expect(lost.old?.isRequirementMet == true && lost.new?.isRequirementMet == false && lost.new?.required == "Basics in place")
    #expect(lost.controls.isEmpty && lost.recommendations.isEmpty)
    #expect(try Self.effect(higher, PolicyToolsTests.club).standing == .gained)
  }

  @Test func aStricterCheckShowsInControlsAndPoints() throws {
    let effect = try Self.effect(PolicyToolsTests.club, PolicyToolsTests.club.replacing("at-least: 2", with: "at-least: 3"))
    #expect(effect.controls.map(\.id) == ["S1.2"])
    #expect(effect.controls.first?.old == .partlyMet && effect.controls.first?.new != .partlyMet)
    #expect(effect.recommendations.map(\.id) == ["S1"])
    #expect(effect.recommendations.first?.old?.declared.text == "83.3" && effect.recommendations.first?.new?.declared.text == "66.6")
    #expect(effect.old?.verdict == effect.new?.verdict && effect.isDifferent && effect.standing == .same)
  }

  @Test func aRuleThatHoldsUnderOneIsTold() throws {
    let text = Self.guideline.replacing("rules: written", with: "rules: spoken")
    let effect = try Self.effect(PolicyToolsTests.club, PolicyToolsTests.club.replacing("is: secret}", with: "is: spoken}"), text)
    #expect(effect.rules.map(\.id) == ["K-1"])
    #expect(effect.rules.first?.old == nil && effect.rules.first?.new != nil)
  }

  @Test func whatCannotBeAssessedHasNoResult() throws {
    let policy = try #require(PolicyToolsTests.load(PolicyToolsTests.club).policy)
    let whole = try Assessed(Self.guideline, policy).report()
    let none = Report(file: "a.yaml", language: .dutch, diagnostics: [], policy: policy.id, digest: testDigest)
    let lost = PolicyEffect(file: "a.yaml", old: whole, [:], new: none, [:], order: ["S1.1"])
    #expect(lost.new == nil && lost.organisation == "Voorbeeld" && lost.standing == .lost && lost.isDifferent)
    #expect(lost.recommendations.map(\.id) == ["S1"] && lost.recommendations.first?.new == nil)
    let gained = PolicyEffect(file: "a.yaml", old: none, [:], new: whole, [:], order: ["S1.1"])
    #expect(gained.old == nil && gained.standing == .gained && gained.recommendations.first?.old == nil)
  }
}

import LeidraadCore
import Testing

/// Which part of its version number a change of a policy asks for.
@Suite struct PolicyDiffTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let bump: PolicyDiff.Bump
    let old: String
    let new: String
    var testDescription: String { "\(bump): \(new)" }
  }

  static let cases = [
    Case(bump: .patch, old: "Zet de afspraken op papier.", new: "Schrijf de afspraken op."),
    Case(bump: .patch, old: "partly-met: [{chat: {rules: spoken}}]", new: "partly-met: [{chat: {rules: spoken, moderators: 1}}]"),
    Case(
      bump: .minor, old: "      moderators: {kind: number",
      new: "      topic: {kind: text, scored: false, label: {nl: x, en: x}}\n      moderators: {kind: number"),
    Case(bump: .minor, old: "photos: {nl: foto's", new: "other: {nl: anders, en: other}, photos: {nl: foto's"),
    Case(bump: .major, old: "at-least: 2", new: "at-least: 1"),
    Case(bump: .major, old: "        weight: 2", new: "        weight: 3"),
    Case(bump: .major, old: "spoken: 1/2", new: "spoken: 1/4"),
    Case(bump: .major, old: "knock-out: major", new: "knock-out: blocker"),
    Case(bump: .major, old: "        knock-out: major\n", new: ""),
    Case(bump: .major, old: "require: fair", new: "require: middle"),
    Case(bump: .major, old: "photos: {nl: foto's, en: photographs}", new: "pictures: {nl: foto's, en: photographs}"),
  ]

  @Test(arguments: cases)
  func asksFor(change: Case) throws {
    let club = PolicyToolsTests.club
    #expect(club.contains(change.old))
    // The renamed option stands in an example too.
    let text = club.replacing(change.old, with: change.new).replacing("[training, photos]", with: "[training]").replacing(
      "[photos]", with: "[]")
    let old = try #require(PolicyToolsTests.load(club).policy)
    let new = try #require(PolicyToolsTests.load(text).policy)
    let diff = PolicyDiff(old: old, new: new)
    #expect(diff.bump == change.bump)
    #expect(!diff.versionFits)
    let lowest = try #require(diff.lowestVersion)
    #expect(lowest == ["1.0.1", "1.1.0", "2.0.0"].compactMap { Policy.Version($0) }[change.bump.rawValue])
  }

  @Test func aPolicyDoesNotDifferFromItself() throws {
    for id in BuiltInPolicies.ids {
      let files = try #require(BuiltInPolicies.files(of: id))
      let policy = try #require(Policy.load(files, base: BuiltInPolicies.files(of:)).policy)
      #expect(PolicyDiff(old: policy, new: policy).changes.isEmpty)
    }
  }

  /// What an overlay says that it changed and what the difference finds are the same.
  @Test func anOverlayTellsAllItChanges() throws {
    let files = try #require(BuiltInPolicies.files(of: "online-work-municipal-grant"))
    let overlay = try #require(Policy.load(files, base: BuiltInPolicies.files(of:)).policy)
    let baseFiles = try #require(BuiltInPolicies.files(of: "online-work"))
    let base = try #require(Policy.load(baseFiles) { _ in nil }.policy)
    let changed = Set(PolicyDiff(old: base, new: overlay).changes.filter { $0.bump == .major && $0.kind != .policy }.map(\.id))
    let told = Set(overlay.tailoring.map(\.subject))
    #expect(changed.isSubset(of: told), "\(changed.subtracting(told))")
    #expect(overlay.bands[overlay.require].id == "good")
  }
}

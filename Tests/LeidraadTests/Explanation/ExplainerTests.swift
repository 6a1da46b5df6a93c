import LeidraadCore
import LeidraadRendering
import Testing

/// The built-in policy, explained.
@Suite struct ExplainerTests {
  static let policy: Policy? = BuiltInPolicies.files(of: BuiltInPolicies.standard).flatMap { files in Policy.load(files) { _ in nil }.policy
  }

  static func explainer(_ language: Language = .dutch) throws -> Explainer { Explainer(try #require(policy), language: language) }

  @Test func everythingIsFoundByItsName() throws {
    let explainer = try Self.explainer()
    for explanation in explainer.all() {
      let found = explainer.explanations(of: explanation.id).map(\.id)
      #expect(found.contains(explanation.id), "\(explanation.id)")
    }
    #expect(explainer.explanations(of: "b2.14").map(\.id) == ["B2.14"])
  }

  @Test func everythingIsThere() throws {
    let policy = try #require(Self.policy)
    let explanations = try Self.explainer().all()
    let fields = policy.fields.count + policy.fields.map(\.items.count).reduce(0, +)
    let others = policy.recommendations.count + policy.controls.count + policy.rules.count + policy.sections.count
    #expect(explanations.count == fields + others + DiagnosticCode.allCases.count + Term.allCases.count)
    #expect(explanations.count { if case .field = $0 { true } else { false } } == fields)
    for case .recommendation(let explanation) in explanations {
      let recommendation = try #require(policy.recommendations.first { $0.id == explanation.id })
      #expect(explanation.weights.map(\.weight) == recommendation.weights.compactMap { $0?.description })
    }
  }

  @Test func whatIsNotKnownIsSuggested() throws {
    let explainer = try Self.explainer()
    #expect(explainer.explanations(of: "privéaccount").isEmpty)
    #expect(explainer.suggestions(for: "privéaccount").map(\.id).starts(with: ["private-accounts"]))
    #expect(explainer.suggestions(for: "B2.144").map(\.id) == ["B2.14"])
    #expect(explainer.suggestions(for: "acounts.policy").first?.id == "accounts.policy")
    #expect(explainer.suggestions(for: "filer").first?.id == "filler")
    #expect(explainer.suggestions(for: "two steps").contains { $0.id == "B2.17" })
    #expect(explainer.suggestions(for: "xyzzy").isEmpty)
    #expect(explainer.suggestions(for: "").isEmpty)
  }

  @Test(arguments: [
    ("privacyriscos", "B2.32"), ("minderjarige", "B2.13"), ("minderjargen", "B2.13"), ("adminstrators", "accounts.administrators"),
    ("verwerkingsregsiter", "DP.15"), ("twee stapen inlogen", "B2.17"), ("exsists in writng", "B2.01"),
  ])
  func aMisspeltWordIsUnderstood(text: String, id: String) throws {
    let found = try Self.explainer().suggestions(for: text)
    #expect(found.contains { $0.id == id }, "\(found.map(\.id))")
  }

  /// A word of three letters that stands nowhere comes near too many.
  @Test(arguments: ["kat", "jas", "zee", "tip"])
  func aShortWordIsTakenForNoOther(text: String) throws { #expect(try Self.explainer().suggestions(for: text).isEmpty) }

  /// Who types an accent, or leaves it out, finds the same. The words are too short to be found by what comes near them.
  @Test(arguments: [("wat", "a", "àáâãäå"), ("een", "e", "èéêë"), ("wie", "i", "ìíîï"), ("ook", "o", "òóôõö"), ("uur", "u", "ùúûü")])
  func accentsMakeNoDifference(text: String, plain: String, accented: String) throws {
    let explainer = try Self.explainer()
    let expected = explainer.suggestions(for: text).map(\.id)
    #expect(!expected.isEmpty)
    for letter in accented {
      let other = text.replacing(plain, with: String(letter))
      #expect(explainer.suggestions(for: other).map(\.id) == expected, "\(other)")
      #expect(explainer.suggestions(for: other.uppercased()).map(\.id) == expected, "\(other)")
    }
    #expect(explainer.suggestions(for: text.replacing(plain, with: plain + "\u{301}")).map(\.id) == expected)
  }

  /// An address is the one thing that must not be broken.
  @Test(arguments: ["nl", "en"])
  func theTextFitsTheTerminal(tag: String) throws {
    let language = try #require(Language(tag: tag))
    let text = ExplanationText(language: language).text(try Self.explainer(language).all())
    for line in text.split(separator: "\n") where !line.contains("https://") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func noDerivedControlIsSaidToBeTheSources() throws {
    for language in Language.own {
      for case .control(let control) in try Self.explainer(language).all() where control.basis == "derived" {
        #expect(control.ground.contains(language == .dutch ? "noemt dit niet zelf" : "does not name this itself"), "\(control.id)")
      }
    }
  }
}

/// What a control is worth.
@Suite struct PolicyPointsTests {
  @Test func theyAddUpToAHundred() throws {
    let policy = try #require(ExplainerTests.policy)
    let points = PolicyPoints(policy)
    for profile in policy.profiles.indices {
      let controls = policy.controls.indices.compactMap { points.ofControl($0, profile: profile) }
      #expect(controls.reduce(.zero, +) == Fraction(100))
      let recommendations = policy.recommendations.indices.compactMap { points.ofRecommendation($0, profile: profile) }
      #expect(recommendations.reduce(.zero, +) == Fraction(100))
      #expect(Control.Basis.allCases.map { points.ofBasis($0, profile: profile) }.reduce(.zero, +) == Fraction(100))
    }
  }

  /// Two levels: the recommendation's weight, shared out over its controls.
  @Test func theyFollowTheWeights() throws {
    let policy = try #require(ExplainerTests.policy)
    let points = PolicyPoints(policy)
    for profile in policy.profiles.indices {
      let all = policy.recommendations.filter { recommendation in
        recommendation.controls.contains { points.ofControl($0, profile: profile) != nil }
      }
      let total = all.compactMap { $0.weights[profile] }.reduce(.zero, +)
      for (index, recommendation) in policy.recommendations.enumerated() {
        guard let worth = points.ofRecommendation(index, profile: profile), let weight = recommendation.weights[profile] else { continue }
        #expect(worth == Fraction(100) * weight / total, "\(recommendation.id)")
      }
    }
  }
}

extension Explanation {
  var id: String {
    switch self {
    case .control(let value): value.id
    case .recommendation(let value): value.id
    case .rule(let value): value.id
    case .section(let value): value.id
    case .field(let value): value.id
    case .diagnostic(let value): value.id
    case .term(let value): value.id
    }
  }
}

import Testing

@testable import LeidraadCore

/// Every word that a policy shows to people: there in each language, and saying something.
@Suite struct PolicyWordsTests {
  private static func expectBoth(_ text: LocalizedText, _ place: String) {
    for language in Language.own {
      #expect(text.text(in: language)?.contains { $0.isLetter } == true, "\(place) has no \(language)")
    }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func fieldsAreExplained(id: String) throws {
    let policy = try builtInPolicy(id)
    for field in policy.fields.flatMap({ [$0] + $0.items }) {
      Self.expectBoth(field.label, "label of \(field.path)")
      Self.expectBoth(field.help, "help of \(field.path)")
      Self.expectBoth(field.sentence, "sentence of \(field.path)")
      if field.kind == .flag { Self.expectBoth(field.sentenceWhenFalse, "sentence-false of \(field.path)") }
      for option in field.options { Self.expectBoth(option.label, "\(field.path): \(option.id)") }
      if let empty = field.emptyMeaning { Self.expectBoth(empty, "may-be-empty of \(field.path)") }
    }
  }

  /// The answer has a place in its sentence, except where the sentence is the answer (a flag) or a list follows.
  @Test(arguments: BuiltInPolicies.ids)
  func sentencesTakeTheirValue(id: String) throws {
    for field in try builtInPolicy(id).fields.flatMap({ [$0] + $0.items }) where field.kind != .flag && field.kind != .list {
      for entry in field.sentence.texts { #expect(entry.text.contains("{value}"), "sentence of \(field.path), \(entry.language)") }
    }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func controlsAndRulesSayWhyAndHow(id: String) throws {
    let policy = try builtInPolicy(id)
    for control in policy.controls {
      Self.expectBoth(control.title, "title of \(control.id)")
      Self.expectBoth(control.why, "why of \(control.id)")
      Self.expectBoth(control.how, "how of \(control.id)")
    }
    for rule in policy.rules { Self.expectBoth(rule.says, "says of \(rule.id)") }
    for recommendation in policy.recommendations {
      Self.expectBoth(recommendation.title, "title of \(recommendation.id)")
      Self.expectBoth(recommendation.summary, "summary of \(recommendation.id)")
    }
    for section in policy.sections { Self.expectBoth(section.label, "label of \(section.id)") }
  }

  @Test(arguments: BuiltInPolicies.ids)
  func namesAreKebabCase(id: String) throws {
    let policy = try builtInPolicy(id)
    let countries = Set(["NL", "BE", "DE", "GB"])
    let fields = policy.fields.flatMap { [$0] + $0.items }
    var names = policy.sections.map(\.id) + fields.map(\.name) + policy.profiles.map(\.id) + policy.kinds.map(\.id) + policy.bands.map(\.id)
    names += policy.sources.map(\.id) + fields.flatMap { $0.options.map(\.id) }.filter { !countries.contains($0) }
    for name in names { #expect(Policy.isIdentifier(name) && !name.contains("--"), "\(name)") }
  }

  /// A title reads on after “De richtlijn”: a small letter first, no full stop behind.
  @Test(arguments: BuiltInPolicies.ids)
  func titlesReadOn(id: String) throws {
    for control in try builtInPolicy(id).controls {
      for entry in control.title.texts {
        #expect(entry.text.first?.isLowercase == true, "\(control.id), \(entry.language): \(entry.text)")
        #expect(entry.text.last?.isPunctuation == false || entry.text.hasSuffix(")"), "\(control.id), \(entry.language): \(entry.text)")
      }
    }
  }

  /// Lint finds a vague word whatever stands around it, and none in a part of another word. That our own policies have none, lint says too.
  @Test func vagueWordsAreFound() {
    for phrases in VagueWords.byLanguage.values {
      for phrase in phrases {
        #expect(VagueWords.first(of: phrases, in: "Zo doen wij het, \(phrase.uppercased()).") == phrase)
        #expect(VagueWords.first(of: phrases, in: "x\(phrase)x") == nil)
      }
    }
  }

  /// What is our elaboration is never told as if the source, or a law that it does not cite, demands it.
  @Test(arguments: BuiltInPolicies.ids)
  func derivedControlsClaimNoSource(id: String) throws {
    let policy = try builtInPolicy(id)
    let claims = [
      "de bron", "het advies vraagt", "het advies eist", "het rapport", "de aanbeveling vraagt", "de aanbeveling eist", "radar",
      "the source", "the report", "the recommendation requires",
      "the recommendation asks", "the advice requires",
    ]
    for control in policy.controls where control.basis == .derived {
      for text in [control.title, control.why, control.how] {
        for entry in text.texts {
          let words = " \(entry.text.lowercased().split { !$0.isLetter }.joined(separator: " ")) "
          for claim in claims { #expect(!words.contains(" \(claim) "), "\(control.id): \(entry.text)") }
        }
      }
    }
  }

  /// The same of the words around it in a report.
  @Test(arguments: BuiltInPolicies.ids)
  func groundsTellLiteralFromDerived(id: String) throws {
    let policy = try builtInPolicy(id)
    for language in Language.own {
      // One kind of each profile: the grounds of its controls.
      for profile in policy.profiles.indices {
        let kind = try #require(policy.kinds.firstIndex { $0.profile == profile })
        let report = try Assessed(Sample(policy, kind: kind).text(), policy).report(language: language)
        for finding in try #require(report.result).findings {
          let isLiteral = finding.ground.hasPrefix(language == .dutch ? "De bron noemt dit zelf" : "The source itself names this")
          #expect(isLiteral == (finding.basis == .literal), "\(finding.id): \(finding.ground)")
        }
      }
    }
  }

  /// Every article of a law is about a regime of the policy.
  @Test(arguments: BuiltInPolicies.ids)
  func lawsHaveARegime(id: String) throws {
    let policy = try builtInPolicy(id)
    for control in policy.controls where !control.laws.isEmpty {
      let regime = try #require(policy.regime)
      for law in control.laws {
        #expect(policy.fields[regime].option(law.regime) != nil, "\(control.id): \(law.regime)")
        #expect(law.articles.allSatisfy { $0.contains(where: \.isNumber) }, "\(control.id)")
      }
    }
  }
}

import LocatedYAML
import Testing

@testable import LeidraadCore

/// A report is in one language: its own words, the policy's, and the clauses of a guideline in that language.
@Suite struct ReportLanguageTests {
  /// Small words that stand in almost every sentence of one language and in none of the other.
  private static let telltales: [Language: Set<String>] = [
    .dutch: [
      "het", "een", "niet", "uw", "wordt", "worden", "zijn", "deze", "dit", "geen", "ook", "naar", "zonder", "moet", "zegt", "staat",
      "ontbreekt", "besluit", "richtlijn", "gemeente",
      "medewerkers", "jongeren", "punten", "onderdeel", "bron", "eigen", "geldt", "deels", "orde", "voor", "aan", "uit", "nog", "wie",
      "wat",
    ],
    .english: [
      "the", "not", "does", "your", "their", "are", "this", "that", "without", "must", "says", "missing", "guideline", "municipality",
      "workers", "people", "points", "control",
      "source", "holds", "and", "which", "who", "what", "with", "from", "nothing", "none",
    ],
  ]

  struct LanguageCase: Sendable, CustomTestStringConvertible {
    let kind: String
    let language: Language
    let isComplete: Bool
    var testDescription: String { "\(kind), \(language), \(isComplete ? "complete" : "empty")" }
  }

  static let cases: [LanguageCase] = ["youth-work", "school", "police", "municipality"].flatMap { kind in
    Language.own.flatMap { language in [true, false].map { LanguageCase(kind: kind, language: language, isComplete: $0) } }
  }

  @Test(arguments: cases)
  func isInOneLanguage(_ test: LanguageCase) throws {
    let policy = try builtInPolicy()
    let kind = try #require(policy.kinds.firstIndex { $0.id == test.kind })
    let name = test.language == .dutch ? "Voorbeeld" : "Example"
    var sample =
      test.isComplete ? Sample.complete(policy, kind: kind, language: test.language) : Sample(policy, kind: kind, language: test.language)
    sample.set("organisation.name", .scalar(name))
    let decisions =
      "evidence:\n  - {id: a, title: \(name), file: weg.md, supports: {accounts: '1'}}\ndecisions:\n"
      + "  - {for: B2.14, status: planned, reason: \(String(repeating: name, count: 4)), owner: \(name), date: 2026-05-10, until: 2026-11-30}\n"
      + "  - {for: B2.01, status: explained, reason: kort, owner: \(name), date: 2026-05-10}\n"
    let assessed = try Assessed(sample.text(language: test.language) + decisions, policy)
    let report = assessed.report(language: test.language)
    let strangers = Self.telltales[test.language == .dutch ? .english : .dutch] ?? []
    for (place, text) in try Self.words(report, test.language) {
      let words = Set(text.replacing("docs/richtlijn.md", with: "").lowercased().split { !$0.isLetter }.map(String.init))
      let found = words.intersection(strangers)
      #expect(found.isEmpty, "\(place): \(text)")
    }
  }

  /// Every word of a report that is not the organisation's own, with where it stands. Sources keep the titles that they have.
  private static func words(_ report: Report, _ language: Language) throws -> [(String, String)] {
    let result = try #require(report.result)
    var words = report.problems.flatMap { problem in
      [(problem.diagnostic.code.rawValue, problem.diagnostic.message[language])]
        + (problem.diagnostic.help.map { [("help", $0[language])] } ?? [])
    }
    words += [
      ("title", result.policy.title), ("kind", result.organisation.kindLabel), ("verdict", result.verdict.title),
      ("basis", result.verdict.basis), ("required", result.verdict.requiredTitle),
    ]
    words += result.verdict.reasons.map { ("reason", $0) } + result.scores.map { ("score", $0.label) }
    for finding in result.findings + result.rules {
      words += [(finding.id, finding.outcomeLabel), (finding.id, finding.title), (finding.id, finding.why), (finding.id, finding.how)]
      words += [finding.ground, finding.law, finding.evidence, finding.decision, finding.auditor].compactMap { $0 }.map { (finding.id, $0) }
      words += finding.fields.flatMap { [($0.path, $0.label), ($0.path, $0.help)] }
    }
    for recommendation in result.recommendations {
      words += [(recommendation.id, recommendation.title), (recommendation.id, recommendation.summary)]
    }
    words += result.evidence.flatMap { $0.supports.flatMap(\.remarks) }.map { ("evidence", $0) }
    words += result.decisions.flatMap { [("decision", $0.standing), ("decision", $0.statusLabel)] }
    return words
  }

  /// Severities, outcomes and kinds of rule have a word of their own in each language.
  @Test func labelsDiffer() {
    for language in Language.own {
      let outcomes = Outcome.allCases.map { $0.label[language] }
      #expect(Set(outcomes).count == outcomes.count)
      let severities = Severity.allCases.map { $0.label[language] }
      #expect(Set(severities).count == severities.count)
    }
  }

  /// Every diagnostic code is kebab-case, and none is used twice.
  @Test func codesAreKebabCase() {
    for code in DiagnosticCode.allCases { #expect(Policy.isIdentifier(code.rawValue)) }
    #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
  }
}

import LeidraadCore
import Testing

/// Checks in plain words, by a policy that has every operator.
@Suite struct CriterionWordsTests {
  private static let policy = """
    leidraad: policy/v1
    id: words
    version: 1.0.0
    date: 2026-11-24
    title: {nl: Woorden, en: Words}
    sources: {bron: {title: Bron, publisher: Wij}}
    profiles: {club: {label: {nl: Club, en: Club}, kinds: {club: {nl: Club, en: Club}}}}
    terms: {evidence: 24 months, decision: 12 months, verdict: 12 months}
    bands: [{id: low, from: 0, title: {nl: Laag, en: Low}}, {id: high, from: 50, title: {nl: Hoog, en: High}}]
    require: high
    completeness: 4/5
    effort: {low: 1, medium: 2, high: 4}
    sections:
      s:
        label: {nl: S, en: S}
        fields:
          choice: {kind: choice, label: {nl: c, en: c}, options: {a: {nl: eerste, en: first}, b: {nl: tweede, en: second}}}
          choices: {kind: choices, label: {nl: c, en: c}, options: {a: {nl: eerste, en: first}, b: {nl: tweede, en: second}}}
          flag: {kind: flag, label: {nl: f, en: f}}
          number: {kind: number, label: {nl: n, en: n}}
          date: {kind: date, label: {nl: d, en: d}}
          text: {kind: text, label: {nl: t, en: t}}
          list: {kind: list, label: {nl: l, en: l}, fields: {key: {kind: text, label: {nl: k, en: k}}, ok: {kind: flag, label: {nl: o, en: o}}}}
    recommendations:
      R:
        title: {nl: R, en: R}
        source: bron
        weight: {club: 1}
        controls:
          R.1: {title: {nl: r, en: r}, basis: derived, addressee: [club], weight: 1, check: [%CHECK%]}
        rules:
          K: {control: R.1, knock-out: major, when: %RULE%, says: {nl: k, en: k}}
    """

  static func policy(check: String = "s.text", rule: String = "s.text") throws -> Policy {
    let text = policy.replacing("%CHECK%", with: check).replacing("%RULE%", with: rule)
    let loading = Policy.load([PolicyFile(name: "policy.yaml", bytes: Array(text.utf8))]) { _ in nil }
    return try #require(loading.policy, "\(loading.diagnostics.map(\.message.en))")
  }

  @Test(arguments: [
    ("s.text", "s.text is ingevuld", "s.text is filled in"),
    ("{field: s.choice, is: a}", "s.choice is a (eerste)", "s.choice is a (first)"),
    ("{field: s.choice, is: [a, b]}", "s.choice is een van: a (eerste), b (tweede)", "s.choice is one of: a (first), b (second)"),
    ("{field: s.flag, is: true}", "s.flag is true (ja)", "s.flag is true (yes)"),
    ("{field: s.number, is: [1, 2]}", "s.number is een van: 1, 2", "s.number is one of: 1, 2"),
    ("{field: s.choice, excludes: [a]}", "s.choice is niet a (eerste)", "s.choice is not a (first)"),
    ("{field: s.choices, excludes: [a]}", "s.choices noemt a (eerste) niet", "s.choices does not name a (first)"),
    (
      "{field: s.choices, excludes: [a, b]}", "s.choices noemt geen van: a (eerste), b (tweede)",
      "s.choices names none of: a (first), b (second)"
    ),
    ("{field: s.choices, includes: [a]}", "s.choices noemt a (eerste)", "s.choices names a (first)"),
    (
      "{field: s.choices, includes: [a, b]}", "s.choices noemt elk van: a (eerste), b (tweede)",
      "s.choices names each of: a (first), b (second)"
    ),
    (
      "{field: s.choices, includes-any: [a, b]}", "s.choices noemt ten minste een van: a (eerste), b (tweede)",
      "s.choices names at least one of: a (first), b (second)"
    ),
    ("{field: s.number, at-least: 2}", "s.number is ten minste 2", "s.number is at least 2"),
    ("{field: s.list, at-least: 1}", "s.list heeft ten minste 1 regel", "s.list has at least 1 item"),
    ("{field: s.choices, at-least: 2}", "s.choices heeft ten minste 2 antwoorden", "s.choices has at least 2 answers"),
    ("{field: s.number, at-most: 2}", "s.number is ten hoogste 2", "s.number is at most 2"),
    (
      "{field: s.choice, grade: {a: 1/2, b: contradicted}}", "s.choice telt per antwoord: a 1/2, b 0, want in strijd",
      "s.choice counts by answer: a 1/2, b 0, as it contradicts"
    ),
    (
      "{field: s.date, within-months: 12}", "s.date is een datum die al geweest is, ten hoogste 12 maanden geleden",
      "s.date is a date that has passed, at most 12 months ago"
    ),
    (
      "{field: s.date, not-past: 12}", "s.date is een datum die nog komt, binnen 12 maanden",
      "s.date is a date still to come, within 12 months"
    ),
    ("{field: s.list, where: ok}", "in s.list staat een regel waarin ok is ingevuld", "s.list has an item in which ok is filled in"),
    ("{field: s.list, each: [ok]}", "voor elke regel van s.list geldt: ok is ingevuld", "for every item of s.list: ok is filled in"),
    (
      "{field: s.list, where: {field: ok, is: true}, each: [key, ok]}",
      "voor elke regel van s.list waarin ok is true (ja), geldt: key is ingevuld en ok is ingevuld",
      "for every item of s.list in which ok is true (yes): key is filled in and ok is filled in"
    ),
    (
      "{field: s.text, when: {field: s.flag, is: true}}", "s.text is ingevuld; telt alleen als s.flag is true (ja)",
      "s.text is filled in; counts only if s.flag is true (yes)"
    ),
    (
      "{any: [s.text, {all: [s.flag, s.date]}]}", "s.text is ingevuld of (s.flag is ingevuld en s.date is ingevuld)",
      "s.text is filled in or (s.flag is filled in and s.date is filled in)"
    ),
  ])
  func checks(yaml: String, nl: String, en: String) throws {
    let policy = try Self.policy(check: yaml)
    let criterion = try #require(policy.controls[0].check.first)
    #expect(CriterionWords(policy: policy, language: .dutch).sentence(criterion) == nl)
    #expect(CriterionWords(policy: policy, language: .english).sentence(criterion) == en)
  }

  @Test(arguments: [
    ("{not: s.text}", "s.text is niet ingevuld of geregeld", "s.text is not filled in or arranged"),
    ("{not: {field: s.choice, is: a}}", "s.choice is niet a (eerste)", "s.choice is not a (first)"),
    (
      "{not: {all: [s.text, s.flag]}}", "het is niet zo dat (s.text is ingevuld en s.flag is ingevuld)",
      "it is not so that (s.text is filled in and s.flag is filled in)"
    ),
    ("{unmet: [R.1]}", "van R.1 is niets in orde", "nothing of R.1 is met"),
    (
      "{any: [{not: s.text}, s.flag]}", "(s.text is niet ingevuld of geregeld) of s.flag is ingevuld",
      "(s.text is not filled in or arranged) or s.flag is filled in"
    ),
  ])
  func conditions(yaml: String, nl: String, en: String) throws {
    let policy = try Self.policy(rule: yaml)
    let condition = try #require(policy.rules[0].when)
    #expect(CriterionWords(policy: policy, language: .dutch).sentence(condition) == nl)
    #expect(CriterionWords(policy: policy, language: .english).sentence(condition) == en)
  }
}

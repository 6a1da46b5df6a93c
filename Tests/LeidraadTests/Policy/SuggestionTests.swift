import LeidraadCore
import Testing

/// What `policy test --mutate --suggest` proposes: put into the policy, it lets every change be noticed.
@Suite struct SuggestionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The lines of the control that is tried.
    let control: String
    /// The example of it that is there from the start, where nothing is near enough to be found without one.
    let example: (outcome: String, yaml: String)?
    /// A rule about it.
    let rule: String?

    init(_ description: String, _ control: String, example: (outcome: String, yaml: String)? = nil, rule: String? = nil) {
      (testDescription, self.control, self.example, self.rule) = (description, control, example, rule)
    }
  }

  static let cases = [
    Case("a flag", "check: [{field: s.flag, is: true}]"),
    Case("a choice", "check: [{field: s.choice, is: [a, b]}]"),
    Case("a graded choice", "check: [{field: s.choice, grade: {a: 1, b: 1/2, c: contradicted}}]"),
    Case("all of some choices", "check: [{field: s.set, includes: [a, b, c]}]"),
    Case("one of some choices", "check: [{field: s.set, includes-any: [a, b]}]"),
    Case("none of some choices", "check: [{field: s.set, excludes: [a, b]}]"),
    Case("a number of choices", "check: [{field: s.set, at-least: 2}]"),
    Case("a number down to its lowest", "check: [{field: s.number, at-least: 1}]"),
    Case("a number up to its highest", "check: [{field: s.number, at-most: 8}]"),
    Case("one number", "check: [{field: s.number, is: [3, 5]}]"),
    Case("a day not long ago", "check: [{field: s.day, within-months: 12}]"),
    Case("a day to come", "check: [{field: s.day, not-past: 6}]"),
    Case("texts", "check: [{field: s.texts, at-least: 2}]"),
    Case("a text or an address", "check: [{any: [s.text, s.link]}]"),
    Case("more texts", "check: [{field: s.texts, at-least: 3}]"),
    Case("items", "check: [{field: s.list, at-least: 3}]"),
    Case("items that are told apart by a choice", "check: [{field: s.roles, at-least: 2}]"),
    Case("items of a kind, more than one", "check: [{field: s.list, where: {field: role, is: a}, at-least: 2}]"),
    Case("items of a kind", "check: [{field: s.list, where: {field: role, is: a}}]"),
    Case("every item", "check: [{field: s.list, each: [role, {field: age, at-least: 18}]}]"),
    Case("a condition", "applies-when: {field: s.choice, is: a}\ncheck: [{field: s.flag, is: true}]"),
    Case("a guard", "check: [s.text, {field: s.flag, is: true, when: {field: s.choice, is: a}}]"),
    Case("one period of two", "check: [s.period, s.term]"),
    Case("one number of two", "check: [s.number, s.amount]"),
    Case("one address of two", "check: [s.link, s.page]"),
    // Without the example it would take more than the two changes that are tried.
    Case(
      "an answer taken away", "applies-when: {all: [s.text, s.link, s.period, s.number]}\ncheck: [s.choice]",
      example: ("met", "{s: {text: x, link: /a, period: 1 day, number: 1, choice: a}}")),
    Case(
      "a rule about what its control's good example shows", "check: [{field: s.list, where: \(sureAdult)}]",
      example: ("met", "{s: {list: [{name: x, role: a, age: 18, sure: true}]}}"),
      rule: "K: {control: R1.1, when: {field: s.list, where: \(sureAdult)}, says: @"),
    Case(
      "a rule about what its control's bad example shows", "check: [{field: s.list, each: [{field: age, at-most: 9}]}]",
      example: ("not-met", "{s: {list: [{name: x, role: a, age: 18, sure: true}]}}"),
      rule: "K: {control: R1.1, when: {field: s.list, where: \(sureAdult)}, says: @"),
    Case(
      "two answers of an item changed", "check: [{field: s.list, where: \(grown)}]",
      example: ("met", "{s: {list: [{name: x, place: hier, role: a, age: 18, sure: true}]}}"),
      rule: "K: {control: R1.1, when: {field: s.list, where: \(grown)}, says: @"),
  ]

  private static let sureAdult = "{all: [{field: role, is: a}, {field: age, at-least: 18}, {field: sure, is: true}]}"

  private static let grown =
    "{all: [{field: role, is: a}, place, {any: [{field: age, at-least: 18}, {field: sure, is: true}]}]}"

  private static let fields = """
    s:
      label: @
      fields:
        flag: {kind: flag, label: @}
        choice: {kind: choice, label: @, options: {a: @, b: @, c: @}}
        set: {kind: choices, label: @, options: {a: @, b: @, c: @}}
        number: {kind: number, label: @, max: 9}
        amount: {kind: number, label: @}
        day: {kind: date, label: @}
        text: {kind: text, label: @}
        texts: {kind: texts, label: @}
        link: {kind: link, label: @}
        page: {kind: link, label: @}
        period: {kind: period, label: @}
        term: {kind: period, label: @}
        list:
          kind: list
          label: @
          fields:
            name: {kind: text, label: @}
            place: {kind: text, label: @}
            role: {kind: choice, label: @, options: {a: @, b: @}}
            age: {kind: number, label: @}
            sure: {kind: flag, label: @}
        roles: {kind: list, label: @, fields: {role: {kind: choice, label: @, options: {a: @, b: @, c: @}}}}

    """

  /// A policy's examples: of what, with which outcome, and the YAML.
  private typealias Example = (id: String, outcome: String, yaml: String)

  private static func tester(_ test: Case, _ examples: [Example]) throws -> PolicyTester {
    func of(_ id: String) -> String {
      let outcomes = Dictionary(grouping: examples.filter { $0.id == id }, by: \.outcome)
      return "examples: {\(outcomes.map { "\($0): [\($1.map(\.yaml).joined(separator: ", "))]" }.sorted().joined(separator: ", "))}"
    }
    return try tester("\(test.control)\n\(of("R1.1"))", rule: test.rule.map { "\($0), \(of("K"))}" })
  }

  /// Of a policy of one control, and perhaps a rule.
  static func tester(_ control: String, rule: String? = nil) throws -> PolicyTester {
    let policy = TinyPolicy(
      id: "tiny", sections: fields,
      recommendations: [.init(id: "R1", body: "weight: {organisation: 1}", controls: [("R1.1", "weight: 1\n" + control)])],
      rules: rule.map { [$0] } ?? [])
    let loading = PolicyToolsTests.load(policy.yaml)
    return try #require(PolicyTester(loading), "\(loading.diagnostics.map { "\($0.path): \($0.message.en)" })")
  }

  @Test(arguments: cases)
  func whatIsSuggestedLetsEveryChangeBeNoticed(test: Case) throws {
    let given = test.example.map { [Example("R1.1", $0.outcome, $0.yaml)] } ?? []
    let survivors = try Self.tester(test, given).mutate(suggests: true).survivors
    #expect(!survivors.isEmpty)
    #expect(survivors.filter { $0.suggestion == nil }.map(\.words) == [])
    let suggested = survivors.compactMap { survivor in survivor.suggestion.map { Example(survivor.id, $0.outcome, $0.yaml) } }
    let tester = try Self.tester(test, given + suggested)
    #expect(tester.mutate().survivors.map(\.words) == [])
    #expect(tester.run().failures.map { "\($0.id): \($0.expected), not \($0.found ?? "assessed")" } == [])
  }

  /// Without its key an item would count for nothing, and no person would write it so.
  @Test(arguments: ["{field: s.list, where: {field: role, is: a}}", "{field: s.list, each: [{field: age, at-least: 18}]}"])
  func anItemIsSuggestedWithItsKey(check: String) throws {
    let suggestions = try Self.tester("check: [\(check)]").mutate(suggests: true).survivors.compactMap(\.suggestion)
    #expect(!suggestions.isEmpty)
    for suggestion in suggestions { #expect(suggestion.yaml.contains("[{name: "), "\(suggestion.yaml)") }
  }
}

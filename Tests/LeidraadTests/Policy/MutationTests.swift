import LeidraadCore
import Testing

/// Which small changes of a check are tried: all that an author could have meant instead, each by its words.
@Suite struct MutationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let control: String
    let changes: [String]
    var testDescription: String { control }

    init(_ control: String, _ changes: [String]) { (self.control, self.changes) = (control, changes) }
  }

  static let cases = [
    Case("check: [s.text]", []), Case("check: [s.text, s.link]", ["s.text: dropped", "s.link: dropped", "check: all -> any"]),
    Case(
      "check: [{field: s.flag, is: true}]",
      ["s.flag: is [true] -> excludes [true]", "s.flag: is [true] +false"]),
    Case(
      "check: [{field: s.choice, is: [a, b]}]",
      ["s.choice: is [a, b] -> excludes [a, b]", "s.choice: is [a, b] -a", "s.choice: is [a, b] -b", "s.choice: is [a, b] +c"]),
    Case(
      "check: [{field: s.choice, excludes: a}]",
      ["s.choice: excludes [a] -> is [a]", "s.choice: excludes [a] +b", "s.choice: excludes [a] +c"]),
    Case(
      "check: [{field: s.choice, grade: {a: 1, b: 1/2, c: contradicted}}]",
      ["s.choice: grade a: 1 -> 0", "s.choice: grade b: 1/2 -> 0", "s.choice: grade b: 1/2 -> 1", "s.choice: grade c: contradicted -> 0"]),
    Case(
      "check: [{field: s.set, includes: [a, b]}]",
      [
        "s.set: includes [a, b] -> excludes [a, b]", "s.set: includes [a, b] -> includes-any [a, b]", "s.set: includes [a, b] -a",
        "s.set: includes [a, b] -b", "s.set: includes [a, b] +c",
      ]),
    Case(
      "check: [{field: s.set, includes-any: [a, b]}]",
      [
        "s.set: includes-any [a, b] -> excludes [a, b]", "s.set: includes-any [a, b] -> includes [a, b]", "s.set: includes-any [a, b] -a",
        "s.set: includes-any [a, b] -b", "s.set: includes-any [a, b] +c",
      ]),
    Case(
      "check: [{field: s.set, excludes: a}]",
      ["s.set: excludes [a] -> includes-any [a]", "s.set: excludes [a] +b", "s.set: excludes [a] +c"]),
    Case(
      "check: [{field: s.number, is: [3, 5]}]",
      ["s.number: is 3 -> is 2", "s.number: is 3 -> is 4", "s.number: is 5 -> is 4", "s.number: is 5 -> is 6"]),
    Case(
      "check: [{field: s.number, at-least: 3}]",
      ["s.number: at-least 3 -> at-most 3", "s.number: at-least 3 -> at-least 2", "s.number: at-least 3 -> at-least 4"]),
    Case(
      "check: [{field: s.number, at-most: 3}]",
      ["s.number: at-most 3 -> at-least 3", "s.number: at-most 3 -> at-most 2", "s.number: at-most 3 -> at-most 4"]),
    Case(
      "check: [{field: s.day, within-months: 12}]",
      [
        "s.day: within-months 12 -> not-past 12", "s.day: within-months 12 -> within-months 11",
        "s.day: within-months 12 -> within-months 13",
      ]),
    Case(
      "check: [{field: s.day, not-past: 6}]",
      ["s.day: not-past 6 -> within-months 6", "s.day: not-past 6 -> not-past 5", "s.day: not-past 6 -> not-past 7"]),
    Case(
      "check: [{any: [s.text, {all: [s.link, s.flag]}]}]",
      ["any -> all", "s.text: dropped", "all -> any", "s.link: dropped", "s.flag: dropped", "all(s.link, …): dropped"]),
    Case(
      "check: [{field: s.list, where: {any: [sure, {not: role}]}}]",
      [
        "s.list: where -> dropped", "s.list: where -> negated", "any -> all", "s.list.sure: given -> not given", "s.list.sure: dropped",
        "s.list.role: not -> dropped", "not(s.list.role): dropped",
      ]),
    Case(
      "check: [{field: s.list, where: sure, each: [role, {field: age, at-least: 18}]}]",
      [
        "s.list.role: dropped", "s.list.age: at-least 18 -> at-most 18", "s.list.age: at-least 18 -> at-least 17",
        "s.list.age: at-least 18 -> at-least 19", "s.list.age: dropped", "s.list: where -> dropped", "s.list: where -> negated",
      ]),
    Case(
      "check: [{field: s.text, when: {not: s.flag}}]",
      ["s.text: when -> dropped", "s.text: when -> negated", "s.flag: not -> dropped"]),
    Case(
      "applies-when: s.text\ncheck: [s.link]",
      ["applies-when: dropped", "applies-when: negated"]),
    Case(
      "applies-when: {not: {all: [s.text, s.flag]}}\ncheck: [s.link]",
      [
        "applies-when: dropped", "applies-when: negated", "all -> any", "s.text: given -> not given", "s.text: dropped",
        "s.flag: given -> not given", "s.flag: dropped",
      ]),
  ]

  @Test(arguments: cases)
  func are(_ test: Case) throws {
    let tester = try SuggestionTests.tester(test.control)
    #expect(tester.mutate().survivors.map(\.words) == test.changes)
  }
}

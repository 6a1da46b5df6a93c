internal import LocatedYAML

/// What a policy says for those who work on it alone: examples of rules, and changes of checks that are no changes. No guideline is judged by it.
extension PolicyBuilder {
  mutating func decodeExamples(ofRule id: String, _ node: NodeID, _ reader: inout NodeReader) {
    let names = RuleExample.Expectation.allCases.map(\.rawValue)
    guard let entries = reader.mapping(node, allowed: names, path: joined(id, "examples")) else { return }
    for (name, _, value) in entries.all {
      guard let expected = RuleExample.Expectation(rawValue: name) else { continue }
      for item in reader.items(value, path: joined(id, "examples")) {
        ruleExamples.append(RuleExample(rule: id, expected: expected, value: example(item, reader), place: reader.place(item)))
      }
    }
  }

  mutating func decodeEquivalentMutants(_ node: NodeID, _ reader: inout NodeReader) {
    let path = "equivalent-mutants"
    for item in reader.items(node, path: path) {
      guard let entries = reader.mapping(item, allowed: ["control", "rule", "recommendation", "mutant", "reason"], path: path) else {
        continue
      }
      let subject = entries["rule"] ?? entries["recommendation"] ?? reader.required("control", in: entries, of: item, path: path)
      guard let subject, let id = reader.string(subject, path: path),
        let words = reader.required("mutant", in: entries, of: item, path: path).flatMap({ reader.string($0, path: path) }),
        let reason = reader.required("reason", in: entries, of: item, path: path).flatMap({ localizedText($0, &reader, path: path) })
      else { continue }
      equivalentMutants.append(EquivalentMutant(subject: id, mutant: words, reason: reason, place: reader.place(item)))
    }
  }
}

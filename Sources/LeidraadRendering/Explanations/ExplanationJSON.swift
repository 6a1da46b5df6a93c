package import LeidraadCore

/// Explanations for machines: one object, `explanation/v1`, whatever was asked for.
package struct ExplanationJSON: Encodable {
  private let leidraad = "explanation/v1"
  private let language: String
  private let policy: PolicyFacts
  private let explanations: [Explanation]

  private struct PolicyFacts: Encodable {
    let id: String
    let version: String
    let title: String
  }

  package init(_ explanations: [Explanation], policy: Policy, language: Language) {
    self.language = language.tag
    self.policy = PolicyFacts(id: policy.id, version: policy.version.description, title: policy.title[language])
    self.explanations = explanations
  }

  package var text: String { JSON.pretty(self) + "\n" }
}

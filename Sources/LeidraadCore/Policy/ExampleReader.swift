internal import LocatedYAML

/// Reads a policy's examples as guidelines: they are its documentation, its tests and what a gap tells people to write, all at once.
package struct ExampleReader {
  package let policy: Policy
  private let decoder: GuidelineDecoder

  package init(_ policy: Policy) {
    self.policy = policy
    decoder = GuidelineDecoder(policy)
  }

  /// The profiles that a control is addressed to.
  func profiles(of control: Int) -> [Int] {
    let weights = policy.recommendations[policy.controls[control].recommendation].weights
    return policy.profiles.indices.filter { policy.controls[control].addressees[$0] && weights[$0] != nil }
  }

  /// An example as a guideline of its own: of the profile's first kind unless it names one.
  package func decode(_ example: ExampleValue, profile: Int, language: Language) -> GuidelineDecoder.Decoding? {
    let text = guidelineText(example, profile: profile, language: language)
    guard let document = try? Document.parse(Array(text.utf8)) else { return nil }
    return decoder.decode(document, file: "example.yaml")
  }

  /// The YAML of such a guideline.
  package func guidelineText(_ example: ExampleValue, profile: Int, language: Language) -> String {
    let kind = policy.kinds.first { $0.profile == profile }?.id ?? ""
    let head = ExampleValue.map([
      .init(key: "leidraad", value: .scalar("guideline/v1")), .init(key: "policy", value: .scalar(policy.reference)),
      .init(key: "language", value: .scalar(language.tag)),
      .init(
        key: "organisation", value: .map([.init(key: "name", value: .scalar("Voorbeeld")), .init(key: "kind", value: .scalar(kind))])),
    ])
    guard case .map(let entries) = head.merged(with: example, fields: policy) else { return "" }
    return YAMLWriter(language: language).text(entries)
  }
}

extension ExampleValue {
  /// This value with another's put in by path: maps entry by entry, lists of maps on their first key, other lists by what is new in them.
  package func merged(with other: ExampleValue, fields policy: Policy) -> ExampleValue {
    switch (self, other) {
    case (.map(let mine), .map(let theirs)):
      var entries = mine
      for entry in theirs {
        if let index = entries.firstIndex(where: { $0.key == entry.key }) {
          entries[index] = Entry(key: entry.key, value: entries[index].value.merged(with: entry.value, fields: policy))
        } else {
          entries.append(entry)
        }
      }
      return .map(entries)
    case (.list(let mine), .list(let theirs)):
      var items = mine
      for item in theirs {
        if let key = item.firstEntry, let index = items.firstIndex(where: { $0.firstEntry == key }) {
          items[index] = items[index].merged(with: item, fields: policy)
        } else if !items.contains(item) {
          items.append(item)
        }
      }
      return .list(items)
    case (.map, _), (.list, _), (.scalar, _), (.text, _): return other
    }
  }

  private var firstEntry: Entry? {
    if case .map(let entries) = self { entries.first } else { nil }
  }
}

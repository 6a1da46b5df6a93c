internal import LocatedYAML

/// Keys that the policy does not know, and what their writers most likely meant.
extension GuidelineDecoder.Work {
  /// Somebody who writes the question's own name instead of its key is told the key.
  mutating func reportUnknownKey(
    _ key: NodeID, _ value: NodeID, among table: KeyTable, path: String, labels: (Policy) -> [(String, LocalizedText)]
  ) {
    let name = reader.document.string(of: key)
    guard !name.hasPrefix("x-"), reader.hasRoom(for: .unknownKey, at: key) else { return }
    if name.contains(" "), reader.isEmpty(value) {
      reader.report(.unknownKey, Messages.unknownKey(name), help: GuidelineMessages.commaInText, at: key, path: joined(path, name))
      return
    }
    if let hidden = name.unicodeScalars.first(where: Self.isHidden) {
      reader.report(
        .unknownKey, Messages.unknownKey(name), help: GuidelineMessages.hiddenCharacter(hidden), at: key, path: joined(path, name))
      return
    }
    let byLabel = labels(policy).first { label in label.1.texts.contains { $0.text.lowercased() == name.lowercased() } }?.0
    reader.report(
      .unknownKey, Messages.unknownKey(name),
      help: byLabel.map(Messages.didYouMean) ?? elsewhere(name, path)
        ?? Messages.unknownKeyHelp(nearest(to: name, among: table.names), allowed: table.names), at: key,
      path: joined(path, name))
  }

  /// Looks like a space or like nothing, and is another key to a program.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && (scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint)
  }

  /// Where a key does belong; nil where no section has it.
  private func elsewhere(_ name: String, _ path: String) -> Phrase? {
    if !path.isEmpty, policy.section(name) != nil { return GuidelineMessages.isSection }
    let sections = policy.fields.filter { $0.name == name }.map { policy.sections[$0.section].id }.filter { $0 != path }
    return sections.isEmpty || path.contains(".") ? nil : GuidelineMessages.belongsIn(sections)
  }
}

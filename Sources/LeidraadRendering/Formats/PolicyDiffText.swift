package import LeidraadCore

/// The difference between two policies as lines for a terminal.
package struct PolicyDiffText {
  private let diff: PolicyDiff
  private let language: Language
  private let width: Int
  private let isColored: Bool

  package init(_ diff: PolicyDiff, language: Language, width: Int, isColored: Bool) {
    self.diff = diff
    self.language = language
    self.width = min(max(width, 40), 110)
    self.isColored = isColored
  }

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  private func wrapped(_ text: String, _ margin: String, first: String) -> [TerminalText] {
    TerminalText.wrapped(text, width: width, margin: margin, first: first)
  }

  private func heading(_ text: String) -> [TerminalText] { ["", TerminalText("\(text)").styled(.bold, if: isColored)] }

  package func lines() -> [TerminalText] {
    let title = "\(diff.old.id) \(diff.old.version) → \(diff.new.id) \(diff.new.version)"
    return [TerminalText("\(title)").styled(.bold, if: isColored)] + wrapped(version, "", first: "")
      + list(.added, words("Erbij", "Added")) + list(.removed, words("Weg", "Removed")) + list(.changed, words("Anders", "Changed"))
  }

  private var version: String {
    guard let bump = diff.bump else { return words("Er is geen verschil.", "There is no difference.") }
    guard let lowest = diff.lowestVersion else {
      return words(
        "Dit zijn twee beleidskaders: de versienummers zeggen niets over elkaar.",
        "These are two policies: their versions have nothing to do with each other.")
    }
    let why =
      switch bump {
      case .patch: words("Alleen de tekst is anders", "Only wording differs")
      case .minor: words("Er is iets bij zonder dat de lat hoger ligt", "Things were added that raise no bar")
      case .major: words("Een richtlijn kan hierdoor anders uitkomen", "A guideline may come out differently")
      }
    return diff.versionFits
      ? words("\(why): versie \(diff.new.version) past daarbij.", "\(why): version \(diff.new.version) fits that.")
      : words("\(why): dat vraagt ten minste versie \(lowest).", "\(why): that asks for version \(lowest) at least.")
  }

  private func list(_ sort: PolicyDiff.Change.Sort, _ title: String) -> [TerminalText] {
    let changes = diff.changes.filter { $0.sort == sort }
    guard !changes.isEmpty else { return [] }
    return heading("\(title) (\(changes.count))") + changes.flatMap(change)
  }

  private func change(_ change: PolicyDiff.Change) -> [TerminalText] {
    let head = wrapped("\(change.kind.label[language]) \(change.id): \(change.title[language])", "     ", first: "  ")
    return head + change.aspects.flatMap(aspect)
  }

  private func aspect(_ aspect: PolicyDiff.Change.Aspect) -> [TerminalText] {
    // Examples are many; that they changed is enough.
    if aspect.name == "examples" { return wrapped(words("examples: anders", "examples: changed"), "       ", first: "     ") }
    let nothing = words("niets", "nothing")
    let (old, new) = (aspect.old ?? nothing, aspect.new ?? nothing)
    guard old.count + new.count + aspect.name.count > width - 12 else {
      return wrapped("\(aspect.name): \(old) → \(new)", "       ", first: "     ")
    }
    return [TerminalText("     \(aspect.name):")] + wrapped("− \(old)", "         ", first: "       ")
      + wrapped("+ \(new)", "         ", first: "       ")
  }

  // MARK: Portfolio

  package func lines(_ effects: [PolicyEffect]) -> [TerminalText] {
    let different = effects.filter(\.isDifferent)
    let title = words(
      "Gevolgen: \(different.count) van \(effects.count) richtlijnen komen anders uit",
      "Effects: \(different.count) of \(effects.count) guidelines come out differently")
    return heading(title) + different.flatMap(effect)
  }

  private func effect(_ effect: PolicyEffect) -> [TerminalText] {
    func result(_ result: PolicyEffect.Result?) -> String {
      result.map { "\($0.verdict) (\($0.score ?? "–"))" } ?? words("niet te beoordelen", "cannot be assessed")
    }
    func outcome(_ outcome: Outcome?) -> String { outcome.map { $0.label[language] } ?? words("bestaat niet", "does not exist") }
    let name = effect.organisation.isEmpty ? effect.file : "\(effect.organisation) (\(effect.file))"
    let head = wrapped("\(name): \(result(effect.old)) → \(result(effect.new))", "     ", first: "  ")
    guard !effect.controls.isEmpty else {
      let why = words(
        "Geen onderdeel komt anders uit: het ligt aan gewichten, regels of oordelen.",
        "No control differs: it is the weights, rules or bands.")
      return head + wrapped(why, "     ", first: "     ")
    }
    return head + effect.controls.flatMap { wrapped("\($0.id): \(outcome($0.old)) → \(outcome($0.new))", "       ", first: "     ") }
  }
}

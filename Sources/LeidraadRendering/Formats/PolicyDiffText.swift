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
    return heading(title) + wrapped(standing(effects), "  ", first: "  ") + different.flatMap(effect)
  }

  /// Who still reaches what is asked.
  private func standing(_ effects: [PolicyEffect]) -> String {
    func met(_ side: KeyPath<PolicyEffect, PolicyEffect.Result?>) -> Int { effects.count { $0[keyPath: side]?.isRequirementMet ?? false } }
    let (lost, gained) = (effects.count { $0.standing == .lost }, effects.count { $0.standing == .gained })
    let (old, new) = (diff.old.bands[diff.old.require].title[language], diff.new.bands[diff.new.require].title[language])
    let asked = words(
      "Eerst was “\(old)” gevraagd: gehaald door \(met(\.old)) van \(effects.count). Nu is “\(new)” gevraagd: gehaald door \(met(\.new)).",
      "Before, “\(old)” was required: reached by \(met(\.old)) of \(effects.count). Now “\(new)” is required: reached by \(met(\.new)).")
    let moved = words("Niet meer gehaald: \(lost). Nu wel gehaald: \(gained).", "No longer reached: \(lost). Now reached: \(gained).")
    return lost + gained == 0 ? asked : "\(asked) \(moved)"
  }

  private func effect(_ effect: PolicyEffect) -> [TerminalText] {
    func result(_ result: PolicyEffect.Result?) -> String {
      result.map { "\($0.verdict) (\($0.score ?? "–"))" } ?? words("niet te beoordelen", "cannot be assessed")
    }
    let name = effect.organisation.isEmpty ? effect.file : "\(effect.organisation) (\(effect.file))"
    var lines = wrapped("\(name): \(result(effect.old)) → \(result(effect.new))", "     ", first: "  ")
    lines += requirement(effect).flatMap { wrapped($0, "     ", first: "     ") }
    return lines + reasons(effect).flatMap { wrapped($0, "       ", first: "     ") }
  }

  private func requirement(_ effect: PolicyEffect) -> [String] {
    switch effect.standing {
    case .same: []
    case .lost: [words("Haalt niet meer wat gevraagd is: “\(asked(effect))”.", "No longer reaches what is required: “\(asked(effect))”.")]
    case .gained: [words("Haalt nu wel wat gevraagd is: “\(asked(effect))”.", "Now reaches what is required: “\(asked(effect))”.")]
    }
  }

  private func asked(_ effect: PolicyEffect) -> String { effect.new?.required ?? effect.old?.required ?? "" }

  /// Why: controls and rules that come out differently, what then holds the verdict down, and where the points went.
  private func reasons(_ effect: PolicyEffect) -> [String] {
    let absent = words("bestaat niet", "does not exist")
    let silent = words("zegt niets", "says nothing")
    func outcome(_ outcome: Outcome?) -> String { outcome.map { $0.label[language] } ?? absent }
    var reasons = effect.controls.map { "\($0.id): \(outcome($0.old)) → \(outcome($0.new))" }
    reasons += effect.rules.map { "\($0.id): \($0.old ?? silent) → \($0.new ?? silent)" }
    let before = effect.old?.reasons ?? []
    for reason in effect.new?.reasons ?? [] where !before.contains(reason) { reasons.append("\(words("Nieuw", "New")): \(reason)") }
    func points(_ points: PolicyEffect.Recommendation.Points?) -> String {
      points.map { words("\($0.declared.text) van \($0.possible.text)", "\($0.declared.text) of \($0.possible.text)") } ?? absent
    }
    // What moves most; one weight more changes a little of all the others.
    for item in effect.recommendations.prefix(3) {
      let label = words("punten van \(item.id)", "points of \(item.id)")
      reasons.append("\(label): \(points(item.old)) → \(points(item.new))")
    }
    guard reasons.isEmpty else { return reasons }
    return [
      words(
        "Geen onderdeel of regel komt anders uit: de grenzen van de oordelen zijn verschoven.",
        "No control or rule differs: the bands moved.")
    ]
  }
}

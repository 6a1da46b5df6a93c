package import LeidraadCore

/// A policy as a tree, for people in a terminal.
package struct PolicyText {
  private let policy: Policy
  private let language: Language
  private let width: Int
  private let isColored: Bool

  package init(policy: Policy, language: Language, width: Int, isColored: Bool) {
    self.policy = policy
    self.language = language
    self.width = min(max(width, 40), 110)
    self.isColored = isColored
  }

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  package func lines() -> [TerminalText] { head() + recommendations() + rules() }

  private func head() -> [TerminalText] {
    let band = policy.bands[policy.require].title[language]
    var lines = TerminalText.wrapped("\(policy.title[language]) (\(policy.id) \(policy.version))", width: width).map {
      $0.styled(.bold, if: isColored)
    }
    if let base = policy.extends.first { lines.append(TerminalText("\(words("Bouwt verder op \(base).", "Builds on \(base)."))")) }
    lines += TerminalText.wrapped(
      words(
        "Gevraagd oordeel: \(band). Hoofdstukken: \(policy.sections.count), vragen: \(policy.fields.count).",
        "Required band: \(band). Sections: \(policy.sections.count), fields: \(policy.fields.count)."), width: width)
    let named = policy.recommendations.count { $0.basis(in: policy) == .literal }
    lines += TerminalText.wrapped(
      words(
        "Aanbevelingen: \(policy.recommendations.count), waarvan \(named) uit de bron zelf. Onderdelen: \(policy.controls.count).",
        "Recommendations: \(policy.recommendations.count), \(named) of them from the source itself. Controls: \(policy.controls.count)."),
      width: width)
    for count in policy.counts {
      let label = policy.profiles[count.profile].label[language]
      lines += TerminalText.wrapped(
        words(
          "\(label): \(count.controls) onderdelen, waarvan \(count.literal) uit de bron zelf; gewicht van de aanbevelingen samen \(count.weight).",
          "\(label): \(count.controls) controls, \(count.literal) of them from the source itself; weight of the recommendations together \(count.weight)."
        ),
        width: width, margin: "    ", first: "  ")
    }
    return lines
  }

  /// The weights stand behind the profiles' names; of a control, its own and to whom it is addressed.
  private func recommendations() -> [TerminalText] {
    policy.recommendations.flatMap { recommendation -> [TerminalText] in
      let weights = zip(policy.profiles, recommendation.weights).compactMap { profile, weight in
        weight.map { "\(profile.label[language]) \($0)" }
      }
      let title = "\(recommendation.id) \(recommendation.title[language]) [\(weights.joined(separator: ", "))]"
      return [""] + TerminalText.wrapped(title, width: width, margin: "   ", first: "").map { $0.styled(.bold, if: isColored) }
        + recommendation.controls.flatMap { control(policy.controls[$0]) }
    }
  }

  private func control(_ control: Control) -> [TerminalText] {
    let everyone = zip(control.addressees, policy.recommendations[control.recommendation].weights).allSatisfy { $0 == ($1 != nil) }
    let addressees = zip(policy.profiles, control.addressees).filter(\.1).map { $0.0.label[language].lowercased() }.joined(separator: ", ")
    var notes = [words("gewicht \(control.weight)", "weight \(control.weight)")]
    switch control.basis {
    case .literal: notes.append(words("uit de bron", "from the source"))
    case .derived: break
    }
    if !everyone { notes.append(words("alleen \(addressees)", "only \(addressees)")) }
    if control.evidence != .none { notes.append(words("met bewijs", "with evidence")) }
    return TerminalText.wrapped(
      "\(control.id) \(control.title[language]) [\(notes.joined(separator: ", "))]", width: width, margin: "     ", first: "  ")
  }

  private func rules() -> [TerminalText] {
    guard !policy.rules.isEmpty else { return [] }
    let title = TerminalText("\(words("Regels", "Rules"))").styled(.bold, if: isColored)
    return ["", title]
      + policy.rules.flatMap { rule in
        let label =
          switch rule.knockOut {
          case .blocker: words("knock-out: laagste oordeel", "knock-out: lowest band")
          case .major: words("knock-out: hooguit het tweede oordeel", "knock-out: second band at most")
          case nil: words("tegenspraak", "contradiction")
          }
        return TerminalText.wrapped(
          "\(rule.id) \(rule.says[language]) [\(policy.controls[rule.control].id), \(label)]", width: width, margin: "     ", first: "  ")
      }
  }
}

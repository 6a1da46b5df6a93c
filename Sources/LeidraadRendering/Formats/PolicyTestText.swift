package import LeidraadCore

/// What became of a policy's examples, as lines for a terminal.
package struct PolicyTestText {
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

  private func margin(_ text: String, _ margin: String = "  ", first: String? = nil) -> [TerminalText] {
    TerminalText.wrapped(text, width: width, margin: margin, first: first)
  }

  private func place(_ location: Location) -> String { "\(location.file):\(location.start.line):\(location.start.column)" }

  private func head(_ location: Location, _ label: String) -> TerminalText {
    TerminalText("\(place(location)): ").styled(.bold, if: isColored) + TerminalText("\(label)").styled(.bold, .red, if: isColored)
  }

  package func examples(count: Int, _ failures: [PolicyTester.Failure]) -> [TerminalText] {
    var lines: [TerminalText] = []
    for failure in failures {
      lines.append(head(failure.example, words("voorbeeld van \(failure.id)", "example of \(failure.id)")))
      let profile = failure.profile[language]
      if let found = failure.found, found != failure.expected {
        lines += margin(
          words(
            "Het voorbeeld zegt “\(failure.expected)”, maar voor het profiel “\(profile)” komt het uit op “\(found)”.",
            "The example says “\(failure.expected)”, but for the profile “\(profile)” it comes to “\(found)”."))
      } else if failure.found == nil {
        lines += margin(
          words("Dit is geen richtlijn voor het profiel “\(profile)”.", "This is no guideline for the profile “\(profile)”."))
      }
      for diagnostic in failure.diagnostics { lines += margin(diagnostic.message[language], "    ", first: "  · ") }
      lines += margin(
        words("\(failure.id) staat op \(place(failure.location)).", "\(failure.id) is at \(place(failure.location))."), "    ",
        first: "  → ")
      lines.append("")
    }
    let name = "\(policy.id) \(policy.version)"
    lines.append(
      failures.isEmpty
        ? TerminalText("\(words("\(name): alle \(count) voorbeelden komen uit.", "\(name): all \(count) examples come out."))")
        : TerminalText(
          "\(words("\(name): \(failures.count) van \(count) voorbeelden komen anders uit.", "\(name): \(failures.count) of \(count) examples come out differently."))"
        ))
    return lines
  }

  package func mutation(_ result: MutationResult) -> [TerminalText] {
    var lines: [TerminalText] = []
    for survivor in result.survivors {
      lines.append(head(survivor.location, words("\(survivor.id): geen voorbeeld merkt dit", "\(survivor.id): no example notices")))
      lines += margin(survivor.words)
      if let suggestion = survivor.suggestion {
        lines += margin(words("Dit voorbeeld zou het merken:", "This example would notice:"), "    ", first: "  → ")
        // Whole, on one line: it is to be copied.
        lines.append(TerminalText("    \(suggestion.outcome): \(suggestion.yaml)"))
      }
      lines.append("")
    }
    for mutant in result.stale {
      lines.append(
        TerminalText("\(mutant.place.file):\(mutant.place.line):\(mutant.place.column): ").styled(.bold, if: isColored)
          + TerminalText("\(mutant.subject)"))
      lines += margin(
        words(
          "“\(mutant.mutant)” staat bij “equivalent-mutants”, maar bestaat niet of wordt wel opgemerkt. Haal de regel weg.",
          "“\(mutant.mutant)” is noted under “equivalent-mutants”, but does not exist or is noticed. Remove the line."))
      lines.append("")
    }
    let noticed = result.count - result.survivors.count
    lines.append(
      TerminalText(
        "\(words("\(policy.id) \(policy.version): \(noticed) van \(result.count) wijzigingen opgemerkt, \(result.survivors.count) niet.", "\(policy.id) \(policy.version): \(noticed) of \(result.count) changes noticed, \(result.survivors.count) not."))"
      ))
    return lines
  }
}

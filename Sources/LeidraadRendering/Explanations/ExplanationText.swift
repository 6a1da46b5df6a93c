package import LeidraadCore

/// Explanations for people in a terminal.
package struct ExplanationText {
  let language: Language
  let width: Int
  let isColored: Bool

  package init(language: Language, width: Int = 80, isColored: Bool = false) {
    self.language = language
    self.width = min(max(width, 40), 110)
    self.isColored = isColored
  }

  /// All that was found under one name, an empty line between.
  package func text(_ explanations: [Explanation]) -> String {
    explanations.map { explanation in lines(explanation).map { $0.text + "\n" }.joined() }.joined(separator: "\n")
  }

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  private func lines(_ explanation: Explanation) -> [TerminalText] {
    switch explanation {
    case .control(let control): lines(control)
    case .recommendation(let recommendation): lines(recommendation)
    case .rule(let rule): lines(rule)
    case .section(let section): lines(section)
    case .field(let field): lines(field)
    case .diagnostic(let code): lines(code)
    case .term(let term): lines(term)
    }
  }

  // MARK: Controls

  private func lines(_ control: ControlExplanation) -> [TerminalText] {
    var lines = head(control.id, control.title)
    lines += plain(words("Onderdeel van ", "Part of ") + "\(control.recommendation.id), \(control.recommendation.title)")
    lines += [""] + labelled(words("Waarom", "Why"), control.why) + labelled(words("Wat te doen", "What to do"), control.how)
    lines += sources(control)
    for law in control.law { lines += labelled(words("Wet", "Law"), "\(law.label) art. \(law.articles.joined(separator: ", "))") }
    lines.append("")
    lines += labelled(words("Punten", "Points"), worth(control.points))
    lines += labelled(words("Bewijs", "Evidence"), control.evidenceWords)
    lines += labelled(words("Hoeveel werk", "Effort"), control.effortWords)
    lines += labelled(
      words("Niet van toepassing", "Not applicable"),
      control.mayBeNotApplicable
        ? words("kan, met een besluit dat zegt waarom", "possible, with a decision that says why")
        : words("kan hier niet", "not possible here"))
    if let effective = control.effective { lines += labelled(words("Telt mee vanaf", "Counts from"), effective) }
    if !control.appliesWhen.isEmpty {
      lines += labelled(words("Geldt alleen als", "Applies only if"), control.appliesWhen.joined(separator: words("; en ", "; and ")))
    }
    let even = words(" (elk punt telt even zwaar)", " (each point weighs the same)")
    lines += list(words("Dit wordt nagegaan", "What is checked") + (control.check.count > 1 ? even : ""), control.check)
    lines += list(words("Vragen die worden gelezen", "Fields that are read"), control.fields.map { "\($0.id): \($0.label)" })
    lines += examples(control.examples)
    lines += rules(control.rules)
    return lines
  }

  private func sources(_ control: ControlExplanation) -> [TerminalText] {
    let label = words("Grond", "Ground")
    guard let source = control.sources.first else { return labelled(label, control.ground + ".") }
    guard control.sources.count > 1 else { return labelled(label, "\(control.ground): \(source.text).") + link(source) }
    return labelled(label, control.ground + ":")
      + control.sources.flatMap { TerminalText.wrapped($0.text, width: width, margin: "  ", first: "- ") + link($0) }
  }

  /// An address is not broken: nobody could follow it.
  private func link(_ source: Explanation.Citation) -> [TerminalText] { source.url.map { ["  \($0)"] } ?? [] }

  func worth(_ points: [Explanation.Points]) -> String {
    let parts = points.map { words("\($0.label.lowercased()) tot \($0.text)", "\($0.label.lowercased()) up to \($0.text)") }
    return parts.joined(separator: "; ") + words(" van de 100, als alles van toepassing is", " of the 100, where everything applies")
  }

  /// The first good one and the first of each other outcome.
  private func examples(_ examples: [Explanation.Example]) -> [TerminalText] {
    var seen: Set<String> = []
    return examples.filter { seen.insert($0.outcome).inserted }.flatMap { example in
      heading(words("Voorbeeld", "Example") + ": \(example.label)") + yaml(example.yaml)
    }
  }

  private func rules(_ rules: [RuleBrief]) -> [TerminalText] {
    list(words("Regels die hierover gaan", "Rules about this"), rules.map { "\($0.id) (\($0.label)): \($0.says)" })
  }

  // MARK: Recommendations and rules

  private func lines(_ recommendation: RecommendationExplanation) -> [TerminalText] {
    var lines = head(recommendation.id, recommendation.title)
    lines += [""] + plain(recommendation.summary)
    lines += [""] + labelled(words("Bron", "Source"), recommendation.source.text) + link(recommendation.source)
    for weight in recommendation.weights {
      let profile = weight.points.label
      lines += labelled(
        profile,
        words(
          "gewicht \(weight.weight), tot \(weight.points.text) van de 100 punten",
          "weight \(weight.weight), up to \(weight.points.text) of the 100 points"))
    }
    if let condition = recommendation.appliesWhen { lines += labelled(words("Geldt alleen als", "Applies only if"), condition) }
    lines += list(
      words("Onderdelen (* noemt de bron zelf)", "Controls (* named by the source itself)"),
      recommendation.controls.map { control in
        let points = control.points.map(\.text).joined(separator: "; ")
        return "\(control.id)\(control.basis == "literal" ? "*" : "") (\(points)): \(control.title)"
      })
    return lines + rules(recommendation.rules)
  }

  private func lines(_ rule: RuleExplanation) -> [TerminalText] {
    var lines = head(rule.id, rule.label)
    lines += plain(rule.says)
    lines += [""] + labelled(words("Wanneer", "When"), rule.when)
    lines += labelled(words("Gevolg", "Effect"), rule.effectWords)
    lines += labelled(words("Geldt voor", "For"), rule.profiles.map { $0.label.lowercased() }.joined(separator: ", "))
    if let effective = rule.effective { lines += labelled(words("Telt mee vanaf", "Counts from"), effective) }
    lines += labelled(words("Hoort bij", "Belongs to"), "\(rule.control.id), \(rule.control.title)")
    return lines + list(words("Vragen die worden gelezen", "Fields that are read"), rule.fields.map { "\($0.id): \($0.label)" })
  }

  // MARK: Sections and fields

  private func lines(_ section: SectionExplanation) -> [TerminalText] {
    var lines = head(section.id, section.label)
    lines += plain(section.help)
    lines += list(words("Vragen", "Fields"), section.fields.map { "\($0.id): \($0.label)" })
    return lines + readers(section.controls)
  }

  private func lines(_ field: FieldExplanation) -> [TerminalText] {
    var lines = head(field.id, field.label)
    lines += plain(words("Vraag in het hoofdstuk ", "Field of the section ") + "\(field.section.label) (\(field.section.id))")
    lines += [""] + plain(field.help) + [""]
    lines += labelled(words("Antwoord", "Answer"), field.typeWords + (field.unit.map { " (\($0))" } ?? "") + bounds(field))
    lines += field.notes(language).flatMap { plain($0) }
    lines += list(words("Antwoorden", "Options"), field.options.map { "\($0.id): \($0.label)" })
    lines += list(words("Vragen per regel", "Questions for each item"), field.items.map { "\($0.id): \($0.label)" })
    if !field.example.isEmpty { lines += heading(words("Voorbeeld", "Example")) + yaml(field.example) }
    return lines + readers(field.controls) + rules(field.rules)
  }

  private func bounds(_ field: FieldExplanation) -> String {
    switch (field.minimum, field.maximum) {
    case (nil, nil): ""
    case (let low?, nil): words(", \(low) of meer", ", \(low) or more")
    case (nil, let high?): words(", ten hoogste \(high)", ", at most \(high)")
    case (let low?, let high?): words(", van \(low) tot en met \(high)", ", from \(low) to \(high)")
    }
  }

  private func readers(_ controls: [Explanation.Reference]) -> [TerminalText] {
    list(words("Onderdelen die dit lezen", "Controls that read this"), controls.map { "\($0.id): \($0.title)" })
  }

  // MARK: Codes and terms

  private func lines(_ code: CodeExplanation) -> [TerminalText] {
    var lines = head(code.id, words("melding: ", "diagnostic: ") + code.severityWords)
    lines += plain(code.meaning)
    lines += [""] + labelled(words("Waarom", "Why"), code.why) + labelled(words("Wat te doen", "What to do"), code.whatToDo)
    lines += heading(words("Voorbeeld: zo niet", "Example: not so")) + yaml(code.before)
    return lines + heading(words("Voorbeeld: zo wel", "Example: but so")) + yaml(code.after)
  }

  private func lines(_ term: TermExplanation) -> [TerminalText] {
    let lines = head(term.label, words("begrip", "term")) + plain(term.meaning)
    return lines + (term.elsewhere.map { labelled(words("Elders", "Elsewhere"), $0) } ?? [])
  }

  // MARK: Pieces

  private func head(_ id: String, _ title: String) -> [TerminalText] {
    TerminalText.wrapped("\(id) · \(title)", width: width).map { $0.styled(.bold, if: isColored) }
  }

  private func heading(_ title: String) -> [TerminalText] {
    [""] + TerminalText.wrapped(title, width: width).map { $0.styled(.bold, if: isColored) }
  }

  private func plain(_ text: String) -> [TerminalText] { text.isEmpty ? [] : TerminalText.wrapped(text, width: width) }

  private func labelled(_ label: String, _ text: String) -> [TerminalText] { text.isEmpty ? [] : plain("\(label): \(text)") }

  private func list(_ title: String, _ items: [String]) -> [TerminalText] {
    guard !items.isEmpty else { return [] }
    return heading(title) + items.flatMap { TerminalText.wrapped($0, width: width, margin: "  ", first: "- ") }
  }

  /// A long text goes on below; YAML reads the lines as one.
  private func yaml(_ lines: [String]) -> [TerminalText] {
    lines.flatMap { line in
      let indentation = "  " + line.prefix { $0 == " " }
      return TerminalText.wrapped(line, width: width, margin: indentation + "  ", first: indentation)
    }.map { $0.styled(.cyan, if: isColored) }
  }
}

extension FieldExplanation {
  /// What else there is to know, a sentence each.
  func notes(_ language: Language) -> [String] {
    func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }
    var notes: [String] = []
    if let emptyMeaning {
      notes.append(
        words("Een lege lijst, [], is ook een antwoord: \(emptyMeaning).", "An empty list, [], is an answer too: \(emptyMeaning)."))
    }
    if takesNotArranged {
      notes.append(words("Is dit niet geregeld? Schrijf dan not-arranged.", "If this is not arranged, write not-arranged."))
    }
    if personal { notes.append(words("Dit blijft weg uit openbare rapporten.", "This is left out of public reports.")) }
    if !scored {
      notes.append(
        words("Dit antwoord beschrijft alleen; het telt niet in de score.", "This answer only describes; it does not count in the score."))
    }
    return notes
  }
}

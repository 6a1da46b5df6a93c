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

  private var label: ExplanationWords { ExplanationWords(language: language) }

  private func words(_ nl: String, _ en: String) -> String { label.words(nl, en) }

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
    lines += [""] + labelled(label.why, control.why) + labelled(label.whatToDo, control.how)
    lines += sources(control)
    for law in control.law { lines += labelled(label.law, label.law(law)) }
    lines.append("")
    lines += labelled(label.points, label.worth(control.points))
    lines += labelled(label.evidence, control.evidenceWords)
    lines += labelled(label.effort, control.effortWords)
    lines += labelled(label.notApplicable, label.applicability(control))
    if let effective = control.effective { lines += labelled(label.countsFrom, effective) }
    if !control.appliesWhen.isEmpty {
      lines += labelled(label.appliesOnlyIf, label.conditions(control.appliesWhen))
    }
    lines += list(label.isChecked(control.check.count), control.check)
    lines += list(label.fieldsRead, control.fields.map { "\($0.id): \($0.label)" })
    lines += examples(control.examples)
    lines += rules(control.rules)
    return lines
  }

  private func sources(_ control: ControlExplanation) -> [TerminalText] {
    guard let source = control.sources.first else { return labelled(label.ground, control.ground + ".") }
    guard control.sources.count > 1 else { return labelled(label.ground, "\(control.ground): \(source.text).") + link(source) }
    return labelled(label.ground, control.ground + ":")
      + control.sources.flatMap { TerminalText.wrapped($0.text, width: width, margin: "  ", first: "- ") + link($0) }
  }

  /// An address is not broken: nobody could follow it.
  private func link(_ source: Explanation.Citation) -> [TerminalText] { source.url.map { ["  \($0)"] } ?? [] }

  /// The first good one and the first of each other outcome.
  private func examples(_ examples: [Explanation.Example]) -> [TerminalText] {
    label.shown(examples).flatMap { example in
      heading(label.example + ": \(example.label)") + yaml(example.yaml)
    }
  }

  private func rules(_ rules: [RuleBrief]) -> [TerminalText] {
    list(label.rulesAbout, rules.map { "\($0.id) (\($0.label)): \($0.says)" })
  }

  // MARK: Recommendations and rules

  private func lines(_ recommendation: RecommendationExplanation) -> [TerminalText] {
    var lines = head(recommendation.id, recommendation.title)
    lines += [""] + plain(recommendation.summary)
    lines += [""] + labelled(label.source, recommendation.source.text) + link(recommendation.source)
    for weight in recommendation.weights {
      let profile = weight.points.label
      lines += labelled(
        profile,
        words(
          "gewicht \(weight.weight), tot \(weight.points.text) van de 100 punten",
          "weight \(weight.weight), up to \(weight.points.text) of the 100 points"))
    }
    if let condition = recommendation.appliesWhen { lines += labelled(label.appliesOnlyIf, condition) }
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
    lines += [""] + labelled(label.when, rule.when)
    lines += labelled(label.effect, rule.effectWords)
    lines += labelled(label.profiles, rule.profiles.map { $0.label.lowercased() }.joined(separator: ", "))
    if let effective = rule.effective { lines += labelled(label.countsFrom, effective) }
    lines += labelled(label.belongsTo, "\(rule.control.id), \(rule.control.title)")
    return lines + list(label.fieldsRead, rule.fields.map { "\($0.id): \($0.label)" })
  }

  // MARK: Sections and fields

  private func lines(_ section: SectionExplanation) -> [TerminalText] {
    var lines = head(section.id, section.label)
    lines += plain(section.help)
    lines += list(label.fields, section.fields.map { "\($0.id): \($0.label)" })
    return lines + readers(section.controls)
  }

  private func lines(_ field: FieldExplanation) -> [TerminalText] {
    var lines = head(field.id, field.label)
    lines += plain(words("Vraag in het hoofdstuk ", "Field of the section ") + "\(field.section.label) (\(field.section.id))")
    lines += [""] + plain(field.help) + [""]
    lines += labelled(label.answer, label.answer(to: field))
    lines += label.notes(field).flatMap { plain($0) }
    lines += list(label.options, field.options.map { "\($0.id): \($0.label)" })
    lines += list(label.items, field.items.map { "\($0.id): \($0.label)" })
    if !field.example.isEmpty { lines += heading(label.example) + yaml(field.example) }
    return lines + readers(field.controls) + rules(field.rules)
  }

  private func readers(_ controls: [Explanation.Reference]) -> [TerminalText] {
    list(label.readers, controls.map { "\($0.id): \($0.title)" })
  }

  // MARK: Codes and terms

  private func lines(_ code: CodeExplanation) -> [TerminalText] {
    var lines = head(code.id, words("melding: ", "diagnostic: ") + code.severityWords)
    lines += plain(code.meaning)
    lines += [""] + labelled(label.why, code.why) + labelled(label.whatToDo, code.whatToDo)
    lines += heading(label.before) + yaml(code.before)
    return lines + heading(label.after) + yaml(code.after)
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

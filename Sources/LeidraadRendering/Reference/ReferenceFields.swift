internal import LeidraadCore

/// Fields by section; rules, diagnostics and terms.
extension ReferencePages {
  func fieldsPage() -> Markdown {
    let intro = words(
      "Alles wat een richtlijn kan zeggen, in de volgorde van het formulier.", "All that a guideline may say, in the order of the form.")
    let contents = bullets(policy.sections.map { .link($0.label[language], place: $0.id) })
    let sections = policy.sections.indices.map(section)
    return "# \(words("Alle vragen", "All fields"))\n\n\(intro)\n\n" + contents + .joined(sections, separator: "")
  }

  private func section(_ index: Int) -> Markdown {
    let section = policy.sections[index]
    let fields = policy.fields.indices.filter { policy.fields[$0].section == index }.map(field)
    return .place(section.id) + heading(section.label[language]) + "\(Markdown.code(section.id))\n\n\(section.help[language])\n\n"
      + .joined(fields, separator: "")
  }

  private func field(_ index: Int) -> Markdown {
    let field = explainer.field(index)
    let notes = label.notes(field).joined(separator: " ")
    let head: Markdown = .place(field.id) + heading(field.label, level: 3) + "\(Markdown.code(field.id))\n\n\(field.help)\n\n"
    let answer = labelled(label.answer, label.answer(to: field)) + (notes.isEmpty ? "" : "\(notes)\n\n")
    return head + answer + options(field) + items(index) + yaml(label.example, field.example)
      + list(label.readers, controlLinks(field.controls))
      + list(label.rulesAbout, ruleLinks(field.rules, up: ""))
  }

  private func options(_ field: FieldExplanation) -> Markdown {
    guard !field.options.isEmpty else { return "" }
    let columns = [words("Schrijf", "Write"), words("Betekent", "Means")]
    return .table(columns.map { "\($0)" }, field.options.map { ["\($0.id)", "\($0.label)"] }) + "\n"
  }

  /// What the items of a list may say, a row each.
  private func items(_ list: Int) -> Markdown {
    let items = policy.fields[list].items.indices.map { explainer.field(list, item: $0) }
    guard !items.isEmpty else { return "" }
    let rows = items.enumerated().map { index, item -> [Markdown] in
      let options = item.options.map { "\($0.id): \($0.label)" }.joined(separator: "; ")
      return ["\(policy.fields[list].items[index].name)", "\(item.label)", "\(label.answer(to: item))", "\(item.help)", "\(options)"]
    }
    let columns = [words("Schrijf", "Write"), words("Vraag", "Field"), label.answer, words("Uitleg", "Help"), label.options]
    return .table(columns.map { "\($0)" }, rows) + "\n"
  }

  // MARK: Rules

  func rulesPage() -> Markdown {
    let intro = words(
      "Wat niet kan blijven staan, hoe hoog de score ook is, en tegenspraken die het rapport meldt.",
      "What must not stand, however high the score, and contradictions that the report tells.")
    let rules = policy.rules.indices.map { rule(explainer.rule($0)) }
    return "# \(words("Regels", "Rules"))\n\n\(intro)\n\n" + .joined(rules, separator: "")
  }

  private func rule(_ rule: RuleExplanation) -> Markdown {
    var facts: [Markdown] = ["**\(label.when)**: \(rule.when)", "**\(label.effect)**: \(rule.effectWords)"]
    facts.append("**\(label.profiles)**: \(rule.profiles.map { $0.label.lowercased() }.joined(separator: ", "))")
    if let effective = rule.effective { facts.append("**\(label.countsFrom)**: \(effective)") }
    facts.append("**\(label.belongsTo)**: \(controlLink(rule.control.id)), \(rule.control.title)")
    return .place(rule.id) + heading("\(rule.id) · \(rule.label)") + "\(rule.says)\n\n" + bullets(facts)
      + list(label.fieldsRead, fieldLinks(rule.fields, up: ""))
  }

  // MARK: Diagnostics and terms

  func diagnosticsPage() -> Markdown {
    let intro = words(
      "Meldingen gaan over een bestand: over de YAML zelf, over namen en waarden. Wat ontbreekt in de richtlijn staat in de bevindingen.",
      "Diagnostics are about a file: about the YAML itself, about names and values. What the guideline lacks stands in the findings.")
    let codes = DiagnosticCode.allCases.map { explainer.code($0) }
    let rows = codes.map { code -> [Markdown] in [.link(code.id, place: code.id), "\(code.severityWords)", "\(code.meaning)"] }
    let columns = [words("Melding", "Diagnostic"), words("Soort", "Kind"), words("Betekenis", "Meaning")]
    return "# \(words("Meldingen", "Diagnostics"))\n\n\(intro)\n\n" + .table(columns.map { "\($0)" }, rows) + "\n"
      + .joined(codes.map(diagnostic), separator: "")
  }

  private func diagnostic(_ code: CodeExplanation) -> Markdown {
    .place(code.id) + heading("\(code.id) · \(code.severityWords)") + "\(code.meaning)\n\n" + labelled(label.why, code.why)
      + labelled(label.whatToDo, code.whatToDo) + yaml(label.before, code.before, form: "\(code.form)")
      + yaml(label.after, code.after, form: "\(code.form)")
  }

  func termsPage() -> Markdown {
    let rows = Term.allCases.map { explainer.term($0) }.map { term -> [Markdown] in
      ["\(term.label)", "\(term.meaning)", "\(term.elsewhere ?? "")"]
    }
    let columns = [words("Begrip", "Term"), words("Betekenis", "Meaning"), words("Elders", "Elsewhere")]
    return "# \(words("Begrippen", "Terms"))\n\n" + .table(columns.map { "\($0)" }, rows)
  }
}

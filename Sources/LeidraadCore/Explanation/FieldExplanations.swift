/// Sections, fields, codes and terms.
extension Explainer {
  package func section(_ index: Int) -> SectionExplanation {
    let section = policy.sections[index]
    return SectionExplanation(
      id: section.id, label: section.label[language], help: section.help[language],
      fields: policy.fields.indices.filter { policy.fields[$0].section == index }.map(labelled), controls: controls(readingSection: index))
  }

  /// - Parameter item: Of a list, the field of its items that is meant.
  package func field(_ index: Int, item: Int? = nil) -> FieldExplanation {
    let list = policy.fields[index]
    let field = item.map { list.items[$0] } ?? list
    let section = policy.sections[list.section]
    // Where nothing is said of it, any count will do.
    let isBounded = field.kind == .number
    return FieldExplanation(
      id: field.path, label: field.label[language], help: field.help[language],
      section: Explanation.Labelled(id: section.id, label: section.label[language]), type: field.kind.rawValue, typeWords: type(field.kind),
      options: field.options.map { Explanation.Labelled(id: $0.id, label: $0.label[language]) },
      items: field.items.map { Explanation.Labelled(id: $0.path, label: $0.label[language]) },
      unit: field.unit.isEmpty ? nil : field.unit[language], minimum: isBounded ? field.minimum : nil,
      maximum: isBounded ? field.maximum : nil,
      emptyMeaning: field.emptyMeaning?[language], takesNotArranged: field.takesNotArranged(in: policy), personal: field.isPersonal,
      scored: list.isScored && field.isScored, example: example(field, item: item, of: list, section: section.id),
      controls: item.map { itemReaders(index, $0) } ?? controls(reading: index), rules: item == nil ? rules(reading: index) : [])
  }

  /// Of an item's field the controls that name it.
  private func itemReaders(_ list: Int, _ item: Int) -> [Explanation.Reference] {
    policy.controls.indices.filter { index in
      let control = policy.controls[index]
      let conditions = control.check + [control.appliesWhen].compactMap { $0 }
      return conditions.contains { $0.itemFields()[list]?.contains(item) ?? false }
    }.map { reference(control: $0) }
  }

  private func type(_ kind: Field.Kind) -> String {
    switch kind {
    case .text: words("een tekst", "a text")
    case .texts: words("een lijst van teksten", "a list of texts")
    case .flag: words("ja of nee: true of false", "yes or no: true or false")
    case .choice: words("één van de antwoorden", "one of the answers")
    case .choices: words("een lijst van antwoorden", "a list of answers")
    case .number: words("een heel getal", "a whole number")
    case .date: words("een datum: jaar-maand-dag", "a date: year-month-day")
    case .period: words("een termijn, zoals “3 months”", "a period, such as “3 months”")
    case .link: words("een adres of pad", "an address or path")
    case .list: words("een lijst met vragen per regel", "a list with questions for each item")
    }
  }

  /// The field's own example, else one that a control gives, else its first option.
  private func example(_ field: Field, item: Int?, of list: Field, section: String) -> [String] {
    let writer = YAMLWriter(language: language)
    let value: ExampleValue? =
      item == nil
      ? field.example.map { field.kind == .texts || field.kind == .choices ? $0.asList : $0 } ?? exampleOfControls(section, field.name)
        ?? field.firstAnswer
      : field.example ?? field.firstAnswer
    guard let value else { return [] }
    let answer = ExampleValue.map([.init(key: field.name, value: value)])
    let inSection = item == nil ? answer : .map([.init(key: list.name, value: .list([answer]))])
    return writer.lines([.init(key: section, value: inSection)])
  }

  private func exampleOfControls(_ section: String, _ name: String) -> ExampleValue? {
    policy.controls.lazy.flatMap(\.examples).filter { $0.outcome == .met }.compactMap { $0.value.value(at: [section, name]) }.first
  }

  // MARK: Codes and terms

  package func code(_ code: DiagnosticCode) -> CodeExplanation {
    let explanation = code.explanation
    return CodeExplanation(
      id: code.rawValue, severity: code.severity.rawValue, severityWords: code.severity.label[language],
      meaning: explanation.meaning[language],
      why: explanation.why[language], whatToDo: explanation.whatToDo[language], form: explanation.isCall ? "sh" : "yaml",
      before: explanation.before.lines,
      after: explanation.after.lines)
  }

  package func term(_ term: Term) -> TermExplanation {
    TermExplanation(id: term.rawValue, label: term.label[language], meaning: term.meaning[language], elsewhere: term.elsewhere)
  }
}

extension Field {
  /// An answer that can be read off the field itself.
  fileprivate var firstAnswer: ExampleValue? {
    switch kind {
    case .choice: options.first.map { .scalar($0.id) }
    case .choices: options.first.map { .list([.scalar($0.id)]) }
    case .flag: .scalar("true")
    case .number: .scalar(String(minimum))
    case .date: .scalar("2026-05-10")
    case .period: .scalar("3 months")
    case .link: .scalar("https://example.org")
    case .text, .texts: nil
    // An item that answers each of its questions, as far as they show an answer.
    case .list:
      .list([
        .map(
          items.compactMap { item in
            (item.example.map { item.kind == .texts || item.kind == .choices ? $0.asList : $0 } ?? item.firstAnswer).map {
              .init(key: item.name, value: $0)
            }
          })
      ])
    }
  }
}

extension ExampleValue {
  fileprivate var asList: ExampleValue {
    if case .list = self { self } else { .list([self]) }
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

package import LeidraadCore

/// The schema of guidelines under one policy: what `GuidelineDecoder` reads without an error. Titles, descriptions and options are the policy's own words.
package struct GuidelineSchema {
  let policy: Policy
  let writer: SchemaWriter

  package init(_ policy: Policy, _ language: Language) {
    self.policy = policy
    writer = SchemaWriter(language)
  }

  private var language: Language { writer.language }

  package func schema() -> JSONValue {
    let title = policy.title[language]
    return writer.head(
      "\(policy.id).guideline", title: writer.words("Richtlijn: \(title)", "Guideline: \(title)"),
      description: writer.words(
        "Een richtlijn volgens het beleidskader \(policy.id) \(policy.version). Gemaakt door `leidraad schema guideline`.",
        "A guideline under the policy \(policy.id) \(policy.version). Made by `leidraad schema guideline`.")
    ).adding(writer.mapping(properties, required: ["leidraad", "policy", "organisation"])).adding(["$defs": definitions])
  }

  // MARK: The top

  private var properties: [(String, JSONValue)] {
    [
      (
        "leidraad",
        writer.described(
          writer.words("Soort bestand", "Kind of file"),
          writer.words("Zo herkent Leidraad een richtlijn.", "This is how Leidraad knows a guideline.")
        )
        .adding(["const": "guideline/v1"])
      ),
      (
        "policy",
        writer.described(
          writer.words("Beleidskader", "Policy"),
          writer.words("Waaraan deze richtlijn wordt getoetst.", "What this guideline is checked against.")
        )
        .adding(["enum": .texts([policy.reference] + policy.extends)])
      ),
      (
        "language",
        writer.described(
          writer.words("Taal", "Language"),
          writer.words(
            "De taal van uw teksten, zoals nl of en. Het rapport komt in dezelfde taal.",
            "The language of your texts, such as nl or en. The report follows it.")
        ).adding(
          writer.pattern(
            SchemaPattern.language, writer.words("Schrijf een taalcode, zoals nl of en.", "Write a language code, such as nl or en."),
            types: ["string", "null"])
        ).adding(["examples": ["nl", "en"]])
      ),
    ] + policy.sections.indices.map { (policy.sections[$0].id, section($0)) } + [
      ("evidence", writer.reference("evidence")), ("decisions", writer.reference("decisions")),
    ]
  }

  private func section(_ index: Int) -> JSONValue {
    let section = policy.sections[index]
    let fields = policy.fields.filter { $0.section == index }
    let notes = ("notes", writer.reference("notes"))
    let described = writer.described(section.label[language], section.help[language])
    // Without a kind it is unknown what is asked of the organisation, and without a name whose guideline it is.
    guard section.id == "organisation" else {
      return described.adding(writer.mapping(fields.map { ($0.name, field($0)) } + [notes], mayBeNull: true))
    }
    return described.adding(writer.mapping(fields.map { ($0.name, field($0)) } + [notes], required: ["name", "kind"]))
  }

  // MARK: Fields

  /// A question: the form of its answer, in the words of the policy.
  private func field(_ field: Field) -> JSONValue {
    let described = writer.described(field.label[language], description(of: field))
    guard !field.isBuiltIn || field.name == "id" else {
      let isKind = field.name == "kind"
      let answer: JSONValue =
        isKind
        ? options(of: field, also: []) : ["type": ["string", "number", "boolean"], "pattern": "\\S", "not": ["const": "not-arranged"]]
      return described.adding(answer).adding(examples(of: field))
    }
    return described.adding(answer(to: field, mayBeNotArranged: field.takesNotArranged(in: policy))).adding(examples(of: field))
  }

  private func description(of field: Field) -> String {
    var sentences = [field.help[language]]
    if !field.unit.isEmpty { sentences.append(writer.words("Eenheid: \(field.unit[language]).", "Unit: \(field.unit[language]).")) }
    if let meaning = field.emptyMeaning?[language] {
      sentences.append(writer.words("`[]` betekent: \(meaning).", "`[]` means: \(meaning)."))
    }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func answer(to field: Field, mayBeNotArranged: Bool) -> JSONValue {
    let prefix = mayBeNotArranged ? "" : "own-"
    switch field.kind {
    case .text, .flag, .date, .period, .link: return writer.reference(prefix + field.kind.rawValue)
    case .choice: return options(of: field, also: mayBeNotArranged ? [notArranged, open] : [open])
    case .number:
      let maximum = field.maximum ?? 999_999_999
      let message =
        field.maximum == nil && field.minimum == 0
        ? writer.words("Schrijf een heel getal.", "Write a whole number.")
        : writer.words(
          "Schrijf een heel getal van \(field.minimum) tot en met \(maximum).", "Write a whole number from \(field.minimum) to \(maximum).")
      return (["type": ["integer", "string", "null"], "minimum": .number(field.minimum), "maximum": .number(maximum)] as JSONValue).adding(
        typedText(nil, message, mayBeNotArranged: mayBeNotArranged))
    case .choices: return several(of: options(of: field, also: [open]), mayBeNotArranged: mayBeNotArranged)
    case .texts: return several(of: writer.reference("own-text"), mayBeNotArranged: mayBeNotArranged)
    case .list:
      let items = field.items.map { item in
        (
          item.name,
          writer.described(item.label[language], description(of: item)).adding(answer(to: item, mayBeNotArranged: mayBeNotArranged)).adding(
            examples(of: item))
        )
      }
      return several(of: writer.mapping(items, mayBeNull: true), mayBeNotArranged: mayBeNotArranged)
    }
  }

  /// A list, or a word in its place that says there is none.
  private func several(of items: JSONValue, mayBeNotArranged: Bool) -> JSONValue {
    let message = writer.words("Schrijf een lijst, zoals [a, b].", "Write a list, such as [a, b].")
    return (["type": ["array", "string", "null"], "items": items] as JSONValue).adding(
      typedText(nil, message, mayBeNotArranged: mayBeNotArranged))
  }

  /// What a text may be where something else than text is asked: of this form, blank, or `not-arranged`.
  private func typedText(_ pattern: String?, _ message: String, mayBeNotArranged: Bool) -> JSONValue {
    let parts = [SchemaPattern.blank, mayBeNotArranged ? "not-arranged" : nil, pattern].compactMap { $0 }
    let also =
      mayBeNotArranged ? writer.words(" Is dit niet geregeld? Schrijf not-arranged.", " If this is not arranged, write not-arranged.") : ""
    return ["pattern": .text("^(?:\(parts.joined(separator: "|")))$"), "patternErrorMessage": .text(message + also)]
  }

  // MARK: Options

  private typealias Option = (value: JSONValue, meaning: String)

  private var notArranged: Option { ("not-arranged", writer.words("niet geregeld", "not arranged")) }
  private var open: Option { (.null, writer.words("nog niet ingevuld", "not answered yet")) }

  private func options(of field: Field, also: [Option]) -> JSONValue {
    // An id that looks like a number or a boolean has been typed by the time an editor sees it.
    let options = field.options.flatMap { option -> [Option] in
      let label = option.label[language]
      return [(.text(option.id), label)] + (Int(option.id).map { [(.number($0), label)] } ?? [])
    }
    return choice(options + also)
  }

  private func choice(_ options: [Option]) -> JSONValue {
    ["enum": .list(options.map(\.value)), "enumDescriptions": .texts(options.map(\.meaning))]
  }

  // MARK: Examples

  private func examples(of field: Field) -> JSONValue {
    // A list's example is that of its items' fields.
    guard let example = field.example, field.kind != .list else { return [:] }
    return ["examples": .list([value(example, of: field)])]
  }

  private func value(_ example: ExampleValue, of field: Field) -> JSONValue {
    switch example {
    case .text(let text): return .text(text[language])
    case .scalar(let text):
      switch field.kind {
      case .flag: return .flag(text.lowercased() == "true")
      case .number: return Int(text).map { .number($0) } ?? .text(text)
      case .text, .texts, .choice, .choices, .date, .period, .link, .list: return .text(text)
      }
    case .list(let values): return .list(values.map { value($0, of: field) })
    case .map(let entries): return .object(entries.map { JSONValue.Entry(key: $0.key, value: value($0.value, of: field)) })
    }
  }

  // MARK: Definitions

  private var definitions: JSONValue {
    var entries: [JSONValue.Entry] = []
    for (prefix, isFree) in [("", true), ("own-", false)] {
      for kind in [Field.Kind.text, .flag, .date, .period, .link] where isFree || kind == .text || ownKinds.contains(kind) {
        entries.append(JSONValue.Entry(key: prefix + kind.rawValue, value: definition(of: kind, mayBeNotArranged: isFree)))
      }
    }
    entries.append(
      JSONValue.Entry(
        key: "notes",
        value: writer.described(
          writer.words("Toelichting", "Notes"),
          writer.words(
            "Wat u hier nog over kwijt wilt. Het komt in het document en telt niet mee.",
            "Anything more to say. It is printed in the document and never scored.")
        ).adding(["type": ["string", "number", "boolean", "null"]])))
    entries.append(JSONValue.Entry(key: "entry", value: ["type": ["string", "number", "boolean", "null"]]))
    let records = RecordSchema(policy: policy, writer: writer)
    return .object(entries + records.definitions)
  }

  /// Kinds of the questions about the organisation itself, which do not take `not-arranged`.
  private var ownKinds: [Field.Kind] {
    policy.fields.filter { !$0.takesNotArranged(in: policy) }.flatMap { [$0.kind] + $0.items.map(\.kind) }
  }

  private func definition(of kind: Field.Kind, mayBeNotArranged: Bool) -> JSONValue {
    let anything: JSONValue = ["type": ["string", "number", "boolean", "null"]]
    // Any text takes the word; only about the organisation itself it is no answer.
    let refusal: JSONValue = mayBeNotArranged ? [:] : ["not": ["const": "not-arranged"]]
    switch kind {
    case .flag:
      let both: [Option] = [(true, writer.words("ja", "yes")), (false, writer.words("nee", "no"))]
      return choice(both + (mayBeNotArranged ? [notArranged, open] : [open]))
    case .date:
      let message = writer.words(
        "Schrijf een datum als jaar-maand-dag, zoals 2026-05-10.", "Write a date as year-month-day, such as 2026-05-10.")
      return (["type": ["string", "null"]] as JSONValue).adding(typedText(SchemaPattern.date, message, mayBeNotArranged: mayBeNotArranged))
    case .period:
      let message = writer.words(
        "Schrijf een getal en days, weeks, months of years, zoals 3 months.",
        "Write a number and days, weeks, months or years, such as 3 months.")
      return (["type": ["string", "null"]] as JSONValue).adding(
        typedText(SchemaPattern.period, message, mayBeNotArranged: mayBeNotArranged))
    case .link:
      let message = writer.words(
        "Schrijf een webadres dat begint met https://, of een pad, zonder spaties.",
        "Write an address that begins with https://, or a path, without spaces.")
      return anything.adding(["pattern": .text("^(?:\(SchemaPattern.link))$"), "patternErrorMessage": .text(message)]).adding(refusal)
    case .text, .texts, .choice, .choices, .number, .list: return anything.adding(refusal)
    }
  }
}

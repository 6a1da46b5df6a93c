internal import LeidraadCore

/// The words around explanations, the same in the terminal and in the reference.
struct ExplanationWords {
  let language: Language

  func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  var why: String { words("Waarom", "Why") }
  var whatToDo: String { words("Wat te doen", "What to do") }
  var ground: String { words("Grond", "Ground") }
  var law: String { words("Wet", "Law") }
  var points: String { words("Punten", "Points") }
  var evidence: String { words("Bewijs", "Evidence") }
  var effort: String { words("Hoeveel werk", "Effort") }
  var notApplicable: String { words("Niet van toepassing", "Not applicable") }
  var countsFrom: String { words("Telt mee vanaf", "Counts from") }
  var appliesOnlyIf: String { words("Geldt alleen als", "Applies only if") }
  var fieldsRead: String { words("Vragen die worden gelezen", "Fields that are read") }
  var rulesAbout: String { words("Regels die hierover gaan", "Rules about this") }
  var readers: String { words("Onderdelen die dit lezen", "Controls that read this") }
  var source: String { words("Bron", "Source") }
  var when: String { words("Wanneer", "When") }
  var effect: String { words("Gevolg", "Effect") }
  var profiles: String { words("Geldt voor", "For") }
  var belongsTo: String { words("Hoort bij", "Belongs to") }
  var fields: String { words("Vragen", "Fields") }
  var answer: String { words("Antwoord", "Answer") }
  var options: String { words("Antwoorden", "Options") }
  var items: String { words("Vragen per regel", "Questions for each item") }
  var example: String { words("Voorbeeld", "Example") }
  var before: String { words("Voorbeeld: zo niet", "Example: not so") }
  var after: String { words("Voorbeeld: zo wel", "Example: but so") }

  func isChecked(_ count: Int) -> String {
    words("Dit wordt nagegaan", "What is checked")
      + (count > 1 ? words(" (elk punt telt even zwaar)", " (each point weighs the same)") : "")
  }

  func applicability(_ control: ControlExplanation) -> String {
    control.mayBeNotApplicable
      ? words("kan, met een besluit dat zegt waarom", "possible, with a decision that says why")
      : words("kan hier niet", "not possible here")
  }

  func law(_ law: ControlExplanation.Law) -> String { "\(law.label) art. \(law.articles.joined(separator: ", "))" }

  func conditions(_ sentences: [String]) -> String { sentences.joined(separator: words("; en ", "; and ")) }

  func worth(_ points: [Explanation.Points]) -> String {
    let parts = points.map { words("\($0.label.lowercased()) tot \($0.text)", "\($0.label.lowercased()) up to \($0.text)") }
    return parts.joined(separator: "; ") + words(" van de 100, als alles van toepassing is", " of the 100, where everything applies")
  }

  /// The first of each outcome: enough to see the difference.
  func shown(_ examples: [Explanation.Example]) -> [Explanation.Example] {
    var seen: Set<String> = []
    return examples.filter { seen.insert($0.outcome).inserted }
  }

  /// What an answer looks like.
  func answer(to field: FieldExplanation) -> String { field.typeWords + (field.unit.map { " (\($0))" } ?? "") + bounds(field) }

  private func bounds(_ field: FieldExplanation) -> String {
    switch (field.minimum, field.maximum) {
    case (nil, nil): ""
    case (let low?, nil): words(", \(low) of meer", ", \(low) or more")
    case (nil, let high?): words(", ten hoogste \(high)", ", at most \(high)")
    case (let low?, let high?): words(", van \(low) tot en met \(high)", ", from \(low) to \(high)")
    }
  }

  /// What else there is to know of a field, a sentence each.
  func notes(_ field: FieldExplanation) -> [String] {
    var notes: [String] = []
    if let meaning = field.emptyMeaning {
      notes.append(words("Een lege lijst, [], is ook een antwoord: \(meaning).", "An empty list, [], is an answer too: \(meaning)."))
    }
    if field.takesNotArranged {
      notes.append(words("Is dit niet geregeld? Schrijf dan not-arranged.", "If this is not arranged, write not-arranged."))
    }
    if field.personal { notes.append(words("Dit blijft weg uit openbare rapporten.", "This is left out of public reports.")) }
    if !field.scored {
      notes.append(
        words("Dit antwoord beschrijft alleen; het telt niet in de score.", "This answer only describes; it does not count in the score."))
    }
    return notes
  }
}

/// Finds what people ask for: by id, whatever the capitals, else what comes near it.
extension Explainer {
  /// Something that may be meant.
  package struct Suggestion: Sendable, Hashable {
    package let id: String
    package let title: String
  }

  /// What an id names. A word may name both a part of the policy and a term.
  package func explanations(of id: String) -> [Explanation] {
    let wanted = id.lowercased()
    var found: [Explanation] = []
    if let index = policy.recommendations.firstIndex(where: { $0.id.lowercased() == wanted }) {
      found.append(.recommendation(recommendation(index)))
    }
    if let index = policy.controls.firstIndex(where: { $0.id.lowercased() == wanted }) { found.append(.control(control(index))) }
    if let index = policy.rules.firstIndex(where: { $0.id.lowercased() == wanted }) { found.append(.rule(rule(index))) }
    if let index = policy.section(wanted) { found.append(.section(section(index))) }
    if let (index, item) = fieldIndex(wanted) { found.append(.field(field(index, item: item))) }
    if let code = DiagnosticCode(rawValue: wanted) { found.append(.diagnostic(self.code(code))) }
    if let term = Term.allCases.first(where: { [$0.rawValue, $0.label.nl, $0.label.en].contains(wanted) }) {
      found.append(.term(self.term(term)))
    }
    return found
  }

  private func fieldIndex(_ path: String) -> (field: Int, item: Int?)? {
    for (index, field) in policy.fields.enumerated() {
      if field.path == path { return (index, nil) }
      if path.hasPrefix(field.path), let item = field.items.firstIndex(where: { $0.path == path }) { return (index, item) }
    }
    return nil
  }

  /// What an unknown id may have meant: the nearest known one, then whatever has all its words in its title, then in its explanation. A word that
  /// stands nowhere is taken for the nearest one that does. At most eight.
  package func suggestions(for text: String) -> [Suggestion] {
    let entries = entries()
    var found: [Suggestion] = []
    if let near = nearest(to: text, among: entries.map(\.suggestion.id)) {
      found += entries.filter { $0.suggestion.id == near }.map(\.suggestion)
    }
    let wanted = searchWords(text).map { known($0, in: entries) }
    if !wanted.isEmpty {
      for texts in [\Entry.titles, \Entry.bodies] {
        found += entries.filter { entry in wanted.allSatisfy { word in entry[keyPath: texts].contains { $0.contains(word) } } }.map(
          \.suggestion)
      }
    }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0.id).inserted }.prefix(8))
  }

  /// A word as it stands in some text, else the word of a title that it comes near, else that of an explanation.
  private func known(_ word: String, in entries: [Entry]) -> String {
    // Three letters come near too many.
    guard word.count > 3 else { return word }
    for texts in [\Entry.titles, \Entry.bodies] where entries.contains(where: { $0[keyPath: texts].contains { $0.contains(word) } }) {
      return word
    }
    for texts in [\Entry.titles, \Entry.bodies] {
      let words = Set(entries.flatMap { $0[keyPath: texts].flatMap(searchWords) })
      // In one order, so that of two equally near words it is always the same one.
      if let near = nearest(to: word, among: words.sorted()) { return near }
    }
    return word
  }

  /// One thing to search: its words without accents and capitals.
  private struct Entry {
    let suggestion: Suggestion
    let titles: [String]
    let bodies: [String]
  }

  private func entry(_ id: String, _ title: String, _ titles: [LocalizedText], _ bodies: [LocalizedText] = []) -> Entry {
    func folded(_ texts: [LocalizedText]) -> [String] { texts.flatMap { $0.texts.map { foldedForSearch($0.text) } } }
    return Entry(
      suggestion: Suggestion(id: id, title: title), titles: [foldedForSearch(id)] + folded(titles), bodies: folded(titles + bodies))
  }

  private func entries() -> [Entry] {
    var entries = policy.sections.map { entry($0.id, $0.label[language], [$0.label], [$0.help]) }
    for field in policy.fields {
      for field in [field] + field.items {
        entries.append(entry(field.path, field.label[language], [field.label], [field.help] + field.options.map(\.label)))
      }
    }
    entries += policy.recommendations.map { entry($0.id, $0.title[language], [$0.title], [$0.summary]) }
    entries += policy.controls.indices.map {
      entry(policy.controls[$0].id, title(of: $0), [policy.controls[$0].title], [policy.controls[$0].why])
    }
    entries += policy.rules.map { entry($0.id, $0.says[language], [$0.says]) }
    entries += DiagnosticCode.allCases.map {
      entry($0.rawValue, $0.explanation.meaning[language], [], [LocalizedText($0.explanation.meaning)])
    }
    return entries + Term.allCases.map { entry($0.rawValue, $0.label[language], [LocalizedText($0.label)], [LocalizedText($0.meaning)]) }
  }
}

/// The words of a search: letters and digits, those of one or two letters left out, without the ending of a plural.
private func searchWords(_ text: String) -> [String] {
  foldedForSearch(text).split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.count > 2 }.map { word in
    for ending in ["en", "s"] where word.count > ending.count + 3 && word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    return word
  }
}

/// Small letters without the accents of Dutch, and without the hyphens that stand inside words in one text and not in another.
private func foldedForSearch(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "à"..."å": result += "a"
    case "è"..."ë": result += "e"
    case "ì"..."ï": result += "i"
    case "ò"..."ö": result += "o"
    case "ù"..."ü": result += "u"
    case "\u{0300}"..."\u{036F}", "-": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

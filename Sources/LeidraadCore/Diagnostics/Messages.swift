/// What diagnostics say that any kind of file may have.
package enum Messages {
  package enum Shape {
    case mapping, list, text, nothing

    var phrase: Phrase {
      switch self {
      case .mapping: Phrase(nl: "een groep met sleutels", en: "a group of keys")
      case .list: Phrase(nl: "een lijst", en: "a list")
      case .text: Phrase(nl: "één waarde", en: "a single value")
      case .nothing: Phrase(nl: "niets", en: "nothing")
      }
    }
  }

  static func unknownKey(_ name: String) -> Phrase {
    Phrase(nl: "Onbekende sleutel “\(shown(name))”.", en: "Unknown key “\(shown(name))”.")
  }

  static func unknownKeyHelp(_ nearest: String?, allowed: [String]) -> Phrase? {
    if let nearest { return didYouMean(nearest) }
    guard !allowed.isEmpty else { return nil }
    let list = listed(allowed)
    return Phrase(
      nl: "Hier kan staan: \(list). Een eigen sleutel begint met “x-”.",
      en: "What may stand here: \(list). A key of your own begins with “x-”.")
  }

  static func didYouMean(_ word: String) -> Phrase {
    Phrase(nl: "Bedoelt u “\(word)”?", en: "Did you mean “\(word)”?")
  }

  static func missingKey(_ name: String) -> Phrase {
    Phrase(nl: "“\(name)” ontbreekt.", en: "“\(name)” is missing.")
  }

  static func expected(_ expected: Shape, found: Shape) -> Phrase {
    Phrase(
      nl: "Hier hoort \(expected.phrase.nl) te staan, maar er staat \(found.phrase.nl).",
      en: "This should be \(expected.phrase.en), but it is \(found.phrase.en).")
  }

  static func invalidNumber(_ text: String, in range: ClosedRange<Int>) -> Phrase {
    Phrase(
      nl: "“\(shown(text))” is geen heel getal van \(range.lowerBound) tot en met \(range.upperBound).",
      en: "“\(shown(text))” is not a whole number from \(range.lowerBound) to \(range.upperBound).")
  }

  /// A number with its unit behind it.
  static func numberHelp(_ text: String, in range: ClosedRange<Int>) -> Phrase? {
    if startsWithZero(text.utf8), let number = wholeNumber(text.utf8), range.contains(number) {
      return Phrase(nl: "Schrijf het getal zonder nul ervoor: \(number).", en: "Write the number without a zero before it: \(number).")
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard let number = wholeNumber(digits.utf8), range.contains(number), let first = rest.first, first == " " || first.isLetter,
      !rest.contains(where: \.isNumber)
    else { return nil }
    return Phrase(nl: "Schrijf alleen het getal: \(number).", en: "Write the number alone: \(number).")
  }

  static func notAFlag(_ text: String) -> Phrase {
    Phrase(nl: "“\(shown(text))” is geen antwoord op deze ja-neevraag.", en: "“\(shown(text))” does not answer this yes-or-no question.")
  }

  /// People answer a flag in their own words; each is told which of the two it is.
  static func flagHelp(_ text: String) -> Phrase {
    switch text.lowercased() {
    case "ja", "j", "yes", "y", "on", "waar", "wel": Phrase(nl: "Schrijf “true” voor ja.", en: "Write “true” for yes.")
    case "nee", "n", "no", "off", "niet", "onwaar": Phrase(nl: "Schrijf “false” voor nee.", en: "Write “false” for no.")
    default: Phrase(nl: "Schrijf “true” voor ja of “false” voor nee.", en: "Write “true” for yes or “false” for no.")
    }
  }

  static func invalidPeriod(_ text: String) -> Phrase {
    Phrase(nl: "“\(shown(text))” is geen termijn.", en: "“\(shown(text))” is not a period.")
  }

  static let periodHelp = Phrase(
    nl: "Schrijf een getal met days, weeks, months of years, bijvoorbeeld “3 months” (drie maanden).",
    en: "Write a number with days, weeks, months or years, for example “3 months”.")

  static func unknownOption(_ text: String) -> Phrase {
    Phrase(nl: "“\(shown(text))” is hier geen mogelijk antwoord.", en: "“\(shown(text))” is not one of the answers here.")
  }

  /// Nil where there is nothing to choose from.
  static func optionHelp(_ nearest: String?, _ options: [String]) -> Phrase? {
    if let nearest { return didYouMean(nearest) }
    if options.isEmpty { return nil }
    let list = listed(options)
    return Phrase(nl: "Kies uit: \(list).", en: "Choose from: \(list).")
  }

  static func wrongFormat(_ text: String, expected: String) -> Phrase {
    Phrase(
      nl: "Hier staat “\(shown(text))”, maar dit moet “\(expected)” zijn.", en: "This says “\(shown(text))”, but it must be “\(expected)”.")
  }

  static func duplicateID(_ id: String) -> Phrase {
    Phrase(nl: "“\(shown(id))” komt twee keer voor.", en: "“\(shown(id))” occurs twice.")
  }

  /// Names only the weights that there are.
  static func moreDiagnostics(_ untold: Untold) -> Phrase {
    let parts: [(count: Int, nl: (String, String), en: (String, String))] = [
      (untold[.error], ("fout", "fouten"), ("error", "errors")),
      (untold[.warning], ("waarschuwing", "waarschuwingen"), ("warning", "warnings")),
      (untold[.note], ("opmerking", "opmerkingen"), ("note", "notes")),
    ]
    let there = parts.filter { $0.count > 0 }
    let nl = there.map { "\($0.count) \($0.count == 1 ? $0.nl.0 : $0.nl.1)" }.joined(separator: ", ")
    let en = there.map { "\($0.count) \($0.count == 1 ? $0.en.0 : $0.en.1)" }.joined(separator: ", ")
    return Phrase(
      nl: "Er is meer mis met dit bestand dan hier staat: nog \(nl).", en: "More is wrong with this file than is shown: \(en) more.")
  }

  static let moreDiagnosticsHelp = Phrase(
    nl: "Los eerst op wat er wel staat en toets dan opnieuw. Zoveel tegelijk komt vaak door één oorzaak.",
    en: "Mend first what is shown and then check again. So many at once often have one cause.")

  static let firstHere = Phrase(nl: "de eerste staat hier", en: "the first is here")

  static func invalidLanguage(_ text: String) -> Phrase {
    Phrase(nl: "“\(shown(text))” is geen taalcode zoals nl of en.", en: "“\(shown(text))” is not a language code such as nl or en.")
  }

  /// At most twelve names in a message; a stranger's text at most sixty characters of it.
  static func listed(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  static func shown(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}

/// Dates as people write them, to tell them how it is done here.
extension Messages {
  static func invalidDate(_ text: String) -> Phrase {
    clearDate(text) == nil
      ? Phrase(nl: "“\(shown(text))” is geen datum die bestaat.", en: "“\(shown(text))” is not a date that exists.")
      : Phrase(nl: "De datum “\(shown(text))” is niet goed geschreven.", en: "The date “\(shown(text))” is not written the right way.")
  }

  /// Where the parts are clear but written otherwise, the date itself.
  static func dateHelp(_ text: String) -> Phrase {
    if let date = clearDate(text) { return Phrase(nl: "Schrijf \(date): jaar, maand, dag.", en: "Write \(date): year, month, day.") }
    return Phrase(
      nl: "Schrijf een datum als jaar-maand-dag, bijvoorbeeld 2026-05-10.", en: "Write a date as year-month-day, for example 2026-05-10.")
  }

  /// The beginnings of the months' names, Dutch and English.
  private static let months = [
    ["jan"], ["feb"], ["mrt", "maa", "mar"], ["apr"], ["mei", "may"], ["jun"], ["jul"], ["aug"], ["sep"], ["okt", "oct"], ["nov"], ["dec"],
  ]

  /// The day that is meant by `10-5-2026`, `2026/5/1`, `10 mei 2026` and `20260510`; nil where that is not sure.
  private static func clearDate(_ text: String) -> CivilDate? {
    guard text.utf8.count <= 40 else { return nil }
    let digits = Array(text.utf8)
    if digits.count == 8, digits.allSatisfy(isASCIIDigit) {
      return CivilDate(iso: digits[..<4] + [0x2D] + digits[4..<6] + [0x2D] + digits[6...])
    }
    let parts = text.split(whereSeparator: { "-/., ".contains($0) }).map(String.init)
    guard parts.count == 3 else { return nil }
    let numbers = parts.map { wholeNumber($0.utf8) }
    let named = parts.map { part in months.firstIndex { names in names.contains { part.lowercased().hasPrefix($0) } }.map { $0 + 1 } }
    switch (numbers[0], numbers[1], numbers[2]) {
    case (let year?, let month?, let day?) where year > 31: return CivilDate(checkedYear: year, month: month, day: day)
    case (let day?, let month?, let year?) where year > 31: return CivilDate(checkedYear: year, month: month, day: day)
    case (let day?, nil, let year?): return named[1].flatMap { CivilDate(checkedYear: year, month: $0, day: day) }
    case (nil, let day?, let year?): return named[0].flatMap { CivilDate(checkedYear: year, month: $0, day: day) }
    default: return nil
    }
  }
}

/// A day of the Gregorian calendar, without time or zone. A date in a file means through the end of that day.
package struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let dayNumber: Int

  /// The days that a four-digit year can name.
  package static let range = CivilDate(year: 1, month: 1, day: 1).dayNumber...CivilDate(year: 9999, month: 12, day: 31).dayNumber

  private static let months = [
    Phrase(nl: "januari", en: "January"), Phrase(nl: "februari", en: "February"), Phrase(nl: "maart", en: "March"),
    Phrase(nl: "april", en: "April"), Phrase(nl: "mei", en: "May"), Phrase(nl: "juni", en: "June"), Phrase(nl: "juli", en: "July"),
    Phrase(nl: "augustus", en: "August"), Phrase(nl: "september", en: "September"), Phrase(nl: "oktober", en: "October"),
    Phrase(nl: "november", en: "November"), Phrase(nl: "december", en: "December"),
  ]

  /// `24 november 2026`, `24 November 2026`: for people.
  package var words: Phrase {
    let (year, month, day) = components
    let name = CivilDate.months[month - 1]
    return Phrase(nl: "\(day) \(name.nl) \(year)", en: "\(day) \(name.en) \(year)")
  }

  package static let distantPast = CivilDate(year: 1, month: 1, day: 1)

  /// Nil when the number lies outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard CivilDate.range.contains(dayNumber) else { return nil }
    self.dayNumber = dayNumber
  }

  private init(year: Int, month: Int, day: Int) {
    dayNumber = CivilDate.days(year: year, month: month, day: day)
  }

  /// Nil when there is no such day.
  package init?(checkedYear year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CivilDate.daysIn(month: month, year: year) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `2026-05-10`, and nothing else.
  package init?(iso text: some Sequence<UInt8>) {
    guard let (year, month, day) = CivilDate.numbers(text, lengths: [4, 2, 2]).flatMap({ ($0[0], $0[1], $0[2]) }) else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// The groups of digits of `text`, which stand between dashes and have just those lengths.
  static func numbers(_ text: some Sequence<UInt8>, lengths: [Int]) -> [Int]? {
    var numbers: [Int] = []
    var value = 0
    var digits = 0
    for byte in text {
      if byte == 0x2D {
        guard numbers.count < lengths.count - 1, digits == lengths[numbers.count] else { return nil }
        numbers.append(value)
        value = 0
        digits = 0
      } else {
        guard isASCIIDigit(byte), digits < 4 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      }
    }
    guard numbers.count == lengths.count - 1, digits == lengths[numbers.count] else { return nil }
    return numbers + [value]
  }

  /// The day so many months later (or earlier); the end of a month clamps: 31 January and one month is 28 or 29 February.
  /// The far ends of the calendar clamp too.
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow || months > 0, overflow || index >= 12 else { return CivilDate(year: 1, month: 1, day: 1) }
    guard !overflow, index < 120_000 else { return CivilDate(year: 9999, month: 12, day: 31) }
    let newMonth = index % 12 + 1
    let newYear = index / 12
    return CivilDate(year: newYear, month: newMonth, day: min(day, CivilDate.daysIn(month: newMonth, year: newYear)))
  }

  /// The day that a period after this one ends.
  package func adding(_ period: Period) -> CivilDate {
    switch period.unit {
    case .days, .weeks:
      let days = period.unit == .weeks ? period.amount.multipliedReportingOverflow(by: 7).partialValue : period.amount
      let (sum, overflow) = dayNumber.addingReportingOverflow(days)
      return overflow
        ? CivilDate(year: 9999, month: 12, day: 31)
        : CivilDate(dayNumber: min(max(sum, CivilDate.range.lowerBound), CivilDate.range.upperBound)) ?? self
    case .months: return adding(months: period.amount)
    case .years:
      let (months, overflow) = period.amount.multipliedReportingOverflow(by: 12)
      return overflow ? CivilDate(year: 9999, month: 12, day: 31) : adding(months: months)
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  /// `2026-05-10`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package var components: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil_from_days: years begin on 1 March, so that the leap day is the last of its year. None lies before the year 1.
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A date of which the day, or month and day, may be unknown: `2024`, `2024-06`, `2024-06-19`. For sources.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let isMonth = CivilDate.numbers(bytes, lengths: [4, 2]).map { (1...12).contains($0[1]) } ?? false
    guard CivilDate(iso: bytes) != nil || isMonth || CivilDate.numbers(bytes, lengths: [4]) != nil else { return nil }
    description = String(text)
  }
}

/// A length of time as people write it: `3 months`. Units in plural or singular.
package struct Period: Hashable, Sendable, CustomStringConvertible {
  package enum Unit: String, CaseIterable, Sendable { case days, weeks, months, years }

  package let amount: Int
  package let unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Reads `3 months`; nil for anything else. At most four digits.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, (1...4).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(isASCIIDigit), let amount = Int(parts[0]),
      let unit = Unit.allCases.first(where: { $0.rawValue == parts[1] || $0.rawValue.dropLast() == parts[1] })
    else { return nil }
    self.init(amount: amount, unit: unit)
  }

  package var description: String { "\(amount) \(amount == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)" }

  /// The period in a reader's words: `3 maanden`.
  package var phrase: Phrase {
    let one = amount == 1
    let nl =
      switch unit {
      case .days: one ? "dag" : "dagen"
      case .weeks: one ? "week" : "weken"
      case .months: one ? "maand" : "maanden"
      case .years: "jaar"
      }
    return Phrase(nl: "\(amount) \(nl)", en: description)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

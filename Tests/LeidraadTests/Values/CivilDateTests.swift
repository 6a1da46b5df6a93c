import Testing

@testable import LeidraadCore

@Suite struct CivilDateTests {
  private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text.utf8), "\(text)") }

  /// Every day of 1890 to 2110, counted one by one from a day that is known.
  @Test func countsEveryDay() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // 1 January 1970 is day 0; from 1890 to 1969 there are 80 years, 19 of them leap years (1900 is none).
    var number = -(80 * 365 + 19)
    for year in 1890...2110 {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        for day in 1...length {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          let date = try Self.date(text)
          try #require(date.dayNumber == number, "\(text)")
          try #require(date.description == text)
          try #require(date.components == (year, month, day))
          try #require(CivilDate(dayNumber: number) == date)
          number += 1
        }
        #expect(CivilDate(checkedYear: year, month: month, day: length + 1) == nil)
      }
    }
    #expect(try Self.date("1970-01-01").dayNumber == 0)
    #expect(try Self.date("2000-03-01").dayNumber == 11_017)
  }

  @Test func endsAtFourDigits() throws {
    let first = try Self.date("0001-01-01")
    let last = try Self.date("9999-12-31")
    #expect(CivilDate.range == first.dayNumber...last.dayNumber)
    #expect(CivilDate.distantPast == first)
    #expect(CivilDate(dayNumber: first.dayNumber - 1) == nil)
    #expect(CivilDate(dayNumber: last.dayNumber + 1) == nil)
    #expect(CivilDate(checkedYear: 10_000, month: 1, day: 1) == nil && CivilDate(checkedYear: 0, month: 12, day: 31) == nil)
    #expect(CivilDate(dayNumber: .min) == nil)
    #expect(CivilDate(dayNumber: .max) == nil)
    #expect(first.adding(months: -1) == first)
    #expect(first.adding(months: .min) == first)
    #expect(last.adding(months: 1) == last)
    #expect(first.adding(months: 120_000) == last)
    #expect(last.adding(Period(amount: .max, unit: .days)) == last)
    #expect(last.adding(Period(amount: .max, unit: .weeks)) <= last)
    #expect(last.adding(Period(amount: .max, unit: .years)) == last)
    #expect(first.description == "0001-01-01")
    #expect(last.adding(months: .max) == last)
  }

  @Test(arguments: [
    "", "2026", "2026-05", "2026-5-10", "2026-05-1", "26-05-10", "2026-00-10", "2026-13-10", "2026-05-00", "2026-05-32", "2026-02-29",
    "1900-02-29",
    "2100-02-29", "0000-01-01", "10000-01-01", "2026-05-10 ", " 2026-05-10", "2026/05/10", "20260510", "2026-05-10T00:00", "2026-05-1٠",
    "-026-05-10",
    "2026--5-10", "+026-05-10", "2026-05-10-", "２０２６-05-10",
  ])
  func refuses(text: String) {
    #expect(CivilDate(iso: text.utf8) == nil)
  }

  @Test(arguments: ["2000-02-29", "2024-02-29", "2400-02-29", "0004-02-29"])
  func knowsLeapDays(text: String) throws {
    let date = try Self.date(text)
    #expect(date.adding(months: 12).description.hasSuffix("-02-28"))
    #expect(date.adding(months: 48).description.hasSuffix("-02-29"))
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"), ("2026-10-31", 1, "2026-11-30"),
    ("2026-12-31", 2, "2027-02-28"), ("2026-11-24", 24, "2028-11-24"), ("2026-05-31", 6, "2026-11-30"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", -48, "2020-02-29"), ("2026-01-30", 1, "2026-02-28"), ("2026-01-15", 0, "2026-01-15"), ("2026-01-15", -12, "2025-01-15"),
    ("2026-12-15", 1, "2027-01-15"), ("2027-01-15", -1, "2026-12-15"),
  ])
  func clampsMonthEnds(text: String, months: Int, expected: String) throws {
    #expect(try Self.date(text).adding(months: months).description == expected)
  }

  @Test(arguments: [
    ("1 day", "2026-03-01"), ("2 days", "2026-03-02"), ("1 week", "2026-03-07"), ("1 month", "2026-03-28"), ("1 year", "2027-02-28"),
    ("0 days", "2026-02-28"),
  ])
  func addsPeriods(text: String, expected: String) throws {
    let period = try #require(Period(text))
    #expect(try Self.date("2026-02-28").adding(period).description == expected)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("3 months", "3 months", "3 maanden"), ("1 month", "1 month", "1 maand"), ("1 months", "1 month", "1 maand"),
    ("2 day", "2 days", "2 dagen"),
    ("1 week", "1 week", "1 week"), ("4 weeks", "4 weeks", "4 weken"), ("1 year", "1 year", "1 jaar"), ("2 years", "2 years", "2 jaar"),
    ("0 days", "0 days", "0 dagen"), ("9999 days", "9999 days", "9999 dagen"), ("  3   months ", "3 months", "3 maanden"),
    ("012 weeks", "12 weeks", "12 weken"),
  ])
  func reads(text: String, english: String, dutch: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == english)
    #expect(period.phrase.en == english)
    #expect(period.phrase.nl == dutch)
    #expect(Period(period.description) == period)
  }

  @Test(arguments: [
    "", "months", "3", "3months", "three months", "-3 months", "+3 months", "3.5 months", "3 maanden", "3 Months", "3 month s",
    "10000 days", "3 months 2 days",
    "P3M", "٣ months", "3\tmonths", "3 s", "3 ",
  ])
  func refuses(text: String) {
    #expect(Period(text) == nil)
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: ["2024", "2024-06", "2024-06-19", "0001", "2024-12", "2024-02-29"])
  func reads(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "24", "20244", "2024-", "2024-6", "2024-00", "2024-13", "2024-02-30", "2023-02-29", "2024-06-19-", "juni 2024", "06-2024",
    "2024/06",
  ])
  func refuses(text: String) {
    #expect(PartialDate(text) == nil)
  }
}

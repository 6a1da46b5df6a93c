import Testing

@testable import LeidraadCore

/// Whole numbers and flags, as the files of people write them.
@Suite struct PlainValueTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("017", 17), ("-0", 0), ("-12", -12), ("999999999", 999_999_999), ("-999999999", -999_999_999),
  ])
  func readsNumbers(text: String, value: Int) {
    #expect(wholeNumber(text.utf8) == value)
  }

  @Test(arguments: ["", "-", "--1", "1-", "+1", "1.0", "1 ", "٣", "1000000000", "0000000001"])
  func refusesWhatIsNoNumber(text: String) {
    #expect(wholeNumber(text.utf8) == nil)
  }

  /// What YAML 1.1 takes for octal.
  @Test(arguments: [
    ("017", true), ("-017", true), ("00", true), ("0", false), ("-0", false), ("10", false), ("100", false), ("", false), ("0x1", false),
  ])
  func seesALeadingZero(text: String, expected: Bool) {
    #expect(startsWithZero(text.utf8) == expected)
  }

  @Test(
    arguments: [
      ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false), ("yes", nil), ("no", nil),
      ("tRUE", nil), ("", nil), ("1", nil),
    ] as [(String, Bool?)])
  func readsFlags(text: String, expected: Bool?) {
    #expect(truth(text.utf8) == expected)
  }

  /// Of what somebody wrote, a message shows sixty characters at most.
  @Test func showsSixtyCharacters() {
    let sixty = String(repeating: "é", count: 60)
    #expect(Messages.shown(sixty) == sixty)
    #expect(Messages.shown(sixty + "é") == sixty + "…")
  }
}

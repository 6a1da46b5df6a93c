import Testing

@testable import LeidraadCore

@Suite struct FractionTests {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("1/2", "1/2"), ("2/4", "1/2"), ("4/5", "4/5"), ("66.5", "133/2"), ("0.25", "1/4"), ("007", "7"), ("0/7", "0"),
    ("999999/999999", "1"), ("5/4", "5/4"), ("100.000001", "100000001/1000000"),
  ])
  func reads(text: String, expected: String) {
    #expect(Fraction(text)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "/", "1/", "/2", "1/0", "-1", "+1", "1/2/3", "1.5/2", ".5", "5.", "1.2.3", "1,5", "1 /2", "½", "٣", "1e3", "0x10", "1000000",
    "1/1000000", "nan",
    "inf", "1\n",
  ])
  func refuses(text: String) {
    #expect(Fraction(text) == nil)
  }

  /// What a report of an earlier run has written comes back, in any number of digits.
  @Test func readsWhatItWrites() {
    let large = Fraction(Int.max) * Fraction(Int.max) + Fraction(1, Int.max)
    for fraction in [.zero, .one, Fraction(7), Fraction(1, 3), Fraction(200, 6), large, .one / large] {
      #expect(Fraction(exact: fraction.description) == fraction, "\(fraction)")
    }
    #expect(Fraction(exact: "6/4") == Fraction(3, 2))
  }

  @Test(arguments: [
    "", "/", "1/", "/2", "1/0", "0/0", "-1", "+1", "1/2/3", "1a", "a", "1/a", "1.5", " 1", "٣", String(repeating: "9", count: 10_001),
  ])
  func refusesWhatItDoesNotWrite(text: String) {
    #expect(Fraction(exact: text) == nil)
  }

  @Test func makesOnlyWhatIsNotNegative() {
    #expect(Fraction(-3) == .zero)
    #expect(Fraction(1, 0) == .zero)
    #expect(Fraction(-1, 2) == .zero)
    #expect(Fraction(1, -2) == .zero)
    #expect(Fraction(0, 5) == .zero)
    #expect(Fraction.zero.isZero)
    #expect(!Fraction(1, Int.max).isZero)
    #expect(Fraction(1, 3) - Fraction(1, 2) == .zero)
    #expect(Fraction.one / .zero == .zero)
  }

  /// Known numbers that need 73, 127 and more bits.
  @Test func goesOnAboveSixtyFourBits() {
    let harmonic = (1...50).map { Fraction(1, $0) }.sum()
    #expect(harmonic.description == "13943237577224054960759/3099044504245996706400")
    let power = (0..<80).reduce(Fraction.one) { product, _ in product * Fraction(3) }
    #expect(power.description == "147808829414345923316083210206383297601")
    let square = Fraction(Int.max) * Fraction(Int.max)
    #expect(square.description == "85070591730234615847396907784232501249")
    #expect(square / Fraction(Int.max) == Fraction(Int.max))
    #expect(Fraction(Int.max) + Fraction(Int.max) + Fraction(2) == Fraction(Int.max) * Fraction(2) + Fraction(2))
    #expect((Fraction(Int.max) + Fraction(Int.max) + Fraction(2)).description == "18446744073709551616")
    // 10^18 and 10^36: the blocks in which large numbers are printed.
    let billion = Fraction(1_000_000_000)
    #expect((billion * billion).description == "1" + String(repeating: "0", count: 18))
    #expect((billion * billion * billion * billion).description == "1" + String(repeating: "0", count: 36))
    #expect((billion * billion * billion + Fraction(7)).description == "1" + String(repeating: "0", count: 26) + "7")
  }

  /// What comes back below 64 bits is stored, compared and hashed as if it had never left.
  @Test func comesBackBelowSixtyFourBits() {
    let large = Fraction(Int.max) * Fraction(Int.max)
    let back = large / (Fraction(Int.max) * Fraction(Int.max) * Fraction(3))
    #expect(back == Fraction(1, 3))
    #expect(Set([back, Fraction(1, 3)]).count == 1)
    #expect(large - large == .zero)
    #expect((large - large).isZero)
    #expect((large + .one) - large == .one)
  }

  @Test func obeysTheLawsOfArithmetic() {
    var random = TestRandom(seed: 1)
    for round in 0..<600 {
      let bits = round % 3 == 0 ? 10 : round % 3 == 1 ? 40 : 62
      func next() -> Fraction { Fraction(Int(random.next() >> UInt64(64 - bits)), 1 + Int(random.next() >> UInt64(64 - bits))) }
      let (a, b, c) = (next(), next(), next())
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a + b) - b == a)
      if !b.isZero { #expect((a * b) / b == a) }
      #expect((a < b) == (a + c < b + c))
      #expect(!(a < b && b < a))
      #expect([a < b, b < a, a == b].count { $0 } == 1)
    }
  }

  /// Neighbours that differ in the last of some 124 bits are told apart.
  @Test func ordersNeighbours() {
    let small = Fraction(Int.max - 1, Int.max)
    #expect(small < .one)
    #expect(Fraction(Int.max - 2, Int.max - 1) < small)
    let large = Fraction(Int.max) * Fraction(Int.max)
    #expect(large < large + Fraction(1, Int.max))
    #expect(large - Fraction(1, Int.max) < large)
    #expect(!(large < large))
  }

  @Test(arguments: [
    (Fraction(2, 3), 1000, 666), (Fraction(1, 3), 10, 3), (Fraction(95), 10, 950), (Fraction(949_999, 10_000), 10, 949),
    (Fraction.zero, 10, 0),
    (Fraction(1, Int.max), Int.max, 1), (Fraction.one, -3, 0), (Fraction(Int.max), 10, Int.max),
    (Fraction(Int.max) * Fraction(Int.max), 0, 0), (Fraction.one / (Fraction(Int.max) * Fraction(Int.max)), Int.max, 0),
  ])
  func cutsOffDownwards(fraction: Fraction, factor: Int, expected: Int) {
    #expect(fraction.roundedDown(times: factor) == expected)
  }

  /// Long division against the machine's own 128 bits.
  @Test func dividesAsTheMachineDoes() {
    var random = TestRandom(seed: 2)
    for round in 0..<800 {
      let (a, b) = (random.next(), random.next())
      let c = random.next() >> UInt64(round % 63)
      let top = Natural(a) * Natural(b)
      let expected = UInt128(a) * UInt128(b)
      #expect(top.description == expected.description)
      guard c > 0 else { continue }
      let (quotient, remainder) = top.dividedAndRemainder(by: Natural(c))
      #expect(quotient.description == (expected / UInt128(c)).description)
      #expect(remainder.description == (expected % UInt128(c)).description)
      #expect(quotient * Natural(c) + remainder == top)
      #expect((top + Natural(c)).subtracting(Natural(c)) == top)
    }
    #expect(Natural(5).dividedAndRemainder(by: Natural(0)).quotient == Natural(0))
    #expect(Natural(0).description == "0")
  }
}

/// A small generator with a seed, so that what fails fails again.
struct TestRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_f491_4f6c_dd1d
  }
}

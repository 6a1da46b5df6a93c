/// An exact number that is not negative: every share, weight and score. It never rounds and never overflows: what no longer fits in
/// 64 bits goes on in as many as it takes.
package struct Fraction: Sendable, Hashable, Comparable, CustomStringConvertible {
  private enum Storage: Sendable, Hashable {
    case small(UInt64, UInt64)
    /// Rare, so in a box: what is small is copied without a look at it.
    indirect case large(Natural, Natural)
  }

  /// Always in lowest terms, and small where it fits: equal numbers are stored alike.
  private let storage: Storage

  package static let zero = Fraction(0)
  package static let one = Fraction(1)

  package init(_ whole: Int) {
    storage = .small(UInt64(max(0, whole)), 1)
  }

  /// `numerator / denominator`; a denominator of zero or a negative number gives zero.
  package init(_ numerator: Int, _ denominator: Int) {
    guard numerator > 0, denominator > 0 else {
      self = .zero
      return
    }
    let divisor = greatestCommonDivisor(UInt64(numerator), UInt64(denominator))
    storage = .small(UInt64(numerator) / divisor, UInt64(denominator) / divisor)
  }

  private init(_ numerator: Natural, _ denominator: Natural) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let top = numerator.dividedAndRemainder(by: divisor).quotient
    let bottom = denominator.dividedAndRemainder(by: divisor).quotient
    if let smallTop = top.small, let smallBottom = bottom.small {
      storage = .small(smallTop, smallBottom)
    } else {
      storage = .large(top, bottom)
    }
  }

  /// Reads `1`, `0`, `1/2`, `4/5`, `66.5`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = Fraction.digits(parts[0]), let bottom = Fraction.digits(parts[1]), bottom > 0 else { return nil }
      self.init(top, bottom)
      return
    }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = decimals.first.flatMap({ Fraction.digits($0) }), decimals.count <= 2 else { return nil }
    guard decimals.count == 2 else {
      self.init(whole)
      return
    }
    guard let part = Fraction.digits(decimals[1]) else { return nil }
    let scale = (0..<decimals[1].utf8.count).reduce(1) { power, _ in power * 10 }
    self.init(whole * scale + part, scale)
  }

  /// Reads what `description` writes, in any number of digits.
  package init?(exact text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let top = Natural(parts[0]), let bottom = parts.count == 2 ? Natural(parts[1]) : Natural(1),
      bottom != Natural(0)
    else { return nil }
    self.init(top, bottom)
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy(isASCIIDigit) else { return nil }
    return Int(text)
  }

  package var isZero: Bool {
    if case .small(0, _) = storage { true } else { false }
  }

  /// In lowest terms; nil where one of them does not fit.
  package var terms: (numerator: Int, denominator: Int)? {
    guard case .small(let top, let bottom) = storage, let numerator = Int(exactly: top), let denominator = Int(exactly: bottom)
    else { return nil }
    return (numerator, denominator)
  }

  private var naturals: (Natural, Natural) {
    switch storage {
    case .small(let top, let bottom): (Natural(top), Natural(bottom))
    case .large(let top, let bottom): (top, bottom)
    }
  }

  package static func + (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if a == 0 { return right }
      if c == 0 { return left }
      if b == d {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow { return b == 1 ? Fraction(reduced: sum, 1) : Fraction(small: sum, b) }
      }
      let (ad, o1) = a.multipliedReportingOverflow(by: d)
      let (cb, o2) = c.multipliedReportingOverflow(by: b)
      let (bd, o3) = b.multipliedReportingOverflow(by: d)
      let (top, o4) = ad.addingReportingOverflow(cb)
      if !(o1 || o2 || o3 || o4) { return Fraction(small: top, bd) }
    }
    let ((a, b), (c, d)) = (left.naturals, right.naturals)
    return Fraction(a * d + c * b, b * d)
  }

  /// The difference, or zero where the right is the larger.
  package static func - (left: Fraction, right: Fraction) -> Fraction {
    guard right < left else { return .zero }
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (ad, o1) = a.multipliedReportingOverflow(by: d)
      let (cb, o2) = c.multipliedReportingOverflow(by: b)
      let (bd, o3) = b.multipliedReportingOverflow(by: d)
      if !(o1 || o2 || o3) { return Fraction(small: ad - cb, bd) }
    }
    let ((a, b), (c, d)) = (left.naturals, right.naturals)
    return Fraction((a * d).subtracting(c * b), b * d)
  }

  package static func * (left: Fraction, right: Fraction) -> Fraction {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      // What is divided out before multiplying needs no dividing after, and the numbers stay small.
      let (ad, cb) = (greatestCommonDivisor(a, d), greatestCommonDivisor(c, b))
      let (top, o1) = (a / ad).multipliedReportingOverflow(by: c / cb)
      let (bottom, o2) = (b / cb).multipliedReportingOverflow(by: d / ad)
      if !(o1 || o2) { return Fraction(reduced: top, bottom) }
    }
    let ((a, b), (c, d)) = (left.naturals, right.naturals)
    return Fraction(a * c, b * d)
  }

  /// The quotient; zero where the right is zero.
  package static func / (left: Fraction, right: Fraction) -> Fraction {
    guard !right.isZero else { return .zero }
    if case .small(let top, let bottom) = right.storage { return left * Fraction(reduced: bottom, top) }
    let (c, d) = right.naturals
    let (a, b) = left.naturals
    return Fraction(a * d, b * c)
  }

  package static func += (left: inout Fraction, right: Fraction) { left = left + right }

  package static func < (left: Fraction, right: Fraction) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (ad, cb) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
      return (ad.high, ad.low) < (cb.high, cb.low)
    }
    let ((a, b), (c, d)) = (left.naturals, right.naturals)
    return a * d < c * b
  }

  private init(reduced numerator: UInt64, _ denominator: UInt64) {
    storage = .small(numerator, denominator)
  }

  private init(small numerator: UInt64, _ denominator: UInt64) {
    let divisor = greatestCommonDivisor(numerator, denominator)
    storage = .small(numerator / divisor, denominator / divisor)
  }

  /// The whole part of `self × factor`: the one place where digits are cut off, always downwards.
  package func roundedDown(times factor: Int) -> Int {
    if case .small(let top, let bottom) = storage {
      let (product, overflow) = top.multipliedReportingOverflow(by: UInt64(max(0, factor)))
      if !overflow { return Int(exactly: product / bottom) ?? Int.max }
    }
    let (top, bottom) = naturals
    let quotient = (top * Natural(UInt64(max(0, factor)))).dividedAndRemainder(by: bottom).quotient
    return quotient.small.flatMap { Int(exactly: $0) } ?? Int.max
  }

  /// `3/4`, or `2` for a whole number: exact, for machines.
  package var description: String {
    let (top, bottom) = naturals
    return bottom == Natural(1) ? top.description : "\(top)/\(bottom)"
  }
}

private func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  if left == 1 || right == 1 { return 1 }
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}

extension Sequence<Fraction> {
  func sum() -> Fraction { reduce(.zero, +) }
}

/// An exact number of the reference: numerator and denominator in 128 bits. A result that would not fit is *lost*: it equals nothing and the
/// comparison that needed it is left out. (The product's own fractions have no such end; `HandComputedTests` looks at those.)
struct Ratio: Equatable, CustomStringConvertible, Sendable {
  let top: Int128
  let bottom: Int128
  var isLost: Bool { bottom == 0 }

  static let lost = Ratio(raw: 0, 0)
  static let zero = Ratio(raw: 0, 1)
  static let one = Ratio(raw: 1, 1)

  private init(raw top: Int128, _ bottom: Int128) {
    self.top = top
    self.bottom = bottom
  }

  init(_ top: Int, _ bottom: Int = 1) { self = Ratio.reduced(Int128(top), Int128(bottom)) }

  /// Reads what the product prints: `3`, `3/4`.
  init(printed text: String) {
    let parts = text.split(separator: "/").map { Int128(String($0)) }
    if parts.count == 1, let top = parts[0] {
      self.init(raw: top, 1)
    } else if parts.count == 2, let top = parts[0], let bottom = parts[1] {
      self.init(raw: top, bottom)
    } else {
      self = .lost
    }
  }

  private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 {
      // Most numbers are small, and 128-bit division is slow.
      if let x = Int(exactly: a), let y = Int(exactly: b) {
        var (x, y) = (x, y)
        while y != 0 { (x, y) = (y, x % y) }
        return Int128(x)
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  private static func reduced(_ top: Int128, _ bottom: Int128) -> Ratio {
    guard bottom > 0 else { return .lost }
    let common = max(divisor(top, bottom), 1)
    return Ratio(raw: top / common, bottom / common)
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    guard !left.isLost, !right.isLost else { return .lost }
    let common = divisor(left.bottom, right.bottom)
    let (a, o1) = left.top.multipliedReportingOverflow(by: right.bottom / common)
    let (b, o2) = right.top.multipliedReportingOverflow(by: left.bottom / common)
    let (sum, o3) = a.addingReportingOverflow(b)
    let (bottom, o4) = left.bottom.multipliedReportingOverflow(by: right.bottom / common)
    return o1 || o2 || o3 || o4 ? .lost : reduced(sum, bottom)
  }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    guard !left.isLost, !right.isLost else { return .lost }
    let (c, d) = (max(divisor(left.top, right.bottom), 1), max(divisor(right.top, left.bottom), 1))
    let (top, o1) = (left.top / c).multipliedReportingOverflow(by: right.top / d)
    let (bottom, o2) = (left.bottom / d).multipliedReportingOverflow(by: right.bottom / c)
    return o1 || o2 ? .lost : reduced(top, bottom)
  }

  static func / (left: Ratio, right: Ratio) -> Ratio {
    right.isLost || right.top == 0 ? .lost : left * Ratio(raw: right.bottom, right.top)
  }

  /// Nil where either is lost or the comparison does not fit.
  static func isLess(_ left: Ratio, _ right: Ratio) -> Bool? {
    guard !left.isLost, !right.isLost else { return nil }
    let (a, o1) = left.top.multipliedReportingOverflow(by: right.bottom)
    let (b, o2) = right.top.multipliedReportingOverflow(by: left.bottom)
    return o1 || o2 ? nil : a < b
  }

  var description: String { isLost ? "lost" : bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
}

extension Sequence<Ratio> {
  func sum() -> Ratio { reduce(.zero, +) }

  func mean(_ count: Int) -> Ratio { sum() * Ratio(1, count) }
}

/// A whole number of any size, for the rare fraction that leaves 64 bits. Plain school arithmetic: such numbers have some ten limbs.
struct Natural: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Base 2³², the lowest first, no zeros at the high end; zero has none.
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  /// Reads digits; nil for anything else and for more than ten thousand of them.
  init?(_ text: some StringProtocol) {
    guard (1...10_000).contains(text.utf8.count), text.utf8.allSatisfy(isASCIIDigit) else { return nil }
    self = text.utf8.reduce(Natural(0)) { $0 * Natural(10) + Natural(UInt64($1 - 0x30)) }
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    trim()
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// The number, if it fits.
  var small: UInt64? {
    switch limbs.count {
    case 0: 0
    case 1: UInt64(limbs[0])
    case 2: UInt64(limbs[1]) << 32 | UInt64(limbs[0])
    default: nil
    }
  }

  static func + (left: Natural, right: Natural) -> Natural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      carry += UInt64(index < left.limbs.count ? left.limbs[index] : 0) + UInt64(index < right.limbs.count ? right.limbs[index] : 0)
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Natural(limbs: sum + [UInt32(carry)])
  }

  /// `self - other`, where `other` is not the larger.
  func subtracting(_ other: Natural) -> Natural {
    var difference = limbs
    var borrow: Int64 = 0
    for index in difference.indices {
      var limb = Int64(difference[index]) - borrow - Int64(index < other.limbs.count ? other.limbs[index] : 0)
      borrow = limb < 0 ? 1 : 0
      if limb < 0 { limb += 1 << 32 }
      difference[index] = UInt32(limb)
    }
    return Natural(limbs: difference)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        carry += UInt64(a) * UInt64(b) + UInt64(product[i + j])
        product[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[i + right.limbs.count] = UInt32(carry)
    }
    return Natural(limbs: product)
  }

  /// Long division, bit by bit. Dividing by zero gives zero.
  func dividedAndRemainder(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    guard !divisor.limbs.isEmpty else { return (Natural(0), self) }
    if let top = small, let bottom = divisor.small { return (Natural(top / bottom), Natural(top % bottom)) }
    var quotient = [UInt32](repeating: 0, count: limbs.count)
    var remainder = Natural(0)
    for index in limbs.indices.reversed() {
      for bit in (0..<32).reversed() {
        remainder = remainder.doubled(adding: limbs[index] >> bit & 1)
        if remainder >= divisor {
          remainder = remainder.subtracting(divisor)
          quotient[index] |= 1 << bit
        }
      }
    }
    return (Natural(limbs: quotient), remainder)
  }

  private func doubled(adding bit: UInt32) -> Natural {
    var carry = bit
    var result: [UInt32] = []
    for limb in limbs {
      result.append(limb << 1 | carry)
      carry = limb >> 31
    }
    return Natural(limbs: result + [carry])
  }

  func greatestCommonDivisor(with other: Natural) -> Natural {
    var (a, b) = (self, other)
    while !b.limbs.isEmpty { (a, b) = (b, a.dividedAndRemainder(by: b).remainder) }
    return a.limbs.isEmpty ? Natural(1) : a
  }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    for (a, b) in zip(left.limbs.reversed(), right.limbs.reversed()) where a != b { return a < b }
    return false
  }

  var description: String {
    if let small { return String(small) }
    let (high, low) = dividedAndRemainder(by: Natural(1_000_000_000_000_000_000))
    let digits = low.description
    return high.description + String(repeating: "0", count: 18 - digits.utf8.count) + digits
  }
}

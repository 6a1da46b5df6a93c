/// Some of a file's lines, however many stretches they come from.
struct LineSet: Sendable {
  /// By line, from 1; empty when there are none.
  private var isIn: [Bool] = []

  init() {}

  /// - Parameter count: How many lines the file has.
  init(_ stretches: [ClosedRange<Int>], of count: Int) {
    // Where stretches begin and end, and then one walk over the lines: stretches of a hostile file overlap by the thousand.
    var change = [Int](repeating: 0, count: count + 2)
    for stretch in stretches {
      change[min(stretch.lowerBound, count)] += 1
      change[min(stretch.upperBound, count) + 1] -= 1
    }
    var depth = 0
    isIn = change.dropLast().map { step in
      depth += step
      return depth > 0
    }
  }

  func contains(_ line: Int) -> Bool { line < isIn.count && isIn[line] }
}

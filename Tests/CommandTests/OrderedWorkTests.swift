import Synchronization
import Testing

@testable import leidraad

/// Work on several threads comes out as work on one.
@Suite struct OrderedWorkTests {
  /// Numbers whose results hold the sum of those before; every seventh takes its time.
  private static func work(begun: Counter = Counter()) -> OrderedWork<Int, Int, [Int]> {
    OrderedWork(
      fold: +=, first: 0,
      begin: { item in
        begun.add()
        if item % 7 == 0 { for _ in 0..<20_000 { begun.look() } }
        return ([item], item)
      }, finish: { $0.append($1) })
  }

  final class Counter: Sendable {
    private let value = Atomic(0)

    func add() { value.add(1, ordering: .relaxed) }
    func look() { _ = value.load(ordering: .relaxed) }
    var count: Int { value.load(ordering: .relaxed) }
  }

  @Test(arguments: [1, 2, 3, 16])
  func resultsComeInOrderWithWhatWasBefore(jobs: Int) throws {
    var taken: [[Int]] = []
    try Self.work().run(Array(1...200), jobs: jobs) { item, result in
      #expect(result[0] == item)
      taken.append(result)
    }
    #expect(taken == (1...200).map { [$0, $0 * ($0 - 1) / 2] })
  }

  @Test(arguments: [1, 2, 16])
  func aFaultStopsTheWork(jobs: Int) {
    struct Fault: Error {}
    let begun = Counter()
    #expect(throws: Fault.self) {
      try Self.work(begun: begun).run(Array(1...10_000), jobs: jobs) { item, _ in if item == 20 { throw Fault() } }
    }
    // Only a few results may wait, so no thread was far ahead of the one that was taken.
    #expect(begun.count <= 20 + jobs * 5)
  }

  /// While one item takes its time, others are begun, as far as results may wait.
  @Test func aSlowItemHoldsNobodyUp() throws {
    let (begun, beside) = (Counter(), Counter())
    let work = OrderedWork<Int, Int, [Int]>(
      fold: +=, first: 0,
      begin: { item in
        begun.add()
        if item == 0 {
          // Until the one thread that is left has begun all that fit in the window; not for ever.
          var patience = 500_000_000
          while begun.count < 8, patience > 0 { patience -= 1 }
          for _ in 0..<begun.count { beside.add() }
        }
        return ([item], item)
      }, finish: { $0.append($1) })
    var taken: [[Int]] = []
    try work.run(Array(0..<20), jobs: 2) { taken.append($1) }
    #expect(beside.count >= 8)
    #expect(taken == (0..<20).map { [$0, $0 * ($0 - 1) / 2] })
  }

  @Test(arguments: [1, 4])
  func nothingIsNothing(jobs: Int) throws {
    try Self.work().run([], jobs: jobs) { _, _ in Issue.record("there is nothing to take") }
  }
}

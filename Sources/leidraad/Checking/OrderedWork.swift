/// Work on many items at once, whose results are handed on in the order of the items while later ones are still being made.
///
/// Each item goes through two steps. The first needs the item alone; the second also what all items before it came to, folded into one value. No more
/// than a few results wait at any time, so memory does not grow with the number of items.
struct OrderedWork<Item: Sendable, Part: Sendable, Result: Sendable> {
  /// Folds what one item came to into what those before it did.
  let fold: @Sendable (inout Part, Part) -> Void
  let first: Part
  /// The first step: a result in the making, and what it adds for those after it.
  let begin: @Sendable (Item) -> (Result, Part)
  /// The second step, with what all items before came to.
  let finish: @Sendable (inout Result, Part) -> Void

  /// Does the work on `jobs` threads; with one, on this thread.
  func run(_ items: [Item], jobs: Int, consume: (Item, Result) throws -> Void) throws {
    guard jobs > 1, items.count > 1 else {
      var before = first
      for item in items {
        var (result, part) = begin(item)
        finish(&result, before)
        fold(&before, part)
        try consume(item, result)
      }
      return
    }
    let belt = Belt(self, items, window: jobs * 4)
    let threads = Threads(count: min(jobs, items.count)) { belt.run() }
    // A machine that gives no thread at all still does the work.
    guard !threads.isEmpty else { return try run(items, jobs: 1, consume: consume) }
    defer {
      belt.stop()
      threads.join()
    }
    for (index, item) in items.enumerated() { try consume(item, belt.take(index)) }
  }

  /// What the threads share: all of it behind one lock that is held for a few instructions at a time.
  private final class Belt: @unchecked Sendable {
    private let work: OrderedWork
    private let items: [Item]
    private let lock = Lock()
    /// The results that were not taken yet, by their index in the window.
    private var places: [Place]
    /// All items before this one were begun, handed to the second step, and taken.
    private var begun = 0
    private var handedOn = 0
    private var taken = 0
    /// How many results wait to be taken.
    private var finished = 0
    /// What the first `folded` items came to.
    private var before: Part
    private var folded = 0
    private var isStopped = false

    /// How far an item has come.
    private enum Place {
      case empty
      case begun(Result, Part)
      /// With what all items before it came to.
      case ready(Result, Part)
      case finished(Result)
    }

    private enum Step {
      case begin(Int)
      case finish(Int, Result, Part)
    }

    init(_ work: OrderedWork, _ items: [Item], window: Int) {
      self.work = work
      self.items = items
      before = work.first
      places = Array(repeating: .empty, count: window)
    }

    /// One thread's share: whatever can be done, until all is done. No thread waits for an item that another has in hand while there is other work.
    func run() {
      while let step = lock.wait(for: .work, { nextStep() }) {
        switch step {
        case .begin(let index):
          let (result, part) = work.begin(items[index])
          lock.hold { put(.begun(result, part), at: index) }
        case .finish(let index, var result, let before):
          work.finish(&result, before)
          lock.hold { put(.finished(result), at: index) }
        }
      }
    }

    /// The earliest that can be done; `.some(nil)` at the end, and nil where there is nothing to do yet.
    private func nextStep() -> Step?? {
      if isStopped || handedOn == items.count { return .some(nil) }
      if handedOn < folded, case .ready(let result, let before) = places[handedOn % places.count] {
        places[handedOn % places.count] = .empty
        handedOn += 1
        // The last thread to get work wakes those that wait for the end.
        if handedOn == items.count { lock.tell(.work) }
        return .finish(handedOn - 1, result, before)
      }
      guard begun < items.count, begun < taken + places.count else { return nil }
      begun += 1
      return .begin(begun - 1)
    }

    private func put(_ place: Place, at index: Int) {
      places[index % places.count] = place
      if case .finished = place {
        finished += 1
        // To wake the taker for each result takes as long as to make one. While half of the window is free, there is more to come.
        if finished * 2 >= places.count || handedOn == items.count { lock.tell(.result) }
        return
      }
      while folded < begun, case .begun(let result, let part) = places[folded % places.count] {
        places[folded % places.count] = .ready(result, before)
        work.fold(&before, part)
        folded += 1
      }
      if folded > handedOn + 1 { lock.tell(.work) }
    }

    func take(_ index: Int) -> Result {
      lock.wait(for: .result) {
        guard case .finished(let result) = places[index % places.count] else { return nil }
        places[index % places.count] = .empty
        taken += 1
        finished -= 1
        // A full window has room again.
        if begun == taken - 1 + places.count { lock.tell(.work) }
        return result
      }
    }

    func stop() {
      lock.hold {
        isStopped = true
        lock.tell(.work)
      }
    }
  }
}

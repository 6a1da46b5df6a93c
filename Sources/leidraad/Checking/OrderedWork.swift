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
    private var next = 0
    private var taken = 0
    private var isStopped = false
    /// What the first `folded` items came to.
    private var before: Part
    private var folded = 0
    /// The results that wait to be taken, by their index in the window.
    private var results: [Result?]

    init(_ work: OrderedWork, _ items: [Item], window: Int) {
      self.work = work
      self.items = items
      before = work.first
      results = Array(repeating: nil, count: window)
    }

    /// One thread's share: items as they come, until there are none.
    func run() {
      while let index = nextIndex() {
        var (result, part) = work.begin(items[index])
        guard let before = add(part, of: index) else { return }
        work.finish(&result, before)
        put(result, at: index)
      }
    }

    /// Nil at the end. Waits while the results that nobody took yet fill the window.
    private func nextIndex() -> Int? {
      lock.wait { () -> Int?? in
        if isStopped || next == items.count { return .some(nil) }
        guard next < taken + results.count else { return nil }
        next += 1
        return next - 1
      }
    }

    /// What all items before came to; nil once nobody wants to know. The lowest item in the making never waits for another.
    private func add(_ part: Part, of index: Int) -> Part? {
      lock.wait { () -> Part?? in
        if isStopped { return .some(nil) }
        guard folded == index else { return nil }
        let result = before
        work.fold(&before, part)
        folded += 1
        return result
      }
    }

    private func put(_ result: Result, at index: Int) {
      lock.wait { () -> Void? in results[index % results.count] = result }
    }

    func take(_ index: Int) -> Result {
      lock.wait { () -> Result? in
        guard let result = results[index % results.count] else { return nil }
        results[index % results.count] = nil
        taken += 1
        return result
      }
    }

    func stop() {
      lock.wait { () -> Void? in isStopped = true }
    }
  }
}

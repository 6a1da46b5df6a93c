#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A lock with which threads can wait for one another.
final class Lock: @unchecked Sendable {
  /// What a thread waits for.
  enum Event: Int, CaseIterable {
    /// Something to do.
    case work
    /// Something that was done.
    case result
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let events = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: Event.allCases.count)
  /// How many threads wait, by event: to tell nobody costs nothing.
  private var waiting = [Int](repeating: 0, count: Event.allCases.count)

  init() {
    pthread_mutex_init(mutex, nil)
    for event in Event.allCases { pthread_cond_init(events + event.rawValue, nil) }
  }

  deinit {
    pthread_mutex_destroy(mutex)
    for event in Event.allCases { pthread_cond_destroy(events + event.rawValue) }
    mutex.deallocate()
    events.deallocate()
  }

  /// Does something under the lock.
  func hold<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Tries under the lock until it gives a value, again each time that the event is told.
  func wait<Value>(for event: Event, _ attempt: () -> Value?) -> Value {
    hold {
      while true {
        if let value = attempt() { return value }
        waiting[event.rawValue] += 1
        pthread_cond_wait(events + event.rawValue, mutex)
        waiting[event.rawValue] -= 1
      }
    }
  }

  /// Wakes all who wait for an event. To be called under the lock.
  func tell(_ event: Event) {
    if waiting[event.rawValue] > 0 { pthread_cond_broadcast(events + event.rawValue) }
  }
}

/// Threads that all do the same and end by themselves.
struct Threads {
  private var threads: [pthread_t] = []

  /// As many as the system gives, at most `count`.
  init(count: Int, _ body: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      let box = Unmanaged.passRetained(Body(run: body))
      #if canImport(Glibc)
        var thread = pthread_t()
        let fault = pthread_create(&thread, nil, Threads.start, box.toOpaque())
        guard fault == 0 else {
          box.release()
          return
        }
        threads.append(thread)
      #else
        var thread: pthread_t?
        let fault = pthread_create(&thread, nil, Threads.start, box.toOpaque())
        guard fault == 0, let thread else {
          box.release()
          return
        }
        threads.append(thread)
      #endif
    }
  }

  var isEmpty: Bool { threads.isEmpty }

  /// Waits until all of them have ended.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }

  #if canImport(Glibc)
    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
      if let box { Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run() }
      return nil
    }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { box in
      Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
      return nil
    }
  #endif
}

/// The machine.
enum Processor {
  /// How many cores there are to work on.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

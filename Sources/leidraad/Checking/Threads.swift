#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A lock with which threads can wait for one another.
final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
    change.deallocate()
  }

  /// Tries under the lock until it gives a value; between two tries another thread must have had the lock. What it changes is told to those who wait.
  func wait<Value>(for attempt: () -> Value?) -> Value {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(mutex)
    }
    while true {
      if let value = attempt() { return value }
      pthread_cond_wait(change, mutex)
    }
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

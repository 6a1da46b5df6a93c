#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program of this machine that is run for its output: no shell, nothing on standard input, and no environment but what is given.
struct Subprocess {
  struct Ending {
    /// Nil when it did not end by itself.
    let status: Int32?
    let output: [UInt8]

    var isSuccess: Bool { status == 0 }
  }

  /// Where standard error goes.
  enum Complaints { case nowhere, withOutput }

  let executable: String
  let environment: [String: String]

  /// The most that is read; what would be longer is no success.
  private static let limit = 1 << 30

  /// The first plain file of that name on `PATH` that may be run. Entries that are not absolute are passed over: they would find what lies in the
  /// folder that is checked.
  static func find(_ name: String) -> String? {
    (Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy.filter { $0.hasPrefix("/") }
      .map { Path.joined(String($0), name) }.first { (try? FileSystem.status($0))?.kind == .file && access($0, X_OK) == 0 }
  }

  /// Runs it to its end; nil when it could not be started.
  func run(_ arguments: [String], complaints: Complaints = .nowhere) -> Ending? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(arguments, output: ends[1], complaints)
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return nil }
    let output = try? FileSystem.read(ends[0], expecting: 0, limit: Self.limit)
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    let hasExited = status & 0x7F == 0
    return Ending(status: hasExited && output != nil ? status >> 8 & 0xFF : nil, output: output ?? [])
  }

  private func spawn(_ arguments: [String], output: Int32, _ complaints: Complaints) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    switch complaints {
    case .nowhere: posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    case .withOutput: posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    // This process takes its signals on a thread of its own; the child is to end on Ctrl-C like any other.
    var (none, piped) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&piped)
    sigaddset(&piped, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &piped)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var texts = ([executable] + arguments).map { strdup($0) } + [nil]
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in texts + variables { free(text) } }
    var child: pid_t = 0
    return posix_spawn(&child, executable, &actions, &attributes, &texts, &variables) == 0 ? child : nil
  }
}

internal import LeidraadRendering
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why something could not be written.
struct WriteFailure: Error {
  let reason: String
  /// The reader of a pipe is gone.
  let isPipe: Bool

  static func last() -> WriteFailure { WriteFailure(reason: FileSystem.lastError(), isPipe: errno == EPIPE) }
}

/// Writes all of a text, or says why not: a lost report is never a success.
private func write(_ bytes: [UInt8], to file: Int32) throws(WriteFailure) {
  var bytes = bytes[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { start in FileSystem.retrying { Platform.write(file, start, buffer.count) } } ?? 0
    }
    guard count >= 0 else { throw .last() }
    bytes = bytes.dropFirst(count)
  }
}

enum StandardOutput {
  static func write(_ text: String) throws(WriteFailure) { try leidraad.write(Array(text.utf8), to: 1) }

  /// Writes what a command was asked for, and ends the process where nobody reads it or it cannot be written.
  static func report(_ text: String) throws { try report(Array(text.utf8)) }

  static func report(_ bytes: [UInt8]) throws {
    do {
      try leidraad.write(bytes, to: 1)
    } catch {
      if error.isPipe { throw ExitStatus.pipeClosed }
      throw Failure.cannotWrite(words("de standaarduitvoer", "standard output"), error.reason)
    }
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// The columns of the terminal; nil where there is none.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Progress and faults go to standard error, through the same escaping as the report.
enum Console {
  static func error(_ text: String) {
    // Where nobody can be told, there is nobody to tell that.
    try? leidraad.write(Array((TerminalText("leidraad: \(text)").text + "\n").utf8), to: 2)
  }

  /// A line of a report that goes here because there is no report.
  static func line(_ text: String) { try? leidraad.write(Array((TerminalText("\(text)").text + "\n").utf8), to: 2) }

  static func note(_ text: String, isQuiet: Bool) {
    if !isQuiet { error(text) }
  }
}

extension FileSystem {
  /// Makes a folder and those above it, where they are not there yet.
  static func makeFolder(_ path: String) throws(WriteFailure) {
    guard (try? status(path))?.kind != .folder else { return }
    let parent = Path.folder(of: path)
    if parent != path, parent != "." { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || (try? status(path))?.kind == .folder else { throw .last() }
  }
}

/// A file that is written whole or not at all: beside its place, then renamed. A device or pipe has no place to be put in: it is written to.
struct AtomicFile: ~Copyable {
  let path: String
  /// Empty where what is written to is no file.
  private let temporary: String
  private let file: Int32

  init(_ path: String) throws(WriteFailure) { (self.path, temporary, file) = try AtomicFile.opened(path) }

  private static func opened(_ path: String) throws(WriteFailure) -> (path: String, temporary: String, file: Int32) {
    if try isDevice(path) {
      let device = Int32(FileSystem.retrying { Int(open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)) })
      guard device >= 0 else { throw .last() }
      return (path, "", device)
    }
    let path = try destination(path)
    // mkstemp puts six signs of its own in the place of these, so that no name is taken twice.
    let placeholder = String(repeating: "X", count: 6)
    var name = Array(Path.joined(Path.folder(of: path), ".\(Path.name(of: path)).\(placeholder)").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .last() }
    let temporary = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    Temporary.add(temporary)
    return (path, temporary, file)
  }

  /// What a name in /dev leads to may be a file that is open already, such as /dev/stdout; it is not to be replaced either.
  private static func isDevice(_ path: String) throws(WriteFailure) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    do {
      return try FileSystem.status(path)?.kind == .other
    } catch {
      throw WriteFailure(reason: error.phrase[Program.language], isPipe: false)
    }
  }

  /// Where a link leads: the file there is replaced, and the link stays.
  private static func destination(_ path: String) throws(WriteFailure) -> String {
    do {
      return try FileSystem.realPath(path) ?? path
    } catch {
      throw WriteFailure(reason: error.phrase[Program.language], isPipe: false)
    }
  }

  /// Writes one text as a whole file, or says why not.
  static func put(_ text: String, at path: String) throws(Failure) {
    do {
      let file = try AtomicFile(path)
      try file.write(text)
      try file.commit()
    } catch {
      throw Failure.cannotWrite(path, error.reason)
    }
  }

  func write(_ text: String) throws(WriteFailure) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(WriteFailure) { try leidraad.write(bytes, to: file) }

  /// Puts the file in its place.
  consuming func commit() throws(WriteFailure) {
    guard !temporary.isEmpty else {
      guard close(file) == 0 else { throw .last() }
      return
    }
    // What mkstemp made is for its owner alone; a report is as readable as any new file.
    let mask = umask(0)
    umask(mask)
    let isWritten = fchmod(file, 0o666 & ~mask) == 0 && fsync(file) == 0
    let failure = WriteFailure.last()
    let isClosed = close(file) == 0
    guard isWritten, isClosed else {
      Temporary.remove(temporary)
      throw isWritten ? .last() : failure
    }
    guard rename(temporary, path) == 0 else {
      let failure = WriteFailure.last()
      Temporary.remove(temporary)
      throw failure
    }
    Temporary.forget(temporary)
    // The name, too, must survive a power cut; where a folder cannot be synced, the file has been.
    let folder = open(Path.folder(of: path), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

/// A file of a build service to which every step adds.
enum AppendedFile {
  static func add(_ text: String, to path: String) throws(Failure) {
    guard !text.isEmpty else { return }
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard file >= 0 else { throw Failure.cannotWrite(path, WriteFailure.last().reason) }
    do {
      try leidraad.write(Array(text.utf8), to: file)
    } catch {
      close(file)
      throw Failure.cannotWrite(path, error.reason)
    }
    guard close(file) == 0 else { throw Failure.cannotWrite(path, WriteFailure.last().reason) }
  }
}

/// Files that must not stay behind, whatever ends the process.
enum Temporary {
  private static let paths = Mutex<[String]>([])

  static func add(_ path: String) { paths.withLock { $0.append(path) } }

  static func forget(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  static func remove(_ path: String) {
    unlink(path)
    forget(path)
  }

  static func removeAll() {
    for path in paths.withLock({ $0 }) { remove(path) }
  }
}

/// Ctrl-C and its like.
enum Signals {
  /// Where standard input, output or errors were closed, the next file that is opened would take their number, and a report would end up in it. What
  /// stands in for them fails on every use.
  private static func reserveStandardFiles() {
    for file in Int32(0)...2 where fcntl(file, F_GETFD) < 0 && errno == EBADF {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Interrupts are taken by a thread that waits for them, so that cleaning up is ordinary code and not a signal handler. A closed pipe is an error
  /// that the writer sees.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // A file that grows past what is allowed is an error that the writer sees, too.
    signal(SIGXFSZ, SIG_IGN)
    reserveStandardFiles()
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    pthread_create(
      &thread, nil,
      { _ in
        var set = sigset_t()
        sigemptyset(&set)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
        var number: Int32 = 0
        sigwait(&set, &number)
        Temporary.removeAll()
        _exit(128 + number)
      }, nil)
  }
}

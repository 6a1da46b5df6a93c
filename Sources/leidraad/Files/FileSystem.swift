#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The one way to files: every call is checked, nothing but plain files is read, nothing waits on a pipe or device.
enum FileSystem {
  enum ReadFailure: Error, Equatable {
    case missing
    case notAFile
    case tooLarge(limit: Int)
    case failed(reason: String)

    /// Of the last call.
    static func last() -> ReadFailure { errno == ENOENT || errno == ENOTDIR ? .missing : .failed(reason: lastError()) }
  }

  enum Kind: Equatable { case file, folder, other }

  struct Status {
    let kind: Kind
    let device: UInt64
    let node: UInt64
    let size: Int
    /// Seconds and nanoseconds of the last change.
    let modified: [Int]
  }

  /// What is at a path, links followed; nil when there is nothing. That nobody can tell is another matter, and never taken for nothing.
  static func status(_ path: String) throws(ReadFailure) -> Status? {
    var info = stat()
    if retrying({ Int(stat(path, &info)) }) == 0 { return status(info) }
    let failure = ReadFailure.last()
    guard failure == .missing else { throw failure }
    return nil
  }

  static func isLink(_ path: String) throws(ReadFailure) -> Bool {
    var info = stat()
    guard retrying({ Int(lstat(path, &info)) }) == 0 else { throw .last() }
    return info.st_mode & S_IFMT == S_IFLNK
  }

  private static func status(_ info: stat) -> Status {
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Status(
      kind: kind, device: UInt64(truncatingIfNeeded: info.st_dev), node: UInt64(truncatingIfNeeded: info.st_ino), size: Int(info.st_size),
      modified: modified(info))
  }

  private static func modified(_ info: stat) -> [Int] {
    #if canImport(Darwin)
      [info.st_mtimespec.tv_sec, info.st_mtimespec.tv_nsec]
    #else
      [info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
    #endif
  }

  /// The content of a plain file.
  static func read(_ path: String, limit: Int) throws(ReadFailure) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe would wait for its other end.
    let file = Int32(retrying { Int(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) })
    guard file >= 0 else { throw .last() }
    defer { close(file) }
    var info = stat()
    guard retrying({ Int(fstat(file, &info)) }) == 0 else { throw .last() }
    guard status(info).kind == .file else { throw .notAFile }
    guard Int(info.st_size) <= limit else { throw .tooLarge(limit: limit) }
    return try read(file, expecting: Int(info.st_size), limit: limit)
  }

  /// All of standard input.
  static func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] { try read(0, expecting: 0, limit: limit) }

  /// What a symbolic link says; nil for anything else.
  static func linkTarget(_ path: String) -> [UInt8]? {
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = target.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), buffer.count) } ?? -1
    }
    return count < 0 ? nil : Array(target.prefix(count))
  }

  /// All that is left in an open file or pipe.
  static func read(_ file: Int32, expecting size: Int, limit: Int) throws(ReadFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var used = 0
    while true {
      if used == bytes.count { bytes += [UInt8](repeating: 0, count: max(4096, bytes.count)) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { start in retrying { Platform.read(file, start + used, buffer.count - used) } } ?? 0
      }
      if count < 0 { throw .last() }
      if count == 0 { break }
      used += count
      if used > limit { throw .tooLarge(limit: limit) }
    }
    bytes.removeLast(bytes.count - used)
    return bytes
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in folder: String) throws(ReadFailure) -> [String] {
    guard let directory = opendir(folder) else { throw .last() }
    defer { closedir(directory) }
    var names: [String] = []
    while true {
      // An end and a fault look alike but for this.
      errno = 0
      guard let entry = readdir(directory) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .last() }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path without links and dots; nil when there is nothing.
  static func realPath(_ path: String) throws(ReadFailure) -> String? {
    guard let resolved = realpath(path, nil) else {
      let failure = ReadFailure.last()
      guard failure == .missing else { throw failure }
      return nil
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func currentFolder() throws(ReadFailure) -> String {
    guard let folder = try realPath(".") else { throw .missing }
    return folder
  }

  /// The last call's error, in the system's words.
  static func lastError() -> String { String(cString: strerror(errno)) }

  /// A call that a signal interrupted is made again.
  static func retrying(_ call: () -> Int) -> Int {
    var result = call()
    while result < 0, errno == EINTR { result = call() }
    return result
  }
}

/// Names of the C library that Swift names of ours would hide.
enum Platform {
  static func read(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, buffer, count)
    #else
      Darwin.read(file, buffer, count)
    #endif
  }

  static func write(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, buffer, count)
    #else
      Darwin.write(file, buffer, count)
    #endif
  }
}

/// Paths as text; always with `/`.
enum Path {
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  static func joined(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// An absolute path without `.` and `..`, by its words alone: what it names need not be there.
  static func normalised(_ path: String, in folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a part of a relative path begins with a dot.
  static func isHidden(_ path: String) -> Bool { path.split(separator: "/").contains { $0.hasPrefix(".") } }

  /// A real path as seen from a real folder.
  static func relative(_ path: String, from folder: String) -> String {
    let (parts, base) = (path.split(separator: "/"), folder.split(separator: "/"))
    let common = zip(parts, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - common) + parts[common...]).joined(separator: "/")
  }

  /// Whether a real path is a real folder or lies in it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}

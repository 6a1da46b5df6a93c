import Foundation
import Glibc

/// One run of the built program, within bounds that the system holds it to: a run that needs more than it may is killed, and so fails.
struct Child {
  /// What a run may cost. The promise is 2 s and 200 MiB for any one file; the debug build is unoptimised and gets more time, never more memory.
  struct Bounds {
    var seconds: Int
    var mebibytes = 200

    /// For a file of ordinary size: the promise as it stands, in any build.
    static let ordinary = Bounds(seconds: 2)
    /// For a file at a limit.
    static let large = Bounds(seconds: isOptimised ? 2 : 30)
    /// For hundreds of files in one run.
    static let many = Bounds(seconds: isOptimised ? 20 : 120)
  }

  struct Outcome {
    let status: Status
    let output: [UInt8]
    let errors: String
    /// User and system time, of the run and of all it waited for.
    let seconds: Double
    let peakMebibytes: Int

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  enum Status: Equatable, CustomStringConvertible {
    case code(Int32)
    case signal(Int32)

    var description: String {
      switch self {
      case .code(let code): "exit \(code)"
      case .signal(let number): "killed by signal \(number)"
      }
    }
  }

  /// Whether the program under test is an optimised build; whoever runs the tests says so.
  static let isOptimised = ProcessInfo.processInfo.environment["LEIDRAAD_OPTIMISED"] == "1"

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the built programs: beside the test runner, or as told.
  static let products: URL = {
    if let path = ProcessInfo.processInfo.environment["LEIDRAAD_PRODUCTS"] { return URL(filePath: path) }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path() != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "leidraad").path()) {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  static var program: String { products.appending(path: "leidraad").path() }

  static let environment = [
    "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "TZ": "Europe/Amsterdam", "SOURCE_DATE_EPOCH": "1795521600",
    "REPOSITORY": repository.path(), "PATH": "\(products.path()):/usr/bin:/bin",
  ]

  /// Runs the program itself.
  static func leidraad(
    _ arguments: [String], in place: Place, bounds: Bounds = .ordinary, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(
      ["/bin/sh", "-c", "\(limits(bounds)); exec \"$0\" \"$@\"", program]
        + arguments, place,
      environment)
  }

  /// Runs a script; what it starts inherits the bounds, each for itself.
  static func shell(_ script: String, in place: Place, bounds: Bounds = .ordinary, environment: [String: String] = [:]) throws -> Outcome {
    try run(["/bin/sh", "-c", "\(limits(bounds))\n\(script)"], place, environment)
  }

  private static func limits(_ bounds: Bounds) -> String {
    "cd \"$PLACE\" && ulimit -c 0 && ulimit -t \(bounds.seconds) && ulimit -d \(bounds.mebibytes * 1024)"
  }

  private static func run(_ words: [String], _ place: Place, _ more: [String: String]) throws -> Outcome {
    let (out, err, figures) = (place.hidden("stdout"), place.hidden("stderr"), place.hidden("figures"))
    let words = [try measure.get(), figures] + words
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.merging(["PLACE": place.folder.path()]) { $1 }.merging(more) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, &variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }

    var status = Int32()
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let used = try String(contentsOfFile: figures, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard used.count == 2 else { throw POSIXError(.ECHILD) }
    return Outcome(
      status: signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal), output: Array(try Data(contentsOf: URL(filePath: out))),
      errors: String(decoding: try Data(contentsOf: URL(filePath: err)), as: UTF8.self),
      seconds: Double(used[0]) / 1_000_000, peakMebibytes: used[1] / 1024)
  }

  /// What runs a command and notes what it took.
  private static let measure = Result { try Compiled.path(of: "measure.c") }
}

/// A folder of its own for one test, gone afterwards.
final class Place {
  let folder: URL
  private let outside: URL

  init() throws {
    outside = FileManager.default.temporaryDirectory.appending(path: "leidraad-\(UUID().uuidString)")
    folder = outside.appending(path: "werk")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: outside) }

  /// A file beside the folder, which a run in it does not see.
  func hidden(_ name: String) -> String { outside.appending(path: name).path() }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  /// All that is there, hidden files too.
  var names: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []).sorted() }
}

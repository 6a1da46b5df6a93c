import Foundation
import Testing

/// Whole command-line sessions against the built binary. Each `.scenario` file is one session in a folder of its own:
///
///     --- note What the next steps are about.
///     --- file richtlijn.yaml          what follows is the file's content
///     --- copy examples/youth-work     a file or folder of the repository
///     --- run leidraad check .         by the shell, in that folder
///     --- exit 1
///     --- stdout                       what follows is all of it; a line `…` stands for any lines
///     --- stdout contains              each line that follows occurs in it
///     --- stdout lacks
///     --- stderr, stderr contains, stderr lacks, content NAME (of a file afterwards), missing NAME
@Suite struct ScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".scenario") }.sorted()
  }()

  @Test func thereAreScenarios() { #expect(Self.names.count >= 10) }

  @Test(arguments: names)
  func session(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let place = FileManager.default.temporaryDirectory.appending(path: "leidraad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    var session = Session(name: name, place: place)
    for step in Step.read(text) { try session.perform(step) }
  }
}

/// A step of a scenario: its words and the lines under it.
struct Step {
  let line: Int
  let words: String
  let body: [String]

  static func read(_ text: String) -> [Step] {
    var steps: [(Int, String, [String])] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("--- ") {
        steps.append((number + 1, String(line.dropFirst(4)), []))
      } else if !steps.isEmpty {
        steps[steps.count - 1].2.append(String(line))
      }
    }
    return steps.map { line, words, body in
      // The empty line before the next step belongs to the file's form.
      var body = body
      while body.last == "" { body.removeLast() }
      return Step(line: line, words: words, body: body)
    }
  }
}

/// A running session: its folder, and what the last command gave.
struct Session {
  let name: String
  let place: URL
  private var status: Int32?
  private var stdout = ""
  private var stderr = ""

  init(name: String, place: URL) {
    self.name = name
    self.place = place
  }

  /// The folder of the built binary: beside the test runner.
  static let products: URL = {
    if let path = ProcessInfo.processInfo.environment["LEIDRAAD_PRODUCTS"] { return URL(filePath: path) }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path() != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "leidraad").path()) {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  mutating func perform(_ step: Step) throws {
    let words = step.words.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "note": break
    case "file": try write(step.body, to: rest)
    case "copy": try copy(rest)
    case "run": try run(rest)
    case "exit": #expect(status == Int32(rest), "\(name):\(step.line): \(rest) expected\n\(stdout)\n\(stderr)")
    case "stdout": check(stdout, rest, step)
    case "stderr": check(stderr, rest, step)
    case "content":
      let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
      let content = try String(contentsOf: place.appending(path: parts[0]), encoding: .utf8)
      check(content, parts.count > 1 ? parts[1] : "", step)
    case "missing":
      let exists = FileManager.default.fileExists(atPath: place.appending(path: rest).path())
      #expect(!exists, "\(name):\(step.line): \(rest) is there")
    default: Issue.record("\(name):\(step.line): unknown step “\(step.words)”")
    }
  }

  private func write(_ lines: [String], to path: String) throws {
    let file = place.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try lines.map { $0 + "\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
  }

  private func copy(_ path: String) throws {
    let target = place.appending(path: URL(filePath: path).lastPathComponent)
    try FileManager.default.copyItem(at: Self.repository.appending(path: path), to: target)
  }

  private mutating func run(_ command: String) throws {
    let out = place.appending(path: ".stdout")
    let err = place.appending(path: ".stderr")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "{ \(command)\n} > .stdout 2> .stderr"]
    process.currentDirectoryURL = place
    var environment = [
      "PATH": "\(Self.products.path()):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "TZ": "Europe/Amsterdam",
      "HOME": place.path(), "SOURCE_DATE_EPOCH": "1795521600", "REPOSITORY": Self.repository.path(),
    ]
    // Where `make coverage` counts; without it, what an instrumented program counts would lie between the session's files.
    environment["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    stdout = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    stderr = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    try FileManager.default.removeItem(at: out)
    try FileManager.default.removeItem(at: err)
  }

  private func check(_ text: String, _ how: String, _ step: Step) {
    // It would say nothing: its lines have strayed.
    if !how.isEmpty, step.body.isEmpty { Issue.record("\(name):\(step.line): no lines to look for") }
    switch how {
    case "contains": for line in step.body { #expect(text.contains(line), "\(name):\(step.line): “\(line)” is not in\n\(text)") }
    case "lacks": for line in step.body { #expect(!text.contains(line), "\(name):\(step.line): “\(line)” is in\n\(text)") }
    default:
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
      if lines.last == "" { lines = lines.dropLast() }
      #expect(matches(lines, step.body[...]), "\(name):\(step.line): it is\n\(text)")
    }
  }

  /// `…` on a line of its own stands for any lines.
  private func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "…" { return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], pattern.dropFirst()) } }
    return lines.first == first && matches(lines.dropFirst(), pattern.dropFirst())
  }
}

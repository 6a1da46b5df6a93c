import Foundation
import Testing

/// A page of C beside these tests, compiled for one run of them.
enum Compiled {
  /// The path of what the compiler made of a source file in this folder: of the compiler that Swift comes with, else the system's.
  static func path(of source: String, flags: String = "") throws -> String {
    let made = FileManager.default.temporaryDirectory.appending(path: "leidraad-\(UUID().uuidString)").path()
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: source).path()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "$(command -v clang || command -v cc) -O1 -Wall -Werror -o '\(made)' '\(file)' \(flags)"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(source) does not compile")
    return made
  }
}

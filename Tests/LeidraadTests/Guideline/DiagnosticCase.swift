import Foundation
import LeidraadCore
import Testing

/// A file, or a folder of files, beside the diagnostics that are expected of it.
struct DiagnosticCase: CustomTestStringConvertible, Sendable {
  let name: String
  let location: URL

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Cases")

  /// The cases of a folder, by name. `.hex` files are bytes that an editor or git might change, with `#` comments.
  static func all(in name: String) -> [DiagnosticCase] {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder.appending(path: name), includingPropertiesForKeys: nil)) ?? []
    return urls.filter { ["yaml", "hex"].contains($0.pathExtension) || $0.hasDirectoryPath }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { DiagnosticCase(name: $0.deletingPathExtension().lastPathComponent, location: $0) }
  }

  /// The files of the case, with the names that diagnostics give them: a lone file by its own, those of a folder by their path in it.
  func files() throws -> [PolicyFile] {
    try DiagnosticCase.files(at: location)
  }

  static func files(at location: URL) throws -> [PolicyFile] {
    guard location.hasDirectoryPath else {
      let data = try Data(contentsOf: location)
      let bytes = location.pathExtension == "hex" ? bytes(ofHex: String(decoding: data, as: UTF8.self)) : [UInt8](data)
      return [PolicyFile(name: location.deletingPathExtension().lastPathComponent + ".yaml", bytes: bytes)]
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: location.path()).filter { $0.hasSuffix(".yaml") }
    return try names.sorted().map { PolicyFile(name: $0, bytes: [UInt8](try Data(contentsOf: location.appending(path: $0)))) }
  }

  private static func bytes(ofHex text: String) -> [UInt8] {
    text.split(separator: "\n").flatMap { line in
      line.prefix { $0 != "#" }.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
  }

  /// Compares with the golden file; with LEIDRAAD_UPDATE_GOLDEN=1 writes it, and fails so that nobody forgets to read it.
  func expect(_ diagnostics: [Diagnostic], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let isFolder = location.hasDirectoryPath
    let actual = diagnostics.map { DiagnosticCase.line($0, withFile: isFolder || $0.location.file != "\(name).yaml") }.joined()
    let golden = location.deletingLastPathComponent().appending(path: "\(name).diagnostics")
    let environment = ProcessInfo.processInfo.environment
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    guard environment["LEIDRAAD_UPDATE_GOLDEN"] == "1" else {
      #expect(actual == expected, "\(golden.lastPathComponent) differs", sourceLocation: sourceLocation)
      return
    }
    try #require(environment["CI"] == nil, "golden files are not written in CI", sourceLocation: sourceLocation)
    if expected != actual {
      try actual.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("wrote \(golden.lastPathComponent): read it", sourceLocation: sourceLocation)
    }
  }

  /// `severity code line:col-line:col path | Dutch | English | help`, and a line for each related place. Hidden characters are escaped, so
  /// that a diff shows them.
  static func line(_ diagnostic: Diagnostic, withFile: Bool) -> String {
    let place = withFile ? "\(diagnostic.location.file):\(self.place(diagnostic.location))" : self.place(diagnostic.location)
    let help = diagnostic.help.map { "\($0.nl) / \($0.en)" } ?? "-"
    let path = diagnostic.path.isEmpty ? "." : diagnostic.path
    var line =
      "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue) \(place) \(path) | \(diagnostic.message.nl) | \(diagnostic.message.en) | \(help)"
    for related in diagnostic.related {
      line += "\n  related \(self.place(related.location)) | \(related.message.nl) | \(related.message.en)"
    }
    return escaped(line) + "\n"
  }

  private static func place(_ location: Location) -> String {
    let start = "\(location.start.line):\(location.start.column)"
    if location.start == location.end { return start }
    return location.start.line == location.end.line
      ? "\(start)-\(location.end.column)" : "\(start)-\(location.end.line):\(location.end.column)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isHidden = category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator
      if isHidden, scalar != "\n" {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

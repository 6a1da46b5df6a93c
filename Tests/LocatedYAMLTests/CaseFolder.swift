import Foundation
import Testing

/// A case of a folder: a file to read beside what is expected of it.
struct Case: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let golden: URL

  var testDescription: String { name }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The cases of a folder, by name; `.hex` files are bytes that an editor or git might change, with `#` comments.
  static func all(in name: String, golden: String) -> [Case] {
    let folder = folder.appending(path: name)
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { ["yaml", "hex"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let data = (try? Data(contentsOf: file)) ?? Data()
        let bytes = file.pathExtension == "hex" ? bytes(ofHex: String(decoding: data, as: UTF8.self)) : [UInt8](data)
        let base = file.deletingPathExtension()
        return Case(name: "\(name)/\(file.lastPathComponent)", bytes: bytes, golden: base.appendingPathExtension(golden))
      }
  }

  /// All cases of both folders.
  static let everything = all(in: "ok", golden: "events") + all(in: "err", golden: "problems")

  private static func bytes(ofHex text: String) -> [UInt8] {
    text.split(separator: "\n").flatMap { line in
      line.prefix { $0 != "#" }.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
  }

  /// Compares with the golden file; with LEIDRAAD_UPDATE_GOLDEN=1 writes it, and fails so that nobody forgets to read it.
  func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
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
}

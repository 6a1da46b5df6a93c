import Foundation
import Testing

/// The hostile files of `Cases/guideline`: a folder a theme, a file a case, and beside each folder `THEME.expected` with what must come of each.
struct Theme: CustomTestStringConvertible, Sendable {
  let name: String
  let cases: [HostileCase]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  var expectations: URL { Theme.folder.appending(path: "guideline/\(name).expected") }

  static let all: [Theme] = {
    let folder = Theme.folder.appending(path: "guideline")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.contains(".") }.sorted().map { Theme(name: $0, cases: HostileCase.all(in: folder.appending(path: $0))) }
  }()
}

/// A file that is fed to the program.
struct HostileCase: Sendable {
  let name: String
  let bytes: [UInt8]

  static func all(in folder: URL) -> [HostileCase] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { ["yaml", "hex", "json"].contains($0.pathExtension) }.sorted { $0.lastPathComponent < $1.lastPathComponent }.map {
      file in
      let data = (try? Data(contentsOf: file)) ?? Data()
      let isHex = file.pathExtension == "hex"
      return HostileCase(
        name: file.deletingPathExtension().lastPathComponent,
        bytes: isHex ? bytes(ofHex: String(decoding: data, as: UTF8.self)) : Array(data))
    }
  }

  /// Bytes that an editor or git might change, as numbers; `#` comments.
  private static func bytes(ofHex text: String) -> [UInt8] {
    text.split(separator: "\n").flatMap { line in line.prefix { $0 != "#" }.split(separator: " ").compactMap { UInt8($0, radix: 16) } }
  }

  /// Lines as editors count them; a byte order mark or UTF-16 does not matter for counting.
  var lineCount: Int { bytes.count { $0 == 0x0A || $0 == 0x0D } + 1 }
}

/// Compares lines with a file of expectations; with LEIDRAAD_UPDATE_GOLDEN=1 writes it, and fails so that nobody forgets to read it.
enum Expectations {
  static func differences(_ lines: [String], _ file: URL) throws -> [String] {
    let environment = ProcessInfo.processInfo.environment
    let text = lines.joined(separator: "\n") + "\n"
    let expected = try? String(contentsOf: file, encoding: .utf8)
    guard expected != text else { return [] }
    if environment["LEIDRAAD_UPDATE_GOLDEN"] == "1", environment["CI"] == nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return ["wrote \(file.lastPathComponent): read it"]
    }
    let before = (expected ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    return lines.difference(from: before).map { change in
      switch change {
      case .insert(_, let line, _): "is:     \(line)"
      case .remove(_, let line, _): "should: \(line)"
      }
    }
  }
}

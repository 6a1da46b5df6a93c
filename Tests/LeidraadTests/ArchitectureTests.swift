import Foundation
import Testing

/// The house of design 3: imports run one way, and the core needs no Foundation.
@Suite struct ArchitectureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What each target may import.
  private static let allowed: [String: Set<String>] = [
    "LocatedYAML": ["CLibYAML", "Glibc", "Musl", "Darwin"],
    "LeidraadCore": ["LocatedYAML", "CPolicies"],
    "LeidraadRendering": ["LeidraadCore", "Crypto", "FoundationEssentials", "Foundation"],
    "leidraad": [
      "LocatedYAML", "LeidraadCore", "LeidraadRendering", "ArgumentParser", "Crypto", "Glibc", "Darwin", "Synchronization",
      "FoundationEssentials",
      "Foundation",
    ],
  ]

  private static func sources(of target: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(target)")
    let enumerator = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return enumerator.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test(arguments: allowed.keys.sorted())
  func importsRunOneWay(target: String) throws {
    let allowed = try #require(Self.allowed[target])
    let files = try Self.sources(of: target)
    #expect(!files.isEmpty)
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"),
          words[..<index].allSatisfy({ ["package", "internal", "public", "@testable"].contains($0) })
        else { continue }
        let module = String(words[index + 1])
        #expect(allowed.contains(module), "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test func filesAreSmallEnoughToHold() throws {
    for target in Self.allowed.keys {
      for file in try Self.sources(of: target) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 420, "\(file.lastPathComponent) has \(lines) lines")
      }
    }
  }

  @Test func trustedMarkupIsMadeInMarkupAlone() throws {
    for file in try Self.sources(of: "LeidraadRendering") where !file.path().contains("/Markup/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("(trusted:"), "\(file.lastPathComponent) goes around the escaping")
    }
  }

  /// CONTRIBUTING names paths; each must be there.
  @Test func contributingNamesPathsThatExist() throws {
    let text = try String(contentsOf: Self.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    let paths = text.split(separator: "`").filter { part in
      let folders = ["Sources/", "Tests/", "policies/", "schemas/", "docs/", "scripts/", "Benchmarks/", "examples/"]
      return folders.contains { part.hasPrefix($0) } && !part.contains(where: { "<>* …".contains($0) })
    }
    #expect(!paths.isEmpty)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: String(path)).path()), "CONTRIBUTING names \(path)")
    }
  }
}

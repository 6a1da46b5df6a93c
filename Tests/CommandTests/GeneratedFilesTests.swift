import Foundation
import Testing

/// Generated files are committed, and fresh: what `scripts/generate` makes now is what is there.
@Suite struct GeneratedFilesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func generatedFilesAreFresh() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "leidraad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }

    let process = Process()
    process.executableURL = Self.root.appending(path: "scripts/generate")
    process.arguments = ["--into", place.path()]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LEIDRAAD_PRODUCTS": Session.products.path()]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "scripts/generate ended with code \(process.terminationStatus)")

    let made = try #require(FileManager.default.subpaths(atPath: place.path())).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: place.appending(path: path).path(), isDirectory: &isFolder) && !isFolder.boolValue
    }
    #expect(made.count > 1)
    for path in made.sorted() {
      let fresh = try Data(contentsOf: place.appending(path: path))
      let committed = try? Data(contentsOf: Self.root.appending(path: path))
      #expect(committed == fresh, "\(path) is not what the sources say. Make it again with: scripts/generate")
    }
    // A schema that nothing makes any more would never be fresh again.
    let schemas = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "schemas").path())
    for name in schemas { #expect(made.contains("schemas/\(name)"), "scripts/generate does not make schemas/\(name)") }
  }
}

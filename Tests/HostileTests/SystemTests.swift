import Foundation
import Testing

/// What the system can do to a run: pipes and devices where files should be, full disks, signals, files that vanish. Each case of `Cases/system` is a
/// shell script and all that it prints; `prelude.sh` has its words. Nothing a script starts may cost more than the bounds.
@Suite struct SystemTests {
  static let folder = Theme.folder.appending(path: "system")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".sh") }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test func thereAreManyCases() { #expect(Self.names.count >= 100) }

  @Test(arguments: names)
  func comesOutAsWritten(name: String) throws {
    let place = try Place()
    let script = try String(contentsOf: Self.folder.appending(path: "\(name).sh"), encoding: .utf8)
    let prelude = try String(contentsOf: Theme.folder.appending(path: "prelude.sh"), encoding: .utf8)
    let outcome = try Child.shell(prelude + script, in: place, bounds: .large)
    #expect(outcome.peakMebibytes <= 200, "\(outcome.peakMebibytes) MiB")
    let lines = (outcome.text + outcome.errors).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let differences = try Expectations.differences(lines.last == "" ? lines.dropLast() : lines, Self.folder.appending(path: "\(name).out"))
    #expect(differences == [])
  }
}

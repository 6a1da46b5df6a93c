import Foundation
import FuzzTargets
import Testing

/// What fuzzing found, and what it began with, stays good.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func corpusIsGood(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let folder = Child.repository.appending(path: "Fuzz/Corpus/\(name)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 5)
    for file in files.sorted(by: { $0.path() < $1.path() }) {
      #expect(target.check(Array(try Data(contentsOf: file))) == [], "\(name)/\(file.lastPathComponent)")
    }
  }
}

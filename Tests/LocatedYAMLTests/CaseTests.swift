import LocatedYAML
import Testing

@Suite("Folder cases")
struct CaseTests {
  @Test("Reads", arguments: Case.all(in: "ok", golden: "events"))
  func reads(_ test: Case) throws {
    let outcome = Result { () throws(SyntaxFailure) in try Document.parse(test.bytes) }
    switch outcome {
    case .success(let document): try test.expect(Dump.nodes(of: document))
    case .failure(let failure): Issue.record("\(test.name) is refused:\n\(Dump.problems(of: failure))")
    }
  }

  @Test("Refuses", arguments: Case.all(in: "err", golden: "problems"))
  func refuses(_ test: Case) throws {
    let failure = #expect(throws: SyntaxFailure.self) { try Document.parse(test.bytes) }
    try test.expect(Dump.problems(of: try #require(failure)))
  }

  @Test("There are at least fifty cases, each of its own name")
  func areMany() {
    #expect(Case.everything.count >= 50)
    #expect(Set(Case.everything.map(\.golden)).count == Case.everything.count)
  }
}

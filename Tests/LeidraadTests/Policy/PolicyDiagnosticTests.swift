import Foundation
import LeidraadCore
import Testing

/// `Cases/policy`: policies with the mistakes that authors make, and what each is told; good ones are told nothing.
@Suite struct PolicyDiagnosticTests {
  @Test(arguments: DiagnosticCase.all(in: "policy"))
  func says(_ test: DiagnosticCase) throws {
    let loading = Policy.load(try test.files(), base: Self.base)
    try test.expect(loading.diagnostics)
    #expect((loading.policy == nil) == loading.diagnostics.contains { $0.severity == .error })
  }

  /// What a case may extend: another case, else a built-in policy.
  private static func base(_ id: String) -> [PolicyFile]? {
    let folder = DiagnosticCase.folder.appending(path: "policy")
    return (try? DiagnosticCase.files(at: folder.appending(path: "\(id).yaml"))) ?? BuiltInPolicies.files(of: id)
  }

  @Test func areMany() {
    let cases = DiagnosticCase.all(in: "policy")
    #expect(cases.count >= 60)
    #expect(Set(cases.map(\.name)).count == cases.count)
  }
}

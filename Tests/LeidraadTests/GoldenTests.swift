import Crypto
import Foundation
import LeidraadCore
import LeidraadRendering
import LocatedYAML
import Testing

/// One nasty set of guidelines in every output form, held against files that people have read. `LEIDRAAD_UPDATE_GOLDEN=1 swift test --filter Golden`
/// writes them and fails; read the difference before it is committed.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let cases = ["all-outcomes", "faulty", "hostile", "no-findings", "several"]

  static let loading: PolicyLoading? = {
    guard let bytes = try? Data(contentsOf: folder.appending(path: "policy.yaml")) else { return nil }
    return Policy.load([PolicyFile(name: "policy.yaml", bytes: Array(bytes))]) { _ in nil }
  }()

  static var policy: Policy? { loading?.policy }

  static var isUpdating: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["LEIDRAAD_UPDATE_GOLDEN"] == "1" && environment["CI"] == nil
  }

  @Test func thePolicyIsGood() throws {
    let tester = try #require(Self.loading.flatMap { PolicyTester($0) })
    #expect(tester.run().failures.map { "\($0.id): \($0.expected), not \($0.found ?? "assessed")" } == [])
  }

  @Test(arguments: cases, Renderer.all.map(\.name))
  func output(name: String, form: String) throws {
    let policy = try #require(Self.policy)
    let renderer = try #require(Renderer.named(form))
    let asOf = try #require(CivilDate(iso: "2026-11-24".utf8))
    let run = Run(version: "0.0.0", language: .dutch, asOf: asOf, assurance: .declared, policy: policy)
    let text = renderer.render(try GoldenCase(name: name, policy: policy).reports(asOf: asOf), run)
    let file = Self.folder.appending(path: "\(name)/report.\(renderer.fileExtension)")
    if Self.isUpdating {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("written: \(file.lastPathComponent)")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(Array(text.utf8) == Array(expected.utf8), "\(name) \(form): \(firstDifference(text, expected))")
  }

  @Test(arguments: Renderer.all.map(\.name))
  func personalDataStaysOut(form: String) throws {
    let policy = try #require(Self.policy)
    let renderer = try #require(Renderer.named(form))
    let asOf = try #require(CivilDate(iso: "2026-11-24".utf8))
    let run = Run(version: "0.0.0", language: .dutch, asOf: asOf, assurance: .declared, policy: policy)
    let text = renderer.render(try GoldenCase(name: "hostile", policy: policy).reports(asOf: asOf), run)
    #expect(!text.contains("KANARIE"))
  }

  private func firstDifference(_ left: String, _ right: String) -> String {
    let (a, b) = (
      left.split(separator: "\n", omittingEmptySubsequences: false), right.split(separator: "\n", omittingEmptySubsequences: false)
    )
    for index in 0..<max(a.count, b.count) {
      let (now, before) = (index < a.count ? String(a[index]) : "(end)", index < b.count ? String(b[index]) : "(end)")
      if now != before { return "line \(index + 1)\n  is     \(now.prefix(300))\n  should \(before.prefix(300))" }
    }
    return "line ends"
  }
}

/// The guidelines of one case: its `*.yaml`, by name.
struct GoldenCase {
  let name: String
  let policy: Policy

  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }.joined()
  }

  func reports(asOf: CivilDate) throws -> [Report] {
    let folder = GoldenTests.folder.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".yaml") }.sorted()
    return try files.map { try report($0, folder, asOf) }
  }

  private func report(_ file: String, _ folder: URL, _ asOf: CivilDate) throws -> Report {
    let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
    let name = "richtlijnen/\(file)"
    let decoder = GuidelineDecoder(policy)
    do {
      let decoding = decoder.decode(try Document.parse(bytes), file: name)
      let inputs = AssessmentInputs(
        asOf: asOf,
        readEvidence: { path in
          guard let data = try? Data(contentsOf: folder.appending(path: path)) else { return .missing }
          return .found(bytes: Array(data), digest: Self.digest(Array(data)))
        }, digest: Self.digest)
      return policy.report(
        decoding.guideline, policy.assess(decoding.guideline, inputs), diagnostics: decoding.diagnostics,
        language: decoding.guideline.language ?? .dutch, requirement: Requirement(band: policy.require), digest: Self.digest)
    } catch {
      let rest = error.partial.map { decoder.decode($0, file: name, after: error).diagnostics } ?? []
      return Report(
        file: name, language: .dutch, diagnostics: error.diagnostics(file: name) + rest, policy: policy.id, digest: Self.digest)
    }
  }
}

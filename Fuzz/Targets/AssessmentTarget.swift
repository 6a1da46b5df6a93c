internal import Crypto
internal import LeidraadCore
internal import LocatedYAML

/// A guideline on its way from bytes to a report.
struct Assessed {
  static let policy = BuiltInPolicies.policy("online-work") ?? Policy.none

  let document: Document
  let diagnostics: [Diagnostic]
  let assessment: Assessment?
  let report: Report

  /// Nil for what is no YAML.
  ///
  /// - Parameter policy: The built-in one where nothing is said.
  init?(_ bytes: [UInt8], file: String = "richtlijn.yaml", evidence: [UInt8] = [], policy: Policy = Self.policy) {
    guard let document = try? Document.parse(bytes) else { return nil }
    self.document = document
    let decoding = GuidelineDecoder(policy).decode(document, file: file)
    diagnostics = decoding.diagnostics
    let inputs = AssessmentInputs(
      asOf: policy.date, readEvidence: { _ in .found(bytes: evidence, digest: Self.digest(evidence)) }, digest: Self.digest)
    assessment = policy.assess(decoding.guideline, inputs)
    report = policy.report(
      decoding.guideline, assessment, diagnostics: diagnostics, language: decoding.guideline.language ?? .dutch,
      requirement: Requirement(band: policy.require), digest: Self.digest)
  }

  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  var outcomes: [String] { assessment?.controls.map { "\($0.outcome.rawValue) \($0.share)" } ?? [] }
}

extension FuzzTarget {
  /// Document → guideline → assessment → report: numbers within their bounds, places inside the file, and a comment changes nothing.
  static let assessment = FuzzTarget(name: "assessment") { bytes in
    guard let read = Assessed(bytes, evidence: bytes) else { return [] }
    var faults: [String] = []
    for problem in read.report.problems {
      let (start, end) = (problem.diagnostic.location.start, problem.diagnostic.location.end)
      if start.line < 1 || start.column < 1 || start.offset > end.offset || end.offset > read.document.bytes.count {
        faults.append("\(problem.diagnostic.code.rawValue) at \(start)")
      }
    }
    for score in read.report.result?.scores ?? [] {
      guard let value = score.value?.exact else { continue }
      if value < .zero || value > Fraction(100) { faults.append("\(score.assurance.rawValue) is \(value)") }
    }
    let scores = read.report.result?.scores ?? []
    if let declared = scores.first(where: { $0.assurance == .declared })?.value?.exact,
      let substantiated = scores.first(where: { $0.assurance == .substantiated })?.value?.exact, substantiated > declared
    {
      faults.append("substantiated \(substantiated) above declared \(declared)")
    }
    if let first = bytes.first, (0x61...0x7A).contains(first), !bytes.prefix(4).contains(0) {
      guard let commented = Assessed(Array("# a: b\n".utf8) + bytes, evidence: bytes) else {
        return faults + ["a comment makes it no YAML"]
      }
      if commented.outcomes != read.outcomes { faults.append("a comment changes the outcome") }
    }
    return faults
  }
}

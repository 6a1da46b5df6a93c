import LocatedYAML
import Testing

@testable import LeidraadCore

/// A policy with its decoder, loaded once.
struct Fixture: Sendable {
  let policy: Policy
  let decoder: GuidelineDecoder
  let isBuiltIn: Bool

  init(_ policy: Policy, isBuiltIn: Bool = false) {
    self.policy = policy
    decoder = GuidelineDecoder(policy)
    self.isBuiltIn = isBuiltIn
  }

  /// The built-in policies, then the small ones.
  static let all: [Fixture] =
    BuiltInPolicies.ids.map { Fixture(load(BuiltInPolicies.files(of: $0) ?? []), isBuiltIn: true) }
    + TinyPolicy.all.map { Fixture(load([PolicyFile(name: "\($0.id).yaml", bytes: Array($0.yaml.utf8))])) }

  static func load(_ files: [PolicyFile]) -> Policy {
    let loading = Policy.load(files) { BuiltInPolicies.files(of: $0) }
    guard let policy = loading.policy else {
      Issue.record("\(files.first?.name ?? ""): \(loading.diagnostics.map { "\($0.path): \($0.message.en)" })")
      return all[0].policy
    }
    return policy
  }

  /// What tests run over: each policy by its place in `all`, named in the log.
  static let indices = Array(0..<(BuiltInPolicies.ids.count + TinyPolicy.all.count))

  static let asOf = CivilDate(iso: "2026-11-24".utf8)!

  /// Days on which terms are awkward.
  static let days = ["2026-11-24", "2027-02-28", "2028-02-29", "2026-08-31", "2026-12-31"].map { CivilDate(iso: $0.utf8)! }

  /// One assessment, with all that made it.
  struct Run {
    let draft: Draft
    let yaml: String
    let guideline: Guideline
    let assessment: Assessment
    let diagnostics: [Diagnostic]

    /// To repeat a failure by.
    var context: Comment { "seed \(draft.seed), \(draft.kind)\n\(yaml)" }

    var declared: Fraction { assessment.scores.declared ?? .zero }
    var substantiated: Fraction { assessment.scores.substantiated ?? .zero }

    /// No verdict and the first band are both the lowest; nothing is below them.
    var rank: Int { assessment.verdict.band ?? 0 }
  }

  func generator(_ seed: Int, asOf: CivilDate = Fixture.asOf) -> Generator { Generator(policy, seed: seed, asOf: asOf) }

  func claims(_ draft: Draft, asOf: CivilDate = Fixture.asOf) -> [Int: String] {
    guard !draft.reviews.isEmpty else { return [:] }
    let reference = ReferenceAssessment(policy, draft, asOf: asOf, assurance: .declared, literalOnly: false, claims: [:])
    return Dictionary(uniqueKeysWithValues: reference.controls.indices.map { ($0, reference.controls[$0].claim) })
  }

  func reviews(_ draft: Draft, claims: [Int: String]) -> [Review] {
    draft.reviews.map { review in
      Review(
        file: "review.yaml", guideline: "guideline.yaml", reviewer: "Gemeente", role: "beleidsadviseur", date: review.date,
        verdicts: review.verdicts.map { verdict in
          Review.Verdict(
            control: verdict.control, judgement: verdict.judgement, share: Fraction(verdict.share.0, verdict.share.1),
            claim: verdict.isCurrent ? fnv(Array((claims[verdict.control] ?? "").utf8)) : fnv([0]), reason: "omdat", severity: nil,
            due: nil,
            evidence: verdict.hasEvidence ? "gesprek" : nil, location: .whole("review.yaml"))
        })
    }
  }

  /// Writes a draft, reads it back and assesses it. Nil, with an issue, where the product cannot read it.
  ///
  /// - Parameter claims: What the verdicts were given on; of the draft itself unless told.
  func run(
    _ draft: Draft, asOf: CivilDate = Fixture.asOf, assurance: Assessment.Assurance = .declared, literalOnly: Bool = false,
    claims: [Int: String]? = nil
  ) -> Run? {
    let yaml = draft.yaml(policy)
    do {
      let document = try Document.parse(Array(yaml.utf8))
      let decoding = decoder.decode(document, file: "guideline.yaml")
      let inputs = AssessmentInputs(
        asOf: asOf, assurance: assurance, literalOnly: literalOnly,
        reviews: reviews(draft, claims: claims ?? self.claims(draft, asOf: asOf)),
        readEvidence: { draft.read($0) }, digest: fnv)
      guard let assessment = policy.assess(decoding.guideline, inputs) else {
        Issue.record("not assessed: seed \(draft.seed)\n\(yaml)")
        return nil
      }
      return Run(draft: draft, yaml: yaml, guideline: decoding.guideline, assessment: assessment, diagnostics: decoding.diagnostics)
    } catch {
      Issue.record("not YAML: seed \(draft.seed)\n\(yaml)\n\(error)")
      return nil
    }
  }

  /// Seeds for one property: fewer for the policy of many controls.
  func seeds(_ count: Int, _ property: Int) -> Range<Int> {
    let number = isBuiltIn ? max(count / 10, 1) : count
    return property * 100_000..<property * 100_000 + number
  }

  /// Whether some guard asks if a field is given, by the field's path; items' fields by theirs.
  var askedIfGiven: Set<String> {
    var paths: Set<String> = []
    visit(guardsOnly: true) { test, list in if test.comparison == .given, test.filter == nil { paths.insert(path(test.field, list)) } }
    return paths
  }

  var hasDateInGuards: Bool {
    var found = false
    visit(guardsOnly: true) { test, _ in found = found || test.kind == .date }
    return found
  }

  func path(_ reference: FieldReference, _ list: Int?) -> String {
    switch reference {
    case .guideline(let index): policy.fields[index].path
    case .item(let index): policy.fields[list ?? 0].items[index].path
    }
  }

  /// Every test of the controls' criteria: all, or those in `applies-when`, `when` and `where`, and in `evidence`.
  func visit(guardsOnly: Bool, _ body: (Criterion.Test, Int?) -> Void) {
    func walk(_ criterion: Criterion, _ list: Int?, isGuard: Bool) {
      switch criterion {
      case .test(let test):
        if isGuard || !guardsOnly { body(test, list) }
        if let filter = test.filter { walk(filter, test.field.list, isGuard: true) }
      case .each(let each):
        if let filter = each.filter { walk(filter, each.field.list, isGuard: true) }
        for part in each.criteria { walk(part, each.field.list, isGuard: isGuard) }
      case .all(let parts), .any(let parts): for part in parts { walk(part, list, isGuard: isGuard) }
      case .not(let part): walk(part, list, isGuard: isGuard)
      case .guarded(let part, let condition):
        walk(part, list, isGuard: isGuard)
        walk(condition, list, isGuard: true)
      case .unmet: break
      }
    }
    for recommendation in policy.recommendations { if let guardian = recommendation.appliesWhen { walk(guardian, nil, isGuard: true) } }
    for control in policy.controls {
      for criterion in control.check { walk(criterion, nil, isGuard: false) }
      if let guardian = control.appliesWhen { walk(guardian, nil, isGuard: true) }
      if case .when(let condition) = control.evidence { walk(condition, nil, isGuard: true) }
    }
  }
}

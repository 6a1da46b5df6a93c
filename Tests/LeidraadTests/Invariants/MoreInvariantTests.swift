import LeidraadCore
import Testing

/// Design 7, Invariants, continued: evidence, reviews, order, decisions and time.
extension InvariantTests {
  // MARK: Evidence and reviews

  @Test(arguments: Fixture.indices)
  func evidenceNeverChangesDeclared(_ index: Int) {
    each(index, 60, 30, reviews: false) { fixture, draft, random in
      var bare = draft
      bare.evidence = []
      guard let old = fixture.run(bare), let new = fixture.run(draft) else { return }
      #expect(new.assessment.scores.declared == old.assessment.scores.declared, new.context)
      #expect(new.assessment.completeness == old.assessment.completeness, new.context)
      #expect(new.assessment.verdict == old.assessment.verdict, new.context)
    }
  }

  @Test(arguments: Fixture.indices)
  func oneMoreEntryNeverLowersSubstantiated(_ index: Int) {
    each(index, 120, 31, reviews: false) { fixture, draft, random in
      var generator = fixture.generator(draft.seed)
      generator.random = random
      var more = draft
      more.evidence.insert(generator.entry("more"), at: generator.random.below(draft.evidence.count + 1))
      guard let old = fixture.run(draft, assurance: .substantiated), let new = fixture.run(more, assurance: .substantiated) else { return }
      #expect(new.substantiated >= old.substantiated && new.rank >= old.rank, "\(old.context)\nmore:\n\(new.yaml)")
    }
  }

  @Test(arguments: Fixture.indices)
  func reviewsNeverChangeWhatIsDeclared(_ index: Int) {
    each(index, 50, 32) { fixture, draft, _ in
      var alone = draft
      alone.reviews = []
      for assurance in [Assessment.Assurance.declared, .substantiated] {
        guard let old = fixture.run(alone, assurance: assurance), let new = fixture.run(draft, assurance: assurance) else { return }
        #expect(new.assessment.scores.declared == old.assessment.scores.declared, new.context)
        #expect(new.assessment.scores.substantiated == old.assessment.scores.substantiated, new.context)
        #expect(new.assessment.completeness == old.assessment.completeness, new.context)
        #expect(new.assessment.verdict == old.assessment.verdict && new.assessment.rules == old.assessment.rules, new.context)
      }
    }
  }

  /// The reference's claim says whether something changed; the product's verdict must know.
  @Test(arguments: Fixture.indices)
  func verdictLapsesExactlyWhenItsClaimChanges(_ index: Int) {
    var (kept, lapsed) = (0, 0)
    each(index, 160, 33) { fixture, draft, random in
      var generator = fixture.generator(draft.seed)
      generator.random = random
      var reviewed = draft
      reviewed.reviews = [
        .init(date: Fixture.asOf, verdicts: fixture.policy.controls.indices.map { .init(control: $0, judgement: .confirmed) })
      ]
      let claims = fixture.claims(reviewed)
      var changed = reviewed
      switch generator.random.below(5) {
      case 0:
        let field = generator.random.pick(fixture.policy.fields.indices.filter { !fixture.policy.fields[$0].isBuiltIn })
        changed.answers[field] = generator.value(
          of: fixture.policy.fields[field], isOrganisation: !fixture.policy.fields[field].takesNotArranged(in: fixture.policy))
      case 1:
        let places = reviewed.places(fixture.policy)
        if !places.isEmpty { changed = reviewed.deleting(generator.random.pick(places)) }
      case 2: changed.files["docs/a.md"] = Array("Anders, maar de accounts staan op naam van de stichting.".utf8)
      case 3:
        if !changed.evidence.isEmpty {
          let entry = generator.random.below(changed.evidence.count)
          switch generator.random.below(5) {
          case 0: changed.evidence.remove(at: entry)
          case 1: changed.evidence[entry].date = "2026-01-02"
          case 2: changed.evidence[entry].supports[0].place = "9.9"
          case 3: changed.evidence[entry].supports[0].quote = "accounts staan op naam"
          default: changed.evidence[entry].id = "anders"
          }
        } else {
          changed.evidence.append(generator.entry("new"))
        }
      default:
        if !changed.decisions.isEmpty {
          switch generator.random.below(5) {
          case 0: changed.decisions[0].owner = "bestuur van de stichting"
          case 1: changed.decisions[0].date = "2026-11-01"
          case 2: changed.decisions[0].reason = "Een heel andere reden, die lang genoeg is."
          case 3: changed.decisions[0].until = "2027-01-01"
          default: changed.decisions.remove(at: 0)
          }
        }
      }
      guard let run = fixture.run(changed, claims: claims) else { return }
      let now = fixture.claims(changed)
      for verdict in run.assessment.verdicts {
        let control = verdict.verdict.control
        guard run.assessment.controls[control].isInScope else { continue }
        let isSame = now[control] == claims[control]
        if isSame { kept += 1 } else { lapsed += 1 }
        #expect(
          verdict.standing == (isSame ? .inForce : .lapsed),
          "\(fixture.policy.controls[control].id)\nthen \(claims[control] ?? "")\nnow  \(now[control] ?? "")\n\(run.context)")
      }
    }
    #expect(kept > 50 && lapsed > 10, "kept \(kept), lapsed \(lapsed)")
  }

  // MARK: Scale and order

  @Test(arguments: Fixture.indices)
  func weightsCountByTheirProportion(_ index: Int) {
    each(index, 30, 40) { fixture, draft, random in
      var policy = fixture.policy
      let factor = Fraction(random.pick([1, 2, 7, 13]), random.pick([1, 3, 10]))
      if random.chance(50) {
        let recommendation = random.below(policy.recommendations.count)
        for control in policy.recommendations[recommendation].controls {
          policy.controls[control].weight = policy.controls[control].weight * factor
        }
      } else {
        for index in policy.recommendations.indices {
          policy.recommendations[index].weights = policy.recommendations[index].weights.map { $0.map { $0 * factor } }
        }
      }
      for assurance in Assessment.Assurance.allCases {
        guard let old = fixture.run(draft, assurance: assurance), let new = Fixture(policy).run(draft, assurance: assurance) else { return }
        #expect(Digest(fixture.policy, new.assessment) == Digest(policy, old.assessment), new.context)
      }
    }
  }

  /// What must stay the same, by id.
  struct Digest: Equatable {
    var lines: Set<String>

    init(_ policy: Policy, _ assessment: Assessment) {
      lines = Set(
        assessment.controls.map { control in
          "\(policy.controls[control.control].id) \(control.scope) \(control.outcome) \(control.share) \(control.answered) \(control.evidenceFactor) \(control.isExcluded) \(control.verifiedShare) \(control.points)"
        })
      lines.formUnion(assessment.rules.map { "\(policy.rules[$0.rule].id) \($0.state) \($0.isLifted)" })
      lines.insert("\(assessment.scores) \(assessment.completeness) \(assessment.excludedPart) \(assessment.reviewedPart)")
      lines.insert(
        "\(assessment.verdict.band ?? -1) \(String(describing: assessment.verdict.absence)) \(assessment.verdict.withExplanation)")
      lines.formUnion(
        assessment.verdict.caps.map { cap in
          if case .rule(let rule) = cap { policy.rules[assessment.rules[rule].rule].id } else { "exclusions" }
        })
      lines.formUnion(
        assessment.recommendations.map { part in
          "\(policy.recommendations[part.recommendation].id) \(part.scores) \(part.completeness) \(part.isAssessable) \(part.met) \(part.total)"
        })
      lines.formUnion(assessment.verdicts.map { "verdict \(policy.controls[$0.verdict.control].id) \($0.standing)" })
    }
  }

  @Test(arguments: Fixture.indices)
  func orderOfTheGuidelineChangesNothing(_ index: Int) {
    each(index, 100, 41) { fixture, draft, random in
      var mixed = draft
      mixed.shuffle = Int(random.next() >> 8)
      mixed.reviews = random.shuffled(mixed.reviews).map { .init(date: $0.date, verdicts: random.shuffled($0.verdicts)) }
      guard let old = fixture.run(draft, assurance: .verified), let new = fixture.run(mixed, assurance: .verified) else { return }
      let (before, after) = (Digest(fixture.policy, old.assessment), Digest(fixture.policy, new.assessment))
      #expect(before == after, "\(before.lines.symmetricDifference(after.lines).sorted())\n\(old.context)\nmixed:\n\(new.yaml)")
    }
  }

  @Test(arguments: TinyPolicy.all.indices)
  func orderOfThePolicyChangesNothing(_ number: Int) {
    let fixture = Fixture.all[number + BuiltInPolicies.ids.count]
    var random = SplitMix64(number)
    for round in 0..<4 {
      var tiny = TinyPolicy.all[number]
      tiny.rules = random.shuffled(tiny.rules)
      tiny.recommendations = random.shuffled(
        tiny.recommendations.map { .init(id: $0.id, body: $0.body, controls: random.shuffled($0.controls)) })
      let mixed = Fixture(Fixture.load([PolicyFile(name: "mixed.yaml", bytes: Array(tiny.yaml.utf8))]))
      for seed in fixture.seeds(20, 42 + round) {
        var generator = fixture.generator(seed)
        let draft = generator.draft(seed: seed, reviews: false)
        var renumbered = draft
        renumbered.decisions = draft.decisions.map { decision in
          var decision = decision
          decision.controls = decision.controls.map { mixed.policy.control(fixture.policy.controls[$0].id)! }
          return decision
        }
        guard let old = fixture.run(draft), let new = mixed.run(renumbered) else { continue }
        let (before, after) = (Digest(fixture.policy, old.assessment), Digest(mixed.policy, new.assessment))
        #expect(before == after, "\(before.lines.symmetricDifference(after.lines).sorted())\n\(old.context)")
      }
    }
  }

  @Test func orderOfPolicyFilesChangesNothing() {
    for (number, id) in BuiltInPolicies.ids.enumerated() {
      var random = SplitMix64(number)
      let mixed = Fixture(Fixture.load(random.shuffled(BuiltInPolicies.files(of: id) ?? [])))
      let fixture = Fixture.all[number]
      for seed in fixture.seeds(50, 47) {
        var generator = fixture.generator(seed)
        let draft = generator.draft(seed: seed)
        guard let old = fixture.run(draft), let new = mixed.run(draft) else { continue }
        #expect(Digest(fixture.policy, old.assessment) == Digest(mixed.policy, new.assessment), old.context)
      }
    }
  }

  // MARK: Decisions and rules

  @Test(arguments: Fixture.indices)
  func decisionRaisesOnlyByExclusion(_ index: Int) {
    var raised = 0
    each(index, 150, 50) { fixture, draft, random in
      let decided = Set(draft.decisions.flatMap(\.controls))
      let free = fixture.policy.controls.indices.filter { !decided.contains($0) }
      guard !free.isEmpty else { return }
      var generator = fixture.generator(draft.seed)
      generator.random = random
      let allowed = free.filter { fixture.policy.controls[$0].mayBeNotApplicable }
      let control = !allowed.isEmpty && generator.random.chance(60) ? generator.random.pick(allowed) : generator.random.pick(free)
      let decision = generator.decision(for: control)
      var more = draft
      more.decisions.append(decision)
      let claims = fixture.claims(draft)
      guard let old = fixture.run(draft, claims: claims), let new = fixture.run(more, claims: claims) else { return }
      let (before, after) = (old.assessment.controls[control], new.assessment.controls[control])
      let what: Comment = "\(fixture.policy.controls[control].id): \(decision)\n\(old.context)"
      if after.isExcluded {
        guard new.assessment.scores.declared != nil else { return }
        let limit = Fraction(100) * before.share
        #expect((new.declared > old.declared) == (limit < old.declared), what)
        #expect((new.declared < old.declared) == (limit > old.declared), what)
        if new.declared > old.declared { raised += 1 }
        for (mine, other) in zip(old.assessment.controls, new.assessment.controls) { #expect(mine.stake == other.stake, what) }
      } else {
        #expect(new.declared <= old.declared && new.substantiated <= old.substantiated, what)
        #expect((new.assessment.scores.verified ?? .zero) <= (old.assessment.scores.verified ?? .zero), what)
        #expect(after.share <= before.share, what)
        if decision.status == "not-applicable" {
          #expect(after.share.isZero && new.declared == old.declared - before.points.declared, what)
          #expect(new.rank <= old.rank, what)
        } else {
          #expect(after.share == before.share && new.declared == old.declared, what)
        }
      }
    }
    if Fixture.all[index].policy.controls.contains(where: \.mayBeNotApplicable) { #expect(raised > 0) }
  }

  @Test(arguments: Fixture.indices)
  func rulesChangeNoNumberAndImproveNoVerdict(_ index: Int) {
    var lawless = Fixture.all[index].policy
    lawless.rules = []
    let without = Fixture(lawless)
    each(index, 50, 51) { fixture, draft, _ in
      for assurance in Assessment.Assurance.allCases {
        guard let old = without.run(draft, assurance: assurance), let new = fixture.run(draft, assurance: assurance) else { return }
        #expect(new.assessment.scores == old.assessment.scores && new.assessment.completeness == old.assessment.completeness, new.context)
        #expect(new.rank <= old.rank, new.context)
      }
    }
  }

  // MARK: Time and repetition

  @Test(arguments: Fixture.indices)
  func timeAloneRaisesNothing(_ index: Int) {
    let fixture = Fixture.all[index]
    var policy = fixture.policy
    for control in policy.controls.indices { policy.controls[control].effective = nil }
    let timeless = Fixture(policy)
    #expect(!fixture.hasDateInGuards || fixture.isBuiltIn)
    for seed in fixture.seeds(80, 60) where !fixture.hasDateInGuards {
      var generator = fixture.generator(seed)
      generator.onlyPast = true
      let draft = generator.draft(seed: seed, decisions: false, reviews: false)
      var last = timeless.run(draft)
      for days in [1, 31, 200, 400, 800] {
        let asOf = CivilDate(dayNumber: Fixture.asOf.dayNumber + days)!
        guard let old = last, let new = timeless.run(draft, asOf: asOf) else { return }
        #expect(new.declared <= old.declared && new.substantiated <= old.substantiated, "as of \(asOf)\n\(old.context)")
        last = new
      }
    }
  }

  @Test(arguments: Fixture.indices)
  func repetitionIsByteIdentical(_ index: Int) {
    each(index, 20, 61) { fixture, draft, _ in
      var texts: Set<String> = []
      for _ in 0..<2 {
        guard let run = fixture.run(draft, assurance: .verified) else { return }
        let report = fixture.policy.report(
          run.guideline, run.assessment, diagnostics: run.diagnostics, language: .dutch, requirement: Requirement(band: 1), digest: fnv)
        guard let result = report.result else { return }
        // The counts by outcome are a dictionary, which has no order of its own to print.
        texts.insert("\(report.problems)\(result.scores)\(result.verdict)\(result.rules)\(result.findings)\(result.recommendations)")
      }
      #expect(texts.count == 1, "seed \(draft.seed)")
    }
  }
}

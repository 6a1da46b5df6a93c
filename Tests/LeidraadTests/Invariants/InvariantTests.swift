import LeidraadCore
import Testing

/// Design 7, Invariants: one test a claim, over generated guidelines of every policy.
@Suite struct InvariantTests {
  /// Runs a property over the drafts of one policy.
  func each(
    _ index: Int, _ count: Int, _ property: Int, decisions: Bool = true, evidence: Bool = true, reviews: Bool = true,
    _ body: (Fixture, Draft, inout SplitMix64) -> Void
  ) {
    let fixture = Fixture.all[index]
    for seed in fixture.seeds(count, property) {
      var generator = fixture.generator(seed)
      let draft = generator.draft(seed: seed, decisions: decisions, evidence: evidence, reviews: reviews)
      body(fixture, draft, &generator.random)
    }
  }

  // MARK: Bounds and the ledger

  @Test(arguments: Fixture.indices)
  func scoresAreInBounds(_ index: Int) {
    each(index, 100, 10) { fixture, draft, _ in
      guard let run = fixture.run(draft) else { return }
      #expect(run.substantiated <= run.declared && run.declared <= Fraction(100), run.context)
      #expect((run.assessment.scores.verified ?? .zero) <= Fraction(100), run.context)
      let isAdjusted = run.assessment.verdicts.contains { $0.standing == .inForce && $0.verdict.judgement == .adjusted }
      if !isAdjusted { #expect((run.assessment.scores.verified ?? .zero) <= run.declared, run.context) }
      #expect(
        run.assessment.completeness <= .one && run.assessment.excludedPart <= .one && run.assessment.reviewedPart <= .one, run.context)
    }
  }

  @Test(arguments: Fixture.indices)
  func substantiatedVerdictIsNeverAboveDeclared(_ index: Int) {
    each(index, 100, 11) { fixture, draft, _ in
      guard let declared = fixture.run(draft), let substantiated = fixture.run(draft, assurance: .substantiated) else { return }
      #expect(substantiated.rank <= declared.rank, declared.context)
      #expect((substantiated.assessment.verdict.band == nil) == (declared.assessment.verdict.band == nil), declared.context)
    }
  }

  @Test(arguments: Fixture.indices)
  func ledgerAddsUp(_ index: Int) {
    each(index, 80, 12) { fixture, draft, _ in
      guard let run = fixture.run(draft) else { return }
      let scores = run.assessment.scores
      for points in [run.assessment.controls.map(\.points), run.assessment.recommendations.map(\.points)] {
        if let declared = scores.declared, let substantiated = scores.substantiated {
          #expect(points.map(\.possible).reduce(.zero, +) == Fraction(100), run.context)
          #expect(points.map(\.declared).reduce(.zero, +) == declared, run.context)
          #expect(points.map(\.substantiated).reduce(.zero, +) == substantiated, run.context)
        }
        if let verified = scores.verified {
          #expect(points.map(\.possibleVerified).reduce(.zero, +) == Fraction(100), run.context)
          #expect(points.map(\.verified).reduce(.zero, +) == verified, run.context)
        }
      }
    }
  }

  // MARK: Better, worse and silent answers

  /// Every criterion of every control by its place: whether it counts, and its share.
  private func leaves(_ fixture: Fixture, _ draft: Draft) -> [String: ReferenceEvaluator.Result] {
    let evaluator = ReferenceEvaluator(fixture.policy, draft, asOf: Fixture.asOf)
    var leaves: [String: ReferenceEvaluator.Result] = [:]
    func walk(_ criterion: LeidraadCore.Criterion, _ place: ReferenceEvaluator.Place, _ path: String) {
      let result = evaluator.check(criterion, place)
      leaves[path] = result
      guard result.counts else { return }
      switch criterion {
      case .all(let parts), .any(let parts): for (number, part) in parts.enumerated() { walk(part, place, "\(path)/\(number)") }
      case .guarded(let part, let condition):
        if evaluator.truth(condition, place, .guarding) == .yes { walk(part, place, "\(path)/when") }
      case .each(let each):
        guard case .guideline(let field) = each.field, case .list(let items) = evaluator.answers[field] else { return }
        for (number, item) in items.enumerated() {
          let inner = ReferenceEvaluator.Place(list: field, item: item)
          let isMeant = item.contains { $0 != .open } ? each.filter.map { evaluator.truth($0, inner, .guarding) ?? .no } ?? .yes : .open
          leaves["\(path)/\(number)"] = ReferenceEvaluator.Result(counts: isMeant != .no)
          if isMeant == .yes { for (part, criterion) in each.criteria.enumerated() { walk(criterion, inner, "\(path)/\(number)/\(part)") } }
        }
      case .test, .not, .unmet: return
      }
    }
    for control in fixture.policy.controls {
      for (number, criterion) in control.check.enumerated() { walk(criterion, .guideline, "\(control.id)/\(number)") }
      // A guard that is not known to hold gives share 0.
      for (number, condition) in [fixture.policy.recommendations[control.recommendation].appliesWhen, control.appliesWhen].enumerated() {
        guard let condition else { continue }
        let truth = evaluator.truth(condition, .guideline, .guarding) ?? .yes
        leaves["\(control.id)/guard \(number)"] = ReferenceEvaluator.Result(counts: truth != .no, share: truth == .yes ? .one : .zero)
      }
    }
    return leaves
  }

  @Test(arguments: Fixture.indices)
  func higherShareOfCriterionNeverLowersDeclared(_ index: Int) {
    var compared = 0
    each(index, 150, 20, reviews: false) { fixture, draft, random in
      var generator = fixture.generator(draft.seed)
      generator.random = random
      var better = draft
      for _ in 0...generator.random.below(2) {
        let field = generator.random.pick(fixture.policy.fields.indices.filter { !fixture.policy.fields[$0].isBuiltIn })
        better.answers[field] = generator.given(
          fixture.policy.fields[field], isOrganisation: !fixture.policy.fields[field].takesNotArranged(in: fixture.policy))
      }
      let (before, after) = (leaves(fixture, draft), leaves(fixture, better))
      let isComparable =
        before.keys == after.keys
        && before.allSatisfy { after[$0.key]?.counts == $0.value.counts && Ratio.isLess(after[$0.key]!.share, $0.value.share) == false }
      guard isComparable, let old = fixture.run(draft), let new = fixture.run(better) else { return }
      let isSame = zip(old.assessment.controls, new.assessment.controls).allSatisfy {
        $0.scope == $1.scope && $0.isExcluded == $1.isExcluded
      }
      guard isSame else { return }
      compared += 1
      #expect(new.declared >= old.declared, "\(old.context)\nbetter:\n\(new.yaml)")
    }
    #expect(compared >= 1)
  }

  @Test(arguments: Fixture.indices)
  func deletingAnAnswerShrinksNothing(_ index: Int) {
    each(index, 80, 21) { fixture, draft, random in
      // With decisions: scope and shares. Without: D, K and the verdict too.
      var plain = draft
      if draft.seed % 2 == 0 { (plain.decisions, plain.reviews) = ([], []) }
      guard let old = fixture.run(plain) else { return }
      let places = plain.places(fixture.policy)
      for _ in 0..<3 where !places.isEmpty {
        let place = random.pick(places)
        guard let new = fixture.run(plain.deleting(place)) else { continue }
        let what: Comment = "deleted \(fixture.policy.fields[place.field].path)[\(place.item ?? -1)].\(place.key) of \(old.context)"
        for (before, after) in zip(old.assessment.controls, new.assessment.controls) where before.isInScope {
          #expect(after.isInScope, "\(fixture.policy.controls[before.control].id) left; \(what)")
          #expect(after.share <= before.share, "\(fixture.policy.controls[before.control].id) rose; \(what)")
        }
        if plain.decisions.isEmpty {
          #expect(new.declared <= old.declared, "D; \(what)")
          #expect(new.assessment.completeness <= old.assessment.completeness, "K; \(what)")
          #expect(new.rank <= old.rank, "verdict; \(what)")
        }
      }
    }
  }

  @Test(arguments: Fixture.indices)
  func emptyItemRaisesNothing(_ index: Int) {
    each(index, 120, 22, reviews: false) { fixture, draft, random in
      var draft = draft
      if draft.seed % 2 == 0 { draft.decisions = [] }
      let lists = draft.answers.keys.sorted().filter {
        if case .list = draft.answers[$0] { fixture.policy.fields[$0].kind == .list } else { false }
      }
      guard !lists.isEmpty, let old = fixture.run(draft) else { return }
      let list = random.pick(lists)
      guard case .list(let items) = draft.answers[list] else { return }
      var longer = draft
      let filler = fixture.policy.fields[list].items.map {
        ExampleValue.Entry(key: $0.name, value: .scalar(random.pick(Generator.fillers)))
      }
      longer.answers[list] = .list(items + [random.pick([.map([]), .scalar("~"), .map(filler), .map(Array(filler.prefix(1)))])])
      guard let new = fixture.run(longer) else { return }
      let what: Comment = "item to \(fixture.policy.fields[list].path) of \(old.context)\n\(new.yaml)"
      for (before, after) in zip(old.assessment.controls, new.assessment.controls) where before.isInScope {
        #expect(after.isInScope && after.share <= before.share, "\(fixture.policy.controls[before.control].id); \(what)")
      }
      guard draft.decisions.isEmpty else { return }
      #expect(new.declared <= old.declared && new.substantiated <= old.substantiated, what)
      #expect(new.assessment.completeness <= old.assessment.completeness && new.rank <= old.rank, what)
    }
  }

  @Test(arguments: Fixture.indices)
  func notArrangedIsNoWorseThanSilence(_ index: Int) {
    let asked = Fixture.all[index].askedIfGiven
    each(index, 150, 23, reviews: false) { fixture, draft, random in
      var draft = draft
      if draft.seed % 2 == 0 { draft.decisions = [] }
      guard let said = draft.notArranged(fixture.policy, &random, isAsked: { asked.contains($0) }) else { return }
      guard let old = fixture.run(draft), let new = fixture.run(said) else { return }
      let what: Comment = "\(old.context)\nsaid:\n\(new.yaml)"
      for (before, after) in zip(old.assessment.controls, new.assessment.controls) where before.isInScope { #expect(after.isInScope, what) }
      for rule in old.assessment.rules where rule.state != .undecided {
        #expect(
          new.assessment.rules.contains { $0.rule == rule.rule && $0.state != .undecided }, "\(fixture.policy.rules[rule.rule].id); \(what)"
        )
      }
      guard draft.decisions.isEmpty else { return }
      #expect(new.declared >= old.declared, "D; \(what)")
      #expect(new.assessment.completeness >= old.assessment.completeness, "K; \(what)")
    }
  }

  // MARK: Nothing, and an honest no

  @Test(arguments: Fixture.indices)
  func emptyGuidelineHasNothing(_ index: Int) {
    let fixture = Fixture.all[index]
    for kind in fixture.policy.kinds {
      guard let run = fixture.run(Draft(seed: 0, kind: kind.id)) else { continue }
      #expect(!run.assessment.controls.contains { !$0.share.isZero }, run.context)
      #expect(run.assessment.completeness.isZero && run.assessment.verdict.band == nil, run.context)
    }
  }

  @Test(arguments: Fixture.indices)
  func notArrangedThroughoutIsTheFirstBand(_ index: Int) {
    let fixture = Fixture.all[index]
    let asked = fixture.askedIfGiven
    for seed in 0..<fixture.policy.kinds.count * 3 {
      let kind = fixture.policy.kinds[seed % fixture.policy.kinds.count]
      var draft = Draft(seed: seed, kind: kind.id)
      var generator = fixture.generator(seed)
      (generator.open, generator.filler) = (0, 0)
      for field in fixture.policy.fields.indices where !fixture.policy.fields[field].isBuiltIn {
        let definition = fixture.policy.fields[field]
        if definition.takesNotArranged(in: fixture.policy) {
          draft.answers[field] = .scalar("not-arranged")
        } else if let value = generator.value(of: definition, isOrganisation: true) {
          draft.answers[field] = value
        }
      }
      guard let run = fixture.run(draft) else { continue }
      for control in run.assessment.controls {
        #expect(control.share.isZero, "\(fixture.policy.controls[control.control].id) \(run.context)")
      }
      // An organisation's own lists may be empty still, so K is asked of those whose controls read none of them.
      let organisation = fixture.policy.fields.indices.filter {
        !fixture.policy.fields[$0].takesNotArranged(in: fixture.policy) && draft.answers[$0] != nil
      }
      let isTold = organisation.allSatisfy { ReferenceEvaluator(fixture.policy, draft, asOf: Fixture.asOf).answers[$0].isGiven }
      if asked.isEmpty, isTold, run.assessment.controls.contains(where: \.isInScope) {
        #expect(run.assessment.completeness == .one && run.assessment.verdict.band == 0, "K \(run.assessment.completeness) \(run.context)")
      }
    }
  }
}

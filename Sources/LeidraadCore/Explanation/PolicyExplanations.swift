/// Recommendations, controls and rules.
extension Explainer {
  package func control(_ index: Int) -> ControlExplanation {
    let control = policy.controls[index]
    let recommendation = policy.recommendations[control.recommendation]
    let sources = control.basis == .literal ? [recommendation.source] : control.sources
    return ControlExplanation(
      id: control.id, title: title(of: index),
      recommendation: Explanation.Reference(id: recommendation.id, title: recommendation.title[language]), why: control.why[language],
      how: control.how[language], basis: control.basis.rawValue, ground: ground(control), sources: sources.map(citation),
      law: laws(control),
      weight: control.weight.description,
      points: policy.profiles.indices.compactMap { profile in points.ofControl(index, profile: profile).map { worth(profile, $0) } },
      evidence: control.evidence.name, evidenceWords: evidence(control.evidence), effort: control.effort.rawValue,
      effortWords: effort(control.effort), mayBeNotApplicable: control.mayBeNotApplicable, effective: control.effective?.description,
      appliesWhen: [recommendation.appliesWhen, control.appliesWhen].compactMap { $0.map(criteria.sentence) },
      check: control.check.map(criteria.sentence), fields: Explainer.fields(of: control, in: policy).map(labelled),
      examples: control.examples.compactMap(example),
      rules: policy.rules.indices.filter { concerns(policy.rules[$0], control: index) }.map(brief))
  }

  private func ground(_ control: Control) -> String {
    switch control.basis {
    case .literal: words("De bron noemt dit zelf", "The source itself names this")
    case .derived:
      control.sources.isEmpty
        ? words("Onze eigen uitwerking; de bron noemt dit niet zelf", "Our own elaboration; the source does not name this itself")
        : words(
          "Onze uitwerking; de bron van de aanbeveling noemt dit niet zelf. Gebruikt is",
          "Our elaboration; the recommendation's source does not name this itself. It draws on")
    }
  }

  private func laws(_ control: Control) -> [ControlExplanation.Law] {
    let options = policy.regime.map { policy.fields[$0].options } ?? []
    return control.laws.filter { !$0.articles.isEmpty }.map { law in
      let label = options.first { $0.id == law.regime }?.label[language] ?? law.regime
      return ControlExplanation.Law(regime: law.regime, label: label, articles: law.articles)
    }
  }

  private func evidence(_ need: Control.EvidenceNeed) -> String {
    switch need {
    case .none: words("Niet nodig.", "Not needed.")
    case .required: words("Nodig voor de onderbouwde score.", "Needed for the substantiated score.")
    case .when(let condition):
      words(
        "Nodig voor de onderbouwde score als \(criteria.sentence(condition)).",
        "Needed for the substantiated score if \(criteria.sentence(condition)).")
    }
  }

  private func effort(_ effort: Effort) -> String {
    switch effort {
    case .low: words("weinig", "little")
    case .medium: words("gemiddeld", "some")
    case .high: words("veel", "much")
    }
  }

  /// Nil for an example that says nothing: there is nothing to show.
  private func example(_ example: Control.Example) -> Explanation.Example? {
    guard case .map(let entries) = example.value, !entries.isEmpty else { return nil }
    return Explanation.Example(
      outcome: example.outcome.rawValue, label: example.outcome.label[language], yaml: YAMLWriter(language: language).lines(entries))
  }

  package func recommendation(_ index: Int) -> RecommendationExplanation {
    let recommendation = policy.recommendations[index]
    return RecommendationExplanation(
      id: recommendation.id, title: recommendation.title[language], summary: recommendation.summary[language],
      source: citation(recommendation.source),
      weights: policy.profiles.indices.compactMap { profile in
        guard let weight = recommendation.weights[profile], let points = points.ofRecommendation(index, profile: profile) else {
          return nil
        }
        return RecommendationExplanation.Weight(weight: weight.description, points: worth(profile, points))
      }, appliesWhen: recommendation.appliesWhen.map(criteria.sentence),
      controls: recommendation.controls.map { control in
        RecommendationExplanation.Control(
          id: policy.controls[control].id, title: title(of: control), basis: policy.controls[control].basis.rawValue,
          points: policy.profiles.indices.compactMap { profile in points.ofControl(control, profile: profile).map { worth(profile, $0) } })
      }, rules: policy.rules.indices.filter { policy.controls[policy.rules[$0].control].recommendation == index }.map(brief))
  }

  // MARK: Rules

  /// A rule concerns the control where it is shown and those whose shares it looks at.
  private func concerns(_ rule: Rule, control: Int) -> Bool { rule.control == control || rule.when?.controls.contains(control) ?? false }

  func brief(_ index: Int) -> RuleBrief {
    let rule = policy.rules[index]
    return RuleBrief(id: rule.id, effect: rule.effectName, label: label(rule), says: rule.says[language])
  }

  private func label(_ rule: Rule) -> String {
    switch rule.knockOut {
    case .blocker: ReportWords.rule(.knockOut, isBlocker: true)[language]
    case .major: ReportWords.rule(.knockOut, isBlocker: false)[language]
    case nil: ReportWords.rule(.contradiction, isBlocker: false)[language]
    }
  }

  package func rule(_ index: Int) -> RuleExplanation {
    let rule = policy.rules[index]
    let counted = policy.profiles.indices.filter { profile in
      rule.profiles.map { $0[profile] } ?? (points.ofControl(rule.control, profile: profile) != nil)
    }
    return RuleExplanation(
      id: rule.id, says: rule.says[language], effect: rule.effectName, label: label(rule), effectWords: effect(rule),
      control: reference(control: rule.control),
      profiles: counted.map { Explanation.Labelled(id: policy.profiles[$0].id, label: policy.profiles[$0].label[language]) },
      when: when(rule),
      effective: rule.effective?.description, fields: (rule.when?.fields(guards: true) ?? []).sorted().map(labelled))
  }

  private func effect(_ rule: Rule) -> String {
    let mayExplain = policy.controls[rule.control].id
    switch rule.knockOut {
    case .blocker:
      let band = policy.bands.first?.title[language] ?? ""
      return words(
        "Geldt deze regel, dan is het oordeel ten hoogste “\(band)”, hoe hoog de score ook is. Een besluit verandert dat niet.",
        "Where this rule holds, the verdict is at most “\(band)”, however high the score. A decision does not change that.")
    case .major:
      let band = policy.bands.dropFirst().first?.title[language] ?? ""
      return words(
        "Geldt deze regel, dan is het oordeel ten hoogste “\(band)”, tenzij een besluit met uitleg over \(mayExplain) geldt.",
        "Where this rule holds, the verdict is at most “\(band)”, unless an explained decision about \(mayExplain) is in force.")
    case nil:
      return words(
        "Het rapport meldt deze tegenspraak. Het oordeel verandert er niet door.",
        "The report tells this contradiction. It does not change the verdict.")
    }
  }

  private func when(_ rule: Rule) -> String {
    if let condition = rule.when { return criteria.sentence(condition) }
    let id = policy.controls[rule.control].id
    return words("van \(id) is niets in orde", "nothing of \(id) is met")
  }
}

extension Control.EvidenceNeed {
  /// For machines.
  fileprivate var name: String {
    switch self {
    case .none: "none"
    case .required: "required"
    case .when: "condition"
    }
  }
}

extension Rule {
  /// For machines.
  fileprivate var effectName: String { knockOut?.rawValue ?? "contradiction" }
}

extension Criterion {
  /// The controls whose shares it looks at.
  fileprivate var controls: Set<Int> {
    switch self {
    case .unmet(let controls): Set(controls)
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.controls))
    case .not(let part): part.controls
    case .guarded(let part, let condition): part.controls.union(condition.controls)
    case .test, .each: []
    }
  }
}

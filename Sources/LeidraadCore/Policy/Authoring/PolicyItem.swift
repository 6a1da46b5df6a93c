/// A policy taken apart into what has a name, so that two can be laid side by side.
struct PolicyItem {
  /// One thing that is said of it.
  struct Aspect {
    let name: String
    let bump: PolicyDiff.Bump
    let text: String
  }

  let kind: PolicyDiff.Kind
  let id: String
  /// What a reader knows it by.
  let title: LocalizedText
  let aspects: [Aspect]

  /// Words in each language: wording, whatever it says.
  fileprivate static func words(_ name: String, _ text: LocalizedText) -> [Aspect] {
    text.texts.map { Aspect(name: "\(name) (\($0.language.tag))", bump: .patch, text: $0.text) }
  }

  fileprivate static func value(_ name: String, _ text: String?, _ bump: PolicyDiff.Bump = .major) -> [Aspect] {
    text.map { [Aspect(name: name, bump: bump, text: $0)] } ?? []
  }
}

extension Policy {
  /// Everything that has a name, in reading order.
  var items: [PolicyItem] {
    [head] + profiles.map(profile)
      + kinds.map { kind in
        PolicyItem(
          kind: .kind, id: kind.id, title: kind.label,
          aspects: PolicyItem.words("label", kind.label) + PolicyItem.value("profile", profiles[kind.profile].id))
      } + sources.map(source)
      + sections.map {
        PolicyItem(
          kind: .section, id: $0.id, title: $0.label, aspects: PolicyItem.words("label", $0.label) + PolicyItem.words("help", $0.help))
      }
      + fields.flatMap { [$0] + $0.items }.filter { !$0.isBuiltIn }.flatMap { [field($0)] + options($0) }
      + recommendations.map(recommendation) + controls.map(control) + rules.map(rule)
  }

  private var head: PolicyItem {
    let bands = bands.map { "\($0.id) \($0.from)" }.joined(separator: ", ")
    let values: [(String, String?)] = [
      ("require", self.bands[require].id), ("completeness", completeness.description), ("bands", bands),
      ("terms", "evidence \(terms.evidence), decision \(terms.decision), verdict \(terms.verdict)"),
      ("regime", regime.map { fields[$0].path }),
    ]
    return PolicyItem(
      kind: .policy, id: id, title: title,
      aspects: PolicyItem.words("title", title) + values.flatMap { PolicyItem.value($0.0, $0.1) }
        + PolicyItem.value("effort", "low \(effort.low), medium \(effort.medium), high \(effort.high)", .minor)
        + self.bands.flatMap { PolicyItem.words("bands.\($0.id)", $0.title) })
  }

  private func profile(_ profile: Profile) -> PolicyItem {
    PolicyItem(
      kind: .profile, id: profile.id, title: profile.label,
      aspects: PolicyItem.words("label", profile.label) + PolicyItem.words("subject", profile.subject))
  }

  private func source(_ source: Source) -> PolicyItem {
    PolicyItem(
      kind: .source, id: source.id, title: source.title,
      aspects: PolicyItem.words("title", source.title) + PolicyItem.words("short", source.short)
        + PolicyItem.words("publisher", source.publisher)
        + PolicyItem.value("date", source.date?.description, .patch) + PolicyItem.value("url", source.url, .patch))
  }

  private func field(_ field: Field) -> PolicyItem {
    let range = field.kind == .number ? "\(field.minimum)–\(field.maximum.map { "\($0)" } ?? "")" : nil
    return PolicyItem(
      kind: .field, id: field.path, title: field.label,
      aspects: PolicyItem.value("kind", field.kind.rawValue) + PolicyItem.value("min–max", range)
        + PolicyItem.value("may-be-empty", field.emptyMeaning == nil ? "false" : "true")
        + PolicyItem.value("personal", "\(field.isPersonal)", .minor) + PolicyItem.value("scored", "\(field.isScored)", .minor)
        + PolicyItem.value("example", field.example?.source, .patch) + PolicyItem.words("label", field.label)
        + PolicyItem.words("help", field.help)
        + PolicyItem.words("sentence", field.sentence) + PolicyItem.words("sentence-false", field.sentenceWhenFalse)
        + PolicyItem.words("unit", field.unit) + PolicyItem.words("may-be-empty", field.emptyMeaning ?? LocalizedText()))
  }

  private func options(_ field: Field) -> [PolicyItem] {
    field.options.map {
      PolicyItem(kind: .option, id: "\(field.path): \($0.id)", title: $0.label, aspects: PolicyItem.words("label", $0.label))
    }
  }

  private func recommendation(_ recommendation: Recommendation) -> PolicyItem {
    let weights = zip(profiles, recommendation.weights).flatMap { profile, weight in
      PolicyItem.value("weight (\(profile.id))", weight?.description)
    }
    return PolicyItem(
      kind: .recommendation, id: recommendation.id, title: recommendation.title,
      aspects: weights + PolicyItem.value("applies-when", recommendation.appliesWhen.map(written))
        + PolicyItem.value("source", recommendation.source, .minor)
        + PolicyItem.words("title", recommendation.title) + PolicyItem.words("summary", recommendation.summary))
  }

  private func control(_ control: Control) -> PolicyItem {
    let evidence: String =
      switch control.evidence {
      case .none: "none"
      case .required: "required"
      case .when(let condition): written(condition)
      }
    let values: [(String, String?)] = [
      ("weight", control.weight.description), ("recommendation", recommendations[control.recommendation].id),
      ("basis", control.basis.rawValue),
      ("addressee", names(control.addressees)), ("evidence", evidence),
      ("not-applicable", control.mayBeNotApplicable ? "allowed" : "never"),
      ("effective", control.effective?.description), ("applies-when", control.appliesWhen.map(written)),
      ("check", control.check.map(written).joined(separator: "; ")),
    ]
    let law = control.laws.map { "\($0.regime): \($0.articles.joined(separator: ", "))" }.joined(separator: "; ")
    return PolicyItem(
      kind: .control, id: control.id, title: control.title,
      aspects: values.flatMap { PolicyItem.value($0.0, $0.1) } + PolicyItem.value("effort", control.effort.rawValue, .minor)
        + PolicyItem.value("law", law, .minor) + PolicyItem.value("sources", control.sources.joined(separator: ", "), .minor)
        + PolicyItem.words("title", control.title) + PolicyItem.words("why", control.why) + PolicyItem.words("how", control.how)
        + PolicyItem.value("examples", control.examples.map { "\($0.outcome.rawValue) \($0.value.source)" }.joined(separator: "; "), .patch)
    )
  }

  private func rule(_ rule: Rule) -> PolicyItem {
    let values: [(String, String?)] = [
      ("knock-out", rule.knockOut?.rawValue), ("control", controls[rule.control].id), ("profiles", rule.profiles.map(names)),
      ("effective", rule.effective?.description), ("when", rule.when.map(written)),
    ]
    return PolicyItem(
      kind: .rule, id: rule.id, title: rule.says,
      aspects: values.flatMap { PolicyItem.value($0.0, $0.1) } + PolicyItem.words("says", rule.says))
  }

  private func names(_ addressed: [Bool]) -> String { zip(profiles, addressed).filter(\.1).map(\.0.id).joined(separator: ", ") }

  private func written(_ criterion: Criterion) -> String { CriterionWriter(self).value(criterion).source }
}

package import LeidraadCore

/// A policy as an OSCAL catalog: recommendations are its groups, controls its controls.
///
/// - Parameter version: Of the tool.
package func oscalCatalog(of policy: Policy, language: Language, version: String) -> String {
  JSON.pretty(OSCAL.CatalogDocument(catalog: OSCALCatalog(policy: policy, language: language, version: version).whole())) + "\n"
}

private struct OSCALCatalog {
  let policy: Policy
  let language: Language
  let version: String

  private func words(_ nl: String, _ en: String) -> String { Phrase(nl: nl, en: en)[language] }

  func whole() -> OSCAL.Catalog {
    let changes = policy.tailoring.map { "\($0.overlay) \($0.subject)" }
    return OSCAL.Catalog(
      uuid: OSCALIdentifier("catalog", policy.id, policy.version.description, language.tag, changes.joined(separator: "\n")),
      metadata: OSCAL.Metadata(
        title: "\(policy.title[language])", lastModified: OSCAL.time(policy.date), version: policy.version.description,
        props: [
          OSCAL.Property("tool", "leidraad \(version)"), OSCAL.Property("policy", policy.id), OSCAL.Property("language", language.tag),
          OSCAL.Property("tailored", policy.isTailored),
        ].compactMap { $0 }),
      groups: policy.recommendations.map(group).orNil,
      backMatter: policy.sources.map(resource).orNil.map { OSCAL.BackMatter(resources: $0) })
  }

  private func group(_ recommendation: Recommendation) -> OSCAL.Group {
    let weights = zip(policy.profiles, recommendation.weights).compactMap { profile, weight in
      weight.flatMap { OSCAL.Property("weight", $0.description, class: profile.id) }
    }
    let summary = recommendation.summary[language]
    return OSCAL.Group(
      id: recommendation.id, title: "\(recommendation.title[language])", props: weights, links: links([recommendation.source]).orNil,
      parts: summary.isEmpty ? nil : [OSCAL.Part(id: "\(recommendation.id)_ovw", name: "overview", prose: "\(summary)")],
      controls: recommendation.controls.map { control(policy.controls[$0], of: recommendation) }.orNil)
  }

  // MARK: Controls

  private func control(_ control: Control, of recommendation: Recommendation) -> OSCAL.Control {
    let statement = addressees(control).map { "\($0.subject[language]) \(control.title[language])." }.joined(separator: " ")
    return OSCAL.Control(
      id: control.id, title: "\(control.title[language])", props: props(control),
      links: links(control.basis == .literal ? [recommendation.source] : control.sources).orNil,
      parts: [
        OSCAL.Part(id: "\(control.id)_smt", name: "statement", prose: "\(statement)"),
        OSCAL.Part(
          id: "\(control.id)_gdn", name: "guidance", prose: .paragraphs(["\(control.why[language])", "\(control.how[language])"]) ?? ""),
        objective(control, statement),
      ])
  }

  private func addressees(_ control: Control) -> [Policy.Profile] {
    zip(policy.profiles, control.addressees).compactMap { profile, isAddressed in isAddressed ? profile : nil }
  }

  private func props(_ control: Control) -> [OSCAL.Property] {
    var props = [
      OSCAL.Property("weight", control.weight.description), OSCAL.Property("basis", control.basis.rawValue),
      OSCAL.Property("effort", control.effort.rawValue), OSCAL.Property("evidence", evidence(control.evidence)),
      OSCAL.Property("may-be-not-applicable", control.mayBeNotApplicable), OSCAL.Property("effective", control.effective?.description),
    ]
    props += addressees(control).map { OSCAL.Property("addressee", $0.id) }
    props += control.laws.flatMap { law in law.articles.map { OSCAL.Property("law", $0, class: law.regime) } }
    return props.compactMap { $0 }
  }

  private func evidence(_ need: Control.EvidenceNeed) -> String {
    switch need {
    case .none: "none"
    case .required: "required"
    case .when: "conditional"
    }
  }

  /// What is looked at: the questions that the check reads, each as a part of its own.
  private func objective(_ control: Control, _ statement: String) -> OSCAL.Part {
    var seen: Set<String> = []
    let asked = control.check.flatMap { fields($0) }.filter { seen.insert($0.path).inserted }
    let parts = asked.enumerated().map { number, field in
      OSCAL.Part(
        id: "\(OSCAL.objective(of: control.id)).\(number + 1)", name: "assessment-objective",
        prose: "\(field.label[language]) (\(field.path))")
    }
    return OSCAL.Part(id: OSCAL.objective(of: control.id), name: "assessment-objective", prose: "\(statement)", parts: parts.orNil)
  }

  private func fields(_ criterion: Criterion) -> [Field] {
    switch criterion {
    case .test(let test): field(test.field)
    case .each(let each): field(each.field)
    case .all(let parts), .any(let parts): parts.flatMap { fields($0) }
    case .not(let part), .guarded(let part, when: _): fields(part)
    case .unmet: []
    }
  }

  private func field(_ reference: FieldReference) -> [Field] {
    switch reference {
    case .guideline(let index): [policy.fields[index]]
    case .item: []
    }
  }

  // MARK: Sources

  private func identifier(of source: String) -> OSCALIdentifier { OSCALIdentifier("source", policy.id, source) }

  private func links(_ sources: [String]) -> [OSCAL.Link] {
    sources.filter { policy.source($0) != nil }.map { OSCAL.Link(href: "#\(identifier(of: $0).text)", rel: "reference") }
  }

  private func resource(_ source: Policy.Source) -> OSCAL.Resource {
    let title = source.title[language]
    let citation = [title, source.publisher[language], source.date?.description ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    // An address that a browser would not open as a page of the web is told, not linked to.
    let address = source.url.flatMap { url in
      HTML.Address(web: url) != nil && url.utf8.allSatisfy { (0x21..<0x7F).contains($0) } ? url : nil
    }
    return OSCAL.Resource(
      uuid: identifier(of: source.id), title: "\(title)", props: [OSCAL.Property("source", source.id)].compactMap { $0 },
      citation: OSCAL.Resource.Citation(text: "\(citation)"), rlinks: address.map { [OSCAL.Resource.Target(href: $0)] })
  }
}

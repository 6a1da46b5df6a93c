internal import LeidraadCore

/// A recommendation with its controls, and what each is worth.
extension ReferencePages {
  func recommendationPage(_ index: Int) -> Markdown {
    let recommendation = explainer.recommendation(index)
    var text: Markdown = "# \(recommendation.id) \(recommendation.title)\n\n\(recommendation.summary)\n\n"
    text = text + "**\(label.source)**: \(citation(recommendation.source))\n\n"
    let columns = [words("Voor", "For"), words("Gewicht", "Weight"), words("Punten, tot", "Points, up to")]
    let rows = policy.profiles.indices.compactMap { profile -> [Markdown]? in
      guard let weight = policy.recommendations[index].weights[profile], let worth = points.ofRecommendation(index, profile: profile) else {
        return nil
      }
      return ["\(policy.profiles[profile].label[language])", "\(weight.description)", number(worth)]
    }
    text = text + .table(columns.map { "\($0)" }, firstNumber: 1, rows) + "\n"
    if let condition = recommendation.appliesWhen { text = text + labelled(label.appliesOnlyIf, condition) }
    text = text + contents(index)
    for control in policy.recommendations[index].controls { text = text + section(of: explainer.control(control)) }
    return text
  }

  private func contents(_ recommendation: Int) -> Markdown {
    let rows = policy.recommendations[recommendation].controls.map { index -> [Markdown] in
      let control = policy.controls[index]
      let worth = policy.profiles.indices.map { profile in points.ofControl(index, profile: profile).map(number) ?? "–" }
      return [.link(control.id, place: control.id), "\(explainer.control(index).title)", "\(basis(control.basis))"] + worth
    }
    let columns = ["", words("Onderdeel", "Control"), label.ground] + pointsPerProfile
    return .table(columns.map { "\($0)" }, firstNumber: 3, rows) + "\n"
  }

  private func basis(_ basis: Control.Basis) -> String {
    switch basis {
    case .literal: words("de bron zelf", "the source itself")
    case .derived: words("uitwerking", "elaboration")
    }
  }

  private func section(of control: ControlExplanation) -> Markdown {
    var facts: [Markdown] = [ground(control)]
    facts += control.law.map { "**\(label.law)**: \(label.law($0))" }
    facts.append("**\(label.points)**: \(label.worth(control.points))")
    facts.append("**\(label.evidence)**: \(control.evidenceWords)")
    facts.append("**\(label.effort)**: \(control.effortWords)")
    facts.append("**\(label.notApplicable)**: \(label.applicability(control))")
    if let effective = control.effective { facts.append("**\(label.countsFrom)**: \(effective)") }
    if !control.appliesWhen.isEmpty { facts.append("**\(label.appliesOnlyIf)**: \(label.conditions(control.appliesWhen))") }
    let head: Markdown = Markdown.place(control.id) + "## \(control.id) \(control.title)\n\n"
    let body = labelled(label.why, control.why) + labelled(label.whatToDo, control.how) + bullets(facts)
    let check = list(label.isChecked(control.check.count), control.check.map { "\($0)" })
    let examples = label.shown(control.examples).map { yaml("\(label.example): \($0.label)", $0.yaml) }
    return head + body + check + list(label.fieldsRead, fieldLinks(control.fields, up: "../")) + .joined(examples, separator: "")
      + list(label.rulesAbout, ruleLinks(control.rules, up: "../"))
  }

  private func ground(_ control: ControlExplanation) -> Markdown {
    guard !control.sources.isEmpty else { return "**\(label.ground)**: \(control.ground)." }
    return "**\(label.ground)**: \(control.ground): \(Markdown.joined(control.sources.map(citation), separator: "; "))."
  }

  // MARK: Points

  func pointsPage() -> Markdown {
    let text = words(
      """
      Een score is een getal van 0 tot 100. Elke aanbeveling heeft een gewicht, dat verdeeld wordt over haar onderdelen, naar het gewicht van elk onderdeel. \
      Hieronder staat wat elk onderdeel hoogstens oplevert als alles van toepassing is. Geldt iets niet voor u, dan tellen de andere onderdelen iets \
      zwaarder. De getallen zijn naar beneden afgerond; samen zijn zij precies 100.
      """,
      """
      A score is a number from 0 to 100. Every recommendation has a weight, which is shared out over its controls by the weight of each. Below stands \
      what each control yields at most where everything applies. Where something does not apply to you, the other controls count for a little more. The \
      numbers are rounded down; together they are exactly 100.
      """)
    let tables = policy.profiles.indices.map { profile in
      heading(policy.profiles[profile].label[language]) + .table(pointsHead, firstNumber: 3, pointsRows(profile)) + "\n"
    }
    return "# \(words("Punten", "Points"))\n\n\(text)\n\n" + .joined(tables, separator: "")
  }

  private var pointsHead: [Markdown] {
    ["", words("Onderdeel", "Control"), label.ground, words("Gewicht", "Weight"), label.points].map { "\($0)" }
  }

  private func pointsRows(_ profile: Int) -> [[Markdown]] {
    policy.recommendations.enumerated().flatMap { index, recommendation -> [[Markdown]] in
      guard let total = points.ofRecommendation(index, profile: profile), let weight = recommendation.weights[profile] else { return [] }
      let controls = recommendation.controls.compactMap { control -> [Markdown]? in
        guard let worth = points.ofControl(control, profile: profile) else { return nil }
        let definition = policy.controls[control]
        return [
          controlLink(definition.id), "\(definition.title[language])", "\(basis(definition.basis))",
          "\(definition.weight.description)",
          number(worth),
        ]
      }
      let head: [Markdown] = [
        .link(recommendation.id, page: "recommendations/\(recommendation.id).md"), "**\(recommendation.title[language])**", "",
        "**\(weight.description)**", "**\(number(total))**",
      ]
      return [head] + controls
    }
  }
}

package import LeidraadCore

/// The reference of a policy: pages of Markdown in each language of the tool, made of the same explanations as `leidraad explain` shows.
package struct Reference {
  /// One page.
  package struct Page: Sendable {
    /// From the reference's own folder: `nl/recommendations/B2.md`.
    package let path: String
    package let text: String
  }

  private let policy: Policy

  package init(_ policy: Policy) { self.policy = policy }

  /// All pages, those of one language together.
  package func pages() -> [Page] {
    let languages = Language.own.map { (language: $0, name: $0 == .dutch ? "Nederlands" : "English") }
    let links = languages.map { "- \(Markdown.link($0.name, page: "\($0.language)/README.md"))\n" as Markdown }
    let title: Markdown = "# \(policy.title[.dutch]) · \(policy.title[.english])\n\n"
    let start = Page(path: "README.md", text: (ReferencePages.made + title + .joined(links, separator: "")).text)
    return [start] + languages.flatMap { ReferencePages(policy, language: $0.language).pages() }
  }
}

/// The pages in one language.
struct ReferencePages {
  let policy: Policy
  let language: Language
  let explainer: Explainer
  let points: PolicyPoints

  static let made: Markdown = "<!-- Made by “leidraad policy docs”. Change the policy or the tool, not this page. -->\n\n"

  init(_ policy: Policy, language: Language) {
    self.policy = policy
    self.language = language
    explainer = Explainer(policy, language: language)
    points = PolicyPoints(policy)
  }

  var label: ExplanationWords { ExplanationWords(language: language) }

  func words(_ nl: String, _ en: String) -> String { label.words(nl, en) }

  func pages() -> [Reference.Page] {
    var pages = [page("README.md", index()), page("points.md", pointsPage())]
    for (index, recommendation) in policy.recommendations.enumerated() {
      pages.append(page("recommendations/\(recommendation.id).md", recommendationPage(index)))
    }
    return pages + [
      page("fields.md", fieldsPage()), page("rules.md", rulesPage()), page("diagnostics.md", diagnosticsPage()),
      page("terms.md", termsPage()),
    ]
  }

  private func page(_ path: String, _ content: Markdown) -> Reference.Page {
    // Pages are put together of pieces that each end with an empty line.
    var text = (ReferencePages.made + content).text
    while text.hasSuffix("\n\n") { text.removeLast() }
    return Reference.Page(path: "\(language)/\(path)", text: text)
  }

  // MARK: The start

  private func index() -> Markdown {
    let intro = words(
      "Alles wat dit beleidskader vraagt, waarom, op welke grond en hoeveel het telt. Versie \(policy.version), \(policy.date).",
      "All that this policy asks, why, on what ground and how much it counts. Version \(policy.version), \(policy.date).")
    let pages: [(String, String)] = [
      ("points.md", words("Punten: wat elk onderdeel waard is", "Points: what each control is worth")),
      ("fields.md", words("Alle vragen", "All fields")),
      ("rules.md", words("Regels die het oordeel kunnen begrenzen", "Rules that may cap the verdict")),
      ("diagnostics.md", words("Meldingen over bestanden", "Diagnostics about files")), ("terms.md", words("Begrippen", "Terms")),
    ]
    return "# \(policy.title[language])\n\n\(intro)\n\n" + bullets(pages.map { .link($0.1, page: $0.0) })
      + heading(words("Aanbevelingen", "Recommendations")) + recommendations() + scoring() + fairness() + rulesInShort() + bands()
  }

  private func recommendations() -> Markdown {
    let columns = [
      "", words("Aanbeveling", "Recommendation"), words("Onderdelen", "Controls"), words("Noemt de bron zelf", "Named by the source"),
    ]

    let rows = policy.recommendations.enumerated().map { index, recommendation -> [Markdown] in
      let literal = recommendation.controls.count { policy.controls[$0].basis == .literal }
      let worth: [Markdown] = policy.profiles.indices.map { profile in
        points.ofRecommendation(index, profile: profile).map(number) ?? "–"
      }
      let page = "recommendations/\(recommendation.id).md"
      return [.link(recommendation.id, page: page), "\(recommendation.title[language])", "\(recommendation.controls.count)", "\(literal)"]
        + worth
    }
    return .table((columns + pointsPerProfile).map { "\($0)" }, firstNumber: 2, rows) + "\n"
  }

  /// How much rests on what the source itself says, and how much on what we made of it.
  private func fairness() -> Markdown {
    let text = words(
      """
      Een onderdeel noemt de bron zelf, of is onze uitwerking daarvan. Dit is hoe de honderd punten daarover verdeeld zijn, als alles van toepassing is. \
      De getallen zijn naar beneden afgerond.
      """,
      """
      A control is named by the source itself, or is our elaboration of it. This is how the hundred points are divided over the two, where everything \
      applies. The numbers are rounded down.
      """)
    let columns = [
      words("Voor", "For"), words("Noemt de bron zelf", "Named by the source"), label.points, words("Onze uitwerking", "Our elaboration"),
      label.points,
    ]
    let rows = policy.profiles.indices.map { profile -> [Markdown] in
      let parts: [Markdown] = Control.Basis.allCases.flatMap { basis -> [Markdown] in
        let count = policy.controls.indices.count { policy.controls[$0].basis == basis && points.ofControl($0, profile: profile) != nil }
        return ["\(count)", number(points.ofBasis(basis, profile: profile))]
      }
      return ["\(policy.profiles[profile].label[language])"] + parts
    }
    return heading(words("Waar de punten op rusten", "What the points rest on")) + "\(text)\n\n"
      + .table(columns.map { "\($0)" }, firstNumber: 1, rows) + "\n"
  }

  private func rulesInShort() -> Markdown {
    let text = words(
      "Deze regels kunnen het oordeel begrenzen, hoe hoog de score ook is. Zij veranderen nooit een getal.",
      "These rules may cap the verdict, however high the score. They never change a number.")
    let rows = policy.rules.indices.filter { policy.rules[$0].knockOut != nil }.map { index -> [Markdown] in
      let rule = explainer.rule(index)
      return [
        .link(rule.id, page: "rules.md", place: rule.id), "\(rule.label)", "\(highest(index))", "\(whom(index))", "\(rule.says)",
      ]
    }
    guard !rows.isEmpty else { return "" }
    let columns = [
      "", words("Soort", "Kind"), words("Oordeel hoogstens", "Verdict at most"), words("Geldt voor", "Applies to"),
      words("Wat niet kan blijven staan", "What must not stand"),
    ]
    return heading(words("Wat het oordeel begrenst", "What caps the verdict")) + "\(text)\n\n" + .table(columns.map { "\($0)" }, rows)
      + "\n"
  }

  private func highest(_ rule: Int) -> String {
    switch policy.rules[rule].knockOut {
    case .blocker: policy.bands[0].title[language]
    case .major: policy.bands[min(1, policy.bands.count - 1)].title[language]
    case nil: ""
    }
  }

  private func whom(_ index: Int) -> String {
    let rule = policy.rules[index]
    let addressed = policy.profiles.indices.filter { rule.profiles?[$0] ?? policy.controls[rule.control].addressees[$0] }
    return addressed.map { policy.profiles[$0].label[language] }.joined(separator: ", ")
  }

  private func bands() -> Markdown {
    let rows = policy.bands.enumerated().map { index, band -> [Markdown] in
      ["\(band.title[language])", number(band.from), index == policy.require ? "✓" : ""]
    }
    let columns = [words("Oordeel", "Verdict"), words("Vanaf", "From"), words("Gevraagd", "Required")]
    return heading(words("Oordelen", "Verdicts")) + .table(columns.map { "\($0)" }, firstNumber: 1, rows) + "\n"
  }

  // MARK: Pieces

  func heading(_ title: String, level: Int = 2) -> Markdown {
    switch level {
    case 2: "## \(title)\n\n"
    case 3: "### \(title)\n\n"
    default: "#### \(title)\n\n"
    }
  }

  func bullets(_ items: [Markdown]) -> Markdown { items.isEmpty ? "" : .joined(items.map { "- \($0)\n" }, separator: "") + "\n" }

  /// A list under a title in bold; nothing where there is nothing.
  func list(_ title: String, _ items: [Markdown]) -> Markdown { items.isEmpty ? "" : "**\(title)**\n\n" + bullets(items) }

  func labelled(_ label: String, _ text: String) -> Markdown { text.isEmpty ? "" : "**\(label)**: \(text)\n\n" }

  func citation(_ source: Explanation.Citation) -> Markdown {
    guard let url = source.url, let address = HTML.Address(web: url) else { return "\(source.text)" }
    return .link(source.text, to: address)
  }

  /// A number with one decimal, rounded down.
  func number(_ exact: Fraction) -> Markdown {
    let tenths = exact.roundedDown(times: 10)
    return language.primary == .dutch ? "\(tenths / 10),\(tenths % 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// The heads of a column for each profile.
  var pointsPerProfile: [String] {
    policy.profiles.map { words("Punten \($0.label[language].lowercased())", "Points \($0.label[language].lowercased())") }
  }

  func yaml(_ title: String, _ lines: [String], form: Markdown = "yaml") -> Markdown {
    lines.isEmpty ? "" : "**\(title)**\n\n" + .block(lines, language: form) + "\n"
  }

  /// Links to fields, rules and controls, from a page that lies so many folders deep.
  func fieldLinks(_ fields: [Explanation.Labelled], up: String) -> [Markdown] {
    fields.map { .link($0.id, page: "\(up)fields.md", place: $0.id) + ": \($0.label)" }
  }

  func ruleLinks(_ rules: [RuleBrief], up: String) -> [Markdown] {
    rules.map { .link($0.id, page: "\(up)rules.md", place: $0.id) + " (\($0.label)): \($0.says)" }
  }

  func controlLink(_ id: String) -> Markdown {
    guard let control = policy.control(id) else { return "\(id)" }
    return .link(id, page: "recommendations/\(policy.recommendations[policy.controls[control].recommendation].id).md", place: id)
  }

  func controlLinks(_ controls: [Explanation.Reference]) -> [Markdown] { controls.map { controlLink($0.id) + ": \($0.title)" } }
}

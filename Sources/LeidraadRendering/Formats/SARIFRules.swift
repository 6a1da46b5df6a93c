internal import LeidraadCore

/// What results may name: every control and rule of the policy, and every kind of problem a file may have.
struct SARIFRules {
  let run: Run

  init(_ run: Run) { self.run = run }

  private var policy: Policy { run.policy }
  private var language: Language { run.language }

  var driver: SARIF.Driver {
    SARIF.Driver(
      language: SARIF.language(run), notifications: notifications,
      rules: policy.controls.map(rule) + policy.rules.map(rule) + DiagnosticCode.allCases.map(rule) + own, version: run.version,
      semanticVersion: Policy.Version(run.version) == nil ? nil : run.version)
  }

  // MARK: Controls and rules

  private func rule(_ control: Control) -> SARIF.Rule {
    let recommendation = policy.recommendations[control.recommendation]
    let title = "\(subject(of: control)) \(control.title[language])."
    return rule(
      control.id, short: title, full: control.why[language], severity: control.basis == .literal ? .error : .warning,
      tags: [recommendation.id, control.basis.rawValue], help: help(control, recommendation, says: title))
  }

  private func rule(_ rule: Rule) -> SARIF.Rule {
    let control = policy.controls[rule.control]
    let recommendation = policy.recommendations[control.recommendation]
    let says = rule.says[language]
    return self.rule(
      rule.id, short: says, full: control.why[language], severity: rule.knockOut == nil ? .warning : .error,
      tags: [recommendation.id, control.id, rule.knockOut?.rawValue ?? "contradiction"], help: help(control, recommendation, says: says))
  }

  /// What a title reads on from: the first kind of organisation that the control is addressed to.
  private func subject(of control: Control) -> String {
    let profile = policy.profiles.indices.first { control.addressees.indices.contains($0) && control.addressees[$0] } ?? 0
    return policy.profiles.indices.contains(profile) ? policy.profiles[profile].subject[language] : ""
  }

  private func help(_ control: Control, _ recommendation: Recommendation, says: String) -> SARIF.Rule.Help {
    let (why, how) = (control.why[language], control.how[language])
    let part = "\(recommendation.id) \(recommendation.title[language])"
    let basis =
      control.basis == .literal
      ? Phrase(nl: "De bron noemt dit zelf", en: "The source itself names this")
      : Phrase(nl: "Onze uitwerking; de bron noemt dit niet zo", en: "Our elaboration; the source does not name it so")
    let ids = control.basis == .literal ? [recommendation.source] : control.sources
    let sources = ids.compactMap { policy.source($0)?.title[language] }.joined(separator: "; ")
    let ground = sources.isEmpty ? "\(basis[language])." : "\(basis[language]): \(sources)."
    let heads = (why: Phrase(nl: "Waarom", en: "Why")[language], how: Phrase(nl: "Wat u kunt doen", en: "What you can do")[language])
    let text = TerminalText.escaped([says, why, how, ground, part].joined(separator: "\n\n"))
    let markdown: HelpMarkdown = """
      \(says)

      **\(heads.why)**: \(why)

      **\(heads.how)**: \(how)

      \(ground)

      *\(part)*
      """
    return SARIF.Rule.Help(markdown: markdown.text, text: text)
  }

  // MARK: Problems with files

  private func rule(_ code: DiagnosticCode) -> SARIF.Rule {
    let id = code.rawValue
    return rule(
      id, short: Phrase(nl: "Er is iets met het bestand: \(id).", en: "Something is the matter with the file: \(id)."),
      full: Phrase(
        nl: "Dit gaat over het bestand zelf, niet over wat de richtlijn regelt. Meer uitleg geeft “leidraad explain \(id)”.",
        en: "This is about the file itself, not about what the guideline arranges. For more run “leidraad explain \(id)”."),
      severity: code.severity, tag: "file")
  }

  /// Of the report itself.
  private var own: [SARIF.Rule] { [resultsLeftOut] }

  private var notifications: [SARIF.Rule] { [faultyFile, resultsLeftOut] }

  private var resultsLeftOut: SARIF.Rule {
    rule(
      SARIF.resultsLeftOut, short: Phrase(nl: "Niet alle meldingen passen in dit rapport.", en: "Not all results fit into this report."),
      full: Phrase(nl: "SARIF neemt een beperkt aantal meldingen.", en: "SARIF takes a limited number of results."), severity: .warning,
      tag: "report")
  }

  private var faultyFile: SARIF.Rule {
    rule(
      SARIF.faultyFile, short: Phrase(nl: "Een bestand heeft fouten.", en: "A file has errors."),
      full: Phrase(nl: "Wat er mis is, staat bij de meldingen.", en: "The results say what is wrong."), severity: .error, tag: "report")
  }

  private func rule(_ id: String, short: Phrase, full: Phrase, severity: Severity, tag: String) -> SARIF.Rule {
    rule(id, short: short[language], full: full[language], severity: severity, tags: [tag], help: nil)
  }

  // MARK: Form

  /// GitHub takes no empty text and no description of more than 1,024 characters.
  private func rule(
    _ id: String, short: String, full: String, severity: Severity, tags: [String], help: SARIF.Rule.Help?
  ) -> SARIF.Rule {
    let (short, full) = (short.isEmpty ? id : short, full.isEmpty ? short : full)
    let plain: HelpMarkdown = "\(full)"
    let problem =
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "recommendation"
      }
    return SARIF.Rule(
      defaultConfiguration: .init(level: SARIF.Level(severity)), fullDescription: SARIF.Message(cut(full)),
      help: help ?? SARIF.Rule.Help(markdown: plain.text, text: TerminalText.escaped(full)), id: id,
      properties: .init(problemSeverity: problem, tags: tags), shortDescription: SARIF.Message(cut(short)))
  }

  private func cut(_ text: String) -> String {
    let limit = 1_000
    guard text.utf16.count > limit else { return text }
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count < limit else { break }
      result.append(character)
    }
    return result + "…"
  }
}

/// Markdown of a rule's help: every sign that means something is escaped, and a text stays one paragraph.
private struct HelpMarkdown: EscapedText {
  let text: String

  init(stringLiteral value: String) { text = value }

  static func escaped(_ value: String) -> String {
    var bytes: [UInt8] = []
    for byte in TerminalText.escaped(value).utf8 {
      switch byte {
      case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "!"),
        UInt8(ascii: "$"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

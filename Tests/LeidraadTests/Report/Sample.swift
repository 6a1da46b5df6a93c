import LocatedYAML
import Testing

@testable import LeidraadCore

/// Guidelines made of a policy's own examples, and ways to write them down.
struct Sample {
  let policy: Policy
  let kind: Int
  /// The file's top-level entries.
  var entries: [ExampleValue.Entry]

  /// A guideline that says who it is of, and nothing else.
  init(_ policy: Policy, kind: Int, language: Language = .dutch) {
    self.policy = policy
    self.kind = kind
    entries = [
      .init(key: "leidraad", value: .scalar("guideline/v1")), .init(key: "policy", value: .scalar(policy.reference)),
      .init(key: "language", value: .scalar(language.tag)),
      .init(
        key: "organisation",
        value: .map([.init(key: "name", value: .scalar("Voorbeeld")), .init(key: "kind", value: .scalar(policy.kinds[kind].id))])),
    ]
  }

  /// All first `met` examples of the controls of a kind's profile, merged.
  static func complete(_ policy: Policy, kind: Int, language: Language = .dutch) -> Sample {
    var sample = Sample(policy, kind: kind, language: language)
    for control in policy.controls where sample.isAddressed(control) {
      if let example = control.examples.first(where: { $0.outcome == .met }) { sample.merge(example.value) }
    }
    sample.merge(.map([.init(key: "organisation", value: .map([.init(key: "kind", value: .scalar(policy.kinds[kind].id))]))]))
    return sample
  }

  func isAddressed(_ control: Control) -> Bool {
    let profile = policy.kinds[kind].profile
    return control.addressees[profile] && policy.recommendations[control.recommendation].weights[profile] != nil
  }

  mutating func merge(_ value: ExampleValue) {
    if case .map(let merged) = ExampleValue.map(entries).merged(with: value, fields: policy) { entries = merged }
  }

  /// Puts a value in place of a section's field; nil takes it out. With `section` true, an emptied section goes too.
  mutating func set(_ path: String, _ value: ExampleValue?, dropsSection: Bool = false) {
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return }
    let index = entries.firstIndex { $0.key == parts[0] }
    var fields: [ExampleValue.Entry] = []
    if let index, case .map(let existing) = entries[index].value { fields = existing }
    let place = fields.firstIndex { $0.key == parts[1] }
    switch (place, value) {
    case (let place?, let value?): fields[place] = .init(key: parts[1], value: value)
    case (let place?, nil): fields.remove(at: place)
    case (nil, let value?): fields.append(.init(key: parts[1], value: value))
    case (nil, nil): return
    }
    let section = ExampleValue.Entry(key: parts[0], value: .map(fields))
    if let index {
      if fields.isEmpty, dropsSection { entries.remove(at: index) } else { entries[index] = section }
    } else {
      entries.append(section)
    }
  }

  /// How a sample is written down.
  enum Style: String, CaseIterable, Sendable, CustomTestStringConvertible {
    /// As people do, with comments everywhere.
    case block
    /// The same with CRLF.
    case crlf
    /// Each section in braces.
    case flowSections = "flow-sections"
    /// Each field's value in brackets or braces where it has any.
    case flowValues = "flow-values"
    /// The whole file in one pair of braces.
    case flow

    var testDescription: String { rawValue }
  }

  func text(_ style: Style = .block, language: Language = .dutch) -> String {
    let writer = YAMLWriter(language: language)
    switch style {
    case .block: return commented(writer.lines(entries))
    case .crlf: return commented(writer.lines(entries)).replacing("\n", with: "\r\n")
    case .flowSections: return commented(entries.map { "\(writer.scalar($0.key)): \(writer.flow($0.value))" })
    case .flowValues:
      let lines = entries.flatMap { entry -> [String] in
        guard case .map(let fields) = entry.value, !fields.isEmpty else { return writer.lines([entry]) }
        return ["\(entry.key):"] + fields.map { "  \(writer.scalar($0.key)): \(writer.flow($0.value))" }
      }
      return commented(lines)
    case .flow: return "# vooraf\n" + writer.flow(.map(entries)) + "  # achteraf\n"
    }
  }

  /// A comment on a line of its own before, and one behind, about every third line.
  private func commented(_ lines: [String]) -> String {
    var result = "# vooraf\n\n"
    for (number, line) in lines.enumerated() {
      if number % 3 == 1 { result += "\(line.prefix { $0 == " " })# voor regel \(number)\n" }
      result += number % 3 == 2 ? "\(line)   # achter regel \(number)\n" : "\(line)\n"
    }
    return result + "# achteraf\n"
  }
}

/// A guideline that was read and assessed, as tests need it.
struct Assessed {
  let policy: Policy
  let document: Document
  let guideline: Guideline
  let diagnostics: [Diagnostic]
  let assessment: Assessment

  init(_ text: String, _ policy: Policy, file: String = "richtlijn.yaml", asOf: CivilDate? = nil) throws {
    self.policy = policy
    document = try Document.parse(Array(text.utf8))
    let decoding = GuidelineDecoder(policy).decode(document, file: file)
    guideline = decoding.guideline
    diagnostics = decoding.diagnostics
    assessment = try #require(
      policy.assess(guideline, AssessmentInputs(asOf: asOf ?? policy.date, digest: testDigest)), "no kind of organisation")
  }

  func report(language: Language = .dutch, detail: Report.Detail = .findings, words: ReportWording? = nil) -> Report {
    policy.report(
      guideline, assessment, diagnostics: diagnostics, language: language, requirement: Requirement(band: policy.require), detail: detail,
      words: words, digest: testDigest)
  }

  func outcome(_ control: Int) -> Outcome { assessment.controls[control].outcome }

  /// Controls in scope that are not met, with what they came to: for messages.
  var gaps: [String] {
    assessment.controls.filter { $0.isInScope && $0.share != .one }.map {
      "\(policy.controls[$0.control].id) \($0.outcome.rawValue) \($0.share)"
    }
  }
}

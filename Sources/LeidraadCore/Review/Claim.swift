internal import LocatedYAML

/// What a verdict is given on: the answers that a control reads, the evidence that supports it and the decision made about it. A verdict stays in
/// force while its digest is unchanged, whatever else in the file does.
struct Claim {
  let policy: Policy
  let guideline: Guideline
  let assessments: [EvidenceAssessment]

  /// The text that is digested: JSON with sorted keys and no white space.
  func text(control index: Int, evidence: [Int], decision: Decision?) -> String {
    let control = policy.controls[index]
    var parts: [(String, Value)] = [
      ("control", .string(control.id)), ("policy", .string(policy.reference)), ("values", values(control)),
      ("evidence", .array(evidence.map { self.evidence(assessments[$0]) }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) })),
    ]
    if let decision {
      parts.append(
        (
          "decision",
          .object([
            ("status", .optional(decision.status?.rawValue)), ("reason", .optional(decision.reason)),
            ("measure", .optional(decision.measure)),
            ("until", .optional(decision.until?.description)),
          ])
        ))
    }
    return Value.object(parts).text
  }

  private func evidence(_ assessment: EvidenceAssessment) -> Value {
    let entry = guideline.evidence[assessment.entry]
    let support = entry.supports[assessment.support]
    var file: String?
    var url: String?
    var keptAt: String?
    switch entry.source {
    case .file(let value): file = value
    case .url(let value): url = value
    case .keptAt(let value): keptAt = value
    case .none: break
    }
    return .object([
      ("file", .optional(file)), ("url", .optional(url)), ("kept-at", .optional(keptAt)), ("date", .optional(entry.date?.description)),
      ("sha256", .optional(entry.digest)), ("place", .optional(support.place)),
      ("content", assessment.quoteFound ? .string("quote") : .optional(assessment.digest)),
    ])
  }

  // MARK: Values

  private func values(_ control: Control) -> Value {
    var criteria = control.check
    criteria += [control.appliesWhen, policy.recommendations[control.recommendation].appliesWhen].compactMap { $0 }
    if case .when(let condition) = control.evidence { criteria.append(condition) }
    var fields: [Int: Set<Int>] = [:]
    for criterion in criteria { fields.merge(criterion.itemFields()) { $0.union($1) } }
    return .object(fields.map { (policy.fields[$0].path, value(guideline.answers[$0], policy.fields[$0], items: $1)) })
  }

  private func value(_ answer: Guideline.Answer, _ field: Field, items: Set<Int>) -> Value {
    switch answer.state {
    case .open: return .null
    case .notArranged: return .string("not-arranged")
    case .given: break
    }
    switch field.kind {
    case .choice: return .string(field.options[answer.number].id)
    case .choices:
      return .array(
        field.options.indices.filter { answer.bits >> UInt64($0) & 1 == 1 }.map { field.options[$0].id }.sorted().map(Value.string))
    case .flag: return .flag(answer.number == 1)
    case .number: return .string("\(answer.number)/1")
    case .date: return .optional(CivilDate(dayNumber: answer.number)?.description)
    case .text, .link: return .string(guideline.text(answer))
    case .period: return .optional(Period(guideline.text(answer))?.description)
    case .texts:
      guard let node = answer.node else { return .null }
      let texts = guideline.document.items(of: node).filter { !Filler.isFiller(guideline.document.text(of: $0)) }
      return .array(texts.map { trimmed(guideline.document.string(of: $0)) }.filter { !$0.isEmpty }.sorted().map(Value.string))
    case .list:
      // The key belongs to an item whatever the check reads of it.
      let read = items.union(field.items.isEmpty ? [] : [0])
      let objects = guideline.items(of: answer).map { item in
        Value.object(read.map { (field.items[$0].name, value(guideline.answer($0, of: item), field.items[$0], items: [])) })
      }
      return .array(objects.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) })
    }
  }

  /// As much of JSON as a claim needs.
  private indirect enum Value {
    case null
    case flag(Bool)
    case string(String)
    case array([Value])
    case object([(String, Value)])

    static func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .null }

    var text: String {
      switch self {
      case .null: return "null"
      case .flag(let value): return value ? "true" : "false"
      case .string(let value): return Value.quoted(value)
      case .array(let values): return "[\(values.map(\.text).joined(separator: ","))]"
      case .object(let entries):
        let sorted = entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        return "{\(sorted.map { "\(Value.quoted($0.0)):\($0.1.text)" }.joined(separator: ","))}"
      }
    }

    private static func quoted(_ text: String) -> String {
      var result = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20:
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    }
  }
}

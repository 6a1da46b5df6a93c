import LeidraadCore

/// One generated guideline with all that an assessment of it rests on: a tree that tests change, write as YAML and read by the rules of design.md.
struct Draft: Sendable {
  var seed: Int
  var kind: String
  /// By index into the policy's fields; a field that is not there is open.
  var answers: [Int: ExampleValue] = [:]
  var evidence: [Entry] = []
  var decisions: [Decided] = []
  var reviews: [Reviewed] = []
  /// What the files of evidence hold.
  var files: [String: [UInt8]] = [:]
  /// Shuffles sections, fields, items, evidence and decisions when they are written.
  var shuffle: Int?

  struct Entry: Sendable {
    var id: String
    /// `file`, `url`, `kept-at`; nil: it names none.
    var source: (key: String, value: String)?
    var date: String?
    var sha256: String?
    var supports: [Support]
  }

  struct Support: Sendable {
    var reference: String
    var place: String?
    var quote: String?
  }

  struct Decided: Sendable {
    var controls: [Int]
    var status: String?
    var reason: String?
    var measure: String?
    var owner: String?
    var date: String?
    var until: String?
  }

  struct Reviewed: Sendable {
    var date: CivilDate
    var verdicts: [Judged]
  }

  struct Judged: Sendable {
    var control: Int
    var judgement: Review.Judgement
    var share: (Int, Int) = (0, 1)
    var hasEvidence = false
    /// The claim is that of the draft itself; false: of something else.
    var isCurrent = true
  }
}

extension Draft {
  func entries(_ policy: Policy) -> [ExampleValue.Entry] {
    var random = shuffle.map { SplitMix64($0) }
    func ordered<Element>(_ elements: [Element]) -> [Element] { random == nil ? elements : random!.shuffled(elements) }
    func text(_ text: String?, _ key: String) -> [ExampleValue.Entry] { text.map { [.init(key: key, value: .scalar($0))] } ?? [] }
    var entries: [ExampleValue.Entry] = []
    for section in policy.sections.indices {
      var fields: [ExampleValue.Entry] = []
      if policy.sections[section].id == "organisation" {
        fields = [.init(key: "name", value: .scalar("Voorbeeld")), .init(key: "kind", value: .scalar(kind))]
      }
      for field in policy.fields.indices where policy.fields[field].section == section {
        guard let value = answers[field] else { continue }
        var written = value
        if case .list(let items) = value {
          written = .list(ordered(items).map { item in if case .map(let entries) = item { .map(ordered(entries)) } else { item } })
        }
        fields.append(.init(key: policy.fields[field].name, value: written))
      }
      if !fields.isEmpty { entries.append(.init(key: policy.sections[section].id, value: .map(ordered(fields)))) }
    }
    if !evidence.isEmpty {
      let written = ordered(evidence).map { entry in
        ExampleValue.map(
          ordered(
            [.init(key: "id", value: .scalar(entry.id))] + text(entry.source?.value, entry.source?.key ?? "") + text(entry.date, "date")
              + text(entry.sha256, "sha256")
              + [
                .init(
                  key: "supports",
                  value: .map(
                    ordered(entry.supports).map { support in
                      .init(
                        key: support.reference,
                        value: support.quote == nil
                          ? .scalar(support.place ?? "") : .map(text(support.place, "at") + text(support.quote, "quote")))
                    }))
              ]))
      }
      entries.append(.init(key: "evidence", value: .list(written)))
    }
    if !decisions.isEmpty {
      let written = ordered(decisions).map { decision in
        ExampleValue.map(
          ordered(
            [.init(key: "for", value: .list(ordered(decision.controls).map { .scalar(policy.controls[$0].id) }))]
              + text(decision.status, "status")
              + text(decision.reason, "reason") + text(decision.measure, "measure") + text(decision.owner, "owner")
              + text(decision.date, "date")
              + text(decision.until, "until")))
      }
      entries.append(.init(key: "decisions", value: .list(written)))
    }
    let head: [ExampleValue.Entry] = [
      .init(key: "leidraad", value: .scalar("guideline/v1")), .init(key: "policy", value: .scalar(policy.reference)),
      .init(key: "language", value: .scalar("nl")),
    ]
    return ordered(head + entries)
  }

  func yaml(_ policy: Policy) -> String {
    YAMLWriter(language: .dutch).text(entries(policy))
  }

  /// The virtual repository.
  func read(_ path: String) -> EvidenceFile {
    switch path {
    case "guideline.yaml": return .guidelineItself
    case "../outside.md": return .outside
    case "docs": return .notAFile
    case "docs/locked.md": return .unreadable
    case "docs/huge.pdf": return .tooLarge
    default: return files[path].map { .found(bytes: $0, digest: fnv($0)) } ?? .missing
    }
  }
}

/// FNV-1a in 64 bits, four times: it stands in for SHA-256, which is not what is tested here.
@Sendable func fnv(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let digits = String(hash, radix: 16)
  let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  return padded + padded + padded + padded
}

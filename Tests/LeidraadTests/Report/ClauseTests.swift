import LocatedYAML
import Testing

@testable import LeidraadCore

/// A gap's clause, put into the file, closes the gap and touches nothing else.
@Suite struct ClauseTests {
  struct FileCase: Sendable, CustomTestStringConvertible {
    let policy: String
    let kind: String
    let style: Sample.Style
    let damage: Damage
    var testDescription: String { "\(policy), \(kind), \(style.rawValue), \(damage.rawValue)" }
  }

  /// What was done to a complete guideline, one control at a time.
  enum Damage: String, CaseIterable, Sendable {
    /// The fields that its example fills are gone, and a section with them if it is empty then.
    case removed
    /// They say `not-arranged`.
    case notArranged = "not-arranged"
    /// They have no value.
    case emptied
    /// The whole section is there and empty.
    case emptySections = "empty-sections"
    /// Of a list, each item but for its key.
    case itemsStripped = "items-stripped"
    /// Of sets and lists all but the first.
    case shortened
  }

  static let cases: [FileCase] = BuiltInPolicies.ids.flatMap { id in
    // One kind of each profile.
    ["youth-work", "municipality"].flatMap { kind in
      Sample.Style.allCases.flatMap { style in Damage.allCases.map { FileCase(policy: id, kind: kind, style: style, damage: $0) } }
    }
  }

  @Test(arguments: cases)
  func closesItsGap(_ test: FileCase) throws {
    let policy = try builtInPolicy(test.policy)
    let kind = try #require(policy.kinds.firstIndex { $0.id == test.kind })
    let complete = Sample.complete(policy, kind: kind)
    var failures: [String] = []
    var gaps = 0
    for control in policy.controls.indices where complete.isAddressed(policy.controls[control]) {
      // The whole file once; elsewhere what the control looks at, which is as good and much quicker.
      let isWhole = test.style == .block && test.damage == .removed
      let base = isWhole ? complete : excerpt(complete, policy.controls[control])
      guard let sample = damaged(base, policy.controls[control], test.damage) else { continue }
      let text = sample.text(test.style).replacing(": \(Self.nothing)", with: ": ")
      let before = try Read(text, policy)
      guard before.share(of: policy.controls[control]) != .one else { continue }
      gaps += 1
      if let failure = failure(text, before, control) { failures.append(failure) }
    }
    #expect(failures == [])
    #expect(gaps > 0)
  }

  // MARK: Checking

  /// What is wrong with the clause of one control that is a gap in one file; nil when it is right.
  private func failure(_ text: String, _ before: Read, _ control: Int) -> String? {
    let policy = before.evaluator.policy
    let definition = policy.controls[control]
    let id = definition.id
    let gaps = before.evaluator.gaps(in: control).behind
    guard
      let clause = ClauseBuilder(policy: policy, guideline: before.guideline, language: .dutch).clause(
        for: control, ClauseTemplate(definition, policy, YAMLWriter(language: .dutch)), gaps: gaps)
    else {
      return "\(id): no clause"
    }
    let bytes = Array(text.utf8)
    if let fault = ClauseApplier.fault(in: clause.edits, of: bytes, before.document) { return "\(id): \(fault)" }
    let after = String(decoding: ClauseApplier.apply(clause.edits, to: bytes), as: UTF8.self)
    guard let result = try? Read(after, policy) else { return "\(id): does not parse: \(Self.around(clause, after))" }
    if let diagnostic = result.diagnostics.first {
      return "\(id): \(diagnostic.message.en) at \(diagnostic.location.start.line): \(Self.around(clause, after))"
    }
    if Self.comments(text) != Self.comments(after) { return "\(id): comments differ: \(Self.around(clause, after))" }
    if text.contains("\r\n"), after.replacing("\r\n", with: "").contains("\n") { return "\(id): mixed line ends" }
    let share = result.share(of: definition)
    if share != .one { return "\(id): share \(share.description): \(Self.around(clause, after))" }
    return nil
  }

  private static func around(_ clause: Clause, _ after: String) -> String {
    clause.edits.map {
      "@\($0.location.start.line):\($0.location.start.column)-\($0.location.end.line):\($0.location.end.column) \($0.text.debugDescription)"
    }.joined(separator: " ")
  }

  private static func comments(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n").compactMap { line in
      line.range(of: "# ").map { String(line[$0.lowerBound...]) }
    }
  }

  /// A file as far as one control is concerned: a whole assessment would take many times as long.
  private struct Read {
    let document: Document
    let guideline: Guideline
    let diagnostics: [Diagnostic]
    let evaluator: Evaluator

    init(_ text: String, _ policy: Policy) throws {
      document = try Document.parse(Array(text.utf8))
      let decoding = GuidelineDecoder(policy).decode(document, file: "richtlijn.yaml")
      (guideline, diagnostics) = (decoding.guideline, decoding.diagnostics)
      evaluator = Evaluator(policy: policy, guideline: guideline, asOf: policy.date)
    }

    /// The share of its check; nothing where its own condition is open, as in an assessment.
    func share(of control: Control) -> Fraction {
      let guards = [evaluator.policy.recommendations[control.recommendation].appliesWhen, control.appliesWhen].compactMap { $0 }
      let truths = guards.map { evaluator.truth($0, nil, .guarding) ?? .holds }
      if truths.contains(.fails) { return .one }
      let evaluation = evaluator.evaluate(check: control.check)
      return !evaluation.counts ? .one : truths.allSatisfy { $0 == .holds } ? evaluation.share : .zero
    }
  }

  // MARK: Damage

  /// Stands for a value that is not there until the sample is text.
  private static let nothing = "NOTHING"

  /// The sections that a control reads, its guards included.
  private func excerpt(_ complete: Sample, _ control: Control) -> Sample {
    let policy = complete.policy
    let criteria = control.check + [control.appliesWhen, policy.recommendations[control.recommendation].appliesWhen].compactMap { $0 }
    var names = Set(criteria.flatMap { $0.fields(guards: true) }.map { policy.sections[policy.fields[$0].section].id })
    names.formUnion(["leidraad", "policy", "language", "organisation"])
    if let example = control.examples.first(where: { $0.outcome == .met }), case .map(let sections) = example.value {
      names.formUnion(sections.map(\.key))
    }
    var sample = complete
    sample.entries.removeAll { !names.contains($0.key) }
    return sample
  }

  private func damaged(_ complete: Sample, _ control: Control, _ damage: Damage) -> Sample? {
    guard let example = control.examples.first(where: { $0.outcome == .met }), case .map(let sections) = example.value else { return nil }
    var sample = complete
    var isDamaged = false
    for section in sections where section.key != "organisation" {
      guard case .map(let fields) = section.value else { continue }
      for field in fields {
        let path = "\(section.key).\(field.key)"
        guard let value = ExampleValue.map(sample.entries).value(at: [section.key, field.key]) else { continue }
        switch damage {
        case .removed: sample.set(path, nil, dropsSection: true)
        case .notArranged: sample.set(path, .scalar("not-arranged"))
        case .emptied: sample.set(path, .scalar(Self.nothing))
        case .emptySections:
          sample.entries.removeAll { $0.key == section.key }
          sample.entries.append(.init(key: section.key, value: .map([])))
        case .itemsStripped:
          guard case .list(let items) = value,
            items.contains(where: { if case .map(let entries) = $0 { entries.count > 1 } else { false } })
          else { continue }
          sample.set(path, .list(items.map { item in if case .map(let entries) = item { .map(Array(entries.prefix(1))) } else { item } }))
        case .shortened:
          guard case .list(let items) = value, items.count > 1 else { continue }
          sample.set(path, .list(Array(items.prefix(1))))
        }
        isDamaged = true
      }
    }
    return isDamaged ? sample : nil
  }
}

/// Puts edits into a file: what any editor or `fix` would do.
enum ClauseApplier {
  static func apply(_ edits: [Clause.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += bytes[position..<max(position, edit.location.start.offset)] + Array(edit.text.utf8)
      position = max(position, edit.location.end.offset)
    }
    return result + bytes[position...]
  }

  /// Edits stand in order, inside the file, do not overlap, are where their lines and columns say, and replace nothing but a value.
  static func fault(in edits: [Clause.Edit], of bytes: [UInt8], _ document: Document) -> String? {
    if edits.isEmpty { return "no edits" }
    var end = 0
    for edit in edits {
      let (start, stop) = (edit.location.start, edit.location.end)
      if start.offset < end || stop.offset < start.offset || stop.offset > bytes.count {
        return "an edit out of order at \(start.line):\(start.column)"
      }
      if document.position(at: start.offset) != start || document.position(at: stop.offset) != stop {
        return "an edit whose line is not its offset's"
      }
      let replaced = String(decoding: bytes[start.offset..<stop.offset], as: UTF8.self)
      if replaced.contains("#") || replaced.contains("\n") { return "an edit over \(replaced.debugDescription)" }
      if edit.text.isEmpty { return "an edit that only takes away" }
      // The first line that is inserted begins as far in as it says.
      let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: true)
      if edit.text.hasPrefix("\n"), let first = lines.first, first.prefix(while: { $0 == " " }).count != edit.indentation {
        return "indentation \(edit.indentation), text \(edit.text.debugDescription)"
      }
      if edit.text.split(separator: "\n").contains(where: { $0.hasSuffix(" ") }) {
        return "white space at the end of a line: \(edit.text.debugDescription)"
      }
      end = stop.offset
    }
    return nil
  }
}

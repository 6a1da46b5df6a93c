package import LocatedYAML

/// Gaps that are accepted as they are today: they do not fail, new ones do. The file has one line a gap, sorted, so that it merges well and its
/// history reads well; it is meant to shrink.
package struct Baseline: Sendable {
  package struct Entry: Hashable, Sendable {
    package let fingerprint: String
    /// `B2.14`, `KO-9`: for people.
    package let finding: String
    /// The guideline, from the baseline's own folder: for people.
    package let file: String

    package init(fingerprint: String, finding: String, file: String) {
      self.fingerprint = fingerprint
      self.finding = finding
      self.file = file
    }
  }

  package private(set) var entries: [Entry]

  package init(_ entries: [Entry] = []) {
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.fingerprint).inserted }.sorted(by: Baseline.inOrder)
  }

  private static func inOrder(_ left: Entry, _ right: Entry) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    if left.finding != right.finding { return left.finding.utf8.lexicographicallyPrecedes(right.finding.utf8) }
    return left.fingerprint < right.fingerprint
  }

  package var fingerprints: Set<String> { Set(entries.map(\.fingerprint)) }

  /// The file's text.
  package func text(language: Language) -> String {
    let writer = YAMLWriter(language: language)
    var lines = ["# \(BaselineWords.head[language])", "leidraad: baseline/v1"]
    lines.append(entries.isEmpty ? "gaps: []" : "gaps:")
    lines += entries.map { entry in
      let parts = [("finding", entry.finding), ("file", entry.file), ("fingerprint", entry.fingerprint)]
      return "  - " + writer.flow(.map(parts.map { .init(key: $0, value: .scalar($1)) }))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a baseline; nil with the reason where it will not do.
  package static func decode(_ document: Document, file: String) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    var reader = NodeReader(document, file: file)
    guard let root = document.root, let entries = reader.mapping(root, allowed: ["leidraad", "gaps"], path: "") else {
      return (nil, reader.diagnostics + [Diagnostic(.missingKey, Messages.missingKey("leidraad"), at: .whole(file))])
    }
    reader.header(entries, root: root, kind: "baseline")
    var gaps: [Entry] = []
    if let node = reader.required("gaps", in: entries, of: root, path: "") {
      for (number, item) in reader.items(node, path: "gaps").enumerated() {
        let path = "gaps[\(number + 1)]"
        guard let gap = reader.mapping(item, allowed: ["finding", "file", "fingerprint"], path: path),
          let fingerprint = reader.required("fingerprint", in: gap, of: item, path: path).flatMap({ reader.string($0, path: path) })
        else { continue }
        gaps.append(
          Entry(
            fingerprint: fingerprint, finding: gap["finding"].flatMap { reader.string($0, path: path) } ?? "",
            file: gap["file"].flatMap { reader.string($0, path: path) } ?? ""))
      }
    }
    return (Baseline(gaps), reader.diagnostics)
  }
}

extension Report {
  /// What a baseline would accept of this file; `name` is the file as the baseline calls it.
  package func acceptable(file name: String) -> [Baseline.Entry] {
    guard let result else { return [] }
    return (result.rules + result.findings).filter(\.isAcceptable).map {
      Baseline.Entry(fingerprint: $0.fingerprint, finding: $0.id, file: name)
    }
  }
}

enum BaselineWords {
  static let head = Phrase(
    nl: "Gaten die bekend zijn: zij laten de toets niet mislukken, nieuwe wel. Gemaakt met “leidraad baseline update”.",
    en: "Known gaps: they do not fail the check, new ones do. Made by “leidraad baseline update”.")
}

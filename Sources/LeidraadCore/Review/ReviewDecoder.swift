package import LocatedYAML

extension Policy {
  /// Reads an auditor's review of a guideline under this policy.
  package func decodeReview(_ document: Document, file: String) -> (review: Review?, diagnostics: [Diagnostic]) {
    var work = ReviewDecoding(policy: self, reader: NodeReader(document, file: file))
    let review = work.decode()
    return (review, Diagnostic.told(of: work.reader.diagnostics))
  }
}

private struct ReviewDecoding {
  let policy: Policy
  var reader: NodeReader

  private static let keys = ["leidraad", "policy", "guideline", "reviewer", "date", "verdicts"]
  private static let verdictKeys = ["control", "verdict", "share", "claim", "reason", "evidence", "severity", "due"]

  mutating func decode() -> Review? {
    guard let root = reader.document.root, let entries = reader.mapping(root, allowed: Self.keys, path: "") else {
      if reader.document.root == nil { reader.append(Diagnostic(.missingKey, Messages.missingKey("leidraad"), at: .whole(reader.file))) }
      return nil
    }
    reader.header(entries, root: root, kind: "review")
    if let node = reader.required("policy", in: entries, of: root, path: ""), let text = reader.string(node, path: "policy"),
      !([policy.reference] + policy.extends).contains(text)
    {
      reader.report(.wrongPolicy, ReviewMessages.wrongPolicy(text, policy), at: node, path: "policy")
    }
    let guideline = reader.required("guideline", in: entries, of: root, path: "").flatMap { reader.string($0, path: "guideline") }
    let date = reader.required("date", in: entries, of: root, path: "").flatMap { reader.date($0, path: "date") }
    var organisation = ""
    var role = ""
    if let node = reader.required("reviewer", in: entries, of: root, path: ""),
      let reviewer = reader.mapping(node, allowed: ["organisation", "role"], path: "reviewer")
    {
      organisation =
        reader.required("organisation", in: reviewer, of: node, path: "reviewer").flatMap { reader.string($0, path: "reviewer") } ?? ""
      role = reader.required("role", in: reviewer, of: node, path: "reviewer").flatMap { reader.string($0, path: "reviewer") } ?? ""
    }
    let verdicts = reader.required("verdicts", in: entries, of: root, path: "").map { self.verdicts($0) } ?? []
    guard let guideline, let date else { return nil }
    return Review(file: reader.file, guideline: guideline, reviewer: organisation, role: role, date: date, verdicts: verdicts)
  }

  private mutating func verdicts(_ node: NodeID) -> [Review.Verdict] {
    reader.items(node, path: "verdicts").enumerated().compactMap { number, item in verdict(item, path: "verdicts[\(number + 1)]") }
  }

  private mutating func verdict(_ node: NodeID, path: String) -> Review.Verdict? {
    guard let entries = reader.mapping(node, allowed: Self.verdictKeys, path: path) else { return nil }
    let control = reader.required("control", in: entries, of: node, path: path).flatMap { self.control($0, path: path) }
    let judgement = reader.required("verdict", in: entries, of: node, path: path).flatMap {
      reader.choice($0, path: joined(path, "verdict"), of: Review.Judgement.self)
    }
    let claim = reader.required("claim", in: entries, of: node, path: path).flatMap { reader.string($0, path: joined(path, "claim")) }
    let reason = entries["reason"].flatMap { reader.string($0, path: joined(path, "reason")) }.map(trimmed)
    if let judgement, judgement != .confirmed, entries["reason"] == nil || reason?.isEmpty == true {
      let place = entries.key("reason").map { reader.document.range(of: $0) } ?? reader.start(of: node)
      reader.report(.missingKey, Messages.missingKey("reason"), at: place, path: joined(path, "reason"))
    }
    var share = Fraction.zero
    if judgement == .adjusted {
      guard let value = reader.required("share", in: entries, of: node, path: path), let text = reader.string(value, path: path) else {
        return nil
      }
      guard let fraction = Fraction(text), fraction <= .one else {
        reader.report(.invalidFraction, PolicyMessages.invalidFraction(text, atMostOne: true), at: value, path: joined(path, "share"))
        return nil
      }
      share = fraction
    } else if let key = entries.key("share") {
      reader.report(.unknownKey, ReviewMessages.shareWithoutAdjusted, at: key, path: joined(path, "share"))
    }
    guard let control, let judgement, let claim else { return nil }
    return Review.Verdict(
      control: control, judgement: judgement, share: share, claim: claim.lowercased(), reason: reason,
      severity: entries["severity"].flatMap { reader.string($0, path: path) },
      due: entries["due"].flatMap { reader.isEmpty($0) ? nil : reader.date($0, path: joined(path, "due")) },
      evidence: entries["evidence"].flatMap { reader.string($0, path: path) }.flatMap { trimmed($0).isEmpty ? nil : trimmed($0) },
      location: reader.document.location(reader.start(of: node), in: reader.file))
  }

  private mutating func control(_ node: NodeID, path: String) -> Int? {
    guard let id = reader.string(node, path: path) else { return nil }
    if let control = policy.control(id) { return control }
    reader.report(
      .unknownReference, PolicyMessages.unknownControl(id),
      help: nearest(to: id, among: policy.controls.map(\.id)).map(Messages.didYouMean), at: node,
      path: joined(path, "control"))
    return nil
  }
}

/// What diagnostics say about reviews.
package enum ReviewMessages {
  static func wrongPolicy(_ text: String, _ policy: Policy) -> Phrase {
    Phrase(
      nl: "Deze toetsing is van “\(Messages.shown(text))”, maar er wordt getoetst aan “\(policy.reference)”.",
      en: "This review is of “\(Messages.shown(text))”, but the check is against “\(policy.reference)”.")
  }

  static let shareWithoutAdjusted = Phrase(nl: "“share” hoort alleen bij “adjusted”.", en: "“share” goes with “adjusted” alone.")

  package static func ofAnother(_ guideline: String) -> Phrase {
    Phrase(
      nl: "Deze toetsing gaat over “\(Messages.shown(guideline))”; dat is hier niet bij.",
      en: "This review is of “\(Messages.shown(guideline))”, which is not among the files.")
  }
}

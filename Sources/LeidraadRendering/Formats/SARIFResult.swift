internal import LeidraadCore

extension SARIF {
  struct Result: JSONObject {
    /// All or none of a run's results have it: those of the wider scope, where a baseline was given.
    var baselineState: BaselineState?
    var fixes: [Fix]?
    /// Only in the wider scope; a reader takes what has none for a failure.
    var kind: Kind?
    var level: Level
    var locations: [Place]
    var message: Message
    var partialFingerprints: Fingerprints
    var properties: Properties?
    var relatedLocations: [Place]?
    var ruleId: String
    /// All or none of a run's results have them.
    var suppressions: [Suppression]?

    enum BaselineState: String { case new, unchanged }
    enum Kind: String { case pass, fail, notApplicable }

    func write(to json: inout JSONWriter) {
      json.entry("baselineState", baselineState?.rawValue)
      json.entry("fixes", fixes)
      json.entry("kind", kind?.rawValue)
      json.entry("level", level.rawValue)
      json.entry("locations", locations)
      json.entry("message", message)
      json.entry("partialFingerprints", partialFingerprints)
      json.entry("properties", properties)
      json.entry("relatedLocations", relatedLocations)
      json.entry("ruleId", ruleId)
      json.entry("suppressions", suppressions)
    }

    struct Fingerprints: JSONObject {
      let leidraad: String

      func write(to json: inout JSONWriter) { json.entry("leidraad/v1", leidraad) }
    }

    /// Ids of the guideline and the policy, and what was decided; no values.
    struct Properties: JSONObject {
      let basis: String?
      let control: String?
      let decision: Report.Decision?
      let fields: [String]?
      let outcome: String?
      let path: String?
      let recommendation: String?

      func write(to json: inout JSONWriter) {
        json.entry("basis", basis)
        json.entry("control", control)
        if let decision { json.entry("decision") { $0.decision(decision) } }
        json.entry("fields", fields)
        json.entry("outcome", outcome)
        json.entry("path", path)
        json.entry("recommendation", recommendation)
      }
    }
  }
}

extension SARIF.Result {
  init(_ annotation: Annotation, _ run: Run) {
    let finding = annotation.finding
    fixes = annotation.isActive ? SARIF.fixes(annotation, run) : nil
    level = SARIF.Level(annotation.severity)
    locations = [SARIF.Place(annotation.location)]
    message = SARIF.Message([annotation.headline, annotation.advice, annotation.ground].filter { !$0.isEmpty }.joined(separator: "\n"))
    partialFingerprints = Fingerprints(leidraad: annotation.fingerprint)
    if finding != nil || !annotation.path.isEmpty {
      properties = Properties(
        basis: finding?.basis.rawValue, control: finding?.control, decision: annotation.ruling?.decision,
        fields: finding.map { $0.fields.map(\.path) },
        outcome: finding.map { $0.outcome?.rawValue ?? $0.kind.rawValue }, path: annotation.path.isEmpty ? nil : annotation.path,
        recommendation: finding?.recommendation)
    }
    relatedLocations = SARIF.related(annotation, run)
    ruleId = annotation.id
    guard run.sarifScope == .all else { return }
    if run.hasBaseline { baselineState = finding?.isKnown == true ? .unchanged : .new }
    suppressions = []
    switch annotation.standing {
    case .active: kind = .fail
    case .decided(let ruling):
      kind = .fail
      // A decision stands in the guideline itself; a review does not.
      suppressions = [SARIF.Suppression(ruling.words, kind: ruling.decision == nil ? .external : .inSource)]
    case .known:
      kind = .fail
      suppressions = [SARIF.Suppression(finding?.standingLabel(run.language) ?? annotation.headline, kind: .external)]
    case .met: (kind, level) = (.pass, .none)
    case .notApplicable: (kind, level) = (.notApplicable, .none)
    }
  }
}

extension SARIF {
  fileprivate static func fixes(_ annotation: Annotation, _ run: Run) -> [Fix]? {
    guard let edits = annotation.finding?.clause?.edits, !edits.isEmpty else { return nil }
    let words = Phrase(
      nl: "Neem het voorbeeld over en pas het aan uw organisatie aan.", en: "Take over the example and adapt it to your organisation.")
    let replacements = edits.map {
      Fix.Replacement(deletedRegion: Region($0.location), insertedContent: Fix.Content(text: $0.text))
    }
    let change = Fix.Change(artifactLocation: ArtifactLocation(file: annotation.location.file), replacements: replacements)
    return [Fix(artifactChanges: [change], description: Message(words[run.language]))]
  }

  /// What a problem goes back to; and for a finding where the policy asks it.
  fileprivate static func related(_ annotation: Annotation, _ run: Run) -> [Place]? {
    var places = annotation.related.enumerated().map { Place(id: $0 + 1, message: Message($1.message[run.language]), $1.location) }
    if let finding = annotation.finding, let place = policyPlace(finding, run.policy) {
      let words = Phrase(nl: "in het beleidskader", en: "in the policy")[run.language]
      places.append(Place(id: places.count + 1, message: Message("\(annotation.id) \(words)"), policy: place))
    }
    return places.isEmpty ? nil : places
  }

  private static func policyPlace(_ finding: Finding, _ policy: Policy) -> PolicyPlace? {
    switch finding.kind {
    case .control: policy.controls[finding.index].place
    case .knockOut, .knockOutOpen, .knockOutUndecided, .contradiction: policy.rules.first { $0.id == finding.id }?.place
    }
  }
}

/// What differs between two policies, or two versions of one.
package struct PolicyDiff: Sendable {
  /// Which part of the version number a change asks for.
  package enum Bump: Int, Sendable, Comparable {
    /// Wording.
    case patch
    /// What raises no bar: new fields and options.
    case minor
    /// The rest: scores may change.
    case major

    package static func < (left: Bump, right: Bump) -> Bool { left.rawValue < right.rawValue }
  }

  package enum Kind: Sendable, Hashable {
    case policy, profile, kind, source, section, field, option, recommendation, control, rule

    package var label: Phrase {
      switch self {
      case .policy: Phrase(nl: "beleidskader", en: "policy")
      case .profile: Phrase(nl: "profiel", en: "profile")
      case .kind: Phrase(nl: "soort organisatie", en: "kind of organisation")
      case .source: Phrase(nl: "bron", en: "source")
      case .section: Phrase(nl: "hoofdstuk", en: "section")
      case .field: Phrase(nl: "vraag", en: "field")
      case .option: Phrase(nl: "antwoord", en: "option")
      case .recommendation: Phrase(nl: "aanbeveling", en: "recommendation")
      case .control: Phrase(nl: "onderdeel", en: "control")
      case .rule: Phrase(nl: "regel", en: "rule")
      }
    }

    /// What a new one asks of the version.
    fileprivate var added: Bump {
      switch self {
      case .source, .kind, .section, .field, .option: .minor
      case .policy, .profile, .recommendation, .control, .rule: .major
      }
    }
  }

  package struct Change: Sendable {
    package enum Sort: Sendable { case added, removed, changed }

    package struct Aspect: Sendable {
      /// As the policy calls it: `weight`, `title (nl)`.
      package let name: String
      /// Nil where it was not there.
      package let old: String?
      package let new: String?
    }

    package let sort: Sort
    package let kind: Kind
    package let id: String
    package let title: LocalizedText
    package let aspects: [Aspect]
    package let bump: Bump
  }

  package let old: Policy
  package let new: Policy
  package let changes: [Change]

  package init(old: Policy, new: Policy) {
    self.old = old
    self.new = new
    let (before, after) = (old.items, new.items)
    // Two policies of different names are compared as wholes; a policy as such is neither added nor removed.
    func key(_ item: PolicyItem) -> String { item.kind == .policy ? "policy" : "\(item.kind) \(item.id)" }
    let known = Dictionary(before.map { (key($0), $0) }) { first, _ in first }
    let kept = Set(after.map(key))
    let removed = before.filter { !kept.contains(key($0)) }.map {
      Change(sort: .removed, kind: $0.kind, id: $0.id, title: $0.title, aspects: [], bump: $0.kind == .source ? .minor : .major)
    }
    changes =
      after.compactMap { item in
        guard let before = known[key(item)] else {
          return Change(sort: .added, kind: item.kind, id: item.id, title: item.title, aspects: [], bump: item.kind.added)
        }
        return Self.change(before, item)
      } + removed
  }

  private static func change(_ old: PolicyItem, _ new: PolicyItem) -> Change? {
    var aspects: [Change.Aspect] = []
    var bump = Bump.patch
    for aspect in new.aspects {
      let before = old.aspects.first { $0.name == aspect.name }
      guard before?.text != aspect.text else { continue }
      aspects.append(Change.Aspect(name: aspect.name, old: before?.text, new: aspect.text))
      bump = max(bump, aspect.bump)
    }
    for aspect in old.aspects where !new.aspects.contains(where: { $0.name == aspect.name }) {
      aspects.append(Change.Aspect(name: aspect.name, old: aspect.text, new: nil))
      bump = max(bump, aspect.bump)
    }
    return aspects.isEmpty ? nil : Change(sort: .changed, kind: new.kind, id: new.id, title: new.title, aspects: aspects, bump: bump)
  }

  // MARK: Version

  /// What all changes together ask of the version; nil where nothing changed.
  package var bump: Bump? { changes.map(\.bump).max() }

  /// The lowest version that the new policy may have; nil for policies of different names, whose versions have nothing to do with each other.
  package var lowestVersion: Policy.Version? {
    guard old.id == new.id else { return nil }
    let version = old.version
    switch bump {
    case .major: return Policy.Version(major: version.major + 1, minor: 0, patch: 0)
    case .minor: return Policy.Version(major: version.major, minor: version.minor + 1, patch: 0)
    case .patch: return Policy.Version(major: version.major, minor: version.minor, patch: version.patch + 1)
    case nil: return version
    }
  }

  package var versionFits: Bool {
    guard let lowest = lowestVersion else { return true }
    let (a, b) = (new.version, lowest)
    return (a.major, a.minor, a.patch) >= (b.major, b.minor, b.patch)
  }
}

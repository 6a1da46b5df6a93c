internal import LeidraadCore
internal import LocatedYAML

/// Picks from the guidelines those that may come out otherwise than at a revision: touched themselves, or their evidence or review; all of them
/// where the policy, the configuration or the baseline was.
struct ChangedGuidelines {
  struct Selection {
    var chosen: [Discovery.Input] = []
    var passedOver: [Discovery.Input] = []
    var notes: [Phrase] = []
  }

  private let settings: Settings
  private let revision: String
  private let git: Git
  private let decoder: GuidelineDecoder
  private var repositories: [String: Repository] = [:]

  private struct Repository {
    let state: GitRepository
    /// What all guidelines are judged by has changed.
    let isJudgedAnew: Bool
    /// Real paths of guidelines of which a review was touched.
    let reviewed: Set<String>
  }

  init(_ settings: Settings, since revision: String) throws {
    self.settings = settings
    self.revision = revision
    git = try Git()
    decoder = GuidelineDecoder(settings.policy)
  }

  /// - Parameter paths: What the user named: what is gone from there is told.
  mutating func select(from inputs: [Discovery.Input], under paths: [String]) throws -> Selection {
    var selection = Selection()
    for path in paths where path != "-" {
      if let real = try? FileSystem.realPath(path) { _ = try repository(holding: real, named: path) }
    }
    for input in inputs {
      if try isChosen(input) { selection.chosen.append(input) } else { selection.passedOver.append(input) }
    }
    selection.notes = notes(selection) + gone(under: paths)
    return selection
  }

  // MARK: One guideline

  private mutating func isChosen(_ input: Discovery.Input) throws -> Bool {
    guard let path = input.path else {
      throw Failure(
        message: Phrase(
          nl: "De standaardinvoer staat niet in git: --changed kan niet zien of die is veranderd.",
          en: "Standard input is not in git: --changed cannot see whether it has changed."))
    }
    // What cannot be found is reported, never passed over.
    guard input.fault == nil, let real = try? FileSystem.realPath(path) else { return true }
    let repository = try repository(holding: real, named: path)
    if repository.isJudgedAnew || repository.reviewed.contains(real) || repository.state.isTouched(path) { return true }
    guard let evidence = evidence(of: path) else { return true }
    return evidence.contains { repository.state.isTouched(Path.joined(Path.folder(of: real), $0)) }
  }

  /// The files that a guideline names as evidence; nil when it cannot be read.
  private func evidence(of path: String) -> [String]? {
    guard let bytes = try? FileSystem.read(path, limit: Limits.guideline.bytes),
      let document = try? Document.parse(bytes, limits: .guideline)
    else { return nil }
    return decoder.decode(document, file: path).guideline.evidence.compactMap { entry in
      switch entry.source {
      case .file(let name): name.hasPrefix("/") ? nil : name
      case .url, .keptAt, .none: nil
      }
    }
  }

  // MARK: Repositories

  private mutating func repository(holding real: String, named path: String) throws -> Repository {
    guard let root = try Self.root(holding: real, named: path) else {
      throw Failure(
        message: Phrase(
          nl: "\(path) ligt niet in een repository van git: --changed kan niet zien wat er is veranderd.",
          en: "\(path) is not in a git repository: --changed cannot see what has changed."))
    }
    if let known = repositories[root] { return known }
    let state = try GitRepository(root: root, since: revision, git: git)
    let judges = [try Configuration.path(), settings.baselinePath].compactMap { $0 }
    let repository = Repository(
      state: state, isJudgedAnew: try judges.contains(where: state.isTouched) || isPolicyTouched(state),
      reviewed: Set(settings.reviews.filter(state.isTouched).compactMap(reviewedGuideline)))
    repositories[root] = repository
    return repository
  }

  private static func root(holding real: String, named path: String) throws(Failure) -> String? {
    do {
      return try leidraad.Repository.root(above: try FileSystem.status(real)?.kind == .folder ? real : Path.folder(of: real))
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
  }

  private func isPolicyTouched(_ state: GitRepository) throws -> Bool {
    let (files, folders) = try PolicyLocator.sources(settings.policyName)
    let isYAML = { (path: String) in path.hasSuffix(".yaml") || path.hasSuffix(".yml") }
    return try files.contains(where: state.isTouched)
      || PolicyLocator.realPaths(folders).contains { !state.gone(under: $0, where: isYAML).isEmpty }
  }

  /// The guideline that a review is of. A review that cannot be read is reported by the check itself.
  private func reviewedGuideline(_ path: String) -> String? {
    guard let bytes = try? FileSystem.read(path, limit: Limits.guideline.bytes), let document = try? Document.parse(bytes),
      let review = settings.policy.decodeReview(document, file: path).0
    else { return nil }
    return try? FileSystem.realPath(Path.joined(Path.folder(of: path), review.guideline))
  }

  // MARK: Words

  private func notes(_ selection: Selection) -> [Phrase] {
    let (count, all) = (selection.chosen.count, selection.chosen.count + selection.passedOver.count)
    var notes: [Phrase] = []
    if repositories.values.contains(where: \.isJudgedAnew) {
      notes.append(
        Phrase(
          nl: "Het beleidskader, de instellingen of de nulmeting zijn veranderd: daarom worden alle richtlijnen getoetst.",
          en: "The policy, the configuration or the baseline has changed: therefore all guidelines are checked."))
    }
    if count == 0 {
      notes.append(
        Phrase(
          nl: "Geen richtlijn is veranderd sinds \(revision), en ook geen bewijs of toetsing. Er is niets te toetsen.",
          en: "No guideline has changed since \(revision), nor any evidence or review. There is nothing to check."))
    } else {
      notes.append(
        Phrase(
          nl: "Veranderd sinds \(revision), zelf of in hun bewijs of toetsing: \(count) van \(all) richtlijnen.",
          en: "Changed since \(revision), themselves or in their evidence or review: \(count) of \(all) guidelines."))
    }
    return notes
  }

  /// The most files of which the old content is looked up.
  private static let lookUps = 100

  /// Guidelines that were there.
  private func gone(under paths: [String]) -> [Phrase] {
    let folder = (try? FileSystem.currentFolder()) ?? "."
    var left = Self.lookUps
    return repositories.values.sorted { $0.state.root < $1.state.root }.flatMap { repository in
      let state = repository.state
      let files = paths.filter { $0 != "-" }.flatMap { path in
        state.gone(under: Path.normalised(path, in: folder)) { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !Path.isHidden($0) }
      }
      return files.compactMap { file -> Phrase? in
        left -= 1
        guard left >= 0, let content = state.content(of: file), GuidelineMark.isPresent(in: content) else { return nil }
        let name = Path.relative(Path.joined(state.root, file.path), from: folder)
        return Phrase(
          nl: "\(name) is er niet meer sinds \(revision) en wordt niet getoetst.",
          en: "\(name) is gone since \(revision) and is not checked.")
      }
    }
  }
}

internal import LeidraadCore
internal import LocatedYAML

/// The reviews that the assessing party passed, by the guideline that each is of.
struct ReviewShelf {
  private var reviews: [(review: Review, guideline: String?, isUsed: Bool)] = []
  private var diagnostics: [Diagnostic] = []
  private let policy: Policy

  init(_ settings: Settings) {
    policy = settings.policy
    for path in settings.reviews { read(path) }
  }

  private mutating func read(_ path: String) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: Limits.guideline.bytes)
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile, error.phrase, at: .whole(path)))
      return
    }
    do {
      let (review, found) = policy.decodeReview(try Document.parse(bytes), file: path)
      diagnostics += found
      guard let review else { return }
      reviews.append((review, try FileSystem.realPath(Path.joined(Path.folder(of: path), review.guideline)), false))
    } catch let failure as SyntaxFailure {
      diagnostics += failure.diagnostics(file: path)
    } catch {
      // Of which guideline it is cannot be told, and so not whether it counts.
      diagnostics.append(
        Diagnostic(.unreadableFile, (error as? FileSystem.ReadFailure ?? .missing).phrase, at: .whole(path), path: "guideline"))
    }
  }

  /// The reviews of a guideline. Where a path cannot be followed, the reviews that were meant are left over, and that is told.
  mutating func reviews(of path: String?) -> [Review] {
    guard !reviews.isEmpty, let path else { return [] }
    let real: String
    do {
      guard let found = try FileSystem.realPath(path) else { return [] }
      real = found
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile, error.phrase, at: .whole(path)))
      return []
    }
    for index in reviews.indices where reviews[index].guideline == real { reviews[index].isUsed = true }
    return reviews.filter { $0.guideline == real }.map(\.review)
  }

  /// What is wrong with the reviews themselves, and those that no file is about; nil when there is nothing to say.
  func leftOver(language: Language) -> Report? {
    let unused = reviews.filter { !$0.isUsed }.map {
      Diagnostic(.reviewOfAnother, ReviewMessages.ofAnother($0.review.guideline), at: .whole($0.review.file), path: "guideline")
    }
    let all = diagnostics + unused
    guard let first = all.first else { return nil }
    return Report(file: first.location.file, language: language, diagnostics: all, policy: policy.id, digest: sha256)
  }
}

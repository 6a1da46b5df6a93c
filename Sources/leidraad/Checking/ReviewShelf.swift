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
      reviews.append((review, FileSystem.realPath(Path.joined(Path.folder(of: path), review.guideline)), false))
    } catch {
      diagnostics += error.diagnostics(file: path)
    }
  }

  mutating func reviews(of path: String?) -> [Review] {
    guard !reviews.isEmpty, let real = path.flatMap(FileSystem.realPath) else { return [] }
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

internal import LeidraadCore
internal import LeidraadRendering
internal import LocatedYAML

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Whether a run passes: what is required, what a baseline accepts, and what was reached before.
struct Gate {
  /// Nil without `--baseline`.
  let baseline: Baseline?
  /// With a baseline the verdict and score count only where they were asked for.
  let asksVerdict: Bool
  let isStrict: Bool
  private let earlier: [EarlierScore]
  private var seen: Set<String> = []
  /// Of the guidelines that could be assessed, with a baseline.
  private var checked = CheckedFiles()
  private let baselinePath: String
  private var notes: [Phrase] = []

  init(_ options: CheckOptions, asksVerdict: Bool, assurance: Assessment.Assurance) throws {
    // A gate that holds nothing would be taken for one that does.
    guard !options.strict || options.baseline != nil else {
      throw Failure(
        message: Phrase(
          nl: "--strict gaat over de bekende gaten: noem met --baseline het bestand.",
          en: "--strict is about known gaps: name the file with --baseline."))
    }
    baseline = try options.baseline.map(BaselineFile.read)
    baselinePath = options.baseline ?? BaselineFile.standard
    self.asksVerdict = asksVerdict || baseline == nil
    isStrict = options.strict
    earlier = try options.noRegression.map { try EarlierScore.read($0, assurance) } ?? []
  }

  /// Whether one file passes; what does not is said. A file that could not be assessed is faulty, which is another matter.
  mutating func passes(_ report: Report) -> Bool {
    guard let result = report.result else { return true }
    var isPassed = !asksVerdict || result.verdict.isRequirementMet
    if let baseline {
      checked.add(report.file)
      let found = report.acceptable(file: report.file)
      seen.formUnion(found.map(\.fingerprint))
      let known = baseline.fingerprints
      let new = found.filter { !known.contains($0.fingerprint) }
      if !new.isEmpty {
        isPassed = false
        let list = new.map(\.finding).joined(separator: ", ")
        notes.append(
          Phrase(nl: "\(report.file): nieuw sinds de nulmeting: \(list).", en: "\(report.file): new since the baseline: \(list)."))
      }
    }
    if let fall = EarlierScore.fall(report, result, earlier) {
      isPassed = false
      notes.append(fall)
    }
    return isPassed
  }

  /// What is left to say once all files have been checked, and whether that fails the run.
  func close() -> (notes: [Phrase], passes: Bool) {
    guard let baseline else { return (notes, true) }
    let stale = baseline.entries.filter { !seen.contains($0.fingerprint) && checked.decide($0, of: baselinePath) }
    guard !stale.isEmpty else { return (notes, true) }
    let list = stale.prefix(12).map { "\($0.finding) (\($0.file))" }.joined(separator: ", ") + (stale.count > 12 ? ", …" : "")
    let note = Phrase(
      nl: "Opgelost, maar nog in de nulmeting: \(list). Haal ze weg met “leidraad baseline prune”.",
      en: "Closed, but still in the baseline: \(list). Remove them with “leidraad baseline prune”.")
    return (notes + [note], !isStrict)
  }
}

/// The guidelines of a run, for what a baseline says of others: a gap is closed only where its guideline was looked at, or is gone.
struct CheckedFiles {
  private var paths: Set<String> = []

  mutating func add(_ path: String) {
    if let real = try? FileSystem.realPath(path) { paths.insert(real) }
  }

  /// Whether this run can tell that an entry's gap is closed.
  func decide(_ entry: Baseline.Entry, of baseline: String) -> Bool {
    do {
      return try FileSystem.realPath(Path.joined(Path.folder(of: baseline), entry.file)).map(paths.contains) ?? true
    } catch {
      return false
    }
  }
}

/// A baseline on disk.
enum BaselineFile {
  static let standard = ".leidraad-baseline.yaml"

  static func isPresent(_ path: String) throws -> Bool {
    do {
      return try FileSystem.status(path) != nil
    } catch {
      throw Failure(message: Phrase(nl: "\(path): \(error.phrase.nl)", en: "\(path): \(error.phrase.en)"))
    }
  }

  /// Names in a baseline count from its folder, whatever links lead there.
  static func realPath(_ path: String) throws -> String {
    do throws(FileSystem.ReadFailure) {
      guard let real = try FileSystem.realPath(path) else { throw FileSystem.ReadFailure.missing }
      return real
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
  }

  static func read(_ path: String) throws -> Baseline {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: Limits.policy.bytes)
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
    do {
      let (baseline, diagnostics) = Baseline.decode(try Document.parse(bytes, limits: .policy), file: path)
      try Settings.stop(at: diagnostics)
      return baseline ?? Baseline()
    } catch let error as SyntaxFailure {
      try Settings.stop(at: error.diagnostics(file: path))
      throw ExitStatus.faulty
    }
  }
}

/// A score out of an earlier report.
struct EarlierScore {
  let organisation: String
  let file: String
  let score: Fraction

  /// Reads a `report/v1`, as one document or a line a guideline.
  static func read(_ path: String, _ assurance: Assessment.Assurance) throws -> [EarlierScore] {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: 512 << 20)
    } catch {
      let why = error.phrase
      throw Failure(message: Phrase(nl: "\(path): \(why.nl)", en: "\(path): \(why.en)"))
    }
    let decoder = JSONDecoder()
    let whole = try? decoder.decode(Whole.self, from: Data(bytes))
    let lines = whole?.guidelines ?? bytes.split(separator: 0x0A).map { try? decoder.decode(Guideline.self, from: Data($0)) }
    guard whole != nil || !lines.isEmpty, lines.allSatisfy({ $0?.isReadable == true }) else {
      throw Failure(
        message: Phrase(
          nl: "\(path) is geen rapport van Leidraad (json of jsonl).", en: "\(path) is not a report of Leidraad (json or jsonl)."))
    }
    return lines.compactMap { $0?.score(assurance) }
  }

  /// What to say where a score fell; nil where it did not, or where there was none.
  static func fall(_ report: Report, _ result: Report.Result, _ earlier: [EarlierScore]) -> Phrase? {
    let identity = result.organisation.id ?? result.organisation.name
    guard let before = earlier.first(where: { $0.organisation == identity }) ?? earlier.first(where: { $0.file == report.file }) else {
      return nil
    }
    let now = result.scores.first { $0.assurance == result.assurance }?.value
    guard (now?.exact ?? .zero) < before.score else { return nil }
    let old = before.score.roundedDown(times: 10)
    // A fall that does not show in what is printed is one all the same.
    if old == now?.tenths {
      return Phrase(
        nl: "\(report.file): de score is gedaald, met minder dan 0,1 punt: \(old / 10),\(old % 10).",
        en: "\(report.file): the score fell, by less than 0.1 point: \(old / 10).\(old % 10).")
    }
    return Phrase(
      nl: "\(report.file): de score is gedaald van \(old / 10),\(old % 10) naar \(now?.text ?? "–").",
      en: "\(report.file): the score fell from \(old / 10).\(old % 10) to \(now?.text ?? "–").")
  }

  private struct Whole: Decodable { let guidelines: [Guideline] }

  private struct Guideline: Decodable {
    let file: String
    let result: Result?

    struct Result: Decodable {
      let organisation: Organisation
      let scores: [String: Number]
    }

    struct Organisation: Decodable {
      let name: String
      let id: String?
    }

    struct Number: Decodable { let exact: String }

    /// Whether its numbers are numbers: a score that cannot be read is no reason to let a lower one pass.
    var isReadable: Bool { result?.scores.values.allSatisfy { Fraction(exact: $0.exact) != nil } ?? true }

    func score(_ assurance: Assessment.Assurance) -> EarlierScore? {
      guard let result, let score = result.scores[assurance.rawValue].flatMap({ Fraction(exact: $0.exact) }) else { return nil }
      return EarlierScore(organisation: result.organisation.id ?? result.organisation.name, file: file, score: score)
    }
  }
}

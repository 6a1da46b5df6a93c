package import LeidraadCore

/// What all files of a run come to, for the end of a report.
package struct Summary: Sendable {
  package private(set) var files = 0
  package private(set) var assessed = 0
  package private(set) var requirementMet = 0
  package private(set) var tally = Tally()

  /// How many lines are listed where not every file is: more than anybody reads, and few enough for any memory.
  package static let listed = 1_000

  private let listsEveryFile: Bool
  private var kept: [Line] = []
  /// So many are sorted out at once.
  private var most = 2 * Summary.listed
  private var lowest = Lowest()

  /// - Parameter listsEveryFile: Whether `lines` has all files, for forms that need that.
  package init(listsEveryFile: Bool = true) { self.listsEveryFile = listsEveryFile }

  package mutating func add(_ report: Report) {
    let line = Line(report)
    files += 1
    if line.verdict != nil { assessed += 1 }
    if line.isRequirementMet { requirementMet += 1 }
    tally += Tally(report)
    lowest.add(line)
    kept.append(line)
    guard !listsEveryFile, kept.count >= most else { return }
    kept = lines
    most = kept.count + Summary.listed
  }

  /// In the order of the files: all of them, or those with errors and of the others those that come out lowest.
  package var lines: [Line] {
    let others = kept.indices.filter { kept[$0].errors == 0 }
    guard !listsEveryFile, others.count > Summary.listed else { return kept }
    let ranks = kept.map(\.rank)
    let lowest = Set(others.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }.prefix(Summary.listed))
    return kept.indices.filter { kept[$0].errors > 0 || lowest.contains($0) }.map { kept[$0] }
  }

  /// Of the guideline that comes out lowest: its band and its score, at the assurance in use. One without a verdict or a score is lower than any.
  func lowest(_ run: Run) -> (band: String?, score: Report.Number?) {
    let band = lowest.lacksBand ? nil : run.policy.bands.first { lowest.bands.contains($0.id) }?.id
    return (band, lowest.lacksScore.contains(run.assurance) ? nil : lowest.scores[run.assurance])
  }
}

extension Summary {
  /// One file.
  package struct Line: Sendable {
    package let file: String
    package let organisation: String
    /// Nil when the file could not be assessed.
    package let verdict: String?
    package let band: String?
    package let declared: Report.Number?
    package let substantiated: Report.Number?
    package let verified: Report.Number?
    package let completeness: Report.Number?
    package let gaps: Int
    package let errors: Int
    package let warnings: Int
    package let isRequirementMet: Bool

    init(_ report: Report) {
      let result = report.result
      func score(_ assurance: Assessment.Assurance) -> Report.Number? { result?.scores.first { $0.assurance == assurance }?.value }
      file = report.file
      organisation = result?.organisation.name ?? ""
      verdict = result?.verdict.title
      band = result?.verdict.band
      declared = score(.declared)
      substantiated = score(.substantiated)
      verified = score(.verified)
      completeness = result?.completeness
      gaps = result?.counts.gaps ?? 0
      errors = report.problems.reduce(0) { $0 + $1.diagnostic.count(of: .error) }
      warnings = report.problems.reduce(0) { $0 + $1.diagnostic.count(of: .warning) }
      isRequirementMet = result?.verdict.isRequirementMet ?? false
    }

    func score(_ assurance: Assessment.Assurance) -> Report.Number? {
      switch assurance {
      case .declared: declared
      case .substantiated: substantiated
      case .verified: verified
      }
    }

    /// Lower is worse: first what does not reach what is asked, then by the first score; without a score is lower than any.
    fileprivate var rank: Int { (isRequirementMet ? 10_000 : 0) + (declared?.tenths ?? -1) }
  }

  /// The lowest bands and scores there are.
  private struct Lowest: Sendable {
    var bands: Set<String> = []
    var lacksBand = false
    var scores: [Assessment.Assurance: Report.Number] = [:]
    var lacksScore: Set<Assessment.Assurance> = []

    mutating func add(_ line: Line) {
      // A report without a guideline, such as that of a review, has no say.
      guard line.verdict != nil || line.errors > 0 else { return }
      if let band = line.band { bands.insert(band) } else { lacksBand = true }
      for assurance in Assessment.Assurance.allCases {
        guard let score = line.score(assurance) else {
          lacksScore.insert(assurance)
          continue
        }
        if let lowest = scores[assurance], lowest.exact <= score.exact { continue }
        scores[assurance] = score
      }
    }
  }
}

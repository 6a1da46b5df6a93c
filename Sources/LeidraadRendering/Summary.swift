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
    let scores = lowest.scores.first { $0.assurance == run.assurance }
    return (band, scores.flatMap { $0.isLacking ? nil : $0.lowest })
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
      var problems = SeverityCounts()
      for problem in report.problems { problems.add(problem.diagnostic) }
      errors = problems.errors
      warnings = problems.warnings
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
    var scores = Assessment.Assurance.allCases.map { Score(assurance: $0) }

    struct Score: Sendable {
      let assurance: Assessment.Assurance
      var lowest: Report.Number?
      /// Whether a guideline has none.
      var isLacking = false
    }

    mutating func add(_ line: Line) {
      // A report without a guideline, such as that of a review, has no say.
      guard line.verdict != nil || line.errors > 0 else { return }
      if let band = line.band { bands.insert(band) } else { lacksBand = true }
      for index in scores.indices {
        guard let score = line.score(scores[index].assurance) else {
          scores[index].isLacking = true
          continue
        }
        if let lowest = scores[index].lowest, lowest.exact <= score.exact { continue }
        scores[index].lowest = score
      }
    }
  }
}

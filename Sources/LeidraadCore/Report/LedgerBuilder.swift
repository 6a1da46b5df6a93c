extension Report {
  /// One for each assurance at which there is a score. Made when it is asked for: most forms have no ledger.
  package func ledgers(_ policy: Policy) -> [Ledger] {
    guard let result else { return [] }
    let findings = Dictionary(result.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return result.scores.compactMap { score in
      score.value.map { LedgerBuilder(policy: policy, language: language, findings: findings, score: score, value: $0).ledger() }
    }
  }
}

/// Shares out the tenths of a ledger, so that what is printed adds up.
private struct LedgerBuilder {
  let policy: Policy
  let language: Language
  let findings: [String: Finding]
  let score: Report.Score
  let value: Report.Number

  /// A control's exact points.
  private struct Line {
    let control: String
    let possible: Fraction
    let earned: Fraction
  }

  func ledger() -> Report.Ledger {
    let recommendations = policy.recommendations.map { ($0, $0.controls.compactMap(line)) }.filter { !$0.1.isEmpty }
    let lines = recommendations.flatMap(\.1)
    let possible = shares(lines.map(\.possible), total: 1000)
    let earned = shares(lines, possible: possible, total: value.tenths)
    var next = 0
    let groups = recommendations.map { recommendation, lines in
      let range = next..<next + lines.count
      next = range.upperBound
      return Report.Ledger.Group(
        recommendation: recommendation.id, title: recommendation.title[language],
        points: points(earned[range].reduce(0, +), possible[range].reduce(0, +)),
        rows: zip(lines, range).map { Report.Ledger.Row(control: $0.control, points: points(earned[$1], possible[$1])) })
    }
    return Report.Ledger(
      assurance: score.assurance, label: score.label, groups: groups, total: points(earned.reduce(0, +), possible.reduce(0, +)))
  }

  /// Nil for a control that is not addressed to this organisation.
  private func line(_ control: Int) -> Line? {
    findings[policy.controls[control].id].map { finding in
      let points = finding.points
      return switch score.assurance {
      case .declared: Line(control: finding.id, possible: points.possible, earned: points.declared)
      case .substantiated: Line(control: finding.id, possible: points.possible, earned: points.substantiated)
      case .verified: Line(control: finding.id, possible: points.possibleVerified, earned: points.verified)
      }
    }
  }

  private func points(_ earned: Int, _ possible: Int) -> Report.Ledger.Points {
    Report.Ledger.Points(earned: number(earned), possible: number(possible))
  }

  private func number(_ tenths: Int) -> Report.Number { Report.Number(Fraction(tenths, 10), language) }

  // MARK: Sharing out

  /// Whole tenths of exact numbers that together are `total`: rounded down, and what is left to the largest remainders.
  private func shares(_ exact: [Fraction], total: Int) -> [Int] {
    var tenths = exact.map { $0.roundedDown(times: 10) }
    let order = byRemainder(exact)
    let left = total - tenths.reduce(0, +)
    for place in order.prefix(max(0, left)) { tenths[place] += 1 }
    return tenths
  }

  /// The same for what is earned: no more than a control could have, and all of that where it has all.
  private func shares(_ lines: [Line], possible: [Int], total: Int) -> [Int] {
    var tenths = zip(lines, possible).map { line, most in
      line.earned == line.possible ? most : min(most, line.earned.roundedDown(times: 10))
    }
    let isPartly = lines.map { $0.earned != $0.possible && !$0.earned.isZero }
    let order = byRemainder(lines.map(\.earned))
    var left = total - tenths.reduce(0, +)
    // What is partly earned has a remainder of its own; whole lines give way only where that is not enough.
    for partly in [true, false] {
      for place in left > 0 ? order : order.reversed() where isPartly[place] == partly && left != 0 {
        let step = left.signum()
        guard (0...possible[place]).contains(tenths[place] + step) else { continue }
        tenths[place] += step
        left -= step
      }
    }
    return tenths
  }

  /// Places, the largest remainder first.
  private func byRemainder(_ exact: [Fraction]) -> [Int] {
    let remainders = exact.map { $0 - Fraction($0.roundedDown(times: 10), 10) }
    return exact.indices.sorted { remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1] }
  }
}

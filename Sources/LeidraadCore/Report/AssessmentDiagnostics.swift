internal import LocatedYAML

/// What an assessment has to say about the file: evidence that is worth nothing, decisions that do not count or are about to end.
struct AssessmentDiagnostics {
  let policy: Policy
  let guideline: Guideline
  let assessment: Assessment

  /// Days before the end of a decision at which it is announced, the last one first.
  private static let notices: [(days: Int, code: DiagnosticCode)] = [
    (7, .decisionEndingInSeven), (14, .decisionEndingInFourteen), (30, .decisionEnding),
  ]

  func all() -> [Diagnostic] { (evidence() + decisions() + verdicts()).sorted(by: Diagnostic.inReadingOrder) }

  private func location(_ node: NodeID) -> Location { guideline.document.location(of: node, in: guideline.file) }

  private func evidence() -> [Diagnostic] {
    var seen: Set<String> = []
    return assessment.evidence.compactMap { item in
      let entry = guideline.evidence[item.entry]
      let support = entry.supports[item.support]
      guard let finding = item.findings.first(where: { $0.factor.isZero && $0 != .noSource }) else { return nil }
      // Once an entry, unless the fault lies in what is quoted.
      let key = finding == .quoteNotFound ? "\(entry.id) \(support.reference)" : "\(entry.id) \(finding.rawValue)"
      guard seen.insert(key).inserted else { return nil }
      let words = ReportWords.finding(finding)
      let node =
        switch finding {
        case .quoteNotFound: support.node
        case .old, .tooOld, .fromTheFuture: entry.dateNode ?? entry.node
        case .digestDiffers: entry.digestNode ?? entry.node
        case .noSource, .missing, .outside, .notAFile, .unreadable, .tooLarge, .empty, .guidelineItself, .noPlace, .noDate, .notSeen,
          .quoteNotChecked:
          entry.sourceNode ?? entry.node
        }
      return Diagnostic(
        .evidenceUnusable,
        Phrase(nl: "Dit bewijs telt niet: \(words.nl).", en: "This evidence does not count: \(words.en)."),
        help: finding == .missing ? GuidelineMessages.missingFileHelp(entry.source) : nil, at: location(node),
        path: "evidence[\(entry.id)]\(finding == .quoteNotFound ? ".\(support.reference)" : "")")
    }
  }

  private func decisions() -> [Diagnostic] {
    assessment.decisions.compactMap { item in
      let decision = guideline.decisions[item.decision]
      let control = policy.controls[item.control]
      guard let reference = decision.controls.first(where: { $0.control == item.control }) else { return nil }
      let result = assessment.controls[item.control]
      let path = "decisions[\(control.id)]"
      if item.standing == .conflicting { return nil }
      if !result.isInScope || !result.isExcluded && result.share == .one {
        let why =
          result.isInScope
          ? Phrase(nl: "\(control.id) is al in orde", en: "\(control.id) is met already")
          : Phrase(nl: "\(control.id) geldt hier niet", en: "\(control.id) is out of scope here")
        return Diagnostic(
          .decisionWithoutGap, Phrase(nl: "Dit besluit is niet nodig: \(why.nl).", en: "This decision is not needed: \(why.en)."),
          at: location(reference.node), path: path)
      }
      guard item.isInForce else {
        let standing = ReportWords.standing(item.standing, lastDay: item.lastDay, asOf: assessment.asOf)
        return Diagnostic(
          .decisionNotInForce,
          Phrase(nl: "Het besluit over \(control.id) \(standing.nl).", en: "The decision about \(control.id) \(standing.en)."),
          at: location(reference.node),
          path: path)
      }
      return item.lastDay.flatMap { ending(decision, control.id, lastDay: $0, at: location(reference.node), path: path) }
    }
  }

  /// A decision that holds, and will not for long.
  private func ending(_ decision: Decision, _ control: String, lastDay: CivilDate, at location: Location, path: String) -> Diagnostic? {
    let days = lastDay.dayNumber - assessment.asOf.dayNumber
    guard let notice = Self.notices.first(where: { days <= $0.days }) else { return nil }
    let owner = decision.owner.map { " (\($0))" } ?? ""
    let nl = days == 0 ? "vandaag" : "over \(days) \(days == 1 ? "dag" : "dagen")"
    let en = days == 0 ? "today" : "in \(days) \(days == 1 ? "day" : "days")"
    return Diagnostic(
      notice.code,
      Phrase(
        nl: "Het besluit over \(control)\(owner) eindigt \(nl), op \(lastDay.words.nl).",
        en: "The decision about \(control)\(owner) ends \(en), on \(lastDay.words.en)."),
      help: Phrase(nl: "Sluit het gat, of neem een nieuw besluit.", en: "Close the gap, or decide anew."), at: location, path: path)
  }

  private func verdicts() -> [Diagnostic] {
    assessment.verdicts.compactMap { item in
      let control = policy.controls[item.verdict.control].id
      switch item.standing {
      case .inForce, .future: return nil
      case .conflicting:
        return Diagnostic(
          .verdictConflict,
          Phrase(
            nl: "Er zijn twee uitspraken over \(control); geen van beide telt.", en: "There are two verdicts on \(control); neither counts."
          ),
          at: item.verdict.location, path: "verdicts[\(control)]")
      case .lapsed, .expired:
        let standing = ReportWords.standing(item)
        return Diagnostic(
          .verdictLapsed,
          Phrase(nl: "De uitspraak over \(control): \(standing.nl).", en: "The verdict on \(control): \(standing.en)."),
          at: item.verdict.location,
          path: "verdicts[\(control)]")
      }
    }
  }
}

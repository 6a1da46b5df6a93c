/// What another policy makes of one guideline, and why.
package struct PolicyEffect: Sendable {
  package struct Control: Sendable {
    package let id: String
    /// Nil where the policy has no such control.
    package let old: Outcome?
    package let new: Outcome?
  }

  /// A rule that holds, or waits for an answer, under one of the two, as the report calls that; nil where it says nothing.
  package struct Rule: Sendable {
    package let id: String
    package let old: String?
    package let new: String?
  }

  /// What a recommendation gives, of what it could give. Nil where the policy has no such recommendation, or it is not for this organisation.
  package struct Recommendation: Sendable {
    package let id: String
    package let old: Points?
    package let new: Points?

    package struct Points: Sendable, Hashable {
      package let declared: Report.Number
      package let possible: Report.Number
    }

    fileprivate var change: Fraction {
      let (before, after) = (old?.declared.exact ?? .zero, new?.declared.exact ?? .zero)
      return before < after ? after - before : before - after
    }
  }

  package struct Result: Sendable {
    package let verdict: String
    package let score: String?
    /// What holds the verdict down, or why there is none.
    package let reasons: [String]
    /// The band that this policy asks for.
    package let required: String
    package let isRequirementMet: Bool
  }

  package let file: String
  package let organisation: String
  /// Nil where it could not be assessed.
  package let old: Result?
  package let new: Result?
  /// Those whose outcome differs.
  package let controls: [Control]
  /// Those that come out differently.
  package let rules: [Rule]
  /// Those that give other points, what differs most first.
  package let recommendations: [Recommendation]

  package init(file: String, old: Report, _ before: [String: Outcome], new: Report, _ after: [String: Outcome], order: [String]) {
    self.file = file
    organisation = new.result?.organisation.name ?? old.result?.organisation.name ?? ""
    self.old = Self.result(old)
    self.new = Self.result(new)
    controls = order.filter { before[$0] != after[$0] }.map { Control(id: $0, old: before[$0], new: after[$0]) }
    rules = Self.rules(old.result?.rules ?? [], new.result?.rules ?? [])
    recommendations = Self.recommendations(old.result?.recommendations ?? [], new.result?.recommendations ?? [])
  }

  private static func result(_ report: Report) -> Result? {
    report.result.map { result in
      Result(
        verdict: result.verdict.title, score: result.scores.first { $0.assurance == result.assurance }?.value?.text,
        reasons: result.verdict.reasons, required: result.verdict.requiredTitle, isRequirementMet: result.verdict.isRequirementMet)
    }
  }

  private static func rules(_ old: [Finding], _ new: [Finding]) -> [Rule] {
    func label(_ id: String, _ rules: [Finding]) -> String? { rules.first { $0.id == id }?.outcomeLabel }
    let ids = new.map(\.id) + old.map(\.id).filter { id in !new.contains { $0.id == id } }
    return ids.map { Rule(id: $0, old: label($0, old), new: label($0, new)) }.filter { $0.old != $0.new }
  }

  private static func recommendations(_ old: [Report.Recommendation], _ new: [Report.Recommendation]) -> [Recommendation] {
    func points(_ id: String, _ items: [Report.Recommendation]) -> Recommendation.Points? {
      items.first { $0.id == id && $0.isInScope }.map { Recommendation.Points(declared: $0.declared, possible: $0.possible) }
    }
    let ids = new.map(\.id) + old.map(\.id).filter { id in !new.contains { $0.id == id } }
    let changed = ids.map { Recommendation(id: $0, old: points($0, old), new: points($0, new)) }.filter { $0.old != $0.new }
    return changed.enumerated().sorted { left, right in
      left.element.change == right.element.change ? left.offset < right.offset : left.element.change > right.element.change
    }.map(\.element)
  }

  /// Whether anyone would notice: in the verdict, the score or what is asked.
  package var isDifferent: Bool { old?.verdict != new?.verdict || old?.score != new?.score || standing != .same }

  /// How it stands with what each policy requires.
  package enum Standing: Sendable, Hashable {
    case same, lost, gained
  }

  package var standing: Standing {
    switch (old?.isRequirementMet ?? false, new?.isRequirementMet ?? false) {
    case (true, false): .lost
    case (false, true): .gained
    case (true, true), (false, false): .same
    }
  }
}

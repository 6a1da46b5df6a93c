/// Weighs evidence: design 7.4.
struct EvidenceAssessor {
  let policy: Policy
  let guideline: Guideline
  let asOf: CivilDate
  let read: EvidenceReader

  /// How many characters are looked through for one guideline's quotations. A stranger may name a large file for each of ten thousand quotations; what
  /// is beyond this is not checked, and told so.
  private static let mostCharacters = 64 << 20
  /// Making a text ready costs as much as looking through it this often.
  private static let costOfOpening = 8

  /// Every support of every entry, weighed. Each file is read once, however many entries name it, and one text is held at a time.
  func assess() -> [EvidenceAssessment] {
    var assessments: [EvidenceAssessment] = []
    var left = Self.mostCharacters
    var current: (path: String, file: EvidenceFile, document: QuotedDocument?)?
    for index in guideline.evidence.indices.sorted(by: { isBefore($0, $1) }) where !guideline.evidence[index].supports.isEmpty {
      let entry = guideline.evidence[index]
      if case .file(let path) = entry.source, current?.path != path { current = (path, read(path), nil) }
      let file: EvidenceFile? = if case .file = entry.source { current?.file } else { nil }
      let ofEntry = weigh(entry, file)
      for (supportIndex, support) in entry.supports.enumerated() {
        var findings = ofEntry
        var quoteFound = false
        if let quote = support.quote, case .found(let bytes, _)? = file, case .file(let path) = entry.source {
          if current?.document == nil, left >= bytes.count * Self.costOfOpening {
            current?.document = QuotedDocument(bytes, name: path)
            left -= bytes.count * Self.costOfOpening
          }
          left -= current?.document?.count ?? 0
          let document = left >= 0 ? current?.document : nil
          quoteFound = document?.contains(quote) ?? false
          if !quoteFound { findings.append(document == nil ? .quoteNotChecked : .quoteNotFound) }
        }
        if support.place == nil { findings.append(.noPlace) }
        var digest: String?
        if case .found(_, let value)? = file { digest = value }
        assessments.append(
          EvidenceAssessment(
            entry: index, support: supportIndex, factor: findings.map(\.factor).min() ?? .one, findings: findings, digest: digest,
            quoteFound: quoteFound))
      }
    }
    return assessments.sorted { ($0.entry, $0.support) < ($1.entry, $1.support) }
  }

  /// Entries of one file one after the other, else in their own order.
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    func path(_ index: Int) -> String { if case .file(let path) = guideline.evidence[index].source { path } else { "" } }
    return (path(left), left) < (path(right), right)
  }

  private func weigh(_ entry: Evidence, _ file: EvidenceFile?) -> [EvidenceAssessment.Finding] {
    var findings: [EvidenceAssessment.Finding] = []
    switch entry.source {
    case .none: findings.append(.noSource)
    case .url, .keptAt: findings.append(.notSeen)
    case .file:
      switch file {
      case nil: break
      case .found(let bytes, let digest):
        if bytes.allSatisfy({ $0 <= 0x20 }) { findings.append(.empty) }
        if let wanted = entry.digest, wanted != digest { findings.append(.digestDiffers) }
      case .missing: findings.append(.missing)
      case .outside: findings.append(.outside)
      case .notAFile: findings.append(.notAFile)
      case .unreadable: findings.append(.unreadable)
      case .tooLarge: findings.append(.tooLarge)
      case .guidelineItself: findings.append(.guidelineItself)
      }
    }
    findings += age(entry.date).map { [$0] } ?? []
    return findings
  }

  /// In date up to the policy's term; half up to one and a half times that, in whole months, down.
  private func age(_ date: CivilDate?) -> EvidenceAssessment.Finding? {
    guard let date else { return .noDate }
    if date > asOf { return .fromTheFuture }
    if date.adding(months: policy.terms.evidence) >= asOf { return nil }
    return date.adding(months: policy.terms.evidence * 3 / 2) >= asOf ? .old : .tooOld
  }
}

extension EvidenceAssessment.Finding {
  /// The most that evidence with this finding is worth.
  var factor: Fraction {
    switch self {
    case .noSource, .missing, .outside, .notAFile, .unreadable, .tooLarge, .empty, .guidelineItself, .digestDiffers, .quoteNotFound,
      .tooOld,
      .fromTheFuture:
      .zero
    case .noPlace, .noDate, .old, .notSeen: Fraction(1, 2)
    case .quoteNotChecked: .one
    }
  }
}

extension Criterion {
  /// The fields of the guideline that it names; `guards` says whether those of `when` count. Of an item's fields it is the list that counts.
  func fields(guards: Bool) -> Set<Int> {
    var fields: Set<Int> = []
    visitFields(guards: guards) { fields.insert($0) }
    return fields
  }

  /// The same, one by one; a field may come more than once.
  func visitFields(guards: Bool, _ visit: (Int) -> Void) {
    switch self {
    case .test(let test):
      if let index = test.field.index { visit(index) }
      test.filter?.visitFields(guards: guards, visit)
    case .each(let each):
      if let index = each.field.index { visit(index) }
      each.filter?.visitFields(guards: guards, visit)
      for criterion in each.criteria { criterion.visitFields(guards: guards, visit) }
    case .all(let parts), .any(let parts): for part in parts { part.visitFields(guards: guards, visit) }
    case .not(let part): part.visitFields(guards: guards, visit)
    case .unmet: return
    case .guarded(let part, let condition):
      part.visitFields(guards: guards, visit)
      if guards { condition.visitFields(guards: true, visit) }
    }
  }

  /// The fields of a list's items that it names, by the list: for what a verdict was given on.
  func itemFields() -> [Int: Set<Int>] {
    var fields: [Int: Set<Int>] = [:]
    collectItemFields(list: nil, into: &fields)
    return fields
  }

  private func collectItemFields(list: Int?, into fields: inout [Int: Set<Int>]) {
    func collect(_ reference: FieldReference) {
      switch reference {
      case .guideline(let index): fields[index, default: []].formUnion([])
      case .item(let index): if let list { fields[list, default: []].insert(index) }
      }
    }
    switch self {
    case .test(let test):
      collect(test.field)
      test.filter?.collectItemFields(list: test.field.index ?? list, into: &fields)
    case .each(let each):
      collect(each.field)
      each.filter?.collectItemFields(list: each.field.index ?? list, into: &fields)
      for criterion in each.criteria { criterion.collectItemFields(list: each.field.index ?? list, into: &fields) }
    case .all(let parts), .any(let parts): for part in parts { part.collectItemFields(list: list, into: &fields) }
    case .not(let part): part.collectItemFields(list: list, into: &fields)
    case .unmet: return
    case .guarded(let part, let condition):
      part.collectItemFields(list: list, into: &fields)
      condition.collectItemFields(list: list, into: &fields)
    }
  }
}

extension FieldReference {
  /// The index of a guideline's own field.
  var index: Int? {
    if case .guideline(let index) = self { index } else { nil }
  }
}

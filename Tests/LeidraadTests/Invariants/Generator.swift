import LeidraadCore

/// Makes drafts that follow a policy.
struct Generator {
  let policy: Policy
  var random: SplitMix64
  let asOf: CivilDate
  /// Chances of a field being left open, of filler and of `not-arranged`, in a hundred.
  var open = 20
  var filler = 5
  var no = 15
  /// Filler among the texts of a list of texts.
  var fillerInTexts = false
  /// No date after `asOf`.
  var onlyPast = false

  static let fillers = ["TBD", "n.v.t.", "-", "?", "…", "~", "null", "zie beleid", "[naam]", "XX", "volgt", "<naam>", "nvt", "", "   "]
  static let keys = ["wijkteam", "school", "Discord", "0", "Discord "]

  init(_ policy: Policy, seed: Int, asOf: CivilDate) {
    self.policy = policy
    self.asOf = asOf
    random = SplitMix64(seed)
    switch random.below(5) {
    case 0: (open, filler, no) = (60, 8, 12)
    case 1: (open, filler, no) = (3, 2, 5)
    case 2: (open, filler, no) = (8, 2, 40)
    case 3: (open, filler, no) = (0, 0, 3)
    default: break
    }
  }

  mutating func draft(seed: Int, decisions: Bool = true, evidence: Bool = true, reviews: Bool = true) -> Draft {
    var draft = Draft(seed: seed, kind: random.pick(policy.kinds).id)
    for index in policy.fields.indices where !policy.fields[index].isBuiltIn {
      if let value = value(of: policy.fields[index], isOrganisation: policy.sections[policy.fields[index].section].id == "organisation") {
        draft.answers[index] = value
      }
    }
    draft.files = [
      "docs/a.md": Array("De **accounts** staan op naam van\nde stichting.".utf8), "docs/blank.md": Array(" \n\t".utf8),
      "docs/b.pdf": [0x25, 0x50, 0xFF],
    ]
    if evidence { for number in 0..<random.below(5) { draft.evidence.append(entry("e\(number)")) } }
    if decisions { for _ in 0..<random.below(4) { draft.decisions.append(decision()) } }
    if reviews, random.chance(60) { for _ in 0...random.below(2) { draft.reviews.append(review()) } }
    return draft
  }

  // MARK: Values

  mutating func value(of field: Field, isOrganisation: Bool) -> ExampleValue? {
    if random.chance(open) { return nil }
    if random.chance(filler) { return .scalar(random.pick(Self.fillers)) }
    if !isOrganisation, random.chance(no) { return .scalar("not-arranged") }
    return given(field, isOrganisation: isOrganisation)
  }

  mutating func given(_ field: Field, isOrganisation: Bool = false) -> ExampleValue {
    switch field.kind {
    case .text: return .scalar(random.pick(["De teamleider kijkt mee.", "ja", "0", "Zie hoofdstuk 3: afspraken # echt"]))
    case .flag: return .scalar(random.chance(60) ? "true" : "false")
    case .choice: return .scalar(random.pick(field.options).id)
    case .number:
      let top = field.maximum ?? 100
      let wanted = random.pick([field.minimum, top, 0, 1, 2, 3, 7, 10, 11, 12, 13, 16, 17, 18, 20, 24, 30, 31])
      return .scalar(String(min(max(wanted, field.minimum), top)))
    case .date: return .scalar(date(around: [1, 6, 12, 24, 25, 36]))
    case .period: return .scalar(random.pick(["3 months", "1 week", "14 days", "2 years"]))
    case .link: return .scalar(random.pick(["https://voorbeeld.nl/richtlijn", "docs/a.md"]))
    case .choices:
      var picked: [ExampleValue] = []
      let chance = random.pick([15, 50, 90])
      for option in field.options where random.chance(chance) { picked.append(.scalar(option.id)) }
      if let first = picked.first, random.chance(10) { picked.append(first) }
      if picked.isEmpty, random.chance(50) { picked = [.scalar(random.pick(field.options).id)] }
      return .list(random.shuffled(picked))
    case .texts:
      var texts: [ExampleValue] = []
      for number in 0..<random.below(4) {
        texts.append(.scalar(fillerInTexts && random.chance(15) ? random.pick(Self.fillers) : "Regel \(number)"))
      }
      return .list(texts)
    case .list:
      var items: [ExampleValue] = []
      for _ in 0..<random.below(4) { items.append(item(field, isOrganisation: isOrganisation)) }
      return .list(items)
    }
  }

  mutating func item(_ field: Field, isOrganisation: Bool = false) -> ExampleValue {
    var entries: [ExampleValue.Entry] = []
    if random.chance(6) { return .map([]) }
    for (index, inner) in field.items.enumerated() {
      guard var value = value(of: inner, isOrganisation: isOrganisation) else { continue }
      // Keys that come back.
      if index == 0, inner.kind == .text, random.chance(85) { value = .scalar(random.pick(Self.keys)) }
      entries.append(.init(key: inner.name, value: value))
    }
    return .map(entries)
  }

  /// A day at, before or after the borders of terms that end at `asOf`.
  mutating func date(around months: [Int]) -> String {
    var day: CivilDate
    switch random.below(4) {
    case 0: day = asOf
    case 1: day = asOf.adding(months: -random.pick(months))
    case 2: day = onlyPast ? asOf.adding(months: -random.pick(months)) : asOf.adding(months: random.pick(months))
    default: day = CivilDate(dayNumber: asOf.dayNumber - random.below(900)) ?? asOf
    }
    day = CivilDate(dayNumber: day.dayNumber + random.below(3) - 1) ?? day
    return min(day, onlyPast ? asOf : day).description
  }

  // MARK: Evidence, decisions, reviews

  mutating func reference() -> String {
    switch random.below(4) {
    case 0: return random.pick(policy.controls).id
    case 1: return random.pick(policy.sections).id
    default: return random.pick(policy.fields).path
    }
  }

  mutating func entry(_ id: String) -> Draft.Entry {
    var source: (String, String)? = ("file", "docs/a.md")
    switch random.below(10) {
    case 0: source = ("url", "https://voorbeeld.nl/x")
    case 1: source = ("kept-at", "in de kluis")
    case 2:
      source = (
        "file",
        random.pick(["docs/blank.md", "docs/missing.md", "guideline.yaml", "../outside.md", "docs", "docs/locked.md", "docs/huge.pdf"])
      )
    case 3: source = ("file", "docs/b.pdf")
    case 4: source = random.chance(40) ? nil : source
    default: break
    }
    var supports: [Draft.Support] = []
    for _ in 0...random.below(6) {
      let reference = reference()
      guard !supports.contains(where: { $0.reference == reference }) else { continue }
      supports.append(
        Draft.Support(
          reference: reference, place: random.chance(75) ? random.pick(["3.2", "titelblad", "TBD", "bijlage 1"]) : nil,
          quote: random.chance(25) ? random.pick(["accounts staan op naam", "staat er niet"]) : nil))
    }
    let right = fnv(Array("De **accounts** staan op naam van\nde stichting.".utf8))
    return Draft.Entry(
      id: id, source: source, date: random.chance(85) ? date(around: [24, 25, 36, 37]) : nil,
      sha256: random.chance(15) ? (random.chance(60) ? right : fnv([1])) : nil, supports: supports)
  }

  mutating func decision(for control: Int? = nil) -> Draft.Decided {
    var controls = [control ?? random.below(policy.controls.count)]
    if control == nil {
      // Half of them where the policy allows what they say.
      let allowed = policy.controls.indices.filter { policy.controls[$0].mayBeNotApplicable }
      if !allowed.isEmpty, random.chance(50) { controls = [random.pick(allowed)] }
      if random.chance(30) { controls.append(random.below(policy.controls.count)) }
      if controls.count == 2, controls[0] == controls[1] { controls.removeLast() }
    }
    var decision = Draft.Decided(
      controls: controls, status: random.pick(["not-applicable", "explained", "planned", "not-applicable"]),
      reason: "Onze beroepscode verbiedt dit uitdrukkelijk.", measure: "Wij bellen in plaats daarvan.", owner: "directeur",
      date: asOf.adding(months: -3).description, until: random.chance(60) ? asOf.adding(months: 6).description : nil)
    guard random.chance(35) else {
      if decision.status == "planned" { decision.until = asOf.adding(months: random.below(7)).description }
      return decision
    }
    switch random.below(7) {
    case 0: decision.reason = random.pick(["kort", "nvt", "precies negentien te"])
    case 1: decision.reason = nil
    case 2: decision.measure = random.pick([nil, "TBD"])
    case 3: decision.owner = random.pick([nil, "[naam]"])
    case 4: decision.date = random.chance(30) ? nil : date(around: [12])
    case 5: decision.until = date(around: [1])
    default: decision.status = nil
    }
    return decision
  }

  mutating func review() -> Draft.Reviewed {
    var verdicts: [Draft.Judged] = []
    let chance = random.pick([20, 95])
    for control in policy.controls.indices where random.chance(chance) {
      verdicts.append(
        Draft.Judged(
          control: control, judgement: random.pick(Review.Judgement.allCases), share: random.pick([(0, 1), (1, 2), (2, 3), (1, 1)]),
          hasEvidence: random.chance(50), isCurrent: random.chance(85)))
    }
    let date = random.chance(70) ? asOf.adding(months: -2) : CivilDate(iso: date(around: [12]).utf8) ?? asOf
    return Draft.Reviewed(date: date, verdicts: random.shuffled(verdicts))
  }
}

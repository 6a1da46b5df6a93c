import LeidraadCore

/// Small changes of a draft, each a claim of design 7.
extension Draft {
  /// The fields with an answer, and of lists the items' fields: what may be deleted.
  func places(_ policy: Policy) -> [Place] {
    answers.keys.sorted().flatMap { field -> [Place] in
      var places = [Place(field: field)]
      if case .list(let items) = answers[field], policy.fields[field].kind == .list {
        for (number, item) in items.enumerated() {
          if case .map(let entries) = item { places += entries.map { Place(field: field, item: number, key: $0.key) } }
        }
      }
      return places
    }
  }

  struct Place {
    var field: Int
    var item: Int?
    var key: String = ""
  }

  /// Without an answer.
  func deleting(_ place: Place) -> Draft {
    var draft = self
    guard let number = place.item else {
      draft.answers[place.field] = nil
      return draft
    }
    draft.change(place.field, item: number) { entries in entries.filter { $0.key != place.key } }
    return draft
  }

  mutating func change(_ field: Int, item number: Int, _ body: ([ExampleValue.Entry]) -> [ExampleValue.Entry]) {
    guard case .list(var items) = answers[field], case .map(let entries) = items[number] else { return }
    items[number] = .map(body(entries))
    answers[field] = .list(items)
  }

  /// With a field, or a field of an item, said to be not arranged. Nil where the question is answered, or `isAsked` says that a guard asks whether
  /// it is given.
  func notArranged(_ policy: Policy, _ random: inout SplitMix64, isAsked: (String) -> Bool) -> Draft? {
    var draft = self
    let reference = ReferenceEvaluator(policy, self, asOf: Fixture.asOf)
    var places: [Place] = []
    for field in policy.fields.indices where policy.fields[field].takesNotArranged(in: policy) {
      if reference.answers[field] == .open, !isAsked(policy.fields[field].path) { places.append(Place(field: field)) }
      if case .list(let items) = reference.answers[field] {
        for (number, item) in items.enumerated() {
          for (index, value) in item.enumerated() where value == .open && !isAsked(policy.fields[field].items[index].path) {
            places.append(Place(field: field, item: number, key: policy.fields[field].items[index].name))
          }
        }
      }
    }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    if let number = place.item {
      draft.change(place.field, item: number) { entries in
        entries.filter { $0.key != place.key } + [.init(key: place.key, value: .scalar("not-arranged"))]
      }
    } else {
      draft.answers[place.field] = .scalar("not-arranged")
    }
    return draft
  }
}

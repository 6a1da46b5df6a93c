package import LocatedYAML

/// What one organisation declares, decoded against a policy. Nothing after this looks at YAML nodes for their values: answers are numbers in flat
/// arrays; text stays in the file's bytes until somebody prints it.
package struct Guideline: Sendable {
  package let document: Document
  /// As the user named it.
  package let file: String
  /// By index into `Policy.fields`.
  package var answers: [Answer]
  /// The items of all lists; an answer of a list says which are its own.
  package var items: [Item]
  /// The answers of all items, by item and then by index into the list's `items`.
  package var itemAnswers: [Answer]
  /// The value of each section, by index into `Policy.sections`; nil where the file has none.
  package var sections: [NodeID?]
  /// Index into `Policy.kinds`; nil when it is not told.
  package var kind: Int?
  /// The language of its free text; nil when it is not told.
  package var language: Language?
  package var evidence: [Evidence]
  package var decisions: [Decision]

  /// What became of one question. Deliberately without references: copying it is copying forty bytes.
  package struct Answer: Sendable, Hashable {
    package enum State: UInt8, Sendable {
      /// Absent, empty, filler or of a wrong type.
      case open
      /// It says `not-arranged`.
      case notArranged
      case given
    }

    package var state: State
    /// A choice's option index; a flag's 0 or 1; a number; a date's day number; a period's amount; the count of texts.
    package var number: Int
    /// Choices, as bits by option index; of a period its unit, as a bit.
    package var bits: UInt64
    /// A list's items: the first in `Guideline.items`, and how many.
    package var first: Int32
    package var count: Int32
    package var key: NodeID?
    package var node: NodeID?

    package static let open = Answer(state: .open, number: 0, bits: 0, first: 0, count: 0, key: nil, node: nil)
  }

  /// One item of a list.
  package struct Item: Sendable, Hashable {
    package let node: NodeID
    /// In `Guideline.itemAnswers`.
    package let first: Int32
    package let count: Int32
  }

  /// The items of a list's answer.
  package func items(of answer: Answer) -> ArraySlice<Item> {
    items[Int(answer.first)..<Int(answer.first) + Int(answer.count)]
  }

  /// An item's answer to one of its list's fields.
  package func answer(_ index: Int, of item: Item) -> Answer {
    itemAnswers[Int(item.first) + index]
  }

  /// Whether none of an item's fields is told.
  func isOpen(_ item: Item) -> Bool {
    for index in Int(item.first)..<Int(item.first) + Int(item.count) where itemAnswers[index].state != .open { return false }
    return true
  }

  /// A text as written, without white space at its ends.
  package func text(_ answer: Answer) -> String {
    answer.node.map { trimmed(document.string(of: $0)) } ?? ""
  }

  /// The organisation's name; empty when it is not told.
  package func name(_ policy: Policy) -> String {
    policy.field("organisation.name").map { answers[$0] }.map { $0.state == .given ? text($0) : "" } ?? ""
  }

  /// What tells this organisation from others: its register number, else its name.
  package func identity(_ policy: Policy) -> String {
    if let id = policy.field("organisation.id"), answers[id].state == .given { return text(answers[id]) }
    return name(policy)
  }

  /// The decision about a control; nil also where there are two, of which neither counts.
  func decision(about control: Int) -> Decision? {
    let made = decisions.filter { $0.controls.contains { $0.control == control } }
    return made.count == 1 && made[0].controls.count(where: { $0.control == control }) == 1 ? made[0] : nil
  }

  /// The profile that its kind belongs to.
  package func profile(_ policy: Policy) -> Int? { kind.map { policy.kinds[$0].profile } }
}

/// A document that supports declared values.
package struct Evidence: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    /// A file inside the guideline's repository, as written.
    case file(String)
    case url(String)
    /// Where something is kept that cannot be shared.
    case keptAt(String)
    /// It names none of these, or more than one.
    case none

    /// By its key in the guideline.
    package enum Kind: String, Sendable, CaseIterable {
      case file, url
      case keptAt = "kept-at"
    }

    package var kind: Kind? {
      switch self {
      case .file: .file
      case .url: .url
      case .keptAt: .keptAt
      case .none: nil
      }
    }

    /// As written; empty where there is nothing.
    package var text: String {
      switch self {
      case .file(let text), .url(let text), .keptAt(let text): text
      case .none: ""
      }
    }
  }

  /// What an entry supports, and where in it that is said.
  package struct Support: Sendable, Hashable {
    package enum Target: Sendable, Hashable {
      case section(Int)
      case field(Int)
      case control(Int)
    }

    package let target: Target
    /// As written: `accounts.policy`.
    package let reference: String
    /// `3.2`, `titelblad`; nil when it is not told.
    package let place: String?
    package let quote: String?
    package let node: NodeID
  }

  package let id: String
  package let title: String
  package let source: Source
  package let date: CivilDate?
  /// 64 hexadecimal digits, small letters.
  package let digest: String?
  package let supports: [Support]
  package let node: NodeID
  /// Where the file, address or keeping place stands.
  package let sourceNode: NodeID?
  package let dateNode: NodeID?
  package let digestNode: NodeID?
}

/// Comply or explain: what the organisation decided about controls that it does not meet.
package struct Decision: Sendable, Hashable {
  package enum Status: String, Sendable, CaseIterable {
    case notApplicable = "not-applicable"
    case explained
    case planned
  }

  /// Indices into `Policy.controls`, with the node that names each.
  package let controls: [Reference]
  package let status: Status?
  package let reason: String?
  package let measure: String?
  package let owner: String?
  package let date: CivilDate?
  package let until: CivilDate?
  package let node: NodeID

  package struct Reference: Sendable, Hashable {
    package let control: Int
    package let node: NodeID
  }
}

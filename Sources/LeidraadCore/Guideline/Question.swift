internal import LocatedYAML

/// A field with what decoding its answers takes, made once for all guidelines.
final class Question: Sendable {
  let field: Field
  let options: KeyTable
  /// Of a list: the questions of its items.
  let items: [Question]
  let itemNames: KeyTable
  /// Whether `not-arranged` is an answer here.
  let takesNotArranged: Bool

  init(_ field: Field, in policy: Policy) {
    self.field = field
    options = KeyTable(field.options.map(\.id))
    items = field.items.map { Question($0, in: policy) }
    itemNames = KeyTable(field.items.map(\.name))
    takesNotArranged = field.takesNotArranged(in: policy)
  }
}

/// Which answer it is. It becomes a path, which takes a string, only where something is said about it.
struct AnswerPlace {
  let question: Question
  /// Of an answer in an item of a list: the list and the item.
  let item: Item?

  struct Item {
    let list: Question
    /// From 1.
    let number: Int
    let node: NodeID
  }

  init(_ question: Question, in item: Item? = nil) {
    self.question = question
    self.item = item
  }

  /// `accounts.policy`, `accounts.register[Instagram].owner`.
  func path(in document: Document) -> String {
    guard let item else { return question.field.path }
    return joined(item.path(in: document), question.field.name)
  }
}

extension AnswerPlace.Item {
  /// By its key, else by its number: `accounts.register[Instagram]`, `accounts.register[2]`.
  func path(in document: Document) -> String {
    guard let key = list.field.items.first, let value = document.value(forKey: key.name, in: node)?.value,
      document.kind(of: value) == .scalar
    else { return "\(list.field.path)[\(number)]" }
    return "\(list.field.path)[\(trimmed(document.string(of: value)))]"
  }
}

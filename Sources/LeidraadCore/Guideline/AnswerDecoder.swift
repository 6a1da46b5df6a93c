internal import LocatedYAML

/// Answers: values become numbers, and what is wrong with one is told at its place.
extension GuidelineDecoder.Work {
  // MARK: Lists

  mutating func decodeItems(of field: Int, _ question: Question, _ node: NodeID) {
    guard guideline.answers[field].state == .given else { return }
    let count = question.items.count
    let start = guideline.items.count
    var hasContent = reader.document.count(of: node) == 0
    for item in reader.document.items(of: node) {
      let first = guideline.itemAnswers.count
      guideline.itemAnswers.append(contentsOf: repeatElement(.open, count: count))
      decodeItem(AnswerPlace.Item(list: question, number: guideline.items.count - start + 1, node: item), first: first)
      guideline.items.append(Guideline.Item(node: item, first: Int32(first), count: Int32(count)))
      hasContent = hasContent || guideline.itemAnswers[first...].contains { $0.state == .given }
    }
    guideline.answers[field].first = Int32(start)
    guideline.answers[field].count = Int32(guideline.items.count - start)
    // Without a given field there is no answer, not even where an item says that something is not arranged.
    if !hasContent { guideline.answers[field].state = .open }
  }

  private mutating func decodeItem(_ item: AnswerPlace.Item, first: Int) {
    if reader.isEmpty(item.node) { return }
    let list = item.list.field
    guard reader.document.kind(of: item.node) == .mapping else {
      reader.report(
        .wrongType, Messages.expected(.mapping, found: reader.found(item.node)), help: GuidelineMessages.itemHelp(list), at: item.node,
        path: "\(list.path)[\(item.number)]")
      return
    }
    for (key, value) in reader.document.entries(of: item.node) {
      guard let index = item.list.itemNames.index(of: reader.document.text(of: key)) else {
        reportUnknownKey(key, value, among: item.list.itemNames, path: item.path(in: reader.document)) { _ in
          list.items.map { ($0.name, $0.label) }
        }
        continue
      }
      guideline.itemAnswers[first + index] = answer(to: AnswerPlace(item.list.items[index], in: item), key: key, value)
    }
  }

  // MARK: Answers

  private func path(_ place: AnswerPlace) -> String { place.path(in: reader.document) }

  mutating func answer(to place: AnswerPlace, key: NodeID, _ node: NodeID) -> Guideline.Answer {
    var answer = Guideline.Answer.open
    answer.key = key
    answer.node = node
    guard reader.document.kind(of: node) == .scalar else {
      decode(node, at: place, into: &answer)
      return answer
    }
    if reader.isEmpty(node) { return answer }
    let field = place.question.field
    if reader.document.isText(node, equalTo: "not-arranged" as StaticString) {
      if place.question.takesNotArranged {
        answer.state = .notArranged
      } else {
        reader.report(.notArrangedHere, GuidelineMessages.notArrangedHere(field), at: node, path: path(place))
      }
      return answer
    }
    let text = trimmedBytes(reader.document.text(of: node))
    if text.isEmpty { return answer }
    // What is an option is no filler, and most answers are options.
    if field.kind == .choice, let option = place.question.options.index(of: text) {
      answer.choose(option)
      return answer
    }
    if Filler.isFiller(text) {
      reader.report(
        .filler, GuidelineMessages.filler(field.isPersonal ? nil : reader.document.string(of: node)),
        help: GuidelineMessages.fillerHelp(field, in: policy), at: node, path: path(place))
      return answer
    }
    decode(node, at: place, into: &answer)
    return answer
  }

  private mutating func decode(_ node: NodeID, at place: AnswerPlace, into answer: inout Guideline.Answer) {
    let field = place.question.field
    switch field.kind {
    case .choices, .texts:
      decodeSet(node, at: place, into: &answer)
      return
    case .list:
      guard isSequence(node, at: place) else { return }
      answer.state = reader.document.count(of: node) > 0 ? .given : emptyState(place.question)
      return
    case .text, .link, .flag, .choice, .number, .date, .period: break
    }
    guard isScalar(node, at: place) else { return }
    let text = reader.document.text(of: node)
    switch field.kind {
    case .text, .choices, .texts, .list: answer.state = .given
    case .link:
      guard isLink(text) else {
        reader.report(.wrongType, GuidelineMessages.notALink, help: GuidelineMessages.linkHelp, at: node, path: path(place))
        return
      }
      answer.state = .given
    // The reader of strings is asked only for what it says of a value that will not do.
    case .flag:
      guard let value = truth(text) ?? reader.flag(node, path: path(place)) else { return }
      answer.choose(value ? 1 : 0)
    // What is an option was taken before.
    case .choice: reportUnknownOption(node, at: place)
    case .number:
      let range = field.minimum...(field.maximum ?? 999_999_999)
      guard let number = NodeReader.integer(text, in: range) ?? reader.integer(node, path: path(place), in: range) else { return }
      answer.number = number
      answer.state = .given
    case .date:
      guard let date = CivilDate(iso: text) ?? reader.date(node, path: path(place)) else { return }
      answer.number = date.dayNumber
      answer.state = .given
    case .period:
      guard let period = Period(reader.document.string(of: node)) ?? reader.period(node, path: path(place)) else { return }
      answer.number = period.amount
      answer.bits = Period.Unit.allCases.firstIndex(of: period.unit).map { 1 << UInt64($0) } ?? 0
      answer.state = .given
    }
  }

  /// `[]` is *none* where the policy says so, elsewhere *not arranged*; about the organisation itself it is no answer.
  private func emptyState(_ question: Question) -> Guideline.Answer.State {
    if question.field.emptyMeaning != nil { return .given }
    return question.takesNotArranged ? .notArranged : .open
  }

  private mutating func decodeSet(_ node: NodeID, at place: AnswerPlace, into answer: inout Guideline.Answer) {
    guard isSequence(node, at: place) else { return }
    let document = reader.document
    let field = place.question.field
    if document.count(of: node) == 0 {
      answer.state = emptyState(place.question)
      return
    }
    for item in document.items(of: node) {
      guard isScalar(item, at: place), !reader.isEmpty(item) else { continue }
      if field.kind == .choices, let option = place.question.options.index(of: trimmedBytes(document.text(of: item))) {
        answer.bits |= 1 << UInt64(option)
      } else if document.isText(item, equalTo: "not-arranged" as StaticString) {
        reader.report(.wrongType, GuidelineMessages.notArrangedInList, at: item, path: path(place))
      } else if Filler.isFiller(document.text(of: item)) {
        reader.report(
          .filler, GuidelineMessages.filler(field.isPersonal ? nil : document.string(of: item)), help: GuidelineMessages.fillerInListHelp,
          at: item, path: path(place))
      } else if field.kind == .texts {
        if !trimmedBytes(document.text(of: item)).isEmpty { answer.number += 1 }
      } else {
        reportUnknownOption(item, at: place)
      }
    }
    if field.kind == .choices { answer.number = answer.bits.nonzeroBitCount }
    if answer.number > 0 { answer.state = .given }
  }

  private mutating func reportUnknownOption(_ node: NodeID, at place: AnswerPlace) {
    let options = place.question.options
    guard reader.hasRoom(for: .unknownOption, at: node) else { return }
    let text = reader.document.string(of: node)
    let others = place.question.takesNotArranged ? ["not-arranged"] : []
    let byLabel =
      place.question.field.options.first { option in option.label.texts.contains { $0.text.lowercased() == text.lowercased() } }?.id
    reader.report(
      .unknownOption, Messages.unknownOption(text),
      help: Messages.optionHelp(byLabel ?? nearest(to: text, among: options.names + others), options.names),
      at: node, path: path(place))
  }

  // MARK: Shapes

  /// Whether it is one value; told where it is not.
  private mutating func isScalar(_ node: NodeID, at place: AnswerPlace) -> Bool {
    if reader.document.kind(of: node) == .scalar { return true }
    reader.report(
      .wrongType, Messages.expected(.text, found: reader.found(node)),
      help: GuidelineMessages.kindHelp(place.question.field, found: reader.found(node)), at: node, path: path(place))
    return false
  }

  /// Whether it is a list; told where it is not.
  private mutating func isSequence(_ node: NodeID, at place: AnswerPlace) -> Bool {
    if reader.document.kind(of: node) == .sequence { return true }
    reader.report(
      .wrongType, Messages.expected(.list, found: reader.found(node)),
      help: GuidelineMessages.listHelp(place.question.field, found: reader.found(node)), at: node, path: path(place))
    return false
  }

  /// An address or a path, by its form alone: no white space, nothing that could be a command.
  private func isLink(_ text: ArraySlice<UInt8>) -> Bool {
    let text = trimmedBytes(text)
    if text.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) { return false }
    guard let colon = text.firstIndex(of: 0x3A), text[..<colon].allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) }) else { return true }
    return ["https", "http", "mailto"].contains(String(decoding: text[..<colon], as: UTF8.self).lowercased())
  }
}

extension Guideline.Answer {
  /// Of a choice its option; of a flag 0 or 1.
  fileprivate mutating func choose(_ option: Int) {
    number = option
    bits = 1 << UInt64(option)
    state = .given
  }
}

internal import LeidraadCore

/// Checks and conditions, by where they stand: a check takes no `not`, `unmet` is for rules, and inside `each` and `where` a path without a dot is the
/// item's.
struct CriterionSchema {
  let writer: SchemaWriter

  private enum Place: String, CaseIterable {
    case check
    case condition
    case rule = "rule-condition"

    /// What stands inside another: `when`, `where` and `not` of a check are conditions.
    var inner: Place { self == .rule ? .rule : .condition }
  }

  var definitions: [JSONValue.Entry] {
    Place.allCases.flatMap { place in
      [false, true].map { JSONValue.Entry(key: name(place, inItem: $0), value: criterion(place, inItem: $0)) }
    } + [JSONValue.Entry(key: "option", value: ["type": ["string", "number", "boolean"]])]
  }

  private func name(_ place: Place, inItem: Bool) -> String { (inItem ? "item-" : "") + place.rawValue }

  private func reference(_ place: Place, inItem: Bool) -> JSONValue { writer.reference(name(place, inItem: inItem)) }

  private func criterion(_ place: Place, inItem: Bool) -> JSONValue {
    let path: JSONValue = [
      "type": "string", "pattern": .text("^(?:\(inItem ? "\(SchemaPattern.path)|\(SchemaPattern.identifier)" : SchemaPattern.path))$"),
    ]
    let guarding: [(String, JSONValue)] = [
      ("when", described("Telt alleen waar dit zo is.", "Counts only where this is so.", reference(place.inner, inItem: inItem)))
    ]
    let parts = writer.list(of: reference(place, inItem: inItem), mayBeEmpty: false)
    var forms = [
      path, test(place, path: path, guarding, inItem: inItem),
      writer.mapping([("all", described("Het gemiddelde.", "The mean of these.", parts))] + guarding, required: ["all"]),
      writer.mapping([("any", described("De hoogste.", "The highest of these.", parts))] + guarding, required: ["any"]),
    ]
    switch place {
    case .check: break
    case .condition, .rule:
      forms.append(
        writer.mapping(
          [("not", described("Het omgekeerde.", "The opposite.", reference(place, inItem: inItem)))] + guarding, required: ["not"]))
    }
    if place == .rule {
      let unmet = described(
        "Geen van deze onderdelen is geregeld.", "None of these controls is met.",
        writer.list(of: writer.reference("control-id"), mayBeNull: true))
      forms.append(writer.mapping([("unmet", unmet)] + guarding, required: ["unmet"]))
    }
    return ["anyOf": .list(forms)]
  }

  /// At most one operator on a field.
  private func test(_ place: Place, path: JSONValue, _ guarding: [(String, JSONValue)], inItem: Bool) -> JSONValue {
    let option = writer.reference("option")
    let options: JSONValue = ["anyOf": [option, writer.list(of: option, mayBeEmpty: false)]]
    let count: JSONValue = ["type": "integer", "minimum": 0, "maximum": 999_999]
    let months: JSONValue = ["type": "integer", "minimum": 1, "maximum": 1200]
    let shares: JSONValue = [
      "type": "object", "minProperties": 1, "additionalProperties": ["anyOf": [["const": "contradicted"], writer.reference("share")]],
    ]
    let operators: [(String, JSONValue)] = [
      ("is", described("Een van deze.", "One of these.", options)), ("excludes", described("Geen van deze.", "None of these.", options)),
      ("includes", described("Al deze, naar rato.", "All of these, in part.", options)),
      ("includes-any", described("Ten minste een van deze.", "At least one of these.", options)),
      ("at-least", described("Ten minste zoveel.", "At least so many.", count)),
      ("at-most", described("Ten hoogste zoveel.", "At most so many.", count)),
      ("grade", described("Een deel per optie.", "A share for each option.", shares)),
      ("within-months", described("Niet ouder dan zoveel maanden.", "Not older than so many months.", months)),
      ("not-past", described("Niet voorbij, en binnen zoveel maanden.", "Not past, and within so many months.", months)),
      (
        "each",
        described("Voor elk in de lijst.", "For each item of the list.", writer.list(of: reference(place, inItem: true), mayBeEmpty: false))
      ),
    ]
    let filter = (
      "where", described("Alleen wie hieraan voldoen.", "Only items for which this is so.", reference(place.inner, inItem: true))
    )
    let used = operators.map { name, _ in JSONValue.object([JSONValue.Entry(key: "required", value: [.text(name)])]) }
    return writer.mapping([("field", path)] + operators + [filter] + guarding, required: ["field"]).adding([
      "oneOf": .list([["not": ["anyOf": .list(used)]]] + used)
    ])
  }

  private func described(_ nl: String, _ en: String, _ schema: JSONValue) -> JSONValue {
    writer.described(nil, writer.words(nl, en)).adding(schema)
  }
}

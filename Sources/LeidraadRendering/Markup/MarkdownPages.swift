/// Links within a set of pages.
extension Markdown {
  /// A link to a page of the set by its path from this one, or to a place in it; with no page, to a place in this one.
  package static func link(_ title: String, page: String = "", place: String = "") -> Markdown {
    let path = page.split(separator: "/", omittingEmptySubsequences: false).map { name(String($0)) }.joined(separator: "/")
    return Markdown(stringLiteral: "[\(escaped(title))](\(path)\(place.isEmpty ? "" : "#\(name(place))"))")
  }

  /// A place to link to. Headings make places of their own, but each host by other rules.
  package static func place(_ name: String) -> Markdown { Markdown(stringLiteral: "<a id=\"\(self.name(name))\"></a>\n\n") }

  /// Letters, digits, dots and dashes; anything else by its code.
  private static func name(_ text: String) -> String {
    text.split(separator: "-", omittingEmptySubsequences: false).map { HTML.anchor(String($0)).text }.joined(separator: "-")
  }
}

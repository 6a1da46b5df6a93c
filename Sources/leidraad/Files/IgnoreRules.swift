/// A `.gitignore`: what a repository says is not part of it.
struct IgnoreRules {
  private let folder: String
  private let rules: [Rule]

  private struct Rule {
    let parts: [String]
    let isNegated: Bool
    let isFolderOnly: Bool
    /// Matched from the file's own folder; otherwise by name at any depth.
    let isAnchored: Bool
  }

  init(_ text: String, folder: String) {
    self.folder = folder
    rules = text.split(whereSeparator: \.isNewline).compactMap { line in
      var pattern = line
      while pattern.last == " " { pattern = pattern.dropLast() }
      guard let first = pattern.first, first != "#" else { return nil }
      let isNegated = first == "!"
      if isNegated { pattern = pattern.dropFirst() }
      let isFolderOnly = pattern.hasSuffix("/")
      let parts = pattern.split(separator: "/").map(String.init)
      guard !parts.isEmpty else { return nil }
      return Rule(parts: parts, isNegated: isNegated, isFolderOnly: isFolderOnly, isAnchored: pattern.hasPrefix("/") || parts.count > 1)
    }
  }

  /// Whether the last rule that matches takes a path out; files deeper down weigh more.
  static func ignores(_ path: String, isFolder: Bool, _ all: [IgnoreRules]) -> Bool {
    for file in all.reversed() {
      if let rule = file.rules.last(where: { file.matches($0, path, isFolder: isFolder) }) { return !rule.isNegated }
    }
    return false
  }

  private func matches(_ rule: Rule, _ path: String, isFolder: Bool) -> Bool {
    if rule.isFolderOnly, !isFolder { return false }
    let relative = folder == "." || folder.isEmpty ? path[...] : path.dropFirst(folder.count + 1)
    let parts = relative.split(separator: "/").map(String.init)
    guard rule.isAnchored else { return parts.last.map { Glob.matches($0, rule.parts[0]) } ?? false }
    return IgnoreRules.matches(parts[...], rule.parts[...])
  }

  private static func matches(_ path: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      return (0...path.count).contains { matches(path.dropFirst($0), pattern.dropFirst()) }
    }
    guard let name = path.first, Glob.matches(name, first) else { return false }
    return matches(path.dropFirst(), pattern.dropFirst())
  }
}

/// `*` and `?` in a name.
enum Glob {
  /// In time proportional to both lengths' product, whatever the pattern.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let text = Array(name.utf8)
    let glob = Array(pattern.utf8)
    var (t, g) = (0, 0)
    var (star, mark) = (-1, 0)
    while t < text.count {
      if g < glob.count, glob[g] == 0x3F || glob[g] == text[t] && glob[g] != 0x2A {
        t += 1
        g += 1
      } else if g < glob.count, glob[g] == 0x2A {
        star = g
        mark = t
        g += 1
      } else if star >= 0 {
        g = star + 1
        mark += 1
        t = mark
      } else {
        return false
      }
    }
    while g < glob.count, glob[g] == 0x2A { g += 1 }
    return g == glob.count
  }
}

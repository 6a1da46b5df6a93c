/// The candidate that a misspelt word most likely meant: the one with the fewest edits, if these are few for its length.
/// Capitals, underscores, missing dashes and quotation marks of a word processor cost nothing (`ageMin`, `age_min` and `“age-min”` are `age-min`). Of a
/// word of two letters one is half of it: only the same will do.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let folded = foldedSpelling(word)
  guard !folded.isEmpty, folded.count <= 64 else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = foldedSpelling(candidate)
    let length = min(folded.count, other.count)
    let limit = min(length < 3 ? 0 : max(1, length / 3), (best?.distance ?? Int.max) - 1)
    guard limit >= 0, abs(other.count - folded.count) <= limit, let distance = editDistance(folded, other, limit: limit) else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

private func foldedSpelling(_ word: String) -> [UInt8] {
  let isQuoted = word.unicodeScalars.contains { (0x2018...0x201F).contains($0.value) }
  let word = isQuoted ? String(String.UnicodeScalarView(word.unicodeScalars.filter { !(0x2018...0x201F).contains($0.value) })) : word
  return word.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }
}

/// The optimal string alignment distance: insert, delete, replace, or swap two neighbours; nil above the limit.
private func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var current = [i + 1]
    for (j, b) in right.enumerated() {
      var cost = min(previous[j] + (a == b ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, beforePrevious[j - 1] + 1) }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}

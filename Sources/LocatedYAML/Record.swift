/// One node in the arena: 20 bytes. A collection's nodes follow it at once, so its subtree is one stretch of the arena.
struct Record {
  /// Byte offsets of the node as written.
  var start: UInt32
  var end: UInt32
  /// Of a scalar where its text begins, of a collection the index after its subtree (0 while it is open), of an alias its target.
  var first: UInt32
  /// Of a scalar its bytes, of a collection its entries or items.
  var count: UInt32
  var kind: Document.Kind
  var style: Document.Style
  var place: Place

  /// Where a node's content is.
  enum Place: UInt8 { case source, scratch, target }

  var isAlias: Bool { place == .target }
  var isInScratch: Bool { place == .scratch }
  var textRange: Range<Int> { Int(first)..<Int(first) + Int(count) }

  /// The index of what follows this node, which stands at `index`, and all that is in it.
  func next(after index: Int) -> Int {
    kind == .scalar ? index + 1 : max(index + 1, Int(first))
  }

  /// A scalar of no text at a point.
  static func empty(at offset: Int) -> Record {
    let place = UInt32(truncatingIfNeeded: offset)
    return Record(start: place, end: place, first: place, count: 0, kind: .scalar, style: .plain, place: .source)
  }
}

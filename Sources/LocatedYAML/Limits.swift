/// What a file may cost before reading stops.
package struct Limits: Sendable {
  /// The size of the file, in bytes.
  package var bytes: Int
  /// How deep collections may lie inside each other; a root that is a collection is the first level.
  package var depth: Int
  /// How many nodes there may be: keys, values, items, collections and aliases.
  package var nodes: Int
  /// The size of one scalar's value, in bytes of UTF-8.
  package var scalarBytes: Int

  /// Makes limits of one's own.
  package init(bytes: Int, depth: Int, nodes: Int, scalarBytes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.scalarBytes = scalarBytes
  }

  /// For the files of others: 1 MiB, 32 levels, 50,000 nodes, 64 KiB a scalar.
  package static let guideline = Limits(bytes: 1 << 20, depth: 32, nodes: 50_000, scalarBytes: 64 << 10)
  /// For policies: 8 MiB, 64 levels, 500,000 nodes, 64 KiB a scalar.
  package static let policy = Limits(bytes: 8 << 20, depth: 64, nodes: 500_000, scalarBytes: 64 << 10)
}

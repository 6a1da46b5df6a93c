/// Something that is fed with any bytes at all, and what must hold whatever they are.
package struct FuzzTarget: Sendable {
  /// Also the folder of its inputs, Fuzz/Corpus/NAME.
  package let name: String
  /// What did not hold; empty for all is well.
  package let check: @Sendable ([UInt8]) -> [String]

  package static let all: [FuzzTarget] = [.document, .assessment, .rendering, .path, .edit]
}

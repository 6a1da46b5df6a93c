/// What became of a file that a guideline names as evidence. Whoever reads it keeps inside the guideline's repository.
package enum EvidenceFile: Sendable {
  /// Its content, and the SHA-256 of that as 64 small hexadecimal digits.
  case found(bytes: [UInt8], digest: String)
  case missing
  /// Outside the repository, also by a symbolic link.
  case outside
  /// A folder, a device, a pipe.
  case notAFile
  case unreadable
  /// Above 20 MiB.
  case tooLarge
  /// The guideline cannot support itself.
  case guidelineItself
}

/// The one way to a file of evidence: by its path as the guideline writes it.
package typealias EvidenceReader = (String) -> EvidenceFile

/// A SHA-256 in 64 small hexadecimal digits.
package typealias Digester = @Sendable ([UInt8]) -> String

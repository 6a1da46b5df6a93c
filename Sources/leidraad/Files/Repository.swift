internal import Crypto
internal import LeidraadCore

/// SHA-256 as 64 hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Two digits a byte.
func hexadecimal(_ digest: some Digest) -> String {
  digest.withUnsafeBytes { bytes in
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for index in bytes.indices {
        text[index * 2] = digit(bytes[index] >> 4)
        text[index * 2 + 1] = digit(bytes[index] & 15)
      }
      return bytes.count * 2
    }
  }
}

private func digit(_ value: UInt8) -> UInt8 { (value < 10 ? 0x30 : 0x57) + value }

/// What belongs to a guideline on disk: nothing outside it is read on a guideline's word.
struct Repository {
  /// The nearest folder above with `.git`, else the guideline's own; without links.
  let root: String
  /// The folder from which the guideline's paths are read.
  private let folder: String
  private let guideline: String?

  /// The most that a file of evidence may hold.
  static let evidenceLimit = 20 * 1024 * 1024
  /// How much more of one guideline's evidence is read.
  private var left = 100 * 1024 * 1024

  /// - Parameter path: The guideline's path; nil for standard input.
  init(of path: String?) throws(FileSystem.ReadFailure) {
    if let path {
      guard let real = try FileSystem.realPath(path) else { throw .missing }
      guideline = real
      folder = Path.folder(of: real)
    } else {
      guideline = nil
      folder = try FileSystem.currentFolder()
    }
    root = try Repository.root(above: folder) ?? folder
  }

  static func root(above folder: String) throws(FileSystem.ReadFailure) -> String? {
    var candidate = folder
    while true {
      if try FileSystem.status(Path.joined(candidate, ".git")) != nil { return candidate }
      if candidate == "/" || candidate == "." { return nil }
      candidate = Path.folder(of: candidate)
    }
  }

  /// Reads evidence: the path is taken from the guideline's folder, links are resolved, and the end must lie inside the repository.
  mutating func read(_ path: String) -> EvidenceFile {
    guard !path.hasPrefix("/"), !path.contains("\0"), path.utf8.count <= 4096 else { return .outside }
    let whole = Path.joined(folder, path)
    do {
      // Where a path leads out, whoever wrote it need not learn what is there, not even that it cannot be read.
      guard !leavesRoot(path) else { return .outside }
      guard let real = try FileSystem.realPath(whole) else { return .missing }
      guard Path.isInside(real, root) else { return .outside }
      if real == guideline { return .guidelineItself }
      let bytes = try FileSystem.read(real, limit: min(left, Repository.evidenceLimit))
      left -= bytes.count
      return .found(bytes: bytes, digest: sha256(bytes))
    } catch {
      switch error {
      case .missing: return .missing
      case .notAFile: return .notAFile
      case .tooLarge: return .tooLarge
      case .failed: return .unreadable
      }
    }
  }

  /// Whether a path leads out by its own words, links aside.
  private func leavesRoot(_ path: String) -> Bool {
    var depth = folder.dropFirst(root.count).split(separator: "/").count
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return false
  }
}

internal import Crypto
internal import LeidraadCore

/// SHA-256 as 64 hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Two digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// What belongs to a guideline on disk: nothing outside it is read on a guideline's word.
struct Repository {
  /// The nearest folder above with `.git`, else the guideline's own; without links.
  let root: String
  /// The folder from which the guideline's paths are read.
  private let folder: String
  private let guideline: String?

  /// The most that a file of evidence may hold.
  static let evidenceLimit = 20 * 1024 * 1024

  /// - Parameter path: The guideline's path; nil for standard input.
  init(of path: String?) {
    let real = path.flatMap(FileSystem.realPath)
    guideline = real
    folder = real.map(Path.folder) ?? FileSystem.currentFolder
    root = Repository.root(above: folder) ?? folder
  }

  static func root(above folder: String) -> String? {
    var candidate = folder
    while true {
      if FileSystem.status(Path.joined(candidate, ".git")) != nil { return candidate }
      if candidate == "/" || candidate == "." { return nil }
      candidate = Path.folder(of: candidate)
    }
  }

  /// Reads evidence: the path is taken from the guideline's folder, links are resolved, and the end must lie inside the repository.
  func read(_ path: String) -> EvidenceFile {
    guard !path.hasPrefix("/"), !path.contains("\0"), path.utf8.count <= 4096 else { return .outside }
    let whole = Path.joined(folder, path)
    guard let real = FileSystem.realPath(whole) else { return leavesRoot(path) ? .outside : .missing }
    guard Path.isInside(real, root) else { return .outside }
    if real == guideline { return .guidelineItself }
    do {
      let bytes = try FileSystem.read(real, limit: Repository.evidenceLimit)
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

  /// Whether a path that leads to nothing would lead out: whoever writes it need not learn what is there.
  private func leavesRoot(_ path: String) -> Bool {
    var depth = folder.dropFirst(root.count).split(separator: "/").count
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return false
  }
}

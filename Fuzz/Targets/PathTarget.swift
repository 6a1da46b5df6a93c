internal import LeidraadCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FuzzTarget {
  /// Path → resolver: what comes out lies in the repository, whatever the words; outside, what is there and what is not get the same answer.
  static let path = FuzzTarget(name: "path") { bytes in
    guard let tree = Tree.shared else { return ["no folder to work in"] }
    guard var repository = try? Repository(of: "\(tree)/repo/partner/richtlijn.yaml") else { return ["no repository"] }
    let words = String(decoding: bytes, as: UTF8.self)
    // As it is, and behind each of the ways that lead out.
    var faults: [String] = []
    for path in [words, "../" + words, "op/" + words, "../../" + words] {
      if case .found(let content, _) = repository.read(path), !content.starts(with: Array("binnen".utf8)) {
        faults.append("\(path.debugDescription) was read")
      }
    }
    return faults
  }
}

/// A repository with links in and out, and secrets around it.
private enum Tree {
  static let shared: String? = {
    // mkdtemp puts six signs of its own in the place of these.
    var name = Array("/tmp/leidraad-fuzz.\(String(repeating: "X", count: 6))".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for path in ["repo", "repo/.git", "repo/partner", "repo/partner/map", "repobuiten"] { mkdir("\(folder)/\(path)", 0o700) }
    for path in ["repo/a", "repo/partner/a", "repo/partner/map/a"] { write("binnen", "\(folder)/\(path)") }
    for path in ["a", "geheim", "repobuiten/a"] { write("buiten", "\(folder)/\(path)") }
    write("leidraad: guideline/v1", "\(folder)/repo/partner/richtlijn.yaml")
    for (target, path) in [("../..", "op"), ("/etc", "etc"), ("a", "link"), ("/dev/zero", "nul"), ("lus", "lus"), ("../../geheim", "g")] {
      symlink(target, "\(folder)/repo/partner/\(path)")
    }
    return folder
  }()

  private static func write(_ text: String, _ path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}

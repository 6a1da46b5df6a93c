internal import Crypto
internal import LeidraadCore

/// A git repository as it was at a revision, and what on disk differs from that. Git only lists what it has stored; files are compared here. So
/// nothing that a repository configures is run: no filter, no hook, no external diff, no monitor.
struct GitRepository {
  /// The folder with `.git`; without links.
  let root: String
  /// What it is compared with: a commit, or nil for a repository without any.
  private let base: String?
  private let git: Git
  /// By path from the root, as bytes: names need not be UTF-8, and two that Unicode holds for equal are two.
  private let entries: [[UInt8]: Entry]

  private struct Entry {
    let kind: Kind
    let object: String
  }

  private enum Kind { case file, link, repository }

  /// - Parameter revision: A commit, branch or tag. What counts is where the current branch left it, as for a pull request.
  init(root: String, since revision: String, git: Git) throws(Failure) {
    self.root = root
    self.git = git
    base = try git.base(of: revision, in: root)
    entries = try base.map { commit throws(Failure) in try Self.entries(of: commit, root, git) } ?? [:]
  }

  /// `<mode> <kind> <object>\t<path>\0`, again and again.
  private static func entries(of commit: String, _ root: String, _ git: Git) throws(Failure) -> [[UInt8]: Entry] {
    let listing = git.run(["ls-tree", "-r", "-z", "--full-tree", commit], in: root)
    guard let listing, listing.isSuccess else { throw Git.unreadable(root) }
    var entries: [[UInt8]: Entry] = [:]
    for line in listing.output.split(separator: 0) {
      guard let tab = line.firstIndex(of: 0x09) else { throw Git.unreadable(root) }
      let parts = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3 else { throw Git.unreadable(root) }
      let kind: Kind = parts[0] == "120000" ? .link : parts[1] == "commit" ? .repository : .file
      entries[Array(line[(tab + 1)...])] = Entry(kind: kind, object: parts[2])
    }
    return entries
  }

  // MARK: What differs

  /// Whether what a path leads to is another than it was, is new or is gone. Both what the path says and where it really leads count. Where nobody can
  /// tell, it is taken for touched: then it is looked at, and what is wrong with it is said.
  func isTouched(_ path: String) -> Bool {
    do {
      let places = [Path.normalised(path, in: try FileSystem.currentFolder()), try FileSystem.realPath(path)].compactMap { $0 }
      return try places.contains { try Path.isInside($0, root) && differs($0) }
    } catch {
      return true
    }
  }

  private func differs(_ place: String) throws(FileSystem.ReadFailure) -> Bool {
    var path = root
    var relative = ""
    for part in (Substring(place.utf8.dropFirst(root.utf8.count))).split(separator: "/") {
      path = Path.joined(path, String(part))
      relative = relative.isEmpty ? String(part) : "\(relative)/\(part)"
      let entry = entries[Array(relative.utf8)]
      // Behind a link, its end is what counts, and that is a place of its own.
      if let target = FileSystem.linkTarget(path) { return entry?.kind != .link || entry?.object != object(target, like: entry) }
      // What is inside another repository, git does not list.
      if entry?.kind == .repository { return true }
    }
    let entry = entries[Array(relative.utf8)]
    guard try FileSystem.status(path) != nil else { return entry != nil }
    guard let entry, entry.kind == .file else { return true }
    let bytes = try FileSystem.read(path, limit: Self.largest)
    return entry.object != object(bytes, like: entry) && entry.object != object(Self.withoutReturns(bytes), like: entry)
  }

  /// A larger file is not looked into, and so taken for changed.
  private static let largest = 64 << 20

  /// Git may store line ends otherwise than they are on disk.
  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result.append(byte)
    }
    return result
  }

  /// The name that git gives to a content: SHA-1, or SHA-256 in repositories that use it.
  private func object(_ bytes: [UInt8], like entry: Entry?) -> String {
    let whole = Array("blob \(bytes.count)\0".utf8) + bytes
    return entry?.object.utf8.count == 64 ? sha256(whole) : hexadecimal(Insecure.SHA1.hash(data: whole))
  }

  // MARK: What is gone

  /// What was there and is not any more, of which the path fits, in the order of paths.
  func gone(under folder: String, where fits: (String) -> Bool) -> [Gone] {
    var gone: [Gone] = []
    for (bytes, entry) in entries where entry.kind == .file {
      let path = String(decoding: bytes, as: UTF8.self)
      let place = Path.joined(root, path)
      if fits(path), Path.isInside(place, folder), Self.isGone(place) {
        gone.append(Gone(path: path, object: entry.object))
      }
    }
    return gone.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Surely so: that a folder cannot be searched, whoever searches it says.
  private static func isGone(_ place: String) -> Bool {
    do {
      return try FileSystem.status(place) == nil
    } catch {
      return false
    }
  }

  struct Gone {
    let path: String
    fileprivate let object: String
  }

  /// What was in it.
  func content(of gone: Gone) -> [UInt8]? {
    git.run(["cat-file", "blob", gone.object], in: root).flatMap { $0.isSuccess ? $0.output : nil }
  }
}

/// The program git, asked only for what it has stored.
struct Git {
  private let process: Subprocess

  init() throws(Failure) {
    guard let executable = Subprocess.find("git") else {
      throw Failure(
        message: Phrase(
          nl: "Voor --changed is git nodig, en dat is hier niet gevonden.", en: "--changed needs git, which was not found here."))
    }
    // Of the user's own settings only those count that say which folders may be trusted.
    var environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
      "GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_PAGER": "cat",
    ]
    for name in ["HOME", "XDG_CONFIG_HOME"] { environment[name] = Environment.value(name) }
    process = Subprocess(executable: executable, environment: environment)
  }

  func run(_ arguments: [String], in root: String, complaints: Subprocess.Complaints = .nowhere) -> Subprocess.Ending? {
    // A folder `.git` that is none must not lead to the repository around it.
    let process = Subprocess(
      executable: self.process.executable,
      environment: self.process.environment.merging(["GIT_CEILING_DIRECTORIES": Path.folder(of: root)]) { _, new in new })
    return process.run(
      ["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-C", root] + arguments,
      complaints: complaints)
  }

  /// The commit to compare with; nil where there is none yet.
  func base(of revision: String, in root: String) throws(Failure) -> String? {
    try trust(root)
    guard let head = commit("HEAD", in: root) else {
      if revision == Git.head { return nil }
      throw unknown(revision, root)
    }
    if revision == Git.head { return head }
    guard !revision.isEmpty, !revision.hasPrefix("-"), let other = commit(revision, in: root) else { throw unknown(revision, root) }
    guard let base = run(["merge-base", other, head], in: root), base.isSuccess, let line = line(base) else {
      throw Failure(
        message: Phrase(
          nl:
            "git vindt niet waar “\(revision)” en de huidige tak uit elkaar gingen. Haal meer geschiedenis op; in CI: “fetch-depth: 0”.",
          en: "git does not find where “\(revision)” and the current branch parted. Fetch more history; in CI: “fetch-depth: 0”."))
    }
    return line
  }

  /// What `--changed` compares with when it names nothing: the last commit.
  static let head = "HEAD"

  private func commit(_ revision: String, in root: String) -> String? {
    run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], in: root).flatMap {
      $0.isSuccess ? line($0) : nil
    }
  }

  private func line(_ ending: Subprocess.Ending) -> String? {
    ending.output.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Lets git say why it will have nothing to do with a folder.
  private func trust(_ root: String) throws(Failure) {
    guard let answer = run(["rev-parse", "--git-dir"], in: root, complaints: .withOutput) else { throw Git.unreadable(root) }
    guard !answer.isSuccess else { return }
    let reason = line(answer) ?? "–"
    throw Failure(
      message: Phrase(
        nl: "git leest de repository in \(root) niet: \(reason)", en: "git does not read the repository in \(root): \(reason)"))
  }

  static func unreadable(_ root: String) -> Failure {
    Failure(message: Phrase(nl: "git leest de repository in \(root) niet.", en: "git does not read the repository in \(root)."))
  }

  private func unknown(_ revision: String, _ root: String) -> Failure {
    let isPath = (try? FileSystem.status(revision)) != nil
    let hint =
      isPath
      ? Phrase(
        nl: "Dat is een bestand of map: schrijf paden vóór --changed, of --changed=HEAD.",
        en: "That is a file or folder: write paths before --changed, or --changed=HEAD.")
      : Phrase(
        nl: "Noem een commit, tak of label, zoals origin/main. In CI moet de geschiedenis zijn opgehaald: “fetch-depth: 0”.",
        en: "Name a commit, branch or tag, such as origin/main. In CI the history must have been fetched: “fetch-depth: 0”.")
    return Failure(
      message: Phrase(
        nl: "git kent “\(revision)” niet in \(root). \(hint.nl)", en: "git does not know “\(revision)” in \(root). \(hint.en)"))
  }
}

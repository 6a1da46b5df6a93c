internal import LeidraadCore

/// Finds guidelines: what is named, and in folders what says that it is one.
struct Discovery {
  /// A file to check.
  struct Input {
    /// As shown: from where the user stands.
    let name: String
    /// Nil for standard input.
    let path: String?
    /// Why it cannot be checked.
    var fault: Phrase?
  }

  private(set) var inputs: [Input] = []
  private var seenFiles: Set<Identity> = []
  private var seenFolders: Set<Identity> = []

  private struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// What to say where there is none.
  static let nothing = Phrase(
    nl: "Hier is geen richtlijn om te toetsen. Een richtlijn is een .yaml-bestand waarin “leidraad: guideline/v1” staat.",
    en: "There is no guideline here to check. A guideline is a .yaml file that says “leidraad: guideline/v1”.")

  /// Folders that hold other people's files.
  private static let passedOver: Set<String> = ["node_modules", "vendor"]

  mutating func add(_ path: String) {
    if path == "-" {
      inputs.append(Input(name: "<stdin>", path: nil))
      return
    }
    do throws(FileSystem.ReadFailure) {
      guard let status = try FileSystem.status(path), let real = try FileSystem.realPath(path) else { throw FileSystem.ReadFailure.missing }
      switch status.kind {
      case .file: addFile(path, status)
      case .folder: search(Self.tidied(path), root: real, ignored: [])
      case .other: throw FileSystem.ReadFailure.notAFile
      }
    } catch {
      cannotCheck(path, error.phrase)
    }
  }

  /// What cannot be checked is reported in its place, and the rest is checked.
  private mutating func cannotCheck(_ path: String, _ why: Phrase) { inputs.append(Input(name: path, path: path, fault: why)) }

  private static func tidied(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : String(path)
  }

  private mutating func addFile(_ path: String, _ status: FileSystem.Status) {
    guard seenFiles.insert(Identity(device: status.device, node: status.node)).inserted else { return }
    inputs.append(Input(name: Self.tidied(path), path: path))
  }

  // MARK: Folders

  private mutating func search(_ folder: String, root: String, ignored: [IgnoreRules]) {
    do throws(FileSystem.ReadFailure) {
      guard let status = try FileSystem.status(folder) else { throw FileSystem.ReadFailure.missing }
      guard seenFolders.insert(Identity(device: status.device, node: status.node)).inserted else { return }
      let names = try FileSystem.names(in: folder)
      let rules = names.contains(".gitignore") ? self.rules(in: folder) : nil
      for name in names where !name.hasPrefix(".") && !Self.passedOver.contains(name) {
        let path = Path.joined(folder, name)
        do throws(FileSystem.ReadFailure) {
          try look(at: path, name: name, root: root, ignored: ignored + (rules.map { [$0] } ?? []))
        } catch {
          cannotCheck(path, error.phrase)
        }
      }
    } catch {
      let why = error.phrase
      cannotCheck(folder, Phrase(nl: "Deze map kan niet worden doorzocht. \(why.nl)", en: "This folder cannot be searched. \(why.en)"))
    }
  }

  /// What a folder says is not part of it; a fault when that cannot be read, for it would change what is checked.
  private mutating func rules(in folder: String) -> IgnoreRules? {
    let path = Path.joined(folder, ".gitignore")
    do {
      return IgnoreRules(String(decoding: try FileSystem.read(path, limit: 1 << 20), as: UTF8.self), folder: folder)
    } catch {
      cannotCheck(path, error.phrase)
      return nil
    }
  }

  private mutating func look(at path: String, name: String, root: String, ignored: [IgnoreRules]) throws(FileSystem.ReadFailure) {
    // A name that is no UTF-8 was mended when it was read, and leads nowhere.
    let isMended = name.unicodeScalars.contains("\u{FFFD}")
    guard let status = try FileSystem.status(path) else {
      if isMended {
        cannotCheck(path, Phrase(nl: "De naam van dit bestand is geen UTF-8.", en: "The name of this file is not UTF-8."))
      } else if Self.isYAML(name) {
        // A link to nothing, or a file that vanished meanwhile.
        cannotCheck(path, Phrase(nl: "Dit bestand is er niet meer.", en: "This file is gone."))
      }
      return
    }
    if IgnoreRules.ignores(path, isFolder: status.kind == .folder, ignored) { return }
    if try FileSystem.isLink(path), try FileSystem.realPath(path).map({ Path.isInside($0, root) }) != true {
      if Self.isYAML(name) || status.kind == .folder {
        cannotCheck(
          path,
          Phrase(nl: "Deze link leidt uit de map en is niet gevolgd.", en: "This link leads out of the folder and was not followed."))
      }
      return
    }
    switch status.kind {
    case .folder: search(path, root: root, ignored: ignored)
    case .file: if Self.isYAML(name), saysItIsAGuideline(path) { addFile(path, status) }
    case .other: if Self.isYAML(name) { throw FileSystem.ReadFailure.notAFile }
    }
  }

  private static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// A top-level `leidraad: guideline/…`, wherever it stands. What cannot be read is taken in, so that it is reported and not skipped.
  private func saysItIsAGuideline(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return true }
    return GuidelineMark.isPresent(in: bytes)
  }
}

/// The mark by which a file says that it is a guideline, sought without parsing: broken files have it too.
enum GuidelineMark {
  private static let key = Array("leidraad".utf8)
  private static let value = Array("guideline/".utf8)

  static func isPresent(in bytes: [UInt8]) -> Bool {
    // UTF-16 without its zeros is close enough to look.
    let text = bytes.prefix(2) == [0xFE, 0xFF] || bytes.prefix(2) == [0xFF, 0xFE] ? bytes.filter { $0 != 0 } : bytes
    let isFlow = text.first { $0 > 0x20 && $0 < 0x80 } == 0x7B
    var index = 0
    while index + key.count < text.count {
      guard text[index] == key[0], text[index...].starts(with: key) else {
        index += 1
        continue
      }
      if isFlow || isAtLineStart(text, index), isFollowedByValue(text[(index + key.count)...]) { return true }
      index += key.count
    }
    return false
  }

  private static func isAtLineStart(_ text: [UInt8], _ index: Int) -> Bool {
    var start = index
    if start > 0, text[start - 1] == 0x22 || text[start - 1] == 0x27 { start -= 1 }
    return start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D || text[start - 1] >= 0x80
  }

  private static func isFollowedByValue(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    guard rest.first == 0x3A else { return false }
    return rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x22 || $0 == 0x27 }.starts(with: value)
  }
}

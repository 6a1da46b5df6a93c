internal import CPolicies

/// The policies that the binary carries: their YAML, which is the source, and of each a snapshot, which is read in a fraction of the time.
package enum BuiltInPolicies {
  /// Their ids, in alphabetical order.
  package static var ids: [String] {
    var ids: [String] = []
    for index in 0..<Int(leidraad_policy_file_count) {
      let id = self.id(of: path(at: index))
      if ids.last != id { ids.append(id) }
    }
    return ids
  }

  /// The one that is used where none is named.
  package static let standard = "online-work"

  /// The files of a policy by its id; nil when the binary has none of that name.
  package static func files(of id: String) -> [PolicyFile]? {
    let files = indices(of: id).map { PolicyFile(name: "policies/\(path(at: $0))", bytes: Array(bytes(at: $0))) }
    return files.isEmpty ? nil : files
  }

  /// A policy by its id, from its snapshot; nil where there is none, and the YAML is to be read.
  ///
  /// While one develops, a snapshot that was not made from the YAML as it is now is none: a change of the YAML shows at once. A release is not made
  /// with such a one, since the tests look; so it does not read 600 KB at every start to find that out.
  package static func policy(_ id: String) -> Policy? {
    guard let snapshot = snapshot(of: id) else { return nil }
    #if DEBUG
      guard PolicyDecoder.digest(of: snapshot) == digest else { return nil }
    #endif
    return Policy(snapshot: snapshot)
  }

  // MARK: Snapshots

  /// The ids of the snapshots, in alphabetical order: those of the policies, when the generated files are fresh.
  package static var snapshotIDs: [String] {
    (0..<Int(leidraad_policy_snapshot_count)).map { String(cString: leidraad_policy_snapshots[$0].id) }
  }

  /// A policy's snapshot as the binary carries it.
  package static func snapshot(of id: String) -> UnsafeRawBufferPointer? {
    for index in 0..<Int(leidraad_policy_snapshot_count) {
      let snapshot = leidraad_policy_snapshots[index]
      if id == String(cString: snapshot.id) { return UnsafeRawBufferPointer(start: snapshot.bytes, count: snapshot.count) }
    }
    return nil
  }

  /// A policy's snapshot made anew from its YAML; nil where the YAML is no policy without errors.
  package static func compile(_ id: String) -> PolicySnapshot? {
    guard let files = files(of: id), let policy = Policy.load(files, base: files(of:)).policy else { return nil }
    return PolicySnapshot(policy, digest: digest)
  }

  /// What tells the YAML of all policies from what it was before a change: an overlay's snapshot holds what it extends, whose name stands only in
  /// its YAML. Of nobody's making but our own, so it need not withstand anyone.
  private static var digest: UInt64 {
    var digest = Digest()
    for index in 0..<Int(leidraad_policy_file_count) {
      digest.add(UnsafeRawBufferPointer(start: file(at: index).path, count: path(at: index).utf8.count))
      digest.add(bytes(at: index))
    }
    return digest.value
  }

  /// Four words at a time, so that the 600 KB of the policies cost some hundred thousand instructions.
  private struct Digest {
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)

    var value: UInt64 { [lanes.0, lanes.1, lanes.2, lanes.3].reduce(0, Digest.mixed) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      var offset = 0
      while offset + 32 <= bytes.count {
        lanes.0 = Digest.mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        lanes.1 = Digest.mixed(lanes.1, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        lanes.2 = Digest.mixed(lanes.2, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
        lanes.3 = Digest.mixed(lanes.3, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
        offset += 32
      }
      for byte in bytes[offset...] { lanes.0 = Digest.mixed(lanes.0, UInt64(byte)) }
      lanes.1 = Digest.mixed(lanes.1, UInt64(bytes.count))
    }

    private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
      ((state << 5 | state >> 59) ^ word) &* 0x517C_C1B7_2722_0A95
    }
  }

  // MARK: Files

  private static func indices(of id: String) -> [Int] {
    (0..<Int(leidraad_policy_file_count)).filter { index in
      let path = path(at: index).utf8
      guard path.starts(with: id.utf8) else { return false }
      let end = path.dropFirst(id.utf8.count).first
      return end == UInt8(ascii: "/") || end == UInt8(ascii: ".")
    }
  }

  private static func file(at index: Int) -> leidraad_policy_file { leidraad_policy_files[index] }

  private static func path(at index: Int) -> String { String(cString: file(at: index).path) }

  private static func bytes(at index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: file(at: index).bytes, count: file(at: index).count)
  }

  /// A folder's name, or an overlay's file name without its ending.
  private static func id(of path: String) -> String {
    let first = path.split(separator: "/").first ?? ""
    return String(first.split(separator: ".").first ?? "")
  }
}

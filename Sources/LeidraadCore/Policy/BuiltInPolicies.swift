internal import CPolicies

/// The policies that the binary carries.
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
    var files: [PolicyFile] = []
    for index in 0..<Int(leidraad_policy_file_count) where self.id(of: path(at: index)) == id {
      let file = file(at: index)
      files.append(PolicyFile(name: "policies/\(path(at: index))", bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count))))
    }
    return files.isEmpty ? nil : files
  }

  private static func file(at index: Int) -> leidraad_policy_file { leidraad_policy_files[index] }

  private static func path(at index: Int) -> String { String(cString: file(at: index).path) }

  /// A folder's name, or an overlay's file name without its ending.
  private static func id(of path: String) -> String {
    let first = path.split(separator: "/").first ?? ""
    return String(first.split(separator: ".").first ?? "")
  }
}

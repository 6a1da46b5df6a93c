internal import LeidraadCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

// Writes the source of Sources/CPolicies/snapshots.c to standard output, from the YAML that this program was built with.

/// A byte as it stands between the quotes of a C string.
func escaped(_ byte: UInt8) -> String {
  switch byte {
  // `"` and `\`; and `?`, because `??` begins a trigraph.
  case 0x22, 0x5C, 0x3F: "\\" + String(UnicodeScalar(byte))
  case 0x20...0x7E: String(UnicodeScalar(byte))
  default: "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map { String($0) }.joined()
  }
}

func literals(_ snapshot: PolicySnapshot) -> String {
  let starts = [0] + snapshot.lineStarts
  return zip(starts, starts.dropFirst() + [snapshot.bytes.count]).map { start, end in
    "  \"" + snapshot.bytes[start..<end].map(escaped).joined() + "\""
  }.joined(separator: "\n")
}

var source = "// Made by scripts/generate. Do not edit.\n#include \"CPolicies.h\"\n"
let ids = BuiltInPolicies.ids
for (index, id) in ids.enumerated() {
  guard let snapshot = BuiltInPolicies.compile(id) else {
    let message = Array("compile-policies: policies/\(id) has errors; see “leidraad policy lint”\n".utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(2)
  }
  source += "\nstatic const unsigned char snapshot\(index)[] =\n\(literals(snapshot));\n"
}
source += "\nstatic const leidraad_policy_snapshot snapshots[] = {\n"
for (index, id) in ids.enumerated() {
  // Without the NUL that ends a string.
  source += "    {\"\(id)\", snapshot\(index), sizeof snapshot\(index) - 1},\n"
}
source += "};\n\nconst leidraad_policy_snapshot *const leidraad_policy_snapshots = snapshots;\n"
source += "const size_t leidraad_policy_snapshot_count = \(ids.count);"
print(source)

import LeidraadCore
import LocatedYAML
import Testing

/// 64 hexadecimal digits that differ for different bytes: FNV-1a, four times over. No SHA-256, and no need for one here.
let testDigest: Digester = { bytes in
  var result = ""
  for seed in 0..<4 as Range<UInt64> {
    var hash = 0xcbf2_9ce4_8422_2325 &+ seed &* 0x9e37_79b9_7f4a_7c15
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    result += String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
  return result
}

private let loadings: [String: PolicyLoading] = Dictionary(
  uniqueKeysWithValues: BuiltInPolicies.ids.map { id in (id, Policy.load(BuiltInPolicies.files(of: id) ?? [], base: BuiltInPolicies.files))
  })

/// A built-in policy, read once for all tests.
func builtInPolicy(_ id: String = BuiltInPolicies.standard) throws -> Policy {
  try #require(loadings[id]?.policy, "the built-in policy \(id) does not load")
}

/// What loading a built-in policy said.
func builtInDiagnostics(_ id: String) -> [Diagnostic] { loadings[id]?.diagnostics ?? [] }

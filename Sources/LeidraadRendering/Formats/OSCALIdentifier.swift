internal import Crypto

/// A UUID of version 5 (RFC 9562): the same for the same name, so that one finding keeps its identifier from run to run.
///
/// OSCAL takes versions 4 and 5 only, and validators refuse version 8, which would have let the digits of a fingerprint stand as they are.
/// Version 5 is by definition of SHA-1; it secures nothing here.
struct OSCALIdentifier: Encodable, Hashable {
  let text: String

  /// Of what has these parts of a name, in this order. Different parts give different identifiers.
  init(_ parts: String...) {
    // Leidraad's own name space: the UUID of version 5 of `leidraad` in that of RFC 9562 for object identifiers.
    let namespace: [UInt8] = [
      0xAA, 0x1E, 0x82, 0x50, 0x37, 0xDA, 0x50, 0xA1, 0xB5, 0xA4, 0xB6, 0xA4, 0xBD, 0xEF, 0x83, 0xF6,
    ]
    // The length before each part keeps “a”, “bc” apart from “ab”, “c”.
    let name = parts.map { "\($0.utf8.count):\($0)" }.joined()
    var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var result = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { result += "-" }
      result += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    text = result
  }

  func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

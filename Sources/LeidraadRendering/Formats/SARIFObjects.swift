internal import LeidraadCore

/// The objects of SARIF 2.1.0 that are written, named as they are there.
extension SARIF {
  struct AutomationDetails: Encodable {
    let id: String
  }

  struct Bases: Encodable {
    let policy: ArtifactLocation

    init(_ run: Run) {
      let words = Phrase(nl: "De bestanden van het beleidskader \(run.policy.id).", en: "The files of the policy \(run.policy.id).")
      policy = ArtifactLocation(description: Message(words[run.language]), uri: nil, uriBaseId: nil)
    }

    private enum CodingKeys: String, CodingKey { case policy = "POLICY" }
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let language: String
    let name = "Leidraad"
    let notifications: [Rule]
    let rules: [Rule]
    let version: String
    /// Nil where the version is none.
    let semanticVersion: String?

    private enum CodingKeys: CodingKey { case language, name, notifications, rules, version, semanticVersion }
  }

  struct Rule: Encodable {
    var defaultConfiguration: Configuration
    var fullDescription: Message
    var help: Help?
    var id: String
    var properties: Properties?
    var shortDescription: Message

    struct Configuration: Encodable {
      let level: Level
    }

    struct Help: Encodable {
      let markdown: String
      let text: String
    }

    struct Properties: Encodable {
      let precision = "very-high"
      let problemSeverity: String
      let tags: [String]

      private enum CodingKeys: String, CodingKey {
        case precision, tags
        case problemSeverity = "problem.severity"
      }
    }
  }

  enum Level: String, Encodable {
    case none, note, warning, error

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  /// Plain text. A pair of brackets and a parenthesis would be a link in a message of SARIF, so they are taken apart.
  struct Message: Encodable {
    let text: String

    init(_ text: String) {
      let escaped = TerminalText.escaped(text)
      guard zip(escaped.utf8, escaped.utf8.dropFirst()).contains(where: { $0 == 0x5D && $1 == 0x28 }) else {
        self.text = escaped
        return
      }
      var result = ""
      for scalar in escaped.unicodeScalars {
        if scalar == "(", result.utf8.last == 0x5D { result += " " }
        result.unicodeScalars.append(scalar)
      }
      self.text = result
    }
  }

  struct ArtifactLocation: Encodable {
    let description: Message?
    let uri: String?
    let uriBaseId: String?

    /// A file as the user named it.
    init(file: String) { self.init(description: nil, uri: SARIF.uri(file), uriBaseId: nil) }

    init(description: Message?, uri: String?, uriBaseId: String?) {
      self.description = description
      self.uri = uri
      self.uriBaseId = uriBaseId
    }
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ location: Location) {
      startLine = location.start.line
      startColumn = location.start.column
      endLine = location.end.line
      endColumn = location.end.column
    }

    init(line: Int, column: Int) {
      startLine = line
      startColumn = column
      endLine = line
      endColumn = column
    }
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  struct Place: Encodable {
    let id: Int?
    let message: Message?
    let physicalLocation: PhysicalLocation

    init(id: Int? = nil, message: Message? = nil, _ location: Location) {
      self.id = id
      self.message = message
      physicalLocation = PhysicalLocation(artifactLocation: ArtifactLocation(file: location.file), region: Region(location))
    }

    init(file: String) {
      id = nil
      message = nil
      physicalLocation = PhysicalLocation(artifactLocation: ArtifactLocation(file: file), region: nil)
    }

    init(id: Int, message: Message, policy place: PolicyPlace) {
      self.id = id
      self.message = message
      physicalLocation = PhysicalLocation(
        artifactLocation: ArtifactLocation(description: nil, uri: SARIF.uri(place.file), uriBaseId: SARIF.policyBase),
        region: Region(line: place.line, column: place.column))
    }
  }

  struct Fix: Encodable {
    let artifactChanges: [Change]
    let description: Message

    struct Change: Encodable {
      let artifactLocation: ArtifactLocation
      let replacements: [Replacement]
    }

    struct Replacement: Encodable {
      let deletedRegion: Region
      let insertedContent: Content
    }

    struct Content: Encodable {
      let text: String
    }
  }

  struct Suppression: Encodable {
    let justification: String
    let kind = "inSource"
    let status = "accepted"

    private enum CodingKeys: CodingKey { case justification, kind, status }
  }

  struct Descriptor: Encodable {
    let id: String
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let descriptor: Descriptor
    let level: Level
    let locations: [Place]?
    let message: Message

    init(_ id: String, level: Level, locations: [Place]?, message: Message) {
      descriptor = Descriptor(id: id)
      self.level = level
      self.locations = locations
      self.message = message
    }
  }

  /// A file's path as a URI reference: relative, unless the path is absolute; percent-encoded but for letters, digits, `-._~` and `/`.
  static func uri(_ path: String) -> String {
    let bytes = Array(path.withoutDotFolder.utf8)
    var result = bytes.first == 0x2F ? "file://" : ""
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result.isEmpty ? "." : result
  }
}

internal import LeidraadCore

/// The objects of SARIF 2.1.0 that are written, named as they are there.
extension SARIF {
  struct AutomationDetails: JSONObject {
    let id: String

    func write(to json: inout JSONWriter) {
      json.entry("id", id)
    }
  }

  struct Bases: JSONObject {
    let policy: ArtifactLocation

    init(_ run: Run) {
      let words = Phrase(nl: "De bestanden van het beleidskader \(run.policy.id).", en: "The files of the policy \(run.policy.id).")
      policy = ArtifactLocation(description: Message(words[run.language]), uri: nil, uriBaseId: nil)
    }

    func write(to json: inout JSONWriter) {
      json.entry("POLICY", policy)
    }
  }

  struct Tool: JSONObject {
    let driver: Driver

    func write(to json: inout JSONWriter) {
      json.entry("driver", driver)
    }
  }

  struct Driver: JSONObject {
    let language: String
    let name = "Leidraad"
    let notifications: [Rule]
    let rules: [Rule]
    let version: String
    /// Nil where the version is none.
    let semanticVersion: String?

    func write(to json: inout JSONWriter) {
      json.entry("language", language)
      json.entry("name", name)
      json.entry("notifications", notifications)
      json.entry("rules", rules)
      json.entry("semanticVersion", semanticVersion)
      json.entry("version", version)
    }
  }

  struct Rule: JSONObject {
    var defaultConfiguration: Configuration
    var fullDescription: Message
    var help: Help?
    var id: String
    var properties: Properties?
    var shortDescription: Message

    func write(to json: inout JSONWriter) {
      json.entry("defaultConfiguration", defaultConfiguration)
      json.entry("fullDescription", fullDescription)
      json.entry("help", help)
      json.entry("id", id)
      json.entry("properties", properties)
      json.entry("shortDescription", shortDescription)
    }

    struct Configuration: JSONObject {
      let level: Level

      func write(to json: inout JSONWriter) {
        json.entry("level", level.rawValue)
      }
    }

    struct Help: JSONObject {
      let markdown: String
      let text: String

      func write(to json: inout JSONWriter) {
        json.entry("markdown", markdown)
        json.entry("text", text)
      }
    }

    struct Properties: JSONObject {
      let precision = "very-high"
      let problemSeverity: String
      let tags: [String]

      func write(to json: inout JSONWriter) {
        json.entry("precision", precision)
        json.entry("problem.severity", problemSeverity)
        json.entry("tags", tags)
      }
    }
  }

  enum Level: String {
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
  struct Message: JSONObject {
    let text: String

    func write(to json: inout JSONWriter) {
      json.entry("text", text)
    }

    init(_ text: String) {
      let escaped = TerminalText.escaped(text)
      guard escaped.contains(byte: 0x5D) else {
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

  struct ArtifactLocation: JSONObject {
    let description: Message?
    let uri: String?
    let uriBaseId: String?

    func write(to json: inout JSONWriter) {
      json.entry("description", description)
      json.entry("uri", uri)
      json.entry("uriBaseId", uriBaseId)
    }

    /// A file as the user named it.
    init(file: String) { self.init(description: nil, uri: SARIF.uri(file), uriBaseId: nil) }

    init(description: Message?, uri: String?, uriBaseId: String?) {
      self.description = description
      self.uri = uri
      self.uriBaseId = uriBaseId
    }
  }

  struct Region: JSONObject {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    func write(to json: inout JSONWriter) {
      json.entry("endColumn", endColumn)
      json.entry("endLine", endLine)
      json.entry("startColumn", startColumn)
      json.entry("startLine", startLine)
    }

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

  struct PhysicalLocation: JSONObject {
    let artifactLocation: ArtifactLocation
    let region: Region?

    func write(to json: inout JSONWriter) {
      json.entry("artifactLocation", artifactLocation)
      json.entry("region", region)
    }
  }

  struct Place: JSONObject {
    let id: Int?
    let message: Message?
    let physicalLocation: PhysicalLocation

    func write(to json: inout JSONWriter) {
      json.entry("id", id)
      json.entry("message", message)
      json.entry("physicalLocation", physicalLocation)
    }

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

  struct Fix: JSONObject {
    let artifactChanges: [Change]
    let description: Message

    func write(to json: inout JSONWriter) {
      json.entry("artifactChanges", artifactChanges)
      json.entry("description", description)
    }

    struct Change: JSONObject {
      let artifactLocation: ArtifactLocation
      let replacements: [Replacement]

      func write(to json: inout JSONWriter) {
        json.entry("artifactLocation", artifactLocation)
        json.entry("replacements", replacements)
      }
    }

    struct Replacement: JSONObject {
      let deletedRegion: Region
      let insertedContent: Content

      func write(to json: inout JSONWriter) {
        json.entry("deletedRegion", deletedRegion)
        json.entry("insertedContent", insertedContent)
      }
    }

    struct Content: JSONObject {
      let text: String

      func write(to json: inout JSONWriter) {
        json.entry("text", text)
      }
    }
  }

  struct Suppression: JSONObject {
    let justification: String
    let kind: Kind
    let status = "accepted"

    enum Kind: String { case inSource, external }

    init(_ justification: String, kind: Kind) {
      self.justification = Message(justification).text
      self.kind = kind
    }

    func write(to json: inout JSONWriter) {
      json.entry("justification", justification)
      json.entry("kind", kind.rawValue)
      json.entry("status", status)
    }
  }

  struct Descriptor: JSONObject {
    let id: String

    func write(to json: inout JSONWriter) {
      json.entry("id", id)
    }
  }

  struct Invocation: JSONObject {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]

    func write(to json: inout JSONWriter) {
      json.entry("executionSuccessful", executionSuccessful)
      json.entry("toolExecutionNotifications", toolExecutionNotifications)
    }
  }

  struct Notification: JSONObject {
    let descriptor: Descriptor
    let level: Level
    let locations: [Place]?
    let message: Message

    func write(to json: inout JSONWriter) {
      json.entry("descriptor", descriptor)
      json.entry("level", level.rawValue)
      json.entry("locations", locations)
      json.entry("message", message)
    }

    init(_ id: String, level: Level, locations: [Place]?, message: Message) {
      descriptor = Descriptor(id: id)
      self.level = level
      self.locations = locations
      self.message = message
    }
  }

  /// A file's path as a URI reference: relative, unless the path is absolute; percent-encoded but for letters, digits, `-._~` and `/`.
  static func uri(_ path: String) -> String {
    let path = path.withoutDotFolder
    var result = path.utf8.first == 0x2F ? "file://" : ""
    if path.allSatisfy(byte: isPlain) {
      result += path
    } else {
      for byte in path.utf8 {
        if isPlain(byte) {
          result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return result.isEmpty ? "." : result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: true
    default: false
    }
  }
}

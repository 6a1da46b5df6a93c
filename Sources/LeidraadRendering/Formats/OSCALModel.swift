internal import LeidraadCore

/// The objects of OSCAL 1.2.1 that are written, named as they are there; `JSON` turns `controlId` into `control-id`.
enum OSCAL {
  static let version = "1.2.1"

  /// Marks the properties that are Leidraad's own.
  static let namespace = "urn:leidraad:oscal"

  /// A day begins at midnight, UTC: OSCAL knows no days, and nobody reads a clock here.
  static func time(_ date: CivilDate) -> String { "\(date)T00:00:00Z" }

  /// The part of the catalog's control that a finding is about.
  static func objective(of control: String) -> String { "\(control)_obj" }

  static func decimal(_ number: Report.Number) -> String { "\(number.tenths / 10).\(number.tenths % 10)" }

  /// An address within the repository; nil where there is none.
  static func reference(toFile path: String) -> String? {
    guard !path.isEmpty else { return nil }
    var result = path.utf8.starts(with: "//".utf8) ? "/." : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "/"),
        UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
      }
    }
    return result
  }

  struct Metadata: Encodable {
    let title: OSCALText
    let lastModified: String
    let version: String
    let oscalVersion = OSCAL.version
    let props: [Property]
  }

  /// Of Leidraad's own name space.
  struct Property: Encodable {
    let name: String
    let ns = OSCAL.namespace
    let value: String
    let `class`: String?

    /// Nil without a value: OSCAL knows no empty ones, nor white space at the ends of one.
    init?(_ name: String, _ value: String?, class: String? = nil) {
      var scalars = Markdown.singleLine(value ?? "").unicodeScalars[...]
      while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
      while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
      guard !scalars.isEmpty else { return nil }
      self.name = name
      self.value = String(scalars)
      self.class = `class`
    }

    init?(_ name: String, _ value: Bool) { self.init(name, value ? "true" : "false") }

    init?(_ name: String, _ value: Int) { self.init(name, String(value)) }

    init?(_ name: String, _ value: Report.Number?, class: String? = nil) { self.init(name, value.map(OSCAL.decimal), class: `class`) }
  }

  struct Link: Encodable {
    let href: String
    let rel: String
  }

  struct BackMatter: Encodable {
    let resources: [Resource]
  }

  struct Resource: Encodable {
    let uuid: OSCALIdentifier
    let title: OSCALText
    var description: OSCALText?
    var props: [Property]?
    var citation: Citation?
    var rlinks: [Target]?

    struct Citation: Encodable {
      let text: OSCALText
    }

    struct Target: Encodable {
      let href: String
    }
  }
}

// MARK: Assessment results

extension OSCAL {
  struct ImportPlan: Encodable {
    let href: String
  }

  struct Result: Encodable {
    let uuid: OSCALIdentifier
    let title: OSCALText
    let description: OSCALText
    let start: String
    let props: [Property]
    let localDefinitions: Definitions
    let reviewedControls: ReviewedControls
    /// Nil where there are none: OSCAL knows no empty lists.
    let observations: [Observation]?
    let risks: [Risk]?
    let findings: [Finding]?
  }

  struct Definitions: Encodable {
    let components: [Component]
  }

  struct Component: Encodable {
    let uuid: OSCALIdentifier
    let type = "policy"
    let title: OSCALText
    let description: OSCALText
    let props: [Property]
    let status = Status(state: "operational")

    struct Status: Encodable {
      let state: String
    }
  }

  struct ReviewedControls: Encodable {
    let controlSelections: [Selection]

    /// One of the two stands there.
    struct Selection: Encodable {
      let description: OSCALText
      let includeAll: All?
      let includeControls: [Choice]?
    }

    struct All: Encodable {}

    struct Choice: Encodable {
      let controlId: String
    }
  }

  struct Observation: Encodable {
    let uuid: OSCALIdentifier
    let title: OSCALText
    let description: OSCALText
    let props: [Property]
    let methods = ["EXAMINE"]
    let types: [String]
    let subjects: [Subject]
    let relevantEvidence: [RelevantEvidence]
    let collected: String
    var remarks: OSCALText?

    struct Subject: Encodable {
      let subjectUuid: OSCALIdentifier
      let type = "component"
    }
  }

  struct RelevantEvidence: Encodable {
    let href: String?
    let description: OSCALText
  }

  struct Risk: Encodable {
    let uuid: OSCALIdentifier
    let title: OSCALText
    let description: OSCALText
    let statement: OSCALText
    let props: [Property]
    let status: String
    let relatedObservations: [ObservationReference]
  }

  struct ObservationReference: Encodable {
    let observationUuid: OSCALIdentifier
  }

  struct RiskReference: Encodable {
    let riskUuid: OSCALIdentifier
  }

  struct Finding: Encodable {
    let uuid: OSCALIdentifier
    let title: OSCALText
    let description: OSCALText
    let props: [Property]
    let target: Target
    let relatedObservations: [ObservationReference]
    let relatedRisks: [RiskReference]?
    let remarks: OSCALText?

    struct Target: Encodable {
      let type = "objective-id"
      let targetId: String
      let status: Status
    }

    struct Status: Encodable {
      let state: String
      let reason: String
      let remarks: OSCALText
    }
  }
}

// MARK: Catalog

extension OSCAL {
  struct CatalogDocument: Encodable {
    let catalog: Catalog
  }

  struct Catalog: Encodable {
    let uuid: OSCALIdentifier
    let metadata: Metadata
    let groups: [Group]?
    let backMatter: BackMatter?
  }

  struct Group: Encodable {
    let id: String
    let title: OSCALText
    let props: [Property]
    let links: [Link]?
    let parts: [Part]?
    let controls: [Control]?
  }

  struct Control: Encodable {
    let id: String
    let title: OSCALText
    let props: [Property]
    let links: [Link]?
    let parts: [Part]
  }

  struct Part: Encodable {
    let id: String
    let name: String
    var title: OSCALText?
    let prose: OSCALText
    var parts: [Part]?
  }
}

extension Array {
  /// Nil for an empty list, which OSCAL does not know.
  var orNil: [Element]? { isEmpty ? nil : self }
}

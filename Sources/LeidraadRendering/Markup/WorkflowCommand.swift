/// What GitHub and Azure Pipelines read from a log, line by line. A message and a property are escaped differently, and by each service
/// in its own way; a plain line is kept from being a command.
package enum WorkflowCommand {
  /// A line of a log that no build service takes for a command; it is one line, whatever is put into it.
  package struct Line: EscapedText {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    package static func escaped(_ value: String) -> String {
      String(String.UnicodeScalarView(TerminalText.escaped(value).unicodeScalars.map { $0 == "\n" ? " " : $0 }))
    }
  }

  /// The message of a GitHub command, behind the second `::`.
  package struct Message: EscapedText {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    package static func escaped(_ value: String) -> String { replacing(value, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    /// To begin a new line in a message.
    package static let lineBreak: Message = "%0A"
  }

  /// The value of a property of a GitHub command.
  package struct Property: EscapedText {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    package static func escaped(_ value: String) -> String {
      replacing(value, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }
  }

  /// The message of an Azure Pipelines command, behind the `]`.
  package struct AzureMessage: EscapedText {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    package static func escaped(_ value: String) -> String {
      replacing(value, ["%": "%AZP25", ";": "%3B", "]": "%5D", "\r": "%0D", "\n": "%0A"])
    }
  }

  /// The value of a property of an Azure Pipelines command. All that is escaped in a message is escaped here, and nothing else; the
  /// types differ so that neither is written where the other belongs.
  package struct AzureProperty: EscapedText {
    package let text: String

    package init(stringLiteral value: String) { text = value }

    package static func escaped(_ value: String) -> String { AzureMessage.escaped(value) }
  }

  private static func replacing(_ value: String, _ replacements: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in TerminalText.escaped(value).unicodeScalars {
      if let replacement = replacements[scalar] { result += replacement } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}

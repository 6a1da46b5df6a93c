/// What a diagnostic code means, why it matters and what to do, with an example before and after. The examples are tested: before has the code, after
/// has no fault.
package struct DiagnosticExplanation: Sendable {
  package let meaning: Phrase
  package let why: Phrase
  package let whatToDo: Phrase
  /// Lines of the file that the code is about, or the call where the matter is no YAML.
  package let before: String
  package let after: String
  /// Whether the example is a call in a shell.
  package let isCall: Bool

  init(_ meaning: Phrase, why: Phrase, whatToDo: Phrase, before: String, after: String, isCall: Bool = false) {
    self.meaning = meaning
    self.why = why
    self.whatToDo = whatToDo
    self.before = before
    self.after = after
    self.isCall = isCall
  }
}

extension DiagnosticCode {
  package var explanation: DiagnosticExplanation {
    switch self {
    case .unreadableFile: .unreadableFile
    case .notAGuideline: .notAGuideline
    case .yamlSyntax: .yamlSyntax
    case .invalidEncoding: .invalidEncoding
    case .controlCharacter: .controlCharacter
    case .mergeConflict: .mergeConflict
    case .limitExceeded: .limitExceeded
    case .moreDiagnostics: .moreDiagnostics
    case .duplicateKey: .duplicateKey
    case .mergeKey: .mergeKey
    case .complexKey: .complexKey
    case .invalidAlias: .invalidAlias
    case .unsupportedTag: .unsupportedTag
    case .severalDocuments: .severalDocuments
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongType: .wrongType
    case .wrongFormat: .wrongFormat
    case .duplicateID: .duplicateID
    case .unknownReference: .unknownReference
    case .invalidDate: .invalidDate
    case .invalidPeriod: .invalidPeriod
    case .invalidNumber: .invalidNumber
    case .invalidLanguage: .invalidLanguage
    case .wrongPolicy: .wrongPolicy
    case .unknownOption: .unknownOption
    case .filler: .filler
    case .notArrangedHere: .notArrangedHere
    case .evidenceSource: .evidenceSource
    case .evidenceUnusable: .evidenceUnusable
    case .decisionConflict: .decisionConflict
    case .decisionNotInForce: .decisionNotInForce
    case .decisionWithoutGap: .decisionWithoutGap
    case .decisionEnding: .decisionEnding
    case .decisionEndingInFourteen: .decisionEndingInFourteen
    case .decisionEndingInSeven: .decisionEndingInSeven
    case .verdictConflict: .verdictConflict
    case .verdictLapsed: .verdictLapsed
    case .reviewOfAnother: .reviewOfAnother
    case .invalidPolicy: .invalidPolicy
    case .invalidFraction: .invalidFraction
    case .invalidWeight: .invalidWeight
    case .invalidCheck: .invalidCheck
    case .invalidExample: .invalidExample
    case .missingLanguage: .missingLanguage
    case .circularExtends: .circularExtends
    case .unreachableControl: .unreachableControl
    case .lowersPolicy: .lowersPolicy
    case .unreadField: .unreadField
    case .unnamedOption: .unnamedOption
    case .incompleteControl: .incompleteControl
    case .claimsSource: .claimsSource
    case .vagueWord: .vagueWord
    case .undatedSource: .undatedSource
    case .silentBlocker: .silentBlocker
    case .untestedCheck: .untestedCheck
    }
  }
}

/// The stable names of diagnostics. A name never changes meaning; `leidraad explain NAME` says more about each.
package enum DiagnosticCode: String, Sendable, CaseIterable {
  // Any file
  case unreadableFile = "unreadable-file"
  case notAGuideline = "not-a-guideline"
  case yamlSyntax = "yaml-syntax"
  case invalidEncoding = "invalid-encoding"
  case controlCharacter = "control-character"
  case mergeConflict = "merge-conflict"
  case limitExceeded = "limit-exceeded"
  case moreDiagnostics = "more-diagnostics"
  case duplicateKey = "duplicate-key"
  case mergeKey = "merge-key"
  case complexKey = "complex-key"
  case invalidAlias = "invalid-alias"
  case unsupportedTag = "unsupported-tag"
  case severalDocuments = "several-documents"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case wrongFormat = "wrong-format"
  case duplicateID = "duplicate-id"
  case unknownReference = "unknown-reference"
  case invalidDate = "invalid-date"
  case invalidPeriod = "invalid-period"
  case invalidNumber = "invalid-number"
  case invalidLanguage = "invalid-language"
  // Guidelines
  case wrongPolicy = "wrong-policy"
  case unknownOption = "unknown-option"
  case filler = "filler"
  case notArrangedHere = "not-arranged-here"
  case evidenceSource = "evidence-source"
  case evidenceUnusable = "evidence-unusable"
  case decisionConflict = "decision-conflict"
  case decisionNotInForce = "decision-not-in-force"
  case decisionWithoutGap = "decision-without-gap"
  case decisionEnding = "decision-ending"
  case decisionEndingInFourteen = "decision-ending-in-14"
  case decisionEndingInSeven = "decision-ending-in-7"
  // Reviews
  case verdictConflict = "verdict-conflict"
  case verdictLapsed = "verdict-lapsed"
  case reviewOfAnother = "review-of-another"
  // Policies
  case invalidPolicy = "invalid-policy"
  case invalidFraction = "invalid-fraction"
  case invalidWeight = "invalid-weight"
  case invalidCheck = "invalid-check"
  case invalidExample = "invalid-example"
  case missingLanguage = "missing-language"
  case circularExtends = "circular-extends"
  case unreachableControl = "unreachable-control"
  case lowersPolicy = "lowers-policy"
  // What `policy lint` adds
  case unreadField = "unread-field"
  case unnamedOption = "unnamed-option"
  case incompleteControl = "incomplete-control"
  case claimsSource = "claims-source"
  case vagueWord = "vague-word"
  case undatedSource = "undated-source"
  case silentBlocker = "silent-blocker"
  case untestedCheck = "untested-check"

  /// What a diagnostic of this name weighs unless it says otherwise.
  package var severity: Severity {
    switch self {
    case .filler, .evidenceUnusable, .decisionNotInForce, .decisionWithoutGap, .decisionEndingInSeven, .verdictLapsed, .missingLanguage,
      .reviewOfAnother,
      .unreadField,
      .incompleteControl, .claimsSource, .vagueWord, .undatedSource, .silentBlocker, .untestedCheck:
      .warning
    case .decisionEnding, .decisionEndingInFourteen, .unnamedOption: .note
    case .unreadableFile, .notAGuideline, .yamlSyntax, .invalidEncoding, .controlCharacter, .mergeConflict, .limitExceeded,
      .moreDiagnostics,
      .duplicateKey, .mergeKey,
      .complexKey, .invalidAlias, .unsupportedTag, .severalDocuments, .unknownKey, .missingKey, .wrongType, .wrongFormat, .duplicateID,
      .unknownReference, .invalidDate, .invalidPeriod, .invalidNumber, .invalidLanguage, .wrongPolicy, .unknownOption, .notArrangedHere,
      .evidenceSource, .decisionConflict, .verdictConflict, .invalidPolicy, .invalidFraction, .invalidWeight, .invalidCheck,
      .invalidExample,
      .circularExtends, .unreachableControl, .lowersPolicy:
      .error
    }
  }
}

/// One thing that is wrong with a file as YAML, or as the strict part of YAML that is read here.
package struct Problem: Sendable, Equatable {
  /// The cause; words for people are made from it elsewhere.
  package let kind: Kind
  /// Where a person would put it right.
  package let range: SourceRange
  /// What it goes back to: the construct that was opened, the first of two keys, the anchor.
  package let related: SourceRange?

  /// Makes a problem.
  package init(kind: Kind, range: SourceRange, related: SourceRange? = nil) {
    self.kind = kind
    self.range = range
    self.related = related
  }

  /// The causes, one case each.
  package enum Kind: Equatable, Sendable {
    // MARK: Bytes

    /// Not UTF-8 and not UTF-16; the range is the first bytes that are no character, or empty at the start for UTF-32.
    case invalidEncoding
    /// A character that YAML does not allow, raw or out of an escape; its Unicode scalar value.
    case controlCharacter(UInt32)
    /// Conflict markers of a version control system; the range is the first marker line, related the last.
    case mergeConflict

    // MARK: Indentation and lines

    /// A tab where indentation must be spaces.
    case tabIndentation
    /// A line that belongs to nothing above it: wrong indentation. Related: the mapping it fell out of.
    case expectedKeyOrEnd
    /// The same in a list: a line that does not begin with a dash. Related: the list.
    case expectedItemOrEnd
    /// A line where a key should be, but no colon ends it.
    case missingColon
    /// `key:value`; the range is the colon.
    case missingSpaceAfterColon
    /// A key of more than so many characters, which YAML does not allow on one line.
    case keyTooLong(limit: Int)
    /// `a: b: c`; the range is the colon too many, related the value before it.
    case mappingValueNotAllowed
    /// `a: - b`; the range is the dash.
    case sequenceEntryNotAllowed
    /// More text on a line after a value that was complete, such as `'it's'`. Related: that value.
    case contentAfterValue

    // MARK: Quotes, brackets, scalars

    /// A quote that is never closed, or only lines later; the range is the opening quote.
    case unclosedQuote(double: Bool)
    /// A brace, or else a bracket, that is never closed; the range is the opening character.
    case unclosedFlow(brace: Bool)
    /// Something other than a comma or the end inside braces, or else brackets. Related: the opening character.
    case expectedCommaOrClose(brace: Bool)
    /// A character that cannot stand there, such as `@` at the start of a value; its Unicode scalar value.
    case unexpectedCharacter(UInt32)
    /// An escape in double quotes that YAML does not know. Related: the opening quote.
    case badEscape
    /// What follows `|` or `>` on its line is no header.
    case badBlockScalarHeader

    // MARK: Anchors, tags, directives, documents

    /// `&` or, for an alias, `*` without a name of letters, digits, `_` and `-`.
    case badAnchor(isAlias: Bool)
    /// An alias without an anchor before it; its name without the star.
    case undefinedAlias(name: String)
    /// An alias inside the node that it stands for. Related: that node's first character.
    case cyclicAlias(name: String)
    /// A tag that is not well formed.
    case badTag
    /// A tag outside the core schema, or one that does not fit its node; as written.
    case unsupportedTag(name: String)
    /// A `%` line that is wrong or stands in the wrong place.
    case badDirective
    /// A second document in the file.
    case unexpectedDocument

    // MARK: Keys

    /// A key that occurred before in its mapping. Related: the first.
    case duplicateKey(name: String)
    /// `<<`, which readers of YAML treat differently.
    case mergeKey
    /// A key that is not plain text: a collection, an alias, a block scalar or nothing.
    case complexKey

    // MARK: Limits

    /// More bytes than the limit; the range is empty at the start of the file.
    case tooLarge(limit: Int)
    /// Collections nested deeper than the limit; the range is the first character of the one too deep.
    case tooDeep(limit: Int)
    /// More nodes than the limit; the range is the first node too many.
    case tooManyNodes(limit: Int)
    /// A scalar of more bytes than the limit.
    case scalarTooLong(limit: Int)
    /// So many errors in the structure that reading did not go on; the range is the line from which on nothing was read.
    case tooManyErrors(limit: Int)

    /// Whatever else libyaml may say, in its own words; not reached by any input we know of.
    case other(String)
  }
}

/// Why a file is not a document: every problem found, in the order of the file.
package struct SyntaxFailure: Error, Sendable {
  /// The problems, by position; never empty.
  package let problems: [Problem]
  /// How many there are besides, of which only that is known.
  package let furtherProblems: Int
  /// From each error to where reading went on: what was read there is not to be relied on.
  package let skipped: [SourceRange]
  /// What could be read in spite of them; nil if the root is no mapping.
  package let partial: Document?
  private let lines: LineTable

  /// - Parameter wide: The offsets of the characters of more than one byte, as far as the file could be read as text.
  init(problems: [Problem], bytes: [UInt8], wide: [UInt32]) {
    self.problems = problems
    furtherProblems = 0
    skipped = []
    partial = nil
    lines = LineTable(bytes, wide: wide)
  }

  init(problems: [Problem], further: Int, skipped: [SourceRange], read document: Document) {
    self.problems = problems
    furtherProblems = further
    self.skipped = skipped
    partial = document.records.first?.kind == .mapping ? document : nil
    lines = document.lines
  }

  /// The file's bytes, to which the ranges refer: UTF-8 where it could be read as text.
  package var bytes: [UInt8] { lines.bytes }

  /// How many lines the file has.
  package var lineCount: Int { lines.count }

  /// The line and column of a byte offset.
  package func position(at offset: Int) -> SourcePosition { lines.position(at: offset) }

  /// The number of the line that holds a byte offset.
  package func lineNumber(at offset: Int) -> Int { lines.number(at: offset) }

  /// The text of a line, from 1, without its end, of a very long one its beginning; bytes that are no UTF-8 show as U+FFFD.
  package func line(at number: Int) -> String { lines.text(of: number) }
}

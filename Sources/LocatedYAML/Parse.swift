extension Document {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is: UTF-8, or UTF-16 with a byte order mark or recognisable by its zero bytes.
  ///   - limits: what the file may cost; reading stops on the event that goes over.
  /// - Throws: `SyntaxFailure` with everything that is wrong, and with what could be read in spite of it.
  package static func parse(_ bytes: [UInt8], limits: Limits = .guideline) throws(SyntaxFailure) -> Document {
    let source = try CheckedSource(bytes, limits: limits)
    var (document, problems, skipped) = source.feed.withUnsafeBufferPointer { feed in
      source.wide.withUnsafeBufferPointer { wide in
        var builder = DocumentBuilder(over: feed, wide: wide, limits: limits)
        var reader = EventReader()
        builder.readAll(&reader)
        source.standIns?.undo(in: &builder.scratch)
        return (
          Document(bytes: source.bytes, wide: source.wide, records: builder.records, scratch: builder.scratch), builder.problems,
          builder.skipped
        )
      }
    }
    // A control character breaks what it stands in: that it is there is all there is to say of that place.
    problems.removeAll { problem in source.problems.contains { $0.range.start <= problem.range.start && problem.range.start < $0.range.end }
    }
    problems += KeyChecks.problems(in: document, isASCII: source.wide.isEmpty) + source.problems
    guard !problems.isEmpty else { return document }
    problems.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    throw SyntaxFailure(problems: problems, further: source.furtherProblems, skipped: skipped, read: document)
  }
}

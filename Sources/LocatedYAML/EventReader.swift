internal import CLibYAML

/// libyaml's event parser over bytes that outlive it.
///
/// Its state is some 500 bytes that point into themselves, so it lives on the heap, once a document, and is always deleted.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var isReady = false

  init() {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Begins anew at such bytes; false if there is no memory for it.
  mutating func start(at bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isReady { yaml_parser_delete(parser) }
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return false }
    // Set, not guessed: libyaml would take a file that begins with FF FE, or a second byte order mark, for something else.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    return true
  }

  /// The next event, to be deleted by the caller; false after an error.
  @inline(__always)
  func next(_ event: inout yaml_event_t) -> Bool { yaml_parser_parse(parser, &event) == 1 }

  /// What libyaml says was wrong.
  var fault: Fault {
    Fault(
      words: parser.pointee.problem.map { String(cString: $0) } ?? "",
      character: parser.pointee.problem_mark.index,
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      contextCharacter: parser.pointee.context_mark.index
    )
  }

  /// libyaml's account of an error, its places in characters from where it began.
  struct Fault {
    var words: String
    var character: Int
    var context: String
    var contextCharacter: Int
  }
}

/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// What makes the two differ is known beforehand: the characters of more than one byte. Marks come nearly in order, so the cursor goes
/// back and forth over those few, and a scalar costs no walk over its bytes.
struct OffsetCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offsets of all characters of more than one byte.
  private let wide: UnsafeBufferPointer<UInt32>
  private var origin = 0
  /// The first wide character of the run, and the first after the last mark.
  private var first = 0
  private var next = 0
  /// By how much bytes were ahead of characters there, and from which character to which that holds.
  private var lead = 0
  private var firstOfLead = 0
  private var lastOfLead = 0

  init(over bytes: UnsafeBufferPointer<UInt8>, wide: UnsafeBufferPointer<UInt32>) {
    self.bytes = bytes
    self.wide = wide
  }

  /// Characters count from this byte on.
  mutating func restart(at offset: Int) {
    origin = offset
    while first < wide.count, Int(wide[first]) < offset { first += 1 }
    next = first
    lead = 0
    noteBounds()
  }

  /// The byte offset of a character; never outside the file.
  @inline(__always)
  mutating func offset(of character: Int) -> Int {
    if character < firstOfLead || character > lastOfLead { move(to: character) }
    return min(origin + character + lead, bytes.count)
  }

  private mutating func move(to character: Int) {
    while next < wide.count, Int(wide[next]) < origin + character + lead {
      lead += extraBytes(of: next)
      next += 1
    }
    while next > first {
      let before = lead - extraBytes(of: next - 1)
      guard Int(wide[next - 1]) >= origin + character + before else { break }
      lead = before
      next -= 1
    }
    noteBounds()
  }

  private mutating func noteBounds() {
    firstOfLead = next > first ? Int(wide[next - 1]) - origin - lead + extraBytes(of: next - 1) + 1 : 0
    lastOfLead = next < wide.count ? Int(wide[next]) - origin - lead : Int.max
  }

  private func extraBytes(of index: Int) -> Int {
    let byte = bytes[Int(wide[index])]
    return byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
  }
}

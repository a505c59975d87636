internal import CalqueText

/// A fault of YAML, explained to somebody who only wanted to write a pattern.
struct YAMLFault {
  let kind: ProblemKind
  let message: String
  let range: TextRange

  /// Explains why the part `chunk` of a file cannot be read.
  init(_ failure: YAMLComposer.Failure, chunk: Range<Int>, text: [UInt8], places: YAMLPlaces) {
    switch failure {
    case .duplicateKey(let key):
      let message = "the key “\(key.text)” stands here a second time; keep one"
      self.init(.duplicateKey, message, key.range)
    case .mark(let offset):
      let mark = UnquotedMark.leading(at: offset, of: text)
      self.init(.syntax, mark.message, from: offset, text: text)
    case .depth(let offset):
      self.init(.syntax, "lists are nested too deeply", from: offset, text: text)
    case .parser(let failure):
      self.init(failure, chunk: chunk, text: text, places: places)
    }
  }

  private init(
    _ failure: YAMLParser.Failure, chunk: Range<Int>, text: [UInt8], places: YAMLPlaces
  ) {
    switch failure.place {
    case .mark(let line, let column, let beginLine):
      // The parser often notices one line too late.
      let lines = [line, line - 1, beginLine ?? 0]
      if let unquoted = UnquotedMark.find(in: lines.map(places.line), of: text) {
        self.init(.syntax, unquoted.message, from: unquoted.offset, text: text)
      } else {
        let offset = places.offset(line: line, column: column)
        self.init(.syntax, "not YAML: \(failure.problem)", from: offset, text: text)
      }
    case .offset(let offset):
      let message = "not YAML: \(failure.problem.lowercased())"
      self.init(.syntax, message, from: chunk.lowerBound + offset, text: text)
    }
  }

  private init(_ kind: ProblemKind, _ message: String, _ range: TextRange) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  /// A fault of the character at byte `offset`.
  private init(_ kind: ProblemKind, _ message: String, from offset: Int, text: [UInt8]) {
    let start = min(text.count, offset)
    var end = min(text.count, start + 1)
    while end < text.count, end > start, text[end] & 0xC0 == 0x80 { end += 1 }
    self.init(kind, message, TextRange(UInt32(start), UInt32(end)))
  }
}

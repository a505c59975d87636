internal import CalqueText
internal import Yams

/// A fault of YAML, explained to somebody who only wanted to write a pattern.
struct YAMLFault {
  let kind: ProblemKind
  let message: String
  let range: TextRange

  /// Explains an error of the parser in the part `chunk` of a file.
  init(_ error: YamlError, chunk: Range<Int>, text: [UInt8], places: YAMLPlaces) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // The parser often notices one line too late.
      let lines = [mark.line, mark.line - 1, context?.mark.line ?? 0]
      if let unquoted = UnquotedMark.find(in: lines.map(places.line), of: text) {
        self.init(.syntax, unquoted.message, from: unquoted.offset, text: text)
      } else {
        let offset = places.offset(line: mark.line, column: mark.column)
        self.init(.syntax, "not YAML: \(problem)", from: offset, text: text)
      }
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = places.offset(line: context.mark.line, column: context.mark.column)
      let offset = Self.secondPlace(of: key, after: first, chunk: chunk, text: text)
      let message = "the key “\(key)” stands here a second time; keep one"
      self.init(.duplicateKey, message, from: offset, length: key.utf8.count, text: text)
    case .reader(let problem, let offset, _, let yaml):
      let characters = yaml.prefix(offset ?? 0).utf8.count
      let message = "not YAML: \(problem.lowercased())"
      self.init(.syntax, message, from: chunk.lowerBound + characters, text: text)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      self.init(.syntax, "not YAML: \(error)", from: chunk.lowerBound, text: text)
    }
  }

  private init(
    _ kind: ProblemKind, _ message: String, from offset: Int, length: Int? = nil, text: [UInt8]
  ) {
    self.kind = kind
    self.message = message
    var end = min(text.count, offset + (length ?? 1))
    while end < text.count, end > offset, text[end] & 0xC0 == 0x80 { end += 1 }
    range = TextRange(UInt32(min(offset, end)), UInt32(end))
  }

  /// Returns where a line starts with `key` at the same indentation as its first place.
  private static func secondPlace(
    of key: String, after first: Int, chunk: Range<Int>, text: [UInt8]
  ) -> Int {
    let key = Array(key.utf8)
    func column(of offset: Int) -> Int {
      offset - (text[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    }
    var index = first + 1
    while index + key.count <= chunk.upperBound {
      let isAlone = text[..<index].last == 0x20 || text[..<index].last == 0x0A
      if isAlone, text[index...].starts(with: key), column(of: index) == column(of: first) {
        return index
      }
      index += 1
    }
    return first
  }
}

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

/// A character that YAML gives a meaning of its own where a text was meant.
private struct UnquotedMark {
  let offset: Int
  let message: String

  /// Returns the first such character in the values of some lines.
  static func find(in lines: [Range<Int>], of text: [UInt8]) -> UnquotedMark? {
    for line in lines {
      if let mark = leadingMark(in: line, of: text) ?? innerColon(in: line, of: text) {
        return mark
      }
    }
    return nil
  }

  private static func leadingMark(in line: Range<Int>, of text: [UInt8]) -> UnquotedMark? {
    guard let start = valueStart(in: line, of: text) else { return nil }
    let mark = text[start]
    // The marks that a plain scalar cannot start with (YAML 1.2, rule 123), and a quoted text
    // after which something follows.
    guard Array(",[]{}&*!|>'\"%@`".utf8).contains(mark),
      !isWhole(text[start..<line.upperBound])
    else { return nil }
    let character = Character(Unicode.Scalar(mark))
    let quotes = mark == 0x27 ? "double" : "single"
    let message =
      "YAML gives “\(character)” at the start of a value a meaning of its own; "
      + "put the whole value in \(quotes) quotes"
    return UnquotedMark(offset: start, message: message)
  }

  /// Tells whether a value that starts with a mark is complete: `[a, b]`, `'x'`, `|-`.
  private static func isWhole(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last, value.count > 1 || first == 0x7C else {
      return false
    }
    switch first {
    case 0x5B: return last == 0x5D
    case 0x7B: return last == 0x7D
    case 0x22, 0x27: return last == first && !value.dropFirst().dropLast().contains(first)
    case 0x7C, 0x3E: return value.count <= 3
    default: return false
    }
  }

  private static func innerColon(in line: Range<Int>, of text: [UInt8]) -> UnquotedMark? {
    guard let start = valueStart(in: line, of: text) else { return nil }
    for index in start..<line.upperBound where text[index] == 0x3A {
      let isLast = index + 1 == line.upperBound
      guard isLast || text[index + 1] == 0x20 else { continue }
      let message =
        "YAML takes “: ” for the end of a key; put the whole value in single quotes"
      return UnquotedMark(offset: index, message: message)
    }
    return nil
  }

  /// Returns where the value of `key: value` or `- value` starts, if the line has one.
  private static func valueStart(in line: Range<Int>, of text: [UInt8]) -> Int? {
    var index = line.lowerBound
    func skipSpaces() { while index < line.upperBound, text[index] == 0x20 { index += 1 } }
    skipSpaces()
    while index + 1 < line.upperBound, text[index] == 0x2D, text[index + 1] == 0x20 {
      index += 1
      skipSpaces()
    }
    let keyEnd = text[index..<line.upperBound].firstIndex { byte in
      !(byte == 0x2D || (0x61...0x7A).contains(byte))
    }
    if let keyEnd, keyEnd > index, text[keyEnd] == 0x3A {
      index = keyEnd + 1
      skipSpaces()
    }
    return index < line.upperBound ? index : nil
  }
}

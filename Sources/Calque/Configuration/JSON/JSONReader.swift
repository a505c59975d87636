internal import CalqueFindings
internal import CalqueText

/// Reads JSON (RFC 8259) and keeps the place of every value.
///
/// What people write by mistake and what has one reading (a comment, a comma too many, a key given
/// twice) is a finding, and reading goes on; the first fault of another kind ends it.
struct JSONReader {
  /// Deeper than a configuration can be, and far less than what the stack holds.
  private static let depthLimit = 64

  private var cursor: JSONCursor
  private(set) var problems: [Finding] = []

  /// Reads a whole text, whose value is nil where there is none to be had.
  static func read(_ bytes: [UInt8]) -> (value: JSONValue?, problems: [Finding]) {
    var reader = JSONReader(cursor: JSONCursor(bytes))
    let value = reader.document()
    return (value, reader.problems.sorted())
  }

  private init(cursor: JSONCursor) {
    self.cursor = cursor
  }

  private mutating func document() -> JSONValue? {
    do throws(JSONFault) {
      skipSpace()
      let value = try value(depth: 0)
      skipSpace()
      guard cursor.isAtEnd else {
        throw JSONFault(cursor.rest, "nothing may follow the closing bracket of the whole text")
      }
      return value
    } catch {
      report(error.range, error.message)
      return nil
    }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard let byte = cursor.next else {
      throw JSONFault(cursor.place, "the text ends where a value is expected")
    }
    let start = cursor.offset
    let content: JSONValue.Content
    switch byte {
    case UInt8(ascii: "{"): content = .object(try members(depth: depth))
    case UInt8(ascii: "["): content = .array(try elements(depth: depth))
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
    default: content = try word()
    }
    return JSONValue(content: content, range: cursor.range(from: start))
  }

  /// Keys that are compared one by one: a set takes longer to make for the first time than a run on
  /// an article its look-ups.
  private static let fewKeys = 16

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    // The keys, once they are many.
    var seen: Set<String> = []
    try list(closing: "}", depth: depth) { (reader) throws(JSONFault) in
      let start = reader.cursor.offset
      guard reader.cursor.next == UInt8(ascii: "\"") else {
        throw JSONFault(
          reader.cursor.rest, "a key in double quotation marks is expected, such as \"rules\"")
      }
      let key = try reader.string()
      let keyRange = reader.cursor.range(from: start)
      reader.skipSpace()
      guard reader.cursor.skip(":") else {
        throw JSONFault(reader.cursor.place, "a colon is expected after the key “\(key)”")
      }
      reader.skipSpace()
      let value = try reader.value(depth: depth + 1)
      if members.count == Self.fewKeys { seen = Set(members.map(\.key)) }
      let isTwice =
        members.count < Self.fewKeys
        ? members.contains { $0.key == key } : !seen.insert(key).inserted
      if isTwice {
        reader.report(keyRange, "“\(key)” is given twice; leave one", .duplicateKey)
      }
      members.append(JSONValue.Member(key: key, keyRange: keyRange, value: value))
    }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    try list(closing: "]", depth: depth) { (reader) throws(JSONFault) in
      elements.append(try reader.value(depth: depth + 1))
    }
    return elements
  }

  /// Reads an opening bracket, items with commas between them, and the closing bracket.
  private mutating func list(
    closing: Unicode.Scalar, depth: Int, item: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    let opening = TextRange(cursor.offset, cursor.offset + 1)
    guard depth < Self.depthLimit else {
      throw JSONFault(opening, "brackets are nested more than \(Self.depthLimit) deep")
    }
    cursor.advance()
    skipSpace()
    guard !cursor.skip(closing) else { return }
    while true {
      try item(&self)
      skipSpace()
      if cursor.skip(closing) { return }
      let comma = cursor.offset
      guard cursor.skip(",") else {
        guard !cursor.isAtEnd else { throw JSONFault(opening, "this bracket is never closed") }
        throw JSONFault(cursor.place, "a comma or “\(closing)” is expected here")
      }
      skipSpace()
      guard cursor.skip(closing) else { continue }
      report(TextRange(comma, comma + 1), "JSON allows no comma before “\(closing)”; remove it")
      return
    }
  }
}

// MARK: - Single values

extension JSONReader {
  private mutating func string() throws(JSONFault) -> String {
    var reader = JSONStringReader(cursor)
    defer { cursor = reader.cursor }
    return try reader.read()
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = cursor.offset
    _ = cursor.skip("-")
    let first = cursor.next
    let whole = cursor.skipDigits()
    var isRight = whole == 1 || (whole > 1 && first != UInt8(ascii: "0"))
    if cursor.skip(".") { isRight = cursor.skipDigits() > 0 && isRight }
    if cursor.skip("e") || cursor.skip("E") {
      _ = cursor.skip("+") || cursor.skip("-")
      isRight = cursor.skipDigits() > 0 && isRight
    }
    let range = cursor.range(from: start)
    let text = cursor.text(of: range)
    guard isRight else {
      throw JSONFault(range, "“\(text)” is no JSON number; write it as 12, -3 or 0.5")
    }
    return text
  }

  private mutating func word() throws(JSONFault) -> JSONValue.Content {
    guard cursor.next != UInt8(ascii: "'") else {
      throw JSONFault(cursor.place, "strings stand in double quotation marks in JSON")
    }
    let range = cursor.skipWord()
    switch cursor.text(of: range) {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "": throw JSONFault(cursor.place, "a value is expected here")
    case let text:
      throw JSONFault(range, "“\(text)” is no value; strings stand in double quotation marks")
    }
  }

  /// Skips white space, and comments with a finding each.
  private mutating func skipSpace() {
    while true {
      cursor.skipWhiteSpace()
      guard let comment = cursor.skipComment() else { return }
      report(comment, "JSON has no comments; remove this one")
    }
  }

  private mutating func report(
    _ range: TextRange, _ message: String, _ fault: ConfigurationFault = .syntax
  ) {
    problems.append(fault.finding(at: range, message))
  }
}

/// A fault after which reading cannot go on.
struct JSONFault: Error {
  let range: TextRange
  let message: String

  init(_ range: TextRange, _ message: String) {
    self.range = range
    self.message = message
  }
}

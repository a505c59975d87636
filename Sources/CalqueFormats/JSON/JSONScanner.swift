/// Reads one JSON text (RFC 8259) piece by piece, each with the bytes that it stands in.
///
/// Strict, and without recursion: a text may nest as deep as it is long. Strings that are not UTF-8
/// are passed on as they are.
struct JSONScanner {
  /// A piece of the text.
  enum Piece: Hashable {
    case objectStart, objectEnd, arrayStart, arrayEnd
    /// The bytes between the quotation marks, as they are written.
    case key(Range<Int>)
    case string(Range<Int>)
    /// A number, `true`, `false` or `null`.
    case other
  }

  /// Why a text is no JSON.
  struct Fault: Error, Hashable {
    let offset: Int
    let message: String
  }

  /// What may come next.
  private enum Expectation { case value, firstElement, firstKey, key, comma, end }

  private let bytes: [UInt8]
  private let end: Int
  private(set) var offset: Int
  private var expectation = Expectation.value
  /// For each bracket that is open, whether it is that of an object.
  private var brackets: [Bool] = []

  /// Starts at the beginning of a range; nothing behind it is read.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Returns the next piece; nil at the end of the text.
  mutating func next() throws(Fault) -> Piece? {
    skipWhiteSpace()
    switch expectation {
    case .value:
      return try value()
    case .firstElement:
      if take("]") { return close(.arrayEnd) }
      return try value()
    case .firstKey:
      if take("}") { return close(.objectEnd) }
      return try key()
    case .key:
      return try key()
    case .comma:
      let isObject = brackets.last ?? false
      if take(isObject ? "}" : "]") { return close(isObject ? .objectEnd : .arrayEnd) }
      guard take(",") else { throw fault(isObject ? "“,” or “}”" : "“,” or “]”") }
      expectation = isObject ? .key : .value
      return try next()
    case .end:
      guard offset == end else {
        throw Fault(offset: offset, message: "something follows the end of the JSON text")
      }
      return nil
    }
  }

  private mutating func value() throws(Fault) -> Piece {
    guard offset < end else { throw fault("a value") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return open(.objectStart, isObject: true)
    case UInt8(ascii: "["): return open(.arrayStart, isObject: false)
    case UInt8(ascii: "\""):
      let range = try string()
      endValue()
      return .string(range)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default:
      guard let word = ["true", "false", "null"].first(where: startsWith) else {
        throw fault("a value")
      }
      offset += word.utf8.count
    }
    endValue()
    return .other
  }

  private mutating func key() throws(Fault) -> Piece {
    guard offset < end, bytes[offset] == UInt8(ascii: "\"") else { throw fault("a key") }
    let range = try string()
    skipWhiteSpace()
    guard take(":") else { throw fault("“:”") }
    expectation = .value
    return .key(range)
  }

  private mutating func open(_ piece: Piece, isObject: Bool) -> Piece {
    offset += 1
    brackets.append(isObject)
    expectation = isObject ? .firstKey : .firstElement
    return piece
  }

  private mutating func close(_ piece: Piece) -> Piece {
    brackets.removeLast()
    endValue()
    return piece
  }

  private mutating func endValue() {
    expectation = brackets.isEmpty ? .end : .comma
  }
}

// MARK: - Strings and numbers

extension JSONScanner {
  private mutating func string() throws(Fault) -> Range<Int> {
    let start = offset + 1
    offset = start
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return start..<offset - 1
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        throw Fault(
          offset: offset, message: "a control character stands in a string; write it as \\u00XX")
      default: offset += 1
      }
    }
    throw Fault(offset: start - 1, message: "the string is not closed")
  }

  private mutating func escape() throws(Fault) {
    let start = offset
    offset += 2
    guard start + 1 < end else { throw Fault(offset: start, message: "the string is not closed") }
    guard bytes[start + 1] == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(bytes[start + 1]) else {
        throw Fault(
          offset: start, message: "this is no escape of JSON; a backslash is written “\\\\”")
      }
      return
    }
    for _ in 0..<4 {
      guard offset < end, JSONEscape.digit(bytes[offset]) != nil else {
        throw Fault(offset: start, message: "“\\u” takes four hexadecimal digits")
      }
      offset += 1
    }
  }

  private mutating func number() throws(Fault) {
    let start = offset
    _ = take("-")
    let first = offset
    var isRight = skipDigits() > 0
    if isRight, bytes[first] == UInt8(ascii: "0") { isRight = offset == first + 1 }
    if take(".") { isRight = skipDigits() > 0 && isRight }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      isRight = skipDigits() > 0 && isRight
    }
    guard isRight else {
      throw Fault(offset: start, message: "this is no number of JSON; write it as 12, -3 or 0.5")
    }
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    return offset - start
  }

  private mutating func skipWhiteSpace() {
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard offset < end, UInt32(bytes[offset]) == scalar.value else { return false }
    offset += 1
    return true
  }

  private func startsWith(_ word: String) -> Bool { bytes[offset..<end].starts(with: word.utf8) }

  private func fault(_ expected: String) -> Fault {
    offset < end
      ? Fault(offset: offset, message: "\(expected) is expected here")
      : Fault(offset: end, message: "the JSON text ends where \(expected) is expected")
  }
}

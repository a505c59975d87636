internal import CalqueText

/// Reads one string of a JSON text, from its opening to its closing quotation mark.
struct JSONStringReader {
  private(set) var cursor: JSONCursor
  private let start: UInt32

  init(_ cursor: JSONCursor) {
    self.cursor = cursor
    start = cursor.offset
  }

  mutating func read() throws(JSONFault) -> String {
    cursor.advance()
    var text: [UInt8] = []
    while let byte = cursor.next {
      switch byte {
      case UInt8(ascii: "\""):
        cursor.advance()
        return try validated(text)
      case UInt8(ascii: "\\"):
        text += try escape()
      case 0x0A, 0x0D:
        throw JSONFault(cursor.range(from: start), "the string is not closed on its line")
      case 0..<0x20:
        let message = "a string holds no control characters; write \\t or \\u00XX"
        throw JSONFault(cursor.place, message)
      default:
        text.append(byte)
        cursor.advance()
      }
    }
    throw JSONFault(cursor.range(from: start), "the string is never closed")
  }

  private func validated(_ text: [UInt8]) throws(JSONFault) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONFault(cursor.range(from: start), "the string is not UTF-8; save the file as UTF-8")
    }
    return string
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    let escapeStart = cursor.offset
    cursor.advance()
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
      UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let next = cursor.next, let byte = simple[next] {
      cursor.advance()
      return [byte]
    }
    guard cursor.skip("u") else {
      let range = TextRange(escapeStart, cursor.place.end)
      let message = "“\(cursor.text(of: range))” is no escape; a backslash is written “\\\\”"
      throw JSONFault(range, message)
    }
    return Array(String(try scalar(from: escapeStart)).utf8)
  }

  /// Reads the digits after `\u`, of both halves where the first is a surrogate.
  private mutating func scalar(from escapeStart: UInt32) throws(JSONFault) -> Unicode.Scalar {
    let unit = try hexadecimal(from: escapeStart)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, cursor.skip("\\"), cursor.skip("u") {
      let low = try hexadecimal(from: escapeStart)
      let value = 0x10000 + ((unit - 0xD800) << 10) + (low &- 0xDC00)
      if 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(value) { return scalar }
    }
    let range = cursor.range(from: escapeStart)
    throw JSONFault(range, "“\(cursor.text(of: range))” is half of a surrogate pair")
  }

  private mutating func hexadecimal(from escapeStart: UInt32) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 1...4 {
      guard let byte = cursor.next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        let range = cursor.range(from: escapeStart)
        throw JSONFault(range, "four hexadecimal digits are expected after “\\u”")
      }
      value = value << 4 + UInt32(digit)
      cursor.advance()
    }
    return value
  }
}

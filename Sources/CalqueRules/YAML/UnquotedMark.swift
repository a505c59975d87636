/// A character that YAML gives a meaning of its own where a text was meant.
struct UnquotedMark {
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
    return leading(at: start, of: text)
  }

  /// Explains the mark at the start of a value.
  static func leading(at offset: Int, of text: [UInt8]) -> UnquotedMark {
    let character = Character(Unicode.Scalar(text[offset]))
    let quotes = character == "'" ? "double" : "single"
    let message =
      "YAML gives “\(character)” at the start of a value a meaning of its own; "
      + "put the whole value in \(quotes) quotes"
    return UnquotedMark(offset: offset, message: message)
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

internal import CalqueText

/// Turns the lines and columns of a YAML parser into offsets of a file.
///
/// libyaml counts columns in scalars and lets a line end at LF, CRLF, CR, and also at U+0085,
/// U+2028 and U+2029.
struct YAMLPlaces {
  private let text: ArraySlice<UInt8>
  private let lineStarts: [Int]

  /// Notes where the lines of `text`, which starts at byte `start`, begin.
  init(_ text: [UInt8], from start: Int, to end: Int) {
    self.text = text[..<end]
    var lineStarts = [start]
    var index = start
    while index < end {
      let length = Self.lineEndLength(in: text, at: index, end: end)
      index += max(1, length)
      if length > 0 { lineStarts.append(index) }
    }
    self.lineStarts = lineStarts
  }

  /// Returns the offset of a line and a column, both counted from one.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return text.count }
    var index = lineStarts[line - 1]
    var remaining = column - 1
    while remaining > 0, index < text.count {
      index += 1
      while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      remaining -= 1
    }
    return index
  }

  /// Returns the bytes of a line, counted from one, without its line end.
  func line(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return text.count..<text.count }
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : text.count
    let last = text[start..<end].lastIndex { $0 != 0x0A && $0 != 0x0D }
    return start..<(last.map { $0 + 1 } ?? start)
  }

  private static func lineEndLength(in text: [UInt8], at index: Int, end: Int) -> Int {
    let next = index + 1 < end ? text[index + 1] : 0
    switch text[index] {
    case 0x0A: return 1
    case 0x0D: return next == 0x0A ? 2 : 1
    case 0xC2: return next == 0x85 ? 2 : 0
    case 0xE2:
      let last = index + 2 < end ? text[index + 2] : 0
      return next == 0x80 && (last == 0xA8 || last == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}

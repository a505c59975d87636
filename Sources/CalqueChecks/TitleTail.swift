internal import CalqueText

/// What stands at the end of a headline behind a bar, a dash or a hyphen, and may be the name of
/// the site.
struct TitleTail {
  /// What separates it from the headline.
  enum Separator {
    /// `|` or `_`, which stand in no sentence.
    case bar
    /// A dash, or a hyphen with white space on both sides.
    case dash
    /// A hyphen between a small letter and a capital.
    case hyphen
  }

  /// Bytes of the longest tail.
  private static let longest = 64

  let separator: Separator
  /// Offset behind the headline.
  let headEnd: UInt32
  /// The name, a date behind it apart.
  let name: TextRange
  /// Whether a date in figures stands behind the name.
  let hasDate: Bool

  /// Reads the end of a block; nil where nothing stands apart there.
  ///
  /// O(1).
  init?(of block: Block, in text: [UInt8]) {
    let start = max(Int(block.range.start), Int(block.range.end) - Self.longest)
    let (end, hasDate) = Self.withoutDate(text, start..<Int(block.range.end))
    var found: (separator: Separator, range: Range<Int>)?
    for index in (start..<end).reversed() {
      guard let next = Self.separator(at: index, in: text, start..<end) else { continue }
      // A hyphen may stand inside the name itself.
      if next.separator != .hyphen || found == nil { found = next }
      if next.separator != .hyphen { break }
    }
    guard let found else { return nil }
    let nameStart = (found.range.upperBound..<end).first { text[$0] != 0x20 } ?? end
    var headEnd = found.range.lowerBound
    while headEnd > Int(block.range.start), Self.isFiller(text[headEnd - 1]) { headEnd -= 1 }
    guard nameStart < end, headEnd > Int(block.range.start) else { return nil }
    separator = found.separator
    self.headEnd = UInt32(headEnd)
    name = TextRange(UInt32(nameStart), UInt32(end))
    self.hasDate = hasDate
  }

  /// Returns the words of the name: letters, digits, and what joins them.
  func words(in text: [UInt8]) -> [ArraySlice<UInt8>] {
    text[name.indices].split { byte in
      !(Self.isLetter(byte) || byte >= 0x80 || byte == 0x2D || byte == 0x27
        || (0x30...0x39).contains(byte))
    }
  }

  /// Returns where a tail ends, a date such as `08.02.2023` and the dash before it apart.
  private static func withoutDate(_ text: [UInt8], _ range: Range<Int>) -> (Int, Bool) {
    var start = range.upperBound
    while start > range.lowerBound, isDate(text[start - 1]) { start -= 1 }
    let date = text[start..<range.upperBound]
    guard date.count >= 8, date.count(where: { $0 == 0x2E || $0 == 0x2F }) == 2 else {
      return (range.upperBound, false)
    }
    while start > range.lowerBound, isFiller(text[start - 1]) || text[start - 1] >= 0x80 {
      start -= 1
    }
    return (start, true)
  }

  /// Returns the separator that starts at a byte.
  private static func separator(
    at index: Int, in text: [UInt8], _ range: Range<Int>
  ) -> (separator: Separator, range: Range<Int>)? {
    let isSpaced = index > range.lowerBound && text[index - 1] == 0x20
    switch text[index] {
    case 0x7C, 0x5F:
      return (.bar, index..<index + 1)
    case 0x2D:
      if isSpaced {
        var end = index
        while end < range.upperBound, text[end] == 0x2D { end += 1 }
        return (.dash, index..<end)
      }
      guard index > range.lowerBound, (0x61...0x7A).contains(text[index - 1]),
        index + 1 < range.upperBound, (0x41...0x5A).contains(text[index + 1])
      else { return nil }
      return (.hyphen, index..<index + 1)
    case 0xE2:
      let isDash =
        index + 2 < range.upperBound && text[index + 1] == 0x80
        && (text[index + 2] == 0x93 || text[index + 2] == 0x94)
      return isDash && isSpaced ? (.dash, index..<index + 3) : nil
    case 0xEF:
      let isBar =
        index + 2 < range.upperBound && text[index + 1] == 0xBD && text[index + 2] == 0x9C
      return isBar ? (.bar, index..<index + 3) : nil
    default:
      return nil
    }
  }

  private static func isDate(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2F
  }

  /// Tells whether a byte may stand between a headline and the name: a space or a hyphen.
  private static func isFiller(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2D }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

internal import CalqueText

/// A line of plain text, white space at its edges apart.
struct PlainLine {
  let range: Range<Int>
  /// Whether the line starts with `- `, `• `, `1. ` or the like.
  let hasListMarker: Bool
  /// Whether its first character is a small letter of ASCII.
  let startsSmall: Bool
  /// Whether it ends in `.`, `!`, `?`, `…` or a mark that closes after one.
  let endsSentence: Bool

  var isBlank: Bool { range.isEmpty }
  /// Number of bytes.
  var length: Int { range.count }

  init(_ range: Range<Int>, of text: [UInt8]) {
    self.range = range
    hasListMarker = Self.markerLength(of: range, in: text) > 0
    startsSmall = !range.isEmpty && text[range.lowerBound] &- 0x61 < 26
    endsSentence = Self.endsSentence(range, text)
  }

  private init(blankAt index: Int) {
    range = index..<index
    hasListMarker = false
    startsSmall = false
    endsSentence = false
  }

  /// Calls a function with each line of a text, in order.
  static func forEach(of text: [UInt8], _ lines: LineStarts, _ body: (PlainLine) -> Void) {
    let starts = lines.offsets
    for number in starts.indices {
      let start = Int(starts[number])
      let end = number + 1 < starts.count ? Int(starts[number + 1]) : text.count
      // Most lines without text have nothing but their end; behind the last end there is no line.
      if end - start > 1 || number + 1 == starts.count && start < end {
        body(PlainLine(trim(start..<end, of: text), of: text))
      } else if start < end {
        body(PlainLine(blankAt: start))
      }
    }
  }

  private static func trim(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Returns the number of bytes of a list marker and the space after it, at the start of a line.
  static func markerLength(of line: Range<Int>, in text: [UInt8]) -> Int {
    guard let first = line.first else { return 0 }
    var index = first
    switch text[first] {
    case 0x2D, 0x2A:
      index += 1
    case 0x30...0x39:
      index += 1
      if index < line.upperBound, text[index] &- 0x30 < 10 { index += 1 }
      guard index < line.upperBound, text[index] == 0x2E || text[index] == 0x29 else { return 0 }
      index += 1
    case 0xE2 where ends([0xE2, 0x80, 0xA2], first..<min(first + 3, line.upperBound), text):
      index += 3
    default:
      return 0
    }
    guard index < line.upperBound, text[index] == 0x20 else { return 0 }
    return index + 1 - first
  }

  private static func endsSentence(_ line: Range<Int>, _ text: [UInt8]) -> Bool {
    var rest = line
    while let last = rest.last {
      let length: Int
      switch text[last] {
      case 0x2E, 0x21, 0x3F: return true
      case 0x22, 0x27, 0x29, 0x5D: length = 1
      case 0xA6 where ends([0xE2, 0x80, 0xA6], rest, text): return true
      case 0x99, 0x9C, 0x9D: length = ends([0xE2, 0x80, text[last]], rest, text) ? 3 : 0
      case 0xBB: length = ends([0xC2, 0xBB], rest, text) ? 2 : 0
      default: return false
      }
      guard length > 0 else { return false }
      rest = rest.lowerBound..<rest.upperBound - length
    }
    return false
  }

  /// Tells whether a range of a text ends with some bytes.
  private static func ends(_ bytes: [UInt8], _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    text[range].suffix(bytes.count).elementsEqual(bytes)
  }
}

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
    hasListMarker = Self.markerLength(text[range]) > 0
    startsSmall = range.first.map { (0x61...0x7A).contains(text[$0]) } ?? false
    endsSentence = Self.endsSentence(text[range])
  }

  /// Returns the lines of a text from an offset on.
  ///
  /// Lines end at LF, CRLF or CR.
  static func lines(of text: [UInt8], from start: Int) -> [PlainLine] {
    var lines: [PlainLine] = []
    var lineStart = start
    var index = ByteSearch.firstByte(below: 0x0E, in: text, from: start)
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        lines.append(PlainLine(trim(lineStart..<index, of: text), of: text))
        if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
        lineStart = index + 1
      }
      index = ByteSearch.firstByte(below: 0x0E, in: text, from: index + 1)
    }
    if lineStart < text.count {
      lines.append(PlainLine(trim(lineStart..<text.count, of: text), of: text))
    }
    return lines
  }

  private static func trim(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Returns the number of bytes of a list marker and the space after it.
  static func markerLength(_ line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    if line.starts(with: [0xE2, 0x80, 0xA2]) {
      index += 3
    } else if let first = line.first, first == 0x2D || first == 0x2A {
      index += 1
    } else {
      while index < line.endIndex, (0x30...0x39).contains(line[index]) { index += 1 }
      let digits = index - line.startIndex
      guard (1...2).contains(digits), index < line.endIndex else { return 0 }
      guard line[index] == 0x2E || line[index] == 0x29 else { return 0 }
      index += 1
    }
    guard index < line.endIndex, line[index] == 0x20 else { return 0 }
    return index + 1 - line.startIndex
  }

  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while true {
      guard let last = rest.last else { return false }
      if [0x2E, 0x21, 0x3F].contains(last) { return true }
      if [0x22, 0x27, 0x29, 0x5D].contains(last) {
        rest.removeLast()
      } else if rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) {
        return true
      } else if [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xE2, 0x80, 0x9C]].contains(where: {
        rest.suffix(3).elementsEqual($0)
      }) {
        rest.removeLast(3)
      } else if rest.suffix(2).elementsEqual([0xC2, 0xBB]) {
        rest.removeLast(2)
      } else {
        return false
      }
    }
  }
}

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
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        lines.append(PlainLine(trim(lineStart..<index, of: text), of: text))
        if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
        lineStart = index + 1
      }
      index += 1
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

/// A line, or lines wrapped from one paragraph, before it is known what they are.
struct PlainBlock {
  /// The bytes, a list marker apart.
  let range: TextRange
  /// Number of words, counted up to a limit: longer blocks are prose anyway.
  let wordCount: Int
  let isListItem: Bool
  let endsSentence: Bool
  let startsSmall: Bool
  /// Whether the block starts with one of the words that introduce a credit.
  let startsCredit: Bool
  /// Whether it starts with one of the words that introduce a caption.
  let startsCaption: Bool

  static let mostWords = 40

  init(_ lines: ArraySlice<PlainLine>, of text: [UInt8]) {
    let start = lines.first?.range.lowerBound ?? 0
    let end = lines.last?.range.upperBound ?? start
    let marker = PlainLine.markerLength(text[start..<end])
    range = TextRange(UInt32(start + marker), UInt32(end))
    isListItem = marker > 0
    endsSentence = lines.last?.endsSentence ?? false
    startsSmall = lines.first?.startsSmall ?? false
    wordCount = Self.countWords(text[start + marker..<end])
    startsCredit = Self.starts(text[start..<end], withOneOf: Self.creditOpenings)
    startsCaption = Self.starts(text[start..<end], withOneOf: Self.captionOpenings)
  }

  private static let creditOpenings = [
    "source:", "sources:", "by ", "reporting by", "(reporting by", "written by",
    "with information from",
    "credit:", "author:",
  ]
  private static let captionOpenings = ["photo:", "image:", "picture:", "caption:", "file photo"]

  private static func countWords(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      if byte <= 0x20 {
        isInside = false
      } else if !isInside {
        isInside = true
        count += 1
        if count == mostWords { break }
      }
    }
    return count
  }

  private static func starts(_ line: ArraySlice<UInt8>, withOneOf openings: [String]) -> Bool {
    openings.contains { opening in
      line.count >= opening.utf8.count
        && zip(line, opening.utf8).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
    }
  }
}

internal import CalqueText

/// A line, or lines wrapped from one paragraph, before it is known what they are.
struct PlainBlock {
  /// The bytes, a list marker apart.
  let range: TextRange
  let isListItem: Bool
  let endsSentence: Bool
  let startsSmall: Bool
  /// Whether the block starts with one of the words that introduce a credit.
  let startsCredit: Bool
  /// Whether it starts with one of the words that introduce a caption.
  let startsCaption: Bool
  /// What the markup says the block is; nil where it is told by its length and place.
  let kind: Block.Kind?

  /// Reads bytes without white space at their edges, of which markup may tell what they are.
  init(_ range: Range<Int>, kind: Block.Kind?, of text: [UInt8]) {
    self.init([PlainLine(range, of: text)], kind: kind, of: text)
  }

  init(_ lines: ArraySlice<PlainLine>, kind: Block.Kind? = nil, of text: [UInt8]) {
    self.kind = kind
    let start = lines.first?.range.lowerBound ?? 0
    let end = lines.last?.range.upperBound ?? start
    let marker = kind == nil ? PlainLine.markerLength(text[start..<end]) : 0
    range = TextRange(UInt32(start + marker), UInt32(end))
    isListItem = marker > 0 || kind == .listItem
    endsSentence = lines.last?.endsSentence ?? false
    startsSmall = lines.first?.startsSmall ?? false
    startsCredit = Self.starts(text[start..<end], withOneOf: Self.creditOpenings)
    startsCaption = Self.starts(text[start..<end], withOneOf: Self.captionOpenings)
  }

  private static let creditOpenings = [
    "source:", "sources:", "by ", "reporting by", "(reporting by", "written by",
    "with information from",
    "credit:", "author:",
  ]
  private static let captionOpenings = ["photo:", "image:", "picture:", "caption:", "file photo"]

  /// For each byte whether one of the openings starts with it, in any case.
  private static let initials: [Bool] = (0..<256).map { byte in
    (creditOpenings + captionOpenings).contains { $0.utf8.first == UInt8(byte) | 0x20 }
      || byte == 0x28
  }

  /// Tells whether the block has so many words or more, by its white space.
  ///
  /// O(bytes up to the last word that is asked for).
  func hasWords(_ least: Int, _ text: [UInt8]) -> Bool {
    var count = 0
    var isInside = false
    for index in range.indices {
      let isSpace = text[index] <= 0x20
      if !isSpace, !isInside {
        count += 1
        if count == least { return true }
      }
      isInside = !isSpace
    }
    return count >= least
  }

  private static func starts(_ line: ArraySlice<UInt8>, withOneOf openings: [String]) -> Bool {
    // Most lines start with another letter than any of these.
    guard let first = line.first, initials[Int(first)] else { return false }
    return openings.contains { opening in
      opening.utf8.first == first | 0x20 && line.count >= opening.utf8.count
        && zip(line, opening.utf8).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
    }
  }
}

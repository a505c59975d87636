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
    let line = PlainLine(range, of: text)
    self.init(from: line, to: line, kind: kind, of: text)
  }

  /// Reads the lines from one to another one.
  init(from first: PlainLine, to last: PlainLine, kind: Block.Kind? = nil, of text: [UInt8]) {
    self.kind = kind
    let start = first.range.lowerBound
    let end = last.range.upperBound
    let marker =
      kind == nil && first.hasListMarker
      ? PlainLine.markerLength(of: first.range, in: text) : 0
    range = TextRange(UInt32(start + marker), UInt32(end))
    isListItem = marker > 0 || kind == .listItem
    endsSentence = last.endsSentence
    startsSmall = first.startsSmall
    let mayStart = Self.mayStart(start..<end, of: text)
    startsCredit =
      mayStart && Self.starts(start..<end, of: text, withOneOf: Self.creditOpenings)
    startsCaption =
      mayStart && Self.starts(start..<end, of: text, withOneOf: Self.captionOpenings)
  }

  private static let creditOpenings = [
    "source:", "sources:", "by ", "reporting by", "(reporting by", "written by",
    "with information from", "credit:", "author:",
  ].map { Array($0.utf8) }
  private static let captionOpenings = [
    "photo:", "image:", "picture:", "caption:", "file photo",
  ].map { Array($0.utf8) }

  /// For the low five bits of a first byte a bit for those of each second byte that an opening has
  /// behind it: most lines start with other letters.
  private static let starts: [UInt32] = (creditOpenings + captionOpenings).reduce(
    into: Array(repeating: 0, count: 32)
  ) { starts, opening in
    starts[Int(opening[0] & 31)] |= 1 << UInt32(opening[1] & 31)
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

  /// Tells whether a line may start with one of the openings.
  private static func mayStart(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    guard line.count > 2 else { return false }
    let (first, second) = (text[line.lowerBound] & 31, text[line.lowerBound + 1] & 31)
    return starts[Int(first)] >> UInt32(second) & 1 != 0
  }

  /// Tells whether a line starts with one of some openings, in any case.
  private static func starts(
    _ line: Range<Int>, of text: [UInt8], withOneOf openings: [[UInt8]]
  ) -> Bool {
    openings.contains { opening in
      text[line].prefix(opening.count).elementsEqual(opening) {
        $0.smallLetter == $1
      }
    }
  }
}

internal import CalqueText

/// The line of a text in which a range starts, cut to fit a screen, and where its caret stands.
///
/// A range that goes on over the line's end is marked up to there. A paragraph is one long line in
/// most articles, so the line is cut around the range; only bytes near it are read, and a line of
/// a gigabyte costs no more than one of a hundred bytes.
struct SourceExcerpt {
  /// The line as it is shown.
  let text: String
  /// Columns before the caret.
  let caretColumn: Int
  /// Columns under the range, at least one.
  let caretWidth: Int

  /// Columns that an excerpt may take.
  private static let columnLimit = 100
  /// Bytes looked at on either side: a column's worth of text has four at most.
  private static let byteLimit = 4 * columnLimit
  /// Columns that are given up so as not to cut a word.
  private static let wordLimit = 15

  /// Shows the line of `range`, of the text of which `lines` is the map.
  init(of range: TextRange, in text: [UInt8], lines: LineMap) {
    let line = lines.line(at: range.start).indices
    let start = min(max(Int(range.start), line.lowerBound), line.upperBound)
    let end = min(max(Int(range.end), start), line.upperBound)
    let from = Self.boundary(max(line.lowerBound, start - Self.byteLimit), in: text)
    let to = Self.boundary(min(line.upperBound, start + Self.byteLimit), in: text)
    let stop = min(end, max(start, to))
    var before = VisibleText(text, in: min(from, start)..<start).cells[...]
    var inside = VisibleText(text, in: start..<stop).cells[...]
    var after = VisibleText(text, in: stop..<max(stop, to)).cells[...]

    var isCutBefore = from > line.lowerBound
    var isCutAfter = to < line.upperBound
    if isCutBefore || isCutAfter || before.width + inside.width + after.width > Self.columnLimit {
      let room = Self.columnLimit - 2
      inside = inside.prefix(fitting: room)
      let rest = room - inside.width
      let roomAfter = min(after.width, rest - min(before.width, rest / 2))
      let tail = after.prefix(fitting: roomAfter)
      let head = before.suffix(fitting: rest - tail.width)
      isCutBefore = isCutBefore || head.count < before.count
      isCutAfter = isCutAfter || tail.count < after.count || stop < end
      before = isCutBefore ? head.startingAtWord(within: Self.wordLimit) : head
      after = isCutAfter ? tail.endingAtWord(within: Self.wordLimit) : tail
    }
    var shown = isCutBefore ? "…" : ""
    for cells in [before, inside, after] {
      for cell in cells { shown += cell.shown }
    }
    self.text = isCutAfter ? shown + "…" : shown
    let column = (isCutBefore ? 1 : 0) + before.width
    // A mark without a width of its own sits on the character before it.
    let isMark = !inside.isEmpty && inside.width == 0
    caretColumn = isMark ? max(0, column - 1) : column
    caretWidth = max(1, inside.width)
  }

  /// The caret under the first column of the range and tildes under the others.
  var caret: String { "^" + String(repeating: "~", count: caretWidth - 1) }

  /// Moves an offset back to the start of its scalar, in valid text.
  private static func boundary(_ offset: Int, in text: [UInt8]) -> Int {
    var start = offset
    while start > 0, start < text.count, offset - start < 3, text[start] & 0xC0 == 0x80 {
      start -= 1
    }
    return start
  }
}

extension ArraySlice<VisibleText.Cell> {
  /// Columns of all cells.
  fileprivate var width: Int { reduce(0) { $0 + $1.width } }

  /// Returns the longest start that fits into `columns`.
  fileprivate func prefix(fitting columns: Int) -> Self {
    var rest = columns
    return prefix {
      rest -= $0.width
      return rest >= 0
    }
  }

  /// Returns the longest end that fits into `columns`, without marks that lost their character.
  fileprivate func suffix(fitting columns: Int) -> Self {
    var rest = columns
    let count = reversed().prefix {
      rest -= $0.width
      return rest >= 0
    }.count
    return suffix(count).drop { $0.width == 0 }
  }

  /// Returns the cells from the first start of a word on, if one is near.
  fileprivate func startingAtWord(within limit: Int) -> Self {
    guard let space = prefix(limit).firstIndex(where: \.isSpace) else { return self }
    return self[(space + 1)...]
  }

  /// Returns the cells up to the last end of a word, if one is near.
  fileprivate func endingAtWord(within limit: Int) -> Self {
    guard let space = suffix(limit).lastIndex(where: \.isSpace) else { return self }
    return self[..<space]
  }
}

/// A token that may be a quotation mark.
struct QuoteCandidate {
  /// Index of the token.
  let token: Int
  /// Whether it may be part of what a wrong decoder left of one: `&`, or a character beyond ASCII
  /// behind another.
  let mayBeEncoded: Bool
}

/// Finds the glyphs of a block that may be quotation marks.
///
/// Two single marks side by side are one, what a wrong decoder left counts as the mark that was
/// meant, and a glyph that stands between quotation marks by itself, `“"”`, is spoken of and none.
struct QuoteMarkFinder {
  /// Marks before one that are looked at, at most.
  private static let farthestSingle = 16

  private var block = 0..<0
  private let tokens: [Token]
  private let encoded: EncodedMarks
  /// The wrongly read characters of the block, once one was met.
  private var mojibake: [EncodedMarks.Reading]?

  init(tokens: [Token], text: [UInt8]) {
    self.tokens = tokens
    encoded = EncodedMarks(tokens: tokens, text: text)
  }

  /// Adds the marks of a block, in order.
  ///
  /// O(candidates), and O(length) where characters were read wrongly.
  ///
  /// - Parameters:
  ///   - block: The block's tokens.
  ///   - candidates: The block's tokens that are marks, or may be what a wrong decoder left of one.
  ///   - marks: The marks of the blocks before.
  mutating func find(
    in block: Range<Int>, among candidates: ArraySlice<QuoteCandidate>, _ marks: inout [QuoteMark]
  ) {
    self.block = block
    mojibake = nil
    var end = block.lowerBound
    for candidate in candidates where candidate.token >= end {
      let index = candidate.token
      if candidate.mayBeEncoded, let reading = reading(at: index) {
        if let mark = mark(reading) { add(mark, to: &marks) }
        end = reading.tokens.upperBound
      } else {
        end = addGlyph(at: index, to: &marks)
      }
    }
  }

  /// Returns what a wrong decoder left at a token; nil where the token is what it shows.
  private mutating func reading(at index: Int) -> EncodedMarks.Reading? {
    if tokens[index].kind == .symbol, let entity = encoded.entity(at: index, in: block) {
      return entity
    }
    guard encoded.maybeBroken(index) else { return nil }
    let readings = mojibake ?? encoded.mojibake(in: block)
    mojibake = readings
    let next = readings.partitioningIndex { $0.tokens.upperBound > index }
    return next < readings.count && readings[next].tokens.contains(index) ? readings[next] : nil
  }

  private func mark(_ reading: EncodedMarks.Reading) -> QuoteMark? {
    guard let glyph = reading.glyph, let last = reading.tokens.last else { return nil }
    var mark = QuoteMark(token: reading.tokens.lowerBound, lastToken: last, glyph: glyph)
    mark.isEncoded = true
    return mark
  }

  /// Adds the mark at a token, if there is one, and returns the index behind it.
  private func addGlyph(at index: Int, to marks: inout [QuoteMark]) -> Int {
    let next = index + 1
    guard let glyph = QuoteGlyph(of: tokens[index]), !isSpokenOf(at: index, glyph) else {
      return next
    }
    if next < block.upperBound, let double = QuoteGlyph(of: tokens[index], with: tokens[next]) {
      marks.append(QuoteMark(token: index, lastToken: next, glyph: double))
      return next + 1
    }
    add(QuoteMark(token: index, lastToken: index, glyph: glyph), to: &marks)
    return next
  }

  /// Adds a mark, or joins it to the one before: two single ones of which a wrong decoder left one
  /// are read as one, unless the first can close a quotation in single marks.
  private func add(_ mark: QuoteMark, to marks: inout [QuoteMark]) {
    guard let last = marks.last, mark.isEncoded || last.isEncoded, last.token >= block.lowerBound,
      last.lastToken + 1 == mark.token, last.glyph == mark.glyph,
      !tokens[mark.token].flags.contains(.spaceBefore), !isSingleOpen(marks.dropLast()),
      let double = QuoteGlyph(twice: mark.glyph)
    else {
      marks.append(mark)
      return
    }
    var joined = QuoteMark(token: last.token, lastToken: mark.lastToken, glyph: double)
    joined.isEncoded = true
    marks[marks.count - 1] = joined
  }

  /// Tells whether the nearest single mark before opens; only the last few marks are looked at, so
  /// that the time stays linear.
  private func isSingleOpen(_ marks: ArraySlice<QuoteMark>) -> Bool {
    marks.suffix(Self.farthestSingle).last {
      $0.token >= block.lowerBound && ($0.glyph == .leftSingle || $0.glyph == .rightSingle)
    }?.glyph == .leftSingle
  }

  /// Tells whether a glyph stands by itself between two marks that quote it.
  private func isSpokenOf(at index: Int, _ glyph: QuoteGlyph) -> Bool {
    guard index > block.lowerBound, index + 1 < block.upperBound,
      !tokens[index].flags.contains(.spaceBefore), !tokens[index + 1].flags.contains(.spaceBefore),
      let left = QuoteGlyph(of: tokens[index - 1]), let right = QuoteGlyph(of: tokens[index + 1]),
      left.system == right.system, left.isDouble == right.isDouble, glyph != left, glyph != right,
      left.side != .closing, right.side != .opening
    else { return false }
    // Three levels may open or close side by side, but at a word.
    return isFree(before: index - 1) && isFree(after: index + 1)
  }

  private func isFree(before index: Int) -> Bool {
    tokens[index].flags.contains(.spaceBefore) || tokens[index - 1].isMark("(")
  }

  private func isFree(after index: Int) -> Bool {
    guard index + 1 < block.upperBound else { return true }
    let next = tokens[index + 1]
    return next.flags.contains(.spaceBefore) || next.kind == .punctuation
  }
}

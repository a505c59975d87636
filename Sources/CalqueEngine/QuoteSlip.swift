public import CalqueFindings
public import CalqueText

/// A quotation that has both its marks, one of which is the wrong one or in the wrong place.
///
/// A quotation has one slip, the gravest, and its fix mends all that is wrong with both marks.
public struct QuoteSlip: Sendable, Hashable {
  /// What is wrong, the gravest first.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two single marks, backticks, apostrophes or primes stand for quotation marks.
    case typewriter
    /// A mark has changed sides with the space beside it: `hand, “said`.
    case moved
    /// The two marks do not belong together: `“one"`.
    case mixed
    /// The marks are those of another language: `«one»`.
    case foreign
    /// A mark points to the wrong side: `”one“`.
    case reversed
    /// A new paragraph takes the quotation up with a closing mark, as in Spanish.
    case takenUpByClosing = "taken-up-by-closing"
    /// A space stands between a mark and the quoted words: `" one "`.
    case detached
    /// No space stands between a mark and the words around the quotation: `“one”he said`.
    case glued
  }

  /// What is wrong.
  public let kind: Kind
  /// Index of the mark at fault.
  public let mark: Int
  /// Index of the mark at the other end; nil where the quotation runs on.
  public let partner: Int?
  /// What mends both marks.
  public let edits: [Edit]
  /// Whether there is one reading.
  public let isCertain: Bool
}

extension Document {
  /// Returns the slips of the article's quotations, in order of their opening marks.
  ///
  /// - Complexity: O(marks).
  func quoteSlips() -> [QuoteSlip] {
    guard !marks.isEmpty else { return [] }
    let finder = QuoteSlipFinder(document: self, isCurly: usesCurlyQuotes)
    var slips: [QuoteSlip] = []
    for block in blocks {
      for mark in block.marks {
        if let slip = finder.slip(of: mark, in: block.tokens) { slips.append(slip) }
      }
    }
    return slips
  }

  /// Returns the slip of a mark that closes on the wrong side of its space what a mark of an
  /// earlier paragraph opens; nil where it stands on its side.
  public func movedClosing(_ closing: Int, of opening: Int) -> QuoteSlip? {
    movingEdit(ofClosing: closing, to: QuoteSpelling.closing(of: marks[closing].glyph)).map {
      QuoteSlip(kind: .moved, mark: closing, partner: opening, edits: [$0], isCertain: true)
    }
  }
}

private struct QuoteSlipFinder {
  let document: Document
  let isCurly: Bool

  private var marks: [QuoteMark] { document.marks }

  /// Returns the slip of the quotation that a mark opens.
  func slip(of index: Int, in block: Range<Int>) -> QuoteSlip? {
    let opening = marks[index]
    guard opening.role == .opening else { return nil }
    if opening.takesUp, opening.glyph.side == .closing, !opening.isEncoded {
      return takenUp(index, opening, in: block)
    }
    if opening.runsOn, isForeign(opening.glyph), !opening.isEncoded {
      let pair = QuoteSpelling.pair(isDouble: opening.glyph.isDouble, isCurly: isCurly)
      return runningOn(index, .foreign, [(index, pair.opening)])
    }
    // What a wrong decoder left is one fault already.
    guard let partner = opening.partner, !opening.isEncoded, !marks[partner].isEncoded else {
      return nil
    }
    let sides = QuoteSides(
      document: document, block: block, opening: opening, closing: marks[partner])
    guard let kind = kind(of: opening, marks[partner], sides),
      kind != .detached || !document.isMentioned(opening, with: marks[partner], in: block),
      kind != .glued || !followsEncoded(index)
    else { return nil }
    let isAtOpening = isAtOpening(kind, opening, marks[partner], sides)
    let isCertain =
      opening.glyph.isDouble == marks[partner].glyph.isDouble && !sides.mayBeOtherQuotations(kind)
    return QuoteSlip(
      kind: kind, mark: isAtOpening ? index : partner, partner: isAtOpening ? partner : index,
      edits: sides.edits(to: target(of: kind, opening, marks[partner])), isCertain: isCertain)
  }

  /// Tells whether a mark stands directly behind one that a wrong decoder left.
  private func followsEncoded(_ index: Int) -> Bool {
    index > 0 && marks[index - 1].isEncoded && marks[index - 1].lastToken + 1 == marks[index].token
  }

  /// Returns the slip of a mark that takes a quotation up and should open it.
  private func takenUp(_ index: Int, _ mark: QuoteMark, in block: Range<Int>) -> QuoteSlip {
    guard isForeign(mark.glyph) else {
      return runningOn(
        index, .takenUpByClosing, [(index, QuoteSpelling.opening(of: mark.glyph))])
    }
    // Marks of another language are written anew at both ends.
    let pair = QuoteSpelling.pair(isDouble: mark.glyph.isDouble, isCurly: isCurly)
    let closing = mark.partner.map { [($0, pair.closing)] } ?? []
    return runningOn(index, .takenUpByClosing, [(index, pair.opening)] + closing)
  }

  /// Returns the slip of a mark whose quotation runs on or was taken up.
  private func runningOn(
    _ index: Int, _ kind: QuoteSlip.Kind, _ spellings: [(mark: Int, text: String)]
  ) -> QuoteSlip {
    let edits = spellings.map { mark, text in
      Edit(
        range: document.range(of: marks[mark].token..<marks[mark].lastToken + 1),
        replacement: text)
    }
    return QuoteSlip(
      kind: kind, mark: index, partner: marks[index].partner, edits: edits, isCertain: true)
  }

  private func kind(
    of opening: QuoteMark, _ closing: QuoteMark, _ sides: QuoteSides
  ) -> QuoteSlip.Kind? {
    let (left, right) = (opening.glyph, closing.glyph)
    // `print` in two backticks is code.
    if left == .backtick, right == .backtick { return nil }
    if left.system == .typewriter || right.system == .typewriter { return .typewriter }
    if left.system == .prime, right.system == .prime { return .typewriter }
    let isDouble = left.isDouble || right.isDouble
    if isDouble, sides.isOpeningMoved || sides.isClosingMoved { return .moved }
    if left.isDouble != right.isDouble || left.system != right.system { return .mixed }
    if isForeign(left) || isForeign(right) { return .foreign }
    if left.side == .closing || right.side == .opening { return .reversed }
    guard isDouble else { return nil }
    if sides.isOpeningDetached || sides.isClosingDetached { return .detached }
    if sides.isOpeningGlued || sides.isClosingGlued { return .glued }
    return nil
  }

  private func isForeign(_ glyph: QuoteGlyph) -> Bool {
    switch glyph {
    case .lowDouble, .lowSingle, .reversedDouble, .reversedSingle: true
    default:
      switch glyph.system {
      case .curly, .straight, .typewriter, .prime: false
      case .guillemet, .fullWidth, .corner: true
      }
    }
  }

  /// Tells whether the opening mark is the one at fault rather than the closing one.
  private func isAtOpening(
    _ kind: QuoteSlip.Kind, _ opening: QuoteMark, _ closing: QuoteMark, _ sides: QuoteSides
  ) -> Bool {
    switch kind {
    case .typewriter: opening.glyph.system == .typewriter || opening.glyph.system == .prime
    case .moved: sides.isOpeningMoved
    case .mixed:
      if opening.glyph.isDouble != closing.glyph.isDouble {
        !opening.glyph.isDouble
      } else {
        closing.glyph.system == (isCurly ? .curly : .straight)
      }
    case .foreign, .takenUpByClosing: true
    case .reversed: opening.glyph.side == .closing
    case .detached: sides.isOpeningDetached
    case .glued: sides.isOpeningGlued
    }
  }

  /// Returns the marks that the quotation should have.
  private func target(
    of kind: QuoteSlip.Kind, _ opening: QuoteMark, _ closing: QuoteMark
  ) -> (opening: String, closing: String) {
    let isDouble = opening.glyph.isDouble || closing.glyph.isDouble
    switch kind {
    case .typewriter where !isDouble, .mixed where !isDouble:
      return QuoteSpelling.pair(isDouble: false, isCurly: isCurly)
    case .typewriter, .mixed, .foreign:
      return QuoteSpelling.pair(isDouble: isDouble, isCurly: isCurly)
    case .moved where opening.glyph.system != closing.glyph.system || isForeign(opening.glyph):
      return QuoteSpelling.pair(isDouble: isDouble, isCurly: isCurly)
    case .moved, .reversed, .takenUpByClosing, .detached, .glued:
      return (
        QuoteSpelling.opening(of: opening.glyph), QuoteSpelling.closing(of: closing.glyph)
      )
    }
  }
}

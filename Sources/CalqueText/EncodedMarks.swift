/// Finds quotation marks that a wrong decoder hides: entities of HTML (`&quot;`) and UTF-8 that was
/// read as Windows-1252 (`â€œ`).
///
/// The broken characters are one fault, which the rules of encoding report. The quotation is read
/// as if they were whole, so that its other end is not reported for having none.
struct EncodedMarks {
  /// A run of tokens that stand for one character.
  struct Reading {
    /// The tokens that lie wholly in the run.
    let tokens: Range<Int>
    /// The mark they stand for; nil for any other character.
    let glyph: QuoteGlyph?
  }

  private let tokens: [Token]
  private let text: [UInt8]

  init(tokens: [Token], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  // MARK: Entities

  /// Returns the mark of the entity whose `&` is at a token; nil where there is none.
  func entity(at start: Int, in block: Range<Int>) -> Reading? {
    guard tokens[start].isMark("&") else { return nil }
    var name = start + 1
    // Encoded twice: `&amp;quot;`.
    if let stop = stop(after: name, in: block), spelling(name).elementsEqual("amp".utf8) {
      name = stop + 1
    }
    guard let stop = stop(after: name, in: block),
      let scalar = Self.named[String(decoding: spelling(name), as: UTF8.self)] ?? numbered(name),
      let glyph = QuoteGlyph(scalar: scalar)
    else { return nil }
    return Reading(tokens: start..<stop + 1, glyph: glyph)
  }

  /// Returns the semicolon behind a name, if both stand without spaces before them.
  private func stop(after name: Int, in block: Range<Int>) -> Int? {
    guard name + 1 < block.upperBound, isJoined(name), isJoined(name + 1),
      tokens[name + 1].isMark(";")
    else { return nil }
    return name + 1
  }

  private func isJoined(_ token: Int) -> Bool { !tokens[token].flags.contains(.spaceBefore) }

  private func spelling(_ token: Int) -> ArraySlice<UInt8> { text[tokens[token].range.indices] }

  private func numbered(_ token: Int) -> UInt32? {
    let name = String(decoding: spelling(token), as: UTF8.self)
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    return digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
  }

  private static let named: [String: UInt32] = [
    "quot": 0x22, "apos": 0x27, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018,
    "rsquo": 0x2019, "bdquo": 0x201E, "sbquo": 0x201A, "laquo": 0xAB, "raquo": 0xBB,
  ]

  // MARK: Mojibake

  /// Tells whether a token that may be encoded (``QuoteCandidate``) can be part of a mark that was
  /// read wrongly: `€`, a control, or a mark of its own.
  func maybeBroken(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .quote || token.hash == 0x20AC || (0x80...0x9F).contains(token.hash)
  }

  /// Returns the wrongly read characters of a block, in order.
  ///
  /// O(length).
  func mojibake(in block: Range<Int>) -> [Reading] {
    guard let first = block.first, let last = block.last else { return [] }
    let range = TextRange(tokens[first].start, tokens[last].end)
    return CharacterScanner.faults(of: text, in: range).compactMap { fault in
      guard fault.kind == .mojibake else { return nil }
      var start = tokens[block].partitioningIndex { $0.end > fault.range.start }
      var end = tokens[block].partitioningIndex { $0.start >= fault.range.end }
      // A word that the run's first or last character is part of is not in it.
      if start < end, tokens[start].start < fault.range.start { start += 1 }
      if start < end, tokens[end - 1].end > fault.range.end { end -= 1 }
      guard start < end else { return nil }
      // Wrongly read twice, and the last byte of a closing mark dropped.
      if fault.repaired == "â€" { return Reading(tokens: start..<end, glyph: .rightDouble) }
      let glyphs = fault.repaired.unicodeScalars.compactMap { QuoteGlyph(scalar: $0.value) }
      return Reading(tokens: start..<end, glyph: glyphs.first(where: \.isDouble) ?? glyphs.first)
    }
  }
}

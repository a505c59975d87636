// Marks, links and scalars beyond ASCII.

extension Tokenizer {
  /// Marks that end a sentence rather than the address before them: `. , ; : ! ? ) '`.
  private static let addressEnds: [UInt8] = [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x27]

  mutating func scanASCIIMark(from index: Int, _ output: inout Output) -> Int {
    let byte = text[index]
    let isPair = self.byte(at: index + 1) == byte
    switch byte {
    case 0x27, 0x60:
      let isDouble = isPair && self.byte(at: index + 2) != byte
      return add(.quote, hash: UInt64(byte), from: index, to: index + (isDouble ? 2 : 1), &output)
    case 0x22:
      return add(.quote, hash: UInt64(byte), from: index, to: index + 1, &output)
    default:
      return isPair
        ? add(.quote, hash: UInt64(byte), from: index, to: index + 2, &output)
        : add(.symbol, hash: UInt64(byte), from: index, to: index + 1, &output)
    }
  }

  mutating func scanDots(from start: Int, _ output: inout Output) -> Int {
    guard byte(at: start + 1) == 0x2E else {
      flags.formUnion(PlainWordReader.ordinaryMark(at: start, flags, text.span))
      return add(.punctuation, hash: 0x2E, from: start, to: start + 1, &output)
    }
    var index = start + 2
    while byte(at: index) == 0x2E { index += 1 }
    return add(.punctuation, hash: 0x2026, from: start, to: index, &output)
  }

  mutating func scanHandle(from start: Int, _ output: inout Output) -> Int {
    guard startsWordPart(at: start + 1, allowsDigit: text[start] == 0x23) else {
      return add(.symbol, hash: UInt64(text[start]), from: start, to: start + 1, &output)
    }
    var index = start + 1
    while index < end {
      let next = classes[Int(text[index])]
      guard
        next <= ByteClass.digit || next == ByteClass.nonASCII && startsWordPart(at: index)
          || text[index] == 0x5F
      else { break }
      index += next == ByteClass.nonASCII ? DecodedScalar(text.span, at: index, end: end).length : 1
    }
    flags.insert(.link)
    return add(.symbol, hash: UInt64(text[start]), from: start, to: index, &output)
  }

  mutating func scanNonASCII(from start: Int, _ output: inout Output) -> Int {
    let scalar = DecodedScalar(text.span, at: start, end: end)
    let next = start + scalar.length
    if QuoteGlyph(scalar: scalar.value) != nil {
      return add(.quote, hash: UInt64(scalar.value), from: start, to: next, &output)
    }
    switch Scalars.kind(of: scalar.value) {
    case .uppercase, .lowercase, .letter, .digit:
      return scanWord(from: start, &output)
    case .space:
      flags.insert(.spaceBefore)
      return next
    case .punctuation:
      return add(.punctuation, hash: UInt64(scalar.value), from: start, to: next, &output)
    case .mark, .symbol, .control:
      // A byte order mark at the start of a text is none of its characters.
      guard scalar.value != 0xFEFF || start != 0 else { return next }
      return add(.symbol, hash: UInt64(scalar.value), from: start, to: next, &output)
    }
  }

  /// Tells whether one of the marks that join an address stands at `index`.
  func mayBeLink(at index: Int) -> Bool {
    guard index < end else { return false }
    return text[index] == 0x3A || text[index] == 0x40 || text[index] == 0x2E
  }

  /// Returns the length of the character at an index if an address may go on with it.
  ///
  /// Beyond ASCII capitals and small letters, as in `https://пример.рф`: of scripts without them a
  /// text goes on behind an address without a space.
  private func addressLength(at index: Int) -> Int? {
    let byte = text[index]
    guard byte >= 0x80 else {
      let isBreak =
        classes[Int(byte)] == ByteClass.space || byte == 0x22 || byte == 0x3C || byte == 0x3E
      return isBreak ? nil : 1
    }
    let scalar = DecodedScalar(text.span, at: index, end: end)
    switch Scalars.kind(of: scalar.value) {
    case .uppercase, .lowercase: return scalar.length
    default: return nil
    }
  }

  /// Returns where the address ends that the word at `start..<wordEnd` begins, if it begins one.
  func linkEnd(from start: Int, to wordEnd: Int) -> Int? {
    switch byte(at: wordEnd) {
    case 0x3A:
      guard byte(at: wordEnd + 1) == 0x2F, byte(at: wordEnd + 2) == 0x2F else { return nil }
    case 0x40:
      guard startsWordPart(at: wordEnd + 1) else { return nil }
    case 0x2E:
      guard text[start..<wordEnd].elementsEqual("www".utf8), startsWordPart(at: wordEnd + 1) else {
        return nil
      }
    default:
      return nil
    }
    var index = wordEnd + 1
    while index < end, let length = addressLength(at: index) { index += length }
    while index > wordEnd + 1, Self.addressEnds.contains(text[index - 1]) { index -= 1 }
    return index
  }
}

/// Reads words that can be told without a look at each of their bytes: nineteen of twenty.
///
/// What is read here is what ``Tokenizer`` would read; where the two could differ, nothing is. It
/// is a value of two words that nothing changes: a tokenizer, which is longer, was copied for each
/// call.
struct PlainWordReader {
  typealias Output = Tokenizer.Output

  let text: [UInt8]
  /// Where the block ends, or a part of it.
  var end = 0

  /// A word or number that needs no second look.
  private struct PlainWord {
    /// Where it ends.
    let stop: Int
    let hash: UInt64
    var kind = Token.Kind.word
    var flags: Token.Flags = []
  }

  /// A bit for each byte below 0x40 that ends a word whatever follows: white space and marks, but
  /// no digit and none of `' - . :`.
  private static let wordEnds: UInt64 =
    ~(0x03FF << 0x30 | 1 << 0x27 | 1 << 0x2D | 1 << 0x2E | 1 << 0x3A)

  /// Adds plain words and numbers, with the white space and commas between them, up to the first
  /// token that is something else or needs a second look.
  ///
  /// Returns where that token starts, and what is known of it.
  @inline(never)
  func read(
    from index: Int, _ flags: Token.Flags, into output: inout Output
  ) -> (index: Int, flags: Token.Flags) {
    let bytes = text.span
    // Where eight bytes can be read that start inside the block, and a token for each byte has
    // room: words that reach beyond are left.
    let limit = min(end, bytes.eightBytePlaces, index + output.freeCapacity)
    var start = index
    var flags = flags
    while start < limit {
      let first = bytes.eightBytes(at: start)
      // The first letter may be a capital, so it is made small; no other byte becomes a letter.
      var run = LetterRun(first | 0x20)
      var state = WordHash.seed
      var stop = start
      while run.isWhole {
        state = WordHash.mixing(run.bytes, into: state)
        stop &+= 8
        guard stop < limit else { return (start, flags) }
        run = LetterRun(bytes.eightBytes(at: stop))
      }
      stop &+= run.count
      // At least a letter, and none beyond.
      let isInside = UInt(bitPattern: stop &- start &- 1) < UInt(bitPattern: limit &- start)
      let next = run.next
      if isInside, next == 0x20 || endsWord(next, at: stop, from: start) {
        let hash = WordHash.finished(WordHash.mixing(run.letters, into: state))
        let word = PlainWord(stop: stop, hash: hash, flags: first & 0x20 == 0 ? .capitalized : [])
        output.append(token(word, from: start, flags))
        // A branch, not a sum: where the next word starts is then known before this one is read.
        if next == 0x20 {
          start = stop &+ 1
          flags = .spaceBefore
        } else {
          start = stop
          flags = []
        }
        continue
      }
      switch UInt8(truncatingIfNeeded: first) {
      case 0x00...0x20:
        flags.insert(.spaceBefore)
        start &+= 1
      case 0x2C:
        let comma = PlainWord(
          stop: start &+ 1, hash: 0x2C, kind: .punctuation,
          flags: Self.ordinaryMark(at: start, flags, bytes))
        output.append(token(comma, from: start, flags))
        let isSpace = first & 0xFF00 == 0x2000
        start &+= isSpace ? 2 : 1
        flags = isSpace ? .spaceBefore : []
      default:
        guard let word = otherWord(from: start, to: stop, run.next, bytes) else {
          return (start, flags)
        }
        output.append(token(word, from: start, flags))
        let isSpace = word.stop < limit && bytes[word.stop] == 0x20
        start = isSpace ? word.stop &+ 1 : word.stop
        flags = isSpace ? .spaceBefore : []
      }
    }
    return (start, flags)
  }

  @inline(__always)
  private func token(_ word: PlainWord, from start: Int, _ flags: Token.Flags) -> Token {
    Token(
      start: start, end: word.stop, hash: word.hash, kind: word.kind,
      flags: flags.union(word.flags))
  }

  /// Tells whether a byte behind letters of ASCII surely ends the word.
  @inline(__always)
  private func endsWord(_ byte: UInt8, at stop: Int, from start: Int) -> Bool {
    if byte < 0x40 {
      return Self.wordEnds &>> UInt64(byte) & 1 != 0
        || byte == 0x2E && isStop(behind: start, stop)
    }
    return byte == 0xE2 && isQuoteOrDash(at: stop)
  }

  /// Returns the flag of a comma or full stop at an index if it stands as most do.
  @inline(__always)
  static func ordinaryMark(at index: Int, _ flags: Token.Flags, _ bytes: Span<UInt8>) -> Token.Flags
  {
    // The first of a block has a space before it, whatever its byte there is.
    guard !flags.contains(.spaceBefore), index > 0, index + 1 < bytes.count else { return [] }
    let (before, behind) = (bytes[index - 1], bytes[index + 1])
    let isBehindWord = before | 0x20 &- 0x61 < 26 || before &- 0x30 < 10
    return isBehindWord && (behind == 0x20 || behind == 0x0A) ? .ordinaryMark : []
  }

  /// Tells whether a dot behind a plain word is a stop: behind one letter it may be part of an
  /// initialism, and behind `www` part of an address.
  private func isStop(behind start: Int, _ stop: Int) -> Bool {
    stop &- start > 3 || stop &- start > 1 && text[start] | 0x20 != 0x77
  }

  /// Tells whether one of `– — ‘ “ ” …` stands at an index.
  private func isQuoteOrDash(at index: Int) -> Bool {
    guard index + 3 <= end, text[index + 1] == 0x80 else { return false }
    switch text[index + 2] {
    case 0x93, 0x94, 0x98, 0x9C, 0x9D, 0xA6: return true
    default: return false
    }
  }
}

// MARK: - Other words

extension PlainWordReader {
  /// Reads a word or number that takes more steps than most, whose first small letters end at
  /// `stop` before the byte `next`; nil for any other token.
  @inline(never)
  private func otherWord(
    from start: Int, to stop: Int, _ next: UInt8, _ bytes: Span<UInt8>
  ) -> PlainWord? {
    guard stop < end else { return nil }
    guard stop > start else {
      return bytes[start] &- 0x30 < 10 ? plainNumber(from: start, bytes) : nil
    }
    switch next {
    case 0x27, 0x2D, 0xE2: return joinedWord(from: start, at: stop, bytes)
    case 0x41...0x5A where stop == start + 1: return acronym(from: start, bytes)
    default: return nil
    }
  }

  /// Reads a word of which one part ends at an apostrophe or a hyphen: `don’t`, `build-up`.
  ///
  /// Each part is small letters, of which only the first of two and more may be a capital.
  private func joinedWord(
    from start: Int, at firstJoin: Int, _ bytes: Span<UInt8>
  ) -> PlainWord? {
    var stop = firstJoin
    var isASCII = true
    while let length = joinLength(at: stop, bytes) {
      let part = stop + length
      guard part < min(end, bytes.eightBytePlaces) else { return nil }
      let run = LetterRun(bytes.eightBytes(at: part) | 0x20)
      let isCapital = bytes[part] & 0x20 == 0
      guard !run.isWhole, run.count > (isCapital ? 1 : 0) else {
        // The mark joins nothing.
        let isEnd = run.count == 0 && bytes[part] < 0x40 && Self.wordEnds >> bytes[part] & 1 != 0
        return isEnd ? word(start..<stop, isASCII: isASCII, bytes) : nil
      }
      isASCII = isASCII && length == 1
      stop = part + run.count
      guard stop <= end else { return nil }
      if endsWord(run.next, at: stop, from: start) {
        return word(start..<stop, isASCII: isASCII, bytes)
      }
    }
    return nil
  }

  /// Returns the length of an apostrophe or hyphen that may join two parts of a word.
  private func joinLength(at index: Int, _ bytes: Span<UInt8>) -> Int? {
    guard index + 3 <= end else { return nil }
    if bytes[index] == 0x27 || bytes[index] == 0x2D { return 1 }
    return bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : nil
  }

  /// Reads a word of capitals.
  private func acronym(from start: Int, _ bytes: Span<UInt8>) -> PlainWord? {
    var stop = start
    while stop < end, bytes[stop] &- 0x41 < 26 { stop += 1 }
    guard stop < end, endsWord(bytes[stop], at: stop, from: start),
      bytes[stop] != 0x2E || stop - start > 2
    else { return nil }
    var word = word(start..<stop, isASCII: true, bytes)
    word.flags.insert(.allCapitals)
    return word
  }

  /// Reads a number of ASCII digits, with the marks between them.
  private func plainNumber(from start: Int, _ bytes: Span<UInt8>) -> PlainWord? {
    var stop = start
    var groups = DigitGroups()
    while stop < end {
      if bytes[stop] &- 0x30 >= 10 {
        guard isSeparator(at: stop, bytes) else { break }
        groups.addMark(at: stop)
      }
      stop += 1
    }
    guard stop < end, bytes[stop] < 0x40,
      Self.wordEnds >> bytes[stop] & 1 != 0 || bytes[stop] == 0x2E || bytes[stop] == 0x3A
    else { return nil }
    return PlainWord(
      stop: stop, hash: WordHash.of(ascii: bytes, start..<stop), kind: .number,
      flags: groups.flags(upTo: stop, in: bytes))
  }

  /// Tells whether a mark between two digits stands at an index.
  private func isSeparator(at index: Int, _ bytes: Span<UInt8>) -> Bool {
    switch bytes[index] {
    case 0x2C, 0x2E, 0x3A: index + 1 < end && bytes[index + 1] &- 0x30 < 10
    default: false
    }
  }

  private func word(_ range: Range<Int>, isASCII: Bool, _ bytes: Span<UInt8>) -> PlainWord {
    let capitalized = capitalized(range.lowerBound, bytes)
    guard !isASCII else {
      return PlainWord(
        stop: range.upperBound, hash: WordHash.of(ascii: bytes, range), flags: capitalized)
    }
    return PlainWord(
      stop: range.upperBound, hash: FoldedWord.hash(of: .word, range, in: text),
      flags: capitalized.union(.nonASCII))
  }

  /// The flag of a word by the letter that it starts with.
  private func capitalized(_ start: Int, _ bytes: Span<UInt8>) -> Token.Flags {
    bytes[start] & 0x20 == 0 ? .capitalized : []
  }
}

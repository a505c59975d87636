/// Cuts the blocks of a text into tokens, in one pass over their bytes.
///
/// Most of every text is words of ASCII letters with a space or a mark behind them: these are read
/// eight letters at a time. Of the rest ASCII is decided by one table; a scalar beyond it is
/// decoded and asked of ICU only where it is neither a common mark nor a letter of Latin-1.
struct Tokenizer {
  typealias Output = OutputSpan<Token>

  /// Most tokens that room is made for at once; few paragraphs have as many bytes.
  static let mostTokens = 1024

  /// Indices of the tokens that may end a sentence, since ``forgetStops()``.
  private(set) var stops: [Int] = []
  /// The tokens that may be quotation marks, or may have been before a wrong decoder.
  private(set) var quotes: [QuoteCandidate] = []

  let text: [UInt8]
  let classes = ByteClass.table
  /// Where the next token of the block may start.
  private var index = 0
  private var plainWords: PlainWordReader
  /// The end of the block, or of a part of it.
  var end: Int { plainWords.end }
  var flags: Token.Flags = []
  /// Number of tokens before those of the output.
  private var tokensBefore = 0

  init(_ text: [UInt8]) {
    self.text = text
    plainWords = PlainWordReader(text: text)
    stops.reserveCapacity(64)
    quotes.reserveCapacity(32)
  }

  /// Starts to note anew what may end a sentence.
  mutating func forgetStops() { stops.removeAll(keepingCapacity: true) }

  /// Adds the tokens of a block.
  mutating func tokenize(_ range: TextRange, into tokens: inout [Token]) {
    index = Int(range.start)
    flags = .spaceBefore
    while index < Int(range.end) {
      plainWords.end = partEnd(before: Int(range.end))
      while index < end {
        tokensBefore = tokens.count
        tokens.append(addingCapacity: min(end - index, Self.mostTokens)) { output in
          fill(&output)
        }
      }
    }
  }

  /// Returns the last white space before which no token can be too long, or the end of the block if
  /// that is near; inside an endless word, a scalar boundary.
  private func partEnd(before end: Int) -> Int {
    guard end - index > Token.mostBytes else { return end }
    let last = index + Token.mostBytes
    if let space = text[(index + 1)..<last].lastIndex(where: { $0 <= 0x20 }) { return space }
    return (last - 3...last).last { text[$0] & 0xC0 != 0x80 } ?? last
  }

  /// Adds tokens up to the end of the block, or as many as there is room for.
  private mutating func fill(_ output: inout Output) {
    var next = index
    while true {
      (index, flags) = plainWords.read(from: next, flags, into: &output)
      guard index < end, !output.isFull else { return }
      // Half of the tokens that `plainWords` leaves are full stops, so they are tried first.
      next = text[index] == 0x2E ? scanDots(from: index, &output) : scan(from: index, &output)
      if next < end, text[next] == 0x20 {
        flags.insert(.spaceBefore)
        next += 1
      }
    }
  }

  /// Adds the token at `index`, if there is one that is no dot, and returns where the next may
  /// start.
  private mutating func scan(from index: Int, _ output: inout Output) -> Int {
    let byte = text[index]
    switch classes[Int(byte)] {
    case ByteClass.lower, ByteClass.upper, ByteClass.digit:
      return scanWord(from: index, &output)
    case ByteClass.space:
      flags.insert(.spaceBefore)
      return index + 1
    case ByteClass.apostrophe, ByteClass.quote, ByteClass.angle:
      return scanASCIIMark(from: index, &output)
    case ByteClass.hyphen, ByteClass.separator, ByteClass.punctuation:
      if byte == 0x2C { flags.formUnion(PlainWordReader.ordinaryMark(at: index, flags, text.span)) }
      return add(.punctuation, hash: UInt64(byte), from: index, to: index + 1, &output)
    case ByteClass.handle:
      return scanHandle(from: index, &output)
    case ByteClass.nonASCII:
      return scanNonASCII(from: index, &output)
    default:
      return add(.symbol, hash: UInt64(byte), from: index, to: index + 1, &output)
    }
  }

  /// Adds a token and returns where it ends.
  @discardableResult
  mutating func add(
    _ kind: Token.Kind, hash: UInt64, from start: Int, to end: Int, _ output: inout Output
  ) -> Int {
    let token = tokensBefore + output.count
    switch kind {
    case .punctuation where SentenceSplitter.isFinalMark(hash): stops.append(token)
    // `&quot;` and `â€œ`: what a wrong decoder left of a quotation mark.
    case .quote,
      .symbol where hash == 0x26 || hash >= 0x80:
      let followsBeyondASCII = hash >= 0x80 && start > 0 && text[start - 1] >= 0x80
      quotes.append(
        QuoteCandidate(token: token, mayBeEncoded: hash == 0x26 || followsBeyondASCII))
    case .word where flags.contains(.initialism): stops.append(token)
    case .word, .number, .punctuation, .symbol: break
    }
    output.append(Token(start: start, end: end, hash: hash, kind: kind, flags: flags))
    flags = []
    return end
  }
}

// MARK: - Words

extension Tokenizer {
  /// What a word has shown of itself while it is scanned.
  private struct WordState {
    var letters = 0
    var capitals = 0
    var digits = 0
    var previousIsSmall = false
    var groups = DigitGroups()
    var flags: Token.Flags = []

    mutating func noteCapital() {
      if letters &+ digits == 0 { flags.insert(.capitalized) }
      if previousIsSmall { flags.insert(.hasSeam) }
      letters &+= 1
      capitals &+= 1
      previousIsSmall = false
    }

    mutating func noteDigit() {
      digits &+= 1
      previousIsSmall = false
    }
  }

  mutating func scanWord(from start: Int, _ output: inout Output) -> Int {
    var state = WordState()
    let stop = readWord(from: start, into: &state)
    if stop < end, text[stop] == 0x2E, let dotted = initialismEnd(from: start) {
      return addInitialism(from: start, to: dotted, &output)
    }
    return finishWord(state, from: start, to: stop, &output)
  }

  /// Reads a word up to what ends it, and returns where that is.
  ///
  /// Nothing is changed in here but the state, so that the loop keeps its bounds in registers.
  private func readWord(from start: Int, into state: inout WordState) -> Int {
    let bytes = text.span
    let classes = self.classes.span
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte &- 0x61 < 26 {
        index = readSmallLetters(from: index, into: &state)
        continue
      }
      switch classes[Int(byte)] {
      case ByteClass.upper:
        state.noteCapital()
      case ByteClass.digit:
        state.noteDigit()
      case ByteClass.apostrophe, ByteClass.hyphen:
        guard startsWordPart(at: index + 1, allowsDigit: byte == 0x2D) else { return index }
        state.previousIsSmall = false
      case ByteClass.dot, ByteClass.separator:
        guard state.letters == 0, isDigit(at: index + 1) else { return index }
        state.previousIsSmall = false
        state.groups.addMark(at: index)
      case ByteClass.nonASCII:
        guard let next = scanWordScalar(at: index, into: &state) else { return index }
        index = next
        continue
      default:
        return index
      }
      index += 1
    }
    return index
  }

  /// Reads a run of small letters, most of every word, and returns where it ends.
  private func readSmallLetters(from start: Int, into state: inout WordState) -> Int {
    let bytes = text.span
    var index = start
    while index < min(end, bytes.eightBytePlaces) {
      let run = LetterRun(bytes.eightBytes(at: index))
      index += run.isWhole ? 8 : run.count
      guard run.isWhole else { break }
    }
    index = min(index, end)
    while index < end, bytes[index] &- 0x61 < 26 { index += 1 }
    state.letters &+= index &- start
    state.previousIsSmall = true
    return index
  }

  /// Adds a letter, digit, mark or joiner beyond ASCII; nil where the scalar ends the word.
  private func scanWordScalar(at index: Int, into state: inout WordState) -> Int? {
    let scalar = DecodedScalar(text.span, at: index, end: end)
    let next = index + scalar.length
    switch scalar.value {
    case 0x2019, 0x02BC:
      guard startsWordPart(at: next, allowsDigit: false) else { return nil }
      state.previousIsSmall = false
      state.flags.insert(.nonASCII)
      return next
    case 0x2010, 0x2011:
      guard startsWordPart(at: next, allowsDigit: true) else { return nil }
      state.previousIsSmall = false
      state.flags.insert(.nonASCII)
      return next
    case 0x00AD, 0x200B...0x200D, 0x2060:
      // Invisible inside a word: part of its range, no part of its name.
      guard startsWordPart(at: next, allowsDigit: true) else { return nil }
      state.flags.insert(.nonASCII)
      return next
    default:
      break
    }
    switch Scalars.kind(of: scalar.value) {
    case .uppercase: state.noteCapital()
    case .lowercase:
      state.letters += 1
      state.previousIsSmall = true
    case .letter:
      state.letters += 1
      state.previousIsSmall = false
    case .digit: state.noteDigit()
    case .mark: guard state.letters + state.digits > 0 else { return nil }
    case .space, .punctuation, .symbol, .control: return nil
    }
    state.flags.insert(.nonASCII)
    return next
  }

  private mutating func finishWord(
    _ state: WordState, from start: Int, to end: Int, _ output: inout Output
  ) -> Int {
    guard end > start else {
      // A joiner that joins nothing, such as U+02BC by itself.
      let scalar = DecodedScalar(text.span, at: start, end: self.end)
      return add(
        .symbol, hash: UInt64(scalar.value), from: start, to: start + scalar.length, &output)
    }
    if state.letters == 0 {
      flags.formUnion(state.groups.flags(upTo: end, in: text.span))
      return add(
        .number, hash: hash(of: state, .number, start..<end), from: start, to: end, &output)
    }
    if mayBeLink(at: end), let link = linkEnd(from: start, to: end) {
      flags.insert(.link)
      return add(.symbol, hash: 0, from: start, to: link, &output)
    }
    flags.formUnion(state.flags)
    if state.digits > 0 { flags.insert(.hasDigit) }
    if state.capitals == state.letters, state.letters > 1 { flags.insert(.allCapitals) }
    return add(.word, hash: hash(of: state, .word, start..<end), from: start, to: end, &output)
  }

  private func hash(of state: WordState, _ kind: Token.Kind, _ range: Range<Int>) -> UInt64 {
    guard state.flags.contains(.nonASCII) else { return WordHash.of(ascii: text.span, range) }
    return FoldedWord.hash(of: kind, range, in: text)
  }

  /// Returns the end of the initialism that starts at `start`; nil where none does: two or more
  /// groups of one letter, or of two capitals, each with its dot.
  private func initialismEnd(from start: Int) -> Int? {
    var index = start
    var groups = 0
    while index < end {
      let first = classes[Int(text[index])]
      guard first == ByteClass.lower || first == ByteClass.upper else { break }
      if byte(at: index + 1) == 0x2E {
        index += 2
      } else if first == ByteClass.upper, isCapital(at: index + 1), byte(at: index + 2) == 0x2E {
        index += 3
      } else {
        break
      }
      groups += 1
    }
    guard groups >= 2 else { return nil }
    // `it.is.` is no initialism, `J.K.Rowling` is one before a name.
    if index < end, classes[Int(text[index])] == ByteClass.lower { return nil }
    return index
  }

  private mutating func addInitialism(
    from start: Int, to end: Int, _ output: inout Output
  ) -> Int {
    flags.insert(.initialism)
    if isCapital(at: start) { flags.formUnion([.capitalized, .allCapitals]) }
    let hash = WordHash.of(ascii: text.span, start..<end)
    return add(.word, hash: hash, from: start, to: end, &output)
  }
}

// MARK: - Looking ahead

extension Tokenizer {
  func byte(at index: Int) -> UInt8? { index < end ? text[index] : nil }

  func isDigit(at index: Int) -> Bool {
    index < end && classes[Int(text[index])] == ByteClass.digit
  }

  func isCapital(at index: Int) -> Bool {
    index < end && classes[Int(text[index])] == ByteClass.upper
  }

  /// Tells whether a letter, or where allowed a digit, stands at `index`.
  func startsWordPart(at index: Int, allowsDigit: Bool = true) -> Bool {
    guard index < end else { return false }
    switch classes[Int(text[index])] {
    case ByteClass.lower, ByteClass.upper:
      return true
    case ByteClass.digit:
      return allowsDigit
    case ByteClass.nonASCII:
      switch Scalars.kind(of: DecodedScalar(text.span, at: index, end: end).value) {
      case .uppercase, .lowercase, .letter: return true
      case .digit: return allowsDigit
      default: return false
      }
    default:
      return false
    }
  }
}

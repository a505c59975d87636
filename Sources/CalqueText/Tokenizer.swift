/// Cuts the blocks of a text into tokens, in one pass over their bytes.
///
/// ASCII is decided by one table; a scalar beyond it is decoded and asked of ICU only where it is
/// neither a common mark nor a letter of Latin-1.
struct Tokenizer {
  /// The tokens so far.
  private(set) var tokens: [Token] = []
  /// Indices of the tokens that may end a sentence.
  private(set) var stops: [Int] = []
  /// Indices of the tokens that may be quotation marks, or may have been before a wrong decoder.
  private(set) var quotes: [Int] = []

  let text: [UInt8]
  let classes = ByteClass.table
  var end = 0
  var flags: Token.Flags = []

  /// Creates a tokenizer for so many bytes of a text: English news has a token every five or six.
  init(_ text: [UInt8], byteCount: Int) {
    self.text = text
    tokens.reserveCapacity(byteCount / 5)
  }

  /// Gives the tokens away, so that who takes them can change them without a copy.
  mutating func takeTokens() -> [Token] {
    let taken = tokens
    tokens = []
    return taken
  }

  /// Adds the tokens of a block.
  mutating func tokenize(_ range: TextRange) {
    var index = Int(range.start)
    end = Int(range.end)
    flags = .spaceBefore
    while index < end {
      let byte = text[index]
      let byteClass = classes[Int(byte)]
      // Word, space, word, space: asked before the rest, since that is most of every text.
      if byteClass <= ByteClass.digit {
        if byteClass == ByteClass.lower, let word = smallWord(from: index) {
          index = add(.word, hash: WordHash.finished(word.hash), from: index, to: word.end)
        } else {
          index = scanWord(from: index)
        }
        continue
      }
      if byteClass == ByteClass.space {
        flags.insert(.spaceBefore)
        index += 1
        continue
      }
      switch byteClass {
      case ByteClass.apostrophe, ByteClass.quote, ByteClass.angle:
        index = scanASCIIMark(from: index)
      case ByteClass.dot:
        index = scanDots(from: index)
      case ByteClass.hyphen, ByteClass.separator, ByteClass.punctuation:
        index = add(.punctuation, hash: UInt64(byte), from: index, to: index + 1)
      case ByteClass.handle:
        index = scanHandle(from: index)
      case ByteClass.nonASCII:
        index = scanNonASCII(from: index)
      default:
        index = add(.symbol, hash: UInt64(byte), from: index, to: index + 1)
      }
    }
  }

  /// Adds a token and returns where it ends.
  @discardableResult
  @inline(__always)
  mutating func add(_ kind: Token.Kind, hash: UInt64, from start: Int, to end: Int) -> Int {
    switch kind {
    case .punctuation where SentenceSplitter.isFinalMark(hash): stops.append(tokens.count)
    case .quote: quotes.append(tokens.count)
    // `&quot;` and `â€œ`: what a wrong decoder left of a quotation mark.
    case .symbol where hash == 0x26 || hash >= 0x80: quotes.append(tokens.count)
    case .word, .number, .punctuation, .symbol: break
    }
    tokens.append(
      Token(start: UInt32(start), end: UInt32(end), hash: hash, kind: kind, flags: flags))
    flags = []
    return end
  }
}

// MARK: - Words

extension Tokenizer {
  /// What a word has shown of itself while it is scanned.
  private struct WordState {
    var hash = WordHash.empty
    var letters = 0
    var capitals = 0
    var digits = 0
    var previousIsSmall = false
    var needsFolding = false
    var flags: Token.Flags = []

    mutating func addCapital(_ byte: UInt8) {
      hash = WordHash.adding(byte | 0x20, to: hash)
      noteCapital()
    }

    mutating func noteCapital() {
      if letters &+ digits == 0 { flags.insert(.capitalized) }
      if previousIsSmall { flags.insert(.hasSeam) }
      letters &+= 1
      capitals &+= 1
      previousIsSmall = false
    }

    mutating func addDigit(_ byte: UInt8) {
      hash = WordHash.adding(byte, to: hash)
      digits &+= 1
      previousIsSmall = false
    }

    /// Adds a mark between two letters or digits.
    mutating func addJoin(_ byte: UInt8) {
      hash = WordHash.adding(byte, to: hash)
      previousIsSmall = false
    }
  }

  /// Reads a word of small letters that a space, a comma or the end of a line follows, as three words
  /// of four are; nil for any other.
  private func smallWord(from start: Int) -> (end: Int, hash: UInt64)? {
    let bytes = text.span
    var hash = WordHash.empty
    var index = start
    while index < end, bytes[index] &- 0x61 < 26 {
      hash = WordHash.adding(bytes[index], to: hash)
      index += 1
    }
    guard index < end, bytes[index] == 0x20 || bytes[index] == 0x2C || bytes[index] == 0x0A else {
      return nil
    }
    return (index, hash)
  }

  mutating func scanWord(from start: Int) -> Int {
    var state = WordState()
    let stop = readWord(from: start, into: &state)
    if stop < end, text[stop] == 0x2E, let dotted = initialismEnd(from: start, at: stop) {
      return addInitialism(from: start, to: dotted)
    }
    return finishWord(state, from: start, to: stop)
  }

  /// Reads a word up to what ends it, and returns where that is.
  ///
  /// Nothing is changed in here but the state, so that the loop keeps its bounds in registers: this
  /// is where a run spends most of its time.
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
      // Most words end at a space.
      if byte == 0x20 { return index }
      switch classes[Int(byte)] {
      case ByteClass.upper:
        state.addCapital(byte)
      case ByteClass.digit:
        state.addDigit(byte)
      case ByteClass.apostrophe, ByteClass.hyphen:
        guard startsWordPart(at: index + 1, allowsDigit: byte == 0x2D) else { return index }
        state.addJoin(byte)
      case ByteClass.dot, ByteClass.separator:
        guard state.letters == 0, isDigit(at: index + 1) else { return index }
        state.addJoin(byte)
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
    var hash = state.hash
    var index = start
    while index < end, bytes[index] &- 0x61 < 26 {
      hash = WordHash.adding(bytes[index], to: hash)
      index += 1
    }
    state.hash = hash
    state.letters &+= index &- start
    state.previousIsSmall = true
    return index
  }

  /// Adds a letter, digit, mark or joiner beyond ASCII; nil where the scalar ends the word.
  private func scanWordScalar(at index: Int, into state: inout WordState) -> Int? {
    let scalar = DecodedScalar(text, at: index, end: end)
    let next = index + scalar.length
    switch scalar.value {
    case 0x2019, 0x02BC:
      guard startsWordPart(at: next, allowsDigit: false) else { return nil }
      state.addJoin(0x27)
      state.flags.insert(.nonASCII)
      return next
    case 0x2010, 0x2011:
      guard startsWordPart(at: next, allowsDigit: true) else { return nil }
      state.addJoin(0x2D)
      state.flags.insert(.nonASCII)
      state.needsFolding = true
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
    case .digit: state.digits += 1
    case .mark: guard state.letters + state.digits > 0 else { return nil }
    case .space, .punctuation, .symbol, .control: return nil
    }
    state.flags.insert(.nonASCII)
    state.needsFolding = true
    return next
  }

  private mutating func finishWord(_ state: WordState, from start: Int, to end: Int) -> Int {
    guard end > start else {
      // A joiner that joins nothing, such as U+02BC by itself.
      let scalar = DecodedScalar(text, at: start, end: self.end)
      return add(.symbol, hash: UInt64(scalar.value), from: start, to: start + scalar.length)
    }
    if state.letters == 0 {
      return add(.number, hash: WordHash.finished(state.hash), from: start, to: end)
    }
    if mayBeLink(at: end), let link = linkEnd(from: start, to: end) {
      flags.insert(.link)
      return add(.symbol, hash: 0, from: start, to: link)
    }
    flags.formUnion(state.flags)
    if state.digits > 0 { flags.insert(.hasDigit) }
    if state.capitals == state.letters, state.letters > 1 { flags.insert(.allCapitals) }
    let hash = state.needsFolding ? foldedHash(from: start, to: end) : state.hash
    return add(.word, hash: WordHash.finished(hash), from: start, to: end)
  }

  private func foldedHash(from start: Int, to end: Int) -> UInt64 {
    var visible: [UInt8] = []
    var index = start
    while index < end {
      let scalar = DecodedScalar(text, at: index, end: end)
      switch scalar.value {
      case 0x00AD, 0x200B...0x200D, 0x2060: break
      case 0x2010, 0x2011: visible.append(0x2D)
      default: visible += text[index..<index + scalar.length]
      }
      index += scalar.length
    }
    return WordHash.of(folded: Folding.fold(visible))
  }

  /// Returns the end of the initialism that starts at `start`, if its first dot is at `dot`:
  /// two or more groups of one letter, or of two capitals, each with its dot.
  private func initialismEnd(from start: Int, at dot: Int) -> Int? {
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

  private mutating func addInitialism(from start: Int, to end: Int) -> Int {
    stops.append(tokens.count)
    flags.insert(.initialism)
    if isCapital(at: start) { flags.formUnion([.capitalized, .allCapitals]) }
    let hash = text[start..<end].reduce(WordHash.empty) {
      WordHash.adding($1 &- 0x41 < 26 ? $1 | 0x20 : $1, to: $0)
    }
    return add(.word, hash: WordHash.finished(hash), from: start, to: end)
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
      switch Scalars.kind(of: DecodedScalar(text, at: index, end: end).value) {
      case .uppercase, .lowercase, .letter: return true
      case .digit: return allowsDigit
      default: return false
      }
    default:
      return false
    }
  }
}

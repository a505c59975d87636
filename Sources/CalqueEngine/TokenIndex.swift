public import CalqueText

/// The tokens of a document that few checks want and most text does not have, by what makes them
/// rare: a check that starts from one of these lists costs nothing where the list is short.
///
/// O(tokens), one pass for all checks.
public struct TokenIndex: Sendable {
  /// Numbers right behind another number: `80 000`.
  public private(set) var numbersBehindNumbers: [Int] = []
  /// Numbers of one or two digits that may be days: the name of a month is the token after them, or
  /// one of the two before.
  public private(set) var maybeDays: [Int] = []
  /// Numbers right before `million`.
  public private(set) var numbersOfMillions: [Int] = []
  /// Numbers with points and commas as other languages than English have them: `1.500`, `3,5`.
  public private(set) var foreignNumbers: [Int] = []
  /// Words with a digit: `15h30`, `19th`.
  public private(set) var figureWords: [Int] = []
  /// Symbols, but for signs close to their number such as `5%` and `$5`: `&`, `<`, an address.
  public private(set) var symbols: [Int] = []
  /// Marks that tags, shortcodes and placeholders are made with: `<` `=` `[` `{` `%` `_` `*`.
  public private(set) var markup: [Int] = []
  /// Words with a character that is not ASCII.
  public private(set) var accentedWords: [Int] = []
  /// Marks that belong to the word before them, such as `,` and `)`, behind white space.
  public private(set) var spacedMarks: [Int] = []
  /// `:` and `(`, behind which parts of a sum, minutes and explanations stand.
  public private(set) var openings: [Int] = []
  /// Punctuation that is the same as the token before it; two dots are one token and stand here.
  public private(set) var doubledMarks: [Int] = []
  /// Dashes and hyphens behind white space that stand close to the word after them.
  public private(set) var openingDashes: [Int] = []
  /// Punctuation with a word directly behind it, and a word or number directly before it.
  public private(set) var gluedMarks: [Int] = []
  /// Words with a capital at their start alone that stand inside a sentence, before a small word.
  public private(set) var innerCapitals: [Int] = []

  /// Looks through the tokens of a document.
  public init(_ document: Document) {
    self.init()
    let tokens = document.tokens
    // Of 100 words in news some four are such.
    innerCapitals.reserveCapacity(tokens.count / 16)
    for start in stride(from: 0, to: tokens.count, by: TokenGroup.size) {
      let group = TokenGroup(
        tokens.span.extracting(start..<min(start + TokenGroup.size, tokens.count)))
      group.innerCapitals.forEachSetBit { place in
        let next = start + place + 1
        guard next < tokens.count, tokens[next].isSmallWord, tokens[next - 1].isPlainWord else {
          return
        }
        innerCapitals.append(next - 1)
      }
      group.uncommon.forEachSetBit { add(start + $0, tokens, document.text) }
    }
  }

  /// Adds a token that is not a word of letters of ASCII.
  @inline(__always)
  private mutating func add(_ index: Int, _ tokens: [Token], _ text: [UInt8]) {
    let token = tokens[index]
    switch token.kind {
    case .word:
      if token.flags.contains(.nonASCII) { accentedWords.append(index) }
      if token.flags.contains(.hasDigit) { figureWords.append(index) }
    case .number:
      addNumber(index, tokens)
      if token.flags.contains(.oddlyGrouped), Figure.isForeign(token.range, in: text) {
        foreignNumbers.append(index)
      }
    case .symbol:
      if !isCloseSign(index, tokens) { symbols.append(index) }
      if opensWord(index, tokens), token.isDash { openingDashes.append(index) }
      if Self.isMarkup(token.hash) { markup.append(index) }
    case .punctuation, .quote:
      addMark(index, tokens)
    }
  }

  @inline(__always)
  private mutating func addMark(_ index: Int, _ tokens: [Token]) {
    let token = tokens[index]
    if Self.isMarkup(token.hash) { markup.append(index) }
    if token.opensParts { openings.append(index) }
    if token.flags.contains(.spaceBefore) {
      if Self.belongsToWordBefore(token.hash) { spacedMarks.append(index) }
      if opensWord(index, tokens), token.isDash { openingDashes.append(index) }
    } else if isGlued(index, tokens) {
      gluedMarks.append(index)
    }
    let isDoubled = index > 0 && tokens[index - 1].hash == token.hash
    if isDoubled || token.hash == Self.dots && token.end - token.start == 2 {
      doubledMarks.append(index)
    }
  }

  private init() {}

  private mutating func addNumber(_ index: Int, _ tokens: [Token]) {
    let next = index + 1
    if next < tokens.count, tokens[next].hash == Self.million { numbersOfMillions.append(index) }
    if tokens[index].end - tokens[index].start <= 2 {
      let near = tokens[max(0, index - 2)..<min(tokens.count, index + 2)]
      if near.contains(where: { WordNumbers.months[$0.hash] != nil }) { maybeDays.append(index) }
    }
    if index > 0, tokens[index - 1].kind == .number { numbersBehindNumbers.append(index) }
  }

  private func opensWord(_ dash: Int, _ tokens: [Token]) -> Bool {
    tokens[dash].flags.contains(.spaceBefore) && dash + 1 < tokens.count
      && !tokens[dash + 1].flags.contains(.spaceBefore)
  }

  /// Tells whether a sign stands as English has it: `%` behind its number, one of money before it.
  private func isCloseSign(_ sign: Int, _ tokens: [Token]) -> Bool {
    if tokens[sign].isMark("%") { return !tokens[sign].flags.contains(.spaceBefore) }
    return sign + 1 < tokens.count && tokens[sign + 1].kind == .number
      && !tokens[sign + 1].flags.contains(.spaceBefore)
      && tokens[sign].isCurrencySign
  }

  private func isGlued(_ mark: Int, _ tokens: [Token]) -> Bool {
    mark > 0 && mark + 1 < tokens.count && tokens[mark].kind == .punctuation
      && !tokens[mark + 1].flags.contains(.spaceBefore) && tokens[mark + 1].kind == .word
      && tokens[mark - 1].isWordLike
  }

  private static let million = WordHash.of("million")
  /// Hash of two dots or more in a row, which are one token.
  private static let dots: UInt64 = 0x2026

  private static func isMarkup(_ mark: UInt64) -> Bool {
    switch mark {
    case 0x25, 0x2A, 0x3C, 0x3D, 0x5B, 0x5F, 0x7B: true
    default: false
    }
  }

  /// Tells whether a mark stands close to the word before it: `, . ; : ! ? ) …` and the apostrophe.
  private static func belongsToWordBefore(_ mark: UInt64) -> Bool {
    switch mark {
    case 0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x2019, 0x2026: true
    default: false
    }
  }
}

extension Token {
  /// Whether the token is one of the marks behind which parts of a sum are counted: `:` and `(`.
  public var opensParts: Bool { isMark(":") || isMark("(") }

  /// Whether the token is the sign of a currency whose amounts have two decimals: `$`, `€`, `£`.
  public var isCurrencySign: Bool { isMark("$") || isMark("€") || isMark("£") }

  fileprivate var isSmallWord: Bool { kind == .word && !flags.contains(.capitalized) }

  fileprivate var isPlainWord: Bool { kind == .word && !flags.contains(.initialism) }
}

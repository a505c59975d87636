internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A word with a space in it, or with the hyphen of a line break: `complete ly`, `coordi- nation`.
struct SplitWord: Check {
  /// Letters of the longest piece that is tried as the shorter one.
  private static let longestPiece: UInt32 = 3

  private let words: WordTable
  /// Letters that stand by themselves: articles and conjunctions, also of other languages.
  private let singleLetters = Set("aeiouyIA".utf8)

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    var faults: [Fault] = []
    var last = -1
    let tokens = article.tokens
    for unknown in article.unknownWords where mayBePiece(unknown, tokens) {
      // One of the pieces is no word, the first or the second.
      let reach = unknown >= 2 && tokens[unknown - 1].isMark("-") ? 2 : 1
      for first in unknown - reach...unknown where first > last && first >= 0 {
        guard let pieces = pieces(from: first, article), pieces.contains(unknown) else { continue }
        faults.append(fault(pieces, article))
        last = pieces.upperBound - 1
      }
    }
    return faults
  }

  /// Returns the tokens of the split word that starts at a token, if one does.
  private func pieces(from first: Int, _ article: Article) -> Range<Int>? {
    let tokens = article.tokens
    guard first + 1 < tokens.count else { return nil }
    let (left, right) = (tokens[first], tokens[first + 1])
    if right.isMark("-") {
      return first + 2 < tokens.count && isOrdinary(left) && isBroken(first, article)
        ? first..<first + 3 : nil
    }
    guard min(left.end - left.start, right.end - right.start) <= Self.longestPiece,
      right.start == left.end + 1, isOrdinary(left), isPlain(right),
      isPlain(left) || left.flags.contains(.sentenceStart), isSplit(first, article)
    else { return nil }
    return first..<first + 2
  }

  /// Tells whether a word may be the piece of one: no name is, but for a hyphen behind it.
  private func mayBePiece(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    return isOrdinary(token)
      && (!token.flags.contains(.capitalized) || token.flags.contains(.sentenceStart)
        || index + 1 < tokens.count && tokens[index + 1].isMark("-"))
  }

  private func isOrdinary(_ token: Token) -> Bool {
    token.kind == .word
      && token.flags.isDisjoint(with: [
        .hasDigit, .hasSeam, .allCapitals, .initialism, .nonASCII, .link,
      ])
  }

  private func isPlain(_ token: Token) -> Bool {
    isOrdinary(token) && !token.flags.contains(.capitalized)
  }

  /// Tells whether two words beside each other are the pieces of one.
  private func isSplit(_ index: Int, _ article: Article) -> Bool {
    let (left, right) = (article.tokens[index], article.tokens[index + 1])
    let (leftLength, rightLength) = (left.end - left.start, right.end - right.start)
    guard leftLength + rightLength >= 3, left.flags.contains(.spaceBefore) else { return false }
    if leftLength == 1 {
      guard !singleLetters.contains(article.document.text[Int(left.start)]),
        !isUnit(index, article)
      else { return false }
    } else if isKnown(index, article), rightLength == 1 || isKnown(index + 1, article) {
      return false
    }
    return words.rank(of: joined(index, index + 1, article)) == .common
  }

  /// Tells whether a letter stands behind a number, as the sign of an hour or metre: `23 h and`.
  private func isUnit(_ index: Int, _ article: Article) -> Bool {
    article.tokenBefore(index).map { article.tokens[$0].kind == .number } ?? false
  }

  /// Tells whether words on both sides of a hyphen with a space behind it are the pieces of one.
  private func isBroken(_ index: Int, _ article: Article) -> Bool {
    let (hyphen, right) = (article.tokens[index + 1], article.tokens[index + 2])
    guard !hyphen.flags.contains(.spaceBefore), right.flags.contains(.spaceBefore), isPlain(right),
      !isKnown(index, article) || !isKnown(index + 2, article)
    else { return false }
    return words.rank(of: joined(index, index + 2, article)) != nil
  }

  private func isKnown(_ index: Int, _ article: Article) -> Bool {
    article.word(index) != 0 || words.rank(of: article.tokens[index].hash) != nil
  }

  /// Returns the hash of two words written as one.
  private func joined(_ left: Int, _ right: Int, _ article: Article) -> UInt64 {
    var hasher = WordHasher()
    for token in [left, right] {
      // Both are ASCII, so this makes letters small and leaves the marks between them.
      for byte in article.document.text[article.tokens[token].range.indices] {
        hasher.add(byte | 0x20)
      }
    }
    return hasher.hash
  }

  private func fault(_ pieces: Range<Int>, _ article: Article) -> Fault {
    let left = article.tokens[pieces.lowerBound].range
    let right = article.tokens[pieces.upperBound - 1].range
    let word = article.string(left) + article.string(right)
    return Fault(
      left.union(right), values: ["word": word],
      fixes: [
        Fix(
          summary: "write “\(word)”",
          edits: [Edit(range: TextRange(left.end, right.start), replacement: "")], safety: .review)
      ])
  }
}

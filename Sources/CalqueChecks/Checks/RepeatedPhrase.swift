internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A phrase that stands twice or more in a row: `for two years for two years`.
struct RepeatedPhrase: Check {
  /// How often a phrase stands at least, and at most, to be reported.
  private let counts: ClosedRange<Int>
  /// Words that join a word to itself: `more and more and`, `side by side by`.
  private let joints: WordList

  init(_ setup: CheckSetup) {
    let least = max(2, setup.number("least", default: 2))
    counts = least...max(least, setup.number("most", default: .max))
    joints = setup.lexicon.list("joint")
  }

  /// A phrase and its repetitions.
  private struct Run {
    /// Tokens of the first time.
    let first: Range<Int>
    /// Tokens of the other times.
    let again: Range<Int>
    let count: Int
  }

  func faults(in article: Article) -> [Fault] {
    var end = 0
    return article.wordIndex.echoes.compactMap { echo in
      guard echo.token >= end, let run = run(echo, article) else { return nil }
      end = run.again.upperBound
      guard counts.contains(run.count), isFault(run, article) else { return nil }
      return describe(run, article)
    }
  }

  /// Returns the longest run of tokens around an echo that are the same as those before them.
  private func run(_ echo: WordIndex.Echo, _ article: Article) -> Run? {
    let (tokens, distance) = (article.tokens, echo.distance)
    let block = article.document.blocks[article.document.block(ofToken: echo.token)].tokens
    guard echo.token - distance >= block.lowerBound else { return nil }
    var start = echo.token
    while start - 1 - distance >= block.lowerBound,
      tokens[start - 1].hash == tokens[start - 1 - distance].hash
    {
      start -= 1
    }
    var end = echo.token + 1
    while end < block.upperBound, tokens[end].hash == tokens[end - distance].hash { end += 1 }
    let length = end - start
    // With a comma between the two the last repetition is one token short.
    let isShort = length == distance - 1 && tokens[start - 1].isMark(",")
    guard length >= distance || isShort else { return nil }
    let hasComma = tokens[start - 1].isMark(",")
    return Run(
      first: start - distance..<start - (hasComma ? 1 : 0), again: start..<end,
      count: 1 + (length + (hasComma ? 1 : 0)) / distance)
  }

  /// Tells whether a token is quoted, or may be, since a mark of its paragraph has no other end.
  private func isMaybeQuoted(_ token: Int, _ article: Article) -> Bool {
    let document = article.document
    return article.tokens[token].flags.contains(.insideQuotation)
      || document.hasLoneMark(in: document.blocks[document.block(ofToken: token)])
  }

  private func isFault(_ run: Run, _ article: Article) -> Bool {
    let tokens = article.tokens
    let words = run.first.filter { tokens[$0].kind == .word }
    // Sentences are another rule's; figures repeat in results and tables.
    guard let first = words.first,
      words.contains(where: { tokens[$0].end - tokens[$0].start > 1 }),
      !run.first.contains(where: { endsSentence(tokens[$0]) }),
      !tokens[run.again.lowerBound].flags.contains(.sentenceStart)
    else { return false }
    let hasComma = run.first.contains { tokens[$0].isMark(",") }
    if hasComma || run.first.upperBound < run.again.lowerBound {
      // Speakers say a thing again behind a comma, and places have the names of their counties.
      guard !isMaybeQuoted(first, article) else { return false }
      let isName = tokens[first].flags.contains(.capitalized)
      return words.count > 2 || run.count > 3 && isName
    }
    guard run.first.count == 2 else { return words.count > 1 }
    let last = run.first.upperBound - 1
    return tokens[last].isWordLike && !article.token(last, isIn: joints)
      && !Self.conjunctions.contains(tokens[first].hash)
  }

  private static let conjunctions: Set<UInt64> = [WordHash.of("and"), WordHash.of("or")]

  private func endsSentence(_ token: Token) -> Bool {
    token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark("…")
  }

  private func describe(_ run: Run, _ article: Article) -> Fault {
    let document = article.document
    let first = document.range(of: run.first)
    let again = document.range(of: run.again)
    return Fault(
      again, values: ["phrase": article.string(run.first), "count": "\(run.count)"],
      related: [.init(range: first, note: "it stands here first")],
      fixes: [
        Fix(
          summary: "keep it once",
          edits: [Edit(range: TextRange(first.end, again.end), replacement: "")],
          safety: .review)
      ])
  }
}

internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// A sentence that is only a subordinate clause, or only a phrase, as `Although it rains`.
///
/// Certain where nothing parts the sentence in two, and it has fewer verbs than its opening asks
/// for: a clause behind a conjunction has one, a phrase behind a preposition none.
struct LoneClause: Check {
  static let options = [CheckOption("conjunctions", .texts), CheckOption("prepositions", .texts)]

  /// Tokens of the longest sentence that is looked at.
  private static let longest = 25

  private static let of = WordHash.of("of")

  private let conjunctions: [UInt64]
  private let prepositions: [UInt64]
  private let finite: [WordList]
  private let maybeFinite: [WordList]
  private let clauseOpening: [WordList]

  init(_ setup: CheckSetup) {
    let options = setup.options
    conjunctions = options["conjunctions", default: []].map { WordHash.of($0) }
    prepositions = options["prepositions", default: []].map { WordHash.of($0) }
    let lexicon = setup.lexicon
    finite = ["be-form", "have-form", "do-form", "modal"].map { lexicon.list($0) }
    maybeFinite = ["past-verb", "plain-verb", "reporting-verb"].map { lexicon.list($0) }
    clauseOpening = ["conjunction", "question-word"].map { lexicon.list($0) }
  }

  func faults(in article: Article) -> [Fault] {
    let openings = article.tokens(of: conjunctions + prepositions)
    return openings.compactMap { index in
      let token = article.tokens[index]
      guard token.flags.contains(.sentenceStart), token.flags.contains(.capitalized),
        !token.flags.contains(.insideQuotation),
        // `Because of` and `Despite of` have no clause behind them.
        article.tokenAfter(index).map({ article.tokens[$0].hash != Self.of }) ?? false
      else { return nil }
      let block = article.document.blocks[article.document.block(ofToken: index)]
      let sentence = article.document.sentences[article.document.sentence(ofToken: index)].tokens
      guard block.kind == .paragraph, sentence.count <= Self.longest,
        sentence.lowerBound > block.tokens.lowerBound,
        article.tokens[sentence.upperBound - 1].isMark("."),
        let verbs = verbs(index + 1..<sentence.upperBound - 1, article),
        verbs == (conjunctions.contains(token.hash) ? 1 : 0)
      else { return nil }
      return Fault(
        article.document.range(of: sentence), values: ["word": article.string(token.range)])
    }
  }

  /// Counts the finite verbs of a row of words; nil where one may be a verb or not, or where the
  /// row has a mark, or a further clause.
  private func verbs(_ words: Range<Int>, _ article: Article) -> Int? {
    var count = 0
    var endsVerb = false
    for index in words {
      let token = article.tokens[index]
      guard token.isWordLike, !token.flags.contains(.initialism),
        index == words.lowerBound || !isIn(clauseOpening, index, article)
      else { return nil }
      if isIn(finite, index, article) {
        // `would have been` is one verb.
        if !endsVerb { count += 1 }
        endsVerb = true
        continue
      }
      if !endsVerb, mayBeVerb(index, article) { return nil }
      endsVerb = false
    }
    return count
  }

  private func mayBeVerb(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.kind == .word, !token.flags.contains(.capitalized) else { return false }
    if isIn(maybeFinite, index, article) { return true }
    let bytes = article.document.text[token.range.indices]
    return bytes.suffix(2).elementsEqual("ed".utf8) || bytes.contains(0x27) || bytes.contains(0xE2)
  }

  private func isIn(_ lists: [WordList], _ index: Int, _ article: Article) -> Bool {
    lists.contains { article.token(index, isIn: $0) }
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A quotation cut off from the words that say who speaks; option `kind` says how.
///
/// - `stop`: `“Come in.” she said`, a stop where a comma belongs.
/// - `capital`: `“Come in!” The mayor said.`, a capital as if another sentence began.
/// - `before`: `She said. “Come in.”`, a stop between the words and their quotation.
struct DialogueTag: Check {
  static let options = [CheckOption("kind", .oneOf(Kind.allCases.map(\.rawValue)))]

  private enum Kind: String, CaseIterable {
    case stop, capital, before
  }

  private let grammar: AttributionGrammar
  private let kind: Kind
  private let determiners: WordList
  private let pronouns: WordList

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    kind = setup.options["kind"]?.first.flatMap(Kind.init) ?? .stop
    determiners = setup.lexicon.list("determiner")
    pronouns = setup.lexicon.list("pronoun")
  }

  func faults(in article: Article) -> [Fault] {
    let (marks, rare) = (article.document.marks, article.rareMarks)
    return switch kind {
    case .stop: rare.closingsBehindStop.compactMap { stop(before: marks[$0], article) }
    case .capital: rare.closingsBehindStop.compactMap { capital(after: marks[$0], article) }
    case .before: rare.openingsBehindStop.compactMap { stopBefore(marks[$0], article) }
    }
  }

  /// Returns the block of a mark, if it is prose.
  private func prose(of mark: QuoteMark, _ article: Article) -> Block? {
    let block = article.document.blocks[article.document.block(ofToken: mark.token)]
    return block.isProse ? block : nil
  }

  // MARK: After the quotation

  private func stop(before mark: QuoteMark, _ article: Article) -> Fault? {
    let stop = mark.token - 1
    guard let next = article.tokenAfter(mark.lastToken), article.tokens[stop].isMark("."),
      !article.tokens[next].flags.contains(.capitalized), let block = prose(of: mark, article),
      let tag = grammar.attribution(at: next, in: next..<block.tokens.upperBound, of: article)
    else { return nil }
    return fault(article.tokens[stop].range, tag, edits: [comma(for: stop, article)], article)
  }

  private func capital(after mark: QuoteMark, _ article: Article) -> Fault? {
    let stop = mark.token - 1
    guard let next = article.tokenAfter(mark.lastToken),
      article.tokens[next].flags.contains(.capitalized), isPlain(next, article),
      let tag = wholeSentence(at: next, article), prose(of: mark, article) != nil
    else { return nil }
    let word = article.tokens[next].range
    let small = Edit(range: word, replacement: article.string(word).lowercased())
    let edits = article.tokens[stop].isMark(".") ? [comma(for: stop, article), small] : [small]
    return fault(word, tag, edits: edits, article)
  }

  /// Tells whether a word has its capital from its place alone.
  private func isPlain(_ token: Int, _ article: Article) -> Bool {
    let word = article.tokens[token].range
    guard word.length > 1 else { return false }
    return article.token(token, isIn: determiners) || article.token(token, isIn: pronouns)
  }

  // MARK: Before the quotation

  private func stopBefore(_ mark: QuoteMark, _ article: Article) -> Fault? {
    let stop = mark.token - 1
    // What introduces a quotation ends with its verb: `She said`.
    guard article.tokens[stop].isMark("."), stop > 0, grammar.isVerb(stop - 1, article) else {
      return nil
    }
    let start = article.sentenceStart(of: stop)
    let followsQuotation =
      article.tokenBefore(start).map { article.tokens[$0].kind == .quote } ?? false
    // Where a quotation before it has lost its end, the words may belong to that one.
    guard start < stop, !followsQuotation, let tag = wholeSentence(at: start, article),
      tag.speaker.lowerBound < tag.verb, let block = prose(of: mark, article),
      !article.document.hasLoneMark(in: block)
    else { return nil }
    return fault(article.tokens[stop].range, tag, edits: [comma(for: stop, article)], article)
  }

  // MARK: Both

  /// Returns the attribution that a sentence consists of.
  private func wholeSentence(at token: Int, _ article: Article) -> Attribution? {
    guard
      let tag = grammar.attribution(at: token, in: token..<article.tokens.count, of: article),
      tag.tokens.upperBound < article.sentenceEnd(of: token),
      article.tokens[tag.tokens.upperBound].isMark(".")
    else { return nil }
    return tag
  }

  private func comma(for stop: Int, _ article: Article) -> Edit {
    Edit(range: article.tokens[stop].range, replacement: ",")
  }

  private func fault(
    _ range: TextRange, _ tag: Attribution, edits: [Edit], _ article: Article
  ) -> Fault {
    let written = edits.map(\.replacement).joined(separator: "” and “")
    return Fault(
      range, values: ["tag": article.string(tag.tokens)],
      fixes: [Fix(summary: "write “\(written)”", edits: edits, safety: .safe)])
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A capital on a word of grammar behind a semicolon, as in `The pier was closed; It opens in
/// May.`.
struct CapitalAfterSemicolon: Check {
  /// `I`, which is never small.
  private static let capitalI = WordHash.of("i")
  private let small: WordLists

  init(_ setup: CheckSetup) {
    small = setup.lexicon.lists(["small-in-sentence", "sentence-starter"])
  }

  func faults(in article: Article) -> [Fault] {
    let places = article.rare.innerCapitals.filter { isCandidate($0, article) }
    let blocks = places.map { article.document.block(ofToken: $0) }
    return places.indices.compactMap { index in
      // Several in one paragraph are the items of a list.
      let neighbours = [index - 1, index + 1].filter(places.indices.contains)
      guard !neighbours.contains(where: { blocks[$0] == blocks[index] }),
        article.document.blocks[blocks[index]].kind == .paragraph
      else { return nil }
      return describe(places[index], article)
    }
  }

  private func isCandidate(_ index: Int, _ article: Article) -> Bool {
    guard let mark = article.tokenBefore(index), article.tokens[mark].isMark(";"),
      article.token(index, isInOneOf: small), article.tokens[index].hash != Self.capitalI
    else { return false }
    return !endsEntity(mark, article)
  }

  /// Tells whether a semicolon is that of `&quot;`.
  private func endsEntity(_ mark: Int, _ article: Article) -> Bool {
    guard let name = article.tokenBefore(mark), let sign = article.tokenBefore(name) else {
      return false
    }
    return article.tokens[sign].isMark("&")
      && !article.tokens[name].flags.contains(.spaceBefore)
  }

  private func describe(_ index: Int, _ article: Article) -> Fault {
    let range = article.tokens[index].range
    let word = article.string(range)
    let small = word.withSmallFirstLetter
    return Fault(
      range, values: ["word": word, "small": small], fixes: [.firstLetter(of: range, to: small)])
  }
}

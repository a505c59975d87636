internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A capital on a word of grammar behind a semicolon, as in `The pier was closed; It opens in May.`.
struct CapitalAfterSemicolon: Check {
  /// `I`, which is never small.
  private static let capitalI = WordHash.of("i")
  private let small: WordLists

  init(_ setup: CheckSetup) {
    small = setup.lexicon.lists(["small-in-sentence", "sentence-starter"])
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.innerCapitals.compactMap { index in
      guard let mark = article.tokenBefore(index), article.tokens[mark].isMark(";"),
        article.token(index, isInOneOf: small), article.tokens[index].hash != Self.capitalI,
        !endsEntity(mark, article)
      else { return nil }
      let block = article.document.blocks[article.document.block(ofToken: index)]
      guard block.kind == .paragraph, !isList(block.tokens, besides: mark, article) else {
        return nil
      }
      return describe(index, article)
    }
  }

  /// Tells whether a semicolon is that of `&quot;`.
  private func endsEntity(_ mark: Int, _ article: Article) -> Bool {
    guard let name = article.tokenBefore(mark), let sign = article.tokenBefore(name) else {
      return false
    }
    return article.tokens[sign].isMark("&")
      && !article.tokens[name].flags.contains(.spaceBefore)
  }

  /// Tells whether a capital stands behind another semicolon, too: these are items.
  private func isList(_ block: Range<Int>, besides mark: Int, _ article: Article) -> Bool {
    block.dropLast().contains { index in
      index != mark && article.tokens[index].isMark(";")
        && article.tokens[index + 1].flags.contains(.capitalized)
    }
  }

  private func describe(_ index: Int, _ article: Article) -> Fault {
    let range = article.tokens[index].range
    let word = article.string(range)
    let small = word.prefix(1).lowercased() + word.dropFirst()
    return Fault(
      range, values: ["word": word, "small": small], fixes: [.firstLetter(of: range, to: small)])
  }
}

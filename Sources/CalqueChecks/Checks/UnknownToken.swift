internal import CalqueEngine
internal import CalqueText

/// The word by which a translation engine says that it does not know a word: `<unk>`.
struct UnknownToken: Check {
  private static let unknown = WordHash.of("unk")

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.symbols.compactMap { index in
      guard article.tokens[index].isMark("<"), let word = article.joinedToken(index + 1),
        word.hash == Self.unknown, let last = article.joinedToken(index + 2), last.isMark(">")
      else { return nil }
      let range = TextRange(article.tokens[index].start, last.end)
      return Fault(range, values: ["written": article.string(range)])
    }
  }
}

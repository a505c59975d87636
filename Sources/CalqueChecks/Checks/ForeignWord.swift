internal import CalqueEngine
internal import CalqueText

/// A word that was left in another language.
struct ForeignWord: Check {
  /// A word that comes so often is a term of the story, which explains it.
  private static let mostOccurrences = 3

  private let reader: ForeignReader

  init(_ setup: CheckSetup) {
    reader = ForeignReader(setup.lexicon)
  }

  func faults(in article: Article) -> [Fault] {
    var occurrences = WordOccurrences(article.tokens)
    return article.document.blocks.flatMap { block -> [Fault] in
      let found = block.tokens.filter { index in
        reader.isForeign(index, in: block, article)
          && occurrences.count(of: article.tokens[index].hash) <= Self.mostOccurrences
      }
      guard !found.isEmpty else { return [] }
      let rows = reader.rows(in: block, article)
      return found.filter { index in !rows.contains { $0.contains(index) } }.map { index in
        let range = article.tokens[index].range
        return Fault(range, values: ["word": article.string(range)])
      }
    }
  }
}

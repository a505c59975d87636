internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Two sets of spellings in one article, of which it should keep to one: `colour` and `center`.
///
/// The options `first` and `second` name the word lists.
struct VariantMix: Check {
  static let options = [CheckOption("first", .wordList), CheckOption("second", .wordList)]

  private let lists: [WordList]
  private let both: WordLists
  private let names: [String]

  init(_ setup: CheckSetup) {
    let options = [setup.options["first"], setup.options["second"]].compactMap { $0?.first }
    lists = options.map(setup.lexicon.list)
    both = WordLists(lists)
    names = options.map { $0.split(separator: "-").first.map(String.init) ?? $0 }
  }

  func faults(in article: Article) -> [Fault] {
    guard lists.count == 2 else { return [] }
    var found: [[Int]] = [[], []]
    for index in article.tokens(in: both) where !isPartOfName(index, article) {
      for side in 0..<2 where article.token(index, isIn: lists[side]) { found[side].append(index) }
    }
    guard let usual = found[0].count >= found[1].count ? found[0].first : found[1].first else {
      return []
    }
    let rarer = found[0].count >= found[1].count ? 1 : 0
    let example = article.string(article.tokens[usual].range)
    return found[rarer].map { index in
      let range = article.tokens[index].range
      return Fault(
        range,
        values: ["word": article.string(range), "kind": names[rarer], "other": example],
        related: [.init(range: article.tokens[usual].range, note: "as here, “\(example)”")])
    }
  }

  /// Tells whether a word has a capital inside a sentence: the Labour Party keeps its spelling.
  private func isPartOfName(_ index: Int, _ article: Article) -> Bool {
    let flags = article.tokens[index].flags
    return flags.contains(.capitalized) && !flags.contains(.sentenceStart)
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// One person under two forms of a title: `spokesman Berg` and `spokesperson Berg`.
///
/// Each value of the option `families` is a row of titles of which an article should use one for a
/// person.
struct TitleDrift: Check {
  /// Tokens between a title and the name that it goes with.
  private static let reach = 4

  private let families: [[UInt64]]
  /// All words of the families, each once.
  private let words: [UInt64]
  private let titles: WordList

  init(_ setup: CheckSetup) {
    families = setup.options["families", default: []].map { family in
      family.split(separator: " ").map { WordHash.of(String($0)) }
    }
    words = Array(Set(families.joined()))
    titles = setup.lexicon.list("title-with-variants")
  }

  func faults(in article: Article) -> [Fault] {
    var seen: [UInt64: [(family: Int, token: Int)]] = [:]
    var faults: [Fault] = []
    for index in article.tokens(of: words).sorted() where article.token(index, isIn: titles) {
      let token = article.tokens[index]
      guard let family = families.firstIndex(where: { $0.contains(token.hash) }),
        let name = surname(after: index, article)
      else { continue }
      let earlier = seen[name, default: []].first {
        $0.family == family && article.tokens[$0.token].hash != token.hash
      }
      if let earlier { faults.append(describe(index, earlier.token, article)) }
      seen[name, default: []].append((family, index))
    }
    return faults
  }

  /// Returns the last of the capitalized words right behind a title.
  private func surname(after index: Int, _ article: Article) -> UInt64? {
    var last = index
    while last - index < Self.reach, let next = article.tokenAfter(last),
      article.tokens[next].kind == .word, article.tokens[next].flags.contains(.capitalized)
    {
      last = next
    }
    return last > index ? article.tokens[last].hash : nil
  }

  private func describe(_ index: Int, _ earlier: Int, _ article: Article) -> Fault {
    let range = article.tokens[index].range
    let title = article.string(article.tokens[earlier].range)
    return Fault(
      range, values: ["title": article.string(range), "earlier": title],
      related: [
        .init(range: article.tokens[earlier].range, note: "the same person is “\(title)” here")
      ],
      fixes: [
        Fix(
          summary: "write “\(title)”", edits: [Edit(range: range, replacement: title)],
          safety: .review)
      ])
  }
}

internal import CalqueRules
internal import CalqueText

/// Finds what a rule asks the article for, such as an acronym's twin, once the rule has matched.
///
/// One rule of six asks for something, and few of them match in an article: with the patterns of
/// all of them among those that a scan looks for, a third of what it tried was for none.
struct ProbeFinder {
  private let article: Article
  private var matcher: PatternMatcher
  /// What has been found, or not, so far.
  private var known: [(need: Int, place: Range<Int>?)] = []

  init(_ article: Article) {
    self.article = article
    matcher = PatternMatcher(article)
  }

  /// Returns the first place, in tokens, that a condition of the program asks for; nil where there
  /// is none, or where it asks for none.
  ///
  /// O(n log n) for n tokens that are a word by which it is found.
  mutating func place(of need: Int) -> Range<Int>? {
    if let known = known.first(where: { $0.need == need }) { return known.place }
    let place = firstMatch(of: article.program.needs[need].anchors)?.report
    known.append((need, place))
    return place
  }

  private mutating func firstMatch(of anchors: Span32) -> Match? {
    let program = article.program
    var places: [(token: Int, anchor: Int)] = []
    for index in anchors.indices {
      let tokens = article.wordIndex.places(of: program.probeAnchors[index].hash)
      places += tokens.map { ($0, index) }
    }
    places.sort { $0 < $1 }
    let document = article.document
    for (token, index) in places {
      let block = document.blocks[document.block(ofToken: token)]
      // What the page has below the article says nothing of it.
      guard block.kind != .tail else { continue }
      let anchor = program.probeAnchors[index]
      let match = matcher.match(
        of: Int(anchor.pattern), anchor.reach, around: token, in: block.tokens)
      if let match { return match }
    }
    return nil
  }
}

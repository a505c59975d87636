internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Words that say who speaks inside the quotation.
///
/// `“We are ready, said Vega. He hopes to win.”`
struct SwallowedAttribution: Check {
  private let grammar: AttributionGrammar
  private let pronouns: WordList

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    pronouns = setup.lexicon.list("pronoun")
  }

  func faults(in article: Article) -> [Fault] {
    let marks = article.document.marks
    return marks.indices.compactMap { index in
      let mark = marks[index]
      guard mark.role == .opening, mark.depth == 0, mark.glyph.isDouble, let partner = mark.partner
      else { return nil }
      return fault(index, partner, article)
    }
  }

  private func fault(_ opening: Int, _ closing: Int, _ article: Article) -> Fault? {
    let marks = article.document.marks
    // What is told in a quotation inside may have a speaker of its own.
    guard
      closing == opening + 1 || marks[opening + 1..<closing].allSatisfy({ $0.role == .apostrophe })
    else { return nil }
    let range = marks[opening].lastToken + 1..<marks[closing].token
    let tokens = article.tokens
    let inner = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    for comma in inner where tokens[comma].isMark(",") {
      let token = comma + 1
      guard grammar.isVerb(token, article),
        let tag = grammar.attribution(at: token, in: range, of: article),
        !article.token(tag.speaker.lowerBound, isIn: pronouns), ends(tag, in: range, article)
      else { continue }
      return describe(tag, opening, closing, article)
    }
    return nil
  }

  /// Tells whether the attribution ends with its sentence.
  private func ends(_ tag: Attribution, in range: Range<Int>, _ article: Article) -> Bool {
    tag.tokens.upperBound == range.upperBound || article.tokens[tag.tokens.upperBound].isMark(".")
  }

  private func describe(
    _ tag: Attribution, _ opening: Int, _ closing: Int, _ article: Article
  ) -> Fault {
    Fault(
      article.document.range(of: tag.tokens), values: ["tag": article.string(tag.tokens)],
      related: [
        .init(range: article.range(ofMark: opening), note: "the quotation is opened here"),
        .init(range: article.range(ofMark: closing), note: "the quotation is closed here"),
      ],
      fixes: [
        Fix(
          summary: "close the quotation before it", edits: edits(tag, opening, closing, article),
          safety: .review)
      ])
  }

  private func edits(
    _ tag: Attribution, _ opening: Int, _ closing: Int, _ article: Article
  ) -> [Edit] {
    let glyph = article.document.marks[opening].glyph
    let place = article.tokens[tag.tokens.lowerBound - 1].end
    let first = Edit(range: TextRange(place, place), replacement: QuoteSpelling.closing(of: glyph))
    let next = tag.tokens.upperBound + 1
    guard next < article.document.marks[closing].token else {
      return [first, Edit(range: article.range(ofMark: closing), replacement: "")]
    }
    let start = article.tokens[next].start
    return [
      first, Edit(range: TextRange(start, start), replacement: QuoteSpelling.opening(of: glyph)),
    ]
  }
}

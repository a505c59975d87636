internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// One quoted word of the source under two translations: `“close” coordination` in the headline and
/// `“narrow” coordination` in the body.
struct QuotedTermDrift: Check {
  /// Tokens on each side among which the other word may stand.
  private static let reach = 16

  init(_ setup: CheckSetup) {}

  /// A quoted word and the word that it is said of.
  private struct Frame {
    /// Token of the quoted word.
    let term: Int
    /// Bytes of the quotation with its marks.
    let range: TextRange
    /// Hash of the word behind it.
    let noun: UInt64
  }

  func faults(in article: Article) -> [Fault] {
    let others = article.rareBlocks.besideParagraphs.map { article.document.blocks[$0] }
    let headline = frames(of: others.filter { $0.kind == .headline }, article)
    guard !headline.isEmpty else { return [] }
    let body = frames(of: article.document.blocks.filter { $0.isProse }, article)
    return headline.flatMap { first in
      body.filter { $0.noun == first.noun && differs($0, first, article) }
        .map { describe($0, first, article) }
    }
  }

  /// Tells whether a quoted word stands in the place of another: where both stand near each other
  /// they are two things.
  private func differs(_ one: Frame, _ other: Frame, _ article: Article) -> Bool {
    let term = article.tokens[other.term].hash
    guard article.tokens[one.term].hash != term else { return false }
    let block = article.document.blocks[article.document.block(ofToken: one.term)].tokens
    let near = (one.term - Self.reach..<one.term + Self.reach).clamped(to: block)
    return !near.contains { article.tokens[$0].hash == term }
  }

  private func frames(of blocks: [Block], _ article: Article) -> [Frame] {
    let document = article.document
    return blocks.flatMap { block in
      block.marks.compactMap { index in
        let mark = document.marks[index]
        guard mark.role == .opening, let partner = mark.partner else { return nil }
        let closing = document.marks[partner].token
        guard closing == mark.token + 2, closing + 1 < block.tokens.upperBound,
          document.tokens[mark.token + 1].kind == .word, document.tokens[closing + 1].kind == .word
        else { return nil }
        return Frame(
          term: mark.token + 1, range: document.range(of: mark.token..<closing + 1),
          noun: document.tokens[closing + 1].hash)
      }
    }
  }

  private func describe(_ body: Frame, _ headline: Frame, _ article: Article) -> Fault {
    let term = article.string(article.tokens[headline.term].range)
    return Fault(
      body.range,
      values: ["body": article.string(article.tokens[body.term].range), "headline": term],
      related: [.init(range: headline.range, note: "the headline has “\(term)”")],
      fixes: [.writing(term, at: article.tokens[body.term].range)])
  }
}

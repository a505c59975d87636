internal import CalqueRules
internal import CalqueText

/// Tells in which contexts (`in:`, `not-in:`) a place of an article is.
struct RuleContexts {
  /// A speaker is named this close to what is said, in tokens.
  private static let attributionReach = 12

  private let article: Article
  private let reportingVerbs: WordLists

  init(_ article: Article, reportingVerbs: WordLists) {
    self.article = article
    self.reportingVerbs = reportingVerbs
  }

  /// Returns the words of a lexicon that say who speaks.
  static func reportingVerbs(_ lexicon: Lexicon) -> WordLists {
    lexicon.lists(["reporting-verb", "calqued-reporting-verb"])
  }

  /// Returns the bits of the contexts (`RuleContext.bit`) that hold at a token.
  func bits(at token: Int) -> UInt32 {
    let block = article.document.blocks[article.document.block(ofToken: token)]
    var bits = Self.bits(of: block.kind)
    if article.tokens[token].flags.contains(.insideQuotation) {
      bits |= RuleContext.quote.bit
    } else if isInAttribution(token) {
      bits |= RuleContext.attribution.bit
    }
    return bits
  }

  private static func bits(of kind: Block.Kind) -> UInt32 {
    switch kind {
    case .kicker: RuleContext.kicker.bit
    case .headline: RuleContext.headline.bit
    case .subheading: RuleContext.subheading.bit
    case .paragraph: RuleContext.body.bit
    case .listItem: RuleContext.list.bit | RuleContext.body.bit
    case .caption: RuleContext.caption.bit
    case .credit: RuleContext.credit.bit
    case .tail: RuleContext.tail.bit
    }
  }

  /// Tells whether a token outside quotations stands beside a reporting verb in a sentence that
  /// quotes somebody.
  private func isInAttribution(_ token: Int) -> Bool {
    let sentence = article.document.sentences[article.document.sentence(ofToken: token)].tokens
    guard sentence.contains(where: { article.tokens[$0].flags.contains(.insideQuotation) }) else {
      return false
    }
    let near =
      max(
        sentence.lowerBound, token - Self.attributionReach)..<min(
        sentence.upperBound, token + Self.attributionReach)
    return near.contains { index in
      !article.tokens[index].flags.contains(.insideQuotation)
        && article.token(index, isInOneOf: reportingVerbs)
    }
  }
}

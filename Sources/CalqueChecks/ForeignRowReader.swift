internal import CalqueEngine
internal import CalqueText

/// Finds clauses that were not translated: rows of foreign words.
///
/// A row starts and ends with words that English does not have, and holds one that joins words in
/// its language.
struct ForeignRowReader {
  /// Words of a row that prove another language.
  private static let leastWords = 3
  /// Words of a row that prove one if all of them are short words such as names have, too.
  private static let leastParticles = 4

  private let vocabulary: ForeignVocabulary

  init(_ vocabulary: ForeignVocabulary) {
    self.vocabulary = vocabulary
  }

  /// Returns the rows of foreign words of an article, in order.
  ///
  /// O(tokens): only what stands beside a foreign word is looked at.
  func rows(in article: Article) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var end = 0
    for index in article.tokens(in: vocabulary.foreignOrParticles) where index >= end {
      guard vocabulary.isSmallWord(article.tokens[index]) else { continue }
      let block = article.document.blocks[article.document.block(ofToken: index)].tokens
      let row = widened(index, in: max(end, block.lowerBound)..<block.upperBound, article)
      if isProof(row, article), !isTranslated(row, in: block, article),
        !vocabulary.isTitle(row.lowerBound, in: block, article)
      {
        rows.append(row)
      }
      end = row.upperBound
    }
    return rows
  }

  /// Returns the row around a foreign word; one word of English, a name or a comma may stand in it.
  private func widened(_ start: Int, in range: Range<Int>, _ article: Article) -> Range<Int> {
    var low = start
    while low > range.lowerBound {
      if vocabulary.isForeignInRow(low - 1, article) {
        low -= 1
      } else if low - 2 >= range.lowerBound, mayStandInside(low - 1, article),
        vocabulary.isForeignInRow(low - 2, article)
      {
        low -= 2
      } else {
        break
      }
    }
    var high = start + 1
    while high < range.upperBound {
      if vocabulary.isForeignInRow(high, article) {
        high += 1
      } else if high + 1 < range.upperBound, mayStandInside(high, article),
        vocabulary.isForeignInRow(high + 1, article)
      {
        high += 2
      } else {
        break
      }
    }
    return low..<high
  }

  /// Tells whether a word or number may stand between two foreign words: any, but no name that
  /// is joined by a particle, as in `Patricia della Torre d’Alba`.
  private func mayStandInside(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.isWordLike else { return false }
    return !token.flags.contains(.capitalized)
      || !vocabulary.isParticle(index - 1, article) && !vocabulary.isParticle(index + 1, article)
  }

  /// Tells whether a translation stands behind a row, as in a list of words and behind what is
  /// sung or called so: `grúa - tow truck`, `“… nimmer sein”: we shall be no more`, `called nubes
  /// de agosto – August clouds`.
  private func isTranslated(_ row: Range<Int>, in block: Range<Int>, _ article: Article) -> Bool {
    let next = row.upperBound
    guard next + 1 < block.upperBound else { return false }
    if article.tokens[next].kind == .quote { return article.tokens[next + 1].isMark(":") }
    guard article.tokens[next].flags.contains(.spaceBefore) else { return false }
    if row.lowerBound == block.lowerBound {
      return article.tokens[next].isDash || article.tokens[next].isMark("=")
    }
    return article.tokens[next].isDash && row.lowerBound > block.lowerBound
      && ForeignWordReader.naming.contains(article.tokens[row.lowerBound - 1].hash)
  }

  private func isProof(_ row: Range<Int>, _ article: Article) -> Bool {
    var particleCount = 0
    var certainCount = 0
    for index in row {
      if vocabulary.isParticle(index, article) {
        particleCount += 1
      } else if article.token(index, isInOneOf: vocabulary.foreign)
        || vocabulary.isUnknown(index, article) && vocabulary.isForeignInRow(index, article)
      {
        certainCount += 1
      }
    }
    let count = particleCount + certainCount
    return count >= (certainCount > 0 ? Self.leastWords : Self.leastParticles)
      && count * 2 > row.count
  }
}

internal import CalqueEngine
internal import CalqueText

/// Words in another script than Latin, left standing between English ones.
struct ForeignScript: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    var runs: [Range<Int>] = []
    for index in article.rare.accentedWords where isForeign(index, article) {
      if let last = runs.last, index - last.upperBound < 3, isSameBlock(last, index, article) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.compactMap { run in
      guard !isQuotedOriginal(run, article) else { return nil }
      return Fault(article.document.range(of: run), values: ["text": article.string(run)])
    }
  }

  private func isForeign(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    // A letter of English at the start is one of the word.
    guard !(0x61...0x7A).contains(article.document.text[Int(token.start)] | 0x20) else {
      return false
    }
    let scripts = WordScripts(of: token.range, in: article.document.text)
    guard !scripts.isEmpty, !scripts.contains(.latin) else { return false }
    // A single Greek letter is a symbol.
    return scripts != .greek || token.end - token.start > 2
  }

  private func isSameBlock(_ run: Range<Int>, _ index: Int, _ article: Article) -> Bool {
    article.document.block(ofToken: run.lowerBound) == article.document.block(ofToken: index)
  }

  /// Tells whether the words stand in brackets or quotation marks: the original beside its English.
  private func isQuotedOriginal(_ run: Range<Int>, _ article: Article) -> Bool {
    if article.tokens[run.lowerBound].flags.contains(.insideQuotation) { return true }
    let block = article.document.blocks[article.document.block(ofToken: run.lowerBound)]
    let before = block.tokens.lowerBound..<run.lowerBound
    let open = before.last { article.tokens[$0].isMark("(") || article.tokens[$0].isMark("[") }
    guard let open else { return false }
    return !(open..<run.lowerBound).contains {
      article.tokens[$0].isMark(")") || article.tokens[$0].isMark("]")
    }
  }
}

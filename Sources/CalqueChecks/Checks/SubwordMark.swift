internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// The marks by which a translation engine cuts words into pieces: `@@`, `@-@`, `▁`, `##`, `Ġ`.
struct SubwordMark: Check {
  private let words: WordTable

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    var end: UInt32 = 0
    let marks = article.rare.symbols.compactMap { index -> Fault? in
      guard article.tokens[index].start >= end, let fault = fault(at: index, article) else {
        return nil
      }
      end = fault.range.end
      return fault
    }
    return marks + article.rare.accentedWords.compactMap { byteMark(at: $0, article) }
  }

  /// `Ġthe`: how a vocabulary of bytes writes the space before a word.
  private func byteMark(at index: Int, _ article: Article) -> Fault? {
    let range = article.tokens[index].range
    guard article.document.text[Int(range.start)] == 0xC4 else { return nil }
    let word = article.document.text[range.indices]
    guard word.starts(with: "Ġ".utf8) else { return nil }
    let rest = word.dropFirst(2)
    guard rest.allSatisfy({ (0x61...0x7A).contains($0) }),
      words.rank(of: WordHash.of(folded: rest)) != nil
    else { return nil }
    return describe(TextRange(range.start, range.start + 2), "", joins: false, article)
  }

  private func fault(at index: Int, _ article: Article) -> Fault? {
    let token = article.tokens[index]
    if token.isMark("@") { return pair(at: index, article) ?? joined(at: index, article) }
    if token.isMark("▁") { return describe(token.range, "", joins: false, article) }
    guard token.isMark("#"), token.end - token.start == 1,
      let piece = article.joinedToken(index + 1), piece.flags.contains(.link), piece.isMark("#"),
      !isNumeral(piece, article), let before = article.tokenBefore(index),
      article.tokens[before].kind == .word
    else { return nil }
    return describe(TextRange(token.start, token.end + 1), "", joins: true, article)
  }

  private func isNumeral(_ piece: Token, _ article: Article) -> Bool {
    let byte = article.document.text[Int(piece.start) + 1]
    return (0x30...0x39).contains(byte)
  }

  /// `@-@`: a mark that was cut off the words beside it.
  private func pair(at index: Int, _ article: Article) -> Fault? {
    guard let mark = article.joinedToken(index + 1), mark.kind == .punctuation,
      let last = article.joinedToken(index + 2), last.isMark("@")
    else { return nil }
    let range = TextRange(article.tokens[index].start, last.end)
    return describe(range, article.string(mark.range), joins: true, article)
  }

  /// `inter@@ national`: a word in pieces.
  private func joined(at index: Int, _ article: Article) -> Fault? {
    guard index > 0, let last = article.joinedToken(index + 1), last.isMark("@"),
      article.joinedToken(index) != nil, article.tokens[index - 1].kind == .word
    else { return nil }
    return describe(TextRange(article.tokens[index].start, last.end), "", joins: true, article)
  }

  /// Describes a mark; where pieces of one word are to be joined the spaces beside it go.
  private func describe(
    _ range: TextRange, _ replacement: String, joins: Bool, _ article: Article
  ) -> Fault {
    let text = article.document.text
    func isSpace(_ index: UInt32) -> Bool { index < text.count && text[Int(index)] == 0x20 }
    let takesNext = (joins || isSpace(range.start &- 1)) && isSpace(range.end)
    let takesPrevious = joins && range.start > 0 && isSpace(range.start - 1)
    let cut = TextRange(
      range.start - (takesPrevious ? 1 : 0), range.end + (takesNext ? 1 : 0))
    return Fault(
      range, values: ["mark": article.string(range)],
      fixes: [
        Fix(
          summary: joins ? "join the pieces" : "remove the mark",
          edits: [Edit(range: cut, replacement: replacement)], safety: .safe)
      ])
  }
}

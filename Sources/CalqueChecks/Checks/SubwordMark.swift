internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// The marks by which a translation engine cuts words into pieces: `@@`, `@-@`, `▁`, `##`.
struct SubwordMark: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    var end: UInt32 = 0
    return article.rare.symbols.compactMap { index in
      guard article.tokens[index].start >= end, let fault = fault(at: index, article) else {
        return nil
      }
      end = fault.range.end
      return fault
    }
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
    var cut = range
    if joins || isSpace(range.start &- 1), isSpace(range.end) {
      cut = TextRange(cut.start, range.end + 1)
    }
    if joins, range.start > 0, isSpace(range.start - 1) {
      cut = TextRange(range.start - 1, cut.end)
    }
    return Fault(
      range, values: ["mark": article.string(range)],
      fixes: [
        Fix(
          summary: joins ? "join the pieces" : "remove the mark",
          edits: [Edit(range: cut, replacement: replacement)], safety: .safe)
      ])
  }
}

internal import CalqueText

/// The quotation marks of a document that few checks want, by what makes them rare.
///
/// O(marks), one pass for all checks.
public struct MarkIndex: Sendable {
  /// Opening marks of double quotations inside no other, behind `.`, `!` or `?` in their block.
  public private(set) var openingsBehindStop: [Int] = []
  /// Closing marks of double quotations inside no other, behind `.`, `!` or `?`.
  public private(set) var closingsBehindStop: [Int] = []
  /// Closing marks before a word with a capital that starts no sentence.
  public private(set) var closingsBeforeCapital: [Int] = []

  /// Looks through the marks of a document that have another end.
  init(_ document: Document) {
    let (marks, tokens) = (document.marks, document.tokens)
    // As many as in most articles.
    closingsBehindStop.reserveCapacity(marks.count / 4 + 4)
    closingsBeforeCapital.reserveCapacity(marks.count / 8 + 4)
    for index in marks.indices where marks[index].partner != nil {
      let mark = marks[index]
      let isOpening = mark.role == .opening
      if mark.depth == 0, mark.glyph.isDouble, mark.token > 0,
        Self.isStop(tokens[mark.token - 1])
      {
        if !isOpening {
          closingsBehindStop.append(index)
        } else if !tokens[mark.token].flags.contains(.blockStart) {
          openingsBehindStop.append(index)
        }
      }
      let next = mark.lastToken + 1
      if !isOpening, next < tokens.count, tokens[next].flags.isCapitalInSentence {
        closingsBeforeCapital.append(index)
      }
    }
  }

  private static func isStop(_ token: Token) -> Bool {
    token.isMark(".") || token.isMark("!") || token.isMark("?")
  }
}

extension Token.Flags {
  fileprivate var isCapitalInSentence: Bool {
    intersection([.capitalized, .sentenceStart, .blockStart]) == .capitalized
  }
}

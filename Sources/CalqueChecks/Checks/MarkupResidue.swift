internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Tags, shortcodes and placeholders that came along with the text.
struct MarkupResidue: Check {
  static let options = [
    CheckOption("kinds", .someOf(MarkupReader.Kind.allCases.map(\.rawValue)))
  ]

  private let reader: MarkupReader
  private let wanted: [String]

  init(_ setup: CheckSetup) {
    reader = MarkupReader(setup.lexicon)
    wanted = setup.options["kinds", default: []]
  }

  func faults(in article: Article) -> [Fault] {
    var faults: [Fault] = []
    var end = 0
    var block = Block(kind: .paragraph, range: TextRange(0, 0))
    for index in article.rare.markup
    where index >= end && reader.mayBeResidue(article.tokens[index]) {
      if !block.tokens.contains(index) {
        block = article.document.blocks[article.document.block(ofToken: index)]
      }
      guard let piece = reader.piece(at: index, in: block.tokens, article) else { continue }
      if wanted.contains(piece.kind.rawValue) { faults.append(describe(piece, block, article)) }
      end = piece.tokens.upperBound
    }
    return faults
  }

  private func describe(_ piece: MarkupReader.Piece, _ block: Block, _ article: Article) -> Fault {
    let range = article.document.range(of: piece.tokens)
    // What is cut takes the space before it along, or at the start of a block the one behind it.
    let isFirst = piece.tokens.lowerBound == block.tokens.lowerBound
    let next = piece.tokens.upperBound
    let cut: TextRange =
      if !isFirst {
        TextRange(article.tokens[piece.tokens.lowerBound - 1].end, range.end)
      } else if next < block.tokens.upperBound {
        TextRange(range.start, article.tokens[next].start)
      } else {
        range
      }
    let joins =
      !isFirst && next < block.tokens.upperBound
      && !article.tokens[next].flags.contains(.spaceBefore)
      && (article.tokens[next].kind != .punctuation || article.tokens[next].isMark("("))
      && article.tokens[piece.tokens.lowerBound].flags.contains(.spaceBefore)
    return Fault(
      range, values: ["text": article.string(range)],
      fixes: [
        Fix(
          summary: "remove it", edits: [Edit(range: cut, replacement: joins ? " " : "")],
          safety: .review)
      ])
  }
}

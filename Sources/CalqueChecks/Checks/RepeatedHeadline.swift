internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// The headline once more as a paragraph of the text.
struct RepeatedHeadline: Check {
  static let options = [CheckOption("depth", .count), CheckOption("least-words", .count)]

  /// How many blocks below the headline are looked at.
  private let depth: Int
  /// Words that a headline has at least.
  private let leastWords: Int

  init(_ setup: CheckSetup) {
    depth = setup.number("depth", default: 3)
    leastWords = setup.number("least-words", default: 4)
  }

  func faults(in article: Article) -> [Fault] {
    let document = article.document
    guard let place = document.blocks.firstIndex(where: { $0.kind == .headline }) else { return [] }
    let headline = document.blocks[place]
    let words = document.tokens[headline.tokens]
    guard words.count(where: \.isWordLike) >= leastWords else { return [] }
    let hash = PhraseHash.of(words)
    return document.blocks[(place + 1)...].prefix(depth).compactMap { block in
      guard block.tokens.count < 2 * headline.tokens.count + 4,
        PhraseHash.of(document.tokens[block.tokens]) == hash
      else { return nil }
      let before = document.blocks.last { $0.range.end <= block.range.start } ?? headline
      return Fault(
        block.range, related: [.init(range: headline.range, note: "the headline is here")],
        fixes: [
          Fix(
            summary: "remove the line",
            edits: [Edit(range: TextRange(before.range.end, block.range.end), replacement: "")],
            safety: .review)
        ])
    }
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A paragraph that ends before its last sentence does.
///
/// The option `end` says which ends a rule is about: `leading-on`, `inside-word`, `stopless`,
/// `unmarked`.
struct CutSentence: Check {
  private let reader: ParagraphEndReader

  init(_ setup: CheckSetup) {
    let wanted = setup.options["end", default: []].compactMap { name -> ParagraphEnd? in
      switch name {
      case "leading-on": .leadingOn
      case "inside-word": .insideWord
      case "stopless": .stopless
      case "unmarked": .unmarked
      default: nil
      }
    }
    reader = ParagraphEndReader(setup.lexicon, wanted: wanted)
  }

  func faults(in article: Article) -> [Fault] {
    reader.unfinishedBlocks(of: article).compactMap { index in
      guard let last = article.document.blocks[index].tokens.last else { return nil }
      let range = article.tokens[last].range
      return Fault(range, values: ["end": article.string(range)])
    }
  }
}

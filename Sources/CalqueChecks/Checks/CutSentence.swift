internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A paragraph that ends before its last sentence does.
///
/// The option `end` says which ends a rule is about: `leading-on`, `inside-word`, `stopless`,
/// `unmarked`.
struct CutSentence: Check {
  static let options = [
    CheckOption("end", .someOf(["leading-on", "inside-word", "stopless", "unmarked"]))
  ]

  private let wanted: [ParagraphEnd]

  init(_ setup: CheckSetup) {
    wanted = setup.options["end", default: []].compactMap { name -> ParagraphEnd? in
      switch name {
      case "leading-on": .leadingOn
      case "inside-word": .insideWord
      case "stopless": .stopless
      case "unmarked": .unmarked
      default: nil
      }
    }
  }

  func faults(in article: Article) -> [Fault] {
    article.unfinishedBlocks.compactMap { unfinished in
      guard wanted.contains(unfinished.end),
        let last = article.document.blocks[unfinished.block].tokens.last
      else { return nil }
      let range = article.tokens[last].range
      return Fault(range, values: ["end": article.string(range)])
    }
  }
}

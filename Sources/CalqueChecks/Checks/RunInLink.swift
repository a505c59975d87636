internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A link to another story that a paragraph of the article has run into: `Read also: … The council
/// met …`.
struct RunInLink: Check {
  private let reader: PageLineReader

  init(_ setup: CheckSetup) {
    reader = setup.pageLines
  }

  func faults(in article: Article) -> [Fault] {
    article.document.blocks.compactMap { block in
      reader.linkOpening(of: block, article).map { opening in
        let range = article.document.range(of: opening)
        return Fault(range, values: ["opening": article.string(range)])
      }
    }
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A quotation with a wrong mark or one in the wrong place; option `kind` says which, as
/// ``QuoteSlip/Kind`` names it.
struct MisplacedQuote: Check {
  static let options = [
    CheckOption("kind", .someOf(QuoteSlip.Kind.allCases.map(\.rawValue))),
    CheckOption("english", .wordLists),
  ]

  private let kinds: [QuoteSlip.Kind]
  /// Nil where the option names none.
  private let englishWords: WordLists?

  init(_ setup: CheckSetup) {
    kinds = setup.options["kind", default: []].compactMap(QuoteSlip.Kind.init)
    englishWords = setup.options["english"].map(setup.lexicon.lists)
  }

  func faults(in article: Article) -> [Fault] {
    let slips = article.quoteSlips.filter { kinds.contains($0.kind) }
    let moved = kinds.contains(.moved) ? movedClosings(article) : []
    guard !slips.isEmpty || !moved.isEmpty, isEnglish(article) else { return [] }
    return (slips + moved).map { describe($0, article) }
  }

  /// Returns the slips of marks that close what an earlier paragraph has opened.
  private func movedClosings(_ article: Article) -> [QuoteSlip] {
    article.quoteFaults.compactMap { fault in
      guard case .notReopened(let closing) = fault.kind else { return nil }
      return article.document.movedClosing(closing, of: fault.mark)
    }
  }

  /// Tells whether every twentieth word is one of the lists in option `english`, which in English
  /// are more; an article wholly in another language keeps that language's marks.
  private func isEnglish(_ article: Article) -> Bool {
    guard let englishWords else { return true }
    let words = article.tokens.count { $0.kind == .word }
    return article.tokens(in: englishWords).count * 20 >= words
  }

  private func describe(_ slip: QuoteSlip, _ article: Article) -> Fault {
    let range = article.range(ofMark: slip.mark)
    let partner = slip.partner.map { mark in
      let note = mark > slip.mark ? "the quotation is closed here" : "the quotation is opened here"
      return Finding.Related(range: article.range(ofMark: mark), note: note)
    }
    let other =
      partner.map { article.string($0.range) }
      ?? QuoteSpelling.closing(of: article.document.marks[slip.mark].glyph)
    return Fault(
      range, values: ["mark": article.string(range), "other": other],
      related: partner.map { [$0] } ?? [],
      fixes: [
        Fix(
          summary: "write \(slip.edits.map(\.replacement).joined(separator: " … "))",
          edits: slip.edits, safety: slip.isCertain ? .safe : .review)
      ])
  }
}

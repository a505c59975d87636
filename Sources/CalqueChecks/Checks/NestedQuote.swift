internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A quotation inside another in the same marks, which cannot be told apart; with option `outer`
/// (`double` or `single`) also one in the marks that the house has for the other level.
struct NestedQuote: Check {
  static let options = [CheckOption("outer", .oneOf(["double", "single"]))]

  /// Tokens of the longest speaker that is looked for.
  private static let longestTag = 10
  private let outerIsDouble: Bool?
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    switch setup.options["outer"]?.first {
    case "double": outerIsDouble = true
    case "single": outerIsDouble = false
    default: outerIsDouble = nil
    }
  }

  func faults(in article: Article) -> [Fault] {
    let marks = article.document.marks
    var open: [Int] = []
    var faults: [Fault] = []
    for index in marks.indices where marks[index].role == .opening {
      guard let partner = marks[index].partner, !marks[index].isEncoded,
        !marks[partner].isEncoded
      else { continue }
      while let last = open.last, (marks[last].partner ?? 0) < index { open.removeLast() }
      defer { open.append(index) }
      let isDouble = marks[index].glyph.isDouble
      guard isDouble == marks[partner].glyph.isDouble else { continue }
      if let outerIsDouble {
        guard isDouble != (outerIsDouble == open.count.isMultiple(of: 2)) else { continue }
      } else {
        // Where one between the two has lost its other end, they need not follow one another.
        guard let outer = open.last, marks[outer].glyph == marks[index].glyph,
          !hasLoneMark(inside: outer, article.document),
          article.document.closingMark(ofDoubled: index) == nil,
          !startsTag(marks[index], article),
          // With the space on their other side they may as well be the ends of two.
          !article.document.areSidesWrong(opening: marks[index], closing: marks[partner])
        else { continue }
      }
      faults.append(fault(index, partner, article))
    }
    return faults
  }

  /// Tells whether a speaker stands behind a mark, which then closes in truth: `so, "he said`.
  private func startsTag(_ mark: QuoteMark, _ article: Article) -> Bool {
    guard let first = article.tokenAfter(mark.lastToken) else { return false }
    var end = first + 1
    while end - first < Self.longestTag, article.tokenAfter(end - 1) == end { end += 1 }
    return grammar.attribution(at: first, in: first..<end, of: article) != nil
  }

  private func hasLoneMark(inside outer: Int, _ document: Document) -> Bool {
    document.hasLoneMark(in: document.blocks[document.block(ofToken: document.marks[outer].token)])
  }

  private func fault(_ index: Int, _ partner: Int, _ article: Article) -> Fault {
    let mark = article.document.marks[index]
    let isCurly = mark.glyph.system == .curly
    let (opening, closing) = QuoteSpelling.pair(isDouble: !mark.glyph.isDouble, isCurly: isCurly)
    let ranges = [article.range(ofMark: index), article.range(ofMark: partner)]
    return Fault(
      ranges[0], values: ["opening": opening, "closing": closing],
      related: [.init(range: ranges[1], note: "the inner quotation is closed here")],
      fixes: [
        Fix(
          summary: "write \(opening) … \(closing)",
          edits: zip(ranges, [opening, closing]).map { Edit(range: $0, replacement: $1) },
          safety: isCurly ? .safe : .review)
      ])
  }
}

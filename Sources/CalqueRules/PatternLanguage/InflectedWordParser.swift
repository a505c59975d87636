internal import CalqueFindings

/// Parses `~lemma` and `~lemma:form`, in patterns, word lists and fixes alike.
enum InflectedWordParser {
  /// Parses from the `~` at `index`, which is left after the last scalar taken.
  static func parse(
    _ places: [WordScanner.Place], at index: inout Int, byteCount: Int
  ) throws(PatternFault) -> InflectedWord {
    func offset(_ index: Int) -> Int { index < places.count ? places[index].offset : byteCount }
    let start = index
    let end = WordScanner.wordEnd(in: places, at: index + 1)
    guard end > index + 1 else {
      throw PatternFault(
        kind: .pattern, message: "“~” stands right before a word; write “\\~” for the mark",
        range: offset(start)..<offset(start + 1))
    }
    let lemma = WordScanner.word(places[(start + 1)..<end])
    index = end
    // A colon with a letter behind it names a form; any other is punctuation.
    guard end + 1 < places.count, places[end].scalar == ":",
      WordScanner.isWordScalar(places[end + 1].scalar)
    else { return InflectedWord(lemma: lemma, selector: nil) }
    index = WordScanner.wordEnd(in: places, at: end + 1)
    let name = WordScanner.text(places[(end + 1)..<index])
    guard let selector = FormSelector(rawValue: name) else {
      let names = FormSelector.allCases.map(\.rawValue)
      let suggestion = Suggestion.nearest(to: name, among: names).map { "did you mean “\($0)”?" }
      let message =
        "“\(name)” is no form of a word; "
        + (suggestion ?? "there are \(names.joined(separator: ", "))")
      throw PatternFault(
        kind: .pattern, message: message, range: offset(end + 1)..<offset(index))
    }
    return InflectedWord(lemma: lemma, selector: selector)
  }
}

internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

extension QuoteFault {
  /// Returns the places of the missing mark, the likeliest with a note of its own.
  func related(_ note: String) -> [Finding.Related] {
    places.enumerated().map { index, place in
      Finding.Related(range: TextRange(place, place), note: index == 0 ? note : "or here")
    }
  }

  /// Returns fixes that put the missing mark in each of its places, with another edit behind it.
  func insertions(of mark: String, with other: Edit? = nil) -> [Fix] {
    places.enumerated().map { index, place in
      let other = other.flatMap { $0.range.start > place ? $0 : nil }
      return Fix(
        summary: index == 0 ? "add \(mark) here" : "add \(mark) at the other place",
        edits: [Edit(range: TextRange(place, place), replacement: mark), other].compactMap(\.self),
        safety: .review)
    }
  }
}

extension Article {
  /// Returns the bytes of a quotation mark.
  func range(ofMark index: Int) -> TextRange {
    let mark = document.marks[index]
    return document.range(of: mark.token..<mark.lastToken + 1)
  }
}

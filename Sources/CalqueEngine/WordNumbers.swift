internal import CalqueText

/// What a few words stand for: a month its place in the year, `seven` 7.
package struct WordNumbers {
  private var numbers: FirstPlaces

  /// Gives each word the place of its row; a word stands once.
  ///
  /// O(words).
  package init(_ rows: [[String]]) {
    numbers = FirstPlaces(capacity: rows.reduce(0) { $0 + $1.count })
    for (number, words) in rows.enumerated() {
      for word in words { numbers.note(number, for: WordHash.of(word)) }
    }
  }

  /// Returns what a word stands for; nil for a word that has no number.
  ///
  /// O(1).
  package subscript(hash: UInt64) -> Int? { numbers[hash] }

  /// The months, from January on, in full and shortened.
  package static let months = WordNumbers([
    ["january", "jan"], ["february", "feb"], ["march"], ["april", "apr"], ["may"], ["june"],
    ["july"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"],
    ["november", "nov"], ["december", "dec"],
  ])
}

internal import CalqueText

/// What a few words stand for: a month its place in the year, from zero on, `seven` 7.
package struct WordNumbers {
  private var numbers: FirstPlaces

  /// Gives each word the number of its row; a word stands once.
  ///
  /// O(words).
  ///
  /// - Parameters:
  ///   - rows: Words that stand for the same number.
  ///   - first: The number of the first row.
  package init(_ rows: [[String]], startingAt first: Int = 0) {
    numbers = FirstPlaces(capacity: rows.reduce(0) { $0 + $1.count })
    for (number, words) in zip(first..., rows) {
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

  /// The numbers from one to ninety-nine.
  package static let cardinals = WordNumbers(
    (small + tens.flatMap { ten in [ten] + small.prefix(9).map { "\(ten)-\($0)" } }).map { [$0] },
    startingAt: 1)

  private static let small = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}

internal import CalqueText

/// What a few words stand for: a month its place in the year, from zero on, `seven` 7.
package struct WordNumbers {
  private var numbers: FirstPlaces

  /// Gives each word the number of its row, from zero on; a word stands once.
  ///
  /// O(words).
  ///
  /// - Parameter rows: Words that stand for the same number.
  package init(_ rows: [[String]]) {
    numbers = FirstPlaces(capacity: rows.reduce(0) { $0 + $1.count })
    for (number, words) in rows.enumerated() {
      for word in words { numbers.note(number, for: WordHash.of(word)) }
    }
  }

  /// Gives the words in a text one number after the other.
  ///
  /// O(length), and quicker than word by word: a start that needs the numbers makes a hundred
  /// hashes.
  package init(inOrder words: String, startingAt first: Int) {
    let hashes = WordHash.ofEach(words)
    numbers = FirstPlaces(capacity: hashes.count)
    for (number, hash) in zip(first..., hashes) { numbers.note(number, for: hash) }
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
    inOrder: """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
      sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four \
      twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one thirty-two \
      thirty-three thirty-four thirty-five thirty-six thirty-seven thirty-eight thirty-nine forty \
      forty-one forty-two forty-three forty-four forty-five forty-six forty-seven forty-eight \
      forty-nine fifty fifty-one fifty-two fifty-three fifty-four fifty-five fifty-six fifty-seven \
      fifty-eight fifty-nine sixty sixty-one sixty-two sixty-three sixty-four sixty-five sixty-six \
      sixty-seven sixty-eight sixty-nine seventy seventy-one seventy-two seventy-three \
      seventy-four seventy-five seventy-six seventy-seven seventy-eight seventy-nine eighty \
      eighty-one eighty-two eighty-three eighty-four eighty-five eighty-six eighty-seven \
      eighty-eight eighty-nine ninety ninety-one ninety-two ninety-three ninety-four ninety-five \
      ninety-six ninety-seven ninety-eight ninety-nine
      """,
    startingAt: 1)
}

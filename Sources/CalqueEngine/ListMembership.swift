public import CalqueRules

/// Which words of a program are in which of its lexicon lists.
///
/// Taken out of the program, which it would otherwise have to ask for its table at each question.
@usableFromInline struct ListMembership: Sendable {
  @usableFromInline let bits: Table<UInt64>
  @usableFromInline let stride: Int

  init(_ program: RuleProgram) {
    bits = program.listBits
    stride = Int(program.listStride)
  }

  /// Tells whether a word is in a list; the unknown word is in none.
  ///
  /// O(1).
  func contains(_ word: WordID, in list: Int) -> Bool {
    contains(word, in: WordList(list))
  }

  /// Tells whether a word is in a list.
  ///
  /// O(1).
  @inlinable
  func contains(_ word: WordID, in list: WordList) -> Bool {
    word != 0 && bits[Int(word) &* stride &+ list.part] & list.bit != 0
  }

  /// Returns the places of the words that are in one of some lists.
  ///
  /// O(words × lists / 64).
  func places(of words: [WordID], in lists: WordLists) -> [Int] {
    // Most questions are about one list, or about some that stand together.
    guard let first = lists.masks.first, lists.masks.count == 1 else {
      return words.indices.filter { contains(words[$0], inOneOf: lists) }
    }
    var found: [Int] = []
    let words = words.span
    let (part, bit) = (first.part, first.bit)
    for place in words.indices {
      // The unknown word has a row, too, which says that it is in no list.
      if bits[Int(words[place]) &* stride &+ part] & bit != 0 { found.append(place) }
    }
    return found
  }

  /// Tells whether a word is in one of some lists.
  ///
  /// O(lists / 64).
  @inlinable
  func contains(_ word: WordID, inOneOf lists: WordLists) -> Bool {
    guard word != 0 else { return false }
    let row = Int(word) &* stride
    for mask in lists.masks where bits[row &+ mask.part] & mask.bit != 0 { return true }
    return false
  }
}

internal import CalqueRules

/// Which words of a program are in which of its lexicon lists.
///
/// Taken out of the program, which it would otherwise have to ask for its table at each question.
struct ListMembership: Sendable {
  private let bits: Table<UInt64>
  private let stride: Int

  init(_ program: RuleProgram) {
    bits = program.listBits
    stride = Int(program.listStride)
  }

  /// Tells whether a word is in a list; the unknown word is in none.
  ///
  /// O(1).
  func contains(_ word: WordID, in list: Int) -> Bool {
    word != 0 && bits[Int(word) * stride + list / 64] >> UInt64(list % 64) & 1 == 1
  }

  /// Returns a test of whether a word is in one of some lists, quicker than to ask for each.
  func isInOne(of lists: [Int]) -> (WordID) -> Bool {
    var masks = [UInt64](repeating: 0, count: stride)
    for list in lists { masks[list / 64] |= 1 << UInt64(list % 64) }
    let parts = masks.indices.filter { masks[$0] != 0 }
    return { [bits, stride, masks] word in
      word != 0 && parts.contains { bits[Int(word) * stride + $0] & masks[$0] != 0 }
    }
  }
}

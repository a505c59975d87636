internal import CalqueRules

/// Which words of a program are in which of its lexicon lists.
///
/// Taken out of the program: a question to a value that holds one would copy the rest.
struct ListMembership: Sendable {
  private let bits: [UInt64]
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

  /// Lists whose bits of a word lie side by side.
  struct Mask: Sendable, Hashable {
    let part: Int
    let bits: UInt64
  }

  /// Returns what asks for some lists at once.
  func masks(of lists: [Int]) -> [Mask] {
    (0..<stride).compactMap { part in
      var bits: UInt64 = 0
      for list in lists where list / 64 == part { bits |= 1 << UInt64(list % 64) }
      return bits == 0 ? nil : Mask(part: part, bits: bits)
    }
  }

  /// Tells whether a word is in one of some lists.
  ///
  /// O(lists / 64).
  func contains(_ word: WordID, inOneOf masks: [Mask]) -> Bool {
    guard word != 0 else { return false }
    let row = Int(word) * stride
    for mask in masks where bits[row + mask.part] & mask.bits != 0 { return true }
    return false
  }

  /// Returns the indices of the words that are in one of some lists.
  ///
  /// O(words).
  func indices(of words: [WordID], inOneOf lists: [Int]) -> [Int] {
    let masks = masks(of: lists)
    return words.indices.filter { contains(words[$0], inOneOf: masks) }
  }
}

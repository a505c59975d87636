internal import CICU

/// Folding of words, so that `Él`, `él` and its decomposed twin are one word to a rule.
public enum Folding {
  /// Longest word that is folded, in bytes; ICU's side has room for no more.
  private static let longestWord = 500

  /// Returns the case-folded NFC form of a word's UTF-8, curly apostrophes made straight.
  ///
  /// ASCII never reaches ICU. O(length).
  public static func fold(_ word: [UInt8]) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else {
      return word.map(\.smallLetter)
    }
    let straight = straighteningApostrophes(word)
    guard straight.count <= longestWord else { return straight }
    var folded = [UInt8](repeating: 0, count: 4 * straight.count + 8)
    // ICU reads and writes within the lengths given; both arrays outlive the call.
    let length = unsafe straight.withUnsafeBufferPointer { input in
      unsafe folded.withUnsafeMutableBufferPointer { output in
        unsafe cq_fold(
          input.baseAddress.unsafelyUnwrapped, Int32(input.count),
          output.baseAddress.unsafelyUnwrapped, Int32(output.count))
      }
    }
    guard length >= 0 else { return straight }
    folded.removeLast(folded.count - Int(length))
    return folded
  }

  /// Replaces U+2019 and U+02BC, apostrophes inside words, by `'`.
  private static func straighteningApostrophes(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let rest = word[index...]
      if rest.starts(with: [0xE2, 0x80, 0x99]) {
        result.append(0x27)
        index += 3
      } else if rest.starts(with: [0xCA, 0xBC]) {
        result.append(0x27)
        index += 2
      } else {
        result.append(word[index])
        index += 1
      }
    }
    return result
  }
}

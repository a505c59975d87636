/// The marks between the digits of a number, while it is read.
struct DigitGroups {
  private var markCount = 0
  /// Index of the last mark.
  private var last = 0

  /// Notes a point, comma or colon between two digits.
  mutating func addMark(at index: Int) {
    markCount &+= 1
    last = index
  }

  /// Returns the flag of a number that is not grouped as most in English are: it has several marks,
  /// or a comma that is not before three digits, or a point that is.
  func flags(upTo end: Int, in text: Span<UInt8>) -> Token.Flags {
    guard markCount > 0 else { return [] }
    let isThree = end - last == 4
    let isOdd = text[last] == 0x2C && !isThree || text[last] == 0x2E && isThree
    return markCount > 1 || isOdd ? .oddlyGrouped : []
  }
}

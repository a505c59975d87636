// The text form: six bits a character from U+0030 to U+006F, the low bits first. None of them is
// `"` or `#`, so that the text stands in a raw string literal as it is.

extension RuleProgram {
  /// Characters that three words of 32 bits make.
  private static let groupLength = 16
  private static let firstCharacter: UInt8 = 0x30

  /// Returns the program as text, for a string literal of Swift. O(size).
  public func encodedText() -> String {
    var words = encodedWords()
    while !words.count.isMultiple(of: 3) { words.append(0) }
    var text: [UInt8] = []
    text.reserveCapacity(words.count / 3 * Self.groupLength)
    for group in stride(from: 0, to: words.count, by: 3) {
      var bits = UInt128(words[group])
      bits |= UInt128(words[group + 1]) << 32
      bits |= UInt128(words[group + 2]) << 64
      for _ in 0..<Self.groupLength {
        text.append(Self.firstCharacter + UInt8(truncatingIfNeeded: bits & 0x3F))
        bits >>= 6
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a program from a string literal that ``encodedText()`` has made. O(size).
  public init(decodingText text: StaticString) throws(ProgramError) {
    try self.init(decodingText: Array(text.description.utf8))
  }

  /// Reads a program from the bytes of what ``encodedText()`` has made, in one pass. O(size).
  public init(decodingText text: [UInt8]) throws(ProgramError) {
    guard text.count.isMultiple(of: Self.groupLength) else { throw .truncated }
    var words = [UInt32](repeating: 0, count: text.count / Self.groupLength * 3)
    var position = 0
    var strayBits: UInt32 = 0
    for group in stride(from: 0, to: text.count, by: Self.groupLength) {
      func bits(_ index: Int) -> UInt32 { UInt32(text[group + index] &- Self.firstCharacter) }
      let (low, middle, high) = (bits(5), bits(10), bits(15))
      words[position] =
        bits(0) | bits(1) << 6 | bits(2) << 12 | bits(3) << 18 | bits(4) << 24 | low << 30
      words[position + 1] =
        low >> 2 | bits(6) << 4 | bits(7) << 10 | bits(8) << 16 | bits(9) << 22 | middle << 28
      words[position + 2] =
        middle >> 4 | bits(11) << 2 | bits(12) << 8 | bits(13) << 14 | bits(14) << 20 | high << 26
      for index in 0..<Self.groupLength { strayBits |= bits(index) }
      position += 3
    }
    guard strayBits < 64 else { throw .notAProgram }
    try self.init(words: words)
  }
}

// The text form: six bits a character from U+0030 to U+006F, the low bits first. None of them is
// `"` or `#`, so that the text stands in a raw string literal as it is.

extension RuleProgram {
  /// Characters that three words of 32 bits make.
  private static let groupLength = 16
  private static let firstCharacter: UInt8 = 0x30

  /// Returns the program as text, for a string literal of Swift.
  ///
  /// O(size).
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

  /// Reads a program from a string literal that ``encodedText()`` has made.
  ///
  /// O(size).
  ///
  /// The literal is part of the product and was written by its build: it is not checked again.
  public init(decodingText text: StaticString) throws(ProgramError) {
    // The literal lives as long as the program, and the buffer only as long as the call.
    let words = text.withUTF8Buffer { unsafe Self.words(of: UnsafeRawBufferPointer($0)) }
    guard let words else { throw .notAProgram }
    try self.init(words: words, isTrusted: true)
  }

  /// Reads a program from the bytes of what ``encodedText()`` has made, in one pass.
  ///
  /// O(size).
  public init(decodingText text: [UInt8]) throws(ProgramError) {
    guard text.count.isMultiple(of: Self.groupLength) else { throw .truncated }
    guard let words = unsafe text.withUnsafeBytes({ unsafe Self.words(of: $0) }) else {
      throw .notAProgram
    }
    try self.init(words: words)
  }

  /// Returns the words that a text stands for; nil where its length is no multiple of a group's or
  /// a character is none of the 64.
  private static func words(of text: UnsafeRawBufferPointer) -> [UInt32]? {
    guard text.count.isMultiple(of: groupLength) else { return nil }
    var words: [UInt32] = []
    words.reserveCapacity(text.count / groupLength * 3)
    var strayBits: UInt64 = 0
    for group in stride(from: 0, to: text.count, by: groupLength) {
      // Both loads end inside the text, whose length is a multiple of the group's.
      let first = unsafe text.loadUnaligned(fromByteOffset: group, as: UInt64.self)
      let second = unsafe text.loadUnaligned(fromByteOffset: group + 8, as: UInt64.self)
      let low = sixBits(UInt64(littleEndian: first), &strayBits)
      let high = sixBits(UInt64(littleEndian: second), &strayBits)
      words.append(UInt32(truncatingIfNeeded: low))
      words.append(UInt32(truncatingIfNeeded: low >> 32 | high << 16))
      words.append(UInt32(truncatingIfNeeded: high >> 16))
    }
    return strayBits == 0 ? words : nil
  }

  /// Returns the 48 bits of eight characters, the first in the low bits, and notes characters that
  /// are none of the 64.
  private static func sixBits(_ characters: UInt64, _ strayBits: inout UInt64) -> UInt64 {
    let values = characters &- 0x3030_3030_3030_3030
    strayBits |= values & 0xC0C0_C0C0_C0C0_C0C0
    let pairs = values & 0x003F_003F_003F_003F | (values & 0x3F00_3F00_3F00_3F00) >> 2
    let fours = pairs & 0x0000_0FFF_0000_0FFF | (pairs & 0x0FFF_0000_0FFF_0000) >> 4
    return fours & 0x0000_0000_00FF_FFFF | (fours & 0x00FF_FFFF_0000_0000) >> 8
  }
}

internal import CalqueText

/// A character of HTML or Markdown that is written by its name or number: `&eacute;`, `&#233;`.
public struct CharacterReference: Sendable, Hashable {
  /// What it means.
  public let text: String
  /// Number of its bytes.
  public let length: Int

  /// Reads the reference whose ampersand is at `start`, as browsers read it in text; nil where the
  /// ampersand is one.
  ///
  /// O(1): nothing is looked at behind the longest name or number.
  public init?(_ bytes: [UInt8], at start: Int, end: Int) {
    let first = start + 1
    guard first < end else { return nil }
    let found =
      bytes[first] == UInt8(ascii: "#")
      ? Self.numbered(bytes, first + 1, end) : Self.named(bytes, first, end)
    guard let found else { return nil }
    text = found.text
    length = found.end - start
  }

  private static func named(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (text: String, end: Int)? {
    var stop = start
    while stop < end, stop - start < NamedCharacters.longestName, isNameByte(bytes[stop]) {
      stop += 1
    }
    if stop < end, bytes[stop] == UInt8(ascii: ";"),
      let entry = NamedCharacters.entry(String(decoding: bytes[start..<stop], as: UTF8.self))
    {
      return (entry.text, stop + 1)
    }
    var length = min(stop - start, NamedCharacters.longestOpenName)
    while length > 1 {
      let name = String(decoding: bytes[start..<start + length], as: UTF8.self)
      if let entry = NamedCharacters.entry(name), entry.isOpen {
        return (entry.text, start + length)
      }
      length -= 1
    }
    return nil
  }

  private static func numbered(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (text: String, end: Int)? {
    var index = start
    let isHexadecimal = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let firstDigit = index
    var value: UInt32 = 0
    while index < end, let digit = JSONEscape.digit(bytes[index]), isHexadecimal || digit < 10 {
      // A number of any length is beyond Unicode once it is beyond this.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (String(Character(scalar(value))), index)
  }

  /// Returns what a number means: bytes of Windows-1252 are taken for that, and what is no
  /// character is a lost one.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    guard value != 0 else { return "\u{FFFD}" }
    let meant = value < 0x100 ? Windows1252.scalar(of: UInt8(value)) ?? value : value
    return Unicode.Scalar(meant) ?? "\u{FFFD}"
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}

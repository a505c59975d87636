/// One scalar of a text and how many bytes it takes.
struct DecodedScalar {
  /// The scalar; U+FFFD where the bytes are no UTF-8.
  let value: UInt32
  /// Number of bytes; one where they are no UTF-8.
  let length: Int
}

extension DecodedScalar {
  /// Decodes the scalar at `index` of `text`, without reading at or past `end`.
  ///
  /// Well-formedness as in table 3-7 of the Unicode Standard.
  init(_ text: Span<UInt8>, at index: Int, end: Int) {
    let lead = text[index]
    func trail(_ distance: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> UInt32? {
      guard index + distance < end, allowed.contains(text[index + distance]) else { return nil }
      return UInt32(text[index + distance] & 0x3F)
    }
    switch lead {
    case 0x00...0x7F:
      self.init(value: UInt32(lead), length: 1)
      return
    case 0xC2...0xDF:
      if let last = trail(1) {
        self.init(value: UInt32(lead & 0x1F) << 6 | last, length: 2)
        return
      }
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      if let middle = trail(1, second), let last = trail(2) {
        self.init(value: UInt32(lead & 0x0F) << 12 | middle << 6 | last, length: 3)
        return
      }
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      if let first = trail(1, second), let middle = trail(2), let last = trail(3) {
        self.init(
          value: UInt32(lead & 0x07) << 18 | first << 12 | middle << 6 | last, length: 4)
        return
      }
    default:
      break
    }
    self.init(value: 0xFFFD, length: 1)
  }
}

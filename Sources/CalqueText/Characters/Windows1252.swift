/// The bytes of Windows-1252, which decoders take for Latin-1 and the other way round.
public enum Windows1252 {
  /// What the bytes 0x80 to 0x9F mean; 0 where they mean nothing (the best fit table of the WHATWG
  /// Encoding Standard).
  private static let highControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Returns the byte that a decoder turned into a scalar; nil where it cannot have been one.
  static func byte(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x80...0xFF: UInt8(scalar)
    case 0x0152...0x2122: highControls.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    default: nil
    }
  }

  /// Returns what a byte means; nil for ASCII and for bytes without a meaning.
  public static func scalar(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x80...0x9F: highControls[Int(byte) - 0x80] == 0 ? nil : highControls[Int(byte) - 0x80]
    case 0xA0...0xFF: UInt32(byte)
    default: nil
    }
  }
}

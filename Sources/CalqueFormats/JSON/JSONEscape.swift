internal import CalqueText

/// One escape in a string of JSON, which is known to be sound.
struct JSONEscape {
  /// What it means; U+FFFD for half of a surrogate pair.
  let scalar: Unicode.Scalar
  /// Number of its bytes.
  let length: Int

  /// Reads the escape whose backslash is at `index`.
  init(_ bytes: [UInt8], at index: Int) {
    guard bytes[index + 1] == UInt8(ascii: "u") else {
      scalar = Self.short(bytes[index + 1])
      length = 2
      return
    }
    let unit = Self.unit(bytes, at: index + 2)
    let next = index + 6
    if (0xD800...0xDBFF).contains(unit), next + 5 < bytes.count,
      bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u")
    {
      let low = Self.unit(bytes, at: next + 2)
      if (0xDC00...0xDFFF).contains(low) {
        scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        length = 12
        return
      }
    }
    scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    length = 6
  }

  private static func short(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: Unicode.Scalar(byte)
    }
  }

  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32 {
    bytes[index..<index + 4].reduce(0) { $0 << 4 + (digit($1) ?? 0) }
  }

  /// Returns the value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}

extension TextBuilder {
  /// Adds what the inside of a string of JSON means.
  mutating func writeJSON(_ string: Range<Int>) {
    var runStart = string.lowerBound
    var index = runStart
    while index < string.upperBound {
      guard source[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      copy(runStart..<index)
      let escape = JSONEscape(source, at: index)
      write(escape.scalar, for: index..<index + escape.length)
      index += escape.length
      runStart = index
    }
    copy(runStart..<string.upperBound)
  }
}

internal import CICU

/// Guesses and decodes encodings from before Unicode, by ICU.
enum LegacyDecoding {
  /// ICU's detector gains nothing from more than this many bytes.
  private static let sampleLength = 1 << 16

  /// Returns the IANA name of the likeliest encoding.
  static func guess(_ bytes: [UInt8]) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    let sample = bytes.prefix(sampleLength)
    // ICU reads within the length and writes a string that fits the capacity, NUL included.
    let known = unsafe sample.withUnsafeBufferPointer { input in
      guard let start = input.baseAddress else { return false }
      return unsafe name.withUnsafeMutableBufferPointer { output in
        unsafe cq_guess_encoding(
          start, Int32(input.count), output.baseAddress.unsafelyUnwrapped, Int32(output.count))
      }
    }
    guard known else { return nil }
    return String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Returns the UTF-8 of bytes in the encoding of an IANA name; nil where ICU knows none such.
  static func decode(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let decoder = unsafe cq_decoder_open(name) else { return nil }
    defer { unsafe cq_decoder_close(decoder) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    // The decoder reads one scalar at a time, never past the length.
    unsafe bytes.withUnsafeBufferPointer { input in
      guard let start = input.baseAddress else { return }
      var position = 0
      while true {
        let value = unsafe cq_decoder_next(decoder, start, input.count, &position)
        guard value >= 0 else { return }
        let scalar = Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}"
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return result
  }
}

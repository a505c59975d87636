/// Finds what is not UTF-8, by the standard library's validation.
public enum UTF8Validation {
  /// Returns the runs of invalid bytes, in order.
  ///
  /// O(length).
  public static func invalidSequences(of bytes: [UInt8]) -> [TextRange] {
    var result: [TextRange] = []
    var start = ByteSearch.firstBeyondASCII(in: bytes, from: 0, to: bytes.count)
    while start < bytes.count {
      let length = Self.length(ofScalarAt: start, in: bytes)
      if length > 1 {
        start += length
        if start < bytes.count, bytes[start] >= 0x80 { continue }
      } else {
        // No sequence goes on past a byte of ASCII.
        let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.count
        validate(bytes, start..<end, &result)
        start = end
      }
      start = ByteSearch.firstBeyondASCII(in: bytes, from: start, to: bytes.count)
    }
    return result
  }

  /// Returns the length of the scalar beyond ASCII at an index; one where there is none.
  private static func length(ofScalarAt index: Int, in bytes: [UInt8]) -> Int {
    // Quotation marks and dashes are most of what is not ASCII.
    if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
      bytes[index + 2] & 0xC0 == 0x80
    {
      return 3
    }
    return DecodedScalar(bytes.span, at: index, end: bytes.count).length
  }

  /// Adds the invalid bytes of a range to the others.
  private static func validate(
    _ bytes: [UInt8], _ range: Range<Int>, _ result: inout [TextRange]
  ) {
    let span = bytes.span
    var start = range.lowerBound
    while start < range.upperBound {
      do {
        _ = try UTF8Span(validating: span.extracting(start..<range.upperBound))
        return
      } catch {
        let from = start + error.byteOffsets.lowerBound
        let to = start + max(error.byteOffsets.upperBound, error.byteOffsets.lowerBound + 1)
        if let last = result.last, last.end == UInt32(from) {
          result[result.count - 1] = TextRange(last.start, UInt32(to))
        } else {
          result.append(TextRange(UInt32(from), UInt32(to)))
        }
        start = to
      }
    }
  }
}

/// Finds what is not UTF-8, by the standard library's validation.
public enum UTF8Validation {
  /// Returns the runs of invalid bytes, in order.
  ///
  /// O(length).
  public static func invalidSequences(of bytes: [UInt8]) -> [TextRange] {
    var result: [TextRange] = []
    var start = 0
    let span = bytes.span
    while start < bytes.count {
      do {
        _ = try UTF8Span(validating: span.extracting(start..<bytes.count))
        break
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
    return result
  }
}

public import CalqueText

/// Reads JSON Lines in parts of whole lines, so that a file may have more bytes than memory.
public struct JSONLinesReader: PartwiseReader {
  /// Faults that are told one by one: a file of another kind has one in each line.
  private static let mostFaults = 20

  private var articleCount = 0
  /// Whether there was any line that is not empty: a file of no records is as sound as one of many.
  private var hasRecord = false
  private var faultCount = 0
  /// Offset of the last fault in the part that was read last; its start where that has none.
  private var lastFault: UInt32 = 0

  /// Creates a reader of a file.
  public init() {}

  /// A line is an article.
  public var boundary: PartBoundary { .line }

  /// Gives the articles of the next lines and returns what could not be read of them; a line that
  /// is no JSON is a fault, and the next one is read.
  ///
  /// O(length).
  public mutating func read(
    _ part: Source, _ body: (ExtractedText) -> Void
  ) -> [FormatFault] {
    var faults: [FormatFault] = []
    lastFault = 0
    var start = Int(part.byteOrderMarkLength)
    while start < part.bytes.count {
      let end = part.bytes[start...].firstIndex(of: 0x0A) ?? part.bytes.count
      if let last = part.bytes[start..<end].lastIndex(where: { $0 > 0x20 }) {
        let result = JSONText.read(part, start..<last + 1, body)
        hasRecord = true
        articleCount += result.count
        if let fault = result.fault {
          faultCount += 1
          if faultCount <= Self.mostFaults { faults.append(fault) }
          lastFault = fault.offset
        }
      }
      start = end + 1
    }
    return faults
  }

  /// Returns what there is to say at the end of the file; offsets are those of its last part.
  public func finish(_ last: Source) -> [FormatFault] {
    if hasRecord, articleCount == 0, faultCount == 0 { return [.noArticle(in: last)] }
    guard faultCount > Self.mostFaults else { return [] }
    let more = faultCount - Self.mostFaults
    let lines = more == 1 ? "one more line is" : "\(more) more lines are"
    return [FormatFault(offset: lastFault, message: "\(lines) no JSON up to here")]
  }
}

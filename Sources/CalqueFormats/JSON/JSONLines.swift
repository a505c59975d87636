public import CalqueText

/// JSON Lines: a JSON text a line, as a rule an article each.
public struct JSONLines: TextFormat {
  /// Faults that are told one by one: a file of another kind has one in each line.
  private static let mostFaults = 20

  /// Creates the format.
  public init() {}

  /// Gives the articles line by line; a line that is no JSON is a fault, and the next one is read.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    if let fault = FormatFault.tooLong(source) { return [fault] }
    var faults: [FormatFault] = []
    var (count, faultCount) = (0, 0)
    var lastFault: FormatFault?
    var start = Int(source.byteOrderMarkLength)
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
      if let last = source.bytes[start..<end].lastIndex(where: { $0 > 0x20 }) {
        let result = JSONText.read(source, start..<last + 1, body)
        count += result.count
        if let fault = result.fault {
          faultCount += 1
          if faultCount <= Self.mostFaults { faults.append(fault) }
          lastFault = fault
        }
      }
      start = end + 1
    }
    if let lastFault, faultCount > Self.mostFaults {
      let more = faultCount - Self.mostFaults
      let lines = more == 1 ? "one more line is" : "\(more) more lines are"
      faults.append(FormatFault(offset: lastFault.offset, message: "\(lines) no JSON up to here"))
    }
    return count == 0 && faults.isEmpty ? [.noArticle(in: source)] : faults
  }
}

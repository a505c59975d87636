/// How often a rule was right on texts of others, by somebody who read what it found.
public struct MeasuredPrecision: Sendable, Hashable {
  /// Findings that were right.
  public let right: Int
  /// Findings that were read; at least one.
  public let read: Int

  /// Creates a measurement; nil unless `right` is a part of `read` and something was read.
  public init?(right: Int, read: Int) {
    guard read > 0, (0...read).contains(right) else { return nil }
    self.right = right
    self.read = read
  }

  /// The share that was right, from zero to one.
  public var share: Double { Double(right) / Double(read) }

  /// The highest level that the share allows: `error` from 0.97, `warning` from 0.85.
  public var highestLevel: Severity {
    if right * 100 >= read * 97 { return .error }
    return right * 100 >= read * 85 ? .warning : .note
  }
}

extension MeasuredPrecision: CustomStringConvertible {
  /// As a rule file has it: `41/42`.
  public var description: String { "\(right)/\(read)" }
}

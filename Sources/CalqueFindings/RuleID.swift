/// The full name of a rule, `pack/rule`: where it lives, how it is suppressed, what SARIF calls it.
public struct RuleID: Sendable, Hashable {
  /// The whole id, `es/narrow-coordination`.
  public let text: String

  /// Creates an id from `pack/rule`.
  public init(_ text: String) {
    self.text = text
  }

  /// The folder under `Rules/` that holds the rule.
  public var pack: Substring {
    // Characters would be compared as Unicode has it, which takes a hundred times as long.
    text[..<(text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex)]
  }
}

extension RuleID: Comparable {
  /// Orders by the bytes of the id.
  public static func < (left: RuleID, right: RuleID) -> Bool { left.text < right.text }
}

extension RuleID: CustomStringConvertible {
  /// The whole id.
  public var description: String { text }
}

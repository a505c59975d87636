public import CalqueFindings
public import CalqueText

/// Something that a rule promises and does not keep.
public struct RuleTestFailure: Sendable, Hashable {
  /// The example that shows it.
  public struct Example: Sendable, Hashable {
    /// Whether something should be found.
    public enum Kind: String, Sendable {
      case bad, good
    }

    /// The rule that has the example.
    public let rule: RuleID
    /// Its kind; nil for all examples of the rule.
    public let kind: Kind?
    /// Number among those of its kind, from one.
    public let number: Int

    /// All examples of a rule.
    static func whole(_ rule: RuleID) -> Example { Example(rule: rule, kind: nil, number: 0) }
  }

  /// A place at which a rule fires, or should.
  public struct Hit: Sendable, Hashable {
    /// The rule.
    public let rule: RuleID
    /// The bytes of the example's text.
    public let range: TextRange
    /// The text there.
    public let text: String
  }

  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The example cannot be read, and why.
    case unreadable(String)
    /// Rules fire elsewhere than they should.
    case places(expected: [Hit], found: [Hit])
    /// The first fix gives another text than the example says.
    case mended(expected: String, found: String)
    /// Something is found in the mended text.
    case leftAfterFix([Hit])
    /// The message quotes something else than the text that the rule reports.
    case message(String)
    /// None of the bad examples makes the rule fire.
    case neverFires
  }

  /// Where.
  public let example: Example
  /// What.
  public let reason: Reason

  init(_ example: Example, _ reason: Reason) {
    self.example = example
    self.reason = reason
  }

  /// Whether more than one rule fires on the example.
  public var hasSeveralRules: Bool {
    guard case .places(_, let found) = reason else { return false }
    return Set(found.map(\.rule)).count > 1
  }
}

extension RuleTestFailure: CustomStringConvertible {
  /// `es/narrow-ties: bad example 2: expected ⟦narrow ties⟧, found nothing`.
  public var description: String {
    let place = example.kind.map { " \($0.rawValue) example \(example.number):" } ?? ""
    return "\(example.rule):\(place) \(reasonText)"
  }

  private var reasonText: String {
    switch reason {
    case .unreadable(let message):
      return message
    case .places(let expected, let found):
      return "expected \(list(expected)), found \(list(found))"
    case .mended(let expected, let found):
      return "the fix should give “\(expected)”, and gives “\(found)”"
    case .leftAfterFix(let found):
      return "in the mended text nothing should be found, and \(list(found)) is"
    case .message(let message):
      return "the message starts with a quotation of what is not reported: \(message)"
    case .neverFires:
      return "no bad example makes the rule fire"
    }
  }

  /// Hits as `⟦text⟧ 4-10`, with the rule where it is another one.
  private func list(_ hits: [Hit]) -> String {
    guard !hits.isEmpty else { return "nothing" }
    return hits.map { hit in
      let rule = hit.rule == example.rule ? "" : " by \(hit.rule)"
      return "⟦\(hit.text)⟧ at \(hit.range.start)\(rule)"
    }.joined(separator: ", ")
  }
}

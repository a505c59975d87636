public import CalqueFindings
public import CalqueText

/// Something in an article that speaks for a source language.
public struct EvidenceSign: Sendable, Hashable {
  /// Code of the language.
  public let language: String
  /// What it counts, in thousandths; ``LanguageEvidence/certain`` is enough to be sure.
  public let weight: Int
  /// Where it stands.
  public let range: TextRange
  /// The rule whose hit it is; nil for a sign of the language's pack.
  public let rule: RuleID?

  /// Creates a sign.
  public init(language: String, weight: Int, range: TextRange, rule: RuleID?) {
    self.language = language
    self.weight = weight
    self.range = range
    self.rule = rule
  }
}

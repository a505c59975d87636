/// What programs group findings by: what kind of error a rule finds, and where that came from.
public struct RuleClassification: Sendable, Hashable {
  /// Kind of error in MQM's terms: `accuracy/mistranslation/false-friend`.
  public let category: String
  /// Step of the pipeline that most likely broke the text: `scraper`, `encoding`, `tokenizer`,
  /// `translation` or `style`.
  public let stage: String

  /// Creates a classification.
  public init(category: String, stage: String) {
    self.category = category
    self.stage = stage
  }
}

/// What a rule says of itself: all that a reporter, a list or a page of documentation shows.
public struct RuleDescription: Sendable, Hashable {
  /// Whether a rule is in use.
  public enum Status: String, Sendable, CaseIterable {
    /// In use.
    case stable
    /// Not tried enough; listed, but never fires.
    case draft
    /// Given up; listed so that its id is still known, but never fires.
    case retired
  }

  /// The full id.
  public let id: RuleID
  /// The message as the rule file has it, `$1` unfilled.
  public let message: String
  /// Why the rule exists: a sentence or two for somebody who doubts it.
  public let why: String
  /// What to do where no fix can be given; empty where there is one.
  public let advice: String
  /// The level that the rule has earned.
  public let severity: Severity
  /// Whether the rule is in use.
  public let status: Status
  /// The full ids that the rule had before.
  public let formerIDs: [RuleID]
  /// How often it was right where somebody read what it found; nil where nobody has.
  public let precision: MeasuredPrecision?
  /// Whether a match is proof of the source language, so that the rule needs no other sign of it.
  public let speaksAlone: Bool
  /// Kind of error in MQM's terms: `accuracy/mistranslation/false-friend`.
  public let category: String
  /// Step of the pipeline that most likely broke the text: `scraper`, `encoding`, `tokenizer`,
  /// `translation` or `style`.
  public let stage: String
  /// What the source will have said, where the rule is about a translation; else empty.
  public let original: String
  /// Patterns in the rule language; empty for a rule that a check carries out.
  public let patterns: [String]
  /// Fixes in the rule language, the best first.
  public let fixes: [String]
  /// Name of the check behind the rule; empty for a rule of patterns.
  public let check: String
  /// Document evidence that the rule asks for before it speaks: `es`, `seen EEAS`.
  public let needs: [String]
  /// Texts in which the rule fires, with `⟦ ⟧` around the place and `→` before the mended text.
  public let bad: [String]
  /// Texts in which no rule fires.
  public let good: [String]

  /// Creates a description.
  public init(
    id: RuleID, message: String, why: String, advice: String, severity: Severity,
    status: Status = .stable, formerIDs: [RuleID] = [], precision: MeasuredPrecision? = nil,
    speaksAlone: Bool = false, category: String, stage: String, original: String,
    patterns: [String], fixes: [String], check: String, needs: [String], bad: [String],
    good: [String]
  ) {
    self.id = id
    self.message = message
    self.why = why
    self.advice = advice
    self.severity = severity
    self.status = status
    self.formerIDs = formerIDs
    self.precision = precision
    self.speaksAlone = speaksAlone
    self.category = category
    self.stage = stage
    self.original = original
    self.patterns = patterns
    self.fixes = fixes
    self.check = check
    self.needs = needs
    self.bad = bad
    self.good = good
  }
}

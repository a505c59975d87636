public import CalqueText

/// One defect at one place of a text.
public struct Finding: Sendable, Hashable {
  /// Id of the rule that found it: `es/narrow-coordination`.
  public let rule: RuleID
  /// How sure the rule is, as configured for this run.
  public let severity: Severity
  /// The bytes at fault.
  public let range: TextRange
  /// What is wrong and what to do, in one sentence: lower case, no final stop.
  public let message: String
  /// Other places that belong to the same fault, each with what it is.
  public let related: [Related]
  /// Mends, the best first; empty where none can be given.
  public let fixes: [Fix]
  /// Names this finding across runs and moves of the text; see ``Fingerprint``.
  public var fingerprint: Fingerprint

  /// Creates a finding; its fingerprint is given later, when all findings of a text are known.
  public init(
    rule: RuleID, severity: Severity, range: TextRange, message: String,
    related: [Related] = [], fixes: [Fix] = [], fingerprint: Fingerprint = Fingerprint(0)
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.related = related
    self.fixes = fixes
    self.fingerprint = fingerprint
  }
}

extension Finding {
  /// Another place that belongs to the fault: the mark that was opened, the twin of an acronym.
  public struct Related: Sendable, Hashable {
    /// The bytes of the place.
    public let range: TextRange
    /// What the place is, in a few words: `the quotation is opened here`.
    public let note: String

    /// Creates a related place.
    public init(range: TextRange, note: String) {
      self.range = range
      self.note = note
    }
  }
}

extension Finding: Comparable {
  /// Orders by place, then by rule id: the order of every report.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}

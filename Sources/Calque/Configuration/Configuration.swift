public import CalqueEngine
public import CalqueFindings

/// What a linter is told to do.
public struct Configuration: Sendable, Hashable {
  /// A level for the rules that a glob names.
  public struct LevelSetting: Sendable, Hashable {
    /// The rules.
    public let rules: RuleGlob
    /// Their level.
    public let level: RuleLevel

    /// Creates a setting.
    public init(rules: RuleGlob, level: RuleLevel) {
      self.rules = rules
      self.level = level
    }
  }

  /// The languages that an article may have been translated from.
  public var from = SourceLanguages.automatic
  /// The packs that are on; `levels` can bring back a rule of one that is off.
  public var packs = PackChoice.all
  /// Levels in order: of two that name a rule the later one holds.
  public var levels: [LevelSetting] = []
  /// Whether notes are reported of rules that nothing names.
  public var showsNotes = false
  /// If there are any, the rules that report, whatever `packs` and `levels` say of them.
  public var select: [RuleGlob] = []
  /// Rules that do not report, whatever the rest says.
  public var ignore: [RuleGlob] = []
  /// Values for the options of a rule, by its id and the name of the option.
  public var options: [RuleID: [String: [String]]] = [:]
  /// Words and names that no rule reports.
  public var vocabulary: [String] = []

  /// Creates the configuration that applies where there is none.
  public init() {}
}

extension Configuration {
  /// Returns the level at which a rule reports; nil if it does not.
  ///
  /// The strongest word is `ignore`, then `select`, then the last of `levels` that names the rule,
  /// then its pack. A rule that has only earned a note stays silent unless it is named by one of
  /// these, or `showsNotes`. O(number of settings).
  public func level(of id: RuleID, earned: Severity) -> Severity? {
    guard !ignore.contains(where: { $0.matches(id) }) else { return nil }
    let isSelected = select.contains { $0.matches(id) }
    guard isSelected || select.isEmpty else { return nil }
    let setting = levels.last { $0.rules.matches(id) }?.level
    if isSelected { return setting?.severity(earned: earned) ?? earned }
    if let setting { return setting.severity(earned: earned) }
    guard packs.contains(id.pack), earned != .note || showsNotes else { return nil }
    return earned
  }

  /// Whether anything but `showsNotes` decides the level of a rule, so that its id must be known.
  var namesRules: Bool {
    !ignore.isEmpty || !select.isEmpty || !levels.isEmpty || packs != .all
  }

  /// Returns the values that are set for the options of a rule.
  public func options(of id: RuleID) -> [String: [String]] { options[id] ?? [:] }
}

public import CalqueFindings
internal import CalqueText

/// The text of one file of rules, word lists or of a pack's description.
public struct RuleSource: Sendable, Hashable {
  /// Path under the folder of packs, `es/attribution.yml`; the first folder names the pack.
  public let path: String
  /// UTF-8 bytes of the file.
  public let text: [UInt8]

  /// Name of the pack that the file belongs to; `lexicon` for word lists.
  public var pack: String { String(path.prefix { $0 != "/" }) }

  /// Creates a source from a path and the bytes read there.
  public init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}

/// Something wrong in a file of rules.
public struct RuleProblem: Sendable, Hashable {
  /// Path of the file, as given in its ``RuleSource``.
  public let path: String
  /// What is wrong; its range counts bytes of the file, its rule id is `rules/…`.
  public let finding: Finding

  /// Creates a problem of the file at `path`.
  public init(path: String, finding: Finding) {
    self.path = path
    self.finding = finding
  }
}

extension RuleProblem: Comparable {
  /// Orders by path, then as findings are.
  public static func < (left: RuleProblem, right: RuleProblem) -> Bool {
    (left.path, left.finding) < (right.path, right.finding)
  }
}

/// The kinds of problem; each raw value is the second half of a rule id.
enum ProblemKind: String {
  case syntax
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"
  case unfitKey = "unfit-key"
  case ruleID = "rule-id"
  case pattern
  case unknownClass = "unknown-class"
  case unknownCapture = "unknown-capture"
  case noAnchor = "no-anchor"
  case message
  case fix
  case example
  case lexicon
  case path
}

/// The problems of a compilation, in the order in which they were found.
struct ProblemLog {
  private(set) var problems: [RuleProblem] = []

  /// Notes a problem of the file at `path`.
  mutating func report(
    _ kind: ProblemKind, _ message: String, at range: TextRange, in path: String
  ) {
    let finding = Finding(
      rule: RuleID("rules/\(kind.rawValue)"), severity: .error, range: range, message: message)
    problems.append(RuleProblem(path: path, finding: finding))
  }
}

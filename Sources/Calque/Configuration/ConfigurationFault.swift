internal import CalqueFindings
internal import CalqueText

/// What may be wrong with a configuration file: each kind is a rule of its own.
enum ConfigurationFault: String, CaseIterable {
  case syntax
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case unknownRule = "unknown-rule"
  case unknownPack = "unknown-pack"
  case unknownOption = "unknown-option"
  case wrongType = "wrong-type"
  case wrongValue = "wrong-value"

  /// The finding that reports a fault; every fault stops the run.
  func finding(at range: TextRange, _ message: String) -> Finding {
    Finding(
      rule: RuleID("configuration/" + rawValue), severity: .error, range: range, message: message)
  }
}

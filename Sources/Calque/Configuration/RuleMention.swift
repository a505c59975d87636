internal import CalqueFindings
internal import CalqueText

/// A place of a configuration file where something is named that only the rules can tell.
struct RuleMention: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case rules(RuleGlob)
    case pack(String)
    case language(String)
  }

  let kind: Kind
  let range: TextRange

  func problem(in catalogue: RuleCatalogue) -> Finding? {
    switch kind {
    case .rules(let glob):
      catalogue.problem(with: glob).map { ConfigurationFault.unknownRule.finding(at: range, $0) }
    case .pack(let name):
      catalogue.problem(withPack: name).map {
        ConfigurationFault.unknownPack.finding(at: range, $0)
      }
    case .language(let code):
      catalogue.problem(withLanguage: code)
        .map { ConfigurationFault.unknownPack.finding(at: range, $0) }
    }
  }
}

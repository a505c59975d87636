import Calque
import CalqueEngine
import CalqueFindings

/// What a command line says over every configuration.
struct CommandLineSettings: Sendable {
  var from: SourceLanguages?
  var select: [RuleGlob] = []
  var ignore: [RuleGlob] = []
  var showsNotes: Bool?
  var failOn: FailOn?
  var maxWarnings: Int?

  /// Lays these settings over those of a file.
  func apply(to settings: inout FileSettings) {
    if let from { settings.configuration.from = from }
    if let showsNotes { settings.configuration.showsNotes = showsNotes }
    if let failOn { settings.failOn = failOn }
    settings.configuration.select += select
    settings.configuration.ignore += ignore
  }

  /// Whether a rule, a pack or a language is named.
  var namesRules: Bool {
    if case .named = from { return true }
    return !select.isEmpty || !ignore.isEmpty
  }

  /// Returns what is wrong with the names of rules, one message an option.
  func problems(in catalogue: RuleCatalogue) -> [String] {
    var languages: [String] = []
    if case .named(let codes) = from { languages = codes }
    return languages.compactMap { code in
      catalogue.problem(withLanguage: code).map { "--from: " + $0 }
    }
      + select.compactMap { glob in catalogue.problem(with: glob).map { "--select: " + $0 } }
      + ignore.compactMap { glob in catalogue.problem(with: glob).map { "--ignore: " + $0 } }
  }
}

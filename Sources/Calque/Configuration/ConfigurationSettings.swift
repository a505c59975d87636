package import CalqueEngine
package import CalqueFindings

/// What a configuration file, or one of its overrides, says about linting.
package struct ConfigurationSettings: Sendable, Hashable {
  package var from: SourceLanguages?
  package var packs: PackChoice?
  package var levels: [Configuration.LevelSetting] = []
  package var options: [RuleID: [String: [String]]] = [:]
  package var showsNotes: Bool?
  package var vocabulary: [String] = []
  package var failOn: FailOn?

  /// Lays these settings over others: a value replaces, a list adds to what it finds.
  func apply(to settings: inout FileSettings) {
    if let from { settings.configuration.from = from }
    if let packs { settings.configuration.packs = packs }
    if let showsNotes { settings.configuration.showsNotes = showsNotes }
    if let failOn { settings.failOn = failOn }
    settings.configuration.levels += levels
    settings.configuration.vocabulary += vocabulary
    for (rule, values) in options {
      settings.configuration.options[rule, default: [:]].merge(values) { _, new in new }
    }
  }
}

/// What holds for one file.
package struct FileSettings: Sendable, Hashable {
  /// What its linter is told.
  package var configuration = Configuration()
  /// The level at which it lets the run fail.
  ///
  /// Errors: a warning may be wrong one time in seven, which is too often to break a build.
  package var failOn = FailOn.error

  /// Creates the settings that hold where there is no configuration.
  package init() {}
}

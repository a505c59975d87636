/// The keys of a configuration file; `Documentation/Schemas/lintconfig.json` describes them.
package enum ConfigurationKey: String, CaseIterable {
  case schema = "$schema"
  case extends, from, packs, rules, notes, vocabulary, include, exclude, overrides
  case ruleFolders, failOn, maxWarnings, columnUnit

  /// The key of an override that says which files it is for.
  package static let files = "files"

  /// The keys that an override may have beside ``files``; the others hold for a whole run or
  /// folder.
  package static let overriding: [ConfigurationKey] = [
    .from, .packs, .rules, .notes, .vocabulary, .failOn,
  ]
}

/// The keys of a rule that is given more than a level.
package enum RuleSettingKey: String, CaseIterable {
  case level, options
}

package import CalqueFindings
package import CalqueText

/// What one `.lintconfig.json` says, with the globs and paths as they are written.
package struct ConfigurationFile: Sendable, Hashable {
  /// Settings for the files that some globs name.
  package struct Override: Sendable, Hashable {
    package var files: [PathGlob] = []
    package var settings = ConfigurationSettings()
  }

  /// The path of another file or of a folder, with its place in this file.
  struct PathReference: Sendable, Hashable {
    let path: String
    let range: TextRange
  }

  /// Name under which a configuration is looked for.
  package static let name = ".lintconfig.json"

  /// Path of the file that this one builds upon, from its own folder.
  package var base: String? { baseReference?.path }
  package var settings = ConfigurationSettings()
  /// Globs of the files in a folder that are linted; nil where the file does not say.
  package var include: [PathGlob]?
  /// Globs of files and folders that are left out.
  package var exclude: [PathGlob] = []
  package var overrides: [Override] = []
  /// Paths of folders with rules, from the file's own folder.
  package var ruleFolders: [String] { ruleFolderReferences.map(\.path) }
  package var maxWarnings: Int?
  package var columnUnit: LineMap.ColumnUnit?
  /// The path of `base` with its place.
  var baseReference: PathReference?
  /// The paths of `ruleFolders` with their places.
  var ruleFolderReferences: [PathReference] = []
  /// Names of rules and packs, which are checked when the rules are known.
  var mentions: [RuleMention] = []
  /// Options of rules, which are checked then too.
  var optionMentions: [OptionMention] = []

  /// Creates the configuration that says nothing.
  package init() {}

  /// Reads what can be read of a file, and everything that is wrong with it.
  package static func read(
    _ bytes: [UInt8]
  ) -> (file: ConfigurationFile, problems: [Finding]) {
    let (value, problems) = JSONReader.read(bytes)
    var decoder = ConfigurationDecoder()
    if let value { decoder.decode(value) }
    return (decoder.file, (problems + decoder.values.problems).sorted())
  }

  /// Whether the file names a rule, a pack or a language.
  package var namesRules: Bool { !mentions.isEmpty }

  /// Returns the finding that says why the file that this one builds upon cannot be had.
  package func problem(withBase reason: String) -> Finding? {
    baseReference.map { reference in
      ConfigurationFault.wrongValue.finding(
        at: reference.range, "“\(reference.path)” cannot be built upon: \(reason)")
    }
  }

  /// Returns the finding that says why a folder with rules cannot be read; nil where the file does
  /// not name it.
  func problem(withRuleFolder path: String, _ reason: String) -> Finding? {
    ruleFolderReferences.first { $0.path == path }.map { reference in
      ConfigurationFault.wrongValue.finding(
        at: reference.range,
        "the rules of “\(path)” cannot be read: \(reason); the path starts from this file's folder")
    }
  }

  /// Returns a finding for each name of a rule, pack, language or option that does not exist, and
  /// for each value that an option does not take.
  package func problems(in catalogue: RuleCatalogue) -> [Finding] {
    let names = mentions.compactMap { $0.problem(in: catalogue) }
    return (names + optionMentions.flatMap { $0.problems(in: catalogue) }).sorted()
  }
}

import Calque

/// Finds the settings of files: configurations by their folders, rows of settings by their paths.
struct SettingsFinder: Sendable {
  private(set) var configurations: ConfigurationFinder
  private(set) var table: SettingsTable
  /// Whether what git leaves out is left out of folders.
  let usesGitIgnores: Bool

  init(_ plan: LintPlan, workingFolder: FilePath) {
    configurations = ConfigurationFinder(
      workingFolder: workingFolder, path: plan.configurationPath)
    table = SettingsTable(plan.settings)
    usesGitIgnores = plan.usesGitIgnores
  }

  /// Returns the number of the chain of a folder.
  mutating func chain(of folder: FilePath) -> Int { configurations.chain(of: folder) }

  /// Returns the number of the chain of a folder in one with a known chain.
  mutating func chain(of folder: FilePath, inside outer: Int) -> Int {
    configurations.chain(of: folder, inside: outer)
  }

  // Globs are asked for absolute paths as text.

  /// Returns the number of the row for a file.
  mutating func row(of path: String, chain: Int) -> Int {
    table.row(for: path, chain: chain, configurations.chains[chain])
  }

  /// Tells whether a file that was found in a folder is linted.
  func wants(_ path: String, chain: Int) -> Bool {
    configurations.chains[chain].includes(path)
      && !excludes(path, isFolder: false, chain: chain)
  }

  /// Tells whether a file or folder is left out when its folder is searched.
  func excludes(_ path: String, isFolder: Bool, chain: Int) -> Bool {
    configurations.chains[chain].excludes(path, isFolder: isFolder)
  }
}

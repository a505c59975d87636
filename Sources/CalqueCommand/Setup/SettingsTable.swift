import Calque

/// The settings of all files of a run; files with the same settings share one linter.
struct SettingsTable: Sendable {
  /// What names settings: a chain, and which of its overrides hold.
  private struct Key: Equatable {
    let chain: Int
    let overrides: [Bool]
  }

  /// One row: settings and the chain that they come from.
  struct Row: Sendable {
    let chain: Int
    let settings: FileSettings
  }

  private(set) var rows: [Row] = []
  /// The key of each row: there are few.
  private var keys: [Key] = []
  private let commandLine: CommandLineSettings

  init(_ commandLine: CommandLineSettings) {
    self.commandLine = commandLine
  }

  /// Returns the number of the row for a file.
  mutating func row(for path: String, chain index: Int, _ chain: ConfigurationChain) -> Int {
    let key = Key(chain: index, overrides: chain.overrides(for: path))
    if let row = keys.firstIndex(of: key) { return row }
    var settings = chain.settings(overrides: key.overrides)
    commandLine.apply(to: &settings)
    rows.append(Row(chain: index, settings: settings))
    keys.append(key)
    return rows.count - 1
  }
}

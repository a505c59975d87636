/// How a run ended, the same for every format of output.
enum ExitStatus: Int32, Sendable {
  /// Nothing was found at the level that fails.
  case clean = 0
  /// Something was found at the level that fails, or more warnings than may be.
  case findings = 1
  /// The command line or a configuration is wrong, or the report could not be written.
  case usage = 2
  /// Something that was to be read could not be; the rest was linted.
  case unreadable = 3
}

/// Why bytes or a text cannot be read as a rule program.
@nonexhaustive
public enum ProgramError: Error, Sendable, Hashable {
  /// They do not start as a program does.
  case notAProgram
  /// They were written by another version of the compiler.
  case otherVersion(UInt32)
  /// They end too early.
  case truncated
  /// A part of the program refers to something that is not there.
  case damaged(part: String)
}

extension ProgramError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .notAProgram: "these bytes are no compiled rules"
    case .otherVersion(let version):
      "the rules were compiled in format \(version), this is format \(ProgramFormat.version); "
        + "compile them again"
    case .truncated: "the compiled rules end too early; compile them again"
    case .damaged(let part): "the \(part) of the compiled rules are damaged; compile them again"
    }
  }
}

/// Why a text is no glob.
@nonexhaustive
public enum GlobError: Error, Sendable, Hashable {
  /// Nothing is written.
  case empty
  /// A bracket has no partner.
  case unclosed(Unicode.Scalar)
  /// A backslash stands at the end.
  case danglingEscape
  /// The braces stand for more alternatives than can be meant.
  case tooManyAlternatives(limit: Int)
  /// More characters and stars than can be meant.
  case tooLong(limit: Int)
}

extension GlobError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .empty: "a glob cannot be empty; write “*” for everything"
    case .unclosed(let bracket):
      "“\(bracket)” is never closed; write “\\\(bracket)” for the character"
    case .danglingEscape: "nothing follows the last “\\”; write “\\\\” for the character"
    case .tooManyAlternatives(let limit):
      "the braces stand for more than \(limit) globs; write several"
    case .tooLong(let limit):
      "a glob has at most \(limit) characters; put stars for some, or name the folder"
    }
  }
}

internal import CalqueFindings
internal import CalqueRules

/// The file of a new rule, with what its author has to fill in.
public struct RuleTemplate: Sendable, Hashable {
  /// Why an id cannot be that of a new rule.
  public struct Fault: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public let message: String
  }

  /// Name of the pack.
  public let pack: String
  /// Id of the rule within its pack.
  public let id: String

  /// Creates the template of the rule `PACK/ID`.
  public init(_ fullID: String) throws(Fault) {
    let parts = fullID.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw Fault(
        message: "“\(fullID)” is no id of a rule; write the pack and the rule, “es/narrow-ties”")
    }
    guard parts.allSatisfy(KebabCase.isValid) else {
      let better = parts.compactMap(KebabCase.suggestion)
      let hint =
        better.count == parts.count ? "; did you mean “\(better.joined(separator: "/"))”?" : ""
      throw Fault(
        message: "“\(fullID)” is no id of a rule; write small letters, digits and hyphens" + hint)
    }
    guard parts[0] != "lexicon" else {
      throw Fault(message: "“lexicon” holds word lists; name another pack")
    }
    (pack, id) = (parts[0], parts[1])
  }

  /// Name of the file in the folder of the pack.
  public var fileName: String { id + ".yml" }

  /// The text of the file; what is to be filled in is written in capitals.
  ///
  /// As it stands the file is refused, so that nobody forgets to fill it in.
  public var text: String {
    """
    - id: \(id)
      # What to look for; `calque rules try 'PATTERN' FOLDER` shows every hit in a folder.
      pattern: PATTERN
      # What is wrong and what to do, in one line; “$0” is the text found, “$1” its first group.
      message: MESSAGE
      # Why it is wrong, for somebody who doubts it.
      why: WHY
      # What to write instead; “advice: …” where that depends.
      fix: FIX
      # The level is earned by reading hits: note, warning (right 85 times in a hundred), error (97).
      severity: note
      category: accuracy/mistranslation
    \(originalLine)  bad:
        # The text, ⟦ ⟧ around what is found, → and the mended text.
        - BAD
      good:
        # Near misses: texts that look alike and are right.
        - GOOD

    """
  }

  private var originalLine: String {
    OriginalKey.of(pack).map { "  # What the source will have said.\n  \($0): ORIGINAL\n" } ?? ""
  }
}

public import CalqueFindings

/// A glob on the ids of rules.
///
/// With a slash it is matched with the whole id: `es/narrow-*`, `*/glued-*`. Without one it names
/// packs, and so all their rules: `quotation`, `{es,pt}`, `*`.
public struct RuleGlob: Sendable, Hashable {
  /// The glob as it was written.
  public let text: String
  private let glob: Glob

  /// Creates a glob on rule ids.
  ///
  /// - Throws: ``GlobError`` where a bracket is left open or the glob is empty.
  public init(_ text: String) throws(GlobError) {
    glob = try Glob(text.isEmpty || text.unicodeScalars.contains("/") ? text : text + "/*")
    self.text = text
  }

  /// Tells whether a rule is meant.
  public func matches(_ id: RuleID) -> Bool { glob.matches(id.text) }

  /// Whether the text can be the id of one rule only.
  public var isExact: Bool {
    let special = "*?[{\\".unicodeScalars
    return text.unicodeScalars.contains("/")
      && !text.unicodeScalars.contains(where: special.contains)
  }
}

extension RuleGlob: CustomStringConvertible {
  /// The glob as it was written.
  public var description: String { text }
}

public import CalqueRules
internal import CalqueText

/// A token as patterns see it: its word and what it is, in eight bytes.
///
/// Patterns are tried here and there, and look at the tokens around: a cache holds twice as many of
/// these as it does of tokens, and one look finds both.
@usableFromInline
struct PatternToken: Sendable {
  /// The word or mark of the rules; zero for one that no rule knows.
  @usableFromInline let word: WordID
  /// What the token is.
  let nature: Token.Nature

  var kind: Token.Kind { nature.kind }
  var flags: Token.Flags { nature.flags }
  var isWordLike: Bool { nature.isWordLike }
}

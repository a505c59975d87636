/// Hash of the words of a phrase or line, whatever its marks, case and spacing.
public enum PhraseHash {
  /// Returns the hash of a run of tokens; marks do not count.
  public static func of(_ tokens: ArraySlice<Token>) -> UInt64 {
    tokens.reduce(empty) { adding($1, to: $0) }
  }

  /// Returns the hash of a phrase as a lexicon has it.
  public static func of(_ phrase: String) -> UInt64 {
    let text = Array(phrase.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(text.count)))
    return of(Document(text: text, blocks: [block]).tokens[...])
  }

  /// Hash of no words, to be extended by ``adding(_:to:)``.
  @inlinable public static var empty: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// Returns the hash of a phrase's words and one more token.
  @inlinable
  public static func adding(_ token: Token, to hash: UInt64) -> UInt64 {
    token.isWordLike ? add(token.hash, to: hash) : hash
  }

  @inlinable
  static func add(_ word: UInt64, to hash: UInt64) -> UInt64 {
    (hash &* 0x0000_0100_0000_01B3) ^ word
  }
}

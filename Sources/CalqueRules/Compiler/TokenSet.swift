/// The tokens that a step of a pattern may take, and more where they cannot be told.
struct TokenSet: Hashable {
  /// Words and marks.
  var members: Set<WordID> = []
  /// Words that are told by their look.
  var traits: TokenCondition.Traits = []
  /// Whether it may be any token.
  var isEverything = false

  mutating func formUnion(_ other: TokenSet) {
    members.formUnion(other.members)
    traits.formUnion(other.traits)
    isEverything = isEverything || other.isEverything
  }
}

/// A token beside an anchor: what it may be, and what is asked beside.
struct TokenPlace: Hashable {
  /// What the token may be.
  let tokens: TokenSet
  /// What must be true on the way to it.
  let demands: TokenCondition.Traits

  /// The tokens by themselves, where they are all known.
  var members: Set<WordID>? {
    tokens.isEverything || !tokens.traits.isEmpty ? nil : tokens.members
  }
}

internal import CalqueEngine
internal import CalqueText

/// The words of one gender, and a walk over the pronouns of both.
struct Gender {
  /// Hash of `she` or `he`.
  let pronoun: UInt64
  let nouns: WordList
  let pronouns: WordList
  let givenNames: WordList
  /// All of these.
  let words: WordLists

  private init(_ pronoun: String, _ noun: String, _ lexicon: Lexicon) {
    self.pronoun = WordHash.of(pronoun)
    nouns = lexicon.list(noun + "-noun")
    pronouns = lexicon.list(noun + "-pronoun")
    givenNames = lexicon.list(noun + "-given-name")
    words = lexicon.lists(["-noun", "-pronoun", "-given-name"].map { noun + $0 })
  }

  /// Returns both genders.
  static func both(_ lexicon: Lexicon) -> [Gender] {
    [Gender("she", "woman", lexicon), Gender("he", "man", lexicon)]
  }

  /// Returns the faults that `fault` finds at a place of `she` and of `he`, given the gender of the
  /// pronoun and the other one.
  static func faults(
    of genders: [Gender], in article: Article,
    fault: (_ pronoun: Int, _ own: Gender, _ other: Gender) -> Fault?
  ) -> [Fault] {
    zip(genders, genders.reversed()).flatMap { own, other in
      article.wordIndex.places(of: own.pronoun).compactMap { fault($0, own, other) }
    }
  }
}

/// Answers what language an article was translated from, by its signs or by what the run says.
struct LanguageJudge {
  /// The source languages of the run.
  let languages: SourceLanguages
  /// How much the article speaks for each source language.
  var evidence = LanguageEvidence()

  init(_ languages: SourceLanguages) {
    self.languages = languages
  }

  /// Tells whether the article was translated from a language, by all evidence for it but some, in
  /// thousandths: a rule that waits for evidence does not prove itself.
  ///
  /// Names, places and money of a country are in what its correspondents write in English as well.
  func isFrom(_ language: String, without own: Int = 0) -> Bool {
    if case .named(let codes) = languages { return codes.contains(language) }
    return evidence.isCertain(of: language, without: own)
  }

  /// Tells whether the article was translated, from whatever language.
  var isTranslated: Bool {
    switch languages {
    case .none: false
    case .named: true
    case .automatic: evidence.scores.contains { evidence.isCertain(of: $0.language) }
    }
  }

  /// Tells whether the pack of a language may speak; a rule that is nearly always right (`isProof`)
  /// needs no evidence beside itself.
  func allowsPack(of language: String, isProof: Bool) -> Bool {
    switch languages {
    case .none: false
    case .named(let codes): codes.contains(language)
    case .automatic: isProof || evidence.isCertain(of: language)
    }
  }

  /// Tells whether a language is the source without some of the evidence for it, in thousandths,
  /// so that the rule which gave that may name the language.
  ///
  /// Sister languages share calques and acronyms: an error that proves the language by itself said
  /// something false of it in one finding of twenty, of Ukrainian and Japanese articles above all.
  func isOrigin(_ language: String, without own: Int) -> Bool {
    if case .named(let codes) = languages { return codes.contains(language) }
    let rest = evidence[language] - own
    return rest >= LanguageEvidence.certain
      && !evidence.scores.contains { $0.language != language && $0.thousandths >= rest }
  }
}

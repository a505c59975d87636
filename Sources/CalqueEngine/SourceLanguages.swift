/// Which source languages an article may have been translated from.
public enum SourceLanguages: Sendable, Hashable {
  /// Those of which the article shows signs.
  case automatic
  /// None: the packs of source languages are off.
  case none
  /// These, by their codes, whether the article shows signs of them or not.
  case named([String])
}

/// How much an article speaks for each source language.
public struct LanguageEvidence: Sendable, Hashable {
  /// Evidence that is enough to be sure, in thousandths.
  public static let certain = 1000

  /// Thousandths by language code.
  public private(set) var scores: [String: Int] = [:]

  /// Creates the evidence of an article that shows no sign of translation.
  public init() {}

  /// Adds a sign.
  mutating func add(_ weight: Int, for language: String) {
    scores[language, default: 0] += weight
  }

  /// Tells whether the evidence for a language is enough.
  public func isCertain(of language: String) -> Bool {
    scores[language, default: 0] >= Self.certain
  }
}

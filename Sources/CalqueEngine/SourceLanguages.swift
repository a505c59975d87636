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

  /// How much speaks for one language.
  public struct Score: Sendable, Hashable {
    /// Code of the language.
    public let language: String
    /// Thousandths.
    public fileprivate(set) var thousandths: Int

    /// Creates a score.
    public init(language: String, thousandths: Int) {
      self.language = language
      self.thousandths = thousandths
    }
  }

  /// The languages for which anything speaks, sorted by code.
  public private(set) var scores: [Score] = []

  /// Creates the evidence of an article that shows no sign of translation.
  public init() {}

  /// Adds a sign.
  mutating func add(_ weight: Int, for language: String) {
    if let index = scores.firstIndex(where: { $0.language == language }) {
      scores[index].thousandths += weight
    } else {
      let place = scores.firstIndex { $0.language > language } ?? scores.count
      scores.insert(Score(language: language, thousandths: weight), at: place)
    }
  }

  /// Thousandths of a language.
  public subscript(language: String) -> Int {
    scores.first { $0.language == language }?.thousandths ?? 0
  }

  /// Tells whether the evidence for a language, without a part of it in thousandths, is enough:
  /// related languages share their calques, and where another one has twice as much the article was
  /// translated from that.
  public func isCertain(of language: String, without part: Int = 0) -> Bool {
    let own = self[language]
    return own - part >= Self.certain && !scores.contains { $0.thousandths >= 2 * own }
  }
}

/// One element of a pattern, with the bytes of the pattern's text that it was written in.
struct PatternNode {
  indirect enum Kind {
    /// A word in any case.
    case word(String)
    /// A word in exactly this spelling: `=SEAE`.
    case exact(String)
    /// An inflection of a lemma, with its number among the inflected words of the pattern.
    case inflected(InflectedWord, number: Int)
    /// Alternatives in brackets, with the number of their capture.
    case group([[PatternNode]], capture: Int)
    /// A word list or a built-in class, with the number of its capture.
    case wordClass(String, capture: Int)
    /// Up to so many words, with the number of their capture.
    case gap(Int, capture: Int)
    /// A punctuation mark or a symbol.
    case punctuation(Unicode.Scalar)
    /// A quotation mark: 0 opening, 1 closing, 2 either.
    case quote(UInt32)
    case sentenceStart
    case sentenceEnd
    /// The bracket before or after the part to report.
    case reportStart
    case reportEnd
  }

  var kind: Kind
  var range: Range<Int>
  /// Whether a question mark follows.
  var isOptional = false
}

/// A pattern as its author wrote it, understood but not yet looked up in the lexicon.
struct ParsedPattern {
  var nodes: [PatternNode] = []
  var captureCount = 0
  /// The inflected words, from left to right.
  var inflected: [InflectedWord] = []
  /// Whether a part to report is marked.
  var marksReport = false
}

/// Something wrong in a pattern, at some bytes of its text.
struct PatternFault: Error {
  let kind: ProblemKind
  let message: String
  let range: Range<Int>
}

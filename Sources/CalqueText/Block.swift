/// A stretch of an article that stands by itself: the headline, a paragraph, a list item.
///
/// A block is the unit of quotation, and no pattern matches across its edge.
public struct Block: Sendable, Hashable {
  /// What a block is to its reader.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A short line above the headline: `news agency`.
    case kicker
    case headline
    /// A line between paragraphs that is no sentence.
    case subheading
    case paragraph
    case listItem
    case caption
    /// Who wrote or supplied the article: `Source: Reuters`.
    case credit
    /// Short lines after the article that are the page's, not the text's: `Subscribe`.
    case tail
  }

  /// What the block is.
  public let kind: Kind
  /// Its bytes, white space and list marker at its edges apart.
  public let range: TextRange
  /// Whether it is a piece of a paragraph that is too long to be held at once: its edges are none
  /// of the text’s, so that nothing is wrong with how it ends.
  public let isPiece: Bool
  /// Indices of its tokens; empty until a ``Document`` is made.
  public internal(set) var tokens: Range<Int> = 0..<0
  /// Indices of its sentences; empty until a ``Document`` is made.
  public internal(set) var sentences: Range<Int> = 0..<0
  /// Indices of its quotation marks; empty until a ``Document`` is made.
  public internal(set) var marks: Range<Int> = 0..<0

  /// Creates a block.
  public init(kind: Kind, range: TextRange, isPiece: Bool = false) {
    self.kind = kind
    self.range = range
    self.isPiece = isPiece
  }

  /// Whether the block is prose of the article itself, sentences rather than lines.
  @inlinable
  public var isProse: Bool { kind == .paragraph || kind == .listItem }
}

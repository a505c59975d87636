/// The glyphs that may be quotation marks, and what each says of itself.
public enum QuoteGlyph: UInt8, Sendable, Hashable, CaseIterable {
  case straightDouble, leftDouble, rightDouble, lowDouble, reversedDouble
  case leftGuillemet, rightGuillemet, doubleLess, doubleGreater
  case doublePrime, doubleBacktick, doubleApostrophe, leftSingleTwice, rightSingleTwice
  case fullWidthDouble, leftCorner, rightCorner, leftWhiteCorner, rightWhiteCorner
  case straightSingle, leftSingle, rightSingle, lowSingle, reversedSingle
  case leftAngle, rightAngle, prime, backtick, acute, fullWidthSingle

  /// Families of glyphs that belong together in a pair.
  public enum System: UInt8, Sendable, Hashable, CaseIterable {
    case straight, curly, guillemet, prime, typewriter, fullWidth, corner
  }

  /// The side that a glyph stands on by its shape, in English.
  public enum Side: UInt8, Sendable, Hashable {
    case opening, closing, either
  }

  /// Whether the glyph is a double mark.
  @inlinable
  public var isDouble: Bool { rawValue < QuoteGlyph.straightSingle.rawValue }

  /// The family.
  public var system: System {
    switch self {
    case .straightDouble, .straightSingle: .straight
    case .leftDouble, .rightDouble, .lowDouble, .reversedDouble: .curly
    case .leftSingle, .rightSingle, .lowSingle, .reversedSingle: .curly
    case .leftGuillemet, .rightGuillemet, .doubleLess, .doubleGreater: .guillemet
    case .leftAngle, .rightAngle: .guillemet
    case .doublePrime, .prime: .prime
    case .doubleBacktick, .doubleApostrophe, .backtick, .acute: .typewriter
    case .leftSingleTwice, .rightSingleTwice: .typewriter
    case .fullWidthDouble, .fullWidthSingle: .fullWidth
    case .leftCorner, .rightCorner, .leftWhiteCorner, .rightWhiteCorner: .corner
    }
  }

  /// The side by shape.
  public var side: Side {
    switch self {
    case .leftDouble, .lowDouble, .reversedDouble, .leftGuillemet, .doubleLess, .doubleBacktick,
      .leftCorner, .leftWhiteCorner, .leftSingle, .lowSingle, .reversedSingle, .leftAngle,
      .backtick, .leftSingleTwice:
      .opening
    case .rightDouble, .rightGuillemet, .doubleGreater, .doubleApostrophe, .rightCorner,
      .rightWhiteCorner, .rightSingle, .rightAngle, .acute, .rightSingleTwice:
      .closing
    case .straightDouble, .straightSingle, .doublePrime, .prime, .fullWidthDouble,
      .fullWidthSingle:
      .either
    }
  }

  /// The glyph of a scalar that may be a quotation mark by itself; nil for any other scalar.
  public init?(scalar: UInt32) {
    switch scalar {
    case 0x22: self = .straightDouble
    case 0x201C: self = .leftDouble
    case 0x201D: self = .rightDouble
    case 0x201E: self = .lowDouble
    case 0x201F: self = .reversedDouble
    case 0xAB: self = .leftGuillemet
    case 0xBB: self = .rightGuillemet
    case 0x2033: self = .doublePrime
    case 0xFF02: self = .fullWidthDouble
    case 0x300C: self = .leftCorner
    case 0x300D: self = .rightCorner
    case 0x300E: self = .leftWhiteCorner
    case 0x300F: self = .rightWhiteCorner
    case 0x27: self = .straightSingle
    case 0x2018: self = .leftSingle
    case 0x2019: self = .rightSingle
    case 0x201A: self = .lowSingle
    case 0x201B: self = .reversedSingle
    case 0x2039: self = .leftAngle
    case 0x203A: self = .rightAngle
    case 0x2032: self = .prime
    case 0x60: self = .backtick
    case 0xB4: self = .acute
    case 0xFF07: self = .fullWidthSingle
    default: return nil
    }
  }
}

extension QuoteGlyph {
  /// The glyph of a token; nil where the token is no quotation mark.
  public init?(of token: Token) {
    guard token.kind == .quote else { return nil }
    let isPair = token.end - token.start == 2
    switch token.hash {
    case 0x27 where isPair: self = .doubleApostrophe
    case 0x60 where isPair: self = .doubleBacktick
    case 0x3C: self = .doubleLess
    case 0x3E: self = .doubleGreater
    default: self.init(scalar: UInt32(truncatingIfNeeded: token.hash))
    }
  }

  /// The glyph that two single marks make side by side, as text recognition leaves a double one;
  /// nil where they make none.
  init?(of first: Token, with second: Token) {
    guard first.kind == .quote, second.kind == .quote, first.end == second.start,
      first.hash == second.hash
    else { return nil }
    self.init(twice: QuoteGlyph(of: first))
  }

  /// The glyph that a single mark makes with another one of its kind; nil where it makes none.
  init?(twice single: QuoteGlyph?) {
    switch single {
    case .leftSingle: self = .leftSingleTwice
    case .rightSingle: self = .rightSingleTwice
    default: return nil
    }
  }
}

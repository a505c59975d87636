internal import CICU

/// Properties of Unicode scalars outside ASCII, from ICU.
public enum Scalars {
  /// Kinds of scalar that the text model tells apart.
  public enum Kind: Sendable, Hashable {
    case uppercase, lowercase, letter, mark, digit, space, punctuation, symbol, control
  }

  /// Returns the kind of a scalar by its general category (UAX #44, table 12).
  public static func kind(of scalar: UInt32) -> Kind {
    switch cq_category(scalar) {
    case 1, 3: .uppercase
    case 2: .lowercase
    case 4, 5, 10: .letter
    case 6, 7, 8: .mark
    case 9, 11: .digit
    case 12, 13, 14: .space
    case 0, 15, 16, 17, 18: .control
    case 19, 20, 21, 22, 23, 28, 29: .punctuation
    default: .symbol
    }
  }

  /// Returns how many columns of a terminal a scalar takes: 0, 1 or 2 (UAX #11).
  public static func width(of scalar: UInt32) -> Int {
    guard scalar >= 0x300 else { return scalar < 0x20 || scalar == 0x7F ? 0 : 1 }
    return Int(cq_width(scalar))
  }

  /// Returns the scalar that a base and a combining mark compose to; nil where there is none.
  public static func composition(of base: UInt32, _ mark: UInt32) -> UInt32? {
    let composed = cq_compose(base, mark)
    return composed == 0 ? nil : composed
  }

  /// Returns what is left of a scalar without its accents (UAX #15): `a` of `á`, the scalar itself
  /// where it has none.
  public static func base(of scalar: UInt32) -> UInt32 { cq_base(scalar) }
}

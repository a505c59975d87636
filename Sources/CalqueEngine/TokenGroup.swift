internal import CalqueText

/// What is uncommon among up to 64 tokens in a row, a bit each, the first one lowest.
///
/// Words, names and marks follow each other in no order that a processor could foretell, and a
/// wrong guess costs it as much as fifty instructions. So the loop that sees every token takes four
/// at a time and no branch; and each loop over the bits does one thing.
struct TokenGroup {
  /// Most tokens in a group.
  static let size = 64

  /// Everything but words of letters of ASCII and ordinary commas and full stops.
  private(set) var uncommon: UInt64 = 0
  /// What has a capital at its start alone and stands inside a sentence.
  private(set) var innerCapitals: UInt64 = 0

  /// Looks at tokens, of which there are at most ``size``.
  @inline(never)
  init(_ tokens: Span<Token>) {
    if tokens.count == Self.size {
      // The compiler knows that all of them are there.
      for place in stride(from: 0, to: Self.size, by: 4) {
        add(
          FourNatures(
            tokens[place].nature, tokens[place + 1].nature, tokens[place + 2].nature,
            tokens[place + 3].nature), at: place)
      }
      return
    }
    func nature(_ index: Int) -> Token.Nature {
      index < tokens.count ? tokens[index].nature : Token.Nature(.word)
    }
    for place in stride(from: 0, to: tokens.count, by: 4) {
      add(
        FourNatures(
          tokens[place].nature, nature(place + 1), nature(place + 2), nature(place + 3)), at: place)
    }
  }

  @inline(__always)
  private mutating func add(_ four: FourNatures, at place: Int) {
    let shift = UInt64(truncatingIfNeeded: place)
    uncommon |= four.uncommon &<< shift
    innerCapitals |= four.innerCapitals &<< shift
  }

  /// What four tokens are, sixteen bits each, the first one lowest.
  private struct FourNatures {
    private let lanes: UInt64

    @inline(__always)
    init(
      _ first: Token.Nature, _ second: Token.Nature, _ third: Token.Nature,
      _ fourth: Token.Nature
    ) {
      lanes =
        UInt64(first.bits) | UInt64(second.bits) &<< 16 | UInt64(third.bits) &<< 32
        | UInt64(fourth.bits) &<< 48
    }

    /// A bit in each lane.
    private static let ones: UInt64 = 0x0001_0001_0001_0001
    /// What no word of letters of ASCII has: the five highest bits of each lane.
    private static let unlikeWords =
      UInt64(
        Token.Nature.kindBits | Token.Flags.nonASCII.rawValue | Token.Flags.hasDigit.rawValue)
      * ones
    /// What brings any of these bits, moved down by one, to the highest bit of its lane.
    private static let carries: UInt64 = 0x7C00_7C00_7C00_7C00
    /// Moves the lowest bit of each lane to one of the four highest bits; no two other bits meet.
    private static let factor: UInt64 = 1 << 60 | 1 << 45 | 1 << 30 | 1 << 15

    /// Everything but words of letters of ASCII and ordinary marks, in four bits.
    @inline(__always)
    var uncommon: UInt64 {
      let highest = ((lanes & Self.unlikeWords) &>> 1 &+ Self.carries) &>> 15
      let ordinary = lanes &>> UInt64(Token.Flags.ordinaryMarkBit)
      return Self.gathered(highest & ~ordinary & Self.ones)
    }

    /// What has a capital at its start alone and is not the first of its sentence, in four bits.
    @inline(__always)
    var innerCapitals: UInt64 {
      // The lowest bit, without the two above it.
      Self.gathered(lanes & ~(lanes &>> 1 | lanes &>> 2) & Self.ones)
    }

    /// Moves the lowest bits of the lanes side by side.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 {
      (bits &* Self.factor) &>> 60
    }
  }
}

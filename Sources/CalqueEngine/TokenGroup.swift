internal import CalqueText

/// What is uncommon among up to 64 tokens in a row, a bit each, the first one lowest.
///
/// Words, names and marks follow each other in no order that a processor could foretell, and a wrong
/// guess costs it as much as fifty instructions. So the loop that sees every token takes no branch, and
/// four tokens at a time; and each loop over the bits does one thing.
struct TokenGroup {
  /// Most tokens in a group.
  static let size = 64

  /// Everything but words of letters of ASCII.
  private(set) var uncommon: UInt64 = 0
  /// What has a capital at its start alone and stands inside a sentence.
  private(set) var innerCapitals: UInt64 = 0

  /// Looks at the tokens from `start` on.
  init(_ tokens: Span<Token>, from start: Int) {
    let end = min(start &+ Self.size, tokens.count)
    var place = start
    while place < end {
      let four = FourNatures(tokens, at: place)
      let shift = UInt64(truncatingIfNeeded: place &- start)
      uncommon |= four.uncommon &<< shift
      innerCapitals |= four.innerCapitals &<< shift
      place &+= 4
    }
  }

  /// What four tokens are, sixteen bits each, the first one lowest.
  private struct FourNatures {
    private let lanes: UInt64

    /// Takes four tokens, or as many as there are.
    @inline(__always)
    init(_ tokens: Span<Token>, at index: Int) {
      func lane(_ place: Int) -> UInt64 {
        UInt64(tokens[index &+ place].nature.bits) &<< UInt64(truncatingIfNeeded: 16 &* place)
      }
      guard index &+ 4 <= tokens.count else {
        lanes = (0..<tokens.count &- index).reduce(0) { $0 | lane($1) }
        return
      }
      lanes = lane(0) | lane(1) | lane(2) | lane(3)
    }

    /// A bit in each lane.
    private static let ones: UInt64 = 0x0001_0001_0001_0001
    private static let fiveHighest: UInt64 = 0xF800_F800_F800_F800
    private static let carries: UInt64 = 0x7C00_7C00_7C00_7C00
    /// Moves the lowest bit of each lane to one of the four highest bits; no two other bits meet.
    private static let factor: UInt64 = 1 << 60 | 1 << 45 | 1 << 30 | 1 << 15

    /// Everything but words of letters of ASCII, in four bits.
    @inline(__always)
    var uncommon: UInt64 {
      // What no such word has stands in the five highest bits of a lane. Moved down by one, they make the
      // sum reach the highest bit where any of them is set.
      let highest = (lanes & Self.fiveHighest) &>> 1 &+ Self.carries
      return Self.gathered(highest &>> 15 & Self.ones)
    }

    /// What has a capital at its start alone and is not the first of its sentence, in four bits.
    @inline(__always)
    var innerCapitals: UInt64 {
      // The three lowest bits: a capital, nothing but capitals, first of a sentence.
      Self.gathered(lanes & ~(lanes &>> 1 | lanes &>> 2) & Self.ones)
    }

    /// Moves the lowest bits of the lanes side by side.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 {
      (bits &* Self.factor) &>> 60
    }
  }
}

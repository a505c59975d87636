internal import CalqueRules
internal import CalqueText

extension StepReader {
  /// Tells whether what stands around an anchor word may be what its pattern asks for.
  func mayBe(_ surroundings: Surroundings, around token: Int, in block: Range<Int>) -> Bool {
    if surroundings.after.bits | surroundings.secondAfter.bits != 0 {
      let next = pastQuotes(token + 1, in: block)
      guard next < block.upperBound, mayBe(surroundings.after, next, isMarked: next > token + 1)
      else { return false }
      if surroundings.secondAfter.bits != 0 {
        let second = pastQuotes(next + 1, in: block)
        guard second < block.upperBound,
          mayBe(surroundings.secondAfter, second, isMarked: second > next + 1)
        else { return false }
      }
    }
    if surroundings.before.bits | surroundings.secondBefore.bits != 0 {
      guard let last = word(before: token, in: block),
        mayBe(surroundings.before, last, isMarked: last < token - 1)
      else { return false }
      if surroundings.secondBefore.bits != 0 {
        guard let second = word(before: last, in: block),
          mayBe(surroundings.secondBefore, second, isMarked: second < last - 1)
        else { return false }
      }
    }
    return true
  }

  /// Tells whether a match may start with a token, quotation marks before it apart.
  func mayStart(_ pattern: Pattern, at token: Int, in block: Range<Int>) -> Bool {
    let (start, second) = (pattern.start, pattern.second)
    guard start.bits != 0 else { return true }
    guard token < block.upperBound, fits(token, start) == 1 else { return false }
    if !start.traits.isDisjoint(with: .demands) {
      if start.traits.contains(.marked) {
        guard token > block.lowerBound, tokens[token - 1].kind == .quote else { return false }
      }
      if start.traits.contains(.sentenceStart), !startsSentence(token, in: block) { return false }
    }
    guard second.bits != 0 else { return true }
    let next = pastQuotes(token + 1, in: block)
    return next < block.upperBound && mayBe(second, next, isMarked: next > token + 1)
  }

  private func mayBe(_ condition: TokenCondition, _ index: Int, isMarked: Bool) -> Bool {
    fits(index, condition) == 1 && (isMarked || !condition.traits.contains(.marked))
  }

  @inline(__always)
  private func fits(_ index: Int, _ condition: TokenCondition) -> UInt64 {
    Self.fits(tokens[index], condition, conditionFilter)
  }

  /// Returns 1 where a token may be what a condition asks for, and else 0;
  /// what it asks for beside the token is left out.
  ///
  /// Without a branch: whether a token fits cannot be foretold.
  @inline(__always)
  static func fits(
    _ token: PatternToken, _ condition: TokenCondition, _ filter: Table<UInt64>
  ) -> UInt64 {
    let bit = condition.filterBit(of: token.word, in: filter.count &* 64)
    let isMember = filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63)
    let isSeen: UInt64 = condition.traits.isDisjoint(with: token.look) ? 0 : 1
    let asksNothing: UInt64 = condition.set == 0 ? 1 : 0
    return (isMember | isSeen | asksNothing) & 1
  }
}

extension PatternToken {
  /// What a word looks like to a condition; nothing for a mark.
  @inline(__always)
  fileprivate var look: TokenCondition.Traits {
    let isNumber: UInt32 = kind == .number ? 1 : 0
    let isWord: UInt32 = kind == .word ? 1 : 0
    let isCapitalized: UInt32 = flags.contains(.capitalized) ? 1 : 0
    // The bits of a number, a word with a capital and one without follow each other.
    return TokenCondition.Traits(rawValue: isNumber | isWord &<< (2 &- isCapitalized))
  }
}

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

  /// Tells whether a match may start with a token.
  func mayStart(_ condition: TokenCondition, at token: Int, in block: Range<Int>) -> Bool {
    guard condition.bits != 0 else { return true }
    if condition.traits.contains(.sentenceStart), !startsSentence(token, in: block) { return false }
    let isMarked = token > block.lowerBound && tokens[token - 1].kind == .quote
    return mayBe(condition, token, isMarked: isMarked)
  }

  private func mayBe(_ condition: TokenCondition, _ index: Int, isMarked: Bool) -> Bool {
    if condition.traits.contains(.marked), !isMarked { return false }
    guard condition.set != 0 else { return true }
    let word = words[index]
    if word != 0, isMember(Neighbour(word: word), of: condition) { return true }
    let token = tokens[index]
    guard token.isWordLike else { return isMember(Neighbour(mark: token.hash), of: condition) }
    let look: TokenCondition.Traits =
      token.kind == .number ? .number : token.flags.contains(.capitalized) ? .capitalized : .small
    return !condition.traits.isDisjoint(with: look)
  }

  private func isMember(_ neighbour: Neighbour, of condition: TokenCondition) -> Bool {
    let bit = condition.filterBit(of: neighbour, in: conditionFilter.count &* 64)
    return conditionFilter[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }
}

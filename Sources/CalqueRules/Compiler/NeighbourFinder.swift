/// Finds which words may stand beside an anchor word, from the instructions of its pattern.
///
/// An anchor is often a common word, and most of its places are refused by the word before or after
/// it: that is cheaper to find out than to try the pattern.
struct NeighbourFinder {
  private let program: RuleProgram
  /// Words of each list.
  private let listWords: [[WordID]]

  /// Prepares for a program whose code is complete.
  init(_ program: RuleProgram, listWords: [[WordID]]) {
    self.program = program
    self.listWords = listWords
  }

  /// Returns what may stand beside a word that anchors a pattern, as ``RuleProgram/anchorNeighbours``
  /// has it.
  ///
  /// O(instructions²) of the pattern.
  func masks(of anchor: Anchor, at word: WordID) -> UInt64 {
    let pattern = program.patterns[Int(anchor.pattern)]
    let steps = (Int(pattern.code)..<Int(pattern.codeEnd)).filter { takesToken($0) }
    let first = following(Int(pattern.code))
    var (before, after): (UInt32, UInt32) = (0, 0)
    for step in steps where mask(of: step) & WordMask.of(word: word) != 0 {
      after |= mask(of: following(step + 1))
      // At its start a pattern does not say what stands before it.
      if first.steps.contains(step) { before = WordMask.any }
      for earlier in steps where following(earlier + 1).steps.contains(step) {
        before |= mask(of: earlier)
      }
    }
    return UInt64(before) << 32 | UInt64(after)
  }

  /// The steps that may take the next token.
  private struct Following {
    var steps: Set<Int> = []
    /// Whether the pattern may be at its end instead.
    var mayEnd = false
  }

  private func following(_ start: Int) -> Following {
    var result = Following()
    var open = [start]
    var seen: Set<Int> = []
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      let step = Instruction(bits: program.code[index])
      switch step.operation {
      case .match: result.mayEnd = true
      case .jump: open.append(step.operand)
      case .split: open += [index + 1, step.operand]
      // Quotation marks are no neighbours: others may stand there as well.
      case .save, .sentenceStart, .sentenceEnd, .quote, .peek: open.append(index + 1)
      case .word, .exact, .form, .list, .shape, .punctuation, .anyWord: result.steps.insert(index)
      }
    }
    return result
  }

  private func takesToken(_ index: Int) -> Bool {
    switch Instruction(bits: program.code[index]).operation {
    case .word, .exact, .form, .list, .shape, .punctuation, .anyWord: true
    case .match, .jump, .split, .save, .sentenceStart, .sentenceEnd, .quote, .peek: false
    }
  }

  private func mask(of following: Following) -> UInt32 {
    following.mayEnd ? WordMask.any : following.steps.reduce(0) { $0 | mask(of: $1) }
  }

  private func mask(of words: some Sequence<WordID>) -> UInt32 {
    words.reduce(0) { $0 | WordMask.of(word: $1) }
  }

  /// Returns what a step may take.
  private func mask(of index: Int) -> UInt32 {
    let step = Instruction(bits: program.code[index])
    switch step.operation {
    case .word: return WordMask.of(word: WordID(step.operand))
    case .form:
      let words = Int(program.formStarts[step.operand])..<Int(program.formStarts[step.operand + 1])
      return mask(of: program.formWords[words])
    case .list: return mask(of: listWords[step.operand])
    case .punctuation: return WordMask.of(mark: UInt64(step.operand))
    default: return WordMask.any
    }
  }
}

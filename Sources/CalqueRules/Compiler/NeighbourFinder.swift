/// Finds what may stand beside an anchor word, from the instructions of its pattern.
struct NeighbourFinder {
  private let program: ProgramArrays
  /// Words of each list.
  private let listWords: [[WordID]]

  /// Prepares for a program whose code is complete.
  init(_ program: ProgramArrays, listWords: [[WordID]]) {
    self.program = program
    self.listWords = listWords
  }

  /// Returns what may stand before and after a word that anchors a pattern, quotation marks apart;
  /// nil for a side on which anything may.
  ///
  /// O(instructions²) of the pattern.
  func neighbours(of anchor: Anchor, at word: WordID) -> (
    before: Set<Neighbour>?, after: Set<Neighbour>?
  ) {
    let pattern = program.patterns[Int(anchor.pattern)]
    let steps = (Int(pattern.code)..<Int(pattern.codeEnd)).filter { takesToken($0) }
    let first = following(Int(pattern.code))
    var before: Set<Neighbour>? = []
    var after: Set<Neighbour>? = []
    for step in steps where neighbours(of: step)?.contains(Neighbour(word: word)) ?? true {
      after = union(after, neighbours(of: following(step + 1)))
      // At its start a pattern does not say what stands before it.
      if first.steps.contains(step) { before = nil }
      for earlier in steps where following(earlier + 1).steps.contains(step) {
        before = union(before, neighbours(of: earlier))
      }
    }
    return (before, after)
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

  private func union(_ one: Set<Neighbour>?, _ other: Set<Neighbour>?) -> Set<Neighbour>? {
    guard let one, let other else { return nil }
    return one.union(other)
  }

  private func neighbours(of following: Following) -> Set<Neighbour>? {
    guard !following.mayEnd else { return nil }
    return following.steps.reduce([] as Set?) { union($0, neighbours(of: $1)) }
  }

  /// Returns what a step may take; nil for what no list can hold.
  private func neighbours(of index: Int) -> Set<Neighbour>? {
    let step = Instruction(bits: program.code[index])
    switch step.operation {
    case .word: return [Neighbour(word: WordID(step.operand))]
    case .form:
      let words = Int(program.formStarts[step.operand])..<Int(program.formStarts[step.operand + 1])
      return Set(program.formWords[words].map { Neighbour(word: $0) })
    case .list: return Set(listWords[step.operand].map { Neighbour(word: $0) })
    case .punctuation: return [Neighbour(mark: UInt64(step.operand))]
    default: return nil
    }
  }
}

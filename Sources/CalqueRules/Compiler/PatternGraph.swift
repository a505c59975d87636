/// The steps of a pattern that take a token, and which of them may follow which.
///
/// Steps are named by the index of their instruction.
struct PatternGraph {
  /// Steps that may take the next token, each with what is asked on every way there.
  typealias Ways = [Int: TokenCondition.Traits]

  /// What may come next.
  struct Following {
    var ways: Ways = [:]
    /// Whether the pattern may be at its end instead.
    var mayEnd = false
  }

  /// The steps that can be reached, in order.
  private(set) var steps: [Int] = []
  /// What a match may start with.
  let first: Following
  /// What may come after each step.
  private(set) var following: [Int: Following] = [:]
  /// The steps from which each step may be reached.
  private(set) var preceding: [Int: Ways] = [:]
  /// How many tokens may stand before the one that a step takes.
  private(set) var distances: [Int: ClosedRange<Int>] = [:]

  /// Reads the instructions of a pattern.
  ///
  /// O(steps × steps that may follow one).
  init(_ pattern: Pattern, of code: [UInt32]) {
    let start = Int(pattern.code)
    first = Self.following(start, code)
    for step in first.ways.keys { distances[step] = 0...0 }
    // Pieces of a choice go on at one place: what follows is asked of it once.
    var known: [Int: Following] = [:]
    // Instructions only go forward, so that the distances of a step are complete when it is
    // reached.
    for step in start..<Int(pattern.codeEnd) where Self.takesToken(code[step]) {
      let next = Self.target(step + 1, code)
      let found = known[next] ?? Self.following(next, code)
      known[next] = found
      following[step] = found
      guard let own = distances[step] else { continue }
      steps.append(step)
      for (other, demands) in found.ways {
        preceding[other, default: [:]][step] = demands
        let reached = own.lowerBound + 1...own.upperBound + 1
        let before = distances[other] ?? reached
        distances[other] =
          min(before.lowerBound, reached.lowerBound)...max(before.upperBound, reached.upperBound)
      }
    }
  }

  private static func takesToken(_ bits: UInt32) -> Bool {
    switch Instruction(bits: bits).operation {
    case .word, .exact, .form, .list, .shape, .anyWord: true
    case .match, .jump, .split, .save, .sentenceStart, .sentenceEnd, .quote, .peek: false
    }
  }

  private static func target(_ index: Int, _ code: [UInt32]) -> Int {
    var index = index
    while case let step = Instruction(bits: code[index]), step.operation == .jump {
      index = step.operand
    }
    return index
  }

  /// A place between two tokens, with what was asked on the way there.
  private struct Place: Hashable {
    let index: Int
    let demands: TokenCondition.Traits
  }

  private static func following(_ start: Int, _ code: [UInt32]) -> Following {
    var result = Following()
    var open = [Place(index: start, demands: [])]
    var seen: Set<Place> = []
    while let place = open.popLast() {
      guard seen.insert(place).inserted else { continue }
      let step = Instruction(bits: code[place.index])
      func goOn(at index: Int, asking demand: TokenCondition.Traits = []) {
        open.append(Place(index: index, demands: place.demands.union(demand)))
      }
      switch step.operation {
      case .match: result.mayEnd = true
      case .jump: goOn(at: step.operand)
      case .split:
        goOn(at: place.index + 1)
        goOn(at: step.operand)
      case .save, .sentenceEnd, .peek: goOn(at: place.index + 1)
      case .sentenceStart: goOn(at: place.index + 1, asking: .sentenceStart)
      case .quote: goOn(at: place.index + 1, asking: .marked)
      case .word, .exact, .form, .list, .shape, .anyWord:
        let before = result.ways[place.index] ?? place.demands
        result.ways[place.index] = before.intersection(place.demands)
      }
    }
    return result
  }
}

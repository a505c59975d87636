internal import CalqueText

/// Finds what may stand around an anchor word, from the instructions of its pattern.
struct NeighbourFinder {
  /// What may stand around a word, quotation marks apart; nil where anything may, or nothing.
  struct Places {
    var before: TokenPlace?
    var after: TokenPlace?
    var secondBefore: TokenPlace?
    var secondAfter: TokenPlace?
  }

  private let program: ProgramArrays
  /// Words of each list.
  private let listWords: [[WordID]]
  /// Looks up a word by its hash.
  private let word: (UInt64) -> WordID?
  private var graphs: [UInt32: PatternGraph] = [:]
  private var tokenSets: [UInt32: TokenSet] = [:]
  private var known: [[Int]: Places] = [:]

  /// Prepares for a program whose code is complete.
  init(_ program: ProgramArrays, listWords: [[WordID]], word: @escaping (UInt64) -> WordID?) {
    self.program = program
    self.listWords = listWords
    self.word = word
  }

  /// Returns what may stand around a word that anchors a pattern.
  ///
  /// O(instructions²) of the pattern, once for all anchors that the same steps take.
  mutating func places(around word: WordID, of anchor: Anchor) -> Places {
    let graph = graph(of: anchor.pattern)
    let distances = Int(anchor.reach.least)...Int(anchor.reach.most)
    let steps = graph.steps.filter { step in
      graph.distances[step].map(distances.overlaps) ?? false
        && tokens(of: step).members.contains(word)
    }
    if let known = known[steps] { return known }
    var places = Places()
    let (after, next) = place(after: steps, graph)
    places.after = after
    places.secondAfter = next.isEmpty ? nil : place(after: next, graph).0
    let (before, previous) = place(before: steps, graph)
    places.before = before
    places.secondBefore = previous.isEmpty ? nil : place(before: previous, graph).0
    known[steps] = places
    return places
  }

  /// Returns what a match of a pattern starts with, and what comes next; nil where that may be
  /// anything, or nothing.
  mutating func start(of pattern: Int) -> (first: TokenPlace?, second: TokenPlace?) {
    let graph = graph(of: UInt32(pattern))
    guard !graph.first.mayEnd else { return (nil, nil) }
    return (place(graph.first.ways), place(after: graph.first.ways.keys.sorted(), graph).0)
  }

  private mutating func graph(of pattern: UInt32) -> PatternGraph {
    if let known = graphs[pattern] { return known }
    let graph = PatternGraph(program.patterns[Int(pattern)], of: program.code)
    graphs[pattern] = graph
    return graph
  }

  private mutating func place(
    after steps: [Int], _ graph: PatternGraph
  ) -> (TokenPlace?, steps: [Int]) {
    var ways: PatternGraph.Ways = [:]
    for step in steps {
      guard let following = graph.following[step], !following.mayEnd else { return (nil, []) }
      ways.merge(following.ways) { $0.intersection($1) }
    }
    return (place(ways.mapValues { $0.subtracting(.sentenceStart) }), ways.keys.sorted())
  }

  private mutating func place(
    before steps: [Int], _ graph: PatternGraph
  ) -> (TokenPlace?, steps: [Int]) {
    var ways: PatternGraph.Ways = [:]
    for step in steps {
      // At its start a pattern does not say what stands before it.
      guard graph.first.ways[step] == nil else { return (nil, []) }
      ways.merge(graph.preceding[step] ?? [:]) { $0.intersection($1) }
    }
    return (place(ways.mapValues { $0.subtracting(.sentenceStart) }), ways.keys.sorted())
  }

  private mutating func place(_ ways: PatternGraph.Ways) -> TokenPlace? {
    guard !ways.isEmpty else { return nil }
    var tokens = TokenSet()
    for step in ways.keys { tokens.formUnion(self.tokens(of: step)) }
    let demands = ways.values.reduce(TokenCondition.Traits.demands) { $0.intersection($1) }
    return TokenPlace(tokens: tokens, demands: demands)
  }

  private mutating func tokens(of index: Int) -> TokenSet {
    let bits = program.code[index]
    if let known = tokenSets[bits] { return known }
    let tokens = tokens(of: Instruction(bits: bits))
    tokenSets[bits] = tokens
    return tokens
  }

  private func tokens(of step: Instruction) -> TokenSet {
    let operand = step.operand
    switch step.operation {
    case .word: return TokenSet(members: [WordID(operand)])
    case .exact:
      let hash = WordHash.of(program.string(RuleProgram.StringID(operand)))
      guard let word = word(hash) else { return TokenSet(isEverything: true) }
      return TokenSet(members: [word])
    case .form:
      let words = Int(program.formStarts[operand])..<Int(program.formStarts[operand + 1])
      return TokenSet(members: Set(program.formWords[words]))
    case .list: return TokenSet(members: Set(listWords[operand]))
    case .anyWord: return TokenSet(traits: .anyWord)
    case .shape: return TokenSet(traits: Self.traits(of: TokenShape(rawValue: UInt32(operand))))
    case .match, .jump, .split, .save, .sentenceStart, .sentenceEnd, .quote, .peek:
      return TokenSet(isEverything: true)
    }
  }

  private static func traits(of shape: TokenShape?) -> TokenCondition.Traits {
    switch shape {
    case .digits, .year: .number
    case .capitalized: .capitalized
    case .lowercase: .small
    case .acronym, .word, nil: [.capitalized, .small]
    }
  }
}

/// Writes the instructions of patterns: greedy, the leftmost alternative first.
struct PatternCompiler {
  /// Most instructions that one pattern may take.
  static let largestPattern = 50_000

  let lexicon: Lexicon

  /// Returns about how many instructions elements take, no less than they do.
  func size(of nodes: [PatternNode]) -> Int {
    nodes.reduce(2) { $0 + size(of: $1) }
  }

  /// Writes a pattern; the caller completes the record with its meaning.
  func compile(_ pattern: ParsedPattern, into builder: inout ProgramBuilder) -> Pattern {
    var record = Pattern()
    record.code = UInt32(builder.program.code.count)
    record.captureCount = UInt32(pattern.captureCount)
    record.inflectedCount = UInt32(pattern.inflected.count)
    if !pattern.marksReport { builder.emit(.save, 0) }
    let firstInflectedSlot = 2 + 2 * pattern.captureCount
    emit(pattern.nodes, firstInflectedSlot, &builder)
    if !pattern.marksReport { builder.emit(.save, 1) }
    builder.emit(.match)
    record.codeEnd = UInt32(builder.program.code.count)
    let forms = pattern.inflected.map { builder.formSet($0, inflector: lexicon.inflector) }
    record.inflectedForms = builder.append(forms, to: \.stringLists)
    return record
  }

  /// Writes elements one after the other; without a slot, inflected words are not noted.
  private func emit(
    _ nodes: [PatternNode], _ inflectedSlot: Int?, _ builder: inout ProgramBuilder
  ) {
    for node in nodes {
      guard node.isOptional else {
        emit(node, inflectedSlot, &builder)
        continue
      }
      let split = builder.emit(.split)
      emit(node, inflectedSlot, &builder)
      builder.land(split, .split)
    }
  }

  private func emit(
    _ node: PatternNode, _ inflectedSlot: Int?, _ builder: inout ProgramBuilder
  ) {
    switch node.kind {
    case .word(let word): builder.emit(.word, Int(builder.word(word)))
    case .exact(let word):
      builder.emit(.exact, Int(builder.string(word)))
    case .inflected(let word, let number):
      let form = builder.formSet(word, inflector: lexicon.inflector)
      saved(in: inflectedSlot.map { $0 + 2 * number }, &builder) { $0.emit(.form, Int(form)) }
    case .group(let alternatives, let capture):
      saved(in: 2 * capture, &builder) { builder in
        if let words = Self.singleWords(alternatives) {
          // One look-up in a set rather than a choice for each word.
          builder.emit(.form, Int(builder.wordSet(words)))
        } else {
          peek(at: alternatives, &builder)
          emitAlternatives(alternatives.count, &builder) { index, builder in
            emit(alternatives[index], inflectedSlot, &builder)
          }
        }
      }
    case .wordClass(let name, let capture):
      saved(in: 2 * capture, &builder) { emitClass(name, &$0) }
    case .gap(let count, let capture):
      saved(in: 2 * capture, &builder) { builder in
        emitOptionalChain(count, &builder) { $0.emit(.anyWord) }
      }
    case .punctuation(let scalar): builder.emit(.word, Int(builder.mark(scalar)))
    case .quote(let kind): builder.emit(.quote, Int(kind))
    case .sentenceStart: builder.emit(.sentenceStart)
    case .sentenceEnd: builder.emit(.sentenceEnd)
    case .reportStart: builder.emit(.save, 0)
    case .reportEnd: builder.emit(.save, 1)
    }
  }

  /// Returns the words of a group each alternative of which is one word in any case; nil for
  /// others.
  private static func singleWords(_ alternatives: [[PatternNode]]) -> [String]? {
    guard alternatives.count > 1 else { return nil }
    var words: [String] = []
    for alternative in alternatives {
      guard alternative.count == 1, !alternative[0].isOptional,
        case .word(let word) = alternative[0].kind
      else { return nil }
      words.append(word)
    }
    return words
  }

  private func emitClass(_ name: String, _ builder: inout ProgramBuilder) {
    switch BuiltInClass(rawValue: name) {
    case .name: emitName(&builder)
    case .number:
      guard let list = lexicon.index(of: BuiltInClass.numberList) else {
        builder.emit(.shape, Int(TokenShape.digits.rawValue))
        return
      }
      emitAlternatives(2, &builder) { index, builder in
        if index == 1 {
          emitList(list, &builder)
        } else {
          builder.emit(.shape, Int(TokenShape.digits.rawValue))
        }
      }
    case .some(let builtIn):
      if let shape = builtIn.shape { builder.emit(.shape, Int(shape.rawValue)) }
    case nil:
      if let list = lexicon.index(of: name) { emitList(list, &builder) }
    }
  }

  private func emitList(_ index: Int, _ builder: inout ProgramBuilder) {
    let phrases = lexicon.lists[index].phrases
    guard !phrases.isEmpty else {
      builder.emit(.list, index)
      return
    }
    emitAlternatives(2, &builder) { alternative, builder in
      guard alternative == 0 else {
        builder.emit(.list, index)
        return
      }
      peek(at: phrases, &builder)
      emitAlternatives(phrases.count, &builder) { phrase, builder in
        emit(phrases[phrase], nil, &builder)
      }
    }
  }

  /// Writes a step that fails where no alternative can start: there are long lists of them, and
  /// nearly everywhere none of them matches.
  private func peek(at alternatives: [[PatternNode]], _ builder: inout ProgramBuilder) {
    var words: [String] = []
    for alternative in alternatives {
      guard let first = firstWords(of: alternative) else { return }
      words += first
    }
    if alternatives.count > 2 { builder.emit(.peek, Int(builder.wordSet(words))) }
  }

  /// Returns the words that elements can start with; nil where any word may be one.
  private func firstWords(of nodes: [PatternNode]) -> [String]? {
    guard let first = nodes.first, !first.isOptional else { return nil }
    switch first.kind {
    case .word(let word), .exact(let word): return [word]
    case .inflected(let inflected, _): return lexicon.inflector.forms(of: inflected).map(\.word)
    case .reportStart, .reportEnd: return firstWords(of: Array(nodes.dropFirst()))
    case .group(let alternatives, _):
      var words: [String] = []
      for alternative in alternatives {
        guard let first = firstWords(of: alternative) else { return nil }
        words += first
      }
      return words
    case .wordClass, .gap, .punctuation, .quote, .sentenceStart, .sentenceEnd: return nil
    }
  }

  /// Writes a capitalised word, then up to three times particles and another one.
  private func emitName(_ builder: inout ProgramBuilder) {
    let capitalized = Int(TokenShape.capitalized.rawValue)
    builder.emit(.shape, capitalized)
    emitOptionalChain(BuiltInClass.longestName - 1, &builder) { builder in
      if let particles = lexicon.index(of: BuiltInClass.particleList) {
        emitOptionalChain(BuiltInClass.mostParticles, &builder) { $0.emit(.list, particles) }
      }
      builder.emit(.shape, capitalized)
    }
  }

  /// Writes a step up to so many times; each only where the ones before it have matched.
  private func emitOptionalChain(
    _ count: Int, _ builder: inout ProgramBuilder, step: (inout ProgramBuilder) -> Void
  ) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(builder.emit(.split))
      step(&builder)
    }
    for split in splits { builder.land(split, .split) }
  }

  private func emitAlternatives(
    _ count: Int, _ builder: inout ProgramBuilder, alternative: (Int, inout ProgramBuilder) -> Void
  ) {
    var jumps: [Int] = []
    for index in 0..<(count - 1) {
      let split = builder.emit(.split)
      alternative(index, &builder)
      jumps.append(builder.emit(.jump))
      builder.land(split, .split)
    }
    alternative(count - 1, &builder)
    for jump in jumps { builder.land(jump, .jump) }
  }

  private func saved(
    in slot: Int?, _ builder: inout ProgramBuilder, body: (inout ProgramBuilder) -> Void
  ) {
    if let slot { builder.emit(.save, slot) }
    body(&builder)
    if let slot { builder.emit(.save, slot + 1) }
  }

  private func size(of node: PatternNode) -> Int {
    let steps: Int =
      switch node.kind {
      case .group(let alternatives, _): alternatives.reduce(2) { $0 + size(of: $1) + 2 }
      case .wordClass(let name, _): size(ofClass: name)
      case .gap(let count, _): 2 + 2 * count
      case .word, .exact, .inflected, .punctuation, .quote, .sentenceStart, .sentenceEnd,
        .reportStart, .reportEnd:
        3
      }
    return steps + 1
  }

  private func size(ofClass name: String) -> Int {
    let builtIn = BuiltInClass(rawValue: name)
    let list = builtIn == .number ? BuiltInClass.numberList : name
    guard builtIn == nil || builtIn == .number, let index = lexicon.index(of: list) else {
      return 2 + 8 * BuiltInClass.longestName
    }
    return lexicon.lists[index].phrases.reduce(8) { $0 + size(of: $1) + 2 }
  }
}

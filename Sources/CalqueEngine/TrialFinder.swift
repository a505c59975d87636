internal import CalqueRules
internal import CalqueText

/// Finds the patterns that may match in an article, and where: by their anchors, and by what stands
/// around those.
///
/// One pass over the words: a word that anchors nothing costs one look-up, so the time of a scan
/// hardly depends on the number of rules.
struct TrialFinder {
  /// An anchor at a word that it may be tried at.
  struct Trial {
    /// Index of the anchor.
    let anchor: Int
    /// Index of the token.
    let token: Int
  }

  private let reader: StepReader
  private let tokens: [Token]
  private let words: [WordID]
  private let roles: Table<UInt8>
  private let anchors: Table<Anchor>
  private let anchorStarts: Table<UInt32>
  private let pairs: Table<AnchorPair>
  private let pairStarts: Table<UInt32>
  private let pairFilter: Table<UInt64>

  init(_ article: Article, _ reader: StepReader) {
    self.reader = reader
    tokens = article.tokens
    words = article.words
    let program = article.program
    roles = program.anchorRoles
    anchors = program.anchors
    anchorStarts = program.anchorStarts
    pairs = program.pairs
    pairStarts = program.pairStarts
    pairFilter = program.pairFilter
  }

  /// Adds the trials of a block, in the order of its tokens.
  func find(in block: Range<Int>, into trials: inout [Trial]) {
    let (words, rolesOfWords) = (words.span, roles)
    for token in block {
      let word = words[token]
      let roles = AnchorRoles(rawValue: rolesOfWords[Int(word)])
      if roles.isEmpty { continue }
      let here = Neighbour(word: word)
      // Nearly no neighbours make a pair: the rest is left to calls.
      if roles.contains(.withPrevious), token > block.lowerBound {
        let before = neighbour(token &- 1)
        if before.map({ isKnown(TokenPair($0, here, isFoundBySecond: true)) }) ?? true {
          addPairsBefore(token, in: block, into: &trials)
        }
      }
      if roles.contains(.alone) { addSingles(token, in: block, into: &trials) }
      if roles.contains(.withNext), token &+ 1 < block.upperBound {
        let next = neighbour(token &+ 1)
        if next.map({ isKnown(TokenPair(here, $0, isFoundBySecond: false)) }) ?? true {
          addPairsAfter(token, in: block, into: &trials)
        }
      }
    }
  }

  /// Returns what a token is beside another; nil for a quotation mark, behind which the one that
  /// counts stands.
  @inline(__always)
  private func neighbour(_ token: Int) -> Neighbour? {
    let word = words[token]
    if word != 0 { return Neighbour(word: word) }
    switch tokens[token].kind {
    case .word, .number: return Neighbour(word: 0)
    case .punctuation, .symbol: return Neighbour(mark: tokens[token].hash)
    case .quote: return nil
    }
  }

  /// Tells whether the filter has a pair, as it has one of twenty that are none.
  @inline(__always)
  private func isKnown(_ pair: TokenPair) -> Bool {
    let bit = pair.filterBit
    return pairFilter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 1
  }
}

// Not inlined, so that the loop above keeps its bounds in registers.

extension TrialFinder {
  @inline(never)
  private func addPairsBefore(
    _ token: Int, in block: Range<Int>, into trials: inout [Trial]
  ) {
    guard let before = reader.word(before: token, in: block),
      let neighbour = neighbour(before)
    else { return }
    let pair = TokenPair(neighbour, Neighbour(word: words[token]), isFoundBySecond: true)
    addPairs(pair, at: (before, token), in: block, into: &trials)
  }

  @inline(never)
  private func addPairsAfter(
    _ token: Int, in block: Range<Int>, into trials: inout [Trial]
  ) {
    let next = reader.pastQuotes(token + 1, in: block)
    guard next < block.upperBound, let neighbour = neighbour(next) else { return }
    let pair = TokenPair(Neighbour(word: words[token]), neighbour, isFoundBySecond: false)
    addPairs(pair, at: (token, next), in: block, into: &trials)
  }

  @inline(never)
  private func addSingles(_ token: Int, in block: Range<Int>, into trials: inout [Trial]) {
    let word = Int(words[token])
    for anchor in Int(anchorStarts[word])..<Int(anchorStarts[word + 1]) {
      add(anchor, at: token, in: block, into: &trials)
    }
  }

  /// Adds the trials of two tokens side by side.
  private func addPairs(
    _ pair: TokenPair, at tokens: (first: Int, second: Int), in block: Range<Int>,
    into trials: inout [Trial]
  ) {
    guard isKnown(pair) else { return }
    let run = pair.run
    for index in Int(pairStarts[run])..<Int(pairStarts[run + 1])
    where pairs[index].bits == pair.bits {
      let token = pairs[index].isSecond == 1 ? tokens.second : tokens.first
      add(Int(pairs[index].anchor), at: token, in: block, into: &trials)
    }
  }

  private func add(
    _ anchor: Int, at token: Int, in block: Range<Int>, into trials: inout [Trial]
  ) {
    guard reader.mayBe(anchors[anchor].surroundings, around: token, in: block) else { return }
    trials.append(Trial(anchor: anchor, token: token))
  }
}

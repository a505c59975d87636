internal import CalqueRules
internal import CalqueText

/// Finds the patterns that may match in an article, and where: by their anchors, and by what stands
/// around those.
///
/// A word that anchors nothing costs one look-up, so the time of a scan hardly depends on the
/// number of rules. Which words those are cannot be foretold, and a branch that is guessed wrong
/// takes as long as sixty instructions: so what is left of a stretch of tokens is sifted again and
/// again without a branch, each time by a closer look, and only at the end one by one.
struct TrialFinder {
  /// An anchor at a word that it may be tried at.
  struct Trial {
    /// Index of the anchor.
    let anchor: Int
    /// Index of the token.
    let token: Int
    /// Index of the block that the token is in.
    let block: Int
  }

  /// Tokens of a stretch, or a few more: what is noted of them stays in the nearest cache.
  static let stretch = 1024

  private let reader: StepReader
  private let blocks: [Block]
  private let tokens: [PatternToken]
  private let anchorTokens: [AnchorToken]
  private let anchors: Table<Anchor>
  private let pairs: Table<AnchorPair>
  private let pairStarts: Table<UInt32>
  private let pairRanks: Table<UInt32>
  private let pairFilter: Table<UInt64>

  /// What is left of a stretch: kept from one to the next, so that its memory is.
  struct Notes {
    fileprivate var places: [Place] = []
    fileprivate var candidates: [Candidate] = []
    /// How many of the anchor tokens of the article have been looked at.
    fileprivate var seen = 0
  }

  /// Where an anchor may be found.
  fileprivate struct Place {
    /// Twice the index of a token that is alone, or one more for the token with the next one.
    private let bits: UInt32

    @inline(__always)
    init(_ token: Int, isPair: UInt32) {
      bits = UInt32(truncatingIfNeeded: token) &<< 1 | isPair
    }

    /// One for two tokens, and zero for one that is alone.
    var isPair: UInt32 { bits & 1 }
    var first: Int { Int(bits &>> 1) }
    /// The token itself where it is alone.
    var second: Int { Int(bits &>> 1) &+ Int(bits & 1) }
  }

  /// An anchor whose tokens may be there.
  fileprivate struct Candidate {
    /// Index of the record among the pairs.
    var record: UInt32 = 0
    /// Index of the first token of the pair.
    var first: UInt32 = 0
    /// Index of the second token, or of the first one where it is alone.
    var second: UInt32 = 0

    /// Returns the index of the anchor word or mark.
    @inline(__always)
    func anchorToken(_ record: AnchorPair) -> Int {
      Int(record.isSecond ? second : first)
    }
  }

  init(_ article: Article, _ reader: StepReader) {
    self.reader = reader
    blocks = article.document.blocks
    tokens = article.patternTokens
    anchorTokens = article.anchorTokens
    let program = article.program
    anchors = program.anchors
    pairs = program.pairs
    pairStarts = program.pairStarts
    pairRanks = program.pairRanks
    pairFilter = program.pairFilter
  }

  /// Adds the trials of some blocks one after the other, in the order of their tokens.
  func find(in blocks: Range<Int>, _ notes: inout Notes, into trials: inout [Trial]) {
    guard let first = blocks.first, let last = blocks.last else { return }
    let stretch = self.blocks[first].tokens.lowerBound..<self.blocks[last].tokens.upperBound
    guard !stretch.isEmpty else { return }
    var count = siftPlaces(stretch, &notes)
    count = expand(notes.places, count, into: &notes.candidates)
    count = siftCandidates(&notes.candidates, count)
    var block = first
    for candidate in notes.candidates[..<count] {
      let record = pairs[Int(candidate.record)]
      let token = candidate.anchorToken(record)
      while token >= self.blocks[block].tokens.upperBound { block += 1 }
      let anchor = record.anchor
      let isTrial =
        !record.asksMore
        || reader.mayBe(
          anchors[anchor].surroundings, around: token, in: self.blocks[block].tokens)
      if isTrial { trials.append(Trial(anchor: anchor, token: token, block: block)) }
    }
  }
}

// MARK: - Without a branch

extension TrialFinder {
  /// Notes the places of the tokens of a stretch that have a role, and returns how many these are:
  /// a token that finds its anchor alone, and one with a neighbour if the filter has the two, as it
  /// has one of twenty that no anchor has.
  ///
  /// A place is always written, and only counted if it is one.
  private func siftPlaces(_ stretch: Range<Int>, _ notes: inout Notes) -> Int {
    var next = notes.seen
    while next < anchorTokens.count, anchorTokens[next].token < stretch.lowerBound { next += 1 }
    // Two pairs and the token alone.
    let needed = 3 * min(anchorTokens.count - next, stretch.count) + 1
    if notes.places.count < needed {
      // As much as any other stretch of the article will need, but for those of one long block.
      let room = 3 * min(Self.stretch, anchorTokens.count)
      notes.places = Array(filledWith: Place(0, isPair: 0), count: max(needed, room))
    }
    let (anchorTokens, tokens, filter) = (anchorTokens.span, tokens.span, pairFilter)
    var places = notes.places.mutableSpan
    var count = 0
    var last = AnchorToken()
    while next < anchorTokens.count, anchorTokens[next].token < stretch.upperBound {
      let (token, roles) = (anchorTokens[next].token, UInt64(anchorTokens[next].roles))
      let hasPrevious = token > stretch.lowerBound ? 1 : 0
      let hasNext = token &+ 1 < stretch.upperBound ? 1 : 0
      let own = tokens[token]
      let (previous, following) = (tokens[token &- hasPrevious], tokens[token &+ hasNext])
      // Behind a quotation mark the token that counts is still to be found.
      let withPrevious =
        Self.has(TokenPair(previous.word, own.word), filter) | Self.isQuote(previous)
      let withNext =
        Self.has(TokenPair(own.word, following.word), filter) | Self.isQuote(following)
      // Either of two may find the other; where both do, the first has.
      let isFound = last.token &+ 1 == token ? UInt64(last.roles) &>> 1 : 0
      last = anchorTokens[next]
      places[count] = Place(token &- 1, isPair: 1)
      count &+= Int(truncatingIfNeeded: roles &>> 2 & ~isFound & withPrevious) & hasPrevious
      places[count] = Place(token, isPair: 0)
      count &+= Int(truncatingIfNeeded: roles & UInt64(AnchorRoles.alone.rawValue))
      places[count] = Place(token, isPair: 1)
      count &+= Int(truncatingIfNeeded: roles &>> 1 & withNext) & hasNext
      next &+= 1
    }
    notes.seen = next
    return count
  }

  /// Notes the records of the places as candidates, and returns how many these are.
  private func expand(
    _ places: [Place], _ count: Int, into candidates: inout [Candidate]
  ) -> Int {
    var (next, noted) = (0, 0)
    while true {
      next = expand(places, next..<count, into: &candidates, &noted)
      if next == count { return noted }
      candidates += repeatElement(Candidate(), count: candidates.count + 64)
    }
  }

  /// Does so until there may be no more room, and returns the place to go on at.
  private func expand(
    _ places: [Place], _ range: Range<Int>, into candidates: inout [Candidate], _ count: inout Int
  ) -> Int {
    let (tokens, places, pairs) = (tokens.span, places.span, pairs)
    let (starts, ranks, filter) = (pairStarts, pairRanks, pairFilter)
    var candidates = candidates.mutableSpan
    var noted = count
    defer { count = noted }
    for next in range {
      var (first, second) = (places[next].first, places[next].second)
      if Self.isQuote(tokens[first]) | Self.isQuote(tokens[second]) == 1 {
        guard let pair = pairBesideQuotes(first) else { continue }
        (first, second) = pair
      }
      let bit = TokenPair(
        tokens[first].word, tokens[second].word, isPair: places[next].isPair
      ).filterBit
      let number = bit &>> 6
      let below = filter[number] & (1 &<< UInt64(truncatingIfNeeded: bit & 63) &- 1)
      let rank = Int(ranks[number]) &+ below.nonzeroBitCount
      let others = pairs[rank].hasOthers ? Int(starts[rank])..<Int(starts[rank &+ 1]) : 0..<0
      guard candidates.count &- noted > others.count else { return next }
      var candidate = Candidate(
        record: UInt32(truncatingIfNeeded: rank), first: UInt32(truncatingIfNeeded: first),
        second: UInt32(truncatingIfNeeded: second))
      candidates[noted] = candidate
      noted &+= 1
      for index in others {
        candidate.record = UInt32(truncatingIfNeeded: index)
        candidates[noted] = candidate
        noted &+= 1
      }
    }
    return range.upperBound
  }

  /// Keeps the candidates whose pair is there and whose first condition is met, or may be behind
  /// quotation marks; and returns how many these are.
  private func siftCandidates(_ candidates: inout [Candidate], _ count: Int) -> Int {
    let tokens = tokens.span
    let (pairs, filter) = (pairs, reader.conditionFilter)
    var candidates = candidates.mutableSpan
    var kept = 0
    for index in 0..<count {
      let candidate = candidates[index]
      let record = pairs[Int(candidate.record)]
      let (first, second) = (Int(candidate.first), Int(candidate.second))
      let pair = TokenPair(
        tokens[first].word, tokens[second].word, isPair: second == first ? 0 : 1)
      let isThere: UInt64 = pair == record.pair ? 1 : 0
      let asked = candidate.anchorToken(record) &+ record.offset
      guard UInt(bitPattern: asked) < UInt(bitPattern: tokens.count) else { continue }
      // The token between where there is one, and else one that is looked at anyhow.
      let between = asked &- record.offset &>> 1
      let isMarked = Self.isQuote(tokens[between]) | Self.isQuote(tokens[asked])
      let asksForMark: UInt64 = record.condition.traits.contains(.marked) ? 1 : 0
      let fits = StepReader.fits(tokens[asked], record.condition, filter) & ~asksForMark
      candidates[kept] = candidate
      kept &+= Int(truncatingIfNeeded: isThere & (isMarked | fits))
    }
    return kept
  }

  @inline(__always)
  private static func isQuote(_ token: PatternToken) -> UInt64 { UInt64(token.nature.quoteBit) }

  /// Returns the pair with quotation marks between; nil where the filter does not have it.
  private func pairBesideQuotes(_ index: Int) -> (first: Int, second: Int)? {
    guard let (first, second) = wordsBesideQuotes(index) else { return nil }
    let pair = TokenPair(tokens[first].word, tokens[second].word)
    return Self.has(pair, pairFilter) == 1 ? (first, second) : nil
  }

  /// Returns one where a filter has a pair, and else zero.
  @inline(__always)
  private static func has(_ pair: TokenPair, _ filter: Table<UInt64>) -> UInt64 {
    let bit = pair.filterBit
    return filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1
  }

  /// Returns the words on both sides of quotation marks, of which the first is at an index or
  /// behind it; nil where the block starts or ends with them.
  ///
  /// Where both words find the pair, it is found twice: what matches twice counts once.
  private func wordsBesideQuotes(_ index: Int) -> (first: Int, second: Int)? {
    var (first, second) = (index, index + 1)
    while tokens[first].kind == .quote {
      guard !tokens[first].flags.contains(.blockStart) else { return nil }
      first -= 1
    }
    while second < tokens.count, !tokens[second].flags.contains(.blockStart) {
      if tokens[second].kind != .quote { return (first, second) }
      second += 1
    }
    return nil
  }
}

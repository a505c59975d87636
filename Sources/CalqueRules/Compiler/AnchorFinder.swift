internal import CalqueText

/// Finds the words or marks by which a pattern is found: the rarest that no match can do without.
///
/// The cost of a candidate is the sum of its words' frequencies, that is how often the pattern will
/// be tried; many rare words together may be worse than one that is fairly frequent.
struct AnchorFinder {
  /// A token that a pattern names.
  enum NamedToken: Hashable {
    case word(String)
    case mark(Unicode.Scalar)

    /// How it is written, case and composition folded.
    var text: String {
      switch self {
      case .word(let word): Lexicon.fold(word)
      case .mark(let scalar): String(scalar)
      }
    }

    /// Hash of the word in any case (``CalqueText/WordHash``), or the mark's scalar.
    var hash: UInt64 {
      switch self {
      case .word(let word): WordHash.of(word)
      case .mark(let scalar): UInt64(scalar.value)
      }
    }
  }

  /// A token with the number of tokens that may stand before it in the pattern.
  struct Place: Hashable {
    let token: NamedToken
    var leastBefore: Int
    var mostBefore: Int

    var reach: AnchorReach { AnchorReach(least: UInt32(leastBefore), most: UInt32(mostBefore)) }
  }

  let lexicon: Lexicon

  /// Returns the places of the best anchor; nil where every part of the pattern may be missing or
  /// is known by its look only.
  func places(of nodes: [PatternNode]) -> [Place]? {
    candidate(for: nodes).map { merged($0.places) }
  }

  /// Returns the least and the greatest number of tokens that elements take, quotation marks apart.
  func extent(of nodes: [PatternNode]) -> (least: Int, most: Int) {
    nodes.reduce((0, 0)) { sum, node in
      let extent = extent(of: node)
      return (sum.0 + extent.least, sum.1 + extent.most)
    }
  }

  /// Words that one match has one of.
  private struct Candidate {
    var places: [Place]
    var cost: Int

    init(_ places: [Place], _ lexicon: Lexicon) {
      self.places = places
      // What stands in several alternatives is looked for once.
      cost = Set(places.map(\.token.hash)).reduce(0) { $0 + lexicon.frequency(of: $1) }
    }

    /// Whether this candidate should be taken before another.
    func isBetter(than other: Candidate) -> Bool {
      (cost, places.count, spread) < (other.cost, other.places.count, other.spread)
    }

    private var spread: Int { places.map { $0.mostBefore - $0.leastBefore }.max() ?? 0 }
  }

  private func candidate(for nodes: [PatternNode]) -> Candidate? {
    var best: Candidate?
    var before = (least: 0, most: 0)
    for node in nodes {
      if !node.isOptional, var candidate = candidate(for: node) {
        for index in candidate.places.indices {
          candidate.places[index].leastBefore += before.least
          candidate.places[index].mostBefore += before.most
        }
        if best.map(candidate.isBetter) ?? true { best = candidate }
      }
      let extent = extent(of: node)
      before = (before.least + extent.least, before.most + extent.most)
    }
    return best
  }

  private func candidate(for node: PatternNode) -> Candidate? {
    switch node.kind {
    case .word(let word), .exact(let word): words([word])
    case .inflected(let word, _): words(lexicon.inflector.forms(of: word).map(\.word))
    case .group(let alternatives, _): alternative(of: alternatives.map(candidate))
    case .wordClass(let name, _): candidate(forClass: name)
    case .punctuation(let scalar): tokens([.mark(scalar)])
    case .gap, .quote, .sentenceStart, .sentenceEnd, .reportStart, .reportEnd: nil
    }
  }

  private func candidate(forClass name: String) -> Candidate? {
    guard BuiltInClass(rawValue: name) == nil, let index = lexicon.index(of: name) else {
      return nil
    }
    let list = lexicon.lists[index]
    let single = list.words.isEmpty ? [] : [words(list.words)]
    return alternative(of: single + list.phrases.map(candidate))
  }

  private func words(_ words: [String]) -> Candidate { tokens(words.map(NamedToken.word)) }

  private func tokens(_ tokens: [NamedToken]) -> Candidate {
    Candidate(tokens.map { Place(token: $0, leastBefore: 0, mostBefore: 0) }, lexicon)
  }

  /// Joins the candidates of alternatives; nil where one of them has none.
  private func alternative(of candidates: [Candidate?]) -> Candidate? {
    let known = candidates.compactMap { $0 }
    guard !candidates.isEmpty, known.count == candidates.count else { return nil }
    return Candidate(known.flatMap(\.places), lexicon)
  }

  private func extent(of node: PatternNode) -> (least: Int, most: Int) {
    let extent: (least: Int, most: Int) =
      switch node.kind {
      case .word, .exact, .inflected, .punctuation: (1, 1)
      case .quote, .sentenceStart, .sentenceEnd, .reportStart, .reportEnd: (0, 0)
      case .gap(let count, _): (0, count)
      case .group(let alternatives, _): widest(alternatives.map(extent))
      case .wordClass(let name, _): extent(ofClass: name)
      }
    return node.isOptional ? (0, extent.most) : extent
  }

  private func extent(ofClass name: String) -> (least: Int, most: Int) {
    if BuiltInClass(rawValue: name) == .name {
      return (1, 1 + (BuiltInClass.longestName - 1) * (1 + BuiltInClass.mostParticles))
    }
    let listName = name == BuiltInClass.number.rawValue ? BuiltInClass.numberList : name
    guard let index = lexicon.index(of: listName) else { return (1, 1) }
    let list = lexicon.lists[index]
    let hasSingle = !list.words.isEmpty || listName != name
    return widest((hasSingle ? [(1, 1)] : []) + list.phrases.map(extent))
  }

  private func widest(_ extents: [(least: Int, most: Int)]) -> (least: Int, most: Int) {
    (extents.map(\.least).min() ?? 0, extents.map(\.most).max() ?? 0)
  }

  /// Joins the places of equal words where their distances touch, in the order of the words.
  private func merged(_ places: [Place]) -> [Place] {
    let sorted = places.map { (text: $0.token.text, place: $0) }.sorted { one, other in
      (one.text, one.place.leastBefore, one.place.mostBefore)
        < (other.text, other.place.leastBefore, other.place.mostBefore)
    }
    var merged: [Place] = []
    for (text, place) in sorted {
      if let last = merged.last, last.token.text == text, place.leastBefore <= last.mostBefore + 1 {
        merged[merged.count - 1].mostBefore = max(last.mostBefore, place.mostBefore)
      } else {
        merged.append(place)
      }
    }
    return merged
  }
}

internal import CalqueRules
internal import CalqueText

/// Tries a program's patterns where their anchor words stand in an article.
///
/// One pass over the words: a word that anchors nothing costs one look-up, so the time of a scan
/// hardly depends on the number of rules.
struct RuleScanner {
  /// What a scan found.
  struct Result {
    /// Matches of rules, by rule.
    var matches: [Int: [Match]] = [:]
    /// The first match of each condition's probe (`needs`), in tokens.
    var seen: [Int: Range<Int>] = [:]
    /// Signs of source languages, each with the first tokens that have its wording.
    var signs: [Sign: Range<Int>] = [:]
    /// Thousandths by index of the sign, all its wordings together.
    var signWeights: [Int: Int] = [:]
  }

  /// A sign of a source language at one wording.
  struct Sign: Hashable {
    let evidence: Int
    let wording: UInt64
  }

  private let article: Article
  private let program: RuleProgram
  private let isOn: [Bool]
  private var matcher: PatternMatcher
  private var result = Result()
  /// Weight of the signs so far, by pack: once it is enough, no more are looked for.
  private var weights: [Int]

  /// Creates a scanner.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - isOn: For each rule of the program, whether it may report.
  init(_ article: Article, isOn: [Bool]) {
    self.article = article
    program = article.program
    self.isOn = isOn
    matcher = PatternMatcher(article)
    weights = Array(repeating: 0, count: article.program.packs.count)
  }

  /// Scans the article.
  mutating func scan() -> Result {
    guard !program.anchors.isEmpty else { return result }
    for block in article.document.blocks where block.kind != .tail { scan(block.tokens) }
    return result
  }

  private mutating func scan(_ block: Range<Int>) {
    let (tokens, words) = (article.tokens, article.words)
    let (starts, filter) = (program.anchorStarts, program.pairFilter)
    var before = Neighbour(word: 0)
    var tokenBefore = block.lowerBound
    for token in block {
      let word = words[token]
      if word == 0, tokens[token].kind == .quote { continue }
      let here = word != 0 ? Neighbour(word: word) : Neighbour(tokens[token])
      let bit = Neighbour.filterBit(of: before, before: here)
      if filter[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 {
        tryPairs(
          before, at: tokenBefore, here, at: token, Neighbour.run(ofFilterBit: bit), in: block)
      }
      for index in Int(starts[Int(word)])..<Int(starts[Int(word) + 1]) {
        tryPattern(program.anchors[index], at: token, in: block)
      }
      (before, tokenBefore) = (here, token)
    }
  }

  /// Tries the patterns that two tokens side by side anchor together.
  private mutating func tryPairs(
    _ first: Neighbour, at firstToken: Int, _ second: Neighbour, at secondToken: Int, _ run: Int,
    in block: Range<Int>
  ) {
    for index in Int(program.pairStarts[run])..<Int(program.pairStarts[run + 1]) {
      let pair = program.pairs[index]
      guard pair.first == first.bits, pair.second == second.bits else { continue }
      let token = pair.isSecond == 1 ? secondToken : firstToken
      tryPattern(program.anchors[Int(pair.anchor)], at: token, in: block)
    }
  }

  /// Tells whether a match of a pattern would change anything.
  private func isWanted(_ pattern: Pattern) -> Bool {
    let owner = Int(pattern.owner)
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding: return isOn[owner]
    case .probe: return result.seen[owner] == nil
    case .evidence: return weights[Int(program.evidence[owner].pack)] < LanguageEvidence.certain
    case .exception, nil: return false
    }
  }

  /// Tries a pattern at each place from which it could reach its anchor, the nearest first.
  private mutating func tryPattern(_ anchor: Anchor, at token: Int, in block: Range<Int>) {
    let reader = matcher.reader
    guard reader.mayBe(anchor.surroundings, around: token, in: block) else { return }
    let pattern = program.patterns[Int(anchor.pattern)]
    guard isWanted(pattern) else { return }
    var start = token
    var distance = 0
    var found: Match?
    while true {
      if distance >= Int(anchor.leastBefore) {
        let first = reader.firstMark(before: start, in: block)
        if reader.mayStart(pattern.start, at: start, from: first, in: block),
          matcher.matches(pattern, at: first, in: block), matcher.end > token
        {
          found = Match(matcher, Int(anchor.pattern), of: program, from: first)
        }
      }
      guard distance < Int(anchor.mostBefore),
        let before = reader.word(before: start, in: block)
      else {
        break
      }
      start = before
      distance += 1
    }
    // Of several starts the farthest makes the longest match.
    if let found { record(found, pattern) }
  }

  private mutating func record(_ match: Match, _ pattern: Pattern) {
    let owner = Int(pattern.owner)
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding:
      guard !result.matches[owner, default: []].contains(where: { $0.whole == match.whole }) else {
        return
      }
      result.matches[owner, default: []].append(match)
    case .probe:
      if result.seen[owner] == nil { result.seen[owner] = match.report }
    case .evidence:
      let wording = PhraseHash.of(article.tokens[match.report])
      let sign = Sign(evidence: owner, wording: wording)
      guard result.signs[sign] == nil else { return }
      result.signs[sign] = match.report
      let record = program.evidence[owner]
      let before = result.signWeights[owner, default: 0]
      let weight = min(before + Int(record.weight), Int(record.most))
      result.signWeights[owner] = weight
      weights[Int(record.pack)] += weight - before
    case .exception, nil:
      break
    }
  }
}

// MARK: - Exceptions

extension RuleScanner {
  /// How many tokens before and after a match an exception may start.
  private static let exceptionReach = 12

  /// Tells whether an exception of the rule matches near the match, in the same sentence.
  mutating func isExcepted(_ match: Match, of rule: Rule) -> Bool {
    guard rule.exceptions.start < rule.exceptions.end else { return false }
    let document = article.document
    let block = document.blocks[document.block(ofToken: match.whole.lowerBound)].tokens
    let sentence = document.sentences[document.sentence(ofToken: match.whole.lowerBound)].tokens
    // A match that starts with a mark may start in the sentence before.
    let first = max(sentence.lowerBound, match.whole.lowerBound - Self.exceptionReach)
    let last = min(
      max(sentence.upperBound, match.whole.upperBound),
      match.whole.upperBound + Self.exceptionReach)
    for index in rule.exceptions.indices {
      let pattern = program.patterns[index]
      for start in first..<last where matcher.matches(pattern, at: start, in: block) {
        return true
      }
    }
    return false
  }
}

extension Neighbour {
  /// Makes a neighbour of a token that is no word of a rule.
  fileprivate init(_ token: Token) {
    self = token.isWordLike ? Neighbour(word: 0) : Neighbour(mark: token.hash)
  }
}

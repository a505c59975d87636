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
    /// Signs of source languages, each with the hash of the words that matched.
    var signs: Set<Sign> = []
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
    let (neighbours, starts) = (program.anchorNeighbours, program.anchorStarts)
    var before = WordMask.unknown
    var token = block.lowerBound
    while token < block.upperBound {
      var next = token + 1
      while next < block.upperBound, tokens[next].kind == .quote { next += 1 }
      let word = Int(words[token])
      if starts[word] != starts[word + 1] {
        let after =
          next < block.upperBound ? WordMask.of(tokens[next], words[next]) : WordMask.unknown
        let around = UInt64(before) << 32 | UInt64(after)
        for index in Int(starts[word])..<Int(starts[word + 1]) {
          let common = neighbours[index] & around
          guard common >> 32 != 0, common & 0xFFFF_FFFF != 0 else { continue }
          tryPattern(program.anchors[index], at: token, in: block)
        }
      }
      if tokens[token].kind != .quote { before = WordMask.of(tokens[token], words[token]) }
      token = next
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
    let pattern = program.patterns[Int(anchor.pattern)]
    guard isWanted(pattern) else { return }
    var start = token
    var distance = 0
    var found: Match?
    while true {
      if distance >= Int(anchor.leastBefore) {
        let first = startPastOpenMarks(start, in: block)
        if matcher.matches(pattern, at: first, in: block), matcher.end > token {
          found = Match(matcher, Int(anchor.pattern), of: program, from: first)
        }
      }
      guard distance < Int(anchor.mostBefore), let before = previous(start, in: block) else {
        break
      }
      start = before
      distance += 1
    }
    // Of several starts the farthest makes the longest match.
    if let found { record(found, pattern) }
  }

  /// Returns the token before, past quotation marks.
  private func previous(_ token: Int, in block: Range<Int>) -> Int? {
    var index = token
    while index > block.lowerBound {
      index -= 1
      if article.tokens[index].kind != .quote { return index }
    }
    return nil
  }

  /// Returns the first of the quotation marks directly before a token: a pattern may name them.
  private func startPastOpenMarks(_ token: Int, in block: Range<Int>) -> Int {
    var index = token
    while index > block.lowerBound, article.tokens[index - 1].kind == .quote { index -= 1 }
    return index
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
      guard result.signs.insert(Sign(evidence: owner, wording: wording)).inserted else { return }
      let sign = program.evidence[owner]
      weights[Int(sign.pack)] += Int(sign.weight)
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

extension WordMask {
  /// Returns the set that has only a token in it.
  fileprivate static func of(_ token: Token, _ word: WordID) -> UInt32 {
    token.isWordLike ? of(word: word) : of(mark: token.hash)
  }
}

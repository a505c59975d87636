internal import CalqueRules
internal import CalqueText

/// Tries a program's patterns where they may match in an article.
struct RuleScanner {
  /// What a scan found.
  struct Result {
    /// Matches of rules, rule by rule.
    var matches: [RuleMatches] = []
    /// Signs of source languages that add to its weight, each with the first tokens that have its
    /// wording.
    var signs: [Sign] = []
    /// Thousandths by index of the sign, all its wordings together; zero for one that was not seen.
    var signWeights: [Int]
  }

  /// The matches of a rule, by its index.
  struct RuleMatches {
    let rule: Int
    var matches: [Match]
  }

  /// A match of a rule, by its index.
  private struct RuleMatch {
    let rule: Int
    let match: Match
  }

  /// A sign of a source language at one wording.
  struct Sign {
    let evidence: Int
    let wording: UInt64
    let tokens: Range<Int>
  }

  private let article: Article
  private let patterns: Table<Pattern>
  private let evidence: Table<Evidence>
  private let isOn: [Bool]
  private var matcher: PatternMatcher
  private var result: Result
  /// Matches in the order in which they were found.
  private var found: [RuleMatch] = []
  /// Weight of the signs so far, by pack: once it is enough, no more are looked for.
  private var weights: [Int]

  /// Creates a scanner.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - isOn: For each rule of the program, whether it may report.
  init(_ article: Article, isOn: [Bool]) {
    self.article = article
    patterns = article.program.patterns
    evidence = article.program.evidence
    self.isOn = isOn
    matcher = PatternMatcher(article)
    result = Result(signWeights: Array(filledWith: 0, count: evidence.count))
    weights = Array(filledWith: 0, count: article.program.packs.count)
  }

  /// Scans the article.
  mutating func scan() -> Result {
    let anchors = article.program.anchors
    guard !anchors.isEmpty else { return result }
    let reader = matcher.reader
    let blocks = article.document.blocks
    let finder = TrialFinder(article, reader)
    var notes = TrialFinder.Notes()
    var trials: [TrialFinder.Trial] = []
    trials.reserveCapacity(64)
    var next = 0
    while next < blocks.count {
      let first = next
      next = end(ofStretchFrom: first, blocks)
      finder.find(in: first..<next, &notes, into: &trials)
      for trial in trials {
        let anchor = anchors[trial.anchor]
        let (pattern, block) = (patterns[Int(anchor.pattern)], blocks[trial.block])
        guard isWanted(pattern, in: block) else { continue }
        let match = matcher.match(
          of: Int(anchor.pattern), anchor.reach, around: trial.token, in: block.tokens)
        if let match { record(match, pattern) }
      }
      trials.removeAll(keepingCapacity: true)
    }
    result.matches = matchesByRule()
    return result
  }

  /// Returns the end of the blocks, from one on, that are looked through together.
  private func end(ofStretchFrom first: Int, _ blocks: [Block]) -> Int {
    var end = first
    while end < blocks.count,
      blocks[end].tokens.upperBound - blocks[first].tokens.lowerBound <= TrialFinder.stretch
        || end == first
    {
      end += 1
    }
    return end
  }

  /// Tells whether a match of a pattern would change anything.
  ///
  /// What the page has below the article says nothing of it, but to rules that are about that.
  private func isWanted(_ pattern: Pattern, in block: Block) -> Bool {
    let owner = Int(pattern.owner)
    if block.kind == .tail {
      return pattern.role == Pattern.Role.finding.rawValue && isOn[owner]
        && article.program.rules[owner].coversTail == 1
    }
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding: return isOn[owner]
    case .evidence: return weights[Int(evidence[owner].pack)] < LanguageEvidence.certain
    case .probe, .exception, nil: return false
    }
  }

  private mutating func record(_ match: Match, _ pattern: Pattern) {
    let owner = Int(pattern.owner)
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding:
      found.append(RuleMatch(rule: owner, match: match))
    case .evidence:
      let wording = PhraseHash.of(article.tokens[match.report])
      let record = evidence[owner]
      let before = result.signWeights[owner]
      let weight = min(before + Int(record.weight), Int(record.most))
      // So there are few, however long the text.
      guard weight > before,
        !result.signs.contains(where: { $0.evidence == owner && $0.wording == wording })
      else { return }
      result.signs.append(Sign(evidence: owner, wording: wording, tokens: match.report))
      result.signWeights[owner] = weight
      weights[Int(record.pack)] += weight - before
    case .probe, .exception, nil:
      break
    }
  }

  /// Puts the matches of each rule together.
  private func matchesByRule() -> [RuleMatches] {
    // A closure that saw `self` would copy the scanner, with all that it holds.
    let found = self.found
    let inOrder = found.indices.sorted { (found[$0].rule, $0) < (found[$1].rule, $1) }
    var byRule: [RuleMatches] = []
    for index in inOrder {
      let rule = found[index].rule
      if byRule.last?.rule != rule { byRule.append(RuleMatches(rule: rule, matches: [])) }
      Self.add(found[index].match, to: &byRule[byRule.count - 1].matches)
    }
    return byRule
  }

  /// Adds a match of a rule, of several that are the same place the first.
  private static func add(_ match: Match, to matches: inout [Match]) {
    // Anchors come in the order of the text, and none is farther from the start of its match.
    let near = match.whole.lowerBound - 2 * PatternMatcher.longestMatch
    for other in matches.reversed() {
      if other.whole == match.whole { return }
      if other.whole.lowerBound < near { break }
    }
    matches.append(match)
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
    let reader = matcher.reader
    for index in rule.exceptions.indices {
      let pattern = patterns[index]
      for start in first..<last
      where reader.mayStart(pattern, at: reader.pastQuotes(start, in: block), in: block)
        && matcher.matches(pattern, at: start, in: block)
      {
        return true
      }
    }
    return false
  }
}

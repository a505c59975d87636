internal import CalqueRules

extension PatternMatcher {
  /// Tries a pattern at each place from which it could reach a token that anchors it, the nearest
  /// first.
  ///
  /// - Parameters:
  ///   - index: Index of the pattern.
  ///   - reach: How far the token may be from the start of the pattern.
  ///   - token: Index of the token.
  ///   - block: The tokens of its block.
  /// - Returns: The longest match, that of the farthest place; nil where there is none.
  mutating func match(
    of index: Int, _ reach: AnchorReach, around token: Int, in block: Range<Int>
  ) -> Match? {
    let pattern = patterns[index]
    var start = token
    var distance = 0
    var found: Match?
    while true {
      if distance >= Int(reach.least), reader.mayStart(pattern, at: start, in: block) {
        let first = reader.firstMark(before: start, in: block)
        if matches(pattern, at: first, in: block), end > token {
          found = Match(
            self, (index, pattern), formSets: formSets[pattern.inflectedForms.indices], from: first,
            keepsParts: pattern.role == Pattern.Role.finding.rawValue)
        }
      }
      guard distance < Int(reach.most), let before = reader.word(before: start, in: block) else {
        return found
      }
      start = before
      distance += 1
    }
  }
}

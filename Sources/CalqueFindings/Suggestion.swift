internal import CalqueText

/// “Did you mean”: the known name that a mistyped one is nearest to.
public enum Suggestion {
  /// Returns the name nearest to `word`, the first of those equally near; nil where none is near.
  ///
  /// Near is one change for every three characters, at least one: a character put in, left out,
  /// replaced or exchanged with its neighbour, letters compared without case. O(names × length²).
  public static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(name.lowercased().unicodeScalars)
      let limit = max(1, min(wanted.count, candidate.count) / 3)
      guard let distance = EditDistance.between(wanted, candidate, limit: limit) else { continue }
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }
}

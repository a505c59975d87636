internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A name that the article writes with its accents and without: `Álvarez` and `Alvarez`.
///
/// The place without is reported, or the one with where it stands once among many. Of a name that has accents in two
/// ways the first one counts; names with a hyphen or an apostrophe are left, and first names, which two people share.
struct AccentDrift: Check {
  /// Letters of the shortest name: shorter ones are initials and particles.
  private static let leastLength = 4
  /// Places without accents beside which one with them is the slip.
  private static let many = 3

  private let words: WordTable
  private let particles: WordList

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
    particles = setup.lexicon.list("foreign-particle")
  }

  func faults(in article: Article) -> [Fault] {
    let accented = article.rare.accentedWords
    // Each spelling is looked at once, and each name without its accents: time stays linear.
    var spellings = FirstPlaces(capacity: accented.count)
    var names = FirstPlaces(capacity: accented.count)
    return accented.compactMap { index in
      let token = article.tokens[index]
      guard token.kind == .word, token.flags.contains(.capitalized),
        token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .initialism, .link]),
        spellings.note(index, for: token.hash) == nil, let plain = plainHash(of: token, article),
        names.note(index, for: plain) == nil
      else { return nil }
      return fault(
        accented: places(of: token.hash, article), plain: places(of: plain, article), article)
    }
  }

  /// Returns the fault of a name that is written in both ways.
  private func fault(accented: [Int], plain: [Int], _ article: Article) -> Fault? {
    guard let firstAccented = accented.first, let firstPlain = plain.first,
      !areOthers(firstAccented, firstPlain, article)
    else { return nil }
    return accented.count == 1 && plain.count >= Self.many
      ? describe(accented, as: firstPlain, article) : describe(plain, as: firstAccented, article)
  }

  /// Tells whether other names follow both: `José Ramírez` and `Jose Canseco` are two people.
  private func areOthers(_ one: Int, _ other: Int, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(one), let otherNext = article.tokenAfter(other) else {
      return false
    }
    let (first, second) = (article.tokens[next], article.tokens[otherNext])
    return first.kind == .word && second.kind == .word && first.flags.contains(.capitalized)
      && second.flags.contains(.capitalized) && first.hash != second.hash
  }

  /// Returns the hash of a name without its accents; nil where it has none, or letters of another kind, or where
  /// it would be a word: `Hôtel` and `hotel`.
  private func plainHash(of token: Token, _ article: Article) -> UInt64? {
    var letters: [UInt8] = []
    for scalar in article.string(token.range).unicodeScalars {
      if Scalars.kind(of: scalar.value) == .mark { continue }
      let base = Scalars.base(of: scalar.value)
      guard let letter = UInt8(exactly: base), (0x61...0x7A).contains(letter | 0x20) else {
        return nil
      }
      letters.append(letter | 0x20)
    }
    let hash = WordHash.of(folded: letters)
    return letters.count >= Self.leastLength && hash != token.hash
      && words.rank(of: hash) != .common
      ? hash : nil
  }

  /// Returns the places at which a word is a name, and none of another language: `Université du Québec`.
  private func places(of hash: UInt64, _ article: Article) -> [Int] {
    article.wordIndex.places(of: hash).filter { index in
      let flags = article.tokens[index].flags
      return flags.contains(.capitalized) && flags.isDisjoint(with: [.allCapitals, .link])
        && !(article.tokenBefore(index).map { article.token($0, isIn: particles) } ?? false)
    }
  }

  private func describe(_ places: [Int], as usual: Int, _ article: Article) -> Fault {
    let range = article.tokens[places[0]].range
    let spelling = article.string(article.tokens[usual].range)
    return Fault(
      range, values: ["name": article.string(range), "usual": spelling],
      related: [
        .init(range: article.tokens[usual].range, note: "elsewhere the name is “\(spelling)”")
      ],
      fixes: [
        Fix(
          summary: "write “\(spelling)”",
          edits: places.map { Edit(range: article.tokens[$0].range, replacement: spelling) },
          safety: .review)
      ])
  }
}

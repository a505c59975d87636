internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A name that the article writes with its accents and without: `Álvarez` and `Alvarez`.
///
/// The places without are reported, or the one with where it stands once among many. Of a name that
/// has accents in two ways the first one counts. Names with a hyphen or an apostrophe are left,
/// countries, which English writes without accents in other names than `Club América`, and first
/// names that two people share.
struct AccentDrift: Check {
  /// Letters of the shortest name: shorter ones are initials and particles.
  private static let leastLength = 4
  /// Places without accents beside which one with them is the slip.
  private static let many = 3

  private static let america = WordHash.of("america")

  private let words: WordTable
  private let lexicon: Lexicon
  private let countries: WordList
  private let particles: WordList

  init(_ setup: CheckSetup) {
    lexicon = setup.lexicon
    words = lexicon.words
    countries = lexicon.list("country")
    particles = lexicon.list("foreign-particle")
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
    let plain = withoutOthers(plain, accented, article)
    guard let firstAccented = accented.first, let firstPlain = plain.first else { return nil }
    return accented.count == 1 && plain.count >= Self.many
      ? describe(accented, as: firstPlain, article) : describe(plain, as: firstAccented, article)
  }

  /// Returns the places without accents but for those of somebody else: `Jose Canseco` is not
  /// `José Ramírez`, and where he stands, too, nobody can tell who `Jose` is.
  ///
  /// O(places).
  private func withoutOthers(_ plain: [Int], _ accented: [Int], _ article: Article) -> [Int] {
    let nextNames = plain.map { nameAfter($0, article) }
    guard nextNames.contains(where: { $0 != nil }) else { return plain }
    var known = FirstPlaces(capacity: accented.count)
    for place in accented {
      if let name = nameAfter(place, article) { known.note(place, for: name) }
    }
    let areOthers = nextNames.contains { name in name.map { known[$0] == nil } ?? false }
    return zip(plain, nextNames).compactMap { place, name in
      (name.map { known[$0] != nil } ?? !areOthers) ? place : nil
    }
  }

  /// Returns the name that follows one, as a hash without its accents; nil where a word follows,
  /// though one with a capital, as in `Bogotá Mayor`.
  private func nameAfter(_ index: Int, _ article: Article) -> UInt64? {
    guard let next = article.tokenAfter(index) else { return nil }
    let token = article.tokens[next]
    guard token.kind == .word, token.flags.contains(.capitalized),
      words.rank(of: token.hash) != .common
    else { return nil }
    // `Gómez’s` is Gómez.
    let name = article.string(token.range).prefix { $0 != "’" && $0 != "'" }
    return plainLetters(of: name).map { WordHash.of(folded: $0) } ?? token.hash
  }

  /// Returns the hash of a name without its accents; nil where it has none, or letters of another
  /// kind, or where it would be a word or a country: `Hôtel` and `hotel`.
  private func plainHash(of token: Token, _ article: Article) -> UInt64? {
    guard let letters = plainLetters(of: article.string(token.range)) else { return nil }
    let hash = WordHash.of(folded: letters)
    return letters.count >= Self.leastLength && hash != token.hash
      && words.rank(of: hash) != .common && hash != Self.america
      && !lexicon.word(hash, isIn: countries)
      ? hash : nil
  }

  /// Returns the small letters of a name without its accents; nil where it has letters that are
  /// none of ASCII without them.
  private func plainLetters(of name: some StringProtocol) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in name.unicodeScalars where !Self.isMark(scalar) {
      if let others = Self.otherLetters(of: scalar) {
        letters += others.utf8
        continue
      }
      let base = scalar.isASCII ? scalar.value : Scalars.base(of: scalar.value)
      guard let letter = UInt8(exactly: base), (0x61...0x7A).contains(letter | 0x20) else {
        return nil
      }
      letters.append(letter | 0x20)
    }
    return letters
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && Scalars.kind(of: scalar.value) == .mark
  }

  /// Returns what English puts for letters that have no accent to be taken off.
  private static func otherLetters(of scalar: Unicode.Scalar) -> String? {
    guard !scalar.isASCII else { return nil }
    return switch scalar {
    case "ð", "Ð", "đ", "Đ": "d"
    case "þ", "Þ": "th"
    case "ø", "Ø": "o"
    case "æ", "Æ": "ae"
    case "ł", "Ł": "l"
    default: nil
    }
  }

  /// Returns the places at which a word is a name, and none of another language: `Université du
  /// Québec`.
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

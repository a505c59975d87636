internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A name that the article spells in two ways, one of them once: `Obrador` and `Obredor`.
struct NameDrift: Check {
  /// Letters of the shortest name that is compared.
  private static let leastLength: UInt32 = 6
  /// Names that are compared with one another, at most, so that time stays linear.
  private static let mostNames = 240

  init(_ setup: CheckSetup) {}

  /// A name and where it stands first.
  private struct Name {
    let token: Int
    /// The first two letters, which two spellings of a name share.
    let start: UInt16
    let length: UInt32
    var count: Int
  }

  func faults(in article: Article) -> [Fault] {
    guard !article.unknownWords.isEmpty else { return [] }
    let names = names(of: article)
    let usual = names.filter { $0.count > 1 }
    var single = names.filter { $0.count == 1 }
    var faults: [Fault] = []
    single.removeAll { name in
      let same = usual.first { $0.start == name.start && isSameName(name, $0, article) }
      if let same { faults.append(describe(name.token, as: same.token, article)) }
      return same != nil
    }
    return faults + slips(of: single, article)
  }

  /// Returns faults for the names that are one slip away from a word with a capital that stands in
  /// the article twice and more, in the dictionary or not.
  private func slips(of single: [Name], _ article: Article) -> [Fault] {
    guard !single.isEmpty else { return [] }
    let (tokens, text) = (article.tokens, article.document.text)
    // Most words share their edges with no name.
    var places = FirstPlaces(capacity: single.count)
    var following = [Int?](repeating: nil, count: single.count)
    for (place, name) in single.enumerated() {
      guard let first = places.note(place, for: Self.edges(tokens[name.token], text)) else {
        continue
      }
      (following[place], following[first]) = (following[first], place)
    }
    var usual = [Int?](repeating: nil, count: single.count)
    for index in article.rare.innerCapitals {
      let token = tokens[index]
      guard token.end - token.start >= Self.leastLength,
        let first = places[Self.edges(token, text)], article.wordIndex.count(of: token.hash) > 1
      else { continue }
      var next: Int? = first
      while let place = next {
        if usual[place] == nil, isSlip(single[place], index, article) { usual[place] = index }
        next = following[place]
      }
    }
    return zip(single, usual).compactMap { name, usual in
      guard let usual, !standTogether(name.token, withAny: usual, article) else { return nil }
      return describe(name.token, as: usual, article)
    }
  }

  /// Returns a key of the letters that a slip leaves: the first one and the last two.
  private static func edges(_ token: Token, _ text: [UInt8]) -> UInt64 {
    let end = Int(token.end)
    let letters =
      UInt64(text[Int(token.start)]) << 16 | UInt64(text[end - 2]) << 8 | UInt64(text[end - 1])
    return letters &* 0x9E37_79B9_7F4A_7C15
  }

  /// Tells whether a name is a slip for the word at `usual`.
  private func isSlip(_ name: Name, _ usual: Int, _ article: Article) -> Bool {
    let token = article.tokens[usual]
    let length = token.end - token.start
    guard length + 1 >= name.length, length <= name.length + 1,
      token.flags.isDisjoint(with: [.hasDigit, .hasSeam, .nonASCII, .initialism]),
      let one = letters(name.token, article), let other = letters(usual, article)
    else { return false }
    return SpellingSlip.lies(between: one, and: other)
  }

  /// Returns the names that no dictionary has, each once, in the order of the text.
  private func names(of article: Article) -> [Name] {
    let capacity = min(Self.mostNames, article.unknownWords.count)
    var known = FirstPlaces(capacity: capacity)
    var found: [Name] = []
    found.reserveCapacity(capacity)
    for index in article.unknownWords {
      let token = article.tokens[index]
      guard token.flags.contains(.capitalized), token.end - token.start >= Self.leastLength,
        token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .hasSeam, .nonASCII, .initialism])
      else { continue }
      if let name = known[token.hash] {
        found[name].count += 1
      } else if found.count < Self.mostNames {
        known.note(found.count, for: token.hash)
        let bytes = article.document.text[token.range.indices.prefix(2)]
        let start = bytes.reduce(0) { $0 << 8 | UInt16($1 | 0x20) }
        found.append(Name(token: index, start: start, length: token.end - token.start, count: 1))
      }
    }
    return found
  }

  /// Returns the letters of a name, small; nil where it has other characters.
  private func letters(_ name: Int, _ article: Article) -> [UInt8]? {
    let bytes = article.document.text[article.tokens[name].range.indices]
    guard bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
    return bytes.map { $0 | 0x20 }
  }

  /// Tells whether two spellings with the same start are of one name: near each other, and neither
  /// a form of the other such as a plural or what people of a place are called.
  private func isSameName(_ name: Name, _ usual: Name, _ article: Article) -> Bool {
    let shorter = min(Int(name.length), Int(usual.length))
    let limit = shorter >= 9 ? 2 : 1
    guard abs(Int(name.length) - Int(usual.length)) <= limit,
      let one = letters(name.token, article), let other = letters(usual.token, article)
    else { return false }
    let common = commonStart(one, other)
    guard limit > 1 || mayBeOneApart(one, other, common: common) else { return false }
    return common < shorter && !differInEndingOnly(one, other, common: common)
      && EditDistance.between(one, other, limit: limit) != nil
      && !standTogether(name.token, usual.token, article)
  }

  /// Tells whether what two spellings with one change between them share at their ends is enough.
  private func mayBeOneApart(_ one: [UInt8], _ other: [UInt8], common: Int) -> Bool {
    var ending = 0
    while ending < min(one.count, other.count),
      one[one.count - 1 - ending] == other[other.count - 1 - ending]
    {
      ending += 1
    }
    return common + ending + 2 >= max(one.count, other.count)
  }

  private func commonStart(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var length = 0
    while length < min(one.count, other.count), one[length] == other[length] { length += 1 }
    return length
  }

  /// Endings carry grammar and gender: `Ivanov` and `Ivanova`, `Slovak` and `Slovac`.
  private func differInEndingOnly(_ one: [UInt8], _ other: [UInt8], common: Int) -> Bool {
    max(one.count, other.count) - common <= 2
  }

  /// Names beside each other are two people of one list, or a family.
  private func standTogether(_ one: Int, _ other: Int, _ article: Article) -> Bool {
    article.document.sentence(ofToken: one) == article.document.sentence(ofToken: other)
  }

  private func standTogether(_ one: Int, withAny other: Int, _ article: Article) -> Bool {
    article.wordIndex.places(of: article.tokens[other].hash).contains {
      standTogether(one, $0, article)
    }
  }

  private func describe(_ name: Int, as usual: Int, _ article: Article) -> Fault {
    let range = article.tokens[name].range
    let spelling = article.string(article.tokens[usual].range)
    return Fault(
      range, values: ["name": article.string(range), "usual": spelling],
      related: [
        .init(range: article.tokens[usual].range, note: "elsewhere the name is “\(spelling)”")
      ],
      fixes: [.writing(spelling, at: range)])
  }
}

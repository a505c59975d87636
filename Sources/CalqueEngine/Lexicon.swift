public import CalqueRules
public import CalqueText

/// The word lists of `Rules/lexicon/`, by name, and the dictionary of `Rules/lexicon/dictionary/`.
public struct Lexicon: Sendable {
  /// English words and names.
  public let words: WordTable

  private let program: RuleProgram
  private let membership: ListMembership

  /// Creates the lexicon of a program.
  public init(_ program: RuleProgram, words: WordTable = WordTable()) {
    self.program = program
    self.words = words
    membership = ListMembership(program)
  }

  /// Returns the list of that name; an empty one where there is none.
  public func list(_ name: String) -> WordList { WordList(program.list(named: name)) }

  /// Returns the lists of some names, to ask of all of them at once.
  public func lists(_ names: [String]) -> WordLists {
    WordLists(names.map(list))
  }

  /// Tells whether a word, by its hash, is in a list.
  ///
  /// O(1). Of a word of the article ask ``Article/token(_:isIn:)``, which has looked it up.
  public func word(_ hash: UInt64, isIn list: WordList) -> Bool {
    membership.contains(program.word(of: hash), in: list)
  }

  /// Returns the list of that name, to ask of whole lines.
  public func phrases(_ name: String) -> PhraseList {
    guard let index = program.list(named: name) else {
      return PhraseList(program.phraseHashes[0..<0])
    }
    return PhraseList(program.phraseHashes[program.lists[index].phrases.indices])
  }
}

/// A lexicon list, to ask of single words whether they are in it.
public struct WordList: Sendable, Hashable {
  /// Which 64 lists of a program it is among.
  @usableFromInline let part: Int
  /// Its bit among them; zero for no list.
  @usableFromInline let bit: UInt64

  init(_ index: Int?) {
    part = (index ?? 0) / 64
    bit = index.map { 1 << UInt64($0 % 64) } ?? 0
  }

  init(part: Int, bit: UInt64) {
    (self.part, self.bit) = (part, bit)
  }
}

/// Some lexicon lists, to ask of single words whether they are in one of them.
public struct WordLists: Sendable, Hashable {
  /// One for all lists of the same part.
  @usableFromInline let masks: [WordList]

  /// Takes some lists together.
  public init(_ lists: [WordList]) {
    var masks: [WordList] = []
    for list in lists where list.bit != 0 {
      if let index = masks.firstIndex(where: { $0.part == list.part }) {
        masks[index] = WordList(part: list.part, bit: masks[index].bit | list.bit)
      } else {
        masks.append(list)
      }
    }
    self.masks = masks
  }
}

/// The entries of a lexicon list, to ask of whole lines.
public struct PhraseList: Sendable {
  /// Hashes of the entries (``CalqueText/PhraseHash``), sorted.
  private let hashes: Slice<Table<UInt64>>
  /// A bit for each hash, by its low bits: most lines are refused without a search.
  private var filter: [UInt64]
  private let filterMask: UInt64

  init(_ hashes: Slice<Table<UInt64>>) {
    self.hashes = hashes
    var count = 1
    // Each hash has 64 bits and more, since a line is asked for several times.
    while count < hashes.count { count *= 2 }
    filter = [UInt64](repeating: 0, count: count)
    filterMask = UInt64(count - 1)
    for hash in hashes { filter[Int(hash &>> 6 & filterMask)] |= 1 &<< hash }
  }

  /// Tells whether the words of a line are an entry, whatever its marks and case.
  ///
  /// O(log entries).
  public func contains(_ line: ArraySlice<Token>) -> Bool {
    contains(PhraseHash.of(line))
  }

  /// Tells whether a line starts with an entry of up to `longest` tokens.
  ///
  /// O(longest × log entries).
  public func containsStart(of line: Range<Int>, in tokens: [Token], longest: Int) -> Bool {
    let start = line.lowerBound..<min(line.lowerBound + longest, line.upperBound)
    // Most lines start with none, which is told without a branch at each token.
    var (hash, mayBeAny) = (PhraseHash.empty, UInt64(0))
    for index in start {
      hash = PhraseHash.adding(tokens[index], to: hash)
      mayBeAny |= mayBe(hash)
    }
    guard mayBeAny != 0 else { return false }
    hash = PhraseHash.empty
    return start.contains { index in
      hash = PhraseHash.adding(tokens[index], to: hash)
      return contains(hash)
    }
  }

  /// Returns one where a hash may be one of the entries, zero where it surely is none.
  private func mayBe(_ hash: UInt64) -> UInt64 { filter[Int(hash &>> 6 & filterMask)] &>> hash & 1 }

  private func contains(_ hash: UInt64) -> Bool {
    guard mayBe(hash) == 1 else { return false }
    var low = hashes.startIndex
    var high = hashes.endIndex
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] == hash { return true }
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return false
  }
}

internal import CalqueText

/// The word lists that patterns may name, and what is known of English words.
struct Lexicon {
  /// One named list.
  struct List {
    let name: String
    /// Entries as written.
    let entries: [String]
    /// All single words in any case, inflections written out.
    var words: [String] = []
    /// Entries of several tokens, or of one in exactly this spelling; the longest first.
    var phrases: [[PatternNode]] = []
  }

  /// Lists that say how words are inflected; their entries are no words to match.
  private static let grammar: Set<String> = [
    "irregular-verbs", "irregular-nouns", "irregular-adjectives",
  ]
  private static let frequencyList = "frequent-words"
  /// Marks that are met more often than most words: among a million tokens of news.
  private static let frequentMarks: KeyValuePairs<Unicode.Scalar, Int> = [
    ",": 45_000, ".": 45_000, ":": 2700, "(": 2400, ")": 2400, "-": 2000, "—": 2000,
    "?": 1000, "$": 1000,
  ]

  /// The lists, sorted by name: their order is that of the program's list bits.
  let lists: [List]
  /// What makes the forms of words.
  let inflector: Inflector
  private let indices: [String: Int]
  /// By the hash of a word, or the scalar of a mark.
  private let frequencies: [UInt64: Int]

  /// Reads word lists; a list of a file stands in the place of the same one of `base`.
  init(_ files: [RuleSource], base: RuleProgram?, log: inout ProblemLog) {
    var entries: [String: [LocatedText]] = [:]
    var paths: [String: String] = [:]
    for file in files {
      for pair in YAMLReader.mapping(of: file, log: &log) {
        let name = pair.key.text
        guard Self.checkName(pair.key, path: file.path, known: paths[name], log: &log) else {
          continue
        }
        entries[name] = Self.entries(of: pair, path: file.path, log: &log)
        paths[name] = file.path
      }
    }
    for list in base?.lists ?? [] {
      guard let base, entries[base.string(list.name)] == nil else { continue }
      entries[base.string(list.name)] = base.strings(list.entries).map {
        LocatedText($0, range: TextRange(0, 0))
      }
    }
    if entries[BuiltInClass.particleList] == nil {
      entries[BuiltInClass.particleList] = BuiltInClass.particles.map {
        LocatedText($0, range: TextRange(0, 0))
      }
    }
    let inflector = Inflector { entries[$0, default: []].map(\.text) }
    self.inflector = inflector
    lists = entries.keys.sorted().map { name in
      ListReader(inflector: inflector, path: paths[name] ?? "")
        .read(name, entries[name, default: []], isGrammar: Self.grammar.contains(name), log: &log)
    }
    indices = Dictionary(uniqueKeysWithValues: lists.enumerated().map { ($1.name, $0) })
    let words = entries[Self.frequencyList, default: []].enumerated().map {
      (WordHash.of($1.text), Self.frequency(ofRank: $0))
    }
    let marks = Self.frequentMarks.map { (UInt64($0.key.value), $0.value) }
    frequencies = Dictionary(words + marks, uniquingKeysWith: max)
  }

  /// Names that `<…>` may hold.
  var classNames: [String] {
    BuiltInClass.allCases.map(\.rawValue) + lists.map(\.name)
  }

  /// The words that most texts are made of, the most frequent first.
  var frequentWords: [String] { index(of: Self.frequencyList).map { lists[$0].words } ?? [] }

  /// Returns the number of a list.
  func index(of name: String) -> Int? { indices[name] }

  /// By Zipf's law, a tenth of all words divided by the rank.
  private static func frequency(ofRank rank: Int) -> Int { 100_000 / (rank + 1) }

  /// Returns how often a word of a hash, or a mark by its scalar, is met among a million, roughly.
  ///
  /// A word that is not in the list of frequent ones counts as the ten thousandth.
  func frequency(of hash: UInt64) -> Int { frequencies[hash] ?? Self.frequency(ofRank: 9_999) }

  /// Returns a word as articles' words are compared.
  static func fold(_ word: String) -> String {
    String(decoding: Folding.fold(Array(word.utf8)), as: UTF8.self)
  }

  private static func checkName(
    _ key: LocatedText, path: String, known: String?, log: inout ProblemLog
  ) -> Bool {
    let name = key.text
    let fault: String? =
      if !KebabCase.isValid(name) {
        "“\(name)” is no name of a list; write small letters, digits and hyphens"
      } else if BuiltInClass(rawValue: name) != nil {
        "“\(name)” is a built-in class; give the list another name"
      } else if let known {
        "the list “\(name)” stands in \(known) already; keep one"
      } else {
        nil
      }
    guard let fault else { return true }
    log.report(.lexicon, fault, at: key.range, in: path)
    return false
  }

  private static func entries(
    of pair: YAMLPair, path: String, log: inout ProblemLog
  ) -> [LocatedText] {
    guard case .sequence(let items, _) = pair.value else {
      let message = "“\(pair.key.text)” takes a list of words, and here is \(pair.value.kindName)"
      log.report(.wrongType, message, at: pair.value.range, in: path)
      return []
    }
    return items.compactMap { item in
      if case .scalar(let text) = item { return text }
      let message = "an entry of a word list is a text, and here is \(item.kindName)"
      log.report(.wrongType, message, at: item.range, in: path)
      return nil
    }
  }
}

/// Turns the entries of one list into words and phrases.
private struct ListReader {
  let inflector: Inflector
  let path: String

  func read(
    _ name: String, _ entries: [LocatedText], isGrammar: Bool, log: inout ProblemLog
  ) -> Lexicon.List {
    var list = Lexicon.List(name: name, entries: entries.map(\.text))
    guard !isGrammar else { return list }
    for entry in entries {
      do {
        let pattern = try PatternParser.parse(entry.text)
        guard pattern.nodes.allSatisfy(isToken) else {
          log.report(
            .lexicon, "an entry of a word list is words only, “~lemma” and “=Word” among them",
            at: entry.range, in: path)
          continue
        }
        add(pattern.nodes, to: &list)
      } catch {
        log.report(error.kind, error.message, at: entry.range(of: error.range), in: path)
      }
    }
    // Greedy: of two entries that both fit, the longer one is meant.
    list.phrases = list.phrases.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    return list
  }

  private func add(_ nodes: [PatternNode], to list: inout Lexicon.List) {
    switch nodes[0].kind {
    case .word(let word) where nodes.count == 1: list.words.append(word)
    case .inflected(let word, _) where nodes.count == 1:
      list.words += inflector.forms(of: word).map(\.word)
    default: list.phrases.append(nodes)
    }
  }

  private func isToken(_ node: PatternNode) -> Bool {
    switch node.kind {
    case .word, .exact, .inflected, .punctuation: !node.isOptional
    case .group, .wordClass, .gap, .quote, .sentenceStart, .sentenceEnd, .reportStart, .reportEnd:
      false
    }
  }
}

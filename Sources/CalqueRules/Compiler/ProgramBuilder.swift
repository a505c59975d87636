internal import CalqueText

/// Collects a program's words, strings and records, each once.
struct ProgramBuilder {
  private(set) var program = ProgramArrays()
  // By bytes: strings that differ only in composition are equal to Swift, but not to `=Word`.
  private var stringIDs: [[UInt8]: RuleProgram.StringID] = [[]: 0]
  private var wordIDs: [UInt64: WordID] = [:]
  private var wordHashes: [UInt64] = [0]
  private var formSets: [InflectedWord: UInt32] = [:]
  private var wordSets: [[WordID]: UInt32] = [:]
  private var paradigmIDs: [String: UInt32] = [:]
  private var anchors: [[Anchor]] = [[]]
  private var members: [(word: WordID, list: Int)] = []

  // MARK: Words and strings

  /// Returns the number of a string.
  ///
  /// O(length).
  mutating func string(_ text: String) -> RuleProgram.StringID {
    let bytes = Array(text.utf8)
    if let known = stringIDs[bytes] { return known }
    let id = RuleProgram.StringID(program.stringStarts.count - 1)
    program.stringBytes += bytes
    program.stringStarts.append(UInt32(program.stringBytes.count))
    stringIDs[bytes] = id
    return id
  }

  /// Adds a list of strings.
  mutating func strings(_ texts: [String]) -> Span32 {
    let ids = texts.map { string($0) }
    return append(ids, to: \.stringLists)
  }

  /// Returns the number of a word, in any case.
  mutating func word(_ text: String) -> WordID { word(hash: WordHash.of(text)) }

  /// Returns the number of a punctuation mark, whose hash is its scalar.
  mutating func mark(_ scalar: Unicode.Scalar) -> WordID { word(hash: UInt64(scalar.value)) }

  /// Returns the number of a word by its hash, or of a mark by its scalar.
  mutating func word(hash: UInt64) -> WordID {
    if let known = wordIDs[hash] { return known }
    let id = WordID(wordHashes.count)
    wordHashes.append(hash)
    anchors.append([])
    wordIDs[hash] = id
    return id
  }

  /// Returns the number of a form set, whose words are given by `inflector`.
  mutating func formSet(_ inflected: InflectedWord, inflector: Inflector) -> UInt32 {
    if let known = formSets[inflected] { return known }
    let index = UInt32(program.formStarts.count - 1)
    var masks: [WordID: UInt32] = [:]
    for form in inflector.forms(of: inflected) { masks[word(form.word), default: 0] |= form.mask }
    for (word, mask) in masks.sorted(by: { $0.key < $1.key }) {
      program.formWords.append(word)
      program.formMasks.append(mask)
    }
    program.formStarts.append(UInt32(program.formWords.count))
    formSets[inflected] = index
    return index
  }

  /// Returns the number of a form set that holds some words in no form in particular.
  mutating func wordSet(_ words: [String]) -> UInt32 {
    let ids = Set(words.map { word($0) }).sorted()
    if let known = wordSets[ids] { return known }
    let index = UInt32(program.formStarts.count - 1)
    program.formWords += ids
    program.formMasks += ids.map { _ in 0 }
    program.formStarts.append(UInt32(program.formWords.count))
    wordSets[ids] = index
    return index
  }

  /// Returns the number of a paradigm.
  mutating func paradigm(of lemma: String, inflector: Inflector) -> UInt32 {
    if let known = paradigmIDs[lemma] { return known }
    let index = UInt32(program.paradigms.count / WordForm.allCases.count)
    for word in inflector.paradigm(of: lemma) { program.paradigms.append(string(word)) }
    paradigmIDs[lemma] = index
    return index
  }

  /// Adds all lists of a lexicon, in its order.
  mutating func addLists(of lexicon: Lexicon) {
    // What is known of the words that make up most of a text lies together so, in a few caches'
    // lines.
    for text in lexicon.frequentWords { _ = word(text) }
    for (index, list) in lexicon.lists.enumerated() {
      let name = string(list.name)
      let phrases = append(list.entries.map(PhraseHash.of).sorted(), to: \.phraseHashes)
      program.lists.append(
        LexiconList(name: name, entries: strings(list.entries), phrases: phrases))
      program.listKeys.append(RuleProgram.key(of: list.name))
      for text in list.words { members.append((word(text), index)) }
      // A check may look for a phrase by its words, so these are known even where no rule has it.
      for node in list.phrases.joined() { addWords(of: node, inflector: lexicon.inflector) }
    }
  }

  private mutating func addWords(of node: PatternNode, inflector: Inflector) {
    switch node.kind {
    case .word(let text), .exact(let text): _ = word(text)
    case .inflected(let inflected, _): _ = formSet(inflected, inflector: inflector)
    case .group, .wordClass, .gap, .punctuation, .quote, .sentenceStart, .sentenceEnd,
      .reportStart, .reportEnd:
      break
    }
  }

  // MARK: Records

  /// Appends values to an array of the program and returns where they stand.
  mutating func append<Element>(
    _ values: [Element], to path: WritableKeyPath<ProgramArrays, [Element]>
  ) -> Span32 {
    let start = UInt32(program[keyPath: path].count)
    program[keyPath: path] += values
    return Span32(start, start + UInt32(values.count))
  }

  /// Appends an instruction and returns its index.
  ///
  /// An operand that no instruction can hold becomes a step that never matches: only rules of many
  /// megabytes get there, and the compiler refuses them.
  @discardableResult
  mutating func emit(_ operation: Instruction.Operation, _ operand: Int = 0) -> Int {
    program.code.append(Self.bits(operation, operand))
    return program.code.count - 1
  }

  /// Lets a `split` or `jump` go on at the next instruction to be emitted.
  mutating func land(_ index: Int, _ operation: Instruction.Operation) {
    program.code[index] = Self.bits(operation, program.code.count)
  }

  /// Notes that a pattern is to be tried where a word occurs.
  mutating func anchor(_ anchor: Anchor, at word: WordID) {
    anchors[Int(word)].append(anchor)
  }

  private static func bits(_ operation: Instruction.Operation, _ operand: Int) -> UInt32 {
    guard let operand = UInt32(exactly: operand), operand < 1 << 24 else {
      return Instruction(.word, 0).bits
    }
    return Instruction(operation, operand).bits
  }

  // MARK: Tables

  /// Returns the program with its tables of words.
  consuming func finished(_ lexicon: Lexicon) -> RuleProgram {
    program.wordCount = UInt32(wordHashes.count)
    fillVocabulary()
    fillListBits()
    let wordIDs = self.wordIDs
    let table = AnchorTable(
      anchors, NeighbourFinder(program, listWords: listWords) { wordIDs[$0] },
      patternCount: program.patterns.count,
      frequencies: wordHashes.map { lexicon.frequency(of: $0) })
    program.anchorRoles = table.roles
    program.anchors = table.anchors
    program.pairStarts = table.pairStarts
    program.pairRanks = table.pairRanks
    program.pairs = table.pairs
    program.pairFilter = table.filter
    program.conditionFilter = table.conditions.filter
    for index in program.patterns.indices {
      program.patterns[index].start = table.patternStarts[index].first
      program.patterns[index].second = table.patternStarts[index].second
    }
    return RuleProgram(program)
  }

  /// Fills the hash table, at most half full.
  private mutating func fillVocabulary() {
    var capacity = 16
    while capacity < 2 * wordHashes.count { capacity *= 2 }
    program.vocabulary = Array(repeating: VocabularyEntry(), count: capacity)
    for (id, hash) in wordHashes.enumerated().dropFirst() {
      var place = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while program.vocabulary[place].word != 0 { place = (place + 1) & (capacity - 1) }
      program.vocabulary[place] = VocabularyEntry(hash, WordID(id))
    }
  }

  private var listWords: [[WordID]] {
    var words = Array(repeating: [WordID](), count: program.lists.count)
    for (word, list) in members { words[list].append(word) }
    return words
  }

  private mutating func fillListBits() {
    let stride = Int(program.listStride)
    program.listBits = Array(repeating: 0, count: wordHashes.count * stride)
    for (word, list) in members {
      program.listBits[Int(word) * stride + list / 64] |= 1 << UInt64(list % 64)
    }
  }
}

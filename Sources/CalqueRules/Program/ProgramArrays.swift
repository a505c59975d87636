/// A program that can be changed: the arrays that become the tables of a ``RuleProgram``, where
/// each is described.
package struct ProgramArrays: Sendable {
  package var vocabulary: [VocabularyEntry] = []
  package var wordCount: UInt32 = 1
  package var lists: [LexiconList] = []
  package var listKeys: [UInt64] = []
  package var listBits: [UInt64] = []
  package var listStride: UInt32 { UInt32(max(1, (lists.count + 63) / 64)) }
  package var phraseHashes: [UInt64] = []
  package var formStarts: [UInt32] = [0]
  package var formWords: [WordID] = []
  package var formMasks: [UInt32] = []
  package var anchorRoles: [UInt8] = []
  package var anchors: [Anchor] = []
  package var pairStarts: [UInt32] = [0]
  package var pairRanks: [UInt32] = []
  package var pairs: [AnchorPair] = []
  package var pairFilter: [UInt64] = []
  package var conditionFilter: [UInt64] = []
  package var patterns: [Pattern] = []
  package var code: [UInt32] = []
  package var rules: [Rule] = []
  package var needs: [Need] = []
  package var probeAnchors: [ProbeAnchor] = []
  package var fixes: [FixTemplate] = []
  package var fixPieces: [FixPiece] = []
  package var paradigms: [RuleProgram.StringID] = []
  package var packs: [Pack] = []
  package var evidence: [Evidence] = []
  package var stringLists: [RuleProgram.StringID] = []
  package var stringStarts: [UInt32] = [0, 0]
  package var stringBytes: [UInt8] = []

  /// Creates the arrays of a program without rules.
  package init() {}

  /// Copies the tables of a program.
  ///
  /// O(size).
  package init(_ program: RuleProgram) {
    wordCount = program.wordCount
    vocabulary = program.vocabulary.elements
    lists = program.lists.elements
    listKeys = program.listKeys.elements
    listBits = program.listBits.elements
    phraseHashes = program.phraseHashes.elements
    formStarts = program.formStarts.elements
    formWords = program.formWords.elements
    formMasks = program.formMasks.elements
    anchorRoles = program.anchorRoles.elements
    anchors = program.anchors.elements
    pairStarts = program.pairStarts.elements
    pairRanks = program.pairRanks.elements
    pairs = program.pairs.elements
    pairFilter = program.pairFilter.elements
    conditionFilter = program.conditionFilter.elements
    patterns = program.patterns.elements
    code = program.code.elements
    rules = program.rules.elements
    needs = program.needs.elements
    probeAnchors = program.probeAnchors.elements
    fixes = program.fixes.elements
    fixPieces = program.fixPieces.elements
    paradigms = program.paradigms.elements
    packs = program.packs.elements
    evidence = program.evidence.elements
    stringLists = program.stringLists.elements
    stringStarts = program.stringStarts.elements
    stringBytes = program.stringBytes.elements
  }

  /// Returns a string of the program.
  ///
  /// O(length).
  func string(_ id: RuleProgram.StringID) -> String {
    let (start, end) = (stringStarts[Int(id)], stringStarts[Int(id) + 1])
    return String(decoding: stringBytes[Int(start)..<Int(end)], as: UTF8.self)
  }

  /// Returns the program as bytes, as ``ProgramFormat`` has it.
  ///
  /// O(size).
  package func encoded() -> [UInt8] {
    var writer = ProgramWriter()
    writer.add(vocabulary)
    writer.add(lists)
    writer.add(listKeys)
    writer.add(listBits)
    writer.add(phraseHashes)
    writer.add(formStarts)
    writer.add(formWords)
    writer.add(formMasks)
    writer.add(anchorRoles)
    writer.add(anchors)
    writer.add(pairStarts)
    writer.add(pairRanks)
    writer.add(pairs)
    writer.add(pairFilter)
    writer.add(conditionFilter)
    writer.add(patterns)
    writer.add(code)
    writer.add(rules)
    writer.add(rules.map(RuleBrief.init))
    writer.add(needs)
    writer.add(probeAnchors)
    writer.add(fixes)
    writer.add(fixPieces)
    writer.add(paradigms)
    writer.add(packs)
    writer.add(evidence)
    writer.add(stringLists)
    writer.add(stringStarts)
    writer.add(stringBytes)
    return writer.finished(wordCount: wordCount)
  }
}

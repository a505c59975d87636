/// A program that can be changed: the arrays that become the tables of a ``RuleProgram``, where each
/// is described.
package struct ProgramArrays: Sendable {
  package var vocabularyHashes: [UInt64] = []
  package var vocabularyWords: [WordID] = []
  package var wordCount: UInt32 = 1
  package var lists: [LexiconList] = []
  package var listBits: [UInt64] = []
  package var listStride: UInt32 { UInt32(max(1, (lists.count + 63) / 64)) }
  package var phraseHashes: [UInt64] = []
  package var formStarts: [UInt32] = [0]
  package var formWords: [WordID] = []
  package var formMasks: [UInt32] = []
  package var anchorRoles: [UInt8] = []
  package var anchorStarts: [UInt32] = [0]
  package var anchors: [Anchor] = []
  package var pairStarts: [UInt32] = [0]
  package var pairs: [AnchorPair] = []
  package var pairFilter: [UInt64] = []
  package var conditionFilter: [UInt64] = []
  package var patterns: [Pattern] = []
  package var code: [UInt32] = []
  package var rules: [Rule] = []
  package var needs: [Need] = []
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
    vocabularyHashes = Array(program.vocabularyHashes)
    vocabularyWords = Array(program.vocabularyWords)
    lists = Array(program.lists)
    listBits = Array(program.listBits)
    phraseHashes = Array(program.phraseHashes)
    formStarts = Array(program.formStarts)
    formWords = Array(program.formWords)
    formMasks = Array(program.formMasks)
    anchorRoles = Array(program.anchorRoles)
    anchorStarts = Array(program.anchorStarts)
    anchors = Array(program.anchors)
    pairStarts = Array(program.pairStarts)
    pairs = Array(program.pairs)
    pairFilter = Array(program.pairFilter)
    conditionFilter = Array(program.conditionFilter)
    patterns = Array(program.patterns)
    code = Array(program.code)
    rules = Array(program.rules)
    needs = Array(program.needs)
    fixes = Array(program.fixes)
    fixPieces = Array(program.fixPieces)
    paradigms = Array(program.paradigms)
    packs = Array(program.packs)
    evidence = Array(program.evidence)
    stringLists = Array(program.stringLists)
    stringStarts = Array(program.stringStarts)
    stringBytes = Array(program.stringBytes)
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
    writer.add(vocabularyHashes)
    writer.add(vocabularyWords)
    writer.add(lists)
    writer.add(listBits)
    writer.add(phraseHashes)
    writer.add(formStarts)
    writer.add(formWords)
    writer.add(formMasks)
    writer.add(anchorRoles)
    writer.add(anchorStarts)
    writer.add(anchors)
    writer.add(pairStarts)
    writer.add(pairs)
    writer.add(pairFilter)
    writer.add(conditionFilter)
    writer.add(patterns)
    writer.add(code)
    writer.add(rules)
    writer.add(needs)
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

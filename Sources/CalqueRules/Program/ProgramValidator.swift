/// Checks that nothing in a program refers to what is not there, so that running it cannot trap.
struct ProgramValidator {
  let program: RuleProgram

  /// Greatest number of captures or inflected words of a pattern.
  private static let mostSlots = 10_000
  /// Greatest distance of an anchor from the start of its pattern.
  private static let farthestAnchor = 1_000_000

  /// Throws at the first part that is damaged.
  ///
  /// O(size).
  func validate() throws(ProgramError) {
    try require(stringsAreSound, "strings")
    try require(vocabularyIsSound, "words")
    try require(listsAreSound, "word lists")
    try require(formsAreSound, "inflections")
    try require(anchorsAreSound, "anchors")
    try require(patternsAreSound, "patterns")
    try require(rulesAreSound, "rules")
    try require(fixesAreSound, "fixes")
    try require(packsAreSound, "packs")
  }

  private func require(_ condition: Bool, _ part: String) throws(ProgramError) {
    guard condition else { throw .damaged(part: part) }
  }

  private var stringsAreSound: Bool {
    program.stringStarts.starts(with: [0, 0])
      && isRising(program.stringStarts, to: program.stringBytes.count)
  }

  private var vocabularyIsSound: Bool {
    let places = program.vocabulary
    // A table without a free place would be probed for ever.
    return places.count & (places.count &- 1) == 0
      && (places.isEmpty || places.contains { $0.word == 0 })
      && program.wordCount > 0
      && places.allSatisfy { $0.word < program.wordCount }
  }

  private var listsAreSound: Bool {
    let bitCount = UInt64(program.wordCount) * UInt64(program.listStride)
    // A program that was never compiled has no table.
    return (UInt64(program.listBits.count) == bitCount || program.listBits.isEmpty)
      && (program.lists.isEmpty || !program.listBits.isEmpty)
      && program.lists.allSatisfy {
        isString($0.name) && areStrings($0.entries)
          && isSpan($0.phrases, of: program.phraseHashes)
      }
      && program.listKeys.elementsEqual(
        program.lists.lazy.map { RuleProgram.key(of: program.string($0.name)) })
  }

  private var formsAreSound: Bool {
    isRising(program.formStarts, to: program.formWords.count)
      && program.formMasks.count == program.formWords.count
      && program.formWords.allSatisfy { $0 < program.wordCount }
  }

  private var anchorsAreSound: Bool {
    let bitCount = program.pairStarts.count - 1
    guard isRising(program.pairStarts, from: bitCount, to: program.pairs.count) else {
      return false
    }
    // A program that was never compiled has no tables.
    return program.anchors.isEmpty
      || program.anchorRoles.count == Int(program.wordCount)
        && program.anchorRoles.allSatisfy { AnchorRoles(rawValue: $0).isSubset(of: .all) }
        && program.pairFilter.count == TokenPair.filterSize && ranksAreSound
        && program.conditionFilter.count.nonzeroBitCount == 1
        && program.pairs.allSatisfy {
          $0.anchor < program.anchors.count && (-2...2).contains($0.offset)
        }
        && program.anchors.allSatisfy { isSound($0.reach, of: $0.pattern) }
  }

  private func isSound(_ reach: AnchorReach, of pattern: UInt32) -> Bool {
    Int(pattern) < program.patterns.count && reach.least <= reach.most
      && Int(reach.most) <= Self.farthestAnchor
  }

  private var ranksAreSound: Bool {
    guard program.pairRanks.count == program.pairFilter.count else { return false }
    var rank = 0
    for (number, bits) in zip(program.pairRanks, program.pairFilter) {
      guard Int(number) == rank else { return false }
      rank += bits.nonzeroBitCount
    }
    return program.pairStarts.count == rank + 1
  }

  private var patternsAreSound: Bool {
    // Patterns follow each other without gaps, so that each instruction is checked once.
    var end: UInt32 = 0
    for pattern in program.patterns {
      guard pattern.code == end, isSound(pattern) else { return false }
      end = pattern.codeEnd
    }
    return Int(end) == program.code.count
  }

  private func isSound(_ pattern: Pattern) -> Bool {
    let owners: Int
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding, .exception: owners = program.rules.count
    case .probe: owners = program.needs.count
    case .evidence: owners = program.evidence.count
    case nil: return false
    }
    guard Int(pattern.owner) < owners, pattern.code < pattern.codeEnd,
      Int(pattern.codeEnd) <= program.code.count, pattern.captureCount <= Self.mostSlots,
      pattern.inflectedCount <= Self.mostSlots,
      isSpan(pattern.inflectedForms, of: program.stringLists),
      pattern.inflectedForms.indices.count == Int(pattern.inflectedCount)
    else { return false }
    return program.stringLists[pattern.inflectedForms.indices].allSatisfy(isForm)
      && InstructionValidator(program: program, pattern: pattern).isSound
  }

  private var rulesAreSound: Bool {
    program.rules.allSatisfy(isSound) && needsAreSound
      && program.briefs.elementsEqual(program.rules.map(RuleBrief.init))
  }

  private func isSound(_ rule: Rule) -> Bool {
    let strings = [
      rule.id, rule.message, rule.neutralMessage, rule.why, rule.advice, rule.category,
      rule.stage, rule.original, rule.check,
    ]
    let lists = [
      rule.options, rule.patternTexts, rule.fixTexts, rule.needTexts, rule.bad, rule.good,
      rule.formerly,
    ]
    return Int(rule.pack) < program.packs.count && rule.severity <= 2
      && Rule.Status(rawValue: rule.status) != nil && strings.allSatisfy(isString)
      && lists.allSatisfy(areStrings) && rule.options.indices.count.isMultiple(of: 2)
      && isSpan(rule.exceptions, of: program.patterns)
      && program.patterns[rule.exceptions.indices].allSatisfy {
        $0.role == Pattern.Role.exception.rawValue
      }
      && isSpan(rule.needs, of: program.needs) && isSpan(rule.fixes, of: program.fixes)
      && rule.fixes.indices.count == rule.fixTexts.indices.count
  }

  private var needsAreSound: Bool {
    program.needs.allSatisfy {
      Need.Kind(rawValue: $0.kind) != nil && isString($0.value)
        && isSpan($0.anchors, of: program.probeAnchors)
    } && program.probeAnchors.allSatisfy { isSound($0.reach, of: $0.pattern) }
  }

  private var fixesAreSound: Bool {
    guard program.paradigms.count.isMultiple(of: WordForm.allCases.count),
      program.paradigms.allSatisfy(isString),
      program.fixes.allSatisfy({ isSpan($0.pieces, of: program.fixPieces) }),
      program.fixPieces.allSatisfy(isSound)
    else { return false }
    // A fix refers to captures and inflected words that each pattern of its rule has.
    return program.patterns.allSatisfy { pattern in
      guard pattern.role == Pattern.Role.finding.rawValue else { return true }
      return program.fixes[program.rules[Int(pattern.owner)].fixes.indices].allSatisfy { fix in
        program.fixPieces[fix.pieces.indices].allSatisfy { piece in
          switch FixPiece.Kind(rawValue: piece.kind) {
          case .capture: piece.value <= pattern.captureCount
          case .inflected: piece.detail < pattern.inflectedCount
          case .literal, .form, nil: true
          }
        }
      }
    }
  }

  private func isSound(_ piece: FixPiece) -> Bool {
    let paradigmCount = program.paradigms.count / WordForm.allCases.count
    switch FixPiece.Kind(rawValue: piece.kind) {
    case .literal: return isString(piece.value)
    case .capture: return piece.value <= Self.mostSlots
    case .inflected: return Int(piece.value) < paradigmCount
    case .form:
      return Int(piece.value) < paradigmCount && Int(piece.detail) < WordForm.allCases.count
    case nil: return false
    }
  }

  private var packsAreSound: Bool {
    program.packs.allSatisfy { isString($0.name) && isString($0.language) && isString($0.title) }
      && program.evidence.allSatisfy { Int($0.pack) < program.packs.count }
  }

  // MARK: References

  private func isString(_ id: UInt32) -> Bool { Int(id) < program.stringStarts.count - 1 }

  private func isForm(_ form: UInt32) -> Bool { Int(form) < program.formStarts.count - 1 }

  private func areStrings(_ span: Span32) -> Bool {
    isSpan(span, of: program.stringLists)
      && program.stringLists[span.indices].allSatisfy(isString)
  }

  private func isSpan(_ span: Span32, of elements: Table<some BitwiseCopyable & Sendable>) -> Bool {
    span.start <= span.end && Int(span.end) <= elements.count
  }

  private func isRising(_ starts: Table<UInt32>, from start: Int = 0, to end: Int) -> Bool {
    starts.first.map(Int.init) == start && starts.last.map(Int.init) == end
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

/// Checks the instructions of one pattern: they only go forward, and the last one is a match.
private struct InstructionValidator {
  let program: RuleProgram
  let pattern: Pattern

  var isSound: Bool {
    let range = Int(pattern.code)..<Int(pattern.codeEnd)
    guard program.code[range.upperBound - 1] == Instruction(.match).bits else { return false }
    return range.allSatisfy { isSound(program.code[$0], at: $0) }
  }

  private func isSound(_ bits: UInt32, at index: Int) -> Bool {
    guard let operation = Instruction.Operation(rawValue: UInt8(truncatingIfNeeded: bits)) else {
      return false
    }
    let operand = Int(bits >> 8)
    switch operation {
    case .word: return operand < Int(program.wordCount)
    case .exact: return operand < program.stringStarts.count - 1
    case .form, .peek: return operand < program.formStarts.count - 1
    case .list: return operand < program.lists.count
    case .shape: return TokenShape(rawValue: UInt32(operand)) != nil
    case .quote: return operand <= 2
    case .split, .jump: return operand > index && operand < Int(pattern.codeEnd)
    case .save: return operand < pattern.slotCount
    case .anyWord, .sentenceStart, .sentenceEnd, .match: return true
    }
  }
}

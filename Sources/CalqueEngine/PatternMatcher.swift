internal import CalqueRules
internal import CalqueText

/// Runs compiled patterns over the tokens of one article.
///
/// Backtracking with memory: a place of a pattern is tried once for each token, so the time of a
/// trial is bounded by the pattern's length times ``longestMatch``, whatever the text.
struct PatternMatcher {
  /// Tokens that a match may span at most.
  ///
  /// Gaps are bounded and the longest pattern is far shorter.
  static let longestMatch = 64

  /// A choice to come back to, or, with a slot, a value to put back.
  private struct Frame {
    var instruction: Int
    var position: Int
    var slot: Int
  }

  // The arrays that a trial reads, taken out of program and article: a step must not copy those.
  private let document: Document
  private let text: [UInt8]
  private let code: [UInt32]
  private let listBits: [UInt64]
  private let listStride: Int
  private let formStarts: [UInt32]
  private let formWords: [WordID]
  private let formMasks: [UInt32]
  private let stringStarts: [UInt32]
  private let stringBytes: [UInt8]
  private let tokens: [Token]
  private let words: [WordID]
  private var stack: [Frame] = []
  private var visited: [UInt64] = []
  /// Places of the last match: token indices by slot, -1 where a slot was not reached.
  private(set) var slots: [Int] = []
  /// Index of the token after the last match.
  private(set) var end = 0

  init(_ article: Article) {
    let program = article.program
    document = article.document
    text = document.text
    code = program.code
    listBits = program.listBits
    listStride = Int(program.listStride)
    formStarts = program.formStarts
    formWords = program.formWords
    formMasks = program.formMasks
    stringStarts = program.stringStarts
    stringBytes = program.stringBytes
    tokens = article.tokens
    words = article.words
  }

  /// Tells whether a pattern matches from a token on, inside a block; then ``slots`` and ``end``
  /// say where.
  mutating func matches(_ pattern: Pattern, at start: Int, in block: Range<Int>) -> Bool {
    let entry = Int(pattern.code)
    guard mayMatch(from: entry, at: start, in: block) else { return false }
    reset(slotCount: pattern.slotCount, codeLength: Int(pattern.codeEnd) - entry)
    stack.append(Frame(instruction: entry, position: start, slot: -1))
    let limit = min(block.upperBound, start + Self.longestMatch)
    while let frame = stack.popLast() {
      if frame.slot >= 0 {
        slots[frame.slot] = frame.position
        continue
      }
      let bit: UInt64 = 1 << UInt64(frame.position - start)
      guard visited[frame.instruction - entry] & bit == 0 else { continue }
      visited[frame.instruction - entry] |= bit
      if run(from: frame.instruction, at: frame.position, in: block.lowerBound..<limit) {
        return true
      }
    }
    return false
  }

  /// Tells whether the words before a pattern's first choice are there.
  ///
  /// Most trials fail at the second word: this finds out before anything is set up.
  private func mayMatch(from entry: Int, at start: Int, in block: Range<Int>) -> Bool {
    var instruction = entry
    var position = start
    while true {
      let step = Instruction(bits: code[instruction])
      switch step.operation {
      case .word, .exact, .form, .list, .shape, .punctuation, .anyWord:
        let token = pastQuotes(position, in: block)
        guard token < block.upperBound, accepts(step, token) else { return false }
        position = token + 1
      case .save:
        break
      case .quote, .sentenceStart, .sentenceEnd, .split, .jump, .match:
        return true
      }
      instruction += 1
    }
  }

  /// Clears what the last trial left, as far as this one can reach.
  private mutating func reset(slotCount: Int, codeLength: Int) {
    stack.removeAll(keepingCapacity: true)
    while slots.count < slotCount { slots.append(-1) }
    for slot in 0..<slotCount { slots[slot] = -1 }
    while visited.count < codeLength { visited.append(0) }
    for instruction in 0..<codeLength { visited[instruction] = 0 }
  }

  /// Runs from an instruction until the pattern matches or a step fails.
  private mutating func run(from first: Int, at start: Int, in range: Range<Int>) -> Bool {
    var instruction = first
    var position = start
    while true {
      let step = Instruction(bits: code[instruction])
      switch step.operation {
      case .match:
        end = position
        return true
      case .jump:
        instruction = step.operand
        continue
      case .split:
        stack.append(Frame(instruction: step.operand, position: position, slot: -1))
      case .save:
        save(step.operand, at: position, before: instruction, in: range)
      case .sentenceStart:
        guard startsSentence(position, in: range) else { return false }
      case .sentenceEnd:
        guard endsSentence(position, in: range) else { return false }
      case .quote:
        guard position < range.upperBound, isQuote(position, step.operand) else { return false }
        position += 1
      case .word, .exact, .form, .list, .shape, .punctuation, .anyWord:
        let token = pastQuotes(position, in: range)
        guard token < range.upperBound, accepts(step, token) else { return false }
        position = token + 1
      }
      instruction += 1
    }
  }

  /// Notes a place; the old value comes back when the matcher does.
  private mutating func save(
    _ slot: Int, at position: Int, before instruction: Int, in range: Range<Int>
  ) {
    stack.append(Frame(instruction: 0, position: slots[slot], slot: slot))
    // A part that starts behind a transparent mark starts at the word, unless it names the mark.
    let isStart = slot % 2 == 0
    slots[slot] =
      isStart && !namesQuote(after: instruction) ? pastQuotes(position, in: range) : position
  }

  private func namesQuote(after instruction: Int) -> Bool {
    var next = instruction + 1
    while Instruction(bits: code[next]).operation == .save { next += 1 }
    return Instruction(bits: code[next]).operation == .quote
  }

  private func accepts(_ step: Instruction, _ index: Int) -> Bool {
    let token = tokens[index]
    switch step.operation {
    case .word: return token.isWordLike && words[index] == WordID(step.operand)
    case .exact: return isExactly(token, step.operand)
    case .form: return token.isWordLike && formMask(of: words[index], in: step.operand) != nil
    case .list: return token.isWordLike && isIn(step.operand, words[index])
    case .shape: return hasShape(token, step.operand)
    case .punctuation: return token.kind != .word && token.hash == UInt64(step.operand)
    case .anyWord: return token.isWordLike
    default: return false
    }
  }

  /// Returns the word of a token.
  func word(_ token: Int) -> WordID { words[token] }

  private func isIn(_ list: Int, _ word: WordID) -> Bool {
    word != 0 && listBits[Int(word) * listStride + list / 64] >> UInt64(list % 64) & 1 == 1
  }

  /// Returns the forms that a word of a form set can be; nil for a word that is not in it.
  func formMask(of word: WordID, in set: Int) -> UInt32? {
    var low = Int(formStarts[set])
    var high = Int(formStarts[set + 1])
    while low < high {
      let middle = (low + high) / 2
      if formWords[middle] == word { return formMasks[middle] }
      if formWords[middle] < word { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

// MARK: - Tokens and places

extension PatternMatcher {
  private func isExactly(_ token: Token, _ string: Int) -> Bool {
    let written = stringBytes[Int(stringStarts[string])..<Int(stringStarts[string + 1])]
    let found = text[token.range.indices]
    if written.elementsEqual(found) { return true }
    guard token.flags.contains(.nonASCII) else { return false }
    // Strings are equal where their letters are, composed or not.
    return String(decoding: written, as: UTF8.self) == String(decoding: found, as: UTF8.self)
  }

  private func hasShape(_ token: Token, _ shape: Int) -> Bool {
    switch TokenShape(rawValue: UInt32(shape)) {
    case .digits: token.kind == .number
    case .year: isYear(token)
    case .capitalized: token.kind == .word && token.flags.contains(.capitalized)
    case .lowercase: token.kind == .word && !token.flags.contains(.capitalized)
    case .acronym: token.kind == .word && token.flags.contains(.allCapitals)
    case .word: token.kind == .word
    case nil: false
    }
  }

  private func isYear(_ token: Token) -> Bool {
    guard token.kind == .number, token.end - token.start == 4 else { return false }
    let digits = text[token.range.indices]
    return digits.first == 0x31 || digits.first == 0x32 && digits.allSatisfy { $0 <= 0x39 }
  }

  private func isQuote(_ index: Int, _ side: Int) -> Bool {
    guard tokens[index].kind == .quote, let mark = document.mark(ofToken: index) else {
      return false
    }
    switch document.marks[mark].role {
    case .opening: return side != 1
    case .closing: return side != 0
    case .apostrophe, .prime: return false
    }
  }

  /// Returns the index of the first token from `position` on that is no quotation mark.
  private func pastQuotes(_ position: Int, in range: Range<Int>) -> Int {
    var index = position
    while index < range.upperBound, tokens[index].kind == .quote { index += 1 }
    return index
  }

  private func startsSentence(_ position: Int, in range: Range<Int>) -> Bool {
    var index = pastQuotes(position, in: range)
    guard index < range.upperBound else { return false }
    while !tokens[index].flags.contains(.sentenceStart) {
      guard index > range.lowerBound, tokens[index - 1].kind == .quote else { return false }
      index -= 1
    }
    return true
  }

  private func endsSentence(_ position: Int, in range: Range<Int>) -> Bool {
    var index = pastQuotes(position, in: range)
    while index < tokens.count, isFinal(tokens[index]) { index += 1 }
    if index >= tokens.count { return true }
    return tokens[index].flags.contains(.sentenceStart)
  }

  private func isFinal(_ token: Token) -> Bool {
    guard !token.flags.contains(.sentenceStart) else { return false }
    return token.kind == .quote || token.isMark(".") || token.isMark("!") || token.isMark("?")
      || token.isMark("…") || token.isMark(")")
  }
}

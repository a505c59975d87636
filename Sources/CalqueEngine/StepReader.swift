internal import CalqueRules
internal import CalqueText

/// Tells whether the tokens of one article are what the steps of patterns ask for.
///
/// A class, though it never changes: the matcher asks it at every step, and a copy of the value
/// would retain its arrays each time.
final class StepReader {
  // Taken out of program and article: a step must not copy those.
  private let document: Document
  private let text: [UInt8]
  private let lists: ListMembership
  private let formStarts: Table<UInt32>
  private let formWords: Table<WordID>
  private let formMasks: Table<UInt32>
  private let stringStarts: Table<UInt32>
  private let stringBytes: Table<UInt8>
  let conditionFilter: Table<UInt64>
  /// The tokens as the text has them, for what is asked of their letters.
  private let written: [Token]
  let tokens: [PatternToken]

  init(_ article: Article) {
    let program = article.program
    document = article.document
    text = document.text
    lists = ListMembership(program)
    formStarts = program.formStarts
    formWords = program.formWords
    formMasks = program.formMasks
    stringStarts = program.stringStarts
    stringBytes = program.stringBytes
    conditionFilter = program.conditionFilter
    written = article.tokens
    tokens = article.patternTokens
  }

  func accepts(_ step: Instruction, _ index: Int) -> Bool {
    switch step.operation {
    // Words and marks that no rule has are zero, which no step asks for.
    case .word: return tokens[index].word == WordID(step.operand)
    case .form:
      return tokens[index].word != 0 && formMask(of: tokens[index].word, in: step.operand) != nil
    case .list: return lists.contains(tokens[index].word, in: step.operand)
    case .exact: return isExactly(written[index], step.operand)
    case .shape: return hasShape(index, step.operand)
    case .anyWord: return tokens[index].isWordLike
    default: return false
    }
  }

  /// Returns the word of a token.
  func word(_ token: Int) -> WordID { tokens[token].word }

  /// Tells whether the next word is one of a form set.
  func isBefore(_ set: Int, _ position: Int, in range: Range<Int>) -> Bool {
    let token = pastQuotes(position, in: range)
    return token < range.upperBound && tokens[token].isWordLike
      && formMask(of: tokens[token].word, in: set) != nil
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

extension StepReader {
  private func isExactly(_ token: Token, _ string: Int) -> Bool {
    let written = stringBytes[Int(stringStarts[string])..<Int(stringStarts[string + 1])]
    let found = text[token.range.indices]
    if written.elementsEqual(found) { return true }
    guard token.flags.contains(.nonASCII) else { return false }
    // Strings are equal where their letters are, composed or not.
    return String(decoding: written, as: UTF8.self) == String(decoding: found, as: UTF8.self)
  }

  private func hasShape(_ index: Int, _ shape: Int) -> Bool {
    let token = tokens[index]
    return switch TokenShape(rawValue: UInt32(shape)) {
    case .digits: token.kind == .number
    case .year: isYear(written[index])
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

  func isQuote(_ index: Int, _ side: Int) -> Bool {
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
  func pastQuotes(_ position: Int, in range: Range<Int>) -> Int {
    var index = position
    while index < range.upperBound, tokens[index].kind == .quote { index += 1 }
    return index
  }

  /// Returns the index of the token before one that is no quotation mark.
  func word(before token: Int, in block: Range<Int>) -> Int? {
    var index = token
    while index > block.lowerBound {
      index -= 1
      if tokens[index].kind != .quote { return index }
    }
    return nil
  }

  /// Returns the first of the quotation marks directly before a token: a pattern may name them.
  func firstMark(before token: Int, in block: Range<Int>) -> Int {
    var index = token
    while index > block.lowerBound, tokens[index - 1].kind == .quote { index -= 1 }
    return index
  }

  func startsSentence(_ position: Int, in range: Range<Int>) -> Bool {
    var index = pastQuotes(position, in: range)
    guard index < range.upperBound else { return false }
    while !tokens[index].flags.contains(.sentenceStart) {
      guard index > range.lowerBound, tokens[index - 1].kind == .quote else { return false }
      index -= 1
    }
    return true
  }

  func endsSentence(_ position: Int, in range: Range<Int>) -> Bool {
    var index = pastQuotes(position, in: range)
    while index < tokens.count, isFinal(written[index]) { index += 1 }
    if index >= tokens.count { return true }
    return tokens[index].flags.contains(.sentenceStart)
  }

  private func isFinal(_ token: Token) -> Bool {
    guard !token.flags.contains(.sentenceStart) else { return false }
    return token.kind == .quote || token.isMark(".") || token.isMark("!") || token.isMark("?")
      || token.isMark("…") || token.isMark(")")
  }
}

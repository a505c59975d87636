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

  /// Choices that a trial takes up before it notes where it has been: most end sooner, and to clear
  /// what was noted takes longer than they do.
  private static let patience = 32

  /// A choice to come back to, or, with a slot, a value to put back.
  private struct Frame {
    var instruction: Int
    var position: Int
    var slot: Int
  }

  let reader: StepReader
  let patterns: Table<Pattern>
  /// The form sets of patterns' inflected words.
  let formSets: Table<UInt32>
  private let code: Table<UInt32>
  private var stack: [Frame] = []
  private var visited: [UInt64] = []
  /// Places of the last match: token indices by slot, -1 where a slot was not reached.
  private(set) var slots: [Int] = []
  /// Index of the token after the last match.
  private(set) var end = 0

  init(_ article: Article) {
    reader = StepReader(article)
    patterns = article.program.patterns
    formSets = article.program.stringLists
    code = article.program.code
    // As much as nearly all trials need.
    stack.reserveCapacity(Self.patience)
    slots.reserveCapacity(Self.patience)
  }

  /// Tells whether a pattern matches from a token on, inside a block; then ``slots`` and ``end``
  /// say where.
  mutating func matches(_ pattern: Pattern, at start: Int, in block: Range<Int>) -> Bool {
    let entry = Int(pattern.code)
    reset(slotCount: pattern.slotCount)
    let range = block.lowerBound..<min(block.upperBound, start + Self.longestMatch)
    if run(from: entry, at: start, in: range) { return true }
    var patience = Self.patience
    while let frame = stack.popLast() {
      if frame.slot >= 0 {
        slots[frame.slot] = frame.position
        continue
      }
      patience -= 1
      if patience == 0 { clearVisited(codeLength: Int(pattern.codeEnd) - entry) }
      if patience <= 0 {
        let bit: UInt64 = 1 << UInt64(frame.position - start)
        guard visited[frame.instruction - entry] & bit == 0 else { continue }
        visited[frame.instruction - entry] |= bit
      }
      if run(from: frame.instruction, at: frame.position, in: range) { return true }
    }
    return false
  }

  /// Clears what the last trial left, as far as this one can reach.
  private mutating func reset(slotCount: Int) {
    // A trial that failed has left nothing.
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    Self.fill(&slots, with: -1, count: slotCount)
  }

  private mutating func clearVisited(codeLength: Int) {
    Self.fill(&visited, with: 0, count: codeLength)
  }

  private static func fill<Number: FixedWidthInteger>(
    _ numbers: inout [Number], with number: Number, count: Int
  ) {
    if numbers.count < count {
      numbers.reserveCapacity(count)
      numbers.append(contentsOf: repeatElement(number, count: count - numbers.count))
    }
    // One look at who owns the array, not one for each number.
    var span = numbers.mutableSpan
    for index in 0..<count { span[index] = number }
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
        // A long list of alternatives is mostly wrong at the first word of each.
        guard mayEnter(instruction + 1, at: position, in: range) else {
          instruction = step.operand
          continue
        }
        stack.append(Frame(instruction: step.operand, position: position, slot: -1))
      case .save:
        save(step.operand, at: position, before: instruction, in: range)
      case .peek:
        guard reader.isBefore(step.operand, position, in: range) else { return false }
      case .sentenceStart:
        guard reader.startsSentence(position, in: range) else { return false }
      case .sentenceEnd:
        guard reader.endsSentence(position, in: range) else { return false }
      case .quote:
        guard position < range.upperBound, reader.isQuote(position, step.operand) else {
          return false
        }
        position += 1
      case .word, .exact, .form, .list, .shape, .anyWord:
        let token = reader.pastQuotes(position, in: range)
        guard token < range.upperBound, reader.accepts(step, token) else { return false }
        position = token + 1
      }
      instruction += 1
    }
  }

  /// Tells whether a choice does not fail at once.
  private func mayEnter(_ instruction: Int, at position: Int, in range: Range<Int>) -> Bool {
    let step = Instruction(bits: code[instruction])
    switch step.operation {
    case .word, .exact, .form, .list, .shape, .anyWord:
      let token = reader.pastQuotes(position, in: range)
      return token < range.upperBound && reader.accepts(step, token)
    case .peek: return reader.isBefore(step.operand, position, in: range)
    case .quote, .save, .sentenceStart, .sentenceEnd, .split, .jump, .match: return true
    }
  }

  /// Notes a place; the old value comes back when the matcher does.
  private mutating func save(
    _ slot: Int, at position: Int, before instruction: Int, in range: Range<Int>
  ) {
    // Before the first choice there is nothing to come back to.
    if !stack.isEmpty { stack.append(Frame(instruction: 0, position: slots[slot], slot: slot)) }
    slots[slot] = position
    // A part that starts behind a transparent mark starts at the word, unless it names the mark.
    guard slot % 2 == 0, position < range.upperBound, reader.tokens[position].kind == .quote
    else { return }
    let word = reader.pastQuotes(position, in: range)
    if word > position, !namesQuote(after: instruction) { slots[slot] = word }
  }

  private func namesQuote(after instruction: Int) -> Bool {
    var next = instruction + 1
    while Instruction(bits: code[next]).operation == .save { next += 1 }
    return Instruction(bits: code[next]).operation == .quote
  }
}

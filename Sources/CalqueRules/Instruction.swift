/// One step of a compiled pattern: an operation in the low eight bits, its operand above.
///
/// A pattern matches over the tokens of one block, quotation marks skipped unless it names them.
/// Every program is a bounded one: nothing repeats without limit.
public struct Instruction: Sendable, Hashable {
  /// What a step does.
  public enum Operation: UInt8, Sendable, CaseIterable {
    /// The word with this ``WordID``, in any case, or the punctuation mark.
    case word
    /// The token whose bytes are this string of the program.
    case exact
    /// A word of this form set: an inflection of one lemma.
    case form
    /// A word of this lexicon list.
    case list
    /// A token of this ``TokenShape``.
    case shape
    /// A quotation mark: 0 opening, 1 closing, 2 either.
    case quote
    /// Any word or number.
    case anyWord
    /// Go on here; if that fails, at the operand.
    case split
    /// Go on at the operand.
    case jump
    /// Note the place in this slot.
    case save
    /// Only where a sentence starts.
    case sentenceStart
    /// Only where a sentence ends but for its final punctuation and closing marks.
    case sentenceEnd
    /// The pattern has matched.
    case match
    /// Only before a word of this form set.
    case peek
  }

  /// Operation and operand together.
  public let bits: UInt32

  /// Creates an instruction from its encoded bits.
  public init(bits: UInt32) {
    self.bits = bits
  }

  /// Creates an instruction; an operand has at most 24 bits.
  public init(_ operation: Operation, _ operand: UInt32 = 0) {
    precondition(operand < 1 << 24, "an operand has 24 bits")
    bits = operand << 8 | UInt32(operation.rawValue)
  }

  /// What the step does.
  public var operation: Operation {
    guard let operation = Operation(rawValue: UInt8(truncatingIfNeeded: bits)) else {
      preconditionFailure("a compiled program holds known operations only")
    }
    return operation
  }

  /// What it does it with.
  public var operand: Int { Int(bits >> 8) }
}

/// Kinds of token that a pattern may name by their look rather than by a list.
public enum TokenShape: UInt32, Sendable, CaseIterable {
  /// A number in digits, with separators: `1,500`, `3.5`, `2nd` is not one.
  case digits
  /// A number of four digits from 1000 to 2999.
  case year
  /// A word with a capital first letter.
  case capitalized
  /// A word with a small first letter.
  case lowercase
  /// A word of two or more capital letters.
  case acronym
  /// Any word, no number.
  case word
}

/// Number of a word or a punctuation mark in a program's vocabulary; zero for one that no rule
/// knows.
public typealias WordID = UInt32

/// Grammatical forms that an inflected word of a pattern may take.
public enum WordForm: Int, Sendable, CaseIterable {
  case base, thirdPerson, past, pastParticiple, gerund
  case singular, plural
  case positive, comparative, superlative

  /// The form as one bit of a mask.
  public var bit: UInt32 { 1 << UInt32(rawValue) }
}

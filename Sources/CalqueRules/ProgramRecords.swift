// The records of a `RuleProgram`. Each is a row of 32-bit numbers and nothing else, for the bytes
// of a program are these records as they lie in memory.

/// A place of the vocabulary, which holds a word or is free.
///
/// Only half of a word's hash is kept, and where it lies tells a part of the other half: one of
/// some five billion words that no rule has is taken for one that a rule has.
public struct VocabularyEntry: BitwiseCopyable, Sendable, Hashable {
  /// Both halves of the word's hash (``CalqueText/WordHash``) in one: a mark has but a low half.
  public var key: UInt32 = 0
  /// The word; zero where the place is free.
  public var word: WordID = 0

  /// Creates a free place.
  public init() {}

  /// Creates the place of a word.
  init(_ hash: UInt64, _ word: WordID) {
    key = Self.key(of: hash)
    self.word = word
  }

  /// Tells whether the word of a hash, or none, is here.
  @inlinable @inline(__always)
  public func hasKey(of hash: UInt64) -> Bool { key == Self.key(of: hash) }

  @inlinable @inline(__always)
  static func key(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash &>> 32 ^ hash)
  }
}

/// A named word list of `Rules/lexicon/`.
public struct LexiconList: BitwiseCopyable, Sendable, Hashable {
  /// Name, as in `<weekday>`.
  public var name: RuleProgram.StringID = 0
  /// Entries, one or several words each, as written, in `stringLists`.
  public var entries = Span32()
  /// Hashes of the entries (``CalqueText/PhraseHash``), sorted, in `phraseHashes`.
  public var phrases = Span32()
}

/// A compiled pattern.
public struct Pattern: BitwiseCopyable, Sendable, Hashable {
  /// What a match of a pattern means.
  public enum Role: UInt32, Sendable, CaseIterable {
    /// A finding of the rule `owner`.
    case finding
    /// Silences the rule `owner` where both overlap; never anchored.
    case exception
    /// Makes the condition `owner` of `needs` true.
    case probe
    /// Is the sign `owner` of a source language.
    case evidence
  }

  /// Index of the first instruction.
  public var code: UInt32 = 0
  /// Index of the last instruction plus one.
  public var codeEnd: UInt32 = 0
  /// Index of the rule, condition or sign that the pattern serves.
  public var owner: UInt32 = 0
  /// What a match means (``Role``).
  public var role: UInt32 = 0
  /// Number of captures; capture `n`, from one, has the slots `2n` and `2n + 1`, slots 0 and 1 are
  /// the part to report.
  public var captureCount: UInt32 = 0
  /// Number of inflected words; the `n`-th, from zero, has its slots after the captures'.
  public var inflectedCount: UInt32 = 0
  /// Form sets of the inflected words, in `stringLists` order of appearance.
  public var inflectedForms = Span32()
  /// What the first word of a match must be.
  public var start = TokenCondition.none
  /// What the second word of a match must be.
  public var second = TokenCondition.none

  /// Number of slots that `save` may name.
  public var slotCount: Int { 2 + 2 * Int(captureCount) + 2 * Int(inflectedCount) }
}

/// A rule.
public struct Rule: BitwiseCopyable, Sendable, Hashable {
  /// Whether a rule is in use.
  public enum Status: UInt32, Sendable, CaseIterable {
    /// Not tried enough; listed, but never fires.
    case draft
    /// In use.
    case stable
    /// Given up; listed so that its id is still known, but never fires.
    case retired
  }

  /// Full id, `pack/rule`.
  public var id: RuleProgram.StringID = 0
  /// Index of the pack.
  public var pack: UInt32 = 0
  /// 0 note, 1 warning, 2 error.
  public var severity: UInt32 = 1
  /// Findings that somebody read and found right.
  public var rightCount: UInt32 = 0
  /// Findings that somebody read; zero where the precision is not measured.
  public var readCount: UInt32 = 0
  /// 1 where a match is proof of the source language (`alone: yes`), as it is for every error.
  public var isProof: UInt32 = 0
  /// Message template, for an article that came from the language of the pack.
  public var message: RuleProgram.StringID = 0
  /// Message template for any other article (``RuleMessage``); mostly the same string.
  public var neutralMessage: RuleProgram.StringID = 0
  /// Why the rule exists.
  public var why: RuleProgram.StringID = 0
  /// What to do where no fix can be given.
  public var advice: RuleProgram.StringID = 0
  /// Kind of error in MQM's terms.
  public var category: RuleProgram.StringID = 0
  /// Step of the pipeline that most likely broke the text.
  public var stage: RuleProgram.StringID = 0
  /// What the source will have said.
  public var original: RuleProgram.StringID = 0
  /// Name of the check; the empty string for a rule of patterns.
  public var check: RuleProgram.StringID = 0
  /// Keys and values of the check's options, in turn, in `stringLists`; a list repeats its key.
  public var options = Span32()
  /// Patterns as written, in `stringLists`.
  public var patternTexts = Span32()
  /// Fixes as written, in `stringLists`.
  public var fixTexts = Span32()
  /// Conditions as written, in `stringLists`.
  public var needTexts = Span32()
  /// Bad examples as written, in `stringLists`.
  public var bad = Span32()
  /// Good examples as written, in `stringLists`.
  public var good = Span32()
  /// Exceptions, in `patterns`.
  public var exceptions = Span32()
  /// Conditions, in `needs`; all must hold but those of fixes.
  public var needs = Span32()
  /// Fixes, in `fixes`.
  public var fixes = Span32()
  /// Contexts (``RuleContext``) of which one must hold; zero for anywhere.
  public var onlyIn: UInt32 = 0
  /// Contexts of which none may hold.
  public var notIn: UInt32 = 0
  /// 1 where the patterns match below the article as well, in what belongs to its page.
  public var coversTail: UInt32 = 0
  /// Whether the rule is in use (``Status``); patterns of one that is not have no anchors.
  public var status = Status.stable.rawValue
  /// Ids that the rule once had, in `stringLists`.
  public var formerly = Span32()

  /// Whether the rule is in use; a draft, and a rule that was given up, is only listed.
  public var isStable: Bool { status == Status.stable.rawValue }
}

/// What a run has to know of every rule, whether it matches or not.
///
/// A byte: the rules themselves lie in 600 kB, which a run on one article need not touch.
public struct RuleBrief: BitwiseCopyable, Sendable, Hashable {
  private let bits: UInt8

  /// Extracts the brief of a rule.
  init(_ rule: Rule) {
    bits = UInt8(truncatingIfNeeded: rule.severity & 3) | (rule.check != 0 && rule.isStable ? 4 : 0)
  }

  /// 0 note, 1 warning, 2 error.
  public var severity: Int { Int(bits & 3) }
  /// Whether the rule names a check and is in use.
  public var hasCheck: Bool { bits & 4 != 0 }
}

/// A condition of a rule on the article as a whole.
public struct Need: BitwiseCopyable, Sendable, Hashable {
  /// What is asked for.
  public enum Kind: UInt32, Sendable, CaseIterable {
    /// The article shows that it was translated from this language (`value` names it, a string).
    case language
    /// The probe pattern of this condition matches somewhere else in the article.
    case seen
    /// Nothing; where the probe pattern matches, the finding points there.
    case beside
    /// The article shows that it was translated, from whatever language.
    case translated
    /// Nothing; fixes are offered where the article was translated from this language, or from
    /// another one of such a condition.
    case fixLanguage
  }

  /// What is asked for (``Kind``).
  public var kind: UInt32 = 0
  /// The language's code, a string; for `seen`, zero.
  public var value: RuleProgram.StringID = 0
  /// Where the probe pattern may match, in `probeAnchors`; none where there is no such pattern.
  public var anchors = Span32()
}

/// A word or a mark where the probe pattern of a condition is to be tried.
public struct ProbeAnchor: BitwiseCopyable, Sendable, Hashable {
  /// The low half of the word's hash (``CalqueText/WordHash``), or the mark's scalar.
  public var lowHash: UInt32 = 0
  /// The high half of the hash.
  public var highHash: UInt32 = 0
  /// Index of the pattern.
  public var pattern: UInt32 = 0
  /// How far the word may be from the start of the pattern.
  public var reach = AnchorReach()

  /// Hash of the word, or the mark's scalar.
  public var hash: UInt64 { UInt64(highHash) << 32 | UInt64(lowHash) }

  /// Creates the place of a word or mark.
  init(_ hash: UInt64, pattern: UInt32, _ reach: AnchorReach) {
    (lowHash, highHash) = (UInt32(truncatingIfNeeded: hash), UInt32(hash >> 32))
    (self.pattern, self.reach) = (pattern, reach)
  }
}

/// A mend, to be filled in for one match.
public struct FixTemplate: BitwiseCopyable, Sendable, Hashable {
  /// Pieces, in `fixPieces`; none where the fix only removes.
  public var pieces = Span32()
  /// 0 review, 1 safe.
  public var isSafe: UInt32 = 0
  /// 1 where the fix is written as it stands, whatever the case of the text (`case: keep`).
  public var keepsCase: UInt32 = 0
}

/// A piece of a mend.
public struct FixPiece: BitwiseCopyable, Sendable, Hashable {
  /// What a piece is made of.
  public enum Kind: UInt32, Sendable, CaseIterable {
    /// The string `value`: one word or one punctuation mark.
    case literal
    /// The text of capture `value`, from one.
    case capture
    /// The paradigm `value`, in the form of the pattern's inflected word `detail`.
    case inflected
    /// The paradigm `value`, in the form (``WordForm``) `detail`.
    case form
  }

  /// What the piece is made of (``Kind``).
  public var kind: UInt32 = 0
  /// String, capture (zero for the text reported) or paradigm.
  public var value: UInt32 = 0
  /// Inflected word of the pattern, or form.
  public var detail: UInt32 = 0
  /// 1 where a space stands before the piece.
  public var spaceBefore: UInt32 = 0
}

/// A folder of rules.
public struct Pack: BitwiseCopyable, Sendable, Hashable {
  /// Folder name: `es`, `quotation`.
  public var name: RuleProgram.StringID = 0
  /// Code of the source language; the empty string for a pack that serves every article.
  public var language: RuleProgram.StringID = 0
  /// Title for people: `Spanish`.
  public var title: RuleProgram.StringID = 0
}

/// A sign that an article was translated from a language.
public struct Evidence: BitwiseCopyable, Sendable, Hashable {
  /// Index of the pack.
  public var pack: UInt32 = 0
  /// Weight in thousandths of one wording: one thousand is enough to be sure.
  public var weight: UInt32 = 0
  /// Thousandths of all its wordings together at most.
  public var most = UInt32.max
}

/// Where in an article a rule may be asked to speak or to be silent.
public enum RuleContext: UInt32, Sendable, CaseIterable {
  case kicker, headline, subheading, body, list, caption, credit, tail
  /// Inside quotation marks.
  case quote
  /// In the words that say who speaks, beside a quotation.
  case attribution

  /// The context as one bit of a mask.
  public var bit: UInt32 { 1 << rawValue }

  /// Name in `in:` and `not-in:`.
  public var name: String { "\(self)" }
}

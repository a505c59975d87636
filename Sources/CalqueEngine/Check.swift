public import CalqueFindings
public import CalqueRules
public import CalqueText

/// A judgement that takes code: what a rule with `check:` carries out.
///
/// A check is one file of `Sources/CalqueChecks/Checks`, named as its type. Its message, level,
/// reason and examples are in the rule that names it, `UnclosedQuote` as `check: unclosed-quote`.
public protocol Check: Sendable {
  /// The options that it takes; none where it does not say.
  static var options: [CheckOption] { get }

  /// Creates the check for one rule.
  init(_ setup: CheckSetup)

  /// Returns the faults of an article, in any order.
  func faults(in article: Article) -> [Fault]
}

extension Check {
  /// No options.
  public static var options: [CheckOption] { [] }
}

/// What a check is given when it is made.
public struct CheckSetup: Sendable {
  /// The word lists.
  public let lexicon: Lexicon
  /// How a text says who speaks.
  public let grammar: AttributionGrammar
  /// Knows lines of the page; one for all checks, for its lists are long.
  public let pageLines: PageLineReader
  /// The options of the rule, each one or several values.
  public let options: CheckOptions

  /// Creates a setup.
  public init(
    lexicon: Lexicon, grammar: AttributionGrammar, pageLines: PageLineReader,
    options: CheckOptions
  ) {
    self.lexicon = lexicon
    self.grammar = grammar
    self.pageLines = pageLines
    self.options = options
  }

  /// Returns a numeric option, or the default where it is absent or no number.
  public func number(_ name: String, default value: Int) -> Int {
    options[name]?.first.flatMap { Int($0) } ?? value
  }
}

/// What a check has found: a finding but for what its rule says.
public struct Fault: Sendable {
  /// The bytes at fault.
  public var range: TextRange
  /// Values of the `$name` places in the rule's message: so few that a dictionary would cost more.
  public var values: KeyValuePairs<String, String>
  /// Other places that belong to the fault.
  public var related: [Finding.Related]
  private let makeFixes: @Sendable () -> [Fix]

  /// Creates a fault; its fixes are made where somebody wants to see them.
  public init(
    _ range: TextRange, values: KeyValuePairs<String, String> = [:],
    related: [Finding.Related] = [],
    fixes: @autoclosure @escaping @Sendable () -> [Fix] = []
  ) {
    self.range = range
    self.values = values
    self.related = related
    makeFixes = fixes
  }

  /// Mends, the best first.
  public var fixes: [Fix] { makeFixes() }
}

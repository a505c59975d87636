internal import CBuiltInRules
internal import CalqueRules

// What the build has compiled lies in the read-only data of the product, for as long as the process
// runs and at a multiple of 64, as `CBuiltInRules.h` says.

extension RuleProgram {
  /// The built-in rules, read where they lie; user rules are compiled with its word lists.
  static var builtIn: RuleProgram {
    let bytes = unsafe cq_built_in_program()
    return unsafe RuleProgram(trusted: Table(mapped: bytes.start, count: bytes.count))
  }
}

extension WordTable {
  /// The English dictionary, read where it lies.
  static var builtIn: WordTable {
    let bytes = unsafe cq_built_in_words()
    return unsafe WordTable(Table(mapped: bytes.start, count: bytes.count))
  }
}

/// The rules of this folder, compiled when the package is built.
///
/// The build adds `encodedProgram`, the program as text of six bits a character, and `encodedWords`,
/// the lists of `lexicon/dictionary/`; see `CalqueRules/RuleProgram.swift` and `CalqueRules/WordTable.swift`.
public enum BuiltInRules {}

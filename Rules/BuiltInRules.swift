/// The rules of this folder, compiled when the package is built.
///
/// The build adds `encodedProgram`, the program as text of six bits a character; see
/// `CalqueRules/RuleProgram.swift` for what it holds.
public enum BuiltInRules {}

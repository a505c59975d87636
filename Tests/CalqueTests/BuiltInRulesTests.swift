import CalqueRules
import CalqueText
import Testing

@testable import Calque

@Suite("Built-in rules")
struct BuiltInRulesTests {
  @Test("What lies in the product refers to nothing that is not there; a run does not check it")
  func areSound() throws {
    let program = RuleProgram.builtIn
    #expect(try RuleProgram(decoding: program.encoded()) == program)
    #expect(!program.rules.isEmpty)
    #expect(program.string(program.packs[0].name) == "consistency")
  }

  @Test("The dictionary lies in the product")
  func haveWords() {
    #expect(WordTable.builtIn.rank(of: WordHash.of("minister")) == .common)
    #expect(WordTable.builtIn.rank(of: WordHash.of("mnister")) == nil)
  }
}

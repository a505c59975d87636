import CalqueRules
import CalqueTesting
import CalqueText
import Testing

@testable import CalqueEngine

@Suite("Neighbours")
struct NeighbourTests {
  @Test("Flags tell the same as blocks and sentences", arguments: 0..<100 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = Array(RandomText.text(80, using: &generator).utf8)
    var blocks: [Block] = []
    var start = 0
    while start < text.count {
      var end = min(start + 60, text.count)
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      blocks.append(Block(kind: .paragraph, range: TextRange(UInt32(start), UInt32(end))))
      start = end
    }
    let document = Document(text: text, blocks: blocks)
    let survey = TextSurvey(Engine.Section(document))
    let article = Article(survey, program: RuleProgram(ProgramArrays()), judgement: nil)
    for token in document.tokens.indices {
      let block = document.blocks[document.block(ofToken: token)].tokens
      let sentence = document.sentences[document.sentence(ofToken: token)].tokens
      #expect(article.tokenBefore(token) == (token > block.lowerBound ? token - 1 : nil))
      #expect(article.tokenAfter(token) == (token + 1 < block.upperBound ? token + 1 : nil))
      #expect(article.sentenceStart(of: token) == sentence.lowerBound, "seed \(seed)")
      #expect(article.sentenceEnd(of: token) == sentence.upperBound, "seed \(seed)")
    }
  }
}

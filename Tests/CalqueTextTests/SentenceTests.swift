import CalqueText
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "A sentence ends where a reader would end it; | marks the ends",
    arguments: [
      "It rained.| The match went on.|",
      "Dr. Vega and Gov. Ruiz met.| They left.|",
      "The U.S. Senate voted.| The bill passed.|",
      "He lives in the U.S.| The others left.|",
      "It began at 9 a.m. in Lima.| It ended at 5 p.m.| The crowd went home.|",
      "Room No. 5 was empty.| He said no.| Then he left.|",
      "Acme Inc. said so.| It was sold to Acme Inc.| The price is secret.|",
      "On Jan. 19 they met.| By Sept. 3 it was over.|",
      "J. R. Vega spoke.| So did Ana P. Ruiz.|",
      "It was plan B.| The others failed.|",
      "“We won.”| The crowd cheered.|",
      "“Did we win?” he asked.| Nobody knew.|",
      "“We won!” the coach said.|",
      "He stopped (at last.)| Then he spoke.|",
      "Prices rose 3.5 percent.| 1,500 people left.|",
      "Wait… what?| Nothing happened.|",
      "The end.|The next lacks a space.|",
      "Go to example.com for more.|",
      "The borders are controlled.| the rest is not.|",
      "He said: “It is done. ”| They left.|",
      "No stop at the end|",
    ])
  func ends(marked: String) {
    let text = marked.replacing("|", with: "")
    let document = document(text)
    let split = document.sentences.map { document.string(document.range(of: $0.tokens)) }
    let expected = marked.split(separator: "|").map { String($0.drop { $0 == " " }) }
    #expect(split == expected)
  }

  @Test("The sentence and the block of a token are found as by a search", arguments: [0, 1, 40])
  func places(longSentences: Int) {
    // Many short ones in a row, and long ones between them.
    let short = "It rained. So it goes. No! Yes? Once more…"
    let long = String(repeating: "and then the boat came into the harbour ", count: 30) + "at last."
    let paragraphs =
      Array(repeating: short, count: 50) + (0..<longSentences).flatMap { _ in [long, "", short] }
    var text: [UInt8] = []
    let blocks = paragraphs.map { paragraph in
      let start = UInt32(text.count)
      text += paragraph.utf8
      defer { text += "\n\n".utf8 }
      return Block(kind: .paragraph, range: TextRange(start, UInt32(text.count)))
    }
    let document = Document(text: text, blocks: blocks)
    for token in document.tokens.indices {
      let sentence = document.sentences.lastIndex { $0.tokens.lowerBound <= token }
      #expect(document.sentence(ofToken: token) == sentence)
      let block = document.blocks.firstIndex { $0.tokens.contains(token) }
      #expect(document.block(ofToken: token) == block)
    }
  }

  @Test("Every token is in one sentence and every first one is flagged")
  func partition() {
    let document = document("One. Two! “Three?” Four… five. Dr. Six")
    #expect(document.sentences.map(\.tokens).flatMap { $0 } == Array(document.tokens.indices))
    let starts = document.tokens.indices.filter {
      document.tokens[$0].flags.contains(.sentenceStart)
    }
    #expect(starts == document.sentences.map(\.tokens.lowerBound))
  }
}

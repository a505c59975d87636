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

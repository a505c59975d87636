import CalqueTesting
import CalqueText
import Testing

@Suite("Tokens")
struct TokenizerTests {
  @Test(
    "Words, numbers and marks",
    arguments: [
      ("build-up in Moscow’s", "w:build-up w:in w:Moscow’s"),
      ("don't", "w:don't"),
      ("U.S. and EE.UU. at 5 a.m.", "w:U.S. w:and w:EE.UU. w:at n:5 w:a.m."),
      ("U.S.-led", "w:U.S. p:- w:led"),
      ("It is. No.", "w:It w:is p:. w:No p:."),
      ("J.K.Rowling", "w:J.K. w:Rowling"),
      ("1,500 and 3.5%", "n:1,500 w:and n:3.5 s:%"),
      ("at 15h30, 2nd", "w:at w:15h30 p:, w:2nd"),
      ("wait... what", "w:wait p:... w:what"),
      ("“quoted” 'one'", "q:“ w:quoted q:” q:' w:one q:'"),
      ("``tex''", "q:`` w:tex q:''"),
      ("see https://a.org/x, or", "w:see s:https://a.org/x p:, w:or"),
      ("see https://речка.рф/Ö/x, or", "w:see s:https://речка.рф/Ö/x p:, w:or"),
      ("“https://a.org/x” https://a.org/x。", "q:“ s:https://a.org/x q:” s:https://a.org/x p:。"),
      ("https://a.org/x川", "s:https://a.org/x w:川"),
      ("mail x.y@z.org.", "w:mail w:x p:. s:y@z.org p:."),
      ("by @reuters #News", "w:by s:@reuters s:#News"),
      ("cafés Ñandú", "w:cafés w:Ñandú"),
      ("soft\u{AD}hyphen", "w:soft\u{AD}hyphen"),
      ("\u{2BC}", "s:\u{2BC}"),
      ("end.The", "w:end p:. w:The"),
      ("6'2\"", "n:6 q:' n:2 q:\""),
    ])
  func kinds(text: String, expected: String) {
    #expect(describe(text) == expected)
  }

  @Test(
    "A word's hash ignores case, composition and the shape of an apostrophe",
    arguments: [
      ("MOSCOW’S", "moscow's"), ("Él", "él"), ("e\u{301}l", "él"), ("soft\u{AD}er", "softer"),
      ("co\u{2010}op", "co-op"),
    ])
  func hashes(one: String, other: String) {
    #expect(document(one).tokens.map(\.hash) == document(other).tokens.map(\.hash))
    #expect(document(one).tokens.map(\.hash) == [WordHash.of(other)])
  }

  @Test(
    "Flags say what a word looks like",
    arguments: [
      ("Stano", [.capitalized]), ("EU", [.capitalized, .allCapitals]),
      ("UkraineStano", [.capitalized, .hasSeam]), ("McDonald", [.capitalized, .hasSeam]),
      ("O’Neill", [.capitalized, .nonASCII]), ("G7", [.capitalized, .hasDigit]),
      ("a1B", [.hasDigit]), ("a٣B", [.hasDigit, .nonASCII]),
    ] as [(String, Token.Flags)])
  func flags(word: String, expected: Token.Flags) {
    let flags = document("x " + word).tokens[1].flags
    #expect(flags == expected.union(.spaceBefore))
  }

  @Test(
    "Tokens cover all but white space, in order, on scalar bounds",
    arguments: 0..<200 as Range<UInt64>)
  func coverage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = RandomText.text(120, using: &generator)
    let document = document(text)
    var covered = document.text.map { _ in false }
    var last: UInt32 = 0
    for token in document.tokens {
      #expect(token.start >= last && token.end > token.start, "seed \(seed)")
      last = token.end
      for index in token.range.indices { covered[index] = true }
      #expect(document.text[Int(token.start)] & 0xC0 != 0x80, "seed \(seed)")
    }
    var offset = 0
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.value < 0x20
      if !isSpace, scalar != "\u{FEFF}" {
        #expect(covered[offset], "seed \(seed): \(scalar.value) at \(offset)")
      }
      offset += UTF8.width(scalar)
    }
  }

  @Test("A long paragraph has the tokens of its words, wherever it is read in parts")
  func longParagraph() {
    // 17 bytes each time, so that parts end inside of any of them.
    let tokens = document(String(repeating: "Moscow’s U.S.-\n", count: 20_000)).tokens
    #expect(tokens.count == 60_000)
    for (index, token) in tokens.enumerated() {
      let first = UInt32(index / 3 * 17)
      let range = [TextRange(first, first + 10), TextRange(first + 11, first + 15)]
      let expected = [range[0], range[1], TextRange(first + 15, first + 16)][index % 3]
      #expect(token.range == expected)
      #expect(token.flags.contains(.spaceBefore) == (index % 3 < 2))
    }
  }

  @Test(
    "A word without end is read in parts that split no scalar",
    arguments: ["a", "é", "€", "😀", "7"])
  func endlessWord(letter: String) {
    let text = String(repeating: letter, count: 200_000)
    let tokens = document(text).tokens
    let width = letter.utf8.count
    #expect(tokens.first?.start == 0)
    #expect(tokens.last.map { Int($0.end) } == 200_000 * width)
    #expect(tokens.allSatisfy { Int($0.start).isMultiple(of: width) })
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(tokens.dropFirst().allSatisfy { !$0.flags.contains(.spaceBefore) })
  }

  @Test(
    "Broken bytes are tokens of their own and stop nothing", arguments: 0..<100 as Range<UInt64>)
  func brokenBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = RandomText.brokenBytes(80, using: &generator)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
    let tokens = Document(text: bytes, blocks: [block]).tokens
    #expect(tokens.allSatisfy { $0.end > $0.start && Int($0.end) <= bytes.count })
  }

  private func describe(_ text: String) -> String {
    let document = document(text)
    return document.tokens.map { token in
      let kind =
        switch token.kind {
        case .word: "w"
        case .number: "n"
        case .punctuation: "p"
        case .quote: "q"
        case .symbol: "s"
        }
      return kind + ":" + document.string(token.range)
    }.joined(separator: " ")
  }

  @Test(
    "A comma or full stop is ordinary close behind a word and before white space; _ stands for one",
    arguments: [
      "rain_ and", "rain_\nand", "7_ and", "A_ and", "rain ,and", "rain , and", "rain,and",
      "rain,, and",
      "rain., and", "café, and", "“rain”, and", "(rain), and", "rain... and", "3.5_ and",
      "rain; and",
    ], ["", " then the boat came into the harbour"])
  func ordinaryMarks(marked: String, rest: String) {
    for mark in [",", "."] {
      // A stop behind one letter is part of an initialism.
      guard mark == "," || !marked.hasPrefix("A_") else { continue }
      let document = document(marked.replacing("_", with: mark) + rest)
      let ordinary = document.tokens.filter { $0.flags.contains(.ordinaryMark) }
      #expect(ordinary.map { document.string($0.range) } == (marked.contains("_") ? [mark] : []))
    }
  }
}

/// Analyses a text as one paragraph.
func document(_ text: String) -> Document {
  let bytes = Array(text.utf8)
  return Document(
    text: bytes, blocks: [Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))])
}

import CalqueTesting
import CalqueText
import Testing

@testable import CalqueRules

/// Returns the words and numbers of a text as an article's are found.
private func articleWords(_ text: String) -> [TextRange] {
  let bytes = Array(text.utf8)
  let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
  return Document(text: bytes, blocks: [block]).tokens.filter(\.isWordLike).map(\.range)
}

@Test("A pattern's words end where an article's do", arguments: UInt64(0)..<200)
func parity(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let text = RandomText.text(30, using: &generator)
  let places = WordScanner.places(of: text)
  let offsets = places.map(\.offset) + [text.utf8.count]
  for word in articleWords(text) {
    guard let start = offsets.firstIndex(of: Int(word.start)) else {
      Issue.record("seed \(seed): a word starts inside a scalar")
      continue
    }
    let end = offsets[WordScanner.wordEnd(in: places, at: start)]
    #expect(end == Int(word.end), "seed \(seed): \(text.debugDescription) at \(word)")
  }
}

@Test(
  "A pattern's words are compared as an article's are",
  arguments: [
    "Moscow’s", "build\u{2011}up", "soft\u{AD}ware", "É", "E\u{301}", "EE.UU.", "1,500", "İ",
  ])
func equalHashes(word: String) {
  let bytes = Array(word.utf8)
  let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
  let tokens = Document(text: bytes, blocks: [block]).tokens
  let places = WordScanner.places(of: word)
  #expect(tokens.map(\.hash) == [WordHash.of(WordScanner.word(places))])
}

import CalqueTesting
import CalqueText
import Testing

/// Words of ASCII, read eight bytes at a time, against a reading letter by letter.
@Suite("Plain words")
struct PlainWordTests {
  private struct Word: Equatable {
    let range: Range<Int>
    let hash: UInt64
    let flags: Token.Flags
  }

  /// Returns the words of a text of ASCII letters, spaces, commas and marks that join.
  private func naiveWords(_ text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var start = 0
    while start < text.count {
      guard isLetter(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, isLetter(text[end]) || joins(end, text) { end += 1 }
      words.append(word(start..<end, text))
      start = end
    }
    return words
  }

  private func word(_ range: Range<Int>, _ text: [UInt8]) -> Word {
    let bytes = text[range]
    let letters = bytes.filter(isLetter)
    var flags: Token.Flags = []
    if isCapital(bytes[range.lowerBound]) { flags.insert(.capitalized) }
    if letters.count > 1, letters.allSatisfy(isCapital) { flags.insert(.allCapitals) }
    let isSeam = zip(bytes, bytes.dropFirst()).contains {
      isLetter($0) && !isCapital($0) && isCapital($1)
    }
    if isSeam { flags.insert(.hasSeam) }
    if range.lowerBound == 0 || text[range.lowerBound - 1] == 0x20 { flags.insert(.spaceBefore) }
    return Word(range: range, hash: WordHash.of(folded: bytes.map { $0 | 0x20 }), flags: flags)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private func joins(_ index: Int, _ text: [UInt8]) -> Bool {
    (text[index] == 0x27 || text[index] == 0x2D) && index + 1 < text.count
      && isLetter(text[index + 1])
  }

  @Test("Words, hashes and flags are those of a naive reading", arguments: 0..<300 as Range<UInt64>)
  func naive(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let shapes: [[UInt8]] = [
      Array("abcdefghijklmnopqrstuvwxyz".utf8), Array("abzABZ".utf8), Array("ab '-,".utf8),
    ]
    let text = (0..<Int.random(in: 0...30, using: &generator)).flatMap { _ -> [UInt8] in
      let shape = shapes.randomElement(using: &generator) ?? []
      let length = Int.random(in: 0...20, using: &generator)
      let piece = (0..<length).compactMap { _ in shape.randomElement(using: &generator) }
      return piece + (Bool.random(using: &generator) ? [0x20] : [])
    }
    let document = document(String(decoding: text, as: UTF8.self))
    let words = document.tokens.filter { $0.kind == .word }.map { token in
      Word(
        range: token.range.indices, hash: token.hash,
        flags: token.flags.subtracting([.sentenceStart, .blockStart, .insideQuotation]))
    }
    #expect(words == naiveWords(text), "seed \(seed): \(String(decoding: text, as: UTF8.self))")
  }

  @Test(
    "A word is the same wherever the text ends behind it",
    arguments: [
      "said", "Minister", "don’t", "build-up", "EU", "iPhone", "1,500", "3.5", "U.S.", "www.a.org",
      "internationalisation", "O’Neill", "it’s", "co-operation’s", "2014-16", "café",
    ])
  func atEnd(word: String) {
    let expected = document("x \(word)            ").tokens[1]
    for count in 0..<12 {
      for end in [" ", ".", ",", "”", "\n", "…"] {
        // A dot behind a dot is another mark.
        guard end != "." || !word.hasSuffix(".") else { continue }
        let text = "x \(word)" + String(repeating: end, count: count)
        let token = document(text).tokens[1]
        #expect(token == expected, "“\(text)”")
      }
    }
  }

  @Test("A block that ends inside a word ends the word", arguments: 1..<24)
  func cut(length: Int) {
    let text = Array("internationalisation of the trade".utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(length)))
    let tokens = Document(text: text, blocks: [block]).tokens
    #expect(tokens.last?.end == UInt32(text[length - 1] == 0x20 ? length - 1 : length))
    #expect(tokens.first?.hash == WordHash.of(folded: text[..<min(length, 20)]))
  }

  @Test("Letters of Latin-1 fold as ICU folds them, with and without what would compose")
  func latin1() {
    for value in 0xC0...0xFF as ClosedRange<UInt32> where value != 0xD7 && value != 0xF7 {
      for end in ["", "n", "’s", "\u{301}", "ł", "\u{AD}a"] {
        let word = "Ca\(Unicode.Scalar(value).map(String.init) ?? "")\(end)"
        let document = document(word)
        #expect(document.tokens.count == 1, "\(word)")
        for token in document.tokens {
          #expect(token.hash == WordHash.of(folded: document.foldedBytes(of: token)), "\(word)")
        }
      }
    }
  }
}

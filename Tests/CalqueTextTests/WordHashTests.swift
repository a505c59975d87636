import CalqueTesting
import CalqueText
import Testing

@Suite("Hash of words")
struct WordHashTests {
  /// The definition, step by step: what is left of a word stands at the top of the last step.
  private func definition(_ word: [UInt8]) -> UInt64 {
    var state: UInt64 = 0xA076_1D64_78BD_642F
    for start in stride(from: 0, through: word.count, by: 8) {
      let bytes = word[start..<min(start + 8, word.count)]
      let step = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      let shift = bytes.isEmpty ? 0 : 64 - 8 * UInt64(bytes.count)
      let product = (state ^ step << shift).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      state = product.high ^ product.low
    }
    return max(state, 1)
  }

  @Test("A word of any length is hashed as defined, at once and byte by byte", arguments: 0...40)
  func lengths(length: Int) {
    let word = (0..<length).map { 0x61 + UInt8($0 * 7 % 26) }
    var hasher = WordHasher()
    for (index, byte) in word.enumerated() {
      #expect(hasher.hash == definition(Array(word[..<index])))
      hasher.add(byte)
    }
    #expect(hasher.hash == definition(word))
    #expect(WordHash.of(folded: word) == definition(word))
    #expect(WordHash.of(String(decoding: word, as: UTF8.self).uppercased()) == definition(word))
  }

  @Test(
    "The words of a row are hashed one by one, whatever space is between them",
    arguments: ["", "one", " one  two\nthree\t", "No. Él don't 2nd", "e\u{301}l\u{A0}uno"])
  func rows(row: String) {
    let words = row.split(whereSeparator: \.isWhitespace)
    #expect(WordHash.ofEach(row) == words.map { WordHash.of(String($0)) })
  }

  @Test("Words that differ in a letter or in length have different hashes")
  func differences() {
    var words: Set<[UInt8]> = []
    for length in 0...24 {
      let word = [UInt8](repeating: 0x61, count: length)
      words.insert(word)
      for place in 0..<length {
        for letter in 0x62...0x7A as ClosedRange<UInt8> {
          var other = word
          other[place] = letter
          words.insert(other)
        }
      }
    }
    #expect(Set(words.map { WordHash.of(folded: $0) }).count == words.count)
  }

  @Test("A set of words has these and no others")
  func sets() {
    let words = WordSet("a of the government’s internationalisation")
    for word in ["a", "of", "The", "internationalisation"] {
      #expect(words.contains(WordHash.of(word)), "\(word)")
    }
    for word in ["", "o", "off", "governments"] {
      #expect(!words.contains(WordHash.of(word)), "\(word)")
    }
    #expect(!WordSet("").contains(WordHash.of("a")))
  }
}

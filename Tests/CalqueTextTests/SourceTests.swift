import CalqueTesting
import CalqueText
import Testing

@Suite("Reading bytes as text")
struct SourceTests {
  @Test("UTF-8 is its own text, byte order mark and all")
  func utf8() throws {
    let file = Array("\u{FEFF}Señal".utf8)
    let source = try Source(decoding: file)
    #expect(source.bytes == file)
    #expect(source.encoding == .utf8)
    #expect(source.byteOrderMarkLength == 3)
  }

  @Test("A UTF-16 byte order mark is understood", arguments: [false, true])
  func utf16(isBigEndian: Bool) throws {
    let units = Array("\u{FEFF}«Niño» 😀".utf16)
    let file = units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    let source = try Source(decoding: file)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "«Niño» 😀")
    #expect(source.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
  }

  @Test("Invalid sequences are found with their offsets and the text is kept")
  func invalidSequences() throws {
    let file: [UInt8] = [0x61, 0xE9, 0x20, 0x62, 0xC3, 0x28, 0xF0, 0x9F, 0x98]
    let source = try Source(decoding: file)
    #expect(source.bytes == file)
    #expect(source.invalidSequences == [TextRange(1, 2), TextRange(4, 5), TextRange(6, 9)])
  }

  @Test("Invalid bytes are those that repair changes", arguments: 0..<60 as Range<UInt64>)
  func agreesWithRepair(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = RandomText.brokenBytes(60, using: &generator)
    let source = try Source(decoding: bytes.filter { $0 != 0 })
    var valid: [UInt8] = []
    var index = 0
    for range in source.invalidSequences {
      valid += source.bytes[index..<Int(range.start)]
      index = Int(range.end)
    }
    valid += source.bytes[index...]
    #expect(Array(String(decoding: valid, as: UTF8.self).utf8) == valid, "seed \(seed)")
    let isValid = Array(String(decoding: source.bytes, as: UTF8.self).utf8) == source.bytes
    #expect(isValid == source.invalidSequences.isEmpty, "seed \(seed)")
  }

  @Test("Legacy encodings are guessed only when asked for")
  func guess() throws {
    let text = "El portavoz señaló que la reunión será mañana en A Coruña, según la organización."
    let file = Array(text.unicodeScalars.map { UInt8($0.value) })
    #expect(try Source(decoding: file).encoding == .utf8)
    let guessed = try Source(decoding: file, as: .guess)
    #expect(String(decoding: guessed.bytes, as: UTF8.self) == text)
    let named = try Source(decoding: file, as: .named("windows-1252"))
    #expect(String(decoding: named.bytes, as: UTF8.self) == text)
  }

  @Test("NUL bytes and unknown encodings are errors")
  func errors() {
    #expect(throws: SourceError.binary(nulOffset: 1)) { try Source(decoding: [0x61, 0, 0x62]) }
    #expect(throws: SourceError.unknownEncoding("klingon")) {
      try Source(decoding: [0x61], as: .named("klingon"))
    }
  }
}

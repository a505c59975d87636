extension RuleProgram {
  /// Number of the format; to be raised with every change of the records or of the instructions.
  static let version: UInt32 = 7
  /// `calque` and two spaces.
  private static let magic: [UInt32] = [0x716C_6163, 0x2020_6575]

  /// Returns the program as bytes: little-endian words of 32 bits.
  ///
  /// O(size).
  public func encoded() -> [UInt8] {
    encodedWords().flatMap { word in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Reads a program from what ``encoded()`` returned.
  ///
  /// O(size).
  ///
  /// Whatever the bytes are, a program that is returned can be run and described without a trap.
  public init(decoding bytes: [UInt8]) throws(ProgramError) {
    guard bytes.count.isMultiple(of: 4) else { throw .truncated }
    var words = [UInt32](repeating: 0, count: bytes.count / 4)
    for index in words.indices { words[index] = Self.word(of: bytes, at: 4 * index) }
    try self.init(words: words)
  }

  /// Returns the program as words: magic, version, then each array with its length before it.
  func encodedWords() -> [UInt32] {
    var writer = ProgramWriter()
    writer.words = Self.magic + [Self.version, wordCount]
    writer.write(vocabularyHashes)
    writer.write(vocabularyWords)
    writer.write(lists)
    writer.write(listBits)
    writer.write(phraseHashes)
    writer.write(formStarts)
    writer.write(formWords)
    writer.write(formMasks)
    writer.write(anchorStarts)
    writer.write(anchors)
    writer.write(pairStarts)
    writer.write(pairs)
    writer.write(pairFilter)
    writer.write(conditionFilter)
    writer.write(patterns)
    writer.write(code)
    writer.write(rules)
    writer.write(needs)
    writer.write(fixes)
    writer.write(fixPieces)
    writer.write(paradigms)
    writer.write(packs)
    writer.write(evidence)
    writer.write(stringLists)
    writer.write(stringStarts)
    writer.write(bytes: stringBytes)
    return writer.words
  }

  /// Reads a program from its words; at most two words more may follow, as padding.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - isTrusted: Whether the build of the product has written them, so that their references
  ///     need no check.
  /// - Throws: ``ProgramError`` where the words are no program.
  init(words: [UInt32], isTrusted: Bool = false) throws(ProgramError) {
    guard words.count >= 4, Array(words[..<2]) == Self.magic else { throw .notAProgram }
    guard words[2] == Self.version else { throw .otherVersion(words[2]) }
    self.init()
    wordCount = words[3]
    var reader = ProgramReader(words: words, position: 4)
    vocabularyHashes = try reader.longs()
    vocabularyWords = try reader.numbers()
    lists = try reader.records()
    listBits = try reader.longs()
    phraseHashes = try reader.longs()
    formStarts = try reader.numbers()
    formWords = try reader.numbers()
    formMasks = try reader.numbers()
    anchorStarts = try reader.numbers()
    anchors = try reader.records()
    pairStarts = try reader.numbers()
    pairs = try reader.records()
    pairFilter = try reader.longs()
    conditionFilter = try reader.longs()
    patterns = try reader.records()
    code = try reader.numbers()
    rules = try reader.records()
    needs = try reader.records()
    fixes = try reader.records()
    fixPieces = try reader.records()
    paradigms = try reader.numbers()
    packs = try reader.records()
    evidence = try reader.records()
    stringLists = try reader.numbers()
    stringStarts = try reader.numbers()
    stringBytes = try reader.bytes()
    guard words.count - reader.position <= 2 else { throw .damaged(part: "last words") }
    if !isTrusted { try ProgramValidator(program: self).validate() }
  }

  private static func word(of bytes: [UInt8], at index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
      | UInt32(bytes[index + 3]) << 24
  }
}

/// Appends arrays to words, each after its length.
private struct ProgramWriter {
  var words: [UInt32] = []

  mutating func write(_ numbers: [UInt32]) {
    words.append(UInt32(numbers.count))
    words += numbers
  }

  mutating func write(_ longs: [UInt64]) {
    words.append(UInt32(longs.count))
    for long in longs {
      words.append(UInt32(truncatingIfNeeded: long))
      words.append(UInt32(truncatingIfNeeded: long >> 32))
    }
  }

  mutating func write(_ records: [some CodedRecord]) {
    words.append(UInt32(records.count))
    var writer = FieldWriter()
    for var record in records { record.code(&writer) }
    words += writer.words
  }

  mutating func write(bytes: [UInt8]) {
    words.append(UInt32(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for index in start..<min(start + 4, bytes.count) {
        word |= UInt32(bytes[index]) << UInt32(8 * (index - start))
      }
      words.append(word)
    }
  }
}

/// Takes arrays from words, each after its length.
private struct ProgramReader {
  let words: [UInt32]
  var position: Int

  mutating func numbers() throws(ProgramError) -> [UInt32] {
    Array(words[try take(elementsOf: 1).range])
  }

  mutating func longs() throws(ProgramError) -> [UInt64] {
    let (count, range) = try take(elementsOf: 2)
    var longs = [UInt64](repeating: 0, count: count)
    var position = range.lowerBound
    for index in longs.indices {
      longs[index] = UInt64(words[position]) | UInt64(words[position + 1]) << 32
      position += 2
    }
    return longs
  }

  mutating func records<Record: CodedRecord>() throws(ProgramError) -> [Record] {
    let (count, range) = try take(elementsOf: Record.fieldCount)
    var reader = FieldReader(words, from: range.lowerBound)
    var records: [Record] = []
    records.reserveCapacity(count)
    for _ in 0..<count {
      var record = Record()
      record.code(&reader)
      records.append(record)
    }
    return records
  }

  mutating func bytes() throws(ProgramError) -> [UInt8] {
    guard position < words.count else { throw .truncated }
    let count = Int(words[position])
    let wordCount = (count + 3) / 4
    guard wordCount < words.count - position else { throw .truncated }
    var bytes = [UInt8](repeating: 0, count: count)
    let start = position + 1
    for index in bytes.indices {
      bytes[index] = UInt8(truncatingIfNeeded: words[start + index / 4] >> (8 * UInt32(index % 4)))
    }
    position = start + wordCount
    return bytes
  }

  /// Takes a length and the words of as many elements.
  private mutating func take(
    elementsOf width: Int
  ) throws(ProgramError) -> (count: Int, range: Range<Int>) {
    guard position < words.count else { throw .truncated }
    let count = Int(words[position])
    let start = position + 1
    guard count <= (words.count - start) / width else { throw .truncated }
    position = start + count * width
    return (count, start..<position)
  }
}

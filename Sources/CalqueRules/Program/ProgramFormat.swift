// Big-endian machines would need the tables turned round; nobody has asked for one.
#if _endian(big)
  #error("compiled rules are little-endian and read where they lie")
#endif

/// The bytes of a program, made to be read where they lie.
///
/// A head of 32-bit numbers: the magic, the version, the number of words, and for each table where
/// it starts in the bytes and how many elements it has. The tables follow, in the same order, each
/// at a multiple of eight; an element is a number or a row of 32-bit numbers.
enum ProgramFormat {
  /// Number of the format; to be raised with every change of the records or of the instructions.
  static let version: UInt32 = 16
  /// `calque` and two spaces.
  static let magic: [UInt32] = [0x716C_6163, 0x2020_6575]
  /// Numbers of the head before those of the tables.
  static let headCount = 4
  /// Numbers of the head for each table.
  static let entryCount = 2
  /// What the start of each table is a multiple of.
  static let alignment = 8
}

extension RuleProgram {
  /// Takes a program that is part of the product, and was written by its build.
  ///
  /// O(1): nothing is copied, and nothing checked but that the tables lie inside the bytes.
  public convenience init(trusted bytes: Table<UInt8>) {
    var reader = ProgramReader(bytes)
    self.init(&reader)
    precondition(reader.fault == nil, "the rules of the product are damaged; build it again")
  }

  /// Makes a program of arrays.
  ///
  /// O(size).
  package convenience init(_ arrays: ProgramArrays) {
    self.init(trusted: Table(arrays.encoded()))
  }

  /// Reads a program from what ``encoded()`` returned.
  ///
  /// O(size).
  ///
  /// Whatever the bytes are, a program that is returned can be run and described without a trap.
  public convenience init(decoding bytes: [UInt8]) throws(ProgramError) {
    var reader = ProgramReader(Table(bytes))
    self.init(&reader)
    if let fault = reader.fault { throw fault }
    try ProgramValidator(program: self).validate()
  }

  /// Returns the program as bytes, as ``ProgramFormat`` has it.
  ///
  /// O(size).
  public func encoded() -> [UInt8] { bytes.elements }
}

/// Lays arrays one after the other.
struct ProgramWriter {
  /// Start, in the bytes after the head, and number of elements of each table.
  private var entries: [(start: Int, count: Int)] = []
  private var body: [UInt8] = []

  mutating func add<Element: BitwiseCopyable>(_ elements: [Element]) {
    while !body.count.isMultiple(of: ProgramFormat.alignment) { body.append(0) }
    entries.append((body.count, elements.count))
    // The elements as they lie in the array are what a table reads.
    unsafe elements.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
  }

  consuming func finished(wordCount: UInt32) -> [UInt8] {
    // An even number of numbers: the tables start at a multiple of eight.
    let headCount = ProgramFormat.headCount + ProgramFormat.entryCount * entries.count
    var head = ProgramFormat.magic + [ProgramFormat.version, wordCount]
    for entry in entries {
      head += [UInt32(4 * headCount + entry.start), UInt32(entry.count)]
    }
    return head.flatMap { number in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    } + body
  }
}

/// Takes tables from bytes, one after the other.
struct ProgramReader {
  let bytes: Table<UInt8>
  let wordCount: UInt32
  /// Why the bytes are no program; the tables from there on are empty.
  private(set) var fault: ProgramError?
  /// Index in the head of the start of the next table.
  private var position = ProgramFormat.headCount

  init(_ bytes: Table<UInt8>) {
    self.bytes = bytes
    let head = Table<UInt32>(in: bytes, at: 0, count: ProgramFormat.headCount)
    wordCount = head?[3] ?? 0
    guard let head, head.prefix(2).elementsEqual(ProgramFormat.magic) else {
      fault = .notAProgram
      return
    }
    if head[2] != ProgramFormat.version { fault = .otherVersion(head[2]) }
  }

  mutating func table<Element>() -> Table<Element> {
    guard fault == nil else { return [] }
    let entry = Table<UInt32>(in: bytes, at: 4 * position, count: ProgramFormat.entryCount)
    position += ProgramFormat.entryCount
    guard let entry, let table = Table<Element>(in: bytes, at: Int(entry[0]), count: Int(entry[1]))
    else {
      fault = .truncated
      return []
    }
    return table
  }
}

/// The text of one file as UTF-8, in whose bytes every range is counted.
///
/// A file in UTF-8 is its own text, byte for byte, with its byte order mark and its faults; a file
/// in another encoding is decoded first.
public struct Source: Sendable {
  /// The encoding that a file was read in.
  public enum Encoding: Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16, told by its byte order mark.
    case utf16LittleEndian, utf16BigEndian
    /// A legacy encoding, by its IANA name.
    case named(String)
  }

  /// How to find out the encoding of a file.
  public enum EncodingChoice: Sendable, Hashable {
    /// UTF-8, or UTF-16 where a byte order mark says so.
    case unicode
    /// The same where the bytes are valid, else what ICU guesses.
    case guess
    /// The encoding of this IANA name.
    case named(String)
  }

  /// Where the text of a part starts in its file, which may have more bytes than a range can count.
  public struct Origin: Sendable, Hashable {
    /// Number of lines before it.
    public var lines = 0
    /// Number of bytes before it.
    public var bytes = 0

    /// Creates the start of a file.
    public init() {}

    /// Whether it is the start of the file.
    public var isStart: Bool { bytes == 0 }
  }

  /// The text.
  public let bytes: [UInt8]
  /// The encoding of the file; ranges are byte ranges of the file only for `utf8`.
  public let encoding: Encoding
  /// Runs of bytes that are not UTF-8; the text holds them as they are.
  public let invalidSequences: [TextRange]
  /// Where its lines start, behind a byte order mark.
  public let lineStarts: LineStarts
  /// Where the text starts in its file; ranges are counted from here.
  public let origin: Origin
  /// Whether the file goes on behind the text.
  public let goesOn: Bool

  /// Creates a source from the bytes of a file.
  ///
  /// O(length).
  ///
  /// - Throws: ``SourceError`` where the file is too large, no text, or of an unknown encoding.
  public init(decoding file: [UInt8], as choice: EncodingChoice = .unicode) throws(SourceError) {
    guard file.count < Int(UInt32.max) else { throw .tooLarge(byteCount: file.count) }
    encoding = try Self.encoding(of: file, choice)
    switch encoding {
    case .utf8:
      bytes = file
    case .utf16LittleEndian:
      bytes = UTF16Decoding.decode(file.dropFirst(2), isBigEndian: false)
    case .utf16BigEndian:
      bytes = UTF16Decoding.decode(file.dropFirst(2), isBigEndian: true)
    case .named(let name):
      guard let decoded = LegacyDecoding.decode(file, from: name) else {
        throw .unknownEncoding(name)
      }
      bytes = decoded
    }
    // A decoded text can be half as long again as its file.
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge(byteCount: file.count) }
    (origin, goesOn) = (Origin(), false)
    lineStarts = try Self.lineStarts(of: bytes, from: origin)
    invalidSequences = UTF8Validation.invalidSequences(of: bytes)
  }

  /// Creates a source from some whole lines of a file in UTF-8.
  ///
  /// O(length).
  ///
  /// - Throws: ``SourceError`` where the lines are too long or no text.
  public init(part bytes: [UInt8], from origin: Origin, goesOn: Bool) throws(SourceError) {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge(byteCount: bytes.count) }
    lineStarts = try Self.lineStarts(of: bytes, from: origin)
    encoding = .utf8
    self.bytes = bytes
    self.origin = origin
    self.goesOn = goesOn
    invalidSequences = UTF8Validation.invalidSequences(of: bytes)
  }

  private static func lineStarts(
    of bytes: [UInt8], from origin: Origin
  ) throws(SourceError) -> LineStarts {
    let lineStarts = LineStarts(of: bytes, from: origin.isStart ? markLength(of: bytes) : 0)
    if let nul = lineStarts.firstNUL { throw .binary(nulOffset: origin.bytes + nul) }
    return lineStarts
  }

  /// Returns the number of bytes of a byte order mark at the start of a file in UTF-8.
  package static func markLength(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Where the text behind this one starts in the file.
  public var end: Origin {
    var end = origin
    end.bytes += bytes.count
    end.lines += lineStarts.offsets.count - 1
    return end
  }

  /// Whether the text is the start of its file.
  public var isStart: Bool { origin.isStart }

  /// Number of bytes of a byte order mark at the start of the text.
  public var byteOrderMarkLength: UInt32 {
    isStart ? UInt32(Self.markLength(of: bytes)) : 0
  }

  private static func encoding(
    of file: [UInt8], _ choice: EncodingChoice
  ) throws(SourceError) -> Encoding {
    if case .named(let name) = choice { return .named(name) }
    if let marked = Encoding.utf16(markedBy: file) { return marked }
    guard choice == .guess, !UTF8Validation.invalidSequences(of: file).isEmpty else { return .utf8 }
    return LegacyDecoding.guess(file).map(Encoding.named) ?? .utf8
  }
}

extension Source.Encoding {
  /// Returns the UTF-16 that a byte order mark at the start of a file tells; nil where it has none.
  @inlinable
  public static func utf16(markedBy start: some Collection<UInt8>) -> Source.Encoding? {
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    return start.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
  }
}

extension Source.Encoding {
  /// IANA name of the encoding, in lower case.
  public var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    case .named(let name): name.lowercased()
    }
  }
}

/// Why bytes cannot be read as text.
@nonexhaustive
public enum SourceError: Error, Sendable, Hashable {
  /// The file has four gigabytes or more, and offsets have 32 bits.
  case tooLarge(byteCount: Int)
  /// ICU knows no encoding of this name.
  case unknownEncoding(String)
  /// The file holds NUL bytes: it is no text.
  case binary(nulOffset: Int)
}

extension SourceError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .tooLarge(let byteCount):
      "the file has \(byteCount) bytes; split it into files of less than 4 GiB"
    case .unknownEncoding(let name):
      "“\(name)” is no encoding that ICU knows; give an IANA name such as “windows-1252”"
    case .binary(let offset):
      "not a text: byte \(offset) is NUL; leave the file out with “exclude”"
    }
  }
}

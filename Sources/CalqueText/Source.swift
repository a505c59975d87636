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

  /// The text.
  public let bytes: [UInt8]
  /// The encoding of the file; ranges are byte ranges of the file only for `utf8`.
  public let encoding: Encoding
  /// Runs of bytes that are not UTF-8; the text holds them as they are.
  public let invalidSequences: [TextRange]

  /// Creates a source from the bytes of a file.
  ///
  /// - Throws: ``SourceError`` where the file is too large or its encoding is unknown.
  public init(decoding file: [UInt8], as choice: EncodingChoice = .unicode) throws(SourceError) {
    guard file.count < Int(UInt32.max) else { throw .tooLarge(byteCount: file.count) }
    bytes = file
    encoding = .utf8
    invalidSequences = []
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

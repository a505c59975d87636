/// A path as the system has it: bytes, which need not be UTF-8.
struct FilePath: Sendable, Hashable {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// The bytes, without a NUL.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The path for people and globs; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the path is that of the folder above which there is none.
  var isRoot: Bool { bytes == [Self.slash] }

  var isAbsolute: Bool { bytes.first == Self.slash }

  /// The path without its last part; `.` for a name alone.
  var folder: FilePath {
    guard let end = bytes.lastIndex(of: Self.slash) else { return FilePath(".") }
    return FilePath(bytes: end == 0 ? [Self.slash] : Array(bytes[..<end]))
  }

  /// The last part.
  var name: [UInt8] { Array(bytes.suffix(while: { $0 != Self.slash })) }

  /// Returns the path of an entry of this folder.
  func appending(_ name: [UInt8]) -> FilePath {
    if bytes == [Self.dot] { return FilePath(bytes: name) }
    return FilePath(bytes: bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  /// Returns the path without the parts that mean nothing: `./a//b/` is `a/b`.
  ///
  /// `..` stays, for a link before it decides what it means.
  var normalized: FilePath {
    let parts = bytes.split(separator: Self.slash).filter { $0 != [Self.dot] }
    let joined = Array(parts.joined(separator: [Self.slash]))
    if isAbsolute { return FilePath(bytes: [Self.slash] + joined) }
    return FilePath(bytes: joined.isEmpty ? [Self.dot] : joined)
  }

  /// Returns the path from a folder if it lies in it, else the path itself.
  func relative(to folder: FilePath) -> FilePath {
    if self == folder { return FilePath(".") }
    let start = folder.bytes.last == Self.slash ? folder.bytes : folder.bytes + [Self.slash]
    guard bytes.starts(with: start) else { return self }
    return FilePath(bytes: Array(bytes.dropFirst(start.count)))
  }
}

extension FilePath: Comparable {
  /// Orders by bytes.
  static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Array where Element == UInt8 {
  /// Returns the longest end of which every element fits.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let end = lastIndex { !fits($0) }.map { $0 + 1 } ?? startIndex
    return self[end...]
  }
}

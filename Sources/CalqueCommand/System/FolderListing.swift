import Glibc

/// The visible entries of a folder in the order of the paths under them, a portion at a time.
///
/// A name takes its bytes and eight more, and no more than two portions are held: what is left of
/// the folder is read anew when its turn comes. The folder is closed again after each portion, so
/// that a deep tree does not use up the descriptors of the process.
struct FolderListing: Sendable {
  /// Number of entries that are worth holding; most folders have fewer.
  static let portion = 50_000

  /// One entry.
  struct Entry: Sendable, Hashable {
    let name: [UInt8]
    let kind: FileStatus.Kind
  }

  /// Where an entry's key lies in `keys`.
  private struct Record {
    let start: UInt32
    let length: UInt16
    let kind: FileStatus.Kind

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private let folder: FilePath
  private let portion: Int
  /// Names, those of folders with a slash: that is how the paths of their files go on.
  private var keys: [UInt8] = []
  private var records: [Record] = []
  /// Number of the record that comes next.
  private var next = 0
  /// Whether entries follow that are not held.
  private var hasMore = false

  /// Reads the first portion.
  init(_ folder: FilePath, portion: Int = portion) throws(SystemError) {
    self.folder = folder
    self.portion = portion
    try read(after: nil)
  }

  /// Returns the next entry; nil after the last.
  mutating func nextEntry() throws(SystemError) -> Entry? {
    if next == records.count, hasMore, let last = records.last {
      try read(after: Array(key(last)))
    }
    guard next < records.count else { return nil }
    defer { next += 1 }
    let record = records[next]
    let name = record.kind == .folder ? key(record).dropLast() : key(record)
    return Entry(name: Array(name), kind: record.kind)
  }

  private func key(_ record: Record) -> ArraySlice<UInt8> { keys[record.range] }
}

// MARK: - Reading

extension FolderListing {
  /// Reads the first entries of those that come after a key.
  private mutating func read(after last: [UInt8]?) throws(SystemError) {
    // A stream of the C library; it is closed below on every way out.
    guard let stream = unsafe opendir(folder.cString) else { throw .last }
    defer { unsafe closedir(stream) }
    keys.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    next = 0
    hasMore = false
    /// What does not come before it belongs to a later portion.
    var end: [UInt8]?
    while true {
      errno = 0
      // The record belongs to the stream and is copied before the next call.
      guard let entry = unsafe readdir(stream) else { break }
      let record = unsafe append(entry)
      guard record.length > 0 else { continue }
      let isPast = end.map { !key(record).lexicographicallyPrecedes($0) } ?? false
      hasMore = hasMore || isPast
      if isPast || !(last?.lexicographicallyPrecedes(key(record)) ?? true) {
        keys.removeSubrange(Int(record.start)...)
      } else {
        records.append(record)
        if records.count == 2 * portion { end = keepPortion() }
      }
    }
    if errno != 0 { throw .last }
    sort()
  }

  /// Appends the key of an entry to `keys`, nothing for one that is hidden.
  private mutating func append(_ entry: UnsafeMutablePointer<dirent>) -> Record {
    let start = keys.count
    // The name is a C string inside the entry.
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      guard unsafe bytes.first != UInt8(ascii: ".") else { return }
      unsafe keys.append(contentsOf: bytes.prefix { $0 != 0 })
    }
    let kind = keys.count > start ? unsafe kind(entry, name: keys[start...]) : .other
    if kind == .folder { keys.append(UInt8(ascii: "/")) }
    return Record(start: UInt32(start), length: UInt16(keys.count - start), kind: kind)
  }

  /// Returns what an entry is, without following a link.
  private func kind(
    _ entry: UnsafeMutablePointer<dirent>, name: ArraySlice<UInt8>
  ) -> FileStatus.Kind {
    switch unsafe Int(entry.pointee.d_type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO), Int(DT_CHR): .stream
    // Some file systems do not say; of what is gone meanwhile the reader of the file will tell.
    case Int(DT_UNKNOWN):
      (try? FileStatus(folder.appending(Array(name)), followsLinks: false))?.kind ?? .file
    default: .other
    }
  }

  /// Keeps the first portion of what is held and returns the key after which nothing is.
  private mutating func keepPortion() -> [UInt8] {
    sort()
    hasMore = true
    let kept = records.prefix(portion)
    var keptKeys: [UInt8] = []
    let keptRecords = kept.map { record in
      defer { keptKeys += key(record) }
      return Record(
        start: UInt32(keptKeys.count), length: record.length, kind: record.kind)
    }
    (keys, records) = (keptKeys, keptRecords)
    return records.last.map { Array(key($0)) } ?? []
  }

  private mutating func sort() {
    let keys = keys
    records.sort { keys[$0.range].lexicographicallyPrecedes(keys[$1.range]) }
  }
}

import CalqueTesting
import Testing

@testable import CalqueCommand

@Suite("The listing of a folder") struct FolderListingTests {
  private func entries(
    _ workshop: borrowing Workshop, portion: Int = FolderListing.portion
  ) throws -> [FolderListing.Entry] {
    var listing = try FolderListing(FilePath(workshop.path), portion: portion)
    var entries: [FolderListing.Entry] = []
    while let entry = try listing.nextEntry() { entries.append(entry) }
    return entries
  }

  @Test("Entries come in the order of the paths under them, hidden ones not at all")
  func isOrdered() throws {
    let workshop = try Workshop()
    for path in ["a/x", "a-b", "a.txt", "a0", ".b", ".c/x"] { try workshop.write("", to: path) }
    try workshop.link("Z", to: "a")
    _ = try workshop.shell("mkfifo p")
    let expected: [(String, FileStatus.Kind)] = [
      ("Z", .link), ("a-b", .file), ("a.txt", .file), ("a", .folder), ("a0", .file), ("p", .stream),
    ]
    #expect(
      try entries(workshop)
        == expected.map { FolderListing.Entry(name: Array($0.0.utf8), kind: $0.1) })
  }

  @Test("Portions of any size give the same as one", arguments: [1, 2, 3, 7, 99, 100, 101])
  func isReadInPortions(portion: Int) throws {
    let workshop = try Workshop()
    var generator = SeededGenerator(seed: UInt64(portion))
    for _ in 0..<200 {
      let number = Int.random(in: 0..<400, using: &generator)
      try workshop.write("", to: number.isMultiple(of: 5) ? "\(number)/x" : "\(number)")
    }
    #expect(try entries(workshop, portion: portion) == entries(workshop))
  }

  @Test("What is removed between two portions is left out, and nothing comes twice")
  func survivesChanges() throws {
    let workshop = try Workshop()
    for name in 10..<50 { try workshop.write("", to: "\(name)") }
    var listing = try FolderListing(FilePath(workshop.path), portion: 10)
    var names: [String] = []
    while let entry = try listing.nextEntry() {
      names.append(String(decoding: entry.name, as: UTF8.self))
      // The first portion is held, the second is still to be read.
      if names.count == 5 { _ = try workshop.shell("rm 30 31; touch 100 300") }
    }
    #expect(names == (10..<30).map { "\($0)" } + ["300"] + (32..<50).map { "\($0)" })
  }
}

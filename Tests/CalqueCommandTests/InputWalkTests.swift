import ArgumentParser
import CalqueTesting
import Testing

@testable import CalqueCommand

@Suite("The walk over the inputs") struct InputWalkTests {
  /// The walk over what is named in the workshop's folder.
  private func walk(_ workshop: borrowing Workshop, _ paths: [String]) throws -> InputWalk {
    let plan = try LintCommand.parse(paths.map { workshop.path + "/" + $0 }).plan(
      Surroundings(
        isOutputTerminal: false, isErrorTerminal: false, allowsColor: false, processorCount: 1))
    // From the folder that the tests run in only absolute paths can be read.
    return InputCollector(plan, workingFolder: FilePath("/nowhere")).inputs
  }

  /// The path of an input in the workshop's folder.
  private func name(_ input: Input, _ workshop: borrowing Workshop) -> String {
    String(input.path.text.dropFirst(workshop.path.count + 1))
  }

  @Test("Files of overlapping folders come in the order of their paths, each once")
  func isSorted() throws {
    let workshop = try Workshop()
    var generator = SeededGenerator(seed: 1)
    var paths: Set<String> = []
    for _ in 0..<300 {
      let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        ["a", "a-", "a0", "b", "ba"].randomElement(using: &generator) ?? ""
      }
      // Folders have no ending, so that no file has the name of one.
      paths.insert("top/" + parts.joined(separator: "/") + ".txt")
    }
    for path in paths { try workshop.write("", to: path) }
    #expect(paths.count > 100)
    let named = ["top/b", "top", "top/a", "top/a/b", "top/a.txt", "top", "top/a-/a"]
    for path in named {
      try workshop.write("", to: path + (path.hasSuffix(".txt") ? "" : "/x.txt"))
    }
    paths.formUnion(named.map { $0.hasSuffix(".txt") ? $0 : $0 + "/x.txt" })

    let found = Array(try walk(workshop, named))
    #expect(
      found.map { name($0, workshop) }
        == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    // A file that is named stays one, though its folder is named as well.
    let isNamed = found.filter { $0.content == .file(isNamed: true) }
    #expect(isNamed.map { name($0, workshop) } == ["top/a.txt"])
  }

  @Test("A second walk knows the settings of the first, and tells what is new")
  func tellsNewSettings() throws {
    let workshop = try Workshop()
    try workshop.write("", to: "a/x.txt")
    try workshop.write("", to: "b/x.txt")
    try workshop.write(
      #"{"overrides": [{"files": ["z.txt"], "notes": true}]}"#, to: ".lintconfig.json")
    var first = try walk(workshop, ["."])
    while first.next() != nil {}
    let rowCount = first.settings.table.rows.count
    try workshop.write("", to: "a/y.txt")
    try workshop.write("", to: "z.txt")
    try workshop.write("{}", to: "b/.lintconfig.json")

    let queue = InputQueue(first.rewound(), rowCount: rowCount)
    var contents: [String: Input.Content] = [:]
    var numbers: [Int] = []
    while let (input, number) = queue.take() {
      contents[name(input, workshop)] = input.content
      numbers.append(number)
    }
    let isNew = Input.Content.unreadable(
      "its configuration is newer than the run; lint the file again")
    let isFile = Input.Content.file(isNamed: false)
    #expect(
      contents == ["a/x.txt": isFile, "a/y.txt": isFile, "b/x.txt": isNew, "z.txt": isNew])
    #expect(numbers == [0, 1, 2, 3])
  }
}

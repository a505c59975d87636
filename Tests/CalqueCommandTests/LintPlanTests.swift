import ArgumentParser
import CalqueEngine
import Testing

@testable import CalqueCommand

@Suite("Plans") struct LintPlanTests {
  private let terminal = Surroundings(
    isOutputTerminal: true, isErrorTerminal: true, allowsColor: true, processorCount: 3)

  private func plan(_ arguments: [String], _ surroundings: Surroundings) throws -> LintPlan {
    try LintCommand.parse(arguments + ["a.txt"]).plan(surroundings)
  }

  @Test(
    "Colours and source lines are for terminals, unless somebody asks",
    arguments: [
      ([], true, true), (["--color", "never"], true, false), (["--no-show-source"], false, true),
      (["--format", "json"], false, false), (["--output", "x"], false, false),
      (["--output", "x", "--color", "always", "--show-source"], true, true),
    ])
  func decidesOnTerminal(arguments: [String], showsSource: Bool, usesColor: Bool) throws {
    let report = try plan(arguments, terminal).report
    #expect(report.showsSource == showsSource)
    #expect(report.usesColor == usesColor)
  }

  @Test("NO_COLOR and a terminal without colours hold, but not over --color")
  func honoursNoColor() throws {
    var surroundings = terminal
    surroundings.allowsColor = false
    #expect(try !plan([], surroundings).report.usesColor)
    #expect(try plan(["--color", "always"], surroundings).report.usesColor)
  }

  @Test("A pipe gets plain lines")
  func isPlainInPipes() throws {
    var surroundings = terminal
    surroundings.isOutputTerminal = false
    let report = try plan([], surroundings).report
    #expect(!report.showsSource)
    #expect(!report.usesColor)
  }

  @Test("There is a thread for each processor, or as many as asked for")
  func countsJobs() throws {
    #expect(try plan([], terminal).jobs == 3)
    #expect(try plan(["--jobs", "7"], terminal).jobs == 7)
  }

  @Test(
    "Languages are a list, and may be repeated",
    arguments: [
      (["--from", "es,pt"], ["es", "pt"]), (["--from", "es", "--from", "pt"], ["es", "pt"]),
    ])
  func readsLanguages(arguments: [String], codes: [String]) throws {
    #expect(try plan(arguments, terminal).settings.from == .named(codes))
  }

  @Test(
    "A command line of paths has the plan that the parser would make",
    arguments: [["a.txt"], ["b", "./rules", "c d.md"], ["é", "=x", "a=--b", "listing"]],
    [(true, true), (true, false), (false, true)])
  func plainPaths(paths: [String], around: (isTerminal: Bool, allowsColor: Bool)) throws {
    var surroundings = terminal
    surroundings.isOutputTerminal = around.isTerminal
    surroundings.allowsColor = around.allowsColor
    let command = try #require(CalqueCommand.parseAsRoot(paths) as? LintCommand)
    let plan = try #require(LintPlan.plain(paths, surroundings))
    #expect(String(reflecting: plan) == String(reflecting: try command.plan(surroundings)))
  }

  @Test(
    "Whatever else stands on the command line is for the parser",
    arguments: [
      [], [""], ["-"], ["--"], ["--notes", "a"], ["a", "-q"], ["a", "--jobs=1"], ["rules"],
      ["explain", "es/x"], ["a", "help"], ["lint", "a"],
    ])
  func othersAreParsed(arguments: [String]) {
    #expect(LintPlan.plain(arguments, terminal) == nil)
  }

  @Test("No command is taken for a path")
  func commandNames() {
    let names = CalqueCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(names.count == CalqueCommand.configuration.subcommands.count)
    #expect(Set(names + ["help"]) == Set(LintPlan.commandNames))
  }
}

@Suite("Paths") struct FilePathTests {
  @Test(
    "What means nothing in a path goes",
    arguments: [
      (".", "."), ("./a//b/", "a/b"), ("/", "/"), ("//a/./b", "/a/b"), ("../a", "../a"),
      ("a/../b", "a/../b"), ("./", "."),
    ])
  func normalizes(path: String, expected: String) {
    #expect(FilePath(path).normalized == FilePath(expected))
  }

  @Test(
    "Folder and name",
    arguments: [("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b", "/a", "b")])
  func splits(path: String, folder: String, name: String) {
    #expect(FilePath(path).folder == FilePath(folder))
    #expect(FilePath(path).name == Array(name.utf8))
    #expect(FilePath(folder).appending(Array(name.utf8)) == FilePath(path))
  }

  @Test(
    "A path in the working folder is relative",
    arguments: [("/w/a", "a"), ("/w", "."), ("/wide/a", "/wide/a"), ("a", "a")])
  func isRelative(path: String, expected: String) {
    #expect(FilePath(path).relative(to: FilePath("/w")) == FilePath(expected))
  }
}

import Testing

@Suite("Command line") struct ArgumentTests {
  @Test("Without a path nothing passes in silence")
  func needsPath() throws {
    let workshop = try Workshop()
    #expect(
      try workshop.calque()
        == Workshop.Transcript(
          status: 2,
          errors: """
            Error: name at least one file or folder; “.” is the folder that you are in
            Usage: calque lint [<options>] [<paths> ...]
              See 'calque lint --help' for more information.

            """))
  }

  @Test(
    "What cannot be meant ends with status 2 and a reason",
    arguments: [
      (["--jobs", "0", "a.txt"], "Error: --jobs takes a number from 1 up"),
      (["--max-warnings", "-1", "a.txt"], "Error: "),
      (["--stdin-path", "b.txt", "a.txt"], "Error: --stdin-path is the path of “-”"),
      (["--format", "xml", "a.txt"], "Error: The value 'xml' is invalid"),
      (["--from", "auto,es", "a.txt"], "Error: --from takes “auto”, “none” or languages"),
      (["--select", "a[", "a.txt"], "Error: --select: “[” is never closed"),
      (["--encoding", "latin-99", "a.txt"], "Error: --encoding: “latin-99” is no encoding"),
      (["--output", "", "a.txt"], "Error: --output takes the path of a file"),
      (["--no-such-option", "a.txt"], "Error: Unknown option '--no-such-option'"),
      (["-ship.txt"], "Error: Unknown option '-ship.txt'; a file of that name is written “./"),
      (["a.txt", "-qh"], "Error: Unknown option '-qh'"),
      (["--no-\u{1B}[31m", "a.txt"], "Error: Unknown option '--no-\\u{1B}[31m'"),
      (["--format", "\u{1B}[31m", "a.txt"], "Error: The value '\\u{1B}[31m' is invalid"),
      (["--from", "\u{1B}x", "a.txt"], "calque: --from: there is no source language “\\u{1B}x”"),
      (["--input-format", "\u{1B}", "a.txt"], "Error: --input-format: “\\u{1B}” is no format"),
      (["--config", "none.json", "a.txt"], "calque: none.json: no such file or folder"),
      (["--from", "xx", "a.txt"], "calque: --from: there is no source language “xx”"),
      (["--select", "no/such-rule", "a.txt"], "calque: --select: “no/such-rule” names no rule"),
      (["--ignore", "no/such-rule", "a.txt"], "calque: --ignore: “no/such-rule” names no rule"),
      (["explain", "no/such-rule"], "calque: there is no rule “no/such-rule”"),
      (["rules", "--pack", "no-such-pack"], "calque: --pack: there is no pack “no-such-pack”"),
    ])
  func rejects(arguments: [String], start: String) throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try workshop.shell("$calque \(quoted)")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(start), "\(result.errors)")
  }

  @Test("A command that was misspelt is suggested, where it can only be one")
  func suggestsCommand() throws {
    let workshop = try Workshop()
    let errors = "calque: rulse: no such file or folder"
    #expect(
      try workshop.calque("rulse").errors.hasPrefix(
        errors + "; did you mean the command “rules”?\n"))
    #expect(try workshop.calque("rules", "try", "x", "rulse").errors.hasPrefix(errors + "\n"))
    try workshop.write("Hello.\n", to: "rulse")
    #expect(
      try workshop.calque("rulse")
        == Workshop.Transcript(status: 0, errors: "no findings in 1 file\n"))
  }

  @Test("Rules are named one by one or in a list, and commas in braces stay")
  func readsLists() throws {
    let workshop = try Workshop()
    try workshop.write("The tax enters into vigor . The ONU said so.\n", to: "a.txt")
    func rules(_ arguments: String...) throws -> [Substring] {
      let output = try workshop.calque(["--from", "es", "a.txt"] + arguments).output
      return output.split(separator: "\n").compactMap { $0.split(separator: "[").last?.dropLast() }
    }
    let (tax, space, acronym): (Substring, Substring, Substring) = (
      "es/entered-into-vigor", "encoding/space-before-punctuation", "es/acronym-onu"
    )
    #expect(try rules() == [tax, space, acronym])
    #expect(try rules("--select", "es") == [tax, acronym])
    #expect(try rules("--select", "es/{acronym-onu,x},encoding") == [space, acronym])
    #expect(try rules("--select", "es", "--ignore", "es/acronym-*,encoding") == [tax])
  }

  @Test("Help and version go to standard output with status 0")
  func helps() throws {
    let workshop = try Workshop()
    #expect(
      try workshop.calque("--version") == Workshop.Transcript(status: 0, output: "0.1.0\n"))
    let help = try workshop.calque("lint", "--help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.output.contains("--max-warnings"))
    #expect(try workshop.calque("-h").status == 0)
    try workshop.write("Hello.\n", to: "-ship.txt")
    #expect(
      try workshop.calque("--", "-ship.txt")
        == Workshop.Transcript(status: 0, errors: "no findings in 1 file\n"))
  }
}

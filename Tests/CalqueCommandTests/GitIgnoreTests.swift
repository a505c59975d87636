import CalqueTesting
import Testing

@Suite("What git leaves out") struct GitIgnoreTests {
  /// Makes files with one finding each, and returns those that calque reports and those that git
  /// would add.
  private func compare(
    _ files: [String: String], paths: [String] = []
  ) throws -> (reported: [String], added: [String]) {
    let workshop = try Workshop()
    for (path, text) in files { try workshop.write(text, to: path) }
    for path in paths { try workshop.write("It is late .\n", to: path) }
    let git = try workshop.shell(
      """
      git init --quiet . && git -c core.quotePath=false -c core.excludesFile= \
        ls-files --others --exclude-standard -- '*.txt'
      """)
    #expect(git.status == 0, "\(git)")
    let report = try workshop.calque(".")
    let reported = report.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
    return (reported, git.output.split(separator: "\n").map(String.init).sorted())
  }

  private static let paths = [
    "a.txt", "b.txt", "ab.txt", "a b.txt ", "#a.txt", "!a.txt", "[x].txt", "{a}.txt",
    "out/a.txt", "out/b.txt", "out/deep/a.txt", "out/deep/er/a.txt", "news/out/a.txt",
    "news/a.txt", "news/b/a.txt", "news/b/c/out/z.txt", "a/b.txt", "a/x/b.txt", "a/x/y/b.txt",
  ].filter { $0.hasSuffix(".txt") }

  @Test(
    "Patterns mean what they mean to git",
    arguments: [
      "a.txt", "/a.txt", "out", "out/", "/out/", "/out/*", "out/*\n!out/b.txt", "*.txt\n!b.txt",
      "**/a.txt", "out/**", "out/**/a.txt", "a/**/b.txt", "**/out", "news/**/z.txt", "n*s/a.txt",
      "n*/a.txt", "a?.txt", "[ab].txt", "[!a].txt", "[^a].txt", "\\#a.txt", #"\!a.txt"#, "#a.txt",
      "!a.txt", "a.txt ", #"a b.txt\ "#, "{a}.txt", "{a,b}.txt", #"[\[]x].txt"#, "[[]x[]].txt",
      "é.txt", "a**.txt", "out**", "***/a.txt", "a.txt\r", "", " ", "/", "//a.txt", "a.txt/",
      #"a.txt\"#, "[a", "**", "*\n!*/\n!news/b/a.txt", "news/\n!news/a.txt", "./a.txt", "out/deep",
      "deep/", "er/a.txt", "/*\n!/news", "*/a.txt", "**/b/**",
    ])
  func patterns(text: String) throws {
    let (reported, added) = try compare([".gitignore": text], paths: Self.paths)
    #expect(reported == added)
  }

  @Test("Files of inner folders have the last word, and the repository’s own the first")
  func nested() throws {
    let (reported, added) = try compare(
      [
        ".gitignore": "b.txt\n", "news/.gitignore": "!b.txt\n/b/c\n", "out/.gitignore": "*\n",
        ".git/info/exclude": "[x].txt\né*.txt\n",
      ], paths: Self.paths + ["news/b.txt", "é.txt"])
    #expect(reported == added)
    #expect(reported.contains("news/b.txt") && !reported.contains("out/a.txt"))
  }

  @Test("Random patterns leave out what git leaves out", arguments: 0..<30)
  func random(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "a", "b", "out", "news", "deep", "*", "?", "**", "/", "/", ".txt", "[a-n]", "!", "\\",
    ]
    let lines = (0..<6).map { _ in
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
    }
    let text = lines.joined(separator: "\n")
    let (reported, added) = try compare([".gitignore": text], paths: Self.paths)
    #expect(reported == added, "\(text)")
  }

  @Test("What is named is linted, and all is with --no-gitignore or outside of a repository")
  func named() throws {
    let workshop = try Workshop()
    try workshop.write("out/\nb.txt\n", to: ".gitignore")
    for path in ["a.txt", "b.txt", "out/c.txt"] { try workshop.write("All is well.\n", to: path) }
    #expect(try workshop.calque(".").errors == "no findings in 3 files\n")
    try workshop.write("", to: ".git/HEAD")
    #expect(try workshop.calque(".").errors == "no findings in 1 file\n")
    #expect(try workshop.calque(".", "b.txt").errors == "no findings in 2 files\n")
    #expect(try workshop.calque("out").errors == "no findings in 1 file\n")
    #expect(try workshop.calque(".", "--no-gitignore").errors == "no findings in 3 files\n")
    try workshop.write("*\n", to: ".gitignore")
    #expect(
      try workshop.calque("out").errors
        == "no files to lint; in a folder they end in .txt, .md or .html, or “include” names them, "
        + "and no .gitignore leaves them out\n")
  }
}

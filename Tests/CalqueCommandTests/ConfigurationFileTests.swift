import Testing

@Suite("Configuration of a run") struct ConfigurationFileTests {
  private func check(
    _ result: Workshop.Transcript, status: Int32, errors: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      result == Workshop.Transcript(status: status, errors: errors),
      sourceLocation: sourceLocation)
  }

  @Test("A fault in a configuration is told at its place, and nothing is linted")
  func tellsFaults() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "good/a.txt")
    try workshop.write("Hello.\n", to: "bad/a.txt")
    try workshop.write("{\n  \"exlude\": [],\n  \"notes\": 1\n}\n", to: "bad/.lintconfig.json")
    let errors = """
      bad/.lintconfig.json:2:3: error: the configuration has no key “exlude”; \
      did you mean “exclude”? [configuration/unknown-key]
      bad/.lintconfig.json:3:12: error: “notes” takes true or false, not a number \
      [configuration/wrong-type]

      """
    check(try workshop.calque("good", "bad", "missing.txt"), status: 2, errors: errors)
    check(
      try workshop.calque("good", "--config", "bad/.lintconfig.json"), status: 2, errors: errors)
    check(try workshop.shell("cd bad && $calque rules 2>&1 >/dev/null | wc -l"), lines: 2)
  }

  private func check(_ result: Workshop.Transcript, lines: Int) {
    #expect(result == Workshop.Transcript(status: 0, output: "\(lines)\n"))
  }

  @Test("Who writes the id that a rule had before is told the new one")
  func tellsNewNames() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write(Workshop.rule + "  formerly: [greatness, old/size]\n", to: "desk/words.yml")
    let rules = #"{"ruleFolders": ["desk"], "rules": {"desk/greatness": "off"}}"#
    try workshop.write(rules, to: "old.json")
    try workshop.write(#"{"ruleFolders": ["desk"]}"#, to: ".lintconfig.json")
    func check(_ arguments: String..., errors: String) throws {
      #expect(
        try workshop.calque(arguments) == Workshop.Transcript(status: 2, errors: errors + "\n"))
    }
    try check(
      "--config", "old.json", "a.txt",
      errors: "old.json:1:37: error: “desk/greatness” is called “desk/grandor” now "
        + "[configuration/unknown-rule]")
    try check(
      "--select", "old/size", "a.txt",
      errors: "calque: --select: “old/size” is called “desk/grandor” now")
    try check(
      "explain", "desk/greatness",
      errors: "calque: there is no rule “desk/greatness”; it is called “desk/grandor” now")
  }

  @Test("A rule that does not exist stops the run")
  func tellsUnknownRules() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write(#"{"rules": {"no/such-rule": "off"}}"#, to: ".lintconfig.json")
    let result = try workshop.calque("a.txt")
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(".lintconfig.json:1:12: error: “no/such-rule” names no rule;"))
    #expect(result.errors.hasSuffix(" [configuration/unknown-rule]\n"))
  }

  @Test("The nearest configuration holds, and its globs start from its folder")
  func findsNearest() throws {
    let workshop = try Workshop()
    for path in [
      "x.txt", "x.log", "desk/x.txt", "desk/x.log", "desk/old/x.log", "desk/a/old/x.log",
    ] {
      try workshop.write("Hello.\n", to: path)
    }
    try workshop.write(#"{"exclude": ["/x.txt"]}"#, to: ".lintconfig.json")
    try workshop.write(
      #"{"include": ["*.log"], "exclude": ["/old"]}"#, to: "desk/.lintconfig.json")
    check(try workshop.calque("."), status: 0, errors: "no findings in 2 files\n")
    check(
      try workshop.shell("cd desk/a && $calque . ../../x.txt"), status: 0,
      errors: "no findings in 2 files\n")
  }

  @Test("A configuration builds upon the one that it names, not upon one above")
  func extends() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "desk/a.txt")
    try workshop.write("Hello.\n", to: "desk/a.log")
    try workshop.write(#"{"include": ["*.log"]}"#, to: ".lintconfig.json")
    try workshop.write("{}", to: "desk/.lintconfig.json")
    check(try workshop.calque("desk"), status: 0, errors: "no findings in 1 file\n")
    try workshop.write(
      #"{"extends": "../.lintconfig.json", "exclude": ["*.log"]}"#, to: "desk/.lintconfig.json")
    check(
      try workshop.calque("desk"), status: 0,
      errors:
        "no files to lint; in a folder they end in .txt, .md or .html, or “include” names them, "
        + "and no .gitignore leaves them out\n")
  }

  @Test("A base that is missing or leads back is told at its place")
  func tellsBases() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write(#"{"extends": "none.json"}"#, to: ".lintconfig.json")
    check(
      try workshop.calque("a.txt"), status: 2,
      errors: """
        .lintconfig.json:1:13: error: “none.json” cannot be built upon: there is no such file; \
        the path starts from this file's folder [configuration/wrong-value]

        """)
    try workshop.write(#"{"extends": "b.json"}"#, to: ".lintconfig.json")
    try workshop.write(#"{"extends": ".lintconfig.json"}"#, to: "b.json")
    check(
      try workshop.calque("a.txt"), status: 2,
      errors: """
        b.json:1:13: error: “.lintconfig.json” cannot be built upon: it builds upon this file \
        itself; name another [configuration/wrong-value]

        """)
  }

  @Test("Configurations must agree on the unit of columns, unless the command line says")
  func needsOneUnit() throws {
    let workshop = try Workshop()
    for (folder, unit) in [("a", "utf8"), ("b", "utf16")] {
      try workshop.write("Hello.\n", to: "\(folder)/x.txt")
      try workshop.write(#"{"columnUnit": "\#(unit)"}"#, to: "\(folder)/.lintconfig.json")
    }
    check(
      try workshop.calque("a", "b"), status: 2,
      errors: """
        calque: the configurations differ in “columnUnit”, a report has one; give --column-unit

        """)
    let result = try workshop.calque("a", "--format", "json", "--quiet")
    #expect(result.output.contains(#""columnUnit":"utf8""#))
    check(
      try workshop.calque("a", "b", "--column-unit", "scalar"), status: 0,
      errors: "no findings in 2 files\n")
  }

  @Test("A folder of rules that is missing is told")
  func tellsRuleFolders() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write(#"{"ruleFolders": ["desk"]}"#, to: ".lintconfig.json")
    check(
      try workshop.calque("a.txt"), status: 2,
      errors: """
        .lintconfig.json:1:18: error: the rules of “desk” cannot be read: no such file or folder; \
        the path starts from this file's folder [configuration/wrong-value]

        """)
    #expect(try workshop.calque("rules") == workshop.calque("a.txt"))
  }

  @Test("A pipe in the place of a configuration is not waited for, one that is named is read")
  func knowsPipes() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.md")
    check(
      try workshop.shell(
        """
        mkfifo .lintconfig.json; timeout 20 $calque .; rm .lintconfig.json
        timeout 20 $calque . --config <(echo '{"include": ["*.md"]}')
        """),
      status: 0,
      errors: """
        calque: .lintconfig.json: it is not a file that has a text
        no findings in 1 file

        """)
  }

  @Test("A configuration that is no text is told")
  func tellsBinaryFile() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write([0x7B, 0x00], to: ".lintconfig.json")
    check(
      try workshop.calque("a.txt"), status: 2,
      errors: """
        calque: .lintconfig.json: not a text: byte 1 is NUL; leave the file out with “exclude”

        """)
  }
}

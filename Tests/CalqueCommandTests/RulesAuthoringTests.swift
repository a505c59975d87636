import Testing

@Suite("Work on rules") struct RulesAuthoringTests {
  private func workshop(_ rule: String = Workshop.rule) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(rule, to: "desk/words.yml")
    return workshop
  }

  // MARK: test

  @Test("Without a folder the built-in rules are tested; the status is that of the failures")
  func testsBuiltIn() throws {
    let result = try Workshop().calque("rules", "test")
    #expect(result.status == (result.output.isEmpty ? 0 : 1))
    #expect(
      result.errors.contains(#/^\d+ rules, \d+ examples: .*, in \d+\.\d\d s\n$/#), "\(result)")
  }

  @Test("The examples of a folder are tested, and what they do not keep is told")
  func testsFolder() throws {
    let good = try workshop().calque("rules", "test", "desk")
    #expect(good.status == 0)
    #expect(good.output == "")
    #expect(good.errors.hasPrefix("1 rule, 2 examples: all as they should be, in "))

    let bad = try workshop(Workshop.rule.replacing("⟦grandor⟧ was", with: "⟦grandor was⟧"))
      .calque("rules", "test", "desk")
    #expect(bad.status == 1)
    #expect(
      bad.output
        == "desk/grandor: bad example 1: expected ⟦grandor was⟧ at 4, found ⟦grandor⟧ at 4\n")
    #expect(bad.errors.hasPrefix("1 rule, 2 examples: 1 failure of 1 rule, in "))
  }

  @Test("Two rules on one example are counted")
  func countsShared() throws {
    let other = Workshop.rule.replacing("id: grandor", with: "id: other")
    let result = try workshop(Workshop.rule + other).calque("rules", "test", "desk")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        "desk/grandor: bad example 1: expected ⟦grandor⟧ at 4, found ⟦grandor⟧ at 4, "
          + "⟦grandor⟧ at 4 by desk/other\n"))
    #expect(result.errors.contains("2 examples with more than one rule"))
  }

  @Test("Without rules, or with broken ones, nothing is tested", arguments: ["test", "check"])
  func refusesBroken(command: String) throws {
    let broken = try workshop(
      Workshop.rule.replacing("pattern: grandor", with: "pattern: (grandor"))
    #expect(
      try broken.calque("rules", command, "desk")
        == Workshop.Transcript(
          status: 2,
          errors: "desk/words.yml:2:12: error: “(” is never closed; add “)” [rules/pattern]\n"))
    #expect(
      try broken.calque("rules", command, "none")
        == Workshop.Transcript(status: 2, errors: "calque: none: no such file or folder\n"))
  }

  @Test("A folder without rules is told", arguments: ["test", "check"])
  func tellsEmptyFolder(command: String) throws {
    let workshop = try workshop()
    try workshop.write("", to: "empty/readme.txt")
    #expect(
      try workshop.calque("rules", command, "desk", "empty")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: empty: the folder has no rules; they are in files that end in .yml\n"))
  }

  // MARK: check

  @Test("Rules in which nothing is wrong are counted")
  func checks() throws {
    #expect(
      try workshop().calque("rules", "check", "desk")
        == Workshop.Transcript(status: 0, errors: "1 rule in 1 file, nothing is wrong\n"))
    #expect(try workshop().calque("rules", "check").status == 2)
  }

  @Test("Folders in a pack belong to it")
  func checksDeeper() throws {
    let workshop = try workshop()
    try workshop.write(Workshop.rule.replacing("id: grandor", with: "id: b"), to: "desk/b/b.yml")
    try workshop.write(Workshop.rule.replacing("id: grandor", with: "id: c"), to: "desk/b/d/c.yml")
    try workshop.link("desk/b/d/around", to: "..")
    #expect(
      try workshop.calque("rules", "check", "desk")
        == Workshop.Transcript(status: 0, errors: "3 rules in 3 files, nothing is wrong\n"))
    try workshop.write("- id: x\n", to: "desk/b/d/c.yml")
    let result = try workshop.calque("rules", "check", "desk")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("desk/b/d/c.yml:1:3: error: "), "\(result)")
  }

  // MARK: try

  @Test("Hits stand one below the other, and nothing in them acts")
  func tries() throws {
    let workshop = try Workshop()
    try workshop.write("The old pier\u{1B}[31m of\nthe town.\n", to: "a.txt")
    try workshop.write(
      String(repeating: "word ", count: 20) + "on an old, old hall. Here it ends.\n",
      to: "folder/b.txt")
    let words = String(repeating: "word ", count: 9)
    #expect(
      try workshop.calque("rules", "try", "old (pier|hall)", ".")
        == Workshop.Transcript(
          status: 0,
          output: """
            a.txt:1:5:          \(String(repeating: " ", count: 56))The ⟦old pier⟧\\u{1B}[31m of the town.
            folder/b.txt:1:112: …rd \(words)on an old, ⟦old hall⟧. Here it ends.

            """,
          errors: "2 hits in 2 files, 35 words: 571.43 in 10,000 words\n"))
  }

  @Test("A fault is shown below the pattern")
  func showsFault() throws {
    #expect(
      try Workshop().calque("rules", "try", "pięć “old\u{202E}” (pier", ".")
        == Workshop.Transcript(
          status: 2,
          errors: """
            calque: the pattern: “(” is never closed; add “)”
              pięć “old\\u{202E}” (pier
                                 ^

            """))
  }

  @Test("What cannot be read is told; the rest is searched")
  func triesTheRest() throws {
    let workshop = try Workshop()
    try workshop.write("An old pier.\n", to: "a.txt")
    let result = try workshop.calque("rules", "try", "pier", "a.txt", "none.txt")
    #expect(result.status == 3)
    #expect(result.output.hasSuffix("An old ⟦pier⟧.\n"))
    #expect(
      result.errors == """
        calque: none.txt: no such file or folder
        1 hit in 1 file, 3 words: 3333.33 in 10,000 words

        """)
  }

  // MARK: stats

  @Test("What rules find is counted, the most first")
  func counts() throws {
    let workshop = try workshop(
      Workshop.rule
        + Workshop.rule.replacing("grandor", with: "lentor").replacing("warning", with: "note"))
    try workshop.write("The grandor, the lentor and the lentor again.\n", to: "a.txt")
    let table = try workshop.calque("rules", "stats", "desk", "--on", "a.txt")
    #expect(
      table.output == """
        hits  in 10,000  level    rule
           2    2500.00  note     desk/lentor
           1    1250.00  warning  desk/grandor

        """)
    #expect(
      table.errors.hasPrefix("3 hits in 1 file, 8 words: 3750.00 in 10,000 words; "), "\(table)")
    let json = try workshop.calque("rules", "stats", "desk", "--on", "a.txt", "--format", "json")
    #expect(
      json.output.hasPrefix(
        """
        {"version":1,"files":1,"words":8,"rules":[
        {"id":"desk/lentor","level":"note","hits":2},
        {"id":"desk/grandor","level":"warning","hits":1},
        """))
  }

  @Test("Languages are taken as given unless it is said otherwise")
  func choosesLanguages() throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.rule, to: "es/words.yml")
    try workshop.write("language: es\ntitle: Spanish\n", to: "es/pack.yml")
    try workshop.write("The grandor was known.\n", to: "a.txt")
    for (from, count) in [
      ([], "1 hit"), (["--from", "auto"], "0 hits"), (["--from", "pt"], "0 hits"),
    ] {
      let result = try workshop.calque(["rules", "stats", "es", "--on", "a.txt"] + from)
      #expect(result.errors.hasPrefix(count + " in 1 file, 4 words"), "\(from): \(result)")
    }
    let unknown = try workshop.calque("rules", "stats", "es", "--on", "a.txt", "--from", "es,xx")
    #expect(unknown.status == 2)
    #expect(unknown.output == "")
    #expect(unknown.errors.hasPrefix("calque: --from: there is no source language “xx”; "))
  }

  // MARK: new

  @Test("A template is written once and never over another file")
  func writesTemplate() throws {
    let workshop = try Workshop()
    let text = try workshop.calque("rules", "new", "es/grandor")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("- id: grandor\n"))
    #expect(text.errors == "")

    try workshop.write("", to: "Rules/readme")
    #expect(
      try workshop.calque("rules", "new", "es/grandor")
        == Workshop.Transcript(
          status: 0,
          errors: "calque: Rules/es/grandor.yml: written; fill in what is in capitals, then "
            + "“calque rules test Rules”\n"))
    #expect(try workshop.read("Rules/es/grandor.yml") == text.output)
    try workshop.write("mine\n", to: "Rules/es/grandor.yml")
    #expect(
      try workshop.calque("rules", "new", "es/grandor", "--in", "Rules")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: Rules/es/grandor.yml: there is already a file of that name\n"))
    #expect(try workshop.read("Rules/es/grandor.yml") == "mine\n")
  }

  @Test("An id that is wrong or taken is refused")
  func refusesID() throws {
    let workshop = try workshop()
    for (id, message) in [
      ("es/Gran_dor", "write small letters, digits and hyphens; did you mean “es/gran-dor”?"),
      ("es/acronym-seae", "there is a rule “es/acronym-seae” already; "),
      ("desk/grandor", "there is a rule “desk/grandor” already; "),
    ] {
      let result = try workshop.calque("rules", "new", id, "--in", ".")
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result)")
    }
    #expect(try workshop.names(in: "") == ["desk"])
    #expect(try workshop.calque("rules", "new", "es/x", "--in", "none/deeper").status == 2)
    #expect(try workshop.calque("rules", "new", "es/x", "--in", "desk/words.yml").status == 2)
  }

  @Test("A folder that is missing is made")
  func makesFolder() throws {
    let workshop = try Workshop()
    #expect(
      try workshop.calque("rules", "new", "es/x", "--in", "desk")
        == Workshop.Transcript(
          status: 0,
          errors: "calque: desk/es/x.yml: written; fill in what is in capitals, then "
            + "“calque rules test desk”\n"))
    #expect(try workshop.names(in: "desk/es") == ["x.yml"])
  }

  // MARK: list

  @Test("The list stays the default, and a filter may be named like a command")
  func lists() throws {
    let workshop = try Workshop()
    #expect(
      try workshop.calque("rules", "acronym") == workshop.calque("rules", "list", "acronym"))
    #expect(try workshop.calque("rules", "--pack", "quotation").output.contains("quotation/"))
    #expect(
      try workshop.calque("rules", "es").output
        == workshop.calque("rules", "--pack", "es").output)
  }

  @Test("A filter that fits no rule is told")
  func tellsFilters() throws {
    let workshop = try Workshop()
    let result = try workshop.calque("rules", "quotatoin", "acronym-seae", "\u{1B}")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("es/acronym-seae "))
    #expect(
      result.errors == """
        calque: no rule fits “quotatoin”; did you mean “quotation”?
        calque: no rule fits “\\u{1B}”; “calque rules” lists them all

        """)
  }

  @Test("A rule that is not in use is shown as one")
  func showsStatus() throws {
    let workshop = try workshop(Workshop.rule + "  status: draft\n")
    try workshop.write(#"{"ruleFolders": ["desk"]}"#, to: ".lintconfig.json")
    #expect(
      try workshop.calque("rules", "desk").output
        == "desk/grandor  draft    “grandor” is no word of this paper\n")
    #expect(
      try workshop.calque("explain", "desk/grandor").output.hasPrefix(
        "desk/grandor · draft · warning · style\n"))
    let json = try workshop.calque("rules", "desk", "--format", "json").output
    #expect(json.contains(#""level":"warning","status":"draft","#))
    let page = try workshop.calque("rules", "desk", "--format", "markdown").output
    #expect(page.contains("**draft** · **warning** · style"))
  }

  @Test("The catalogue has a page a pack")
  func writesCatalogue() throws {
    let workshop = try Workshop()
    let page = try workshop.calque("rules", "--format", "markdown", "--pack", "encoding")
    #expect(page.output.hasPrefix("# encoding\n\n"))
    try workshop.write("old", to: "pages/encoding.md")
    #expect(
      try workshop.calque("rules", "--format", "markdown", "--output", "pages")
        == Workshop.Transcript(status: 0))
    #expect(try workshop.read("pages/encoding.md") == page.output)
    #expect(try workshop.names(in: "pages").contains("es.md"))
    #expect(try workshop.names(in: "pages").allSatisfy { $0.hasSuffix(".md") })
    #expect(
      try workshop.calque("rules", "--output", "pages").errors.hasPrefix(
        "Error: --output is for pages; give --format markdown too\n"))
    #expect(
      try workshop.calque("rules", "--format", "markdown", "--output", "none/pages")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: none/pages: the page cannot be written: no such file or folder\n"))
  }
}

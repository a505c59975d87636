import Testing

@Suite("What is read") struct InputTests {
  private func check(
    _ result: Workshop.Transcript, status: Int32, errors: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      result == Workshop.Transcript(status: status, errors: errors),
      sourceLocation: sourceLocation)
  }

  @Test("Of a folder the text files that are not hidden are read, each once")
  func walks() throws {
    let workshop = try Workshop()
    for path in ["b/x.txt", "b/.y.txt", ".git/z.txt", "a.text", "c.md", "b/d/e.txt"] {
      try workshop.write("Hello.\n", to: path)
    }
    check(
      try workshop.calque(".", "b", "./b//x.txt", "c.md"), status: 0,
      errors: "no findings in 4 files\n")
  }

  @Test("The end of a name is read in any case, a glob as it is written")
  func readsCapitalEndings() throws {
    let workshop = try Workshop()
    for path in ["A.TXT", "B.HTML", "C.Md", "d.txt", "e.TXTX", "f.JSON", "g.json"] {
      try workshop.write("\"Hello.\"\n", to: path)
    }
    check(try workshop.calque("."), status: 0, errors: "no findings in 4 files\n")
    try workshop.write(#"{"include": ["*.json"]}"#, to: ".lintconfig.json")
    check(try workshop.calque("."), status: 0, errors: "no findings in 1 file\n")
  }

  @Test("What cannot be read is told in the order of the paths, and the rest is linted")
  func tellsUnreadable() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "good.txt")
    try workshop.write([0x61, 0x00, 0x62], to: "binary.txt")
    try workshop.link("around.txt", to: "around.txt")
    check(
      try workshop.calque("missing.txt", "good.txt/x", "binary.txt", "good.txt", "around.txt", ""),
      status: 3,
      errors: """
        calque: the path is empty
        calque: around.txt: symbolic links lead around in a loop
        calque: binary.txt: not a text: byte 1 is NUL; leave the file out with “exclude”
        calque: good.txt/x: a part of the path is a file, not a folder
        calque: missing.txt: no such file or folder
        no findings in 1 file, 5 not read

        """)
  }

  @Test("An empty path is not the folder that one is in")
  func tellsEmptyPath() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "good.txt")
    for paths in [["", "."], [".", ""], [".", "", "", "."]] {
      check(
        try workshop.calque(paths), status: 3,
        errors: "calque: the path is empty\nno findings in 1 file, 1 not read\n")
    }
  }

  @Test("Links to files are followed, links to folders only when they are named")
  func followsLinks() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a/x.txt")
    try workshop.write("Hello.\n", to: "outside/z.txt")
    try workshop.link("a/y.txt", to: "x.txt")
    try workshop.link("a/elsewhere", to: "../outside")
    check(try workshop.calque("a"), status: 0, errors: "no findings in 2 files\n")
    check(try workshop.calque("a/elsewhere"), status: 0, errors: "no findings in 1 file\n")
  }

  @Test("In a folder a link that leads back or nowhere is passed by; one that is named is told")
  func passesLinksBy() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a/b/x.txt")
    try workshop.link("a/b/again", to: "..")
    try workshop.link("a/loop", to: ".")
    try workshop.link("a/itself.txt", to: "itself.txt")
    try workshop.link("a/gone.txt", to: "nowhere")
    try workshop.link("a/gone.bin", to: "nowhere")
    check(try workshop.calque("a"), status: 0, errors: "no findings in 1 file\n")
    check(
      try workshop.calque("a/gone.txt"), status: 3,
      errors: """
        calque: a/gone.txt: no such file or folder
        no findings in 0 files, 1 not read

        """)
  }

  @Test("A pipe in a folder is passed by, one that is named is read")
  func knowsPipes() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a/x.txt")
    let result = try workshop.shell(
      """
      mkfifo a/pipe.txt; timeout 20 $calque a
      echo 'Hello.' > a/pipe.txt & timeout 20 $calque a/pipe.txt
      """)
    check(result, status: 0, errors: "no findings in 1 file\nno findings in 1 file\n")
  }

  @Test("Standard input is read under its path, or as what it is")
  func readsStandardInput() throws {
    let workshop = try Workshop()
    check(
      try workshop.calque("-", "--stdin-path", "new/a.txt", input: "Hello.\n"), status: 0,
      errors: "no findings in 1 file\n")
    check(
      try workshop.calque("-", input: "a\0b"), status: 3,
      errors: """
        calque: <stdin>: not a text: byte 1 is NUL; leave the file out with “exclude”
        no findings in 0 files, 1 not read

        """)
    check(
      try workshop.shell("echo hi | $calque /dev/stdin"), status: 0,
      errors: "no findings in 1 file\n")
  }

  @Test("What never ends and is no text is not read to its end")
  func stopsAtNUL() throws {
    let workshop = try Workshop()
    check(
      try workshop.shell("timeout 20 $calque /dev/zero"), status: 3,
      errors: """
        calque: /dev/zero: not a text: byte 0 is NUL; leave the file out with “exclude”
        no findings in 0 files, 1 not read

        """)
  }

  @Test("A file of 4 GiB that needs to be read whole is refused before it is read")
  func refusesHugeFiles() throws {
    let workshop = try Workshop()
    check(
      try workshop.shell("truncate -s 4G huge.html && timeout 20 $calque huge.html"), status: 3,
      errors: """
        calque: huge.html: the file has 4 GiB or more; split it into smaller ones
        no findings in 0 files, 1 not read

        """)
  }

  @Test("A name cannot act on the terminal")
  func showsHostileNames() throws {
    let workshop = try Workshop()
    check(
      try workshop.calque("a\u{1B}[31m\n.txt"), status: 3,
      errors: """
        calque: a\\u{1B}[31m\\u{A}.txt: no such file or folder
        no findings in 0 files, 1 not read

        """)
  }

  @Test("A name cannot give a command to the machine that runs the program")
  func disarmsCommands() throws {
    let workshop = try Workshop()
    try workshop.write("Council met\n\nThe ONU said so.\n", to: "::error::x.txt")
    let arguments = [["."], ["rules", "try", "=ONU", "."], ["explain", "--evidence", "."]]
    for arguments in arguments {
      let result = try workshop.calque(arguments)
      let lines = (result.output + result.errors).split(separator: "\n")
      #expect(lines.contains { $0.contains("\\u{3A}:error::x.txt:") }, "\(result)")
      #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("::") }, "\(result)")
    }
  }

  @Test("A name that is not UTF-8 is found and read")
  func readsAnyName() throws {
    let workshop = try Workshop()
    let result = try workshop.shell(#"echo Hello. > $'\xE9.txt'; $calque ."#)
    check(result, status: 0, errors: "no findings in 1 file\n")
  }

  @Test("A folder without text files is told")
  func tellsEmptiness() throws {
    let workshop = try Workshop()
    check(
      try workshop.calque("."), status: 0,
      errors:
        "no files to lint; in a folder they end in .txt, .md or .html, or “include” names them, "
        + "and no .gitignore leaves them out\n")
  }

  @Test("An empty file and an absolute path are fine")
  func readsEmptyFile() throws {
    let workshop = try Workshop()
    try workshop.write("", to: "a.txt")
    check(
      try workshop.calque(workshop.path, "a.txt"), status: 0,
      errors: "no findings in 1 file\n")
  }

  @Test("Any number of threads tells the same", arguments: [1, 2, 8])
  func isOrdered(jobs: Int) throws {
    let workshop = try Workshop()
    var errors = ""
    for number in 100..<300 {
      let isBinary = number.isMultiple(of: 3)
      try workshop.write(isBinary ? "\0" : "Hello.\n", to: "\(number).txt")
      guard isBinary else { continue }
      errors += "calque: \(number).txt: "
      errors += "not a text: byte 0 is NUL; leave the file out with “exclude”\n"
    }
    check(
      try workshop.calque(".", "--jobs", "\(jobs)"), status: 3,
      errors: errors + "no findings in 134 files, 66 not read\n")
  }
}

import Testing

@Suite("Where reports go") struct OutputTests {
  private let empty =
    #"{"version":1,"tool":{"name":"calque","version":"0.1.0"},"columnUnit":"scalar","files":["#
    + "\n\n"
    + #"],"summary":{"files":1,"errors":0,"warnings":0,"notes":0,"exitStatus":0},"#
    + "\"notifications\":[]}\n"

  @Test("A machine's report is alone on standard output")
  func isAlone() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    #expect(
      try workshop.calque("a.txt", "--format", "json")
        == Workshop.Transcript(status: 0, output: empty, errors: "no findings in 1 file\n"))
    #expect(
      try workshop.calque("a.txt", "--format", "json", "--quiet")
        == Workshop.Transcript(status: 0, output: empty))
  }

  @Test("A report to a file takes the place of the old one and keeps its mode and its link")
  func replaces() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write("old\n", to: "out/report.json")
    try workshop.link("report", to: "out/report.json")
    let result = try workshop.shell(
      """
      chmod 640 out/report.json
      $calque a.txt --format json --quiet --output report
      stat -c %a out/report.json; readlink report
      """)
    #expect(result == Workshop.Transcript(status: 0, output: "640\nout/report.json\n"))
    #expect(try workshop.read("out/report.json") == empty)
    #expect(try workshop.names(in: "out") == ["report.json"])
  }

  @Test("A report that cannot be written leaves nothing behind")
  func failsCleanly() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write("x", to: "folder/x")
    #expect(
      try workshop.calque("a.txt", "--output", "none/report")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: none/report: the report cannot be written: no such file or folder\n"))
    #expect(
      try workshop.calque("a.txt", "--output", "folder")
        == Workshop.Transcript(
          status: 2, errors: "calque: folder: the report cannot be written: it is a folder\n"))
    #expect(
      try workshop.calque("a.txt", "--format", "json", "--output", "/dev/full")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: /dev/full: the report could not be written: "
            + "no space is left on the device\n"))
    #expect(try workshop.names(in: "") == ["a.txt", "folder"])
  }

  @Test("A full disk behind standard output is told")
  func tellsFullDisk() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    #expect(
      try workshop.shell("$calque a.txt --format json > /dev/full")
        == Workshop.Transcript(
          status: 2,
          errors: "calque: standard output: the report could not be written: "
            + "no space is left on the device\n"))
  }

  @Test("A reader that goes away is no fault")
  func acceptsClosedPipe() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    // Descriptor 4 writes to a pipe whose only reader, 3, is gone.
    let result = try workshop.shell(
      "mkfifo pipe; exec 3<>pipe 4>pipe 3<&-; $calque a.txt --format json >&4; echo $?")
    #expect(result == Workshop.Transcript(status: 0, output: "0\n"))
  }
}

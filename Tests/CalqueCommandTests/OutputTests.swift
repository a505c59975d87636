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

  @Test("“-” is standard output")
  func namesStandardOutput() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    #expect(
      try workshop.calque("a.txt", "--format", "json", "--quiet", "--output", "-")
        == Workshop.Transcript(status: 0, output: empty))
    #expect(try workshop.names(in: "") == ["a.txt"])
  }

  @Test("A summary counts findings by the stage to repair and by rule, beside any report")
  func countsStages() throws {
    let workshop = try Workshop()
    try workshop.write(
      "The port said no .\n\nThe council met in the the port .\n\n[ad_1]\n", to: "a.txt")
    try workshop.write("The council met in the old hall .\n", to: "b.txt")
    let counts =
      "1  scraper\n  1  residue/markup in 1 file\n3  tokenizer\n"
      + "  3  encoding/space-before-punctuation in 2 files\n1  translation\n"
      + "  1  repetition/doubled-word in 1 file\n"
    let plain = try workshop.calque("a.txt", "b.txt")
    let summed = try workshop.calque("a.txt", "b.txt", "--summary")
    #expect(summed.output == plain.output)
    #expect(summed.errors == counts + "5 errors in 2 files\n")
    let quiet = try workshop.calque(
      "a.txt", "b.txt", "--summary", "--quiet", "--output", "report")
    #expect(quiet == Workshop.Transcript(status: 1, errors: counts))
    try workshop.write("All is well.\n", to: "b.txt")
    #expect(try workshop.calque("b.txt", "--summary").errors == "no findings in 1 file\n")
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

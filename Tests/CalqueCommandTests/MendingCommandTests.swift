import Foundation
import Testing

@Suite("Fixes made in files") struct MendingCommandTests {
  private static let faulty =
    "The council met in the the hall . It keeps its narrow coordination.\n"
  private static let mended = "The council met in the hall. It keeps its narrow coordination.\n"
  private static let left =
    "a.txt:1:43: error: “narrow coordination” renders «estrecha …» word by word; "
    + "English says “close coordination” [es/narrow-coordination]\n"

  @Test("Safe fixes are written, what is left is reported at its new place")
  func safe() throws {
    let workshop = try Workshop()
    try workshop.write(Self.faulty, to: "a.txt")
    #expect(
      try workshop.calque("--fix", "a.txt")
        == Workshop.Transcript(
          status: 1, output: Self.left, errors: "1 error in 1 file; 2 fixes made in 1 file\n"))
    #expect(try workshop.read("a.txt") == Self.mended)
    #expect(try workshop.names(in: "") == ["a.txt"])
    #expect(
      try workshop.calque("--fix", "a.txt")
        == Workshop.Transcript(status: 1, output: Self.left, errors: "1 error in 1 file\n"))
  }

  @Test("Fixes to look at are made with --fix-review")
  func review() throws {
    let workshop = try Workshop()
    try workshop.write(Self.faulty, to: "a.txt")
    #expect(
      try workshop.calque("--fix-review", "a.txt")
        == Workshop.Transcript(
          status: 0, errors: "no findings in 1 file; 3 fixes made in 1 file\n"))
    #expect(
      try workshop.read("a.txt")
        == "The council met in the hall. It keeps its close coordination.\n")
  }

  @Test("Rules that are off or not selected mend nothing")
  func selection() throws {
    let workshop = try Workshop()
    try workshop.write(Self.faulty, to: "a.txt")
    #expect(
      try workshop.calque("--fix", "--select", "repetition/doubled-word", "a.txt")
        == Workshop.Transcript(status: 0, errors: "no findings in 1 file; 1 fix made in 1 file\n"))
    #expect(
      try workshop.read("a.txt")
        == "The council met in the hall . It keeps its narrow coordination.\n")
  }

  @Test("A file without fixes is not touched; one with some keeps its mode and its link")
  func keepsFiles() throws {
    let workshop = try Workshop()
    try workshop.write("All is well.\n", to: "clean.txt")
    try workshop.write(Self.faulty, to: "out/a.txt")
    try workshop.link("b.txt", to: "out/a.txt")
    let result = try workshop.shell(
      """
      chmod 640 out/a.txt
      stat -c %i clean.txt > before
      $calque --fix --quiet --output report clean.txt b.txt
      stat -c %i clean.txt | cmp - before && stat -c %a out/a.txt && readlink b.txt
      """)
    #expect(result == Workshop.Transcript(status: 0, output: "640\nout/a.txt\n"))
    #expect(try workshop.read("out/a.txt") == Self.mended)
  }

  @Test("A file that cannot be written is reported as it is, and nothing is left behind")
  func unwritable() throws {
    let workshop = try Workshop()
    try workshop.write("It is late .\n", to: "a.txt")
    // No file may grow, which does not hold for pipes.
    let result = try workshop.shell(
      "(trap '' XFSZ; ulimit -f 0; $calque --fix a.txt 2>&1; echo $?) | cat")
    #expect(
      result.output == """
        calque: a.txt: not mended: it cannot be written: no file may grow that large here
        a.txt:1:11: error: there is a space before “.”; remove it \
        [encoding/space-before-punctuation]
        1 error in 1 file, 1 not mended
        3

        """)
    #expect(try workshop.read("a.txt") == "It is late .\n")
    #expect(try workshop.names(in: "") == ["a.txt"])
  }

  @Test("The longest name that a file can have is no hindrance")
  func longName() throws {
    let workshop = try Workshop()
    let name = String(repeating: "n", count: 251) + ".txt"
    try workshop.write("It is late .\n", to: name)
    #expect(
      try workshop.calque("--fix", name)
        == Workshop.Transcript(status: 0, errors: "no findings in 1 file; 1 fix made in 1 file\n"))
    #expect(try workshop.read(name) == "It is late.\n")
    #expect(try workshop.names(in: "") == [name])
  }

  @Test("A file that is not in UTF-8 is told where there is something to mend")
  func encodings() throws {
    let workshop = try Workshop()
    func utf16(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    try workshop.write(utf16("It is late .\n"), to: "a.txt")
    try workshop.write(utf16("It is late.\n"), to: "b.txt")
    let result = try workshop.calque("--fix", "a.txt", "b.txt")
    #expect(result.status == 3)
    #expect(
      result.errors
        == "calque: a.txt: not mended: the file is in utf-16le; convert it to UTF-8\n"
        + "1 error in 2 files, 1 not mended\n")
  }

  @Test("Standard input goes to standard output, its report to standard error or a file")
  func standardInput() throws {
    let workshop = try Workshop()
    let left = Self.left.replacing("a.txt", with: "<stdin>")
    #expect(
      try workshop.calque(["--fix", "-"], input: Self.faulty)
        == Workshop.Transcript(
          status: 1, output: Self.mended,
          errors: left + "1 error in 1 file; 2 fixes made in 1 file\n"))
    #expect(
      try workshop.calque(["--fix", "-", "--quiet", "--output", "report"], input: Self.faulty)
        == Workshop.Transcript(status: 1, output: Self.mended))
    #expect(try workshop.read("report") == left)
    #expect(
      try workshop.calque(["--fix", "-", "--quiet"], input: "All is well.")
        == Workshop.Transcript(status: 0, output: "All is well."))
  }

  @Test("Standard input is written in UTF-8, whatever it was")
  func otherEncoding() throws {
    let workshop = try Workshop()
    let units = "Café is late .\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try workshop.write([0xFF, 0xFE] + units, to: "a.txt")
    #expect(
      try workshop.shell("$calque --fix --quiet - < a.txt")
        == Workshop.Transcript(status: 0, output: "Café is late.\n"))
  }

  @Test("Standard input is mended alone, and told where standard output is full")
  func standardOutput() throws {
    let workshop = try Workshop()
    try workshop.write(Self.faulty, to: "a.txt")
    let mixed = try workshop.calque(["--fix", "-", "a.txt"], input: Self.faulty)
    #expect(mixed.status == 2)
    #expect(
      mixed.errors.hasPrefix("Error: --fix takes “-” alone: its text goes to standard output\n"))
    let full = try workshop.shell("$calque --fix --quiet - < a.txt > /dev/full")
    #expect(full.status == 3)
    #expect(
      full.errors.hasPrefix(
        "calque: <stdin>: not mended: it cannot be written: no space is left on the device\n"))
  }

  @Test("All files of a folder are mended on all threads, whether or not the report is read")
  func folder() throws {
    let workshop = try Workshop()
    for number in 0..<300 { try workshop.write(Self.faulty, to: "news/\(number).txt") }
    let result = try workshop.shell(
      "mkfifo pipe; exec 3<>pipe 4>pipe 3<&-; $calque --fix --jobs 2 news >&4; echo $?")
    #expect(result == Workshop.Transcript(status: 0, output: "0\n"))
    for number in 0..<300 { #expect(try workshop.read("news/\(number).txt") == Self.mended) }
    #expect(try workshop.names(in: "news").count == 300)
  }

  @Test("JSON Lines are mended line by line, with the escapes of JSON")
  func lines() throws {
    let workshop = try Workshop()
    try workshop.write(
      #"{"text": "\"It is late .\" he said."}"# + "\n" + #"{"text": "All is well."}"# + "\n",
      to: "a.jsonl")
    #expect(try workshop.calque("--fix", "--quiet", "a.jsonl") == Workshop.Transcript(status: 0))
    #expect(
      try workshop.read("a.jsonl")
        == #"{"text": "\"It is late,\" he said."}"# + "\n" + #"{"text": "All is well."}"# + "\n")
  }
}

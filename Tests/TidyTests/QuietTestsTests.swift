import Foundation
import Testing

/// What `make test` shows of a run.
@Suite("Quiet tests") struct QuietTestsTests {
  /// Shows an output of tests that end with a status.
  private func show(_ output: String, status: Int) throws -> (lines: [Substring], status: Int32) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(output.utf8).write(to: folder.appending(path: "written"))
    let process = Process()
    process.executableURL = SourceTree.root.appending(path: "Scripts/quiet-tests")
    process.arguments = ["build/all", "sh", "-c", "cat written; exit \(status)"]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let shown = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let all = try Data(contentsOf: folder.appending(path: "build/all"))
    #expect(String(decoding: all, as: UTF8.self) == output)
    let lines = String(decoding: shown, as: UTF8.self).split(separator: "\n").dropFirst()
    return (Array(lines), process.terminationStatus)
  }

  @Test("Of tests that pass the closing line is shown")
  func passes() throws {
    let end = "✔ Test run with 2 tests in 1 suite passed after 0.1 seconds."
    let (lines, status) = try show(
      """
      [1/2] Compiling
      ◇ Test case passing 1 argument text → "a: error: b" to "x" started.
      ✔ Test "x" passed after 0.1 seconds.
      \(end)

      """, status: 0)
    #expect(lines == [end[...]])
    #expect(status == 0)
  }

  @Test("What failed is shown with all that is said of it")
  func fails() throws {
    let failure = """
      ✘ Test "x" recorded an issue at A.swift:1:1: Expectation failed: text == "a
        b"
      ↳ more
      """
    let end = "✘ Test run with 2 tests in 1 suite failed after 0.1 seconds with 1 issue."
    let (lines, status) = try show(
      """
      ◇ Test "x" started.
      \(failure)
      ◇ Test "y" started.
      ↳ of y
      \(end)

      """, status: 1)
    let expected = [failure, end, "failed; the whole output is in build/all"]
    #expect(lines.joined(separator: "\n") == expected.joined(separator: "\n"))
    #expect(status == 1)
  }

  @Test("A build that fails, and tests that come to no end, do not pass", arguments: [0, 1, 137])
  func breaks(status: Int) throws {
    let error = "a.swift:1:1: error: no such thing"
    let (lines, ended) = try show("\(error)\n", status: status)
    #expect(lines.first == error[...])
    #expect(lines.last == "failed; the whole output is in build/all")
    #expect(ended == (status == 0 ? 1 : Int32(status)))
  }
}

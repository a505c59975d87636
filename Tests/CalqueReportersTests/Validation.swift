import Foundation
import Testing

/// What `Scripts/validate-reports.py` says of a report.
struct Validation: Equatable {
  let status: Int32
  /// What sarif-tools read, one JSON line a record.
  let records: String
  /// What is wrong, one line a problem.
  let complaints: String

  /// Runs the script.
  ///
  /// Fails where the Python environment is missing: a check that did not run has not passed.
  init(_ report: [UInt8], as kind: String) throws {
    let python = projectFolder.appending(path: ".venv/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "the validators are not installed: run Scripts/python-environment, as “make test” does")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What cannot be removed is left to the system's cleaning of its temporary folder.
    defer { try? FileManager.default.removeItem(at: folder) }
    func makeFile(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      return file
    }
    let input = try makeFile("report.\(kind)", report)
    let output = try makeFile("output")
    let errors = try makeFile("errors")
    let script = projectFolder.appending(path: "Scripts/validate-reports.py")

    let process = Process()
    process.executableURL = python
    process.arguments = [script.path, kind, input.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    records = try String(decoding: Data(contentsOf: output), as: UTF8.self)
    complaints = try String(decoding: Data(contentsOf: errors), as: UTF8.self)
      .replacing(input.path, with: input.lastPathComponent)
  }
}

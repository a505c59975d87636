import Foundation
import Testing

/// A temporary folder, and the program run in it.
struct Workshop: ~Copyable {
  /// All that can be seen of a run.
  struct Transcript: Equatable, CustomStringConvertible {
    var status: Int32
    var output = ""
    var errors = ""

    var description: String { "status \(status)\n--- output\n\(output)--- errors\n\(errors)" }
  }

  /// The folder, without links in its path.
  let folder: URL
  var path: String { folder.path }

  init() throws {
    let name = "calque-\(UUID().uuidString)"
    // The folder above has no configuration, whatever lies beside the temporary ones.
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // What cannot be removed is left to the system's cleaning of its temporary folder.
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a file, and the folders that it lies in.
  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path, withDestinationPath: target)
  }

  func read(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// Names in a folder, sorted, hidden ones too.
  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
  }

  /// Runs the program.
  func calque(_ arguments: String..., input: String = "") throws -> Transcript {
    try run(Self.program, arguments, input: input)
  }

  func calque(_ arguments: [String], input: String = "") throws -> Transcript {
    try run(Self.program, arguments, input: input)
  }

  /// Runs a script of the shell in which `$calque` is the program.
  func shell(_ script: String) throws -> Transcript {
    try run(URL(filePath: "/bin/bash"), ["-c", script], input: "")
  }

  private func run(_ program: URL, _ arguments: [String], input: String) throws -> Transcript {
    // Files take any amount of output without anybody reading at the same time.
    let records = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: records, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: records) }
    func record(_ name: String, _ text: String = "") throws -> URL {
      let file = records.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file
    }
    let inputFile = try record("input", input)
    let outputFile = try record("output")
    let errorFile = try record("errors")

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "calque": Self.program.path]
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Transcript(
      status: process.terminationStatus,
      output: try String(decoding: Data(contentsOf: outputFile), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: errorFile), as: UTF8.self))
  }

  /// The program, which the build puts beside the tests.
  private static var program: URL {
    Bundle.main.bundleURL.appending(path: "calque")
  }
}

extension Workshop {
  /// A sound rule, with what it finds and what not.
  static let rule = """
    - id: grandor
      pattern: grandor
      message: “grandor” is no word of this paper
      why: It is ours for these tests.
      fix: size
      severity: warning
      category: style
      bad: ["The ⟦grandor⟧ was known. → The size was known."]
      good: [The size was known.]

    """
}

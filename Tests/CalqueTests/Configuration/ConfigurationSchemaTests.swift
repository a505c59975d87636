import Foundation
import Testing

@testable import Calque

@Suite("The schema of the configuration") struct ConfigurationSchemaTests {
  private static let projectFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let schemaPath = "Documentation/Schemas/lintconfig.json"

  private func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Self.projectFolder.appending(path: path)))
  }

  /// Returns the keys of the object that a path of keys leads to.
  private func keys(_ path: String...) throws -> Set<String> {
    var value = try #require(JSONReader.read(try bytes(Self.schemaPath)).value)
    for key in path {
      guard case .object(let members) = value.content else { return [] }
      value = try #require(members.first { $0.key == key }).value
    }
    guard case .object(let members) = value.content else { return [] }
    return Set(members.map(\.key))
  }

  @Test("The schema has the keys that are read, and no other")
  func hasKeys() throws {
    #expect(try keys("properties") == Set(ConfigurationKey.allCases.map(\.rawValue)))
    #expect(
      try keys("properties", "overrides", "items", "properties")
        == Set([ConfigurationKey.files] + ConfigurationKey.overriding.map(\.rawValue)))
  }

  @Test("The project's own configuration is right")
  func projectIsRight() throws {
    let result = ConfigurationFile.read(try bytes(ConfigurationFile.name))
    #expect(result.problems == [])
  }

  @Test("A validator accepts what is read, and rejects what is not")
  func agrees() throws {
    let samples = Self.right + Self.wrong
    let read = samples.indices.filter { index in
      ConfigurationFile.read(Array(samples[index].utf8)).problems.isEmpty
    }
    #expect(read == Array(Self.right.indices))
    #expect(try indicesAccepted(samples) == read)
  }

  private static let right = [
    "{}", #"{"$schema": "x", "extends": "../a.json"}"#,
    #"{"from": "auto"}"#, #"{"from": "none"}"#, #"{"from": []}"#, #"{"from": ["es", "pt"]}"#,
    #"{"packs": []}"#, #"{"packs": ["es"]}"#, #"{"packs": ["!es", "!pt"]}"#,
    #"{"rules": {"es": "off", "*/a": "on", "es/a": "note", "b": "warning", "c": "error"}}"#,
    #"{"rules": {"es/a": {}, "es/b": {"level": "on", "options": {"x": 1, "y": ["a", true]}}}}"#,
    #"{"notes": false, "vocabulary": ["a"], "failOn": "never", "maxWarnings": 0}"#,
    #"{"failOn": "error"}"#, #"{"failOn": "warning"}"#, #"{"failOn": "note"}"#,
    #"{"columnUnit": "scalar"}"#, #"{"columnUnit": "utf8"}"#, #"{"columnUnit": "utf16"}"#,
    #"{"include": ["*.md"], "exclude": [], "ruleFolders": ["rules"]}"#,
    #"{"overrides": [{"files": ["a"], "from": "none", "packs": ["es"], "rules": {}}]}"#,
    #"{"overrides": [{"files": ["a"], "notes": true, "vocabulary": [], "failOn": "note"}]}"#,
  ]

  private static let wrong = [
    "[]", #"{"exlude": []}"#, #"{"$schema": 1}"#, #"{"extends": ["a"]}"#,
    #"{"from": "es"}"#, #"{"from": [1]}"#, #"{"from": {}}"#,
    #"{"packs": "es"}"#, #"{"packs": ["es", "!pt"]}"#,
    #"{"rules": []}"#, #"{"rules": {"es": "of"}}"#, #"{"rules": {"es": 1}}"#,
    #"{"rules": {"es/a": {"levle": "on"}}}"#, #"{"rules": {"es/a": {"options": []}}}"#,
    #"{"rules": {"es/a": {"options": {"x": null}}}}"#,
    #"{"rules": {"es/a": {"options": {"x": [[]]}}}}"#,
    #"{"notes": 1}"#, #"{"vocabulary": "a"}"#, #"{"failOn": "errors"}"#,
    #"{"maxWarnings": -1}"#, #"{"maxWarnings": "1"}"#, #"{"columnUnit": "bytes"}"#,
    #"{"include": "*"}"#, #"{"exclude": [""]}"#, #"{"ruleFolders": "rules"}"#,
    #"{"overrides": {}}"#, #"{"overrides": [{}]}"#, #"{"overrides": [{"files": "a"}]}"#,
    #"{"overrides": [{"files": [], "maxWarnings": 1}]}"#,
  ]

  /// Returns the samples that a validator which is not ours accepts.
  private func indicesAccepted(_ samples: [String]) throws -> [Int] {
    let python = Self.projectFolder.appending(path: ".venv/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "the validators are not installed: run Scripts/python-environment, as “make test” does")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What cannot be removed is left to the system's cleaning of its temporary folder.
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = samples.indices.map { folder.appending(path: "\($0).json") }
    for (file, sample) in zip(files, samples) { try Data(sample.utf8).write(to: file) }
    let complaints = folder.appending(path: "complaints")
    try Data().write(to: complaints)

    let process = Process()
    process.executableURL = python
    let script = Self.projectFolder.appending(path: "Scripts/validate-reports.py")
    process.arguments = [script.path, "lintconfig"] + files.map(\.path)
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    // 1 is what the script says when a file is wrong; anything else is a fault of its own.
    try #require(process.terminationStatus == 1)
    let lines = try String(decoding: Data(contentsOf: complaints), as: UTF8.self)
      .split(separator: "\n")
    return samples.indices.filter { index in
      !lines.contains { $0.hasPrefix(files[index].path + ":") }
    }
  }
}

import Foundation
import Testing

/// Where the project lies; tests read its examples, scripts and goldens.
let projectFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Expects `bytes` to be those of a file in `Goldens/`.
///
/// With `CALQUE_RECORD=1` the file is written instead, and the test fails: what was recorded is
/// read by somebody before it is believed.
func expectGolden(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = projectFolder.appending(path: "Tests/CalqueReportersTests/Goldens/\(name)")
  if ProcessInfo.processInfo.environment["CALQUE_RECORD"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name); read it, then run without CALQUE_RECORD")
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(String(decoding: bytes, as: UTF8.self) == expected, sourceLocation: sourceLocation)
}

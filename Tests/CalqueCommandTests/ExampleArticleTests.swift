import Foundation
import Testing

/// The example article through the real program: what the README shows, and every format.
@Suite("The example article, by the program")
struct ExampleArticleTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let article = "Examples/eu-nato-osce-coordination.txt"

  /// Copies the article into a workshop.
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    let text = try Data(contentsOf: Self.root.appending(path: Self.article))
    try workshop.write([UInt8](text), to: Self.article)
    return workshop
  }

  @Test("Every line that the README shows is a line of the output")
  func readme() throws {
    let output = try workshop().calque("--show-source", "Examples").output
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let shown = readme.components(separatedBy: "```")[1].split(separator: "\n")
    let lines = Set(output.split(separator: "\n"))
    #expect(shown.count > 10)
    for line in shown { #expect(lines.contains(line), "\(line)") }
  }

  @Test("The exit status does not depend on the format", arguments: ["compiler", "sarif", "json"])
  func status(format: String) throws {
    let run = try workshop().calque("--format", format, "Examples")
    #expect(run.status == 1)
    #expect(run.errors == "12 errors, 13 warnings in 1 file\n")
  }

  @Test("The output is the same on one thread and on four")
  func threads() throws {
    let workshop = try workshop()
    for copy in 1...9 {
      try workshop.write(try workshop.read(Self.article), to: "Examples/copy-\(copy).txt")
    }
    let one = try workshop.calque("--jobs", "1", "Examples")
    let four = try workshop.calque("--jobs", "4", "Examples")
    #expect(one == four)
    #expect(one.errors == "120 errors, 130 warnings in 10 files\n")
  }
}

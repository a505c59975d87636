import Foundation
import Testing

/// The style of the project, as far as a test can see it.
@Suite("Tidiness")
struct TidyTests {
  @Test(
    "No file passes 400 lines",
    arguments: try SourceTree.files(
      in: ["Sources", "Plugins", "Tests", "Rules"], withExtension: "swift"))
  func length(file: SourceTree.File) {
    #expect(file.lines.count <= 400)
  }

  @Test(
    "No comment passes 100 columns, which the formatter does not see",
    arguments: try SourceTree.files(
      in: ["Sources", "Plugins", "Tests"], withExtension: "swift"))
  func commentWidth(file: SourceTree.File) {
    for (number, line) in file.lines.enumerated() where line.count > 100 {
      guard line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
      Issue.record("\(file.path):\(number + 1) has \(line.count) columns")
    }
  }

  @Test(
    "A file is named after a type that it declares or extends", arguments: try SourceTree.sources())
  func fileName(file: SourceTree.File) {
    let type = file.name.split(separator: ".")[0].split(separator: "+")[0]
    guard !["main", "ProgramRecords", "Calque"].contains(type) else { return }
    let declaration =
      #/(?m)^(?:@\w+(?:\([^)]*\))? )*(?:public |package |private |final |indirect )*(?:struct|enum|class|actor|protocol|extension) (\w+)/#
    let names = file.text.matches(of: declaration).map { $0.output.1 }
    #expect(names.contains(type), "declares \(names)")
  }

  @Test(
    "The core is pure: no I/O, no exit, no clock, no force, no globals",
    arguments: try SourceTree.sources())
  func purity(file: SourceTree.File) {
    let isEdge =
      ["CalqueCommand", "CalqueGenerator"].contains(file.module)
      || file.path.hasPrefix("Plugins/")
    let everywhere = [
      "fatalError(", "try!", "as!", "@unchecked", "nonisolated(unsafe)", "static var shared",
      "// MARK: - File", "TODO", "FIXME",
    ]
    let inCore = [
      "print(", "exit(", "FileManager", "ProcessInfo", "getenv(", "Date()", "import Foundation",
      "import Glibc", "DispatchQueue",
    ]
    let allowed = file.path == "Sources/CalqueRules/Table.swift" ? ["@unchecked"] : []
    for (number, line) in file.lines.enumerated() {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      for banned in everywhere + (isEdge ? [] : inCore)
      where holds(code, banned) && !allowed.contains(banned) {
        Issue.record("\(file.path):\(number + 1): “\(banned)” has no place here")
      }
    }
  }

  /// Tells whether a line of code holds a banned piece, not as the end of a longer name.
  private func holds(_ code: Substring, _ banned: String) -> Bool {
    guard let range = code.firstRange(of: banned) else { return false }
    guard range.lowerBound > code.startIndex else { return true }
    let before = code[code.index(before: range.lowerBound)]
    return !(before.isLetter || before == ".")
  }

  @Test("Unsafe code lives where its reasons are written", arguments: try SourceTree.sources())
  func unsafety(file: SourceTree.File) {
    let allowed = [
      "Sources/CalqueText/Unicode/", "Sources/CalqueText/ByteSearch.swift",
      "Sources/CalqueCommand/System/", "Sources/CalqueMarkdown/MarkdownPieces.swift",
      "Sources/CalqueRules/Table.swift", "Sources/CalqueRules/Program/ProgramFormat.swift",
      "Sources/CalqueRules/YAML/YAMLParser.swift", "Sources/Calque/RuleProgram+BuiltIn.swift",
      "Sources/CalqueGenerator/",
    ]
    guard !allowed.contains(where: file.path.hasPrefix) else { return }
    for (number, line) in file.lines.enumerated() where line.contains("unsafe ") {
      guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
      Issue.record("\(file.path):\(number + 1): “unsafe” outside the folders for it")
    }
  }

  /// What each module may import of ours: the arrows of ARCHITECTURE.md.
  private static let arrows: [String: Set<String>] = [
    "CalqueText": ["CICU"],
    "CalqueFindings": ["CalqueText"],
    "CalqueFormats": ["CalqueText"],
    "CalqueMarkdown": ["CMD4C", "CalqueFormats", "CalqueText"],
    "CalqueRules": ["CYAML", "CalqueText", "CalqueFindings"],
    "CalqueEngine": ["CalqueText", "CalqueFindings", "CalqueRules"],
    "CalqueChecks": ["CalqueText", "CalqueFindings", "CalqueRules", "CalqueEngine"],
    "Calque": [
      "CBuiltInRules", "CalqueText", "CalqueFindings", "CalqueFormats", "CalqueRules",
      "CalqueEngine", "CalqueChecks",
    ],
    "CalqueReporters": ["CalqueText", "CalqueFindings"],
    "CalqueCommand": [
      "CMalloc", "Calque", "CalqueReporters", "CalqueFindings", "CalqueFormats", "CalqueMarkdown",
      "CalqueText", "CalqueRules", "CalqueEngine",
    ],
    "CalqueGenerator": ["CalqueRules", "CalqueFindings", "CalqueText"],
  ]

  @Test("Modules import only what is below them", arguments: try SourceTree.sources())
  func imports(file: SourceTree.File) {
    guard !file.module.isEmpty, let allowed = Self.arrows[file.module] else { return }
    for match in file.text.matches(of: #/(?m)^(?:public |internal |package )?import (\w+)/#) {
      let module = String(match.output.1)
      guard
        module.hasPrefix("Calque")
          || ["CICU", "CMD4C", "CMalloc", "CYAML", "CBuiltInRules"].contains(module)
      else {
        continue
      }
      #expect(allowed.contains(module), "\(file.path) imports \(module)")
    }
  }

  @Test(
    "A check says which options it takes, and takes those",
    arguments: try SourceTree.files(in: ["Sources/CalqueChecks/Checks"], withExtension: "swift"))
  func checkOptions(file: SourceTree.File) {
    let declared = file.text.matches(of: #/CheckOption\("([\w-]+)"/#).map { $0.output.1 }
    let asked = file.text.matches(of: #/(?:options\[|number\()"([\w-]+)"/#).map { $0.output.1 }
    #expect(Set(declared).count == declared.count)
    #expect(Set(declared) == Set(asked))
  }

  @Test(
    "Every path that a page names exists",
    arguments: try SourceTree.files(
      in: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Documentation"], withExtension: "md")
  )
  func paths(file: SourceTree.File) {
    for match in file.text.matches(
      of:
        #/`((?:Sources|Tests|Rules|Documentation|Scripts|Benchmarks|Examples|Plugins)/[\w./+-]*)`/#)
    {
      let path = String(match.output.1)
      #expect(
        FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path),
        "\(file.path) names \(path)")
    }
  }
}

import ArgumentParser
import Calque
import CalqueFindings
import CalqueReporters

/// `calque rules new PACK/ID`.
struct RulesNewCommand: ParsableCommand {
  private static let usualFolder = "Rules"

  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the file of a new rule, to be filled in.",
    discussion: """
      The file is FOLDER/PACK/ID.yml. Without --in the folder is “Rules” if there is one here, else \
      the text goes to standard output. A file that exists is never overwritten.
      """)

  @Argument(help: "Pack and id of the rule, “es/narrow-ties”.")
  var rule: String

  @Option(
    name: .customLong("in"),
    help: "Folder of packs to write to; it is made where there is none.")
  var folder: String?

  func validate() throws {
    guard folder != "" else { throw ValidationError("--in takes the path of a folder") }
  }

  func run() throws {
    try finish(try write(try template()))
  }

  private func template() throws(StatusError) -> RuleTemplate {
    do throws(RuleTemplate.Fault) {
      return try RuleTemplate(rule)
    } catch {
      StandardError.write(VisibleText.shown(error.message))
      throw StatusError(status: .usage)
    }
  }

  private func write(_ template: RuleTemplate) throws(StatusError) -> ExitStatus {
    let folder = folder ?? (Self.isFolder(Self.usualFolder) ? Self.usualFolder : nil)
    let existing = folder.flatMap { Self.isThere($0) ? [$0] : nil } ?? []
    let files = try UserRules.load(existing, mayBeEmpty: true)
    let id = "\(template.pack)/\(template.id)"
    // Of a built-in pack the folder may have a newer state, so both are asked.
    let known = Linter().rules + Linter(authoring: files.sources).rules
    guard !known.contains(where: { $0.id.text == id }) else {
      StandardError.write("there is a rule “\(id)” already; “calque explain \(id)” shows it")
      return .usage
    }
    let text = Array(template.text.utf8)
    guard let folder else { return StandardOutput.write(text) }
    let packFolder = FilePath(folder).normalized.appending(Array(template.pack.utf8))
    let path = packFolder.appending(Array(template.fileName.utf8))
    do throws(SystemError) {
      try FilePath(folder).makeFolder()
      try packFolder.makeFolder()
      try path.create(text)
    } catch {
      StandardError.write("\(error)", path: path.text)
      return .usage
    }
    let advice = "fill in what is in capitals, then “calque rules test \(folder)”"
    StandardError.write("written; " + VisibleText.shown(advice), path: path.text)
    return .clean
  }

  private static func isThere(_ path: String) -> Bool {
    // What cannot be asked for is made, or that is refused.
    (try? FileStatus(FilePath(path))) != nil
  }

  private static func isFolder(_ path: String) -> Bool {
    // What cannot be asked for is no folder to write to.
    (try? FileStatus(FilePath(path)))?.kind == .folder
  }
}

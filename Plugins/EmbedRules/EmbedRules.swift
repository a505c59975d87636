import Foundation
import PackagePlugin

/// Compiles the rules of the target's folder into C source that holds them in read-only data, and
/// its word lists into another.
///
/// Every file is an input of its command, so an added, changed or removed one is noticed.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = Self.files(in: target.directoryURL, withExtension: "yml")
    let lists = Self.files(in: target.directoryURL, withExtension: "txt")
    let output = context.pluginWorkDirectoryURL.appending(path: "Program.c")
    let words = context.pluginWorkDirectoryURL.appending(path: "Words.c")
    let generator = try context.tool(named: "CalqueGenerator").url
    return [
      .buildCommand(
        displayName: "Compiling rules",
        executable: generator,
        arguments: ["rules", target.directoryURL.path, output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]),
      .buildCommand(
        displayName: "Compiling word lists",
        executable: generator,
        arguments: ["words", words.path] + lists.map(\.path),
        inputFiles: lists,
        outputFiles: [words]),
    ]
  }

  /// Returns the files below a folder: of a target in C the package manager lists no others.
  private static func files(in folder: URL, withExtension suffix: String) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == suffix }
      .sorted { $0.path < $1.path }
  }
}

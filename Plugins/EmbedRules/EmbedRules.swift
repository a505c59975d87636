import Foundation
import PackagePlugin

/// Compiles the rules of the target's folder into Swift source that holds them as one string, and
/// its word lists into another.
///
/// Every file is an input of its command, so an added, changed or removed one is noticed.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = target.sourceFiles(withSuffix: "yml").map(\.url).sorted { $0.path < $1.path }
    let lists = target.sourceFiles(withSuffix: "txt").map(\.url).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInRules+Program.swift")
    let words = context.pluginWorkDirectoryURL.appending(path: "BuiltInRules+Words.swift")
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
}

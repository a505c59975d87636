import Foundation
import PackagePlugin

/// Compiles the rules of the target's folder into Swift source that holds them as one string.
///
/// Every rule file is an input of the command, so an added, changed or removed file is noticed.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = target.sourceFiles(withSuffix: "yml").map(\.url).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInRules+Program.swift")
    return [
      .buildCommand(
        displayName: "Compiling rules",
        executable: try context.tool(named: "CalqueGenerator").url,
        arguments: ["rules", target.directoryURL.path, output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}

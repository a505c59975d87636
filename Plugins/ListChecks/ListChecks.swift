import Foundation
import PackagePlugin

/// Writes the list of the target's checks: one Swift file of `Checks/` holds one check of its name.
@main
struct ListChecks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = target.sourceFiles(withSuffix: "swift").map(\.url)
      .filter { $0.pathComponents.contains("Checks") }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "CheckRegistry+All.swift")
    return [
      .buildCommand(
        displayName: "Listing checks",
        executable: try context.tool(named: "CalqueGenerator").url,
        arguments: ["checks", output.path]
          + files.map { $0.deletingPathExtension().lastPathComponent },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}

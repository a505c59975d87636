import Foundation

/// Build-time tool behind the plugins `EmbedRules` and `ListChecks`.
///
///     CalqueGenerator checks OUTPUT NAME…
///     CalqueGenerator rules FOLDER OUTPUT FILE…
@main
enum CalqueGenerator {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "checks":
      let names = arguments.dropFirst(2)
      try write(checkRegistry(names), to: arguments[2])
    case "rules":
      try write("extension BuiltInRules {}\n", to: arguments[3])
    default:
      throw CocoaError(.featureUnsupported)
    }
  }

  /// Returns Swift source that lists the checks.
  private static func checkRegistry(_ names: some Sequence<String>) -> String {
    """
    internal import CalqueEngine

    extension CheckRegistry {
      /// One check for each file of `Checks/`.
      static let all: [any Check.Type] = [
    \(names.map { "    \($0).self,\n" }.joined())  ]
    }

    """
  }

  private static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

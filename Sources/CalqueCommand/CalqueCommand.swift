import ArgumentParser
import CalqueReporters

/// The program: reads the command line, runs a command, ends with its status.
@main
struct CalqueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calque",
    abstract: "Finds what machine translation and careless publishing break in news articles.",
    usage: """
      calque [<options>] PATH...
      calque explain RULE
      calque explain --evidence PATH...
      calque rules [<options>] [FILTER...]
      calque rules (test | check | try | stats | new) ...
      """,
    discussion: """
      “calque PATH…” lints files and folders. A file named like a command is written “./rules”.

      Exit status: 0 nothing found at the level of --fail-on, or nothing left of it by --fix, 1 \
      something found, 2 the command line or a configuration is wrong or the report could not be \
      written, 3 a file, or a part of one, could not be read or mended (the rest was linted, \
      whatever was found). It is the same for every format.
      """,
    version: Version.current,
    subcommands: [LintCommand.self, ExplainCommand.self, RulesCommand.self],
    defaultSubcommand: LintCommand.self)

  static func main() {
    Process.ignoreClosedPipes()
    Process.keepMemory()
    let surroundings = Surroundings.current
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let plan = LintPlan.plain(arguments, surroundings) {
      Process.exit(LintRun(plan, surroundings).run())
    }
    do {
      var command = try parse(visible: arguments)
      try command.run()
      Process.exit(.clean)
    } catch let error as StatusError {
      Process.exit(error.status)
    } catch {
      end(with: error)
    }
  }

  /// Reads the arguments; what is wrong with them is said of them as they can be shown.
  private static func parse(visible arguments: [String]) throws -> any ParsableCommand {
    do {
      return try parse(all: arguments)
    } catch {
      // The parser quotes what it does not know, whatever that would do to a terminal.
      _ = try parse(all: arguments.map { VisibleText.shown($0) })
      throw error
    }
  }

  /// Reads the arguments.
  ///
  /// The parser takes a name behind one hyphen for options of one letter, of which there is one, so
  /// that it shows the help for any that has an “h”.
  private static func parse(all arguments: [String]) throws -> any ParsableCommand {
    let options = arguments.prefix { $0 != "--" }
    let name = options.first { argument in
      argument.hasPrefix("-") && !argument.hasPrefix("--") && !["-", "-h"].contains(argument)
        // What may be a negative number is the parser's.
        && Int(argument) == nil
    }
    if let name {
      throw ValidationError("Unknown option '\(name)'; a file of that name is written “./\(name)”")
    }
    return try parseAsRoot(arguments)
  }

  /// Shows what ArgumentParser has to say: help and the version are no errors.
  private static func end(with error: any Error) -> Never {
    let message = Array((fullMessage(for: error) + "\n").utf8)
    guard exitCode(for: error).isSuccess else {
      StandardError.write(message)
      Process.exit(.usage)
    }
    Process.exit(StandardOutput.write(message))
  }
}

/// The way in which a command ends with a status that is not 0, its messages being written.
struct StatusError: Error {
  let status: ExitStatus
}

extension ParsableCommand {
  /// Ends the command.
  func finish(_ status: ExitStatus) throws(StatusError) {
    guard status == .clean else { throw StatusError(status: status) }
  }
}

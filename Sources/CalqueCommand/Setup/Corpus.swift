import Calque
import CalqueFormats
import CalqueText

/// The texts that an author tries rules on: files, and those in folders, as `calque PATH…` finds
/// them.
struct Corpus {
  private let inputs: [Input]

  /// The linter of each row of the settings; none where nobody asked for them.
  private let linters: [ConfiguredLinter]

  /// Finds the files; if a configuration that chooses among them is wrong it says so and ends.
  init(_ paths: [String]) throws(StatusError) {
    linters = []
    do throws(SystemError) {
      let plan = LintPlan(corpus: paths)
      var walk = InputCollector(plan, workingFolder: try FilePath.workingFolder()).inputs
      var inputs: [Input] = []
      while let input = walk.next() { inputs.append(input) }
      self.inputs = inputs
      let problems = walk.settings.configurations.problems
      guard !problems.isEmpty else { return }
      for problem in problems { problem.report(.current) }
    } catch {
      StandardError.write("the working folder cannot be read: \(error)")
    }
    throw StatusError(status: .usage)
  }

  /// Finds the files and makes the linters that their configurations ask for, or one for all;
  /// if anything is wrong with these it says so and ends.
  init(linted paths: [String], configuration: String?) throws(StatusError) {
    do throws(SystemError) {
      let setup = try LintSetup(LintPlan(corpus: paths, configuration: configuration))
      let queue = InputQueue(setup.inputs, rowCount: setup.linters.count)
      var inputs: [Input] = []
      while let (input, _) = queue.take() { inputs.append(input) }
      self.inputs = inputs
      linters = setup.linters
      guard !setup.problems.isEmpty else { return }
      for problem in setup.problems { problem.report(.current) }
    } catch {
      StandardError.write("the working folder cannot be read: \(error)")
    }
    throw StatusError(status: .usage)
  }

  /// Does something with every text and its linter, as ``map(_:)`` does.
  func mapLinted<Value: Sendable>(
    _ body: @Sendable (Source, any TextFormat, _ path: String, Linter) -> Value
  ) -> (values: [Value], status: ExitStatus) {
    mapInputs { input, source, format in
      body(source, format, input.path.text, linters[input.row].linter)
    }
  }

  /// Does something with every text, on all processors, and returns the results in the order of
  /// the paths; of a text that cannot be read it says so.
  func map<Value: Sendable>(
    _ body: @Sendable (_ text: Source, _ format: any TextFormat, _ path: String) -> Value
  ) -> (values: [Value], status: ExitStatus) {
    mapInputs { input, source, format in body(source, format, input.path.text) }
  }

  private func mapInputs<Value: Sendable>(
    _ body: @Sendable (Input, Source, any TextFormat) -> Value
  ) -> (values: [Value], status: ExitStatus) {
    let outcomes = inputs.concurrentMap { input -> Outcome<Value> in
      let path = input.path.text
      do {
        let source = try input.source(as: .unicode)
        return .value(body(input, source, InputFormat.auto.reader(of: input.path)))
      } catch let error as UnreadableInput {
        return .failure(path: path, message: error.reason)
      } catch {
        return .failure(path: path, message: "\(error)")
      }
    }
    var values: [Value] = []
    for outcome in outcomes {
      switch outcome {
      case .value(let value): values.append(value)
      case .failure(let path, let message): StandardError.write(message, path: path)
      }
    }
    return (values, values.count == outcomes.count ? .clean : .unreadable)
  }

  private enum Outcome<Value: Sendable>: Sendable {
    case value(Value)
    case failure(path: String, message: String)
  }
}

extension LintPlan {
  /// Creates a plan by which texts are found, and nothing is reported.
  fileprivate init(corpus paths: [String], configuration: String? = nil) {
    self.init(
      paths: paths, encoding: .unicode, inputFormat: .auto, configurationPath: configuration,
      settings: CommandLineSettings(),
      report: ReportPlan(format: .compiler, showsSource: false, usesColor: false), jobs: 1,
      isQuiet: true, mayNameCommand: false)
  }
}

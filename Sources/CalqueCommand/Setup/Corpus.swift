import CalqueFormats
import CalqueText

/// The texts that an author tries rules on: files, and those in folders, as `calque PATH…` finds
/// them.
struct Corpus {
  private let inputs: [Input]

  /// Finds the files; if a configuration that chooses among them is wrong it says so and ends.
  init(_ paths: [String]) throws(StatusError) {
    do throws(SystemError) {
      let plan = LintPlan(
        paths: paths, encoding: .unicode, inputFormat: .auto, settings: CommandLineSettings(),
        report: ReportPlan(format: .compiler, showsSource: false, usesColor: false), jobs: 1,
        isQuiet: true)
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

  /// Does something with every text, on all processors, and returns the results in the order of
  /// the paths; of a text that cannot be read it says so.
  func map<Value: Sendable>(
    _ body: @Sendable (_ text: Source, _ format: any TextFormat, _ path: String) -> Value
  ) -> (values: [Value], status: ExitStatus) {
    let outcomes = inputs.concurrentMap { input -> Outcome<Value> in
      let path = input.path.text
      do {
        let source = try input.source(as: .unicode)
        return .value(body(source, InputFormat.auto.reader(of: input.path), path))
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

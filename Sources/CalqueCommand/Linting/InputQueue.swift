import Synchronization

/// Inputs that threads take one after the other.
final class InputQueue: Sendable {
  private struct State {
    var walk: InputWalk
    var taken = 0
  }

  private let state: Mutex<State>
  /// Number of rows of settings that there are linters for.
  private let rowCount: Int

  init(_ walk: InputWalk, rowCount: Int) {
    state = Mutex(State(walk: walk))
    self.rowCount = rowCount
  }

  /// Returns the next input and its number, from 0 up; nil when there is none left.
  func take() -> (input: Input, number: Int)? {
    state.withLock { state in
      guard let input = state.walk.next() else { return nil }
      defer { state.taken += 1 }
      return (known(input), state.taken)
    }
  }

  /// Folders are read while others write to them: a configuration may be new.
  private func known(_ input: Input) -> Input {
    if input.row < rowCount { return input }
    // Where nothing can be read there may be no linter either.
    if case .unreadable = input.content { return input }
    let reason = "its configuration is newer than the run; lint the file again"
    return Input(unreadable: input.path, reason)
  }
}

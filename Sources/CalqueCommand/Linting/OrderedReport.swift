import CalqueReporters
import Dispatch
import Synchronization

/// A report that threads hand their files to in any order, and that is written in the order of
/// paths.
///
/// What is ready too early waits here. When that is a lot, the threads wait too: one that waits has
/// given all that it had, so another has the file that is next, and the queue always moves.
final class OrderedReport: Sendable {
  /// Bytes that may wait to be written before threads have to.
  private static let waitingLimit = 16 << 20

  private struct State: ~Copyable {
    var sink: ReportSink
    var tally = RunTally()
    /// Outcomes that came before their turn.
    var early: [Int: FileOutcome] = [:]
    var earlyByteCount = 0
    var next = 0
    var hasBody = false
    var waitingThreads = 0
  }

  private let state: Mutex<State>
  private let isEnded = Atomic(false)
  private let room = DispatchSemaphore(value: 0)
  private let separator: [UInt8]

  /// Creates a report that starts with a header.
  init(_ sink: consuming sending ReportSink, header: [UInt8], separator: [UInt8]) {
    self.separator = separator
    var first = State(sink: sink)
    first.sink.write(header)
    state = Mutex(first)
  }

  /// Whether nothing can be written any more.
  var hasEnded: Bool { isEnded.load(ordering: .relaxed) }

  /// What an input gave, with its number.
  struct Numbered {
    let number: Int
    var outcome: FileOutcome
  }

  /// Takes what inputs gave; may wait for others, and so everything that the thread has is given.
  func put(_ outcomes: [Numbered]) {
    let mustWait = state.withLock { state in
      for item in outcomes {
        if item.number == state.next {
          write(item.outcome, &state)
        } else {
          state.early[item.number] = item.outcome
          state.earlyByteCount += Self.size(item.outcome)
        }
      }
      writeReady(&state)
      let isCrowded = state.earlyByteCount > Self.waitingLimit
      if isCrowded {
        state.waitingThreads += 1
      } else {
        for _ in 0..<state.waitingThreads { room.signal() }
        state.waitingThreads = 0
      }
      return isCrowded
    }
    if mustWait { room.wait() }
  }

  /// Writes what ends the report and returns what the run came to, and whether writing failed.
  func finish(_ footer: (RunTally) -> [UInt8]) -> (tally: RunTally, failure: SystemError?) {
    state.withLock { state in
      state.sink.write(footer(state.tally))
      state.sink.finish()
      return (state.tally, state.sink.failure)
    }
  }

  private func writeReady(_ state: inout State) {
    while !state.early.isEmpty, let outcome = state.early.removeValue(forKey: state.next) {
      state.earlyByteCount -= Self.size(outcome)
      write(outcome, &state)
    }
    if state.sink.failure != nil { isEnded.store(true, ordering: .relaxed) }
  }

  /// Bytes that an outcome takes, even an empty one, of which a million may be early.
  private static func size(_ outcome: FileOutcome) -> Int {
    outcome.body.reduce(0) { $0 + $1.count } + 2 * MemoryLayout<FileOutcome>.stride
  }

  /// Writes the outcome whose turn it is.
  private func write(_ outcome: FileOutcome, _ state: inout State) {
    state.next += 1
    state.tally.add(outcome)
    for notification in outcome.notifications {
      // On a terminal both streams are seen as one: what comes first stands first.
      state.sink.flush()
      StandardError.write(notification)
    }
    guard !outcome.body.isEmpty else { return }
    if state.hasBody { state.sink.write(separator) }
    for piece in outcome.body { state.sink.write(piece) }
    state.hasBody = true
  }
}

import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Returns what `body` makes of each element, in order, with the work on all processors.
  func concurrentMap<Value: Sendable>(_ body: @Sendable (Element) -> Value) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let value = body(self[index])
      values.withLock { $0[index] = value }
    }
    return values.withLock { $0.compactMap { $0 } }
  }
}

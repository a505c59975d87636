/// One thing to lint, or one that was to be.
struct Input: Sendable {
  enum Content: Sendable, Hashable {
    /// A file; one that was named may be a stream.
    case file(isNamed: Bool)
    case standardInput
    /// Nothing that can be read, and why.
    case unreadable(String)
  }

  /// Path as it is opened and shown.
  let path: FilePath
  let content: Content
  /// Number of its row in the table of settings; 0 where there is nothing to lint.
  let row: Int
}

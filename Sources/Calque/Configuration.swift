/// What a linter is told to do.
public struct Configuration: Sendable, Hashable {
  /// Creates the configuration that applies where there is none.
  public init() {}
}

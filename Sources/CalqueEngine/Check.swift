public protocol Check: Sendable {}

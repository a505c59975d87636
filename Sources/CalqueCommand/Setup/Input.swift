import CalqueFormats
import CalqueText

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

extension Input {
  /// Creates an input of which there is only to say why it cannot be read.
  init(unreadable path: FilePath, _ reason: String) {
    self.init(path: path, content: .unreadable(reason), row: 0)
  }
}

extension Input {
  /// Opens the text.
  func open() throws -> OpenFile {
    switch content {
    case .file(let isNamed): try .reading(path, isNamed: isNamed)
    case .standardInput: .standardInput()
    case .unreadable(let reason): throw UnreadableInput(reason: reason)
    }
  }

  /// Reads the text.
  func source(as encoding: Source.EncodingChoice) throws -> Source {
    try open().source(as: encoding)
  }
}

extension OpenFile {
  /// Reads all of the text.
  func source(as encoding: Source.EncodingChoice) throws -> Source {
    // UTF-32 and its like are full of NUL bytes; who names an encoding knows what the file is.
    let stopsAtNUL =
      switch encoding {
      case .unicode, .guess: true
      case .named: false
      }
    return try Source(decoding: read(stopsAtNUL: stopsAtNUL), as: encoding)
  }

  /// Starts to read the text in parts.
  consuming func parts(_ boundary: PartBoundary) -> PartReader {
    PartReader(descriptor, size: size, boundary)
  }
}

/// What was known to be unreadable when the files were collected.
struct UnreadableInput: Error {
  let reason: String
}
